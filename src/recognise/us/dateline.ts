/** The line of place and date below a title, and the line of receipt. */
import type { Span } from '../../document.ts';
import type { Line } from '../lines.ts';

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)';

//   > | Washington, May 5, 1961, 7 p.m.        > | Geneva, undated.        > | Moscow, 3 January 1942—noon.
const dateline = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.’'ʼ-]*(?: (?:\\p{Lu}|d[aeiou]|of|on|the|al)[\\p{L}.’'ʼ-]*){0,4}(?:, (?:\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)?)){0,2}, )?(?:\\[?(?:undated|n\\.d\\.)\\]?|[^.]{0,24}\\b${month} .{0,60}(?:1[789]|20)\\d\\d.{0,40}|\\d{1,2} ${month}.{0,40}(?:1[789]|20)\\d\\d.{0,40}|${month} \\d{4})\\.?$`,
  'u',
);

/** Is the line a dateline? A sentence that ends in a date is none. */
export function isDateline(line: Line): boolean {
  return (
    line.text.length <= 110 &&
    dateline.test(line.text) &&
    !/\b(?:was|were|is|are|the following|said|has|had)\b/.test(line.text)
  );
}

//   > | [Received January 3—9:15 a.m.]
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
export function readReceived(text: string, line: Line): Span | undefined {
  const match = /^\[?(?:Received|Rec[’'ʼ]d):? (?<when>.{4,60}?)\]?\.?$/d.exec(line.text);
  const at = match?.indices?.groups?.when;
  return at && /\d/.test(text.slice(line.inner.start + at[0], line.inner.start + at[1]))
    ? { start: line.inner.start + at[0], end: line.inner.start + at[1] }
    : undefined;
}
