/**
 * Speech that runs over several paragraphs without being whole ones: a quotation that begins within a paragraph and
 * ends in a later one, the text of a speech with a page head between. TEI nests, so it has a part in every paragraph,
 * chained with @next and @prev (TEI Guidelines 21.1, “Aggregation of Fragmentary Elements”).
 */
import type { Span, Speech } from '../document.ts';
import type { Mark } from './inline.ts';

/** Finds the parts of speeches. */
export class Paragraphs {
  private readonly text: string;
  private readonly spans: readonly Span[];

  /** @param spans the words of the paragraphs, their labels left out, in order */
  constructor(text: string, spans: readonly Span[]) {
    this.text = text;
    this.spans = spans;
  }

  /** The part of a speech in each paragraph; none, where one paragraph or no paragraph at all holds it. */
  partsOf({ span }: Speech): readonly Span[] {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const parts: Span[] = [];
    for (let i = low; i < this.spans.length; i++) {
      const paragraph = this.spans[i] as Span;
      if (paragraph.start >= span.end) break;
      const part = this.trimmed(Math.max(span.start, paragraph.start), Math.min(span.end, paragraph.end));
      if (part.end > part.start) parts.push(part);
    }
    const whole = parts.length === 1 && parts[0]?.start === span.start && parts[0].end === span.end;
    return whole ? [] : parts;
  }

  private trimmed(from: number, to: number): Span {
    let start = from;
    let end = to;
    while (start < end && /\s/u.test(this.text[start] ?? '')) start++;
    while (end > start && /\s/u.test(this.text[end - 1] ?? '')) end--;
    return { start, end };
  }
}

/** A mark in several parts, each of which points to the next and to the one before. */
export function chained(mark: Mark, parts: readonly Span[]): readonly Mark[] {
  const ids = parts.map((_, i) => mark.partId?.(i));
  const pointer = (i: number) => (ids[i] ? `#${ids[i]}` : undefined);
  return parts.map((span, i) => ({
    ...mark,
    span,
    attributes: { ...mark.attributes, 'xml:id': ids[i], next: pointer(i + 1), prev: pointer(i - 1) },
    // Cut once more, its first piece keeps the id.
    partId: (piece) => (piece === 0 ? (ids[i] ?? '') : (mark.partId?.(parts.length + i * 8 + piece) ?? '')),
  }));
}
