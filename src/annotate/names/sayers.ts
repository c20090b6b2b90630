/**
 * People who are named by a bare surname where they are said to say something: «Menzies replied that …». A
 * surname elsewhere is taken only if it is known from such a place, from a title or from the header.
 */
import { countries } from '../countries.ts';
import type { Mention } from './person-finder.ts';
import { tokensOf } from './person-finder.ts';
import { isPlaceName } from './places.ts';
import { titleHeads } from './titles.ts';
import { adjoins, isCommon, isNameWord, isParticle, isVocabulary, type Word } from './words.ts';

const saying =
  /^(?:said|told|replied|asked|stated|answered|remarked|added|thought|felt|explained|emphasi[sz]ed|suggested|observed|commented|responded|noted|stressed|urged|insisted|argued|continued|inquired|enquired|believed|agreed|mentioned|pointed|indicated|expressed|informed|admitted|interjected|says|thinks|repeated|reiterated|assured|hoped|wondered|advised|announced|claimed|commented|concluded|confirmed|contended|declared|demanded|denied|maintained|proposed|protested|recalled|recommended|reported|stresses|warned|wrote|cabled|disclosed|acknowledged|conceded|speculated|telegraphed|recorded|minuted)$/;

const nationalities: ReadonlySet<string> = new Set(
  countries.flatMap((c) => c.adjectives).map((a) => a.toLowerCase()),
);

/** Words between a name and its verb. */
const auxiliary =
  /^(?:had|has|also|then|again|later|now|only|further|recently|earlier|repeatedly|\p{L}{3,}ly)$/u;

/** Verbs whose object is a person. */
const addressing =
  /^(?:told|asked|informed|assured|thanked|reminded|congratulated|handed|telephoned|cabled|warned)$/;

/** Bodies and papers that speak in the news. */
const voices =
  /^(?:cypriots|swedes|danes|finns|turks|greeks|czechs|poles|slovaks|serbs|croats|kurds|thais|cambodge|formin|conoff|consoff|emboff|poloff|econoff|couns|rationale|sacsea|usrep|usoff|theless|tass|pravda|izvestia|domei|havas|xinhua|hansard|soviets?|fretilin|apodeti|ncna|bbc|abc|times|herald|chicom|chicoms|department|embassy|legation|delegation|reftel|politburo|comintern|kuomintang|admiralty|treasury|washington|whitehall|wehrmacht|parliament|vietcong|governments?|faction|group|regime|clique|administration|cabinet|party|union|association|committee|ministry)$/;

/** Names before verbs of saying, and those who are told something, that no other mention covers. */
export function sayersIn(
  text: string,
  words: readonly Word[],
  capitals: boolean,
  known: readonly Mention[],
): readonly Mention[] {
  const found: Mention[] = [];
  let next = 0;
  for (let i = 0; i + 1 < words.length; i++) {
    const verb = words[i] as Word;
    const name = words[i + 1] as Word;
    if (!addressing.test(verb.key) || (!capitals && /^\p{Lu}/u.test(verb.text)) || !adjoins(text, verb, name))
      continue;
    while (next < known.length && (known[next]?.span.end ?? 0) < name.end) next++;
    if ((known[next]?.span.start ?? Number.POSITIVE_INFINITY) < name.end) continue;
    const after = words[i + 2];
    if (
      !isBareSurname(name, capitals) ||
      (after && adjoins(text, name, after) && isNameWord(after, capitals) && !name.possessive)
    )
      continue;
    found.push(mention(text, [name]));
  }
  next = 0;
  for (let i = 1; i < words.length; i++) {
    const verb = words[i] as Word;
    if (!saying.test(verb.key) || (!capitals && /^\p{Lu}/u.test(verb.text))) continue;
    //   > | HODGES HAD REMARKED        > | Arriens also said
    let at = i - 1;
    while (at > 0 && i - at < 3 && auxiliary.test((words[at] as Word).key)) at--;
    const name = words[at] as Word;
    if (name.possessive || words.slice(at, i).some((w, n) => !adjoins(text, w, words[at + n + 1] as Word)))
      continue;
    while (next < known.length && (known[next]?.span.end ?? 0) < name.end) next++;
    if ((known[next]?.span.start ?? Number.POSITIVE_INFINITY) < name.end) continue;
    if (!isBareSurname(name, capitals)) continue;
    // Only one word: what stands before it may be an office, a nationality or another name.
    const before = words[at - 1];
    const joined = before && adjoins(text, before, name);
    if (
      joined &&
      (isNameWord(before, capitals) || isParticle(before)) &&
      !isCommon(before.key) &&
      !capitals
    ) {
      if (isPlaceName(before.text) || !isBareSurname(before, capitals)) continue;
      const third = words[at - 2];
      if (third && adjoins(text, third, before) && isNameWord(third, capitals)) continue;
      found.push(mention(text, [before, name]));
      continue;
    }
    // «RENE CRUZ OF AZUCARERA CHOLUTECA ADVISED»: behind another uncommon word it is part of some name.
    if (joined && capitals && isNameWord(before, true) && before.text.length > 3) continue;
    if (joined && isPlaceName(text.slice(before.start, name.end))) continue;
    if (/-[ \n]$/.test(text.slice(name.start - 2, name.start))) continue;
    if (joined && (capitals ? /^(?:the|a|an)$/.test(before.key) : /^(?:the|a|an|The|A)$/.test(before.text)))
      continue;
    found.push(mention(text, [name]));
  }
  return found;
}

/** May the word alone be a surname: no word of the language, no place, people, body or title? */
export const isBareSurname = (word: Word, capitals: boolean): boolean =>
  isNameWord(word, capitals) &&
  word.text.length >= 4 &&
  /[aeiouy]/.test(word.key) &&
  !isVocabulary(word.key) &&
  !isPlaceName(word.text) &&
  !voices.test(word.key) &&
  !titleHeads.has(word.key) &&
  !titleHeads.has(word.key.replace(/men$/, 'man').replace(/s$/, '')) &&
  !/^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/.test(word.key) &&
  !runTogether(word.key) &&
  !nationalities.has(word.key) &&
  !/(?:ans|ese|ish|ists?|ites?)$/.test(word.key);

/** `COUNTRIESHAVE`: two common words between which the line lost its blank. */
const runTogether = (key: string): boolean => {
  if (key.length < 8) return false;
  for (let i = 4; i <= key.length - 3; i++)
    if (isCommon(key.slice(0, i)) && isCommon(key.slice(i))) return true;
  return false;
};

const mention = (text: string, names: readonly Word[]): Mention => ({
  span: { start: (names[0] as Word).start, end: (names.at(-1) as Word).end },
  tokens: tokensOf(text, names),
  rule: 'name.sayer',
  certainty: 'medium',
});
