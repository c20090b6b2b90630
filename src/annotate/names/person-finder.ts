/**
 * Where people are named: a title before a name, initials before a surname, a forename that is known as one. What
 * stands there is told apart from who it is, which `people.ts` decides.
 */
import type { Certainty, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { forenames } from './data/forenames.ts';
import { isPlaceName } from './places.ts';
import { notNames, titleCourtesies, titleHeads, titleModifiers, titleObjects } from './titles.ts';
import {
  adjoins,
  afterTitle,
  isCommon,
  isInitial,
  isListed,
  isNameWord,
  isParticle,
  isVocabulary,
  nameRun,
  type Word,
} from './words.ts';

export interface Mention {
  readonly span: Span;
  /** The title, where there is one. */
  readonly role?: Span;
  readonly title?: string;
  readonly tokens: readonly string[];
  readonly rule: RuleId;
  readonly certainty: Certainty;
}

const units = new Set(['division', 'bureau', 'department', 'section', 'office']);

/** People named in a span, in the order of the text, none overlapping another. */
export function peopleIn(text: string, words: readonly Word[], capitals: boolean): readonly Mention[] {
  const found: Mention[] = [];
  for (let i = 0; i < words.length; ) {
    const mention =
      several(text, words, i, capitals) ??
      titled(text, words, i, capitals) ??
      initialled(text, words, i, capitals) ??
      named(text, words, i, capitals);
    if (!mention) {
      i++;
      continue;
    }
    found.push(mention);
    while (i < words.length && (words[i] as Word).start < mention.span.end) i++;
    //   > | Messrs. Coyne and Ash        > | Secretaries Vance and Brown
    //                       ^^^                                    ^^^^^
    if (mention.title && severalTitle.test(mention.title)) i = companions(text, words, i, capitals, found);
  }
  return found;
}

/** One title for several people, by name. */
const severalTitle =
  /^(?:messrs\.?|(?:(?:foreign|prime|defen[cs]e|finance) )?(?:ministers|secretaries|senators|sens\.?|congressmen|representatives|reps\.?|ambassadors|presidents|premiers|generals|admirals|chancellors|governors|drs\.?))$/i;

//   > | Ministers Kol and Hausner        > | Senators Mansfield, Aiken and Fulbright
//       ^^^^^^^^^^^^^                          ^^^^^^^^^^^^^^^^^^
function several(text: string, words: readonly Word[], from: number, capitals: boolean): Mention | undefined {
  const title = words[from] as Word;
  const next = words[from + 1];
  if (!capital(title) || !severalTitle.test(title.text) || !next || !afterTitle(text, title, next))
    return undefined;
  const length = nameRun(text, words, from + 1, capitals, 3);
  const names = words.slice(from + 1, from + 1 + length);
  const last = names.at(-1);
  const joiner = words[from + 1 + length];
  if (!last || last.possessive || names.some((w) => w.text.length > 1 && isCommon(w.key))) return undefined;
  if (isPlaceName(text.slice((names[0] as Word).start, last.end))) return undefined;
  // Several people, so another must follow: «Ministers Alvarez and …».
  const between = text.slice(last.end, last.end + 6);
  const second = /^,[ \u00a0]/u.test(between)
    ? joiner
    : joiner?.key === 'and'
      ? words[from + 2 + length]
      : undefined;
  if (!second || !isNameWord(second, capitals) || isCommon(second.key) || isPlaceName(second.text))
    return undefined;
  return {
    span: { start: title.start, end: last.end },
    role: { start: title.start, end: title.end },
    title: title.text,
    tokens: tokensOf(text, names),
    rule: 'name.titled',
    certainty: 'medium',
  };
}

const capital = (word: Word): boolean => /^\p{Lu}/u.test(word.text);

//   > | Vice Minister Han Nianlong   > | Treaties Division Director Saito   > | LT GEN STURDEE
//       ^^^^^^^^^^^^^ ^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^       ^^^^^^ ^^^^^^^
function titled(text: string, words: readonly Word[], from: number, capitals: boolean): Mention | undefined {
  let i = from;
  let end = -1;
  let head = '';
  // A unit before its head: one or two capitalised words and «Division».
  for (const n of [1, 2]) {
    const unit = words[from + n];
    const first = words[from] as Word;
    if (
      capitals ||
      !unit ||
      !units.has(unit.key) ||
      !capital(unit) ||
      !capital(first) ||
      notNames.has(first.text)
    )
      continue;
    if (text.slice(first.start, unit.end).split(/ /).length === n + 1) i = from + n + 1;
  }
  for (; i < words.length && i - from < 9; i++) {
    const word = words[i] as Word;
    const previous = words[i - 1];
    if (
      i > from &&
      previous &&
      !(
        adjoins(text, previous, word) ||
        (text[previous.end] === '.' && shortTitle.test(previous.key) && afterTitle(text, previous, word))
      )
    )
      break;
    if (!capital(word) && word.key !== 'the') break;
    if (titleHeads.has(word.key) || titleCourtesies.has(word.key)) {
      end = i;
      head = word.key;
      const object = titleObjects.exec(text.slice(word.end, word.end + 40));
      if (object) {
        while ((words[end + 1]?.end ?? Number.POSITIVE_INFINITY) <= word.end + object[0].length) end++;
        i = end;
      }
    } else if (!titleModifiers.has(word.key)) break;
    if (i === from && word.key === 'the') return undefined;
  }
  // «Africa Section Mr Watson», «Under Mr. Ulbricht»: what stands before a courtesy alone is no part of the title.
  const begin = titleCourtesies.has(head) ? firstTitle(words, from, end) : from;
  const last = words[end];
  const first = words[begin] as Word;
  const next = words[end + 1];
  if (!last || !next || last.possessive || !afterTitle(text, last, next)) return undefined;
  // A comma is the scanner's full stop only after a courtesy: «Mr, Bundy».
  const between = text.slice(last.end, next.start);
  if (between.includes(',') && !/^(?:mr|mrs|dr|messrs|gen|col|hon)$/.test(head)) return undefined;
  // A full stop after a title that is no short form ends a sentence.
  if (/^\./.test(between) && !shortTitle.test(head)) return undefined;
  //   > | PRIME MINISTER VAN AGT: behind a title a particle begins a name, in capitals too
  let particle = 0;
  while (capitals && particle < 2 && leading.test(words[end + 1 + particle]?.key ?? '')) particle++;
  const run =
    nameRun(text, words, end + 1 + particle, capitals) || rareWord(words[end + 1 + particle], capitals);
  const length = run > 0 ? run + particle : 0;
  const names = words.slice(end + 1, end + 1 + length);
  const stop = names.findIndex((w, n) => n > 0 && w.text.length > 1 && isWordAfterName(text, w));
  if (stop > 0) names.length = stop;
  const surname = names.at(-1);
  if (!surname || surname.text.length < 2) return undefined;
  // «MAJOR DAILIES», «GENERAL CONTEMPT»: in capitals these two are words more often than ranks.
  if (
    capitals &&
    /^(?:major|general|chief)$/.test(head) &&
    end === begin &&
    names.length < 2 &&
    !namedAgain(text, surname)
  )
    return undefined;
  // «Major Powers», «Minister Designate»: a word that is one is a name only behind a courtesy.
  //   > | Senator Keating: behind a title that only people bear, the ending of a name says nothing
  const isWord = !capitals && borne.test(head) ? isListed : isCommon;
  if (!titleCourtesies.has(head) && names.every((w) => w.text.length === 1 || isWord(w.key)))
    return undefined;
  if (names.length === 1 && isPlaceName(names[0]?.text ?? '') && !titleCourtesies.has(head)) return undefined;
  return {
    span: { start: first.start, end: (names.at(-1) as Word).end },
    role: { start: first.start, end: last.end + (text[last.end] === '.' ? 1 : 0) },
    title: text.slice(first.start, last.end + (text[last.end] === '.' ? 1 : 0)).replace(/\s+/g, ' '),
    tokens: tokensOf(text, names),
    rule: 'name.titled',
    certainty: 'high',
  };
}

//   > | PROMIN THORN: behind a title a rare word of the language is a name
const rareWord = (word: Word | undefined, capitals: boolean): number =>
  Number(
    capitals &&
      word !== undefined &&
      word.text.length > 3 &&
      isVocabulary(word.key) &&
      !isCommon(word.key) &&
      !wordEnding.test(word.key),
  );
const wordEnding = /(?:ed|ing|s)$/;

const borne = /^(?:senator|sen|congressman|ambassador|amb|president|premier|chancellor|governor)$/;

const leading = /^(?:van|von|de|der|den|di|da|du|del|al|el|ben|bin|ibn|abu)$/;

/** The first head or courtesy of a title; «the Hon.» keeps what belongs to it. */
function firstTitle(words: readonly Word[], from: number, end: number): number {
  for (let i = from; i <= end; i++) {
    const key = words[i]?.key ?? '';
    if (titleHeads.has(key) || titleCourtesies.has(key) || key === 'rt' || key === 'right') return i;
  }
  return Math.max(from, end);
}

/** Does the word stand elsewhere as one who has or does something? */
const namedAgain = (text: string, word: Word): boolean =>
  new RegExp(`\\b${word.text}(?:['’]S\\b| (?:SAID|TOLD|HAS|HAD|WAS|WILL|REPLIED|ASKED)\\b)`, 'u').test(
    text.slice(Math.max(0, word.start - 4000), word.end + 4000),
  );

const shortTitle =
  /^(?:mr|mrs|ms|dr|prof|gen|lt|maj|brig|col|capt|cdr|adm|sen|rep|gov|pres|sec|amb|hon|messrs|min|st|asst|sgt|comdr|lieut|mme|mlle)$/;

/** «Mr Casey Washington» does not occur, but «President Nixon Secretary Kissinger» in a list does. */
const isWordAfterName = (text: string, word: Word): boolean =>
  titleHeads.has(word.key) && text[word.end] !== '.';

//   > | J. C. Grew   > | R.G. Casey
//       ^^^^^^^^^^       ^^^^^^^^^^
function initialled(
  text: string,
  words: readonly Word[],
  from: number,
  capitals: boolean,
): Mention | undefined {
  const first = words[from] as Word;
  if (!isInitial(text, first)) return undefined;
  if (/[\p{L}\p{N}.-]$/u.test(text.slice(Math.max(0, first.start - 1), first.start))) return undefined;
  //   > | S. E-C-R-E-T        a marking that the scanner broke is nobody's name
  if (/^\p{Lu}[.\s-]{1,3}\p{Lu}-\p{Lu}/u.test(text.slice(first.start, first.start + 10))) return undefined;
  const length = nameRun(text, words, from, capitals);
  const names = words.slice(from, from + length);
  const surname = names.at(-1);
  const initials = names.findIndex((w) => w.text.length > 1);
  if (!surname || initials < 1 || initials > 3) return undefined;
  const letters = names
    .slice(0, initials)
    .map((w) => w.key)
    .join('');
  const closeUp = /^\p{Lu}\.(?:\p{Lu}\.)*/u.exec(text.slice(first.start, first.start + 12))?.[0].length ?? 0;
  if (
    abbreviations.has(letters) ||
    (initials === 1 && closeUp === 2 && /^[a-z]$/.test(letters) && isSectionLetter(text, first))
  )
    return undefined;
  if (names.some((w) => w.text.length > 1 && !isParticle(w) && isCommon(w.key))) return undefined;
  if (isPlaceName(surname.text) && initials === 1) return undefined;
  //   > | Freeman B. Olmstead: a forename before the initials
  //       ^^^^^^^
  const before = words[from - 1];
  const forename =
    before &&
    !capitals &&
    adjoins(text, before, first) &&
    isNameWord(before, capitals) &&
    /\p{Ll}/u.test(before.text) &&
    !isCommon(before.key) &&
    !isPlaceName(before.text) &&
    before.key !== 'zealand' &&
    !titleHeads.has(before.key);
  return plain(text, forename ? [before, ...names] : names, 'name.initials', 'high');
}

/** Initials that are no person's. */
const abbreviations = new Set('us uk un hm usa ussr pm am dc rsfsr eg ie ad bc nz un ec ca ho pi'.split(' '));

/** «A. Background», «B. Arms Control»: the letter of a section at the head of a line. */
const isSectionLetter = (text: string, word: Word): boolean =>
  /^[A-HJ]$/.test(word.text) && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, word.start - 6), word.start));

