/**
 * Messages cabled word for word within another: «Following for Prime Minister from High Commissioner: Begins: …
 * Ends.» The words between are the other message’s.
 */
import type { Span } from '../../document.ts';

//   > | Begins: We shall be glad to attend. Ends.
//       ^^^^^^^                             ^^^^
const begins = /(?:\b(?:Begins|BEGINS)\b|\bBEGIN (?:TEXT|MESSAGE)\b)[\s.:–—-]*/gu;
const ends = /[\s.:–—-]*(?:\b(?:Ends|ENDS)\b|\bEND (?:TEXT|MESSAGE|OF TEXT)\b)/u;

/** What stands between the two words, within one paragraph. */
export function cabled(text: string, span: Span): readonly Span[] {
  const slice = text.slice(span.start, span.end);
  const found: Span[] = [];
  let from = 0;
  for (const match of slice.matchAll(begins)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const end = ends.exec(slice.slice(start));
    if (!end || end.index < 2) continue;
    found.push({ start: span.start + start, end: span.start + start + end.index });
    from = start + end.index + end[0].length;
  }
  return found;
}
