/**
 * TEI to editions. One run of the style sheets makes all that are asked for; a style sheet that stops is a
 * diagnostic, never an exception.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type FormatName, formats } from './formats.ts';
import { type Flow, readFlow } from './forms/flow.ts';
import { type FlowFormat, writers } from './forms/index.ts';
import { parameters } from './parameters.ts';
import { flowStylesheet, loadSaxon, packageStylesheet } from './stylesheet.ts';

export interface Transformed {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

export function transform(tei: Artifact, wanted: readonly FormatName[], context: Context): Transformed {
  const id = idOf(tei.path);
  const byStylesheet = wanted.filter((name) => formats[name].made === 'xslt');
  const byFlow = wanted.filter((name): name is FlowFormat => formats[name].made === 'flow');
  try {
    const results = new Map<string, string | Uint8Array>();
    if (byStylesheet.length > 0) {
      const parts = { ...parameters(id, context), outputs: byStylesheet.join(' ') };
      for (const [name, made] of run(textOf(tei), context.stylesheet ?? packageStylesheet(), parts))
        results.set(name, made);
    }
    if (byFlow.length > 0) {
      const flow = flowOf(tei, context);
      for (const name of byFlow) results.set(name, writers[name](flow, context));
    }
    const artifacts = wanted.map((name): Artifact => {
      const { path, mediaType, made } = formats[name];
      const content = made === 'copy' ? tei.content : results.get(name);
      if (content === undefined) throw new Error(`the style sheets made no ${name} edition`);
      return {
        path: path(id),
        mediaType,
        content: name === 'jsonld' ? tidyJson(content as string) : content,
      };
    });
    return { artifacts, diagnostics: [] };
  } catch (cause) {
    return { artifacts: [], diagnostics: [failure(tei.path, cause)] };
  }
}

const textOf = ({ content }: Pick<Artifact, 'content'>): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** The stem of the TEI's file: `1978-07-22-sato-1384` of `tei/1978-07-22-sato-1384.xml`. */
export function idOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.xml$/i, '');
}

/** The reading text of a TEI, as the forms of `forms/` take it. Throws what the style sheet throws. */
export function flowOf(tei: Pick<Artifact, 'path' | 'content'>, context: Context): Flow {
  return readFlow(run(textOf(tei), flowStylesheet(), parameters(idOf(tei.path), context)).get('flow') ?? '');
}

/** One pass over the document: results by the name of their format. */
function run(
  tei: string,
  stylesheet: object,
  stylesheetParams: Readonly<Record<string, string>>,
): Map<string, string> {
  const results = new Map<string, string>();
  loadSaxon().transform({
    stylesheetInternal: stylesheet,
    sourceText: tei,
    destination: 'serialized',
    stylesheetParams,
    // Without this SaxonJS would write result documents to the disk by itself.
    deliverResultDocument: () => ({
      destination: 'serialized',
      save: (uri, text) => void results.set(uri.split('/').at(-1) ?? uri, text),
    }),
    deliverMessage: () => {},
  });
  return results;
}

/** JSON for people too: indented, its keys in the order the style sheet gave them. */
function tidyJson(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
}

/** SaxonJS knows the module and the line of the style sheet. */
function failure(file: string, cause: unknown): Diagnostic {
  const { message, xsltModule, xsltLineNr } = cause as {
    message?: string;
    xsltModule?: string;
    xsltLineNr?: string;
  };
  const where =
    xsltModule === undefined ? '' : ` (${[xsltModule, xsltLineNr].filter(Boolean).join(', line ')})`;
  return {
    code: 'transform.failed',
    severity: 'error',
    message: `A style sheet stopped: ${(message ?? String(cause)).replace(/\.$/, '')}${where}`,
    file,
    cause,
  };
}
