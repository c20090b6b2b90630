/**
 * People whom a telegram all in capitals names by a bare surname and nowhere in full. Where nothing but the dictionary
 * tells a name from a word, much is asked: no word of the language and no place, twice at least in the text, acting as
 * people do or named beside one who is known, and spoken of as «he», not as «it», for companies act too.
 *
 *     > | SARKIS HAS TOLD US THAT HE …        > | FRANGIE AND SKAFF
 *         ^^^^^^              ^^                          ^^^^^
 */
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { forenames } from './data/forenames.ts';
import { textSpans } from './people.ts';
import { tokensOf } from './person-finder.ts';
import { isBareSurname } from './sayers.ts';
import { inCapitals, type Word, wordsOf } from './words.ts';

const acts =
  /^[ \n]{1,3}(?:(?:ALSO|THEN|AGAIN|\p{Lu}+LY)[ ])?(?:HAD|HAS|WOULD|COULD|MIGHT|MAY|SHOULD|MUST|WILL|IS|WAS|HIMSELF|SAID|SAYS|TOLD|ASKED|THINKS|THOUGHT|FELT|FEELS|BELIEVES?|BELIEVED|WANTED|WANTS|KNEW|KNOWS|SEEMED|SEEMS|AGREED|AGREES|MADE|GAVE|WENT|SPOKE|REPLIED|MET|LEFT|ARRIVED|RETURNED|APPEARED|APPEARS|SUGGESTED|VISITED|REMARKED)\b/u;
const spokenTo =
  /\b(?:TOLD|ASKED|SAW|MET|INFORMED|ASSURED|WITH|MEET|SEE|TELL|ABOUT|THAT|CALL|BRIEF|BRIEFED|BRIEFING|INVOLVE)[ \n]{1,3}$/u;
const placed = /\b(?:IN|AT|NEAR|INTO|THE|A|AN|FROM|OF THE|VIA|AROUND)[ \n]{1,3}$/u;
const things =
  /^[- ](?:CO\b|COMPANY|LTD|INC|CORP|AIRLINES?|AIRWAYS|LINES?\b|AIRPORT|PORT\b|RIVER|PROVINCE|REGION|AREA|DISTRICT|BASE\b|BANK|HOTEL|PROJECT|MINE|REFINERY|PLANT|TREATY|AGREEMENT|CONFERENCE|NEWSPAPER)/u;
const he = /\b(?:HE|HIS|HIM|HIMSELF|WHO)\b/gu;
const it = /\b(?:IT|ITS|ITSELF|WHICH)\b/gu;

interface Seen {
  readonly words: Word[];
  person: number;
  other: number;
  he: number;
  it: number;
}

export function annotateBareNamesInCapitals(draft: Draft): void {
  const seen = new Map<string, Seen>();
  for (const span of textSpans(draft)) {
    if (!inCapitals(draft.text, span)) continue;
    const words = wordsOf(draft.text, span);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word;
      if (!isBareSurname(word, true) || peoples.has(word.key) || draft.named(word)) continue;
      look(draft, word, words[i - 1], words[i + 1], seen);
    }
  }
  for (const [key, found] of seen) {
    if (found.words.length < 2 || found.person < 1.4 || found.he === 0 || found.it >= found.he) continue;
    if (found.other * 4 > found.words.length || draft.bearers(key).length > 0) continue;
    const entity = draft.addPerson(tokensOf(draft.text, found.words.slice(0, 1)), {});
    for (const { start, end } of found.words)
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

const peoples: ReadonlySet<string> = new Set(
  countries.flatMap((c) => [...c.adjectives, ...c.names]).flatMap((a) => a.toLowerCase().split(/[\s-]/)),
);

function look(
  draft: Draft,
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  seen: Map<string, Seen>,
): void {
  const { text } = draft;
  const entry = seen.get(word.key) ?? { words: [], person: 0, other: 0, he: 0, it: 0 };
  seen.set(word.key, entry);
  entry.words.push(word);
  const lead = text.slice(Math.max(0, word.start - 16), word.start);
  const rest = text.slice(word.end, word.end + 24);
  if (word.possessive) entry.person += 0.5;
  if (acts.test(rest)) entry.person += 0.8;
  if (spokenTo.test(lead)) entry.person += 0.4;
  if (beside(draft, word, before, true) || beside(draft, word, after, false)) {
    entry.person += 1;
    entry.he += 1;
  }
  if (placed.test(lead)) entry.other += 1;
  // Beside another word that is none of the language's it is part of something longer.
  for (const next of [before, after])
    if (
      next &&
      Math.abs(next.start - word.start) < 24 &&
      isBareSurname(next, true) &&
      adjacent(text, word, next)
    )
      entry.other += 1;
  if (things.test(rest)) entry.other += 2;
  // Within the sentence, soon: a later «he» is another.
  const near = /^[^.;\n]{0,70}/u.exec(text.slice(word.end, word.end + 70))?.[0] ?? '';
  if (acts.test(rest)) {
    entry.he += near.match(he)?.length ?? 0;
    entry.it += near.match(it)?.length ?? 0;
  }
  // A given name that stands alone, as rulers are called.
  if (forenames.has(word.key) && entry.words.length === 1) entry.he += 1;
}

const adjacent = (text: string, a: Word, b: Word): boolean =>
  /^[ \n]+$/u.test(a.start < b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start));

/** «FRANGIE AND SKAFF»: joined to a person who is known. */
function beside(draft: Draft, word: Word, next: Word | undefined, backward: boolean): boolean {
  if (!next) return false;
  const window = backward
    ? { start: Math.max(0, word.start - 30), end: word.start }
    : { start: word.end, end: word.end + 30 };
  return draft
    .namesIn(window)
    .some(
      (n) =>
        n.type === 'person' &&
        /^[ \n]+(?:AND|OR)[ \n]+$/u.test(
          backward ? draft.text.slice(n.span.end, word.start) : draft.text.slice(word.end, n.span.start),
        ),
    );
}
