/**
 * Lines of a PDF that belong to its pages: page numbers, and heads and feet that most pages repeat. They stay in
 * the text, each as a block of its own, with their class.
 */
import type { FurnitureClass } from '../../document.ts';

/** A head must be on so many pages to be told from a sentence that happens to recur. */
const leastPages = 3;

/** `- 2 -`, `2`, `Page 2 of 7`: a number, and nothing that says more. */
const pageNumber = /^(?:[-–—]\s*)?(?:page\s+)?(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i;

/** The classes of the first and last lines of each page: by page, index of the line to class. */
export function furnitureOf(
  pages: readonly (readonly string[])[],
): readonly ReadonlyMap<number, FurnitureClass>[] {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(edges(lines).map((i) => keyOf(lines[i] ?? '', i === 0))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((lines) => {
    const found = new Map<number, FurnitureClass>();
    if (lines.length < 2) return found;
    for (const i of edges(lines)) {
      const line = lines[i] ?? '';
      const often = counts.get(keyOf(line, i === 0)) ?? 0;
      const repeated = often >= leastPages && often * 2 > pages.length;
      if (pages.length > 1 && pageNumber.test(line) && (repeated || /^[-–—]|page/i.test(line)))
        found.set(i, 'page-number');
      else if (repeated) found.set(i, 'page-head');
    }
    return found;
  });
}

const edges = (lines: readonly string[]): readonly number[] =>
  lines.length === 0 ? [] : lines.length === 1 ? [0] : [0, lines.length - 1];

/** The same on every page but for numbers. */
const keyOf = (line: string, first: boolean): string =>
  `${first ? 'head' : 'foot'} ${line.replace(/\d+/g, '#').replace(/\s+/g, ' ')}`;
