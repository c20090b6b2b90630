/**
 * Part of a longer time: `early in June`, `mid-1977`, `the end of the year`, `later this month`.
 */
import { readDayMonth } from './absolute.ts';
import { readCentury, readDecade, readFiscalYear } from './era.ts';
import type { Match, Meaning, Part } from './meaning.ts';
import { readMonth, readMonthYear } from './month.ts';
import { readSeason } from './season.ts';
import { before, DASH, END, G, L, MONTH_NAME, matchAt, re, S } from './words.ts';
import { readYear } from './year.ts';

// > | early in June       > | mid-1977            > | the latter part of March
//     ^^^^^^^^              ^^^^                    ^^^^^^^^^^^^^^^^^^
const PART = re(
  `(?:(?<ends>end)(?:${G}${DASH}${G}|${S})(?=${MONTH_NAME})|(?:the${S})?(?<adverb>(?:very${S})?early|late|mid|middle)(?:${G}${DASH}${G}|${S}(?:in${S}(?:the${S}(?=(?:spring|summer|autumn|fall|winter)))?)?)|(?:the${S})?(?:very${S})?(?<noun>beginning|start|opening|early${S}part|first${S}part|first${S}days|early${S}days|middle|end|close|last${S}days|latter${S}part|latter${S}half|later${S}part|closing${S}days|(?<half>first|second|last)${S}half|(?<quarter>first|second|third|fourth|last|final)${S}quarter)${S}(?:of|in)${S}(?:the${S}(?=(?:(?:year|month|week|decade|century|spring|summer|autumn|fall|winter|19|18|20))))?)`,
);

export function readPart(text: string, at: number): Match | undefined {
  const match = matchAt(PART, text, at);
  if (!match?.groups) return undefined;
  const inner = at + match[0].length;
  const of = readWhole(text, inner);
  if (!of) return undefined;
  const part = partOf(match.groups);
  if (of.meaning.is === 'point' && of.meaning.day !== undefined) return undefined;
  return {
    start: at,
    end: of.end,
    meaning: { is: 'part', part, of: of.meaning },
    rule: 'date.part',
    certainty: of.certainty === 'high' ? 'medium' : of.certainty,
  };
}

function partOf(groups: Record<string, string | undefined>): Part {
  if (groups.half) return groups.half.toLowerCase() === 'first' ? 'half-1' : 'half-2';
  if (groups.quarter) {
    const n = ['first', 'second', 'third', 'fourth'].indexOf(groups.quarter.toLowerCase()) + 1;
    return `quarter-${(n || 4) as 1 | 2 | 3 | 4}`;
  }
  const word = (groups.ends ?? groups.adverb ?? groups.noun ?? '').toLowerCase();
  if (/^mid/.test(word)) return 'mid';
  if (/latter\s+half/.test(word)) return 'half-2';
  if (/begin|start|open/.test(word)) return 'start';
  if (/^(?:end|close|last|closing)/.test(word)) return 'end';
  return /early|first/.test(word) ? 'early' : 'late';
}

// > | the end of this month         > | early next year         > | the end of the year
//                ^^^^^^^^^^                   ^^^^^^^^^                         ^^^^
const SHIFTED = re(
  `(?:(?<which>this|the${S}present|the${S}current|last|the${S}last|next|the|the${S}coming|this${S}coming)${S})?(?<unit>week|month|year|decade)(?![${L}]|-|${S}?\\d)${END}`,
);

function readWhole(text: string, at: number): Match | undefined {
  if (readDayMonth(text, at)) return undefined;
  const whole =
    readMonthYear(text, at) ??
    readMonth(text, at, true) ??
    readDecade(text, at) ??
    readCentury(text, at) ??
    readFiscalYear(text, at) ??
    readSeason(text, at) ??
    readYear(text, at, true);
  if (whole) return whole;
  const shifted = matchAt(SHIFTED, text, at);
  if (!shifted?.groups) return undefined;
  const which = shifted.groups.which?.toLowerCase();
  if (!which && !/the\s+$/i.test(before(text, at, 6))) return undefined;
  const meaning: Meaning = {
    is: 'shift',
    unit: shifted.groups.unit?.toLowerCase() as 'week' | 'month' | 'year' | 'decade',
    by: which?.includes('last') ? -1 : which && /next|coming/.test(which) ? 1 : 0,
    from: 'anchor',
  };
  return { start: at, end: at + shifted[0].length, meaning, rule: 'date.part', certainty: 'medium' };
}

// > | later this month        > | earlier this year
//     ^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^
const LATER = re(
  `(?<when>later|earlier)${S}(?:in${S}|on${S})?(?:(?<which>this|that|the|next|last)${S}(?<unit>week|month|year)(?![${L}])|(?<day>today))`,
);

export function readLater(text: string, at: number): Match | undefined {
  const match = matchAt(LATER, text, at);
  if (!match?.groups) return undefined;
  const { when = '', which, unit, day } = match.groups;
  const end = at + match[0].length;
  const part = when.toLowerCase() === 'later' ? 'later' : 'earlier';
  if (day) {
    return {
      start: at,
      end,
      meaning: { is: 'shift', unit: 'day', by: 0, from: 'anchor' },
      rule: 'date.relative-day',
      certainty: 'high',
    };
  }
  const word = which?.toLowerCase();
  if (word === 'the' || word === 'that') return undefined;
  const by = word === 'next' ? 1 : word === 'last' ? -1 : 0;
  const of: Meaning = {
    is: 'shift',
    unit: unit?.toLowerCase() as 'week' | 'month' | 'year',
    by,
    from: 'anchor',
  };
  return {
    start: at,
    end,
    meaning:
      by === 0 ? { is: 'part', part, of } : { is: 'part', part: part === 'later' ? 'late' : 'early', of },
    rule: 'date.part',
    certainty: 'medium',
  };
}
