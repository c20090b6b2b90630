/**
 * Phrases around a date: `the afternoon of the 22nd`, `the night of 5-6 June`, `the week of July 10`, `n.d.`.
 */
import { readFullDate } from './absolute.ts';
import { PART_OF, readDayOfMonth } from './day-of-month.ts';
import type { Match } from './meaning.ts';
import { readDays } from './range.ts';
import { readWeekday } from './weekday.ts';
import { L, matchAt, partOfDay, re, S } from './words.ts';

export function readPartOfDay(text: string, at: number): Match | undefined {
  const lead = matchAt(PART_OF, text, at);
  if (!lead) return undefined;
  const inner = at + lead[0].length;
  const of =
    readDays(text, inner) ??
    readFullDate(text, inner) ??
    readWeekday(text, inner) ??
    readDayOfMonth(text, inner, true);
  if (!of) return undefined;
  const part = partOfDay(lead.groups?.part);
  const { meaning } = of;
  const told = part && (meaning.is === 'point' || meaning.is === 'weekday') ? { ...meaning, part } : meaning;
  return { ...of, start: at, meaning: told };
}

// > | the week of July 10         > | week ending 5 May 1945
//     ^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^^^^^^
const WEEK = re(
  `(?:the${S})?week${S}(?:of|beginning|commencing|starting|(?<ending>ending|ended))${S}(?:the${S})?(?:on${S})?`,
);

export function readWeekOf(text: string, at: number): Match | undefined {
  const lead = matchAt(WEEK, text, at);
  if (!lead) return undefined;
  const of = readFullDate(text, at + lead[0].length);
  if (of?.meaning.is !== 'point' || of.meaning.day === undefined) return undefined;
  return {
    start: at,
    end: of.end,
    meaning: { is: 'week-of', of: of.meaning, ending: lead.groups?.ending !== undefined },
    rule: 'date.week',
    certainty: of.certainty,
  };
}

// > | n.d.
//     ^^^^
const UNDATED = re(`n\\.\\s?d\\.(?![${L}])`);

export function readUndated(text: string, at: number): Match | undefined {
  const match = matchAt(UNDATED, text, at);
  if (!match) return undefined;
  return {
    start: at,
    end: at + match[0].length,
    meaning: { is: 'open', type: 'date' },
    rule: 'date.undated',
    certainty: 'low',
  };
}

// > | 3 February 1711/12          > | 11/22 February 1917         > | 5 May 1640 (O.S.)
//     ^^^^^^^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^^
const OLD_STYLE = re(
  `(?:\\d{1,2}(?:st|nd|rd|th)?${S}[${L}]{3,9},?${S}1[5-7]\\d\\d/\\d\\d?|\\d{1,2}/\\d{1,2}${S}[${L}]{3,9},?${S}1[5-9]\\d\\d|(?:\\d{1,2}${S}[${L}]{3,9}|[${L}]{3,9}${S}\\d{1,2}),?${S}1[5-9]\\d\\d,?${S}\\(?(?:O\\.${S}?S\\.|OS|Old${S}Style)\\)?)(?!\\d)`,
);

export function readOldStyle(text: string, at: number): Match | undefined {
  const match = matchAt(OLD_STYLE, text, at);
  if (!match || !/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(match[0])) return undefined;
  return {
    start: at,
    end: at + match[0].length,
    meaning: { is: 'open', type: 'date' },
    rule: 'date.old-style',
    certainty: 'low',
  };
}
