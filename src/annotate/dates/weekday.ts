/**
 * Days of the week: alone («on Monday»), told («next Tuesday»), with their date («Monday, July 24», «Monday (the 24th)»).
 *
 * A weekday and the date beside it are one mention; `check.ts` compares the two.
 */
import { readDayMonth, withNeighbours } from './absolute.ts';
import { readDayOfMonth } from './day-of-month.ts';
import type { Match, Which } from './meaning.ts';
import { readNumericDate } from './numeric.ts';
import {
  DASH,
  endsLikeADate,
  isCapital,
  L,
  matchAt,
  PART_OF_DAY,
  partOfDay,
  re,
  S,
  WEEKDAY,
  WEEKDAY_NAME,
  weekdayNamed,
} from './words.ts';

// > | Monday, July 24, 1978         > | Monday morning, 24 July         > | Monday (the 24th)
//     ^^^^^^^^                          ^^^^^^^^^^^^^^^^                      ^^^^^^^^
const WITH_DATE = re(
  `(?:the${S})?(?<weekday>${WEEKDAY})(?:${S}(?<part>${PART_OF_DAY}))?(?:,?${S}?(?<paren>\\()|,|[,]?(?=\\s))${S}?(?:on${S})?(?:the${S}(?=\\d{1,2}(?:st|nd|rd|th)${S}(?:of${S})?[${L}]))?`,
);
// > | next Monday           > | Monday last           > | Tuesday next week       > | Monday evening
//     ^^^^^^^^^^^               ^^^^^^^^^^^               ^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^
const ALONE = re(
  `(?:(?:the${S})?(?<which>last|next|this|this${S}past|this${S}coming|coming|following|previous|preceding)${S})?(?<weekday>${WEEKDAY_NAME})(?:['’]s(?![${L}]))?(?:,?${S}(?<after>last|next|week)(?:${S}(?<week>week))?(?![${L}\\d]))?(?:${S}(?<part>${PART_OF_DAY}))?`,
);

// > | Saturday and Sunday         > | Monday through Wednesday         > | Tuesday-Thursday
//             ^^^^^^^^^^^                    ^^^^^^^^^^^^^^^^^^                   ^^^^^^^^^
const AND = re(`${S}and${S}(?<and>${WEEKDAY_NAME})|(?:${S}through${S}|${DASH})(?<through>${WEEKDAY_NAME})`);

export function readWeekday(text: string, at: number): Match | undefined {
  const alone = readWithDate(text, at) ?? readAlone(text, at);
  const { meaning } = alone ?? {};
  if (!alone || meaning?.is !== 'weekday' || meaning.part || meaning.weeks) return alone;
  const next = matchAt(AND, text, alone.end);
  const { and, through } = next?.groups ?? {};
  if (!next || !isCapital(and ?? through ?? '', 0)) return alone;
  // The second has a date of its own: «Saturday and Sunday, June 5».
  if (readWithDate(text, alone.end + next[0].length - (and ?? through ?? '').length)) return alone;
  const days = ((weekdayNamed(and ?? through ?? '') - meaning.weekday + 7) % 7) + 1;
  // Two days apart and joined by «and» are two days.
  if (days === 1 || (and !== undefined && days !== 2)) return alone;
  return { ...alone, end: alone.end + next[0].length, meaning: { ...meaning, days } };
}

function readWithDate(text: string, at: number): Match | undefined {
  const match = matchAt(WITH_DATE, text, at);
  if (!match?.groups) return undefined;
  const { weekday = '', paren, part } = match.groups;
  if (!isCapital(weekday, 0)) return undefined;
  const inner = at + match[0].length;
  const date =
    readDayMonth(text, inner) ??
    readDayOfMonth(text, inner, true) ??
    readNumericDate(text, inner) ??
    (/[,(]\s*$/.test(match[0]) ? undefined : readBareDay(text, inner));
  if (date?.meaning.is !== 'point' || date.meaning.day === undefined) return undefined;
  let { end } = date;
  if (paren) {
    if (text[end] !== ')') return undefined;
    end += 1;
  }
  const dayPart = partOfDay(part);
  const whole = {
    ...date,
    start: at,
    end,
    rule: date.meaning.month === undefined ? ('date.day-of-month' as const) : date.rule,
  };
  return withNeighbours(text, whole, {
    ...date.meaning,
    weekday: weekdayNamed(weekday),
    ...(dayPart && { part: dayPart }),
  });
}

// > | on Monday 24 to extend
//               ^^
const BARE = re(`(?<day>[12]?\\d|3[01])(?![\\d${L}%]|[.:,/-]\\d|${S}?[ap]\\.?m)`);

function readBareDay(text: string, at: number): Match | undefined {
  const match = matchAt(BARE, text, at);
  const end = at + (match?.[0].length ?? 0);
  const day = Number(match?.groups?.day);
  if (!match || day < 1 || !endsLikeADate(text, end)) return undefined;
  return { start: at, end, meaning: { is: 'point', day }, rule: 'date.day-of-month', certainty: 'medium' };
}

// > | the Sunday Times
//         ^^^^^^^^^^^^
const NEWSPAPER =
  /^[_*]?\s{1,2}(?:Times|Express|Telegraph|Herald|Mail|Observer|Review|World|Post|Mirror|Club)(?![A-Za-z])/;

function readAlone(text: string, at: number): Match | undefined {
  const match = matchAt(ALONE, text, at);
  if (!match?.groups) return undefined;
  const { weekday = '', which, after, week, part } = match.groups;
  if (!isCapital(weekday, 0)) return undefined;
  let end = at + match[0].length;
  if (NEWSPAPER.test(text.slice(end, end + 16))) return undefined;
  let direction: Which | undefined;
  const word = which?.toLowerCase();
  if (word)
    direction = /last|past|prev|prec/.test(word) ? 'last' : /next|coming|follow/.test(word) ? 'next' : 'this';
  const fromText = word !== undefined && /follow|prev|prec/.test(word);
  const tail = after?.toLowerCase();
  if (tail === 'last') direction = 'last';
  else if (tail === 'next') direction = 'next';
  // > | last week Monday, Monday next week: which week is said, not which side of the anchor
  if (week && !direction) return undefined;
  if (!part && !after && /['’]s$/i.test(match[0])) end -= 2;
  const dayPart = partOfDay(part);
  return {
    start: at,
    end,
    meaning: {
      is: 'weekday',
      weekday: weekdayNamed(weekday),
      ...(direction && { which: direction }),
      ...(week && { week: true }),
      // > | Monday week        a week after the coming Monday
      ...(tail === 'week' && !week && { weeks: 1 as const, which: 'next' as const }),
      ...(fromText && { from: 'mention' as const }),
      ...(dayPart && { part: dayPart }),
    },
    rule: 'date.weekday',
    certainty: direction ? 'high' : 'medium',
  };
}
