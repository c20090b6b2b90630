/**
 * One pass over the text: at the first letter of each word, ask the readers that know the word, and keep the
 * longest answer. What has been read is not read again, so expressions never overlap.
 */
import type { Span } from '../../document.ts';
import type { Match, Reader } from './meaning.ts';
import {
  DAMAGED_READERS,
  FOREIGN_READERS,
  MIXED_READERS,
  NEEDS_SECOND,
  NUMBER_READERS,
  READERS,
} from './readers.ts';
import { before } from './words.ts';

export function scan(text: string, range: Span, language = 'en'): Match[] {
  const english = /^en(?:-|$)/i.test(language);
  const matches: Match[] = [];
  let last = range.start;
  let at = range.start;
  while (at < range.end) {
    const end = wordEnd(text, at, range.end);
    if (end === at) {
      at += 1;
      continue;
    }
    const readers = english ? readersFor(text, at, end) : foreignReadersFor(text, at, end);
    const match = readers && longest(readers, text, at, last, range.end);
    if (match) {
      const whole = withApproximation(text, match, last);
      matches.push(whole);
      last = whole.end;
      at = Math.max(whole.end, at + 1);
    } else {
      at = end;
    }
  }
  return matches;
}

function longest(
  readers: readonly Reader[],
  text: string,
  at: number,
  from: number,
  to: number,
): Match | undefined {
  let best: Match | undefined;
  for (const read of readers) {
    const match = read(text, at);
    if (!match || match.start < from || match.end > to) continue;
    if (!best || match.end - match.start > best.end - best.start) best = match;
  }
  return best;
}

function readersFor(text: string, at: number, end: number): readonly Reader[] | undefined {
  const code = text.charCodeAt(at);
  if (isDigit(code)) {
    // The inside of `1,250` or `3.5` begins nothing.
    const previous = text.charCodeAt(at - 1);
    if ((previous === 44 || previous === 46) && isDigit(text.charCodeAt(at - 2))) return undefined;
    return NUMBER_READERS;
  }
  if (end - at > 13 || !mayBegin(code, text.charCodeAt(at + 1))) return undefined;
  const word = text.slice(at, end).toLowerCase();
  if (NEEDS_SECOND.has(word)) return READERS.get(`${word} ${secondWord(text, end)}`);
  const known = READERS.get(word);
  if (known) return known;
  // > | December19, 1941        > | FY77        > | l966
  if (isDigit(text.charCodeAt(end - 1))) return READERS.get(word.replace(/\d+$/, '')) ?? MIXED_READERS;
  // > | Septernber 5, 1962
  if (end - at >= 4 && code < 97 && text.charCodeAt(end) === 32 && isDigit(text.charCodeAt(end + 1)))
    return DAMAGED_READERS;
  return undefined;
}

/** First two letters of all words of the table: most words of a text are turned away by them. */
const BEGINNINGS = new Uint8Array(27 * 27);
for (const word of READERS.keys()) BEGINNINGS[pair(word.charCodeAt(0), word.charCodeAt(1))] = 1;

function pair(first: number, second: number): number {
  return letter(first) * 27 + letter(second);
}

function letter(code: number): number {
  const lower = code | 32;
  return lower >= 97 && lower <= 122 ? lower - 96 : 0;
}

/** Capitals pass: «FY77» and damaged months may begin with any letter. */
function mayBegin(first: number, second: number): boolean {
  return first < 97 || first > 122 || BEGINNINGS[pair(first, second)] === 1;
}

/** The next word, lower case; `#` for a number, `'` for an apostrophe. */
function secondWord(text: string, end: number): string {
  let at = end;
  while (at < end + 9 && isBlank(text.charCodeAt(at))) at += 1;
  const code = text.charCodeAt(at);
  if (isDigit(code) || code === 91) return '#';
  if (code === 39 || code === 0x2018 || code === 0x2019) return "'";
  return text.slice(at, wordEnd(text, at, Math.min(text.length, at + 12))).toLowerCase();
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 0xa0;
}

/** Numbers and eras only: «mars», «die» and «an» are words of other languages. */
function foreignReadersFor(text: string, at: number, end: number): readonly Reader[] | undefined {
  const code = text.charCodeAt(at);
  if (isDigit(code) || isWide(code)) return FOREIGN_READERS;
  return isEra(code) || text.slice(at, end).toLowerCase() === 'le' ? FOREIGN_READERS : undefined;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** End of the word that begins here; `at` where none does. Japanese has no blanks: two signs are a word. */
function wordEnd(text: string, at: number, limit: number): number {
  let end = at;
  const first = text.charCodeAt(at);
  if (first >= 0x3000) return isEra(first) ? Math.min(at + 2, limit) : isWide(first) ? at + 1 : at;
  while (end < limit && isWordCode(text.charCodeAt(end))) end += 1;
  return end;
}

function isEra(code: number): boolean {
  // 明 大 昭 平 令
  return code === 0x660e || code === 0x5927 || code === 0x662d || code === 0x5e73 || code === 0x4ee4;
}

function isWide(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}

/** Letters and digits of ASCII. */
const WORD = new Uint8Array(128);
for (let code = 48; code < 123; code++) if (/[A-Za-z\d]/.test(String.fromCharCode(code))) WORD[code] = 1;

function isWordCode(code: number): boolean {
  // Latin letters with accents, Greek, Cyrillic; not the punctuation and the ideographs.
  return code < 128 ? WORD[code] === 1 : code >= 0xc0 && code < 0x2000;
}

// > | approximately two hours         > | around 4:15         > | circa 1936
//     ^^^^^^^^^^^^^                       ^^^^^^                  ^^^^^
const APPROXIMATE = /\b((?:about|around|approximately|approx\.?|circa|roughly|c\.|ca\.)\s{1,3})$/i;
const APPROXIMATE_LENGTH =
  /\b((?:some|nearly|almost|about|around|approximately|approx\.?|roughly)\s{1,3}(?:an?\s{1,3})?)$/i;

/** A word of approximation belongs to the expression: it is what `~` rests on. */
function withApproximation(text: string, match: Match, from: number): Match {
  const { meaning } = match;
  const length = meaning.is === 'duration' || (meaning.is === 'shift' && match.rule === 'date.ago');
  const point = meaning.is === 'point' || meaning.is === 'clock';
  if (!length && !point) return match;
  const found = (length ? APPROXIMATE_LENGTH : APPROXIMATE).exec(before(text, match.start, 20));
  const start = match.start - (found?.[1]?.length ?? 0);
  if (!found || start < from) return match;
  return { ...match, start, approximate: true };
}
