/**
 * Quotation marks of a paragraph, paired. Curly marks say which way they open; straight ones open after a
 * blank or an opening bracket. An apostrophe is not a mark: ’ closes only where ‘ has opened.
 */
import type { Span } from '../document.ts';

export interface Quotation {
  /** With its marks. */
  readonly span: Span;
  /** Between the marks. */
  readonly inner: Span;
  readonly marks: 'double' | 'single' | 'straight' | 'guillemets';
  /** 0 for the outermost. */
  readonly depth: number;
}

const isLetter = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c);

/**
 * Pairs the marks within a paragraph. A mark that opens and never closes, or closes what never opened, gives
 * no quotation (the rule `quotation.unbalanced` reports it).
 */
export function quotationsOf(text: string, span: Span): readonly Quotation[] {
  const found: Quotation[] = [];
  const open: { mark: string; at: number }[] = [];
  const close = (opener: string, at: number, marks: Quotation['marks']) => {
    for (let i = open.length - 1; i >= 0; i--) {
      const o = open[i];
      if (o?.mark !== opener) continue;
      open.length = i;
      found.push({
        span: { start: o.at, end: at + 1 },
        inner: { start: o.at + 1, end: at },
        marks,
        depth: i,
      });
      return;
    }
  };
  for (let i = span.start; i < span.end; i++) {
    const c = text[i];
    switch (c) {
      case '“':
      case '‘':
      case '«':
        open.push({ mark: c, at: i });
        break;
      case '”':
        close('“', i, 'double');
        break;
      case '»':
        close('«', i, 'guillemets');
        break;
      case '’':
        // Within a word it is an apostrophe: Japan’s, doesn’t.
        if (!(isLetter(text[i - 1]) && isLetter(text[i + 1]))) close('‘', i, 'single');
        break;
      case '"':
        if (open.some((o) => o.mark === '"')) close('"', i, 'straight');
        else if (i === span.start || /[\s([{—–-]/.test(text[i - 1] ?? ' ')) open.push({ mark: '"', at: i });
        break;
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
