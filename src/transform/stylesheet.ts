/** The compiled style sheets of the package, read once, when they are first needed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Context, StylesheetName } from '../context.ts';
import { vocabularyOf } from '../words/index.ts';

/** Where `npm run build` puts them: `lib/xslt/`, whether this module runs from src/ or from lib/. */
const compiled = (name: string): URL => new URL(`../../lib/xslt/${name}.sef.json`, import.meta.url);

const loaded = new Map<string, object>();

/** A parsed SEF costs nothing to use again; parsing its text would cost more than a transformation. */
function stylesheet(name: StylesheetName): object {
  const known = loaded.get(name) ?? (JSON.parse(readFileSync(compiled(name), 'utf8')) as object);
  loaded.set(name, known);
  return known;
}

/** The edition's own where it has one; the flow is loaded by whoever asks for one of its forms. */
export const stylesheetFor = (name: StylesheetName, context: Pick<Context, 'stylesheets'>): object =>
  context.stylesheets?.[name] ?? stylesheet(name);

/** What of SaxonJS is used here; the package brings no types. */
export interface Saxon {
  transform(
    options: {
      readonly stylesheetInternal: object;
      readonly sourceText: string;
      readonly destination: 'serialized';
      readonly stylesheetParams: Readonly<Record<string, unknown>>;
      readonly deliverResultDocument: (uri: string) => {
        readonly destination: 'serialized';
        readonly save: (uri: string, text: string) => void;
      };
      readonly deliverMessage?: (message: unknown) => void;
    },
    execution?: 'sync',
  ): unknown;
  readonly XPath: {
    evaluate(
      expression: string,
      context: null,
      options: { readonly params: Readonly<Record<string, string>>; readonly resultForm: 'xdm' },
    ): unknown;
  };
}

let saxon: Saxon | undefined;

/** SaxonJS takes 0.3 s to load: it is loaded by whoever transforms, not by whoever imports us. */
export function loadSaxon(): Saxon {
  saxon ??= createRequire(import.meta.url)('saxon-js') as Saxon;
  return saxon;
}

const wordMaps = new Map<string, unknown>();

/** The words of an edition as an XPath map: made once, for making it costs more than passing it. */
export function wordMap(context: Pick<Context, 'settings' | 'words'>): unknown {
  const key = JSON.stringify([context.settings.language, context.words]);
  const known = wordMaps.get(key);
  if (known !== undefined) return known;
  const made = loadSaxon().XPath.evaluate('parse-json($words)', null, {
    params: { words: JSON.stringify(vocabularyOf(context).words) },
    resultForm: 'xdm',
  });
  wordMaps.set(key, made);
  return made;
}