//   > | Dean Rusk   > | CARLOS ARIAS MASELLI
//       ^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^
function named(text: string, words: readonly Word[], from: number, capitals: boolean): Mention | undefined {
  const first = words[from] as Word;
  if (!forenames.has(first.key) || !capital(first) || first.possessive) return undefined;
  const before = words[from - 1];
  if (
    before &&
    adjoins(text, before, first) &&
    /^(?:st|port|lake|mount|fort|cape|camp|new|san)$/.test(before.key)
  )
    return undefined;
  const length = nameRun(text, words, from, capitals);
  let names = words.slice(from, from + length);
  if (capitals && isCommon(first.key)) names = [];
  const cut = names.findIndex(
    (w, n) =>
      n > 0 && w.text.length > 1 && !isParticle(w) && (isPlaceName(w.text) || isWordAfterName(text, w)),
  );
  if (cut > 0) names = names.slice(0, cut);
  const surname = names.at(-1);
  if (names.length < 2 || !surname || surname.text.length < 2) return undefined;
  if (!isNameWord(surname, capitals) || isPlaceName(text.slice(first.start, surname.end))) return undefined;
  if (!surname.possessive && isBody.test(text.slice(surname.start, surname.end + 16))) return undefined;
  // «Thomas C. Schelling»: between forename and initial an ending says nothing.
  const word = names.some((w) => isInitial(text, w)) ? isListed : isCommon;
  if (
    !capitals &&
    names.some((w) => w.text.length > 1 && word(w.key) && !forenames.has(w.key)) &&
    !(names.length === 2 && speaks(text, first.start, surname.end))
  )
    return undefined;
  //   > | CONFERENCE WITH MC GEORGE HARTWELL
  //                       ^^^^^^^^^^^^^^^^^^
  const parted = before?.key === 'mc' && adjoins(text, before, first);
  return plain(text, parted ? [before, ...names] : names, 'name.forename', 'medium');
}

