/** Lines that a typewriter or a converter has broken: rows of one paragraph put together again. */
import type { Span } from '../../document.ts';
import { hasLabel } from './numbers.ts';
import type { Row } from './rows.ts';

/** A paragraph: its rows, and the span from the first word to the last. */
export interface Group {
  readonly first: Row;
  readonly span: Span;
}

const follows = (row: Row, before: Row): boolean => row.line.span.start === before.line.span.end + 1;

/** Do lines of this length, one under the other, look like lines of a page? */
const pageLine = (row: Row): boolean => {
  const { length } = row.line.text;
  return length >= 40 && length <= 100;
};

/**
 * Rows as paragraphs. A line goes on with the one before where no blank line parts them and the sentence was
 * not at its end, or where the lines are as long as a page is wide.
 */
export function grouped(text: string, rows: readonly Row[]): readonly Group[] {
  const groups: Group[] = [];
  let before: Row | undefined;
  let open: { first: Row; start: number; end: number; lines: number } | undefined;
  const close = () => {
    if (open) groups.push({ first: open.first, span: { start: open.start, end: open.end } });
    open = undefined;
  };
  for (const row of rows) {
    const plain = row.text !== '' && row.level === 0 && row.emphasis === undefined && !row.bullet;
    const goesOn =
      open !== undefined &&
      before !== undefined &&
      plain &&
      before.level === 0 &&
      before.text !== '' &&
      before.emphasis === undefined &&
      follows(row, before) &&
      !hasLabel(text, row.span) &&
      (/^\p{Ll}/u.test(row.text)
        ? !/[.!?]$/.test(before.text)
        : pageLine(before) && !/[.!?:;]["'”’)]?$/.test(before.text) && !/\[\w[^\]]*\]$/.test(before.text));
    if (open && goesOn) open = { ...open, end: row.span.end, lines: open.lines + 1 };
    else if (
      open &&
      before &&
      plain &&
      open.lines >= 2 &&
      follows(row, before) &&
      pageLine(before) &&
      !hasLabel(text, row.span)
    )
      open = { ...open, end: row.span.end, lines: open.lines + 1 };
    else {
      close();
      if (row.text !== '') open = { first: row, start: row.span.start, end: row.span.end, lines: 1 };
    }
    before = row;
  }
  close();
  return groups;
}
