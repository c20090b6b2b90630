/** Lines of a page as text: a blank line where the page leaves one, or where a line is set in after a full stop. */
import type { PageLine } from './lines.ts';

/** More than the usual distance of two lines by this much: a paragraph ends. */
const wide = 1.35;
/** A line set in by more than this, in parts of the size of the type. */
const setIn = 1.2;

/** Fewer lines say nothing about the usual distance: then that of the whole file is taken. */
const telling = 10;

/** The usual distance of two lines over all pages. */
export const stepOf = (pages: readonly (readonly PageLine[])[]): number => leading(pages.flatMap(drops));

const drops = (lines: readonly PageLine[]): readonly number[] =>
  lines.slice(1).flatMap((line, i) => {
    const drop = (lines[i] as PageLine).y - line.y;
    return drop > 0.8 * line.size ? [drop] : [];
  });

/** The least distance that is common: that of two lines of one paragraph. */
function leading(distances: readonly number[]): number {
  const sorted = [...distances].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.15)] ?? 0;
}

/** @param stepOfFile see {@link stepOf} */
export function textOfLines(lines: readonly PageLine[], stepOfFile: number): string {
  if (lines.length === 0) return '';
  const step = lines.length < telling ? stepOfFile : leading(drops(lines));
  const margin = usual(lines.map((line) => line.x));
  let text = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before) {
      const drop = before.y - line.y;
      const gap = drop > wide * step || drop < 0;
      const indented =
        line.x - margin > setIn * line.size &&
        before.x - margin <= setIn * line.size &&
        /[.:?!”"’)]$/.test(before.text);
      text += gap || indented ? '\n\n' : '\n';
    }
    text += line.text;
  });
  return text;
}

/** The most frequent positive value to the nearest half point; of two that are as frequent the smaller. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    if (value <= 0) continue;
    const rounded = Math.round(value * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b))
    if (count > most) [best, most] = [value, count];
  return best;
}