/** «Mitchell Sharp said»: a surname that is a common word too, where its bearer is said to speak. */
function speaks(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const around = text.slice(Math.max(0, start - 4000), end + 4000);
  for (let at = around.indexOf(name); at >= 0; at = around.indexOf(name, at + 1))
    if (says.test(around.slice(at + name.length, at + name.length + 40))) return true;
  return false;
}

const says =
  /^ (?:(?:had|has|also|then|earlier|later|\p{Ll}+ly) ){0,2}(?:said|told|asked|stated|replied|admitted|added) /u;

const isBody =
  /^\S+[ ](?:Foundation|University|Institute|Street|Plan|Memorial|Company|Hotel|Island|Line|Papers|Report|Group|[Gg]overnment|[Ff]action|regime|[Cc]lique|Administration|Cabinet|Club|Airport|College|Doctrine|School|Church|Library|House)\b/i;

const plain = (text: string, names: readonly Word[], rule: RuleId, certainty: Certainty): Mention => ({
  span: { start: (names[0] as Word).start, end: (names.at(-1) as Word).end },
  tokens: tokensOf(text, names),
  rule,
  certainty,
});

/**
 * Words of a name in ordinary print: initials with their stop, capitals as a capital and small letters. Forms and old
 * machines part `MC GEORGE` and `MC CONE`, and it is McGeorge and McCone all the same.
 */
