/**
 * TEI to editions. One run of the style sheets makes all that are asked for; a style sheet that stops is a
 * diagnostic, never an exception.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type FormatName, formats } from './formats.ts';
import { parameters } from './parameters.ts';
import { loadSaxon, packageStylesheet } from './stylesheet.ts';

export interface Transformed {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

export function transform(tei: Artifact, wanted: readonly FormatName[], context: Context): Transformed {
  const id = idOf(tei.path);
  const text = typeof tei.content === 'string' ? tei.content : new TextDecoder().decode(tei.content);
  const byStylesheet = wanted.filter((name) => formats[name].made === 'xslt');
  try {
    const results =
      byStylesheet.length === 0 ? new Map<string, string>() : run(text, byStylesheet, id, context);
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

/** The stem of the TEI's file: `1978-07-22-sato-1384` of `tei/1978-07-22-sato-1384.xml`. */
export function idOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.xml$/i, '');
}

/** One pass over the document: results by the name of their format. */
function run(tei: string, names: readonly FormatName[], id: string, context: Context): Map<string, string> {
  const results = new Map<string, string>();
  loadSaxon().transform({
    stylesheetInternal: context.stylesheet ?? packageStylesheet(),
    sourceText: tei,
    destination: 'serialized',
    stylesheetParams: { ...parameters(id, context), outputs: names.join(' ') },
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
