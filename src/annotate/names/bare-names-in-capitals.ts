/**
 * People whom a telegram all in capitals names without a title: by a bare surname, or in full by names that no list of
 * forenames has. Where nothing but the dictionary tells a name from a word, signs are asked for: a word that is none of
 * the language and no place, which comes back and acts as people do, or stands beside one who is known; companies act
 * too, but they are spoken of as «it», and have officials and offices.
 *
 *     > | SARKIS HAS TOLD US THAT HE …        > | FRANGIE AND SKAFF        > | DISSIDENTS HARISH BOODHOO, ROHIT BEEDASSY
 *         ^^^^^^              ^^                          ^^^^^                          ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^
 */
import type { NameMention, Span } from '../../document.ts';
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { forenames } from './data/forenames.ts';
import { textSpans } from './people.ts';
import { tokensOf } from './person-finder.ts';
import { isBareSurname } from './sayers.ts';
import { addSigns, type Signs } from './signs-in-capitals.ts';
import { adjoins, isInitial, isParticle, isVocabulary, type Word } from './words.ts';

interface Seen extends Signs {
  readonly places: { readonly span: Span; readonly words: readonly Word[] }[];
}

export function annotateBareNamesInCapitals(draft: Draft): void {
  const full = new Map<string, Seen>();
  const single = new Map<string, Seen>();
  for (const span of textSpans(draft)) {
    if (!draft.inCapitals(span)) continue;
    const words = draft.words(span);
    for (let i = 0; i < words.length; i++) {
      const run = runAt(draft, words, i);
      if (run.length === 0) continue;
      look(draft, run, words[i - 1], words[i + run.length], run.length > 1 ? full : single);
      i += run.length - 1;
    }
  }
  // A name in full first: its last word then may stand alone.
  for (const seen of full.values()) if (isFullName(seen)) addPerson(draft, seen);
  // In a scan a word that stands once may be any word, misread.
  const scanned = draft.document.dialect === 'ocr-telegram';
  for (const [key, seen] of single) {
    if (scanned && seen.places.length === 1) continue;
    if (isPerson(seen, draft.bearers(key).length > 0)) addPerson(draft, seen);
    else if (!scanned && isBody(key, seen)) addBody(draft, seen);
  }
}

const peoples: ReadonlySet<string> = new Set(
  countries.flatMap((c) => [...c.adjectives, ...c.names]).flatMap((a) => a.toLowerCase().split(/[\s-]/)),
);

const unknown = (draft: Draft, word: Word): boolean =>
  isBareSurname(word, true) &&
  !word.key.split('-').some((part) => peoples.has(part) || (part !== word.key && isVocabulary(part))) &&
  !draft.named(word);

/** Words that begin a name in full: unknown ones of three letters too, forenames, initials. */
const given = (draft: Draft, word: Word): boolean =>
  !draft.named(word) &&
  (isInitial(draft.text, word) || (forenames.has(word.key) && word.key !== 'august') || unknown(draft, word));

/** One unknown word, or a run of them with initials and particles between that ends in one. */
function runAt(draft: Draft, words: readonly Word[], from: number): readonly Word[] {
  const first = words[from] as Word;
  const alone = unknown(draft, first);
  if (!alone && !given(draft, first)) return [];
  let last = alone ? from : -1;
  for (let i = from + 1; i < words.length && i - from < 5; i++) {
    const [before, word] = [words[i - 1] as Word, words[i] as Word];
    const joined = isInitial(draft.text, before)
      ? /^\.[ \n]?$/u.test(draft.text.slice(before.end, word.start))
      : adjoins(draft.text, before, word);
    if (before.possessive || !joined || draft.named(word)) break;
    if (unknown(draft, word)) last = i;
    else if (!isParticle(word) && !isInitial(draft.text, word)) break;
  }
  return last < 0 ? [] : words.slice(from, last + 1);
}

