/**
 * The words and the pieces of regular expressions that all readers share.
 *
 * Every quantifier is bounded and none is nested, so that no input can make a reader slow.
 */
import { englishMonths } from '../../months.ts';
import type { PartOfDay } from './meaning.ts';

/**
 * Letters of a word, for the inside of a class: Latin with accents, Greek, Cyrillic. Spelt out, as expressions
 * without the `u` flag run twice as fast.
 */
export const L = 'A-Za-z\\u00aa-\\u02ff\\u0370-\\u04ff';
/** White space within an expression: a line may end there, a paragraph may not. */
export const S = '(?:[^\\S\\n]{1,8}|[^\\S\\n]{0,4}\\n[^\\S\\n]{0,8})';
/** The same, or nothing: `December19`, `29January1944`. */
export const G = '(?:[^\\S\\n]{0,8}\\n?[^\\S\\n]{0,4})';
export const DASH = '[-‐‑‒–—]';
/** End of a word. */
export const END = `(?![${L}\\d])`;

export const MONTH = `(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\[[a-z]{1,7}\\])?\\.?)(?![${L}])`;
/** Names in full, and the abbreviations nobody takes for another word. */
export const MONTH_NAME = `(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\\.?)(?![${L}])`;
export const YEAR = '(?:1[0-9]\\d\\d|20\\d\\d)';
export const ORDINAL = '(?:st|nd|rd|th|d)';
export const WEEKDAY = `(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.?)(?![${L}])`;
export const WEEKDAY_NAME = `(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![${L}])`;
export const PART_OF_DAY = `(?:morning|forenoon|afternoon|evening|night)(?![${L}])`;

const MONTHS = englishMonths.map((name) => name.slice(0, 3).toLowerCase());
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const MONTH_NAMES: readonly string[] = englishMonths.map((name) => name.toLowerCase());

export function monthOf(printed: string): number {
  return MONTHS.indexOf(printed.slice(0, 3).toLowerCase()) + 1;
}

export function weekdayNamed(printed: string): number {
  return WEEKDAYS.indexOf(printed.slice(0, 3).toLowerCase()) + 1;
}

export function partOfDay(printed: string | undefined): PartOfDay | undefined {
  if (!printed) return undefined;
  const word = printed.toLowerCase();
  if (word === 'forenoon') return 'morning';
  return word as PartOfDay;
}

const UNITS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
/** «two», «twenty-five», «10», «1.5». */
export const NUMBER = `(?:\\d{1,3}(?:\\.\\d)?(?![\\d.,]\\d|\\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${ONES})(?![${L}]))?|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${ONES})(?![${L}]))`;

export function numberOf(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  const [first = '', second] = printed.toLowerCase().split(/[-\s]/);
  const tens = TENS.indexOf(first);
  if (tens > 1) return tens * 10 + (second ? UNITS.indexOf(second) : 0);
  return UNITS.indexOf(first);
}

const ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
];
export const ORDINAL_WORD = `(?:${ORDINALS.slice(1)
  .reverse()
  .map((word) => word.replace('-', '[- ]'))
  .join('|')})(?![${L}])`;

export function ordinalOf(printed: string): number {
  return ORDINALS.indexOf(printed.toLowerCase().replace(/\s/, '-'));
}

/** A sticky regular expression over these pieces, blind to case: readers check capitals where they matter. */
export function re(source: string): RegExp {
  return new RegExp(source, 'iy');
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** A name and no verb: `May`, `MAY`, never `may`. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

/** Words in capitals on both sides: an American telegram, where a capital letter proves nothing. */
export function inCapitals(text: string, start: number, end: number): boolean {
  const around =
    text.slice(Math.max(0, start - 24), start) + text.slice(start, Math.min(text.length, end + 24));
  return !/[a-z]/.test(around);
}

/** The words right before a place, at most `length` characters of them. */
export function before(text: string, at: number, length = 32): string {
  return text.slice(Math.max(0, at - length), at);
}

/**
 * Words that may follow a date but no noun it could belong to: «on the 22nd he said», never «the 22nd Congress».
 * A closed class of English, plus the words for parts of a day.
 */
const AFTER_A_DATE =
  /[^\S\n]{0,4}\n?[^\S\n]{0,4}(?:$|[\n.,;:!?)[\]}'"’”…/—–-]|(?:a|about|after|all|also|an|and|are|as|at|be|because|been|before|both|but|by|can|could|did|do|does|during|each|for|from|had|has|have|he|her|his|however|I|if|in|into|is|it|its|last|may|might|must|my|no|nor|not|on|only|or|our|re|she|shall|should|since|so|such|than|that|the|their|then|there|therefore|these|they|this|those|though|through|till|to|under|unless|until|up|via|was|we|were|what|when|where|whereas|whereby|which|while|who|whom|whose|will|with|without|would|you|your|inst|instant|ultimo|ult|proximo|prox|unquote|morning|afternoon|evening|night)(?![A-Za-z\d\u00aa-\u02ff]|\.[A-Za-z]))/iy;

export function endsLikeADate(text: string, end: number): boolean {
  if (end >= text.length) return true;
  AFTER_A_DATE.lastIndex = end;
  return AFTER_A_DATE.test(text);
}
