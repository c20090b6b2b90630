/** Quoted words that nobody utters there: titles, words mentioned, words set off. */
import type { Phrase } from '../../document.ts';
import type { Draft } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { cabled } from './cabled.ts';

export function annotatePhrases(draft: Draft): void {
  // An utterance that its clause of saying breaks begins with one pair of marks and ends with another.
  const spoken = draft
    .speeches()
    .filter((s) => ['speech.quoted', 'speech.noun', 'speech.continued'].includes(s.rule));
  const starts = new Set(spoken.map((s) => s.span.start));
  const ends = new Set(spoken.map((s) => s.span.end));
  const told = new Set(draft.speeches().flatMap((s) => (s.rule === 'speech.reported' ? [s.span.start] : [])));
  const mentioned = new Set<string>();
  const titles = new Map<string, string>();
  for (const prose of draft.prose) {
    for (const cable of cabled(draft.text, prose.span)) {
      // Not where the marks of quotation say it already.
      if (
        !prose.quotations.some(
          (q) => q.span.start < cable.end && cable.start < q.span.end && q.inner.end - q.inner.start > 40,
        )
      )
        draft.add({ kind: 'phrase', type: 'quote', span: cable, rule: 'phrase.cabled', certainty: 'medium' });
    }
    for (const quotation of prose.quotations) {
      if (starts.has(quotation.span.start) || ends.has(quotation.span.end)) continue;
      const words = normal(draft.slice(quotation.inner));
      if (words === '') continue;
      //   > | said “they have a case”        what somebody is said to have said is cited
      draft.add(
        told.has(quotation.span.start) && words.split(' ').length > 3
          ? { kind: 'phrase', type: 'quote', span: quotation.span, rule: 'phrase.quote', certainty: 'low' }
          : phraseOf(draft, quotation, words, mentioned, titles),
      );
    }
  }
}

const normal = (words: string): string => words.replace(/[,.;:!?]+$/u, '').replace(/[\s\u00a0]+/gu, ' ');

function phraseOf(
  draft: Draft,
  quotation: Quotation,
  words: string,
  mentioned: Set<string>,
  titles: Map<string, string>,
): Phrase {
  const before = draft.text.slice(Math.max(0, quotation.span.start - 24), quotation.span.start);
  const base = { kind: 'phrase', span: quotation.span } as const;
  if (quotation.marks === 'single' && quotation.depth > 0)
    return { ...base, type: 'emphasis', rule: 'phrase.single-quotes', certainty: 'low' };
  //   > | the phrase “any specific third country”
  //           ^^^^^^
  if (/\b(?:phrase|word|words|term|expression|formula)\b[\s\u00a0]*$/u.test(before) || mentioned.has(words)) {
    mentioned.add(words);
    return { ...base, type: 'mentioned', rule: 'phrase.mentioned', certainty: 'medium' };
  }
  //   > | the “Explanation on the Japanese Side’s New Treaty Draft Proposal,”
  //            ^           ^^      ^        ^      ^   ^      ^     ^
  const known = [...titles].find(([title]) => title === words || title.startsWith(`${words} `));
  if (known || (isTitleCase(words) && (!inCapitals(draft, quotation) || named.test(before)))) {
    const entity = known?.[1] ?? draft.addEntity('document', words, { type: 'paper' }).id;
    if (!known) titles.set(words, entity);
    return { ...base, type: 'title', entity, rule: 'phrase.title', certainty: 'medium' };
  }
  //   > | Article 3 reads: “…”   > | in the following terms: “…”; or simply many words
  //               ^^^^^
  if (cited.test(before) || words.split(' ').length >= 8)
    return { ...base, type: 'quote', rule: 'phrase.quote', certainty: cited.test(before) ? 'medium' : 'low' };
  return { ...base, type: 'soCalled', rule: 'phrase.so-called', certainty: 'low' };
}

const small = new Set('a an and as at by for from in of on or the to with between'.split(' '));

const cited =
  /\b(?:reads?|reading|follows|following|terms|provide[sd]?|stipulate[sd]?|states?|stated|text|says)\b[\s\u00a0]*[,:–—-]?[\s\u00a0]*$/iu;

//   > | IN AN ARTICLE ENTITLED "OUR DUTY TO THE NATION"
//                     ^^^^^^^^
const named =
  /\b(?:ENTITLED|TITLED|CALLED|HEADED|HEADLINED?|ARTICLE|EDITORIAL|BOOK|PAPER|REPORT|FILM|PAMPHLET|SPEECH)[\s\u00a0]+$/;

/** Is all that stands around the quotation in capitals, so that those of a title say nothing? */
function inCapitals(draft: Draft, { span, inner }: Quotation): boolean {
  const around = draft.text.slice(Math.max(0, span.start - 80), span.end + 80);
  return !/\p{Ll}/u.test(draft.slice(inner)) && !/\p{Ll}{3}/u.test(around);
}

/** Three words or more, all but the small ones with a capital. */
function isTitleCase(words: string): boolean {
  const list = words.split(' ');
  return (
    list.length >= 3 && list.length <= 20 && list.every((w) => small.has(w) || /^[\p{Lu}\p{N}(]/u.test(w))
  );
}
