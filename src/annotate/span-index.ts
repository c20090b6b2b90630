/**
 * Spans by where they stand. Annotators ask «what is here?» for every word they look at; with this the answer
 * does not cost more in a long document than in a short one.
 */
import type { Span } from '../document.ts';

/** Characters to a bucket: a paragraph or so. */
const shift = 9;

export class SpanIndex<T extends { readonly span: Span }> {
  private readonly buckets = new Map<number, T[]>();

  constructor(items: Iterable<T> = []) {
    for (const item of items) this.add(item);
  }

  add(item: T): void {
    const last = Math.max(item.span.start, item.span.end - 1) >> shift;
    for (let b = item.span.start >> shift; b <= last; b++) {
      const bucket = this.buckets.get(b);
      if (bucket) bucket.push(item);
      else this.buckets.set(b, [item]);
    }
  }

  remove(item: T): void {
    const last = Math.max(item.span.start, item.span.end - 1) >> shift;
    for (let b = item.span.start >> shift; b <= last; b++) {
      const bucket = this.buckets.get(b);
      const at = bucket?.indexOf(item) ?? -1;
      if (bucket && at >= 0) bucket.splice(at, 1);
    }
  }

  /** Does anything overlap the span? */
  touches(span: Span): boolean {
    for (let b = span.start >> shift; b <= Math.max(span.start, span.end - 1) >> shift; b++) {
      if (this.buckets.get(b)?.some((i) => i.span.start < span.end && span.start < i.span.end)) return true;
    }
    return false;
  }

  /** What lies wholly within the span, in the order of the text. */
  within(span: Span): readonly T[] {
    const found = new Set<T>();
    for (let b = span.start >> shift; b <= Math.max(span.start, span.end - 1) >> shift; b++) {
      for (const item of this.buckets.get(b) ?? [])
        if (item.span.start >= span.start && item.span.end <= span.end) found.add(item);
    }
    return [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** What covers the place, the shortest first. */
  covering(at: number): readonly T[] {
    return (this.buckets.get(at >> shift) ?? [])
      .filter((i) => i.span.start <= at && at < i.span.end)
      .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  }
}

/** Index of the first of the sorted items that begins at `at` or later. */
export function firstFrom<T>(items: readonly T[], at: number, start: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(items[middle] as T) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
