/** Footnotes printed below a document, each with its number; a line may hold two. */
import type { NoteBlock, Span } from '../../document.ts';
import { trimSpan } from '../lines.ts';
import type { Row } from './rows.ts';

export interface NoteStart {
  readonly n: string;
  readonly label: Span;
}

//   > | 1 Document 134.      > | [1] Library, B 136.      > | 1Document 272.       > | 2  See note 1.
//       ^                        ^^^                          ^
const start = /^(?:\[(\d{1,3})\]|(\d{1,3})(?=[\s\u00a0]+\S|[\p{Lu}‘'“"[(]))\.?(?=[\s\u00a0]*\S)/u;
const starred = /^(\*{1,3}|†|‡)\s*(?=\S)/;

/** The number with which a line begins, if a note begins there. */
export function noteStart(text: string, span: Span): NoteStart | undefined {
  const words = text.slice(span.start, Math.min(span.end, span.start + 24));
  const match = start.exec(words) ?? starred.exec(words);
  if (!match) return undefined;
  const n = match[1] ?? match[2] ?? '';
  return { n, label: { start: span.start, end: span.start + match[0].trimEnd().length } };
}

//   > | Enclosure I      what goes with the document follows its notes
const enclosed =
  /^(?:enclosure|attachment|annex|annexure|appendix)(?: (?:[A-Z]|[IVX]{1,5}|\d{1,2}))?(?: ?\[\d+\])?$/i;

/**
 * Notes of the rows, in order. Lines that begin with no next number go on with the note before; what stands
 * before the first note, and what is enclosed below, is left to the caller.
 */
export function notesOf(
  text: string,
  rows: readonly Row[],
): { readonly notes: readonly NoteBlock[]; readonly first: number; readonly end: number } {
  const notes: NoteBlock[] = [];
  let first = -1;
  let expected = 1;
  let open: { label: Span; n: string; start: number; end: number } | undefined;
  const close = () => {
    if (!open) return;
    notes.push({
      kind: 'note',
      layer: 'text',
      span: { start: open.start, end: open.end },
      label: open.label,
      n: open.n,
      rule: 'block.footnote',
      certainty: 'high',
    });
    open = undefined;
  };
  let end = rows.length;
  for (const [i, row] of rows.entries()) {
    if (row.text === '') continue;
    if (open && enclosed.test(row.text)) {
      end = i;
      break;
    }
    const begun = noteStart(text, row.span);
    const number = begun ? Number(begun.n) : Number.NaN;
    // Numbers go up; a gap of one or two is a number that was lost.
    const fits = begun && (Number.isNaN(number) || (number >= expected && number <= expected + 2));
    if (begun && fits) {
      close();
      if (first < 0) first = i;
      open = { label: begun.label, n: begun.n, start: row.span.start, end: row.span.end };
      if (!Number.isNaN(number)) expected = number + 1;
    } else if (open) open = { ...open, end: row.span.end };
    else continue;
    // > | 2 Document 184 3 Document 178.
    //                    ^
    const later = rows.slice(i + 1, i + 3).some((r) => noteStart(text, r.span)?.n === String(expected));
    if (!later && open && row.span.end - row.span.start < 400) {
      // Where the text has the mark, whatever begins as a note does.
      const begins = text.slice(0, rows[0]?.span.start).includes(`[${expected}]`)
        ? String.raw`\p{Lu}`
        : String.raw`(?:Documents?|See|Not printed|Ibid|Mr|Dr|Sir|In|On|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December))\b`;
      const inner = new RegExp(String.raw`(?<=[\d.\p{L})’'] )${expected} (?=${begins})`, 'u').exec(
        text.slice(row.span.start, row.span.end),
      );
      if (inner) {
        const at = row.span.start + inner.index;
        const label = { start: at, end: at + String(expected).length };
        open = { ...open, end: trimSpan(text, open.start, at).end };
        close();
        open = { label, n: String(expected), start: at, end: row.span.end };
        expected++;
      }
    }
  }
  close();
  return { notes, first, end };
}
