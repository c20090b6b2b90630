/** A list of names with their types that annotators have set before a text, closed by a line of `@`. */
import type { Line } from '../lines.ts';

//   > | 12. UNITED NATIONS         ORG.MED
//   > | @@@
const item = /^\d{1,3}\.?\s.{1,300}\s{2,}[A-Z]{3,5}(?:\.[A-Z]{2,8})?$|^\d{1,3}\.\s/;

/** Index of the line after the list; 0 where there is none. */
export function entityListEnd(lines: readonly Line[]): number {
  const limit = Math.min(lines.length, 400);
  for (let i = 0; i < limit; i++) {
    const text = (lines[i] as Line).text;
    if (/^@{3,}$/.test(text)) return i + 1;
    if (text !== '' && i > 2 && !item.test(text) && !/^\W{0,2}https?:/.test(text) && text.length > 200)
      return 0;
  }
  return 0;
}
