/**
 * Blocks must tile the source: what a dialect leaves out becomes white space or an unrecognised block.
 * This is the first half of the promise that nothing is lost; `audit` proves the second.
 */
import type { Block, Layer } from '../document.ts';
import { trimSpan } from './lines.ts';

/**
 * Sorts the blocks and fills every hole.
 *
 * @throws RangeError when two blocks overlap or one lies outside the text: a fault of the dialect.
 */
export function tile(text: string, blocks: readonly Block[], layer: Layer = 'text'): readonly Block[] {
  const sorted = [...blocks].sort((a, b) => a.span.start - b.span.start);
  const tiled: Block[] = [];
  let at = 0;
  const fill = (end: number) => {
    if (end <= at) return;
    const inner = trimSpan(text, at, end);
    if (inner.start === inner.end) {
      tiled.push({ kind: 'space', span: { start: at, end }, rule: 'block.space', certainty: 'high' });
    } else {
      if (inner.start > at)
        tiled.push({
          kind: 'space',
          span: { start: at, end: inner.start },
          rule: 'block.space',
          certainty: 'high',
        });
      tiled.push({ kind: 'unrecognised', layer, span: inner, rule: 'block.unrecognised', certainty: 'low' });
      if (inner.end < end)
        tiled.push({
          kind: 'space',
          span: { start: inner.end, end },
          rule: 'block.space',
          certainty: 'high',
        });
    }
    at = end;
  };
  for (const block of sorted) {
    if (block.span.start < at || block.span.end > text.length || block.span.end <= block.span.start)
      throw new RangeError(
        `block ${block.kind} at ${block.span.start}-${block.span.end} does not fit after ${at} of ${text.length}`,
      );
    fill(block.span.start);
    tiled.push(block);
    at = block.span.end;
  }
  fill(text.length);
  return tiled;
}
