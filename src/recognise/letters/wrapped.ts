/** Lines that a typewriter or a converter has broken: rows of one paragraph put together again. */
import type { Span } from '../../document.ts';
import { englishMonths } from '../../months.ts';
import { hasLabel } from './numbers.ts';
import type { Row } from './rows.ts';

/** A paragraph: its rows, and the span from the first word to the last. */
export interface Group {
  readonly first: Row;
  readonly span: Span;
}

const follows = (row: Row, before: Row): boolean => row.line.span.start === before.line.span.end + 1;

/** Does one blank line part them, and nothing else? */
const blankBetween = (text: string, before: Row, row: Row): boolean =>
  /^[ \t]*\n[ \t]*\n[ \t]*$/.test(text.slice(before.span.end, row.span.start));

/** Do lines of this length, one under the other, look like lines of a page? */
const pageLine = (row: Row): boolean => {
  const { length } = row.line.text;
  return length >= 40 && length <= 100;
};

//   > | as the Government have informed Mr.      > | in our telegram No.      > | a talk with Sir E. J.
//                                        ^^^                              ^^^                      ^^^^^^^^^^^
const cutName =
  /(?:^|[\s(])(?:(?:Mr|Mrs|Dr|Messrs)\.?|(?:Mr|Mrs|Dr|Sir|Lord)\.?(?:\s\p{Lu}\.)+|(?<!,\s)Sir)$/u;
const cutNumber = /(?:^|[\s(])Nos?\.?$/;
//   > | an understanding between the
//                                ^^^
const cutPhrase =
  /\s(?:a|an|and|at|between|by|for|from|his|in|its|of|on|or|our|that|the|their|to|which|with|your)$/;

//   > | in our letter of 2      > | July
//                        ^        ^^^^
const cutDate = /(?:^|\s)\d{1,2}(?:st|nd|rd|th)?$/;
const month = new RegExp(`^(?:${englishMonths.join('|')})\\b`);

/**
 * Has a converter set a blank line within a paragraph? The words before it must ask for those after; or, on a page
 * that shows its width, the line must have had no room for the next word.
 */
function brokenOff(text: string, before: Row, row: Row, width: number | undefined): boolean {
  //   > | [5]      a mark of a note, parted from its sentence
  if (/^\[\d{1,3}\][.,;]?$/.test(row.text)) return true;
  if (before.text.length < 35) return false;
  if (/^\p{Ll}/u.test(row.text))
    return /(?:[\p{L}\p{N}\],]|\p{Lu}\.|\s(?:etc|i\.e|e\.g)\.)$/u.test(before.text);
  if (width !== undefined && endsBlank(text, before)) {
    const next = /^\S+/.exec(row.text)?.[0].length ?? 0;
    if (before.text.length + 1 + next > width && !/[:;]$/.test(before.text)) return true;
  }
  if (cutDate.test(before.text)) return month.test(row.text);
  if (cutNumber.test(before.text)) return /^[\d(]/.test(row.text);
  return (cutName.test(before.text) || cutPhrase.test(before.text)) && /^[\p{Lu}\d]/u.test(row.text);
}

/** The converter has left the blank between two words at the end of a line. */
const endsBlank = (text: string, row: Row): boolean =>
  /^[ \t]+$/.test(text.slice(row.span.end, row.line.span.end));

/** The width of the page, where blank lines part its lines: the longest of those that go on below. */
function partedWidth(text: string, rows: readonly Row[]): number | undefined {
  const lengths = rows.flatMap((row, i) => {
    const next = rows[i + 1];
    const goesOn =
      next &&
      pageLine(row) &&
      endsBlank(text, row) &&
      blankBetween(text, row, next) &&
      /[\p{L}\p{N},]$/u.test(row.text) &&
      /^\p{Ll}/u.test(next.text);
    return goesOn ? [row.text.length] : [];
  });
  return lengths.length >= 3 ? Math.max(...lengths) : undefined;
}

/**
 * Rows as paragraphs. A line goes on with the one before where no blank line parts them and the sentence was
 * not at its end, or where the lines are as long as a page is wide; beyond a blank line only where the sentence is
 * broken off.
 */
export function grouped(text: string, rows: readonly Row[]): readonly Group[] {
  const groups: Group[] = [];
  const width = partedWidth(text, rows);
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
      before.level === 0 &&
      before.emphasis === undefined &&
      blankBetween(text, before, row) &&
      (!hasLabel(text, row.span) || cutNumber.test(before.text)) &&
      brokenOff(text, before, row, width)
    )
      open = { ...open, end: row.span.end };
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
