/**
 * TEI to editions. One run of the style sheets makes all that are asked for, functions make the rest from those; a
 * style sheet that stops is a diagnostic, never an exception.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { describeFiles } from './checksums.ts';
import type { Derivable, PublishedFile } from './derivation.ts';
import { type Digest, digestOf } from './digest/index.ts';
import { type Format, type FormatName, formatNames, formats } from './formats.ts';
import { type Flow, readFlow } from './forms/flow.ts';
import { type FlowFormat, writers } from './forms/index.ts';
import { graphOf } from './jsonld/index.ts';
import { parameters } from './parameters.ts';
import { loadSaxon, stylesheetFor, wordMap } from './stylesheet.ts';

export interface Transformed {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

export function transform(tei: Artifact, wanted: readonly FormatName[], context: Context): Transformed {
  try {
    const { made, diagnostics } = makeAll(tei, needed(wanted, context), context);
    return { artifacts: wanted.flatMap((name) => made.get(name) ?? []), diagnostics };
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
  return flowFrom(digestOf(textOf(tei), tei.path, context), idOf(tei.path), context);
}

function flowFrom(digest: Digest, id: string, context: Context): Flow {
  return readFlow(
    run(digest, stylesheetFor('flow', context), parameters(id, [], context), context).get('flow') ?? '',
  );
}

const formatOf = (name: string): Format | undefined => (formats as Readonly<Record<string, Format>>)[name];

/** What an edition is made from must be made first. The graph says the checksums of the pages beside it. */
function sourcesOf(name: FormatName, context: Context): readonly string[] {
  const { made } = formats[name];
  if (typeof made === 'object') return made.from;
  return name === 'jsonld' ? summed.filter((format) => context.settings.formats.includes(format)) : [];
}

/**
 * Editions of which the graph can say the checksum: it is not in them, nor are they made from it. The page gets its
 * navigation to other documents later.
 */
const summed: readonly FormatName[] = formatNames.filter((name) => {
  const { made } = formats[name];
  return name !== 'html' && (made === 'xslt' || made === 'flow' || name === 'annotations');
});

/** In the order in which they can be made. */
function needed(wanted: readonly FormatName[], context: Context): readonly FormatName[] {
  const ordered: FormatName[] = [];
  const add = (name: string): void => {
    if (ordered.includes(name as FormatName)) return;
    for (const source of sourcesOf(name as FormatName, context)) add(source);
    ordered.push(name as FormatName);
  };
  for (const name of wanted) add(name);
  return ordered;
}

function makeAll(
  tei: Artifact,
  names: readonly FormatName[],
  context: Context,
): { made: ReadonlyMap<FormatName, readonly Artifact[]>; diagnostics: readonly Diagnostic[] } {
  const id = idOf(tei.path);
  const text = textOf(tei);
  const files = filesOf(id, text, context);
  const digest = once(() => digestOf(text, tei.path, context));
  const byStylesheet = names.filter((name) => formats[name].made === 'xslt');
  const results = new Map<string, string | Uint8Array>();
  if (byStylesheet.length > 0) {
    const parts = { ...parameters(id, files, context), outputs: byStylesheet.join(' ') };
    for (const [name, result] of run(digest(), stylesheetFor('edition', context), parts, context))
      results.set(name, result);
  }
  const byFlow = names.filter((name): name is FlowFormat => formats[name].made === 'flow');
  if (byFlow.length > 0) {
    const flow = flowFrom(digest(), id, context);
    for (const name of byFlow) results.set(name, writers[name](flow, context));
  }
  const made = new Map<FormatName, readonly Artifact[]>();
  const diagnostics: Diagnostic[] = [];

  const contentOf = (name: string): Artifact['content'] | undefined =>
    name === 'tei' ? tei.content : made.get(name as FormatName)?.[0]?.content;
  const derivable: Derivable = {
    id,
    file: tei.path,
    tei: text,
    root: () => digest().root,
    edition: (name) => String(contentOf(name)),
    files,
    context,
  };
  const { settings, version, built } = context;
  const graph = (): string =>
    describeFiles(
      graphOf({ id, digest: digest(), files, settings, version, built }),
      [...summed, 'tei'],
      contentOf,
    );
  for (const name of names) {
    const { path, mediaType, made: how } = formats[name];
    if (typeof how === 'object') {
      const derived = how.make(derivable);
      made.set(name, derived.artifacts);
      diagnostics.push(...(derived.diagnostics ?? []));
      continue;
    }
    const content = how === 'graph' ? graph() : how === 'copy' ? tei.content : results.get(name);
    if (content === undefined) throw new Error(`the style sheets made no ${name} edition`);
    made.set(name, [{ path: path(id), mediaType, content }]);
  }
  return { made, diagnostics };
}

/** What the settings publish of a document, and the TEI and the graph in any case; not what cannot be made of it. */
function filesOf(id: string, tei: string, context: Context): readonly PublishedFile[] {
  const names: readonly string[] = [...context.settings.formats, 'tei', 'jsonld'];
  return formatNames.flatMap((format) => {
    const known = names.includes(format) ? formatOf(format) : undefined;
    if (known === undefined || (known.needs && context.settings.baseUrl === undefined)) return [];
    if (known.needs === 'images' && !/<graphic\s/.test(tei)) return [];
    return [{ format, path: known.path(id).slice(id.length + 1), mediaType: known.mediaType }];
  });
}

/** One pass over the document: results by the name of their format. */
function run(
  digest: Digest,
  stylesheet: object,
  parts: Readonly<Record<string, string>>,
  context: Context,
): Map<string, string> {
  const results = new Map<string, string>();
  loadSaxon().transform({
    stylesheetInternal: stylesheet,
    sourceText: digest.xml,
    destination: 'serialized',
    stylesheetParams: { ...parts, words: wordMap(context) },
    // Without this SaxonJS would write result documents to the disk by itself.
    deliverResultDocument: () => ({
      destination: 'serialized',
      save: (uri, text) => void results.set(uri.split('/').at(-1) ?? uri, withControls(text)),
    }),
    deliverMessage: () => {},
  });
  return results;
}

/**
 * C1 controls as themselves. XML allows them, SaxonJS writes them as references, and to HTML a reference to one is a
 * character of Windows-1252 (HTML 13.2.5.80): the page would have a dash where the source has none.
 */
function withControls(text: string): string {
  return text.replace(/&#1(?:2[89]|[345]\d);/g, (reference) =>
    String.fromCharCode(Number(reference.slice(2, -1))),
  );
}

function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
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
