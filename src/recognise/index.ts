/**
 * Recognise: a source becomes a document, its text tiled into blocks and its header read.
 *
 *     Source -> which dialect? -> blocks, header, open questions
 */
import type { Context } from '../context.ts';
import type { Block, Document, HeaderField, OpenQuestion, Source, TeiSource } from '../document.ts';
import { columnFacts } from './columns.ts';
import { type Dialect, type Page, type Reading, type Recognition, threshold } from './dialect.ts';
import { unknown } from './dialects/unknown.ts';
import { dialects } from './dialects.ts';
import { checkedReading, dialectsOfSettings } from './edition-dialects.ts';
import { documentId } from './id.ts';
import { languageOfScript } from './language.ts';
import { chunksOf, type Line, linesOf } from './lines.ts';
import { readTei, teiDialect } from './tei.ts';
import { tile } from './tile.ts';

/**
 * @param source a text as a reader gave it
 * @param context settings may force a dialect or a language for this source
 * @returns the document with blocks and header; nothing is annotated yet
 */
export function recognise(source: Source, context: Context): Document {
  if (source.tei) return asEncoded(source, source.tei, context);
  const page = pageOf(source);
  const forced = context.settings.documents[source.name];
  const chosen = choose(page, context, forced?.dialect);
  const { dialect, recognition } = chosen;
  const questions: OpenQuestion[] = [...chosen.questions];
  const reading = readingOf(dialect, page, context, questions);
  const blocks = tile(source.text, [...reading.blocks, ...furnitureBlocks(source)]);
  const fields = blocks.flatMap((b): readonly HeaderField[] => (b.kind === 'header' ? b.fields : []));
  questions.push(...reading.questions);
  const columns = columnFacts(source).filter(
    (c) => !fields.some((f) => f.name === c.name && f.value === c.value),
  );
  if (dialect === unknown)
    questions.push(aboutLayout(`the layout is of no family that Chancery knows (${recognition.why})`));
  return {
    id: documentId(source.name, context.settings.folders.sources),
    source,
    dialect: dialect.id,
    dialectEvidence: recognition,
    language: forced?.language ?? languageOfScript(source.text) ?? reading.language,
    header: { catalogue: reading.catalogue, fields, ...(columns.length > 0 ? { columns } : {}) },
    blocks,
    entities: [],
    annotations: reading.annotations ?? [],
    questions,
  };
}

function pageOf(source: Source): Page {
  // Lines that the reader knows to be the page's own are no dialect's to read.
  const lines = withoutFurniture(linesOf(source.text), source);
  return { source, text: source.text, lines, chunks: chunksOf(source.text, lines) };
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

/** A TEI that was encoded before is taken as it is. */
function asEncoded(source: Source, tei: TeiSource, context: Context): Document {
  const reading = readTei(source, tei);
  const blocks = tile(source.text, reading.blocks);
  return {
    id: documentId(source.name, context.settings.folders.sources),
    source,
    dialect: teiDialect,
    dialectEvidence: { score: 1, why: 'encoded in TEI before' },
    language: context.settings.documents[source.name]?.language ?? languageOfScript(source.text) ?? 'en',
    header: { catalogue: [], fields: blocks.flatMap((b) => (b.kind === 'header' ? b.fields : [])) },
    blocks,
    entities: [],
    annotations: [],
    questions: [],
  };
}

/** Every dialect there is for this edition, its own first. */
const dialectsFor = (context: Context): readonly Dialect[] => [
  ...dialectsOfSettings(context.settings),
  ...(context.dialects ?? []),
  ...dialects,
];

/**
 * What every dialect says of a source, the highest score first: for a person who wonders why it was read so.
 *
 * @throws whatever a dialect of the edition's own throws
 */
export function explain(
  source: Source,
  context: Context,
): readonly (Recognition & { readonly id: string; readonly name: string })[] {
  const page = pageOf(source);
  return dialectsFor(context)
    .map((d) => ({ id: d.id, name: d.name, ...d.recognise(page) }))
    .sort((a, b) => b.score - a.score);
}

interface Choice {
  readonly dialect: Dialect;
  readonly recognition: Recognition;
  readonly questions: readonly OpenQuestion[];
}

/** The dialect with the highest score; at a tie the one that stands first in the table. */
function choose(page: Page, context: Context, forced: string | undefined): Choice {
  const known = dialectsFor(context);
  const questions: OpenQuestion[] = [];
  if (forced !== undefined) {
    const named = known.find((d) => d.id === forced);
    if (named) return { dialect: named, recognition: { score: 1, why: 'named in the settings' }, questions };
    const ids = known.map((d) => d.id).join(', ');
    questions.push(aboutLayout(`the settings name the dialect ${forced}, and there is none (known: ${ids})`));
  }
  let best = { dialect: unknown, recognition: { score: 0, why: 'no dialect scored' } };
  for (const dialect of known) {
    let recognition: Recognition;
    try {
      recognition = dialect.recognise(page);
    } catch (error) {
      if (!context.dialects?.includes(dialect)) throw error;
      questions.push(aboutLayout(failure(dialect, error)));
      continue;
    }
    if (recognition.score > best.recognition.score) best = { dialect, recognition };
  }
  if (best.recognition.score >= threshold) return { ...best, questions };
  const why = `nearest: ${best.dialect.name}, ${best.recognition.why}`;
  return { dialect: unknown, recognition: { score: best.recognition.score, why }, questions };
}

/** A dialect of the edition's own that fails leaves the document to the reading of unknown layouts. */
function readingOf(dialect: Dialect, page: Page, context: Context, questions: OpenQuestion[]): Reading {
  if (!context.dialects?.includes(dialect)) return dialect.read(page);
  try {
    return checkedReading(dialect, page);
  } catch (error) {
    questions.push(aboutLayout(failure(dialect, error)));
    return unknown.read(page);
  }
}

const failure = (dialect: Dialect, error: unknown): string =>
  `the dialect ${dialect.id} of this edition failed: ${error instanceof Error ? error.message : String(error)}`;

const aboutLayout = (question: string): OpenQuestion => ({
  kind: 'dialect',
  span: { start: 0, end: 1 },
  rule: 'block.unrecognised',
  question,
  candidates: [],
});
