/**
 * Recognise: a source becomes a document, its text tiled into blocks and its header read.
 *
 *     Source -> which dialect? -> blocks, header, open questions
 */
import type { Context } from '../context.ts';
import type { Block, Document, HeaderField, OpenQuestion, Source } from '../document.ts';
import { type Dialect, type Page, type Recognition, threshold } from './dialect.ts';
import { unknown } from './dialects/unknown.ts';
import { dialects } from './dialects.ts';
import { documentId } from './id.ts';
import { languageOfScript } from './language.ts';
import { chunksOf, type Line, linesOf } from './lines.ts';
import { tile } from './tile.ts';

/**
 * @param source a text as a reader gave it
 * @param context settings may force a dialect or a language for this source
 * @returns the document with blocks and header; nothing is annotated yet
 */
export function recognise(source: Source, context: Context): Document {
  // Lines that the reader knows to be the page's own are no dialect's to read.
  const lines = withoutFurniture(linesOf(source.text), source);
  const page: Page = { source, text: source.text, lines, chunks: chunksOf(source.text, lines) };
  const forced = context.settings.documents[source.name];
  const { dialect, recognition } = choose(page, forced?.dialect);
  const reading = dialect.read(page);
  const blocks = tile(source.text, [...reading.blocks, ...furnitureBlocks(source)]);
  const fields = blocks.flatMap((b): readonly HeaderField[] => (b.kind === 'header' ? b.fields : []));
  const questions: OpenQuestion[] = [...reading.questions];
  if (dialect === unknown)
    questions.push({
      kind: 'dialect',
      span: { start: 0, end: Math.min(source.text.length, 1) },
      rule: 'block.unrecognised',
      question: `the layout is of no family that Chancery knows (${recognition.why})`,
      candidates: [],
    });
  return {
    id: documentId(source.name, context.settings.folders.sources),
    source,
    dialect: dialect.id,
    dialectEvidence: recognition,
    language: forced?.language ?? languageOfScript(source.text) ?? reading.language,
    header: { catalogue: reading.catalogue, fields },
    blocks,
    entities: [],
    annotations: reading.annotations ?? [],
    questions,
  };
}

const furnitureBlocks = (source: Source): readonly Block[] =>
  source.furniture.map((f) => ({ kind: 'furniture', ...f }));

/** The lines, those of the reader's furniture as blank ones. */
function withoutFurniture(lines: readonly Line[], source: Source): readonly Line[] {
  if (source.furniture.length === 0) return lines;
  let at = 0;
  return lines.map((line) => {
    while ((source.furniture[at]?.span.end ?? Number.POSITIVE_INFINITY) <= line.span.start) at++;
    const next = source.furniture[at];
    return next && next.span.start < line.span.end
      ? { span: line.span, inner: { start: line.span.start, end: line.span.start }, text: '' }
      : line;
  });
}

/** The dialect with the highest score; at a tie the one that stands first in the table. */
function choose(page: Page, forced: string | undefined): { dialect: Dialect; recognition: Recognition } {
  const named = dialects.find((d) => d.id === forced);
  if (named) return { dialect: named, recognition: { score: 1, why: 'named in the settings' } };
  let best = { dialect: unknown, recognition: { score: 0, why: 'no dialect scored' } };
  for (const dialect of dialects) {
    const recognition = dialect.recognise(page);
    if (recognition.score > best.recognition.score) best = { dialect, recognition };
  }
  return best.recognition.score >= threshold
    ? best
    : {
        dialect: unknown,
        recognition: {
          score: best.recognition.score,
          why: `nearest: ${best.dialect.name}, ${best.recognition.why}`,
        },
      };
}
