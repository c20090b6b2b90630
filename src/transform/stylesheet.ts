/** The compiled style sheets of the package, read once, when they are first needed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where `npm run build` puts them: `lib/xslt/edition.sef.json`, whether this module runs from src/ or from lib/. */
const compiled = new URL('../../lib/xslt/edition.sef.json', import.meta.url);

let stylesheet: object | undefined;

/** A parsed SEF costs nothing to use again; parsing its text would cost more than a transformation. */
export function packageStylesheet(): object {
  stylesheet ??= JSON.parse(readFileSync(compiled, 'utf8')) as object;
  return stylesheet;
}

/** What of SaxonJS is used here; the package brings no types. */
export interface Saxon {
  transform(
    options: {
      readonly stylesheetInternal: object;
      readonly sourceText: string;
      readonly destination: 'serialized';
      readonly stylesheetParams: Readonly<Record<string, string>>;
      readonly deliverResultDocument: (uri: string) => {
        readonly destination: 'serialized';
        readonly save: (uri: string, text: string) => void;
      };
      readonly deliverMessage?: (message: unknown) => void;
    },
    execution?: 'sync',
  ): unknown;
}

let saxon: Saxon | undefined;

/** SaxonJS takes 0.3 s to load: it is loaded by whoever transforms, not by whoever imports us. */
export function loadSaxon(): Saxon {
  saxon ??= createRequire(import.meta.url)('saxon-js') as Saxon;
  return saxon;
}
