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
  /** `words`: QUOTE … UNQUOTE of telegrams. */
  readonly marks: 'double' | 'single' | 'straight' | 'guillemets' | 'words';
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
  const open: { mark: string; at: number; length?: number }[] = [];
  const close = (opener: string, at: number, marks: Quotation['marks'], length = 1) => {
    for (let i = open.length - 1; i >= 0; i--) {
      const o = open[i];
      if (o?.mark !== opener) continue;
      open.length = i;
      found.push({
        span: { start: o.at, end: at + length },
        inner: { start: o.at + (o.length ?? 1), end: at },
        marks,
        depth: i,
      });
      return;
    }
  };
  const spoken = spokenMarks(text, span);
  for (let i = span.start; i < span.end; i++) {
    const c = text[i];
    const word = spoken.get(i);
    if (word) {
      if (word.opens) open.push({ mark: 'QUOTE', at: i, length: word.length });
      else close('QUOTE', i, 'words', word.length);
      i += word.length - 1;
      continue;
    }
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
        //   > | "LET US ANSWER SIMPLY "BECAUSE IT IS SO."
        //                             ^ opens again
        if (open.some((o) => o.mark === '"') && !(/\s/.test(text[i - 1] ?? ' ') && isLetter(text[i + 1])))
          close('"', i, 'straight');
        else if (i === span.start || /[\s([{—–-]/.test(text[i - 1] ?? ' ')) open.push({ mark: '"', at: i });
        break;
      case "'":
        //   > | extended 'patrolling' by        > | the Allies' troops
        //              ^          ^                           no mark
        if (isLetter(text[i - 1]) && isLetter(text[i + 1])) break;
        if (open.some((o) => o.mark === "'")) {
          if (/\S/.test(text[i - 1] ?? ' ') && !isLetter(text[i + 1])) close("'", i, 'single');
        } else if (
          (i === span.start || /[\s([{—–-]/.test(text[i - 1] ?? ' ')) &&
          isLetter(text[i + 1]) &&
          closes(text, i, span.end)
        )
          open.push({ mark: "'", at: i });
        break;
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Does a straight single mark that opens here find one that closes, within a sentence or three? */
function closes(text: string, at: number, end: number): boolean {
  for (let i = at + 1; i < Math.min(end, at + 1200); i++) {
    if (text[i] === "'" && !isLetter(text[i + 1]) && /\S/.test(text[i - 1] ?? ' ')) return true;
  }
  return false;
}

//   > | HE SAID QUOTE WE SHALL STUDY IT UNQUOTE
//               ^^^^^                   ^^^^^^^
const quoteWord = /\b(?:(?:BEGIN )?(?<open>QUOTE|QTE)|(?<shut>UNQUOTE|UNQTE|END QUOTE))\b/g;

/** Marks of quotation that are written as words, by where they begin. */
function spokenMarks(text: string, span: Span): ReadonlyMap<number, { opens: boolean; length: number }> {
  const marks = new Map<number, { opens: boolean; length: number }>();
  const slice = text.slice(span.start, span.end);
  if (!/\b(?:QUOTE|QTE)\b/.test(slice)) return marks;
  for (const match of slice.matchAll(quoteWord))
    marks.set(span.start + match.index, { opens: match.groups?.open !== undefined, length: match[0].length });
  return marks;
}

/** An opening mark that nothing closes within the span: the quotation goes on below. */
export function openMark(
  text: string,
  span: Span,
  quotations: readonly Quotation[],
): { at: number; mark: string } | undefined {
  const slice = text.slice(span.start, span.end);
  for (const mark of ['“', 'QUOTE', '"']) {
    const at = slice.lastIndexOf(mark);
    if (at < 0) continue;
    const place = span.start + at;
    if (mark === 'QUOTE' && (/\bUN$|END $/.test(slice.slice(0, at)) || slice.slice(at).includes('UNQUOTE')))
      continue;
    if (mark === '"' && !/(?:^|[\s(])$/.test(slice.slice(0, at))) continue;
    if (quotations.some((q) => q.span.start <= place && place < q.span.end)) continue;
    return { at: place, mark };
  }
  return undefined;
}
