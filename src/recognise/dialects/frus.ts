/**
 * A document as the series *Foreign Relations of the United States* prints it: number and title, place and date,
 * perhaps subject and participants, the text, a signature; below it the note on the source and the footnotes.
 */
import type { Block, HeaderField, Span } from '../../document.ts';
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import { type Chunk, type Line, trimSpan } from '../lines.ts';
import { findMarkings } from '../markings.ts';
import { isDateline, readReceived } from '../us/dateline.ts';
import { findNoteMarks, noteNumber, readNote } from '../us/footnotes.ts';
import { isWrapped, ParagraphReader } from '../us/paragraphs.ts';
import { readParticipants } from '../us/participants.ts';
import { field, ReadingDraft } from '../us/reading.ts';
import { isKnownKind, readSeriesTitle, type SeriesTitle } from '../us/series-title.ts';
import { isSourceNote, readSourceNote } from '../us/source-note.ts';
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
  at = readHead(draft, lines, at, to, title);

  // 3. Signature below, number of the telegram and salutation above the text.
  const bottom = readSignature(draft, lines, at, to, title);
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

/** Source note and footnotes. Returns the offset where they begin. */
function readNotes(draft: ReadingDraft, chunks: readonly Chunk[]): number {
  const { text } = draft;
  let at = chunks.findLastIndex((c) => /^\*\s*\*\s*\*$/.test(c.text));
  if (at < 0) at = chunks.findLastIndex((c) => isSourceNote(c.text));
  if (at < 0) return text.length;
  const below = chunks.slice(at).filter((c) => !/^\*\s*\*\s*\*$/.test(c.text));
  if (!below.some((c) => isSourceNote(c.text) || noteNumber(c.text) !== undefined)) return text.length;
  const separator = chunks[at] as Chunk;
  if (!below.includes(separator)) draft.furniture(separator.span, 'other', 'block.running-head', 'medium');
  for (const chunk of below) {
    const source = readSourceNote(text, chunk.span);
    const note = source ? undefined : readNote(chunk);
    if (source)
      draft.header(chunk.span, source.fields, 'header.frus-source-note', {
        closer: true,
        label: source.label,
      });
    else if (note) draft.blocks.push(note);
    // Whatever else stands among the notes goes on with the one before it.
    else
      draft.blocks.push({
        kind: 'note',
        layer: 'text',
        span: chunk.span,
        rule: 'block.footnote',
        certainty: 'medium',
      });
  }
  return separator.span.start;
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

/** Dateline, receipt, file number, number of the document, subject, participants: each at most a few lines. */
function readHead(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  title: SeriesTitle | undefined,
): number {
  const { text } = draft;
  const editorial = title !== undefined && /^Editorial Note/.test(title.title);
  let at = from;
  let dated = editorial;
  for (let i = from; i < to && !editorial; ) {
    const line = lines[i] as Line;
    if (line.text === '') {
      i++;
      continue;
    }
    const received = readReceived(text, line);
    if (!dated && isDateline(line)) {
      draft.header(
        line.inner,
        [field(title?.sent ? 'sent' : 'place-date', text, line.inner, 'header.dateline')],
        'header.dateline',
      );
      dated = true;
    } else if (received)
      draft.header(line.inner, [field('received', text, received, 'header.dateline')], 'header.dateline');
    else if (isFileNumber(line.text))
      draft.header(
        line.inner,
        [field('archive-reference', text, line.inner, 'header.frus-number')],
        'header.frus-number',
      );
    else if (
      /^(?:No\. ?\d{1,5}|[A-Z]{2,6}[/-][A-Z0-9/. -]{1,20}\d|[A-Z]{2,5} [\d-]{2,12})$/.test(line.text) &&
      /\d/.test(line.text)
    )
      draft.header(
        line.inner,
        [
          field('document-number', text, line.inner, 'header.frus-number', {
            value: line.text.replace(/^No\. ?/, ''),
          }),
        ],
        'header.frus-number',
      );
    else {
      const subject = readSubject(draft, lines, i, to);
      const next = subject ?? readParticipants(draft, lines, i, to);
      if (next === undefined) break;
      i = next;
      at = i;
      continue;
    }
    at = ++i;
  }
  if (!dated && title)
    draft.ask('header', title.span, 'header.dateline', 'no line of place and date was found below the title');
  while (at < to && (lines[at] as Line).text === '') at++;
  return at;
}

//   > | 741.61/1234: Telegram
const isFileNumber = (words: string): boolean => /^\d{3}[\dA-Z.]*\/[\d-]+(?: ?: ?[A-Z][a-z]+)?$/.test(words);

//   > | SUBJECT
//   > |
//   > | Talks on the northern road
function readSubject(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
): number | undefined {
  const { text } = draft;
  const line = lines[from] as Line;
  const match = /^(?:SUBJECT|Subject)(?:\s*:)?\s*/.exec(line.text);
  if (!match || (match[0].length < line.text.length && !/:/.test(match[0]))) return undefined;
  const label = trimSpan(text, line.inner.start, line.inner.start + match[0].length);
  if (match[0].length < line.text.length) {
    const span = { start: line.inner.start + match[0].length, end: line.inner.end };
    draft.header(line.inner, [field('subject', text, span, 'header.memorandum')], 'header.memorandum', {
      label,
    });
    return from + 1;
  }
  let i = from + 1;
  while (i < to && (lines[i] as Line).text === '') i++;
  const value = lines[i];
  if (!value || i >= to || value.text.length > 250) return undefined;
  draft.header(
    { start: line.inner.start, end: value.inner.end },
    [field('subject', text, value.inner, 'header.memorandum')],
    'header.memorandum',
    { label },
  );
  return i + 1;
}

const isCable = (title: string): boolean =>
  /\b(?:[Tt]elegram|[Aa]irgram|[Mm]essage|[Cc]able|[Ii]nstruction|[Dd]espatch)\b/.test(title);

/**
 * Number, handling and salutation before the first words of the text. Returns the offset where the text begins.
 *
 *     > | 1673. Eyes only for Ambassador. You will have noted the announcement.
 *         ^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function readOpening(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  title: SeriesTitle | undefined,
): number {
  const { text } = draft;
  const line = from < to ? lines[from] : undefined;
  if (!line) return 0;
  let start = line.inner.start;
  if (title && isCable(title.title)) {
    const match =
      /^(?:(?<number>(?:[A-Z]{1,6}-|[A-Z][a-z]{2,8} (?:[A-Z]-)?)?\d{1,5})(?:\. |: )|No\. ?(?<no>\d{1,5})\. )/d.exec(
        text.slice(start, Math.min(line.inner.end, start + 30)),
      );
    const at = match?.indices?.groups?.number ?? match?.indices?.groups?.no;
    if (match && at) {
      const number = field(
        'telegram-number',
        text,
        { start: start + at[0], end: start + at[1] },
        'header.frus-number',
      );
      const span = trimSpan(text, start, start + match[0].length);
      start += match[0].length;
      const handling = handlingSentence(text, start, line.inner.end);
      draft.header(
        { start: span.start, end: handling?.span.end ?? span.end },
        [number, ...(handling?.fields ?? [])],
        'header.frus-number',
      );
      if (handling) start = handling.span.end;
    }
  }
  //   > | Dear Senator Roe: I have your letter.
  //       ^^^^^^^^^^^^^^^^^
  const dear = /^(?:My )?[Dd]ear [^:,.\n]{2,50}[:,]/.exec(
    text.slice(start, Math.min(line.inner.end, start + 70)),
  );
  if (dear) {
    const span = { start, end: start + dear[0].length };
    draft.header(span, [field('salutation', text, span, 'header.memorandum')], 'header.memorandum');
    start = span.end;
  }
  while (start < line.inner.end && /\s/u.test(text[start] ?? '')) start++;
  return start >= line.inner.end ? line.inner.start : start;
}

/** A first sentence of nothing but handling: «Eyes only for Ambassador.» */
function handlingSentence(
  text: string,
  start: number,
  end: number,
): { readonly span: Span; readonly fields: readonly HeaderField[] } | undefined {
  const match = /^[^.\n]{4,60}\.(?=\s)/.exec(text.slice(start, Math.min(end, start + 64)));
  if (!match) return undefined;
  const span = { start, end: start + match[0].length };
  const found = findMarkings(text, span.start, span.end);
  if (found.length === 0 || found.some((f) => f.marking.scheme === 'classification')) return undefined;
  if (found[0]?.span.start !== start) return undefined;
  return {
    span,
    fields: found.map((f) =>
      field(f.marking.scheme, text, f.span, 'header.frus-number', { value: f.marking.id }),
    ),
  };
}

//   > | Thompson        > | John F. Kennedy4
//       ^^^^^^^^            ^^^^^^^^^^^^^^^
const signed =
  /^(?<name>\p{Lu}[\p{L}.’'ʼ-]*(?: (?:\p{Lu}[\p{L}.’'ʼ-]*|de|von|van|der)){0,4})(?<mark>\d{1,2})?$/du;

