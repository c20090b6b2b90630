/** Which stretches of the text have a block already. */
import type { Block, Span } from '../../document.ts';

export class Coverage {
  private readonly spans: readonly Span[];
  constructor(blocks: readonly Block[]) {
    this.spans = blocks.map((b) => b.span).sort((a, b) => a.start - b.start);
  }
  has(span: Span): boolean {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const before = this.spans[low - 1];
    const next = this.spans[low];
    return (before !== undefined && before.end > span.start) || (next !== undefined && next.start < span.end);
  }
}
