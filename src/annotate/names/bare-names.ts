/**
 * People whom the text names by a bare surname and nowhere in full: «the firm attitude that Hitler had shown». A word
 * with a capital within a sentence that is none of the language's and no place's is somebody's name if the text
 * lets it act, have, or be spoken to; where it stands as places do, it is left alone. East Asian names, the surname
 * first, are told by their form.
 *
 *     > | … when Adenauer had left …        > | … Khrushchev’s remarks …        > | … a talk with Chiang Ching-kuo …
 *                ^^^^^^^^ ^^^                     ^^^^^^^^^^^^                                  ^^^^^^^^^^^^^^^^
 */
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { surnamesFirst } from './data/east-asian.ts';
import { textSpans } from './people.ts';
import { tokensOf } from './person-finder.ts';
import { isPlaceName } from './places.ts';
import { titleHeads } from './titles.ts';
import {
  adjoins,
  isCommon,
  isListed,
  isNameWord,
  isParticle,
  isVocabulary,
  keyOf,
  type Word,
} from './words.ts';

const peoples: ReadonlySet<string> = new Set(
  countries
    .flatMap((c) => [...c.adjectives, ...c.names, 'Sovs', 'Sudeten', 'Anzac', 'Brits', 'Yanks', 'Japs'])
    .flatMap((a) => a.toLowerCase().split(/[\s-]/)),
);

/** What a person does, and a place or a thing hardly. */
const acts =
  /^[ \u00a0](?:also[ \u00a0]|then[ \u00a0]|again[ \u00a0]|apparently[ \u00a0]|\p{L}+ly[ \u00a0])?(?:had|has|would|could|did|does|might|may|should|must|will|himself|herself|and[ \u00a0](?:his|her)|said|says|told|asked|thought|thinks|felt|feels|believes?d?|wanted|wants|knew|knows|seemed|seems|agreed|agrees|made|gave|came|went|took|spoke|replied|wrote|intends?|intended|hopes?d?|saw|met|sees|raised|called|sent|handed|left|arrived|returned|appeared|appears|suggested|proposed|mentioned|stated|regards?|visited|remarked|pointed|expressed|approved|admitted|observed|added|feared|explained|stressed|insisted|emphasi[sz]ed|noted|himself)\b/u;
/** Any past: bodies and places act too, so it says less. */
const acted = /^[ \u00a0]\p{Ll}{3,}ed[ \u00a0](?:that|the|a|an|his|him|her|them|to|it|in|with|by)\b/u;
/** «…, asserted Rostow,» */
const inverted =
  /\b(?:said|asserted|replied|asked|added|remarked|observed|declared|insisted|wrote|concluded|continued)[ \u00a0]$/u;