export function tokensOf(text: string, names: readonly Word[]): readonly string[] {
  const tokens: string[] = [];
  for (const w of names) {
    const token = isInitial(text, w)
      ? `${w.text}.`
      : isParticle(w) && /^\p{Lu}+$/u.test(w.text)
        ? w.text.toLowerCase()
        : titleCase(w.text);
    if (tokens.at(-1) === 'Mc') tokens.splice(-1, 1, `Mc${token}`);
    else tokens.push(token);
  }
  return tokens;
}

/** `O'NEILL` as «O'Neill», `MCNAMARA` as «McNamara»; what has small letters stays. */
export const titleCase = (word: string): string =>
  /\p{Ll}/u.test(word)
    ? word
    : word
        .toLowerCase()
        .replace(/(?:^|[-’'ʼ])\p{L}/gu, (c) => c.toUpperCase())
        .replace(/^Mc(\p{Ll})/u, (_, c: string) => `Mc${c.toUpperCase()}`);

function companions(
  text: string,
  words: readonly Word[],
  from: number,
  capitals: boolean,
  found: Mention[],
): number {
  let i = from;
  for (let n = 0; n < 12; n++) {
    const before = found.at(-1) as Mention;
    let at = i;
    if (words[at]?.key === 'and') at++;
    const next = words[at];
    if (!next || !/^(?:,\s+|,?\s+and\s+)$/iu.test(text.slice(before.span.end, next.start))) return i;
    const length = nameRun(text, words, at, capitals);
    const names = words.slice(at, at + length);
    if (names.length === 0 || names.some((w) => w.text.length > 1 && isCommon(w.key))) return i;
    found.push(plain(text, names, 'name.titled', 'medium'));
    i = at + length;
  }
  return i;
}
