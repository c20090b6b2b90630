/**
 * People who stand in a list of surnames that a formula opens: who drafted and cleared a paper, and for whose eyes a
 * telegram is. Behind these words nothing but a person, an office or a bureau can stand.
 *
 *     > | Drafted by Marsh (EUR); cleared by Pell and Quane.        > | EYES ONLY FOR MARSH, PELL
 *                    ^^^^^                   ^^^^     ^^^^^                           ^^^^^  ^^^^
 */
import { type Mention, tokensOf } from './person-finder.ts';
import { isPlaceName } from './places.ts';
import { titleCourtesies, titleHeads } from './titles.ts';
import { isListed, isNameWord, nameRun, type Word } from './words.ts';

const opening =
  /\b(?:(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Cc]oncurred[ ]in|[Ii]nitialed|[Ii]nitialled)(?:[ ]in[ ](?:draft|substance))?[ \u00a0](?:by|with)|(?:EYES|Eyes)[ ](?:ONLY|only)[.:,]?(?:[ ](?:FOR|for))?[.:]?)[ \u00a0]/gu;

/** In a line of the heading: «For Spender from Casey». */
const addressed = /\b(?:For|FOR|From|FROM|for|from)[ \u00a0]/gu;

/** Between two names: a comma, «and», a bureau in brackets, a semicolon within one formula. */
const between =
  /^(?:[ \u00a0]?\([^()\n]{1,30}\))?(?:[,.;]?[ \u00a0\n]+(?:and|AND|&)[ \u00a0\n]+|[,;][ \u00a0\n]*)$/u;

/** Signs of bureaus and posts in such a list. */
const bureau = /^\p{Lu}{1,4}$/u;
const signs = /^\p{Lu}{1,4}(?:\/\p{Lu}{1,4})*/u;

/**
 * @param known people whom other rules found, in the order of the text
 * @param heading the words are a line of the heading that says for whom a telegram is and from whom
 * @returns those of such lists whom they did not
 */
export function listedIn(
  text: string,
  words: readonly Word[],
  capitals: boolean,
  known: readonly Mention[],
  heading = false,
): readonly Mention[] {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  const found: Mention[] = [];
  const part = text.slice(first.start, last.end);
  for (const match of [...part.matchAll(opening), ...(heading ? part.matchAll(addressed) : [])]) {
    const start = first.start + match.index + match[0].length;
    const shouted = /ONLY/.test(match[0]);
    let i = words.findIndex((w) => w.start >= start);
    if (i < 0 || words[i]?.start !== start) continue;
    while (i < words.length) {
      const end = itemAt(text, words, i, capitals || shouted, known, found);
      if (end === 0) break;
      while (i < words.length && (words[i] as Word).start < end) i++;
      // Words within the brackets of a bureau are no names.
      const closing = /^[ \u00a0]?\([^()\n]{1,30}\)/u.exec(text.slice(end, end + 34))?.[0].length ?? 0;
      while (i < words.length && (words[i] as Word).start < end + closing) i++;
      if (words[i]?.key === 'and') i++;
      const next = words[i];
      if (!next || !between.test(text.slice(end, next.start))) break;
    }
  }
  return found;
}

/** Where the item of the list that begins at `words[i]` ends, and its person into `found`; 0 where none begins. */
function itemAt(
  text: string,
  words: readonly Word[],
  i: number,
  capitals: boolean,
  known: readonly Mention[],
  found: Mention[],
): number {
  const word = words[i] as Word;
  const already = known.find((m) => m.span.start <= word.start && word.start < m.span.end);
  if (already) return already.span.end;
  if (!capitals && bureau.test(word.text))
    return word.start + (signs.exec(text.slice(word.start, word.start + 20))?.[0].length ?? word.text.length);
  const length = nameRun(text, words, i, capitals, 4);
  const names = words.slice(i, i + length);
  const surname = names.at(-1);
  if (!surname || surname.text.length < 3 || surname.possessive) return 0;
  if (!capitals && !/\p{Ll}/u.test(surname.text)) return surname.end;
  const printed = text.slice(word.start, surname.end);
  if (
    names.some((w) => w.text.length > 1 && (isListed(w.key) || !isNameWord(w, capitals))) ||
    names.some((w) => titleHeads.has(w.key) || titleCourtesies.has(w.key) || bodies.test(w.key)) ||
    !/[aeiouy]/.test(surname.key) ||
    isPlaceName(printed)
  )
    return 0;
  found.push({
    span: { start: word.start, end: surname.end },
    tokens: tokensOf(text, names),
    rule: 'name.list',
    certainty: 'medium',
  });
  return surname.end;
}

const bodies =
  /^(?:state|defense|treasury|usia|nasa|usun|cincpac|secstate|secdef|commerce|justice|embassy|nodis|exdis|niact)$/;
