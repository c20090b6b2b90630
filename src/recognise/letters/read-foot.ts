/** Below the text: the archive's reference, the notes, and what a page break has parted from them. */
import type { HeaderField, Span } from '../../document.ts';
import { readArchiveReference } from './archive-reference.ts';
import { bodyBlocks } from './body.ts';
import { isSignature } from './close.ts';
import { readDateline } from './dateline.ts';
import type { Edited } from './edited.ts';
import { noteStart, notesOf } from './notes.ts';
import { hasLabel } from './numbers.ts';
import type { Row } from './rows.ts';

/** Archive reference, notes, what is left of them; @returns the row after the last of the body */
export function readFoot(d: Edited, body: number): number {
  const { rows, text } = d;
  let reference = -1;
  for (let i = rows.length - 1; i > body && i > rows.length - 80; i--) {
    const row = rows[i] as Row;
    if (row.text !== '' && readArchiveReference(text, row.span)) {
      reference = i;
      break;
    }
  }
  let end = rows.length;
  const bottom = rows[end - 1];
  if (
    reference !== end - 1 &&
    bottom &&
    bottom.text.startsWith('[') &&
    end - 1 > body &&
    (isSignature(bottom.text) || readDateline(text, bottom.span))
  ) {
    overflow(d, bottom);
    end--;
  }
  const tail = reference >= 0 ? rows.slice(reference + 1, end) : [];
  const after = notesOf(text, tail);
  if (reference >= 0) {
    end = reference;
    const found = readArchiveReference(text, (rows[reference] as Row).span);
    if (found) referenceLine(d, rows[reference] as Row, found.field, found.rest);
    // Before the first note nothing is expected below the reference.
    const first = after.first < 0 ? tail.length : after.first;
    for (const row of tail.slice(0, first)) d.plain(row);
    d.blocks.push(...after.notes);
    const below = reference + 1 + after.end;
    if (after.end < tail.length) enclosures(d, below, reference + 1 + tail.length);
  }
  // Notes above the reference: after a line of Markdown's own, or at the end where a line begins with «1».
  if (after.notes.length === 0) {
    const begin = notesBegin(d, body, end);
    if (begin >= 0) {
      const above = rows.slice(begin, end);
      const { notes, first, end: below } = notesOf(text, above);
      if (first >= 0) {
        for (const row of above.slice(0, first)) overflow(d, row);
        d.blocks.push(...notes);
        if (below < above.length) enclosures(d, begin + below, end);
        end = begin;
      }
    }
  }
  const skipBlank = () => {
    while (end > body && (rows[end - 1]?.text ?? '') === '') end--;
  };
  skipBlank();
  const last = rows[end - 1];
  if (last && end - 1 > body && isReferenceAbove(rows[reference], last)) {
    d.line(last, [], 'header.archive-reference', { position: 'closer' });
    end--;
    skipBlank();
  }
  return end;
}

//   > | _ MOVEMENTS OF SHIPS]      > | 1 Document 12.      > | _ [DEFENCE: SPECIAL COLLECTION, BUNDLE 5,_
//         ^^^^^^^^^^^^^^^^^^^
/** The second line of the archive's reference, or the reference once more, which the page has above the notes. */
function isReferenceAbove(reference: Row | undefined, row: Row): boolean {
  if (!reference || reference.text === '') return false;
  if (row.text === reference.text) return true;
  return !reference.text.includes(']') && /^[^\p{Ll}[\]]{2,90}\]$/u.test(row.text);
}

/** What is enclosed, below the notes of the document: its heading, its paragraphs, its notes in their turn. */
function enclosures(d: Edited, from: number, to: number): void {
  const begin = notesBegin(d, from, to);
  const above = begin < 0 ? [] : d.rows.slice(begin, to);
  const { notes, first, end } = notesOf(d.text, above);
  const [heading, ...inner] = d.rows.slice(from, first < 0 ? to : begin);
  if (heading)
    d.blocks.push({
      kind: 'heading',
      layer: 'text',
      span: heading.span,
      rule: 'block.section-heading',
      certainty: 'medium',
    });
  const body = bodyBlocks(d.text, inner);
  d.blocks.push(...body.blocks, ...notes);
  d.questions.push(...body.questions);
  if (first < 0) return;
  for (const row of above.slice(0, first)) overflow(d, row);
  if (end < above.length) enclosures(d, begin + end, to);
}

function referenceLine(d: Edited, row: Row, reference: HeaderField, rest: Span | undefined): void {
  const words = rest && rest.end > rest.start ? d.text.slice(rest.start, rest.end) : '';
  const signed = rest && words !== '' && isSignature(words);
  const fields = signed
    ? [reference, d.field('signature', rest, 'header.signature', 'medium'), ...d.senderFields(rest)]
    : [reference];
  d.line(row, fields, 'header.archive-reference', { position: 'closer' });
}

/** The first row of the notes: the one after the last line of marks alone before which no note stands. */
function notesBegin(d: Edited, body: number, end: number): number {
  const { rows, text } = d;
  for (let i = body; i < end; i++) {
    const row = rows[i] as Row;
    const next = rows[i + 1];
    if (row.text === '' && row.marks.length > 0 && next && i + 1 < end) {
      for (let j = i + 1; j < Math.min(i + 4, end); j++) if (isFirst(text, rows[j])) return i + 1;
    }
    if (isFirst(text, row) && i > body && restIsNotes(d, i, end)) return i;
  }
  return -1;
}

/** Without a mark before them, notes must be certain: every line begins with the next number. */
function restIsNotes(d: Edited, from: number, end: number): boolean {
  const rest = d.rows.slice(from, end).filter((r) => r.text !== '');
  let expected = 1;
  let begun = 0;
  for (const row of rest) {
    const note = noteStart(d.text, row.span);
    if (note && Number(note.n) >= expected && Number(note.n) <= expected + 2 && !hasLabel(d.text, row.span)) {
      expected = Number(note.n) + 1;
      begun++;
    }
  }
  return begun > 0 && begun >= rest.length * 0.6;
}

/** The end of an archive reference that a page break has parted from it: kept below the text. */
function overflow(d: Edited, row: Row): void {
  if (row.text === '') return;
  //   > | _ [LONDON], 25 May 1944_      the dateline of a note, printed at its foot
  const dateline =
    d.found.has('sent') || d.found.has('place-date') ? undefined : readDateline(d.text, row.span);
  if (dateline) {
    const fields = dateline.fields.map((f) =>
      f.name === 'sent' ? { ...f, name: 'place-date' as const } : f,
    );
    d.line(row, fields, 'header.dateline', { position: 'closer' });
    return;
  }
  if (isSignature(row.text)) {
    d.signatureLine(row);
    return;
  }
  d.line(row, [], 'header.archive-reference', { position: 'closer' });
}

const isFirst = (text: string, row: Row | undefined): boolean =>
  row !== undefined && row.text !== '' && noteStart(text, row.span)?.n === '1' && !/^1\\?[.)]/.test(row.text);
