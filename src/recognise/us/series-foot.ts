/** What stands below the text of a document in a published volume: signature, note on the source, footnotes. */
import type { Chunk, Line } from '../lines.ts';
import { noteNumber, readNote } from './footnotes.ts';
import { field, type ReadingDraft } from './reading.ts';
import { isCable, type SeriesTitle } from './series-title.ts';
import { isSourceNote, readSourceNote } from './source-note.ts';

/** Source note and footnotes. Returns the offset where they begin. */
export function readNotes(draft: ReadingDraft, chunks: readonly Chunk[]): number {
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
export function readSeriesSignature(
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
