/**
 * The archive's citation of a document, as its page prints it: a sentence from which title, date, collection,
 * identifiers, access, repository, contributor and translator are read. Every word stays where it is.
 */
import type { CatalogueFact, CatalogueName, Certainty, Span } from '../document.ts';
import type { RuleId } from '../rules.ts';

/** A month, a day, a year as English prints them: enough to see that a line is a date. */
const datePattern =
  /\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December),? \d{4})\b/;

/** A line that is a date and nothing else. */
export const isDateLine = (line: string): boolean => {
  const match = datePattern.exec(line);
  return match !== null && match[0].length === line.length;
};

const names = "(?:[A-Z][\\p{L}.'’-]*\\s)*[A-Z][\\p{L}'’-]+";

//   > | Contributed by Yutaka Kanda and translated by Stephen Mercado.
//                      ^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^
const people: readonly (readonly [CatalogueName, RuleId, RegExp])[] = [
  [
    'contributor',
    'catalogue.contributor',
    new RegExp(
      `\\b(?:[Cc]ontributed|[Oo]btained|[Pp]rovided|[Dd]onated)(?: \\p{Ll}+){0,4}? by (${names})`,
      'u',
    ),
  ],
  [
    'translator',
    'catalogue.translator',
    new RegExp(`\\b[Tt]ranslated(?: \\p{Ll}+){0,4}? by (${names})`, 'u'),
  ],
];

/**
 * A citation says who holds or gave the document: that is what tells it from prose.
 */
export function isCitation(line: string): boolean {
  return (
    line.length > 40 &&
    datePattern.test(line) &&
    /\b(?:Archives?|Library|Collection|Papers|Record Group|Contributed by|Obtained by|Translated (?:by|for)|translated by)\b/.test(
      line,
    ) &&
    /^["“'‘]|\b(?:Contributed|Obtained|Translated)\b/.test(line)
  );
}

/**
 * Reads a citation.
 *
 *     > | "Cable No. 1384, …," July 22, 1978, History and … Digital Archive, 2010-367, Act on Access to …
 *         title               date           collection                     identifier access
 */
export function readCitation(text: string, span: Span): readonly CatalogueFact[] {
  const line = text.slice(span.start, span.end);
  const facts: CatalogueFact[] = [];
  const add = (
    name: CatalogueName,
    rule: RuleId,
    from: number,
    value: string,
    certainty: Certainty = 'high',
  ) => {
    facts.push({
      name,
      rule,
      certainty,
      value,
      span: { start: span.start + from, end: span.start + from + value.length },
    });
  };

  //   > | "Cable No. 1384, Ambassador Sato …,"
  //        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  const title = /^(["“'‘])(.+?),?["”'’](?=,?\s)/.exec(line);
  const date = datePattern.exec(line);
  const titleEnd = title && date && title[0].length <= date.index ? title[0].length : 0;
  if (title && titleEnd) add('title', 'catalogue.title', 1, title[2] ?? '');
  if (date && date.index >= titleEnd) add('date', 'catalogue.citation-date', date.index, date[0]);

  // The parts between the date and the first full stop, set off by commas.
  const from = date ? date.index + date[0].length : titleEnd;
  const stop = /\.\s|\.$/.exec(line.slice(from));
  const sentence = line.slice(from, stop ? from + stop.index : line.length);
  let at = from;
  const numbers: { readonly start: number; readonly words: string; readonly part: number }[] = [];
  const acts: number[] = [];
  let index = 0;
  for (const part of sentence.split(/(,\s+)/)) {
    const words = part.trim();
    if (/^,\s+$/.test(part) || words === '') {
      at += part.length;
      continue;
    }
    const start = at + part.indexOf(words);
    index++;
    if (/\b(?:Act|Law|Ordinance|Statute)\b/.test(words)) {
      add('access', 'catalogue.access', start, words, 'medium');
      acts.push(index);
    } else if (/\b(?:Archives?|Library|Collection|Papers|Program(?:me)?|Museum)\b/.test(words))
      add('collection', 'catalogue.collection', start, words);
    else if (/\d/.test(words) && /^[\w.()/: -]{2,40}$/.test(words))
      numbers.push({ start, words, part: index });
    at += part.length;
  }
  // Beside the act under which the document was released a number is that of the request or the release.
  for (const { start, words, part } of numbers) {
    if (acts.some((act) => Math.abs(act - part) === 1))
      add('disclosure-number', 'catalogue.disclosure-number', start, words, 'medium');
    else add('identifier', 'catalogue.identifier', start, words, 'medium');
  }

  //   > | Also available at the Diplomatic Archives of the Ministry of Foreign Affairs of Japan.
  //                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  const held =
    /\b([Aa]lso )?(?:available at|held (?:at|by)|located (?:at|in)|preserved (?:at|in)) (?:the )?([A-Z][^.;]{3,120}?)(?=[.;]|$)/.exec(
      line,
    );
  if (held) {
    const holder = held[2] ?? '';
    const start = held.index + held[0].length - holder.length;
    if (held[1]) add('other-holder', 'catalogue.other-holder', start, holder);
    else add('repository', 'catalogue.repository', start, holder);
  }

  for (const [name, rule, pattern] of people) {
    const by = pattern.exec(line);
    const who = by?.[1];
    if (by && who) add(name, rule, by.index + by[0].length - who.length, who);
  }
  return facts.sort((a, b) => a.span.start - b.span.start);
}
