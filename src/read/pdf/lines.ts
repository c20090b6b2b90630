/**
 * Lines of a page rebuilt from where its words stand.
 *
 * A PDF has no lines and no blanks, only words at places. Words of one base line are one line; a gap between two
 * of them is a blank, a wide one as many blanks as fit. Lines keep the order of the file where it runs downwards,
 * column after column; where a file jumps about in one column, the place on the page decides.
 */

/** A run of characters as the PDF places it: `x` and `y` of its base line, upright, `y` growing upwards. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** In parts of the size of the type: what two places may differ by. */
const sameBaseLine = 0.4;
const blankGap = 0.15;
const wideGap = 1.5;
const blankWidth = 0.5;
const maxBlanks = 60;

/** Lines of a page, from the top, in the order in which they are read. */
export function linesOf(words: readonly Word[]): readonly PageLine[] {
  const rows: Word[][] = [];
  for (const word of words) {
    // A blank between two words is told by their places; pdf.js makes some of its own.
    if (word.text.trim() === '') continue;
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && Math.abs(last.y - word.y) <= sameBaseLine * Math.max(last.size, word.size))
      row.push(word);
    else rows.push([word]);
  }
  return inReadingOrder(rows.map(lineOf).filter((line) => line.text.trim() !== ''));
}

function lineOf(row: readonly Word[]): PageLine {
  const words = [...row].sort((a, b) => a.x - b.x);
  const size = Math.max(...words.map((w) => w.size));
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    text += blanksBefore(word, end, text, size) + word.text;
    end = Math.max(end, word.x + word.width);
  }
  const first = words[0] as Word;
  return { text: text.trimEnd(), x: first.x, end, y: first.y, size };
}

function blanksBefore(word: Word, end: number, text: string, size: number): string {
  if (text === '') return '';
  const gap = word.x - end;
  const open = /\s$/.test(text) || /^\s/.test(word.text);
  if (gap > wideGap * size) {
    const fit = Math.min(maxBlanks, Math.round(gap / (blankWidth * size)));
    return ' '.repeat(open ? Math.max(0, fit - 1) : fit);
  }
  return gap > blankGap * size && !open ? ' ' : '';
}

/** Runs of lines that go downwards; two runs side by side are columns, two of the same width were mixed. */
function inReadingOrder(lines: readonly PageLine[]): readonly PageLine[] {
  const runs: PageLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last && line.y <= last.y + sameBaseLine * line.size) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  const columns: PageLine[][] = [];
  for (const run of runs) {
    const before = columns.at(-1);
    if (before && overlap(before, run)) before.push(...run);
    else columns.push([...run]);
  }
  return columns.flatMap((column) => oneLineEach(column.sort((a, b) => b.y - a.y || a.x - b.x)));
}

function overlap(a: readonly PageLine[], b: readonly PageLine[]): boolean {
  const [left, right] = [reach(a), reach(b)];
  const shared = Math.min(left.end, right.end) - Math.max(left.start, right.start);
  return shared > 0.3 * Math.min(left.end - left.start, right.end - right.start);
}

function reach(lines: readonly PageLine[]): { readonly start: number; readonly end: number } {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    start = Math.min(start, line.x);
    end = Math.max(end, line.end);
  }
  return { start, end };
}

/** Lines that came apart in the file and stand beside each other on the page. */
function oneLineEach(lines: readonly PageLine[]): readonly PageLine[] {
  const out: PageLine[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const beside = last && Math.abs(last.y - line.y) <= sameBaseLine * line.size && line.x >= last.end;
    if (!last || !beside) {
      out.push(line);
      continue;
    }
    const size = Math.max(last.size, line.size);
    const gap = blanksBefore({ ...line, width: 0 }, last.end, last.text, size);
    out[out.length - 1] = { ...last, text: last.text + (gap || ' ') + line.text, end: line.end, size };
  }
  return out;
}
