/**
 * Dates in figures: `22.7.1978`, `7/22/78`, `25/12/1941`.
 *
 * Where both numbers could be the month, the two readings are kept and none is chosen, unless the caller knows
 * the office's habit (`preferDayFirst`). With full stops the day comes first everywhere.
 */
import { exists, isoDay } from './calendar.ts';
import type { Match } from './meaning.ts';
import { L, matchAt, re } from './words.ts';

// > | 22.7.1978           > | 7/22/78             > | 10-29-2021
//     ^^^^^^^^^               ^^^^^^^                 ^^^^^^^^^^
const NUMERIC = re(
  `(?<first>\\d{1,2})(?<mark>[./-])\\s?(?<second>\\d{1,2})\\k<mark>\\s?(?<year>(?:1[5-9]|20)\\d\\d|\\d\\d)(?![\\d${L}/]|[.,-]\\d)`,
);

export function readNumericDate(text: string, at: number, preferDayFirst?: boolean): Match | undefined {
  if (/[\dA-Za-z./:#№-]/.test(text[at - 1] ?? '')) return undefined;
  const match = matchAt(NUMERIC, text, at);
  if (!match?.groups) return undefined;
  const { first, second, year: printed = '', mark } = match.groups;
  const short = printed.length === 2;
  // `1-2-45` and `3.2.10` number paragraphs and rooms.
  if (
    short &&
    (mark === '-' || (mark === '.' && preferDayFirst === undefined && !leads(text, at, Number(printed))))
  )
    return undefined;
  const year = short ? 1900 + Number(printed) : Number(printed);
  const [a, b] = [Number(first), Number(second)];
  const dayFirst = exists(year, b, a) ? isoDay({ year, month: b, day: a }) : undefined;
  const monthFirst = mark !== '.' && exists(year, a, b) ? isoDay({ year, month: a, day: b }) : undefined;
  const chosen =
    dayFirst && monthFirst && dayFirst !== monthFirst
      ? preferDayFirst === undefined
        ? undefined
        : preferDayFirst
          ? dayFirst
          : monthFirst
      : (dayFirst ?? monthFirst);
  const span = { start: at, end: at + match[0].length, rule: 'date.numeric' as const };
  if (!chosen) {
    if (!dayFirst || !monthFirst) return undefined;
    return {
      ...span,
      meaning: { is: 'open', type: 'date', oneOf: [dayFirst, monthFirst].sort() },
      certainty: 'low',
    };
  }
  const [y = 0, m = 0, d = 0] = chosen.split('-').map(Number);
  return {
    ...span,
    meaning: { is: 'point', year: y, month: m, day: d },
    certainty: short || (dayFirst && monthFirst && dayFirst !== monthFirst) ? 'medium' : 'high',
  };
}

/** «on 15.11.38»: words that lead to a day, and a year of this century that no paragraph number has. */
const leads = (text: string, at: number, year: number): boolean =>
  year >= 14 && /\b(?:on|dated|of|since|until|from|by)\s{1,3}$/i.test(text.slice(Math.max(0, at - 9), at));

/** Where all slashed dates of a text that can be read in one way only follow one habit, the others follow it too. */
export function inOneHabit(text: string, matches: readonly Match[]): readonly Match[] {
  let dayFirst = 0;
  let monthFirst = 0;
  let open = 0;
  for (const { rule, start, end, meaning } of matches) {
    if (rule !== 'date.numeric') continue;
    if (meaning.is === 'open') open += 1;
    const numbers = /^(\d{1,2})[/-](\d{1,2})[/-]/.exec(text.slice(start, end));
    if (!numbers || meaning.is !== 'point') continue;
    if (Number(numbers[1]) > 12) dayFirst += 1;
    else if (Number(numbers[2]) > 12) monthFirst += 1;
  }
  if (open === 0 || dayFirst > 0 === monthFirst > 0) return matches;
  return matches.map((match) =>
    match.rule === 'date.numeric' && match.meaning.is === 'open'
      ? (readNumericDate(text, match.start, dayFirst > 0) ?? match)
      : match,
  );
}