/** Telegrams are signed with a surname; elsewhere the sender bears the name, or it is a full one, or initials. */
function isSigner(name: string, sender: string, cable: boolean): boolean {
  const surname = name.split(' ').at(-1) ?? '';
  return (
    (cable && !name.includes(' ')) ||
    (surname.length > 2 && sender.includes(surname)) ||
    /^[A-Z](?:[a-z]+|\.)? (?:[A-Z]\.? ){1,2}[A-Z][a-z]+$|^[A-Z] [A-Z] [A-Z][a-z]+$/.test(name) ||
    /^(?:[A-Z]{2,4}|(?:[A-Z]\.){2,4})$/.test(name)
  );
}

/** Signature and complimentary close. Returns the index of the first line that belongs to them. */
function readSignature(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  title: SeriesTitle | undefined,
): number {
  const { text } = draft;
  let last = to - 1;
  while (last > from && (lines[last] as Line).text === '') last--;
  const line = lines[last];
  if (!line || last <= from || !title?.sent) return to;
  const match = line.text.length <= 50 ? signed.exec(line.text) : null;
  const at = match?.indices?.groups?.name;
  const name = match?.groups?.name ?? '';
  if (!match || !at) return to;
  const sender = title.fields.find((f) => f.name === 'from')?.value ?? '';
  if (!isSigner(name, sender, isCable(title.title))) return to;
  const span = { start: line.inner.start + at[0], end: line.inner.start + at[1] };
  draft.header(line.inner, [field('signature', text, span, 'header.us-signature')], 'header.us-signature', {
    closer: true,
  });
  let above = last - 1;
  while (above > from && (lines[above] as Line).text === '') above--;
  const close = lines[above];
  if (
    close &&
    above > from &&
    /^(?:Very |Yours |Most )?(?:[Ss]incerely|[Rr]espectfully|[Cc]ordially|[Ff]aithfully|Best regards|With (?:best|warm|assurances).{0,50}|Respectfully submitted|[Tt]ruly)[ \p{L}]{0,20},?$/u.test(
      close.text,
    )
  ) {
    draft.header(
      close.inner,
      [field('closing', text, close.inner, 'header.memorandum')],
      'header.memorandum',
      { closer: true },
    );
    return above;
  }
  return last;
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
