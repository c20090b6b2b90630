/** Sentences of a paragraph. A quotation is one piece: a stop within it ends no sentence outside it. */
import type { Span } from '../document.ts';
import type { Quotation } from './quotations.ts';

const abbreviations = new Set(
  'mr mrs ms dr prof st no nos vol pp p art para paras gen col maj capt lt sgt adm hon rev messrs cf e.g i.e viz ltd co inc dept govt tel telegr jr sr vs approx jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n a.m p.m ref'.split(
    ' ',
  ),
);

/** Spans that tile the paragraph but for the blanks between sentences. */
export function sentencesOf(text: string, span: Span, quotations: readonly Quotation[]): readonly Span[] {
  const sentences: Span[] = [];
  const outer = quotations.filter((q) => q.depth === 0);
  let next = 0;
  let start = span.start;
  for (let i = span.start; i < span.end; i++) {
    while (outer[next] && (outer[next]?.span.end ?? 0) <= i) next++;
    const quotation = outer[next];
    if (quotation && i >= quotation.span.start) {
      // Jump to its end; a stop before the closing mark ends the sentence, if a new one begins thereafter.
      const last = text[quotation.inner.end - 1] ?? '';
      i = quotation.span.end - 1;
      //   > | “the other side.”2 I told him
      const mark = /^\d{1,2}(?=\s+[\p{Lu}“"(])/u.exec(text.slice(i + 1, i + 6));
      if (mark && /[.!?]/.test(last)) i += mark[0].length;
      if (!/[.!?]/.test(last) || !begins(text, i + 1, span.end)) continue;
    } else {
      const c = text[i] ?? '';
      if (!/[.!?]/.test(c)) continue;
      while (i + 1 < span.end && /[.!?)\]”’"]/.test(text[i + 1] ?? '')) i++;
      //   > | for the present.1 To my surprise        the mark of a note behind the stop
      const mark = /^\d{1,2}(?=\s+[\p{Lu}“"(])/u.exec(text.slice(i + 1, i + 6));
      if (mark && /[\p{L})\]”’"]/u.test(text[i - 1] ?? '')) i += mark[0].length;
      if (!begins(text, i + 1, span.end)) continue;
      if (c === '.' && !mark && isAbbreviation(text, start, i) && !opensAnew(text, start, i)) continue;
    }
    sentences.push({ start, end: i + 1 });
    start = i + 1;
    while (start < span.end && /\s/.test(text[start] ?? '')) start++;
    i = start - 1;
  }
  if (start < span.end) sentences.push({ start, end: span.end });
  return sentences;
}

/** Does a sentence begin here: blank, then a capital, a digit or an opening mark? */
function begins(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  if (!/\s/.test(text[at] ?? '')) return false;
  let i = at;
  while (i < end && /\s/.test(text[i] ?? '')) i++;
  return i >= end || /[\p{Lu}\p{Lo}\p{N}“‘"«([]/u.test(text[i] ?? '');
}

/** «… a centre in the U.S. He said that …»: behind letters with stops a pronoun opens a sentence. */
const opensAnew = (text: string, start: number, stop: number): boolean =>
  /(?:^|[\s(])(?:\p{Lu}\.){2,5}$/u.test(text.slice(Math.max(start, stop - 10), stop + 1)) &&
  /^[\s\u00a0]+(?:He|She|They|We|It|This|These|There|However|Finally|Also|Such|Both|The|In|On|At|As|When|But|If|By|Mr)\b/u.test(
    text.slice(stop + 1, stop + 12),
  );

function isAbbreviation(text: string, start: number, stop: number): boolean {
  let i = stop;
  while (i > start && /[\p{L}.]/u.test(text[i - 1] ?? '')) i--;
  const word = text.slice(i, stop).toLowerCase();
  return word.length === 1 || abbreviations.has(word) || /^(?:\p{L}\.){1,5}\p{L}$/u.test(word);
}
