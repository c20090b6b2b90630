/**
 * Correspondents as editors of documents name them: one person with an office, several surnames, a department.
 */
import type { Span } from '../../document.ts';

const honorific =
  '(?:Messrs|Mrs?|Miss|Ms|Sir|Lord|Lady|Dr|Prof(?:essor)?|Hon|Rt|The|General|Lieutenant|Lt|Maj(?:or)?|Brigadier|Brig|Col(?:onel)?|Captain|Capt|Commander|Cdr|Commodore|Admiral|Vice-Admiral|Rear-Admiral|Air|Field|Viscount|Baron|Count|Senator|President|Prince|Jonkheer|Jhr|Senhor|Herr|M)\\b\\.?';
const honorificAt = new RegExp(`^${honorific}`);
const small = '(?:van|von|der|de|da|du|le|la|bin|al)';
const surname = `(?:(?:Mc|Mac|O['’]|D['’])?\\p{Lu}[\\p{L}'’.-]*(?:[ ](?:${small}[ ])*\\p{Lu}[\\p{L}'’.-]*){0,3})`;
const away = '(?:[ ]\\([^()]{2,40}\\))?';
const nameOnly = new RegExp(`^(?:${small}[ ])*${surname}${away}$`, 'u');

/** Words that a body has in its name and a person has not. */
const bodyWords =
  /\b(?:Government|Department|Office|Ministry|Delegation|Legation|Embassy|Consulate|Commission|Committee|Council|Cabinet|Mission|Command|Board|Staff|Posts|Chiefs|Bank|Conference|Secretariat|Bureau|High Commissioner|Prime Minister|Secretary|Minister|Delegates|Representatives?|Company)\b/i;

/** A person named by surname, perhaps with forenames or initials, and nothing else. */
export const isPersonName = (words: string): boolean =>
  nameOnly.test(words) && !bodyWords.test(words) && words.length <= 45;

/** A person, with a title before the name or by surname alone; or a body that writes letters. */
export const isParty = (words: string): boolean =>
  isPersonName(words) ||
  (honorificAt.test(words) && words.length < 160) ||
  (/^(?:the )?\p{Lu}/u.test(words) &&
    bodyWords.test(words) &&
    words.length < 120 &&
    !/^Government$/.test(words));

/** Span of a part of `text`, its blanks and note marks taken off. */
function tidy(text: string, start: number, end: number): Span | undefined {
  let a = start;
  let b = end;
  for (;;) {
    const words = text.slice(a, b);
    const tail = /(?:\s*\[\d{1,3}\]|[\s,;:*_]+|(?<=\p{Ll}[.)]?)\d{1,2}|(?<=[\p{L})]),? \d{1,3})$/u.exec(
      words,
    );
    if (tail && tail[0] !== '') b -= tail[0].length;
    else break;
  }
  const head = /^[\s,;:*_]+/.exec(text.slice(a, b));
  if (head) a += head[0].length;
  return b > a ? { start: a, end: b } : undefined;
}

/**
 * The correspondents named in a span, each with its own.
 *
 *     > | Curtin, Chifley and Evatt      > | Mr J. A. Smith, Prime Minister, and Sir John Brown, Treasurer
 *         ^^^^^^  ^^^^^^^     ^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^
 */
export function partiesIn(text: string, span: Span): readonly Span[] {
  const whole = tidy(text, span.start, span.end);
  if (!whole) return [];
  const words = text.slice(whole.start, whole.end);
  const cuts: [number, number][] = [];
  const cutAt = (pattern: RegExp, source = words, base = 0) => {
    for (const match of source.matchAll(pattern))
      cuts.push([base + match.index, base + match.index + match[0].length]);
  };
  cutAt(/,?\s+(?:and|AND)\s+(?:to|TO)\s+(?=\p{Lu})/gu);
  if (honorificAt.test(words)) cutAt(new RegExp(`(?:,?\\s+and|,|;)\\s+(?=${honorific}\\s)`, 'g'));
  else {
    const parts = words.split(/(,\s+(?:and\s+)?|\s+(?:and|AND|&)\s+|\/)/);
    const named = parts.filter((_, i) => i % 2 === 0);
    if (named.length > 1 && named.every((p) => isPersonName(p.trim())))
      cutAt(/,\s+(?:and\s+)?|\s+(?:and|AND|&)\s+|\//g);
    else {
      // A person first, then a body: the body's own «and» and comma stay.
      const first = /^(.+?)\s+and\s+(?=\p{Lu})/u.exec(words);
      if (first && isPersonName(first[1] ?? '') && isParty(words.slice(first[0].length)))
        cuts.push([(first[1] ?? '').length, first[0].length]);
    }
  }
  const sorted = cuts.sort((a, b) => a[0] - b[0]);
  const spans: Span[] = [];
  let at = 0;
  for (const [start, end] of [...sorted, [words.length, words.length] as [number, number]]) {
    if (start < at) continue;
    const part = tidy(text, whole.start + at, whole.start + start);
    if (part) spans.push(part);
    at = end;
  }
  return spans;
}

/** The surname by which two mentions of a person are compared: lower case, without title and office. */
export function surnameOf(words: string): string {
  const whole = words.replace(/(?<=\p{L})\[(\p{L}+)\]/gu, '$1');
  const bare = whole.replace(/\([^)]*\)/g, ' ').split(',')[0] ?? '';
  const names = bare.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  return (names.at(-1) ?? '').toLowerCase();
}
