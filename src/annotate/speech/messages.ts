/**
 * Messages quoted within a document: «Begins: … Ends», `QUOTE … UNQUOTE`, `BEGIN TEXT … END TEXT`. In them «I» is
 * whoever wrote the message, and not the writer of the document.
 */
import type { Span } from '../../document.ts';
import type { Draft } from '../draft.ts';

//   > | QUOTATION BEGINS.       > | Following is text. Begins:-       > | BEGIN INFORMAL TRANSLATION:       > | QUOTE
const opening =
  /\b(?:(?:QUOTATION|QUOTE|MESSAGE|TEXT|TRANSLATION|LETTER|STATEMENT|NOTE|REPORT)[ ])?(?:BEGINS|[Bb]egins(?=[\s\u00a0]*[.:–—-][\s\u00a0]*[\p{Lu}(“"'‘\n-]))\b|\b(?:BEGIN|Begin) (?:\p{L}+ ){0,2}(?:QUOTE|(?:TEXT|MESSAGE|TRANSLATION|LETTER|STATEMENT|NOTE)\b|(?:[Tt]ext|[Mm]essage|[Tt]ranslation)(?=[.:]))|\bQUOTE\b/gu;
const closing =
  /\b(?:QUOTATIONS?|MESSAGE|TEXT|TRANSLATION|LETTER|STATEMENT|NOTE|REPORT)?[ ]?(?:ENDS|[Ee]nds(?=[\s\u00a0]*(?:[.\]]|$)))\b|\b(?:END|End)(?: OF| of)? (?:\p{L}+ ){0,2}(?:QUOTE|(?:TEXT|MESSAGE|TRANSLATION|LETTER|STATEMENT|NOTE)\b|(?:[Tt]ext|[Mm]essage|[Tt]ranslation)(?=[.]))|\bUNQUOTE\b/gu;

/**
 * @returns the messages of the document's prose, in order; a message without an end is none, unless its announcement
 * ends in a colon: then it lasts to the end of the prose
 */
export function quotedMessages(draft: Draft): readonly Span[] {
  const first = draft.prose[0];
  const last = draft.prose.at(-1);
  if (!first || !last) return [];
  const from = first.span.start;
  const words = draft.text.slice(from, last.span.end);
  const found: Span[] = [];
  opening.lastIndex = 0;
  for (let open = opening.exec(words); open; open = opening.exec(words)) {
    const start = open.index + open[0].length;
    closing.lastIndex = start;
    const close = closing.exec(words);
    const announced = /^[\s\u00a0]*:/u.test(words.slice(start, start + 3));
    if (!close && !announced) continue;
    const end = close ? close.index : words.length;
    found.push({ start: from + start, end: from + end });
    opening.lastIndex = close ? end + close[0].length : end;
  }
  return found;
}
