/** One input to all that is wanted of it: encoded, audited, transformed. Nothing is written, and nothing is kept. */
import type { Artifact } from '../artifact.ts';
import type { Stages } from '../batch/stages.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { isOurs } from '../read/tei.ts';
import { documentId } from '../recognise/id.ts';
import { editionsOf } from './editions.ts';
import { encodeBytes } from './encoding.ts';
import type { Item } from './gather.ts';

/** What a conversion needs of the stages. */
export type Converting = Pick<Stages, 'read' | 'encodeSource' | 'audit' | 'publishTei'>;

export interface Converted {
  readonly tei: Pick<Artifact, 'path' | 'content'>;
  readonly made: readonly Artifact[];
  readonly findings: readonly Diagnostic[];
}

/** Plain data, so that a thread can give it to another. */
export interface ConvertedItem {
  readonly documents: readonly Converted[];
  /** About the item, before anything was made of it. */
  readonly findings: readonly Diagnostic[];
  /** Its TEI is Chancery's own, and was taken as it is: the path it has here. */
  readonly asItIs?: string;
}

/** @param formats without those of tables */
export async function convertItem(
  item: Item,
  formats: readonly string[],
  context: Context,
  stages: Converting,
): Promise<ConvertedItem> {
  const ours = asItIs(item, context);
  if (ours !== undefined) {
    const document = await converted(ours, undefined, formats, context, stages);
    return { documents: [document], findings: [], asItIs: ours.path };
  }
  const encoded = await encodeBytes(item, context, stages);
  const documents: Converted[] = [];
  for (const { tei, source } of encoded.documents)
    if (tei !== undefined) documents.push(await converted(tei, source, formats, context, stages));
  return { documents, findings: encoded.diagnostics };
}

/** A TEI of Chancery's own is not encoded again. */
function asItIs({ bytes, name, format }: Item, { settings }: Context): Converted['tei'] | undefined {
  if (!/\.(?:xml|tei)$/i.test(format) || !isOurs(Buffer.from(bytes).toString('utf8'))) return undefined;
  return { path: `${documentId(name, settings.folders.sources)}.xml`, content: bytes };
}

async function converted(
  { path, content }: Converted['tei'],
  source: Source | undefined,
  formats: readonly string[],
  context: Context,
  stages: Converting,
): Promise<Converted> {
  const findings: Diagnostic[] = [];
  // Findings about the TEI then name the place in the source.
  const own = { ...context, sourceOf: () => source };
  const made = await editionsOf({ path, content }, formats, own, stages, findings);
  return { tei: { path, content }, made, findings };
}
