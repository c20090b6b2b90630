/**
 * Dates damaged by optical character recognition: `II April 1946`, `Lo February 1948`, `l966`, `22 Novenber 1963`.
 *
 * A reading is proposed where day, month and year stand together and only one reading fits; its certainty is low.
 */
import { exists } from './calendar.ts';
import type { Match } from './meaning.ts';
import { G, isCapital, L, MONTH, MONTH_NAMES, matchAt, monthOf, re, S } from './words.ts';

// Letters that look like digits in typewriter faces.
const LOOKS: Readonly<Record<string, string>> = {
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  L: '1',
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  g: '9',
  q: '9',
  b: '6',
  G: '6',
};
const LIKE = '[\\dIlLiOoSBZzQDgqbG|!]';

// > | II April 1946         > | 2l May l966          > | Lo February 1948
//     ^^^^^^^^^^^^^             ^^^^^^^^^^^               ^^^^^^^^^^^^^^^^
const DAY_FIRST = re(
  `(?<day>${LIKE}{1,2})(?:st|nd|rd|th)?${S}(?<month>${MONTH})${G},?${G}(?<year>${LIKE}{4})(?![${L}\\d])`,
);
// > | April II, l946
//     ^^^^^^^^^^^^^^
const MONTH_FIRST = re(
  `(?<month>${MONTH})${S}(?<day>${LIKE}{1,2})(?:st|nd|rd|th)?,${G}(?<year>${LIKE}{4})(?![${L}\\d])`,
);
// > | 22 Novenber 1963      > | Septernber 5, 1962
//        ^^^^^^^^               ^^^^^^^^^^
const MONTH_DAMAGED = re(
  `(?:(?<day>\\d{1,2})${S}(?<month>[${L}]{4,11}),?${S}(?<year>(?:18|19|20)\\d\\d)|(?<month2>[${L}]{4,11})${S}(?<day2>\\d{1,2}),${G}(?<year2>(?:18|19|20)\\d\\d))(?!\\d)`,
);

// > | on evening January. 25        > | ON 26. NOVEMBER
//                ^^^^^^^^^^^                  ^^^^^^^^^^^^
const STRAY = re(
  `(?:(?<month>(?:${MONTH_NAMES.join('|')}))\\.${S}(?<day>\\d{1,2})|(?<day2>\\d{1,2})\\.${S}(?<month2>(?:${MONTH_NAMES.join('|')})))(?![\\d${L}])(?:,?${S}(?<year>(?:18|19|20)\\d\\d)(?!\\d))?`,
);

/** A full stop that the scanner saw between month and day, where the words before lead to a date. */
function readStray(text: string, at: number): Match | undefined {
  const groups = matchAt(STRAY, text, at)?.groups;
  const length = matchAt(STRAY, text, at)?.[0].length ?? 0;
  if (
    !groups ||
    !/\b(?:on|of|dated|evening|morning|afternoon|night)\s{1,3}$/i.test(text.slice(Math.max(0, at - 12), at))
  )
    return undefined;
  const printed = groups.month ?? groups.month2 ?? '';
  const month = monthOf(printed);
  const day = Number(groups.day ?? groups.day2);
  const year = groups.year === undefined ? undefined : Number(groups.year);
  if (!isCapital(printed, 0) || !exists(year ?? 2000, month, day)) return undefined;
  return {
    start: at,
    end: at + length,
    meaning: { is: 'point', month, day, ...(year !== undefined && { year }) },
    rule: 'date.damaged',
    certainty: 'low',
  };
}

/** A capital or a number must follow: `I think` and `is` are turned away without further reading. */
function mayFollow(text: string, at: number): boolean {
  const rest = text.slice(at, at + 24);
  return /^(?:\S{1,11}\s{1,4}[A-Z\d]|\d{1,2}\s{1,4}[a-z])/.test(rest);
}

export function readDamaged(text: string, at: number): Match | undefined {
  if (!mayFollow(text, at)) return undefined;
  if (/[\dA-Za-z]/.test(text[at - 1] ?? '')) return undefined;
  const stray = readStray(text, at);
  if (stray) return stray;
  const match = matchAt(DAY_FIRST, text, at) ?? matchAt(MONTH_FIRST, text, at);
  if (match?.groups) {
    const { day = '', month = '', year = '' } = match.groups;
    if (!isCapital(month, 0) || !/\d/.test(year) || !/\d{2}/.test(figures(year))) return undefined;
    return proposed(at, match[0].length, Number(figures(day)), monthOf(month), Number(figures(year)));
  }
  const damaged = matchAt(MONTH_DAMAGED, text, at);
  if (!damaged?.groups) return undefined;
  const groups = damaged.groups;
  const month = nearestMonth((groups.month ?? groups.month2 ?? '').toLowerCase());
  if (month === undefined) return undefined;
  return proposed(
    at,
    damaged[0].length,
    Number(groups.day ?? groups.day2),
    month,
    Number(groups.year ?? groups.year2),
  );
}

// > | l966                after «in», «of»: the year alone
//     ^^^^
const YEAR = re(
  `[lI|!](?:9\\d\\d|8\\d\\d)(?![${L}\\d])|19[\\dlIOoSB]{2}(?![${L}\\d])|2[Oo]\\d\\d(?![${L}\\d])`,
);

/** A year with a letter in it, right after a month or a word that leads to a year. */
export function readDamagedYear(text: string, at: number): Match | undefined {
  if (/[\dA-Za-z.,/$£#-]/.test(text[at - 1] ?? '')) return undefined;
  const match = matchAt(YEAR, text, at);
  if (!match || /^\d{4}$/.test(match[0])) return undefined;
  if (!/\b(?:in|since|during|until|of|year)\s{1,3}$/i.test(text.slice(Math.max(0, at - 10), at)))
    return undefined;
  const year = Number(figures(match[0]));
  if (!(year >= 1800 && year <= 2060)) return undefined;
  return {
    start: at,
    end: at + match[0].length,
    meaning: { is: 'point', year },
    rule: 'date.damaged',
    certainty: 'low',
  };
}

function proposed(at: number, length: number, day: number, month: number, year: number): Match | undefined {
  if (!(year >= 1700 && year <= 2060) || !exists(year, month, day)) return undefined;
  return {
    start: at,
    end: at + length,
    meaning: { is: 'point', year, month, day },
    rule: 'date.damaged',
    certainty: 'low',
  };
}

function figures(printed: string): string {
  return Array.from(printed, (sign) => LOOKS[sign] ?? sign).join('');
}

/** The one month whose name is at most two strokes away, and nearer than any other. */
function nearestMonth(word: string): number | undefined {
  let best: number | undefined;
  let least = 3;
  let tie = false;
  MONTH_NAMES.forEach((name, index) => {
    // Short names need more of their letters: «Mar», «May», «June» differ by one or two.
    const allowed = name.length >= 7 ? 2 : 1;
    const distance = editDistance(word, name, allowed);
    if (distance > allowed || distance > least) return;
    tie = distance === least;
    least = distance;
    best = index + 1;
  });
  return tie ? undefined : best;
}

/** Levenshtein, given up as soon as it must exceed `most`. Words here have at most eleven letters. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const value = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      next.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** Words a damaged day can begin with, for the table of first words. */
export const DAMAGED_DAYS: readonly string[] = [
  'i',
  'ii',
  'l',
  'll',
  'li',
  'il',
  'lo',
  'io',
  'is',
  'ls',
  'ib',
  'lb',
  'lz',
  'iz',
  'lg',
  'ig',
  'o',
  's',
  'b',
  'z',
];
