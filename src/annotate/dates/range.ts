/**
 * Two ends in one expression: `5-7 May`, `June 28–July 3, 1961`, `from 3 to 5 June`, `1941-42`, `10 and 11 June`.
 *
 * One mention where the ends share a word (month or year) or a dash joins them. Where words join two dates each
 * complete («from 3 June 1950 to 5 July 1950») they stay two mentions, as two points are printed.
 */
import { readDayMonth } from './absolute.ts';
import { exists } from './calendar.ts';
import type { Match, Point } from './meaning.ts';
import { readMonthYear } from './month.ts';
import {
  before,
  DASH,
  endsLikeADate,
  G,
  isCapital,
  L,
  MONTH,
  MONTH_NAME,
  matchAt,
  monthOf,
  re,
  S,
  YEAR,
} from './words.ts';

const JOIN = `${G}(?:(?<range>${DASH}{1,2}|to(?=\\s)|through(?=\\s)|until(?=\\s)|till(?=\\s)|/)|(?<list>and(?=\\s)|or(?=\\s)|&))${G}`;
// German writers keep their full stop in English: `15.-17. May`.
const SUFFIX = `(?:st|nd|rd|th|d|\\.(?=\\s?[-–/]|\\s[${L}]))?`;
const TAIL = `(?:${G},?${G}\\[?(?<year>${YEAR})\\]?(?!\\d))?`;

// > | 10, 11 and 12 June 1961         > | from the 3rd to the 5th of June
//     ^^^^^^^^^^^^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
const DAYS_MONTH = re(
  `(?:the${S})?(?<from>\\d{1,2})${SUFFIX}(?<more>(?:,${G}(?:the${S})?\\d{1,2}${SUFFIX}){0,4}),?${JOIN}(?:the${S})?(?<to>\\d{1,2})${SUFFIX}(?:${S}of)?${G}(?<month>${MONTH})${TAIL}`,
);
// > | May 5-7, 1961       > | MAY 2, 3 AND 4
//     ^^^^^^^^^^^^^           ^^^^^^^^^^^^^^
const MONTH_DAYS = re(
  `(?<month>${MONTH})${G}(?:the${S})?(?<from>\\d{1,2})(?!\\d|[:.]\\d)${SUFFIX}(?<more>(?:,${G}(?:the${S})?\\d{1,2}${SUFFIX}){0,4}),?${JOIN}(?:the${S})?(?<to>\\d{1,2})${SUFFIX}(?![\\d${L}%]|[:.]\\d|,\\d{3}(?!\\d)|${G}[ap]\\.?${G}m(?![${L}]))(?<doubt>\\?)?${TAIL}`,
);

export function readDays(text: string, at: number): Match | undefined {
  const dayFirst = matchAt(DAYS_MONTH, text, at);
  const match = dayFirst ?? matchAt(MONTH_DAYS, text, at);
  if (!match?.groups) return undefined;
  const { month = '', more = '', list, year, doubt } = match.groups;
  if (!isCapital(month, 0)) return undefined;
  const end = at + match[0].length;
  const from = Number(match.groups.from);
  const to = Number(match.groups.to);
  const m = monthOf(month);
  const y = year ? Number(year) : undefined;
  if (from >= to || !exists(y ?? 2000, m, from) || !exists(y ?? 2000, m, to)) return undefined;
  // «June 10 and 11 persons»: what follows must not be a noun the second number counts.
  if (!dayFirst && list && y === undefined && !endsLikeADate(text, end)) return undefined;
  if (/[\d/.:-]/.test(text[at - 1] ?? '')) return undefined;
  // > | between 3 and 5 June        the two ends of a stretch, not two days
  const between = /\bbetween\s{1,3}(?:the\s{1,3})?$/i.test(before(text, at, 16));
  const listed = list && !between ? [from, ...(more.match(/\d+/g) ?? []).map(Number), to] : undefined;
  const point = (day: number): Point => ({
    is: 'point',
    month: m,
    day,
    ...(y !== undefined && { year: y }),
    ...(doubt && { uncertain: true }),
  });
  return {
    start: at,
    end,
    meaning: {
      is: 'range',
      from: point(from),
      to: point(to),
      ...(listed && { list: listed, either: /^or$/i.test(list ?? '') }),
    },
    rule: listed ? 'date.list' : 'date.range',
    certainty: doubt ? 'medium' : 'high',
  };
}

// > | June 28–July 3, 1961          > | 28 June to 3 July 1961
//            ^                                ^^^^
const BETWEEN_POINTS = re(`${G}(?:${DASH}{1,2}|(?<word>to|until|till|through)(?=\\s))${G}`);

