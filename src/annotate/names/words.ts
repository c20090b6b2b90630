/**
 * A text as words that may be parts of a name. In ordinary print a capital says so; in a telegram all in capitals
 * only the dictionary can: what is no common word may be a name.
 */
import type { Span } from '../../document.ts';
import { commonWords } from './data/common-words.ts';
import { rarerWords } from './data/rarer-words.ts';
import { notNames } from './titles.ts';

export interface Word extends Span {
  /** Without the possessive. */
  readonly text: string;
  /** In small letters, marks and apostrophes taken off. */
  readonly key: string;
  readonly possessive: boolean;
}

/** The apostrophe ʼ of some editions is a letter to Unicode, but not to us. */
const pattern = /[^\P{L}ʼ](?:[^\P{L}ʼ]|\p{M})*(?:[’'ʼ-][^\P{L}ʼ](?:[^\P{L}ʼ]|\p{M})*)*/gu;

export const keyOf = (word: string): string => (/^[A-Za-z]+$/.test(word) ? word.toLowerCase() : folded(word));

const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’'ʼ]/g, '’')
    .toLowerCase();

export function wordsOf(text: string, span: Span): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(pattern)) {
    const bare = match[0].replace(/[’'ʼ][sS]$/u, '');
    const start = span.start + match.index;
    words.push({
      start,
      end: start + bare.length,
      text: bare,
      key: keyOf(bare),
      possessive: bare.length < match[0].length,
    });
  }
  return words;
}

/** Is the stretch printed in capitals throughout? A few small letters are slips of the scanner. */
export function inCapitals(text: string, span: Span): boolean {
  let small = 0;
  let large = 0;
  for (let i = span.start; i < span.end && small + large < 400; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x61 && c <= 0x7a) small++;
    else if (c >= 0x41 && c <= 0x5a) large++;
  }
  return large >= 12 && small < large * 0.12;
}

const wordlike =
  /(?:ly|ing|tion|tions|ment|ments|ness|ized|ised|ated|able|ible|ous|ively|ship|ism|ist|ists)$/;
/** Numbers that a ruler bears: they end a name and never begin one. */
const roman = /^(?:ii|iii|iv|vi|jr|sr)$/;

export const isCommon = (key: string): boolean =>
  commonWords.has(key) || (key.length > 5 && wordlike.test(key));

/**
 * Any word of the language, rare ones and pasts too. Where nothing but the dictionary tells a name from a word, and
 * where a surname that is a rare word (Thorn, Bolster) has neither title nor forename, this is asked.
 */
export const isVocabulary = (key: string): boolean => isCommon(key) || rarerWords.has(key) || isPast(key);

//   > | FLOODED, SKIPPED: a word of the lists in the past
const isPast = (key: string): boolean =>
  key.length > 5 &&
  key.endsWith('ed') &&
  [key.slice(0, -2), key.slice(0, -1), ...(key.at(-3) === key.at(-4) ? [key.slice(0, -3)] : [])].some(
    (stem) => commonWords.has(stem) || rarerWords.has(stem),
  );

/** A word of the language by the list alone, whatever its ending. */
export const isListed = (key: string): boolean => commonWords.has(key);

/** May the word stand in a person's name, to judge by its form? */
export function isNameWord(word: Word, capitals: boolean): boolean {
  const { text, key } = word;
  if (text.length < 2 || /^i’/.test(key) || roman.test(key) || notNames.has(text) || notNameKeys.has(key))
    return false;
  if (capitals) return /^\p{Lu}/u.test(text) && !isVocabulary(key);
  if (!/^\p{Lu}/u.test(text)) return false;
  // «CASEY» in a text of small letters; short ones are abbreviations.
  if (!/\p{Ll}/u.test(text)) return text.length >= 4 && !isCommon(key);
  return true;
}

const notNameKeys: ReadonlySet<string> = new Set([...notNames].map(keyOf));

const particles = new Set(
  'de du da di dos la le van von der den ter ten bin ibn al el ben y zu af abu'.split(' '),
);
export const isParticle = (word: Word): boolean => particles.has(word.key);

/** Only blanks between, and no more than one line end. */
export const adjoins = (text: string, before: Span, after: Span): boolean =>
  after.start - before.end <= 6 &&
  /^[ \u00a0\t]*(?:\n[ \u00a0\t]*)?$/u.test(text.slice(before.end, after.start));

/** A single letter with a full stop, or one of a run of them. */
export const isInitial = (text: string, word: Word): boolean =>
  word.text.length === 1 && /\p{Lu}/u.test(word.text) && text[word.end] === '.';

const afterInitial = (text: string, before: Span, after: Span): boolean =>
  after.start - before.end <= 4 && /^\.[ \u00a0]?\n?$/u.test(text.slice(before.end, after.start));

/** «Gen.», «Mr,» as the scanner read it: what may stand between a title and what it stands before. */
export const afterTitle = (text: string, before: Span, after: Span): boolean =>
  adjoins(text, before, after) || /^[.,][ \u00a0]\n?$|^\.\n?$/u.test(text.slice(before.end, after.start));

/**
 * The run of words of a name that begins at `words[from]`: initials, particles, names. It ends with a name, or
 * with initials where nothing else follows.
 *
 * @returns how many words; 0 where no name begins
 */
export function nameRun(
  text: string,
  words: readonly Word[],
  from: number,
  capitals: boolean,
  most = 5,
): number {
  let last = 0;
  for (let i = from; i < words.length && i - from < most; i++) {
    const word = words[i] as Word;
    const previous = words[i - 1];
    if (i > from && previous) {
      const joined = isInitial(text, previous)
        ? afterInitial(text, previous, word)
        : adjoins(text, previous, word);
      if (!joined || previous.possessive) break;
    }
    if (isInitial(text, word)) continue;
    if (isParticle(word) && (i > from || !capitals)) {
      const next = words[i + 1];
      if (next && adjoins(text, word, next) && isNameWord(next, capitals)) continue;
      if (!isNameWord(word, capitals)) break;
    }
    if (!isNameWord(word, capitals)) break;
    last = i - from + 1;
  }
  return last;
}
