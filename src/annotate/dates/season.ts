/**
 * Seasons: `the spring of 1949`, `last autumn`, `the winter of 1949-50`.
 */
import { RELATIVE_YEAR, yearTold } from './absolute.ts';
import type { Match } from './meaning.ts';
import { whichOf } from './month.ts';
import { DASH, L, matchAt, re, S, YEAR } from './words.ts';

// > | the spring of 1949      > | last autumn         > | winter of 1949-50
//     ^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^             ^^^^^^^^^^^^^^^^^
const SEASON = re(
  `(?:the${S})?(?:(?<which>last|this|next|this${S}past|this${S}coming|the${S}coming)${S})?(?<season>spring|summer|autumn|fall|winter)(?:(?:${S}of)?,?${S}(?<year>${YEAR})(?:(?:${DASH}|/)(?<year2>\\d\\d(?:\\d\\d)?))?(?!\\d)|(?<tail>${RELATIVE_YEAR}))?(?![${L}])`,
);
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

export function readSeason(text: string, at: number): Match | undefined {
  const match = matchAt(SEASON, text, at);
  if (!match?.groups) return undefined;
  const { season = '', year, year2, which, tail } = match.groups;
  // Without a year or «last», spring may be a well and fall a verb.
  if (!year && !which && !tail) return undefined;
  const word = season.toLowerCase() === 'fall' ? 'autumn' : season.toLowerCase();
  const first = year ? Number(year) : undefined;
  const last =
    year2 && first !== undefined
      ? year2.length === 2
        ? Math.floor(first / 100) * 100 + Number(year2)
        : Number(year2)
      : undefined;
  return {
    start: at,
    end: at + match[0].length,
    meaning: {
      is: 'season',
      season: 21 + SEASONS.indexOf(word),
      // «Fall» is American.
      ...(season.toLowerCase() === 'fall' && { north: true as const }),
      ...(first !== undefined && { year: first }),
      ...(last !== undefined && { toYear: last }),
      ...(tail && yearTold(tail)),
      ...(which && !year && { which: whichOf(which.toLowerCase()) }),
    },
    rule: 'date.season',
    certainty: year ? 'high' : 'medium',
  };
}