function look(
  draft: Draft,
  run: readonly Word[],
  before: Word | undefined,
  after: Word | undefined,
  seen: Map<string, Seen>,
): void {
  const { text } = draft;
  const [first, last] = [run[0] as Word, run.at(-1) as Word];
  // «GOVERN- MENT»: a word that the line broke is no name.
  if (
    /-[ \n]$/.test(text.slice(first.start - 2, first.start)) ||
    /^-[ \n]/.test(text.slice(last.end, last.end + 2))
  )
    return;
  const key = run.map((w) => w.key).join(' ');
  const entry = seen.get(key) ?? { places: [], person: 0, other: 0, articles: 0, body: 0, he: 0, it: 0 };
  seen.set(key, entry);
  entry.places.push({ span: { start: first.start, end: last.end }, words: run });
  addSigns(text, first.start, last.end, last.possessive, entry);
  if (beside(draft, first, before, true) || beside(draft, last, after, false)) {
    entry.person += 1;
    entry.he += 1;
  }
  if (forenames.has(first.key) && entry.places.length === 1) {
    // A given name that stands alone, as rulers are called; or one that begins a name.
    entry.he += 1;
    if (run.length > 1) entry.person += 0.6;
  }
}

/** Two words of no language beside each other are a name already; a sign that they are a person's must come to it. */
const isFullName = ({ places, person, other, it, he }: Seen): boolean =>
  person >= 0.8 &&
  other < 1 &&
  it <= he &&
  !places.some((p) => foreign.test(p.words.map((w) => w.key).join(' ')));

const foreign =
  /\b(?:instituto?|nacional|nationale?|compan[ih]ia|sociedad|societe|banco|banque|partido|frente|union|gmbh|societa|ente|federacion|confederacion|movimiento|radio|rude|pravda|diario|prensa|el|la|le|les|los|der|die)\b/;

function isPerson({ places, person, other, he, it }: Seen, known: boolean): boolean {
  const times = places.length;
  if (known || other * 4 > times) return false;
  // «SOCIALIST LEADER DEMARTINO»: once will do behind a calling.
  if (times === 1) return person >= 1.4 && other === 0 && it === 0;
  // Who is named again and again is called «he» now and then; a company is not.
  if (he > 0 && it <= he && person >= 1.2) return he * 8 >= times;
  return person >= 2.4 && times >= 4 && it * 6 <= times && person * 4 >= times;
}

//   > | THE FOCEP DEPUTIES … IF FOCEP AGREES
//         ^^^^^                ^^^^^
/** Letters that are spoken as a word, which come back and have members, leaders, an article. */
const isBody = (key: string, { places, person, articles, body, he }: Seen): boolean =>
  /^[a-z]{4,8}$/.test(key) &&
  places.length >= 2 &&
  body + articles / 4 >= 1.25 &&
  articles < places.length &&
  body > person &&
  he === 0;

function addBody(draft: Draft, { places }: Seen): void {
  const [first] = places;
  if (!first) return;
  const name = draft.slice(first.span);
  const entity = draft.entityFor(`org ${name}`, 'org', name);
  for (const { span } of places)
    draft.add({
      kind: 'name',
      type: 'org',
      form: 'name',
      span,
      entity: entity.id,
      rule: 'name.acronym',
      certainty: 'low',
    });
}

function addPerson(draft: Draft, { places, person }: Seen): void {
  const tokens = tokensOf(draft.text, places[0]?.words ?? []);
  const bearers = draft
    .bearers((tokens.at(-1) ?? '').toLowerCase())
    .filter((e) => e.name === tokens.join(' '));
  const entity = bearers[0] ?? draft.addPerson(tokens, {});
  for (const { span } of places) {
    const mention: NameMention = {
      kind: 'name',
      type: 'person',
      form: 'name',
      span,
      entity: entity.id,
      rule: 'name.bare',
      certainty: person >= 3 ? 'medium' : 'low',
    };
    draft.add(mention);
  }
}

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