/** «Roe’s reply», «Roe’s comment: “I …”»: what papers and agencies have is left to them. */
const owned =
  /^['’ʼ]s?[ \u00a0](?:own[ \u00a0])?(?:reply|answer|retort|words|question)\b|^['’ʼ]s?[ \u00a0]comment:[ \u00a0][“"‘']I\b/u;
/** Whom one gives or tells something. */
const given =
  /\b(?:told|tell|gave|give|given|giving|asked|ask|informed|inform|showed|handed|invited|invite|thanked|meet|met|meeting|see|saw|seen|convey to|said to|say to|put to|spoke to|speak to|talk(?:ed)? with|conversations? with|approach(?:ed)?)[ \u00a0]$/u;
const attributive = /^,[ \u00a0]who(?:m|se)?\b/u;
const spokenTo =
  /\b(?:told|asked|saw|met|informed|assured|reminded|thanked|with|by|and|that|when|if|as|whom|whether|because|while|between|after|before|than|against|about|for|of|meet|see|tell|ask|support|supports|Messrs\.?|Comrade)[ \u00a0]$/u;
const placed =
  /\b(?:in|at|near|into|through|around|outside|inside|towards?|via|off|across|throughout|within|over|from|to)[ \u00a0](?:the[ \u00a0])?$/iu;
const things =
  /^[ \u00a0](?:Island|Islands|River|Bay|Harbou?r|Port|Strait|Road|Street|Valley|Mountains?|Peninsula|Province|State|Airport|Airfield|Beach|Point|Conference|Plan|Pact|Treaty|Report|Line|Declaration|Agreement|Convention|Hotel|House|Palace|Club|area|region|province|district|harbou?r|airfield|aerodrome|peninsula|coast|group|faction|tribe|people)\b/u;
const nameEnding =
  /(?:ov|ev|sky|skii|enko|vich|shvili|yan|escu|berg|stein|mann|son|sen|well|ton|ley|inov|aev|ich)$/u;

interface Seen {
  readonly places: { readonly start: number; readonly end: number; readonly words: readonly Word[] }[];
  person: number;
  place: number;
  /** Within a sentence at least once: a capital there is no accident of place. */
  inside: boolean;
}

export function annotateBareNames(draft: Draft): void {
  const seen = new Map<string, Seen>();
  for (const span of textSpans(draft)) {
    if (draft.inCapitals(span)) continue;
    const words = draft.words(span);
    for (let i = 0; i < words.length; i++) {
      const run = runAt(draft, words, i);
      if (run.length === 0) continue;
      look(draft, span.start, words, i, run, seen);
      i += run.length - 1;
    }
  }
  for (const [, found] of seen) {
    if (!found.inside || found.person < 1.2 || found.place > found.person * 0.34) continue;
    const tokens = tokensOf(draft.text, found.places[0]?.words ?? []);
    const bearers = draft.bearers(keyOf(tokens.at(-1) ?? ''));
    const entity = bearers.length === 0 ? draft.addPerson(tokens, {}) : undefined;
    if (!entity) continue;
    for (const { start, end } of found.places)
      draft.add({
        kind: 'name',
        type: 'person',
        form: 'name',
        span: { start, end },
        entity: entity.id,
        rule: 'name.bare',
        certainty: found.person >= 3 ? 'medium' : 'low',
      });
  }
}

/** The words of a bare name that begins here: one surname, perhaps with a particle; or an East Asian name. */
function runAt(draft: Draft, words: readonly Word[], i: number): readonly Word[] {
  const first = words[i] as Word;
  if (!/^\p{Lu}/u.test(first.text) || draft.named(first)) return [];
  const next = words[i + 1];
  if (next && eastAsian(draft, first, next)) {
    //   > | Chiang Kai Shek
    const third = words[i + 2];
    const whole =
      third &&
      !/-/.test(next.text) &&
      eastAsian(draft, first, next) &&
      adjoins(draft.text, next, third) &&
      /^\p{Lu}\p{Ll}{1,5}$/u.test(third.text) &&
      !isCommon(third.key) &&
      !draft.named(third);
    return whole ? [first, next, third] : [first, next];
  }
  if (isParticle(first) && next && candidate(draft, next) && adjoins(draft.text, first, next))
    return [first, next];
  return candidate(draft, first) ? [first] : [];
}

//   > | Liu Shaoqi        > | Chiang Ching-kuo
function eastAsian(draft: Draft, surname: Word, given: Word): boolean {
  return (
    surnamesFirst.has(surname.key) &&
    !surname.possessive &&
    adjoins(draft.text, surname, given) &&
    !draft.named(given) &&
    /^\p{Lu}\p{Ll}+(?:[-’']\p{L}\p{Ll}*)?$/u.test(given.text) &&
    given.text.length > 2 &&
    !isPlaceName(given.text) &&
    !peoples.has(given.key) &&
    (/-/.test(given.text) || !isCommon(given.key) || (!isListed(given.key) && !isListed(surname.key)))
  );
}

const candidate = (draft: Draft, word: Word): boolean =>
  /^\p{Lu}\p{L}*\p{Ll}/u.test(word.text) &&
  word.text.length >= 3 &&
  isNameWord(word, false) &&
  !isVocabulary(word.key) &&
  !(word.key.endsWith('s') && isCommon(word.key.slice(0, -1))) &&
  !titleHeads.has(word.key) &&
  !titleHeads.has(word.key.replace(/men$/, 'man').replace(/s$/, '')) &&
  !isPlaceName(word.text) &&
  !word.key.split('-').some((part) => peoples.has(part)) &&
  !/(?:ans|ese|ish|ists?|ites?|ians?|ism)$/.test(word.key) &&
  !draft.named(word);

function look(
  draft: Draft,
  from: number,
  words: readonly Word[],
  i: number,
  run: readonly Word[],
  seen: Map<string, Seen>,
): void {
  const first = run[0] as Word;
  const last = run.at(-1) as Word;
  const before = words[i - 1];
  const after = words[i + run.length];
  // Beside another word with a capital it is part of something longer, which other rules may know.
  const joined = (a: Word | undefined, b: Word | undefined) =>
    a !== undefined &&
    b !== undefined &&
    /^\p{Lu}/u.test(a.text) &&
    /^\p{Lu}/u.test(b.text) &&
    adjoins(draft.text, a, b);
  const opens =
    before === undefined ||
    /[.!?:;“"‘(\n]\s*$/u.test(draft.text.slice(Math.max(from, first.start - 3), first.start));
  if (run.length === 1 && ((joined(before, first) && !opens) || joined(last, after)) && !last.possessive)
    return;
  const key = last.key;
  const entry = seen.get(key) ?? { places: [], person: 0, place: 0, inside: false };
  seen.set(key, entry);
  entry.places.push({ start: first.start, end: last.end, words: run });
  entry.inside ||= !opens;
  const lead = draft.text.slice(Math.max(from, first.start - 24), first.start);
  const rest = draft.text.slice(last.end, last.end + 40);
  if (run.length > 1) entry.person += 2;
  if (last.possessive || /^['’ʼ][ \u00a0]\p{Ll}/u.test(rest)) entry.person += 0.8;
  if (owned.test(rest)) entry.person += 0.5;
  if (acts.test(rest)) entry.person += 1.2;
  else if (acted.test(rest)) entry.person += 0.6;
  if (attributive.test(rest) || (inverted.test(lead) && /^[,.;]/.test(rest))) entry.person += 1.2;
  if (given.test(lead)) entry.person += 0.8;
  else if (spokenTo.test(lead)) entry.person += 0.4;
  entry.person += company(draft, first, last);
  if (nameEnding.test(key) && entry.places.length === 1) entry.person += 0.4;
  // «in Santos’ attitude»
  const owns = last.possessive || /^['’ʼ](?!\p{L})/u.test(rest);
  if (placed.test(lead) && !owns) entry.place += /\b(?:from|to)\s/iu.test(lead.slice(-6)) ? 0.4 : 1;
  if (things.test(rest)) entry.place += 1.5;
  if (/\bthe[ \u00a0]$/iu.test(lead)) entry.place += 1.5;
}

/**
 * In a row with people who are known, or with the writer himself.
 *
 *     > | Mr. Tange, Menadue, Griffith and myself        > | by Truman and Attlee
 *                    ^^^^^^^  ^^^^^^^^                           ^^^^^^     ^^^^^^
 */
function company(draft: Draft, first: Word, last: Word): number {
  const { text } = draft;
  const myself = /^(?:,[ \u00a0]\p{Lu}[\p{L}’'-]+){0,4},?[ \u00a0]and[ \u00a0](?:myself|I)\b/u.test(
    text.slice(last.end, last.end + 80),
  );
  if (myself) return 1.2;
  const people = draft
    .namesIn({ start: Math.max(0, first.start - 60), end: last.end + 60 })
    .filter((n) => n.type === 'person');
  const joined = (from: number, to: number) =>
    /^(?:[ \u00a0]?\[\d{1,3}\]|\d{1,2})?[ \u00a0](?:and|or)[ \u00a0]$/u.test(text.slice(from, to));
  const row = (from: number, to: number) =>
    /^(?:[ \u00a0]?\[\d{1,3}\]|\d{1,2})?,[ \u00a0](?:and[ \u00a0])?$/u.test(text.slice(from, to));
  if (people.some((n) => joined(n.span.end, first.start) || joined(last.end, n.span.start))) return 1.2;
  return people.some((n) => row(n.span.end, first.start) || row(last.end, n.span.start)) ? 0.5 : 0;
}
