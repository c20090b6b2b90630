/**
 * A document as the series *Foreign Relations of the United States* prints it: number and title, place and date,
 * perhaps subject and participants, the text, a signature; below it the note on the source and the footnotes.
 */
import type { Block } from '../../document.ts';
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import { type Line, trimSpan } from '../lines.ts';
import { isDateline } from '../us/dateline.ts';
import { findNoteMarks } from '../us/footnotes.ts';
import { isWrapped, ParagraphReader } from '../us/paragraphs.ts';
import { ReadingDraft } from '../us/reading.ts';
import { readNotes, readSeriesSignature } from '../us/series-foot.ts';
import { readOpening, readSeriesHead } from '../us/series-head.ts';
import { isKnownKind, readSeriesTitle, type SeriesTitle } from '../us/series-title.ts';
import { isSourceNote } from '../us/source-note.ts';
import { markTurns } from '../us/turns.ts';

const filled = (lines: readonly Line[]): readonly Line[] => lines.filter((l) => l.text !== '');

function recognise(page: Page): Recognition {
  const [first, ...rest] = filled(page.lines.slice(0, 40));
  const title = first && readSeriesTitle(page.text, first);
  if (!title) return { score: 0, why: 'no number and title at the head' };
  const dateline = rest.slice(0, 3).some(isDateline);
  const source = page.chunks.slice(-80).some((c) => isSourceNote(c.text));
  const editorial = /^Editorial Note/.test(title.title);
  const score =
    0.25 +
    (title.sent || isKnownKind(title.title) ? 0.15 : 0) +
    (dateline ? 0.25 : 0) +
    (source ? 0.35 : 0) +
    (title.mark ? 0.1 : 0) +
    (editorial ? 0.4 : 0);
  return {
    score: Math.min(1, score),
    why: `number and title${dateline ? ', dateline' : ''}${source ? ', note on the source' : ''}${editorial ? ', an editorial note' : ''}`,
  };
}

function read(page: Page): Reading {
  const { text, lines, chunks } = page;
  const draft = new ReadingDraft(text);
  const paragraphs = new ParagraphReader(text);

  // 1. The notes, from below.
  const end = readNotes(draft, chunks);

  // 2. Title, dateline, subject, participants.
  const first = lines.findIndex((l) => l.text !== '');
  const line = lines[first];
  const title = line && line.inner.start < end ? readSeriesTitle(text, line) : undefined;
  let at = Math.max(first, 0);
  if (title && line) {
    readTitle(draft, title);
    at = first + 1;
  }
  const to = lineAfter(lines, end);
  at = readSeriesHead(draft, lines, at, to, title);

  // 3. Signature below, number of the telegram and salutation above the text.
  const bottom = readSeriesSignature(draft, lines, at, to, title);
  const start = readOpening(draft, lines, at, bottom, title);

  const body = lines.slice(at, bottom).map((l, i) => (i === 0 ? fromOffset(text, l, start) : l));
  const read = headings(text, paragraphs.read(body, { wrapped: isWrapped(body) }));
  draft.add(markTurns(text, read), paragraphs.findings());

  // 4. The marks of the notes, in the text and at the signature.
  const numbers = draft.blocks.flatMap((b) => (b.kind === 'note' && b.n ? [b.n] : []));
  const from = title ? (title.mark?.end ?? title.span.end) : 0;
  const marks = numbers.length > 0 && from < end ? findNoteMarks(text, { start: from, end }, numbers) : [];
  draft.annotations.push(...marks);
  const marked = new Set(marks.map((m) => m.n));
  for (const block of draft.blocks)
    if (block.kind === 'note' && block.n && /^\d/.test(block.n) && !marked.has(block.n))
      draft.ask(
        'numbering',
        block.label ?? block.span,
        'text.note-mark',
        `where does note ${block.n} belong?`,
      );
  return draft.reading();
}

/** Index of the first line that begins at or after an offset. */
function lineAfter(lines: readonly Line[], offset: number): number {
  const at = lines.findIndex((l) => l.span.start >= offset);
  return at < 0 ? lines.length : at;
}

function fromOffset(text: string, line: Line, start: number): Line {
  if (start <= line.inner.start) return line;
  const inner = trimSpan(text, start, line.span.end);
  return { span: { start, end: line.span.end }, inner, text: text.slice(inner.start, inner.end) };
}

function readTitle(draft: ReadingDraft, title: SeriesTitle): void {
  draft.header(
    { start: title.span.start, end: title.mark?.end ?? title.span.end },
    title.fields,
    'header.frus-title',
  );
  if (title.mark)
    draft.annotations.push({
      kind: 'note-mark',
      n: 'source',
      span: title.mark,
      rule: 'text.note-mark',
      certainty: 'high',
    });
}

/** A short line between longer paragraphs, without a final stop, heads what follows. */
function headings(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, i): Block => {
    if (block.kind !== 'paragraph' || block.label || block.span.end - block.span.start > 80) return block;
    const words = text.slice(block.span.start, block.span.end);
    const next = blocks[i + 1];
    const previous = blocks[i - 1];
    const short = (b: Block | undefined) => b !== undefined && b.span.end - b.span.start <= 80;
    if (!/^[\p{Lu}“]/u.test(words) || /[.,;:!?”)\]]\d{0,2}$/u.test(words) || /\n/.test(words)) return block;
    if (next?.kind !== 'paragraph' || short(next) || (short(previous) && previous?.kind === 'paragraph'))
      return block;
    return {
      kind: 'heading',
      layer: 'text',
      span: block.span,
      rule: 'block.section-heading',
      certainty: 'medium',
    };
  });
}

export const frus: Dialect = {
  id: 'frus',
  name: 'document of the series Foreign Relations of the United States',
  recognise,
  read,
};
