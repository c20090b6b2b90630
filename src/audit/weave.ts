/** Putting the page together again: each piece at its place, the text in the room that is left. */
import type { Position } from '../diagnostic.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Run, Strand } from './collect.ts';

export interface Weave {
  /** What the TEI says the source is. */
  readonly text: string;
  /** Stretches of `text` in order, with what they come from. */
  readonly stretches: readonly Stretch[];
  /** Pieces whose place cannot be right. */
  readonly misplaced: readonly XmlElement[];
  /** Place in the TEI file of an offset into `text`. */
  locate(offset: number): Position | undefined;
}

export interface Stretch {
  /** Offset into the woven text. */
  readonly start: number;
  readonly run: Run;
  readonly piece: boolean;
}

/**
 * @param source the source text, for its length alone and to turn characters into UTF-16 units
 */
export function weave(pieces: readonly Strand[], text: Strand | undefined, source: string): Weave {
  const unit = unitsOf(source);
  const placed = pieces
    .map((p) => ({ strand: p, start: unit(p.source?.start ?? 0), end: unit(p.source?.end ?? 0) }))
    .sort((a, b) => a.start - b.start);
  const misplaced: XmlElement[] = [];
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  let length = 0;
  const put = (run: Run, piece: boolean) => {
    stretches.push({ start: length, run, piece });
    parts.push(run.text);
    length += run.text.length;
  };

  // Runs of the text are cut where a piece begins.
  const queue = [...(text?.runs ?? [])].reverse();
  const pour = (until: number) => {
    while (length < until) {
      const run = queue.pop();
      if (!run) return;
      const room = until - length;
      if (run.text.length <= room) put(run, false);
      else {
        put({ ...run, text: run.text.slice(0, room) }, false);
        queue.push({ ...run, text: run.text.slice(room), offset: run.offset + room });
      }
    }
  };
  let before = 0;
  for (const { strand, start, end } of placed) {
    if (start < before || end > source.length || end <= start) misplaced.push(strand.element);
    pour(start);
    for (const run of strand.runs) put(run, true);
    before = Math.max(before, end);
  }
  pour(Number.POSITIVE_INFINITY);

  return {
    text: parts.join(''),
    stretches,
    misplaced,
    locate(offset) {
      if (stretches.length === 0) return undefined;
      let low = 0;
      let high = stretches.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const stretch = stretches[low] as Stretch;
      const lines = stretch.run.text.slice(0, offset - stretch.start).split('\n');
      const last = lines[lines.length - 1] ?? '';
      return lines.length === 1
        ? { line: stretch.run.line, column: stretch.run.column + last.length }
        : { line: stretch.run.line + lines.length - 1, column: last.length + 1 };
    },
  };
}

/** Characters to UTF-16 units: the same but for characters beyond the basic plane. */
function unitsOf(text: string): (characters: number) => number {
  const astral = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map((m) => m.index);
  if (astral.length === 0) return (n) => n;
  // The k-th of them, counted from 0, has k units before it that are no characters of their own.
  return (n) => {
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((astral[middle] ?? 0) - middle < n) low = middle + 1;
      else high = middle;
    }
    return n + low;
  };
}
