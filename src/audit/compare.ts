/** Comparing the source with what the TEI says it is, character by character. */

export interface Difference {
  /** Offset of the first difference in the source. */
  readonly source: number;
  /** The same in the text of the TEI. */
  readonly tei: number;
  /** Both are the same but for white space. */
  readonly whiteSpaceOnly: boolean;
}

/** The one written rule of white space: a run of these counts as one blank. */
export const whiteSpace = /[\s\u0085\u00a0\u3000\ufeff]+/gu;

/** The first place where the two differ, white space included. */
export function compareExactly(source: string, tei: string): Difference | undefined {
  if (source === tei) return undefined;
  const end = Math.min(source.length, tei.length);
  let i = 0;
  while (i < end && source.charCodeAt(i) === tei.charCodeAt(i)) i++;
  const words = compareReflowed(source, tei);
  // A difference in words is the graver one, and is shown even where white space differs before it.
  return words ?? { source: i, tei: i, whiteSpaceOnly: true };
}

/** The first place where the two differ if a run of white space counts as one blank. */
export function compareReflowed(source: string, tei: string): Difference | undefined {
  const a = squeezed(source);
  const b = squeezed(tei);
  if (a.text === b.text) return undefined;
  const end = Math.min(a.text.length, b.text.length);
  let i = 0;
  while (i < end && a.text.charCodeAt(i) === b.text.charCodeAt(i)) i++;
  return { source: a.place(i), tei: b.place(i), whiteSpaceOnly: false };
}

/** Runs of white space as one blank, none at the ends, and the way back to the original offsets. */
function squeezed(text: string): { text: string; place: (offset: number) => number } {
  const parts: string[] = [];
  // For each run that was squeezed: offset after it in the squeezed text, and in the original.
  const marks: [number, number][] = [[0, 0]];
  let length = 0;
  let at = 0;
  for (const match of text.matchAll(whiteSpace)) {
    const before = text.slice(at, match.index);
    const end = match.index + match[0].length;
    parts.push(before);
    length += before.length;
    if (length > 0 && end < text.length) {
      parts.push(' ');
      length++;
    }
    marks.push([length, end]);
    at = end;
  }
  parts.push(text.slice(at));
  return {
    text: parts.join(''),
    place(offset) {
      let low = 0;
      let high = marks.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((marks[middle]?.[0] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const [squeezedAt, originalAt] = marks[low] ?? [0, 0];
      return Math.min(text.length, originalAt + offset - squeezedAt);
    },
  };
}