export function readPoints(text: string, at: number): Match | undefined {
  const first = readDayMonth(text, at);
  if (first?.meaning.is !== 'point') return undefined;
  const join = matchAt(BETWEEN_POINTS, text, first.end);
  if (!join) return undefined;
  const second = readDayMonth(text, first.end + join[0].length);
  if (second?.meaning.is !== 'point') return undefined;
  const from = first.meaning;
  const to = second.meaning;
  // Both complete and joined by a word: two points.
  if (join.groups?.word && (from.year !== undefined || to.year === undefined)) return undefined;
  const year = from.year ?? to.year;
  if (year !== undefined && to.year === undefined) return undefined;
  const earlier =
    from.year === undefined && to.year !== undefined && (from.month ?? 0) > (to.month ?? 0)
      ? to.year - 1
      : year;
  return {
    start: first.start,
    end: second.end,
    meaning: { is: 'range', from: { ...from, ...(earlier !== undefined && { year: earlier }) }, to },
    rule: 'date.range',
    certainty: first.certainty === 'high' && second.certainty === 'high' ? 'high' : 'medium',
  };
}

// > | January-March 1977            > | May to July 1949          > | MARCH/APRIL
//     ^^^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^              ^^^^^^^^^^^
const MONTHS = re(
  `(?<from>${MONTH_NAME})${JOIN}(?:early${S}|late${S}|mid-)?(?<to>${MONTH_NAME})(?!${S}\\d{1,2}(?!\\d))(?:${G},?(?:${S}of)?${G}(?<year>${YEAR})(?!\\d))?`,
);

export function readMonths(text: string, at: number): Match | undefined {
  const match = matchAt(MONTHS, text, at);
  if (!match?.groups) return undefined;
  const { from = '', to = '', list, year, range = '' } = match.groups;
  if (!isCapital(from, 0) || !isCapital(to, 0)) return undefined;
  const y = year ? Number(year) : undefined;
  // «May and June» without a year are two months, each on its own; so are «from May to July».
  if (y === undefined && (list || /[A-Za-z]/.test(range))) return undefined;
  // > | June 1961 – the first month is complete: handled as two
  const a = monthOf(from);
  const b = monthOf(to);
  if (list && b !== a + 1) return undefined;
  const earlier = y !== undefined && a > b ? y - 1 : y;
  return {
    start: at,
    end: at + match[0].length,
    meaning: {
      is: 'range',
      from: { is: 'point', month: a, ...(earlier !== undefined && { year: earlier }) },
      to: { is: 'point', month: b, ...(y !== undefined && { year: y }) },
    },
    rule: 'date.range',
    certainty: y !== undefined ? 'high' : 'medium',
  };
}

// > | September 1945–March 1946
//     ^^^^^^^^^^^^^^^^^^^^^^^^^
const DASHED = re(`${G}${DASH}{1,2}${G}`);

export function readMonthYears(text: string, at: number): Match | undefined {
  const first = readMonthYear(text, at);
  const join = first && matchAt(DASHED, text, first.end);
  const second = join && readMonthYear(text, first.end + join[0].length);
  if (first?.meaning.is !== 'point' || second?.meaning.is !== 'point') return undefined;
  return {
    start: first.start,
    end: second.end,
    meaning: { is: 'range', from: first.meaning, to: second.meaning },
    rule: 'date.range',
    certainty: 'high',
  };
}

// > | 1941-42             > | 1941–1945           > | from 1941 to 1945
//     ^^^^^^^                 ^^^^^^^^^
const YEARS = re(
  `(?<from>1[5-9]\\d\\d|20\\d\\d)(?<join>${G}${DASH}${G}|/)(?<to>(?:1[5-9]|20)\\d\\d|\\d\\d)(?![\\d${L}]|[.,/:-]\\d|${DASH}\\d)`,
);

export function readYears(text: string, at: number): Match | undefined {
  if (/[\dA-Za-z./$£#:,_-]/.test(text[at - 1] ?? '')) return undefined;
  const match = matchAt(YEARS, text, at);
  if (!match?.groups) return undefined;
  const { from: printed = '', to: printedTo = '', join = '' } = match.groups;
  const from = Number(printed);
  const to = printedTo.length === 2 ? Math.floor(from / 100) * 100 + Number(printedTo) : Number(printedTo);
  if (from < 1800 || to <= from || to - from > 120 || to > 2060) return undefined;
  // Numbers of telegrams and pages run on like years: «telegrams 1941-42», «pages 1950-1955».
  if (
    /(?:nos?|numbers?|telegrams?|cables?|cablegrams?|pages?|pp?|paras?|documents?|docs?|tels?|files?|box(?:es)?|items?)\.?\s{1,3}$/iu.test(
      before(text, at, 20),
    )
  )
    return undefined;
  // > | ESTIMATES 1970/75        a slash joins neighbours, or the years of a table of figures
  if (
    join === '/' &&
    to - from > 1 &&
    !(
      printedTo.length === 2 &&
      from >= 1900 &&
      to - from <= 10 &&
      /\b(?:estimates?|data|figures|statistics|production|prices|average|period|years?|harvests?|crops?|exports|imports|plan)\s{1,3}$/iu.test(
        before(text, at, 20),
      )
    )
  )
    return undefined;
  return {
    start: at,
    end: at + match[0].length,
    meaning: { is: 'range', from: { is: 'point', year: from }, to: { is: 'point', year: to } },
    rule: 'date.range',
    certainty: printedTo.length === 2 ? 'medium' : 'high',
  };
}
