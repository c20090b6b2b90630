/**
 * Seasons, which differ by half of the earth, and decades without their century.
 */
import { type Day, pad } from './calendar.ts';
import { anchorOf, type Extent, least, mentionFor, ofYear, type State, yearAnchorOf } from './extent.ts';
import type { Meaning } from './meaning.ts';
import { toldYear } from './points.ts';

export function seasonExtent(meaning: Extract<Meaning, { is: 'season' }>, state: State): Extent | undefined {
  const edtf = (year: number) => `${pad(year, 4)}-${meaning.season}`;
  if (meaning.year !== undefined) {
    if (meaning.toYear !== undefined && meaning.toYear !== meaning.year) {
      if (meaning.toYear !== meaning.year + 1) return undefined;
      return {
        first: { year: meaning.year, month: 1, day: 1 },
        last: { year: meaning.toYear, month: 12, day: 31 },
        edtf: edtf(meaning.year),
        certainty: 'high',
      };
    }
    return { ...ofYear(meaning.year, 'high'), edtf: edtf(meaning.year) };
  }
  if (meaning.yearShift !== undefined) {
    const told = toldYear(meaning.yearShift, meaning.which, state);
    return told && { ...ofYear(told.year, told.certainty), edtf: edtf(told.year), anchor: told.label };
  }
  const anchor =
    anchorOf(state) ??
    (yearAnchorOf(state) || meaning.which !== 'last' ? undefined : mentionFor('day', state));
  if (!anchor) {
    //   > | this fall        in a telegram of which only the year is known
    const known = meaning.which === 'this' ? yearAnchorOf(state) : undefined;
    return known && { ...ofYear(known.year, 'low'), edtf: edtf(known.year), anchor: known.label };
  }
  const label = { anchor: anchor.label, certainty: least('medium', anchor.certainty) };
  if (meaning.which === 'this' || !meaning.which) {
    return { ...ofYear(anchor.day.year, 'medium'), edtf: edtf(anchor.day.year), ...label };
  }
  const half = meaning.north ? 'north' : state.context.hemisphereAt?.(state.at);
  const years = (half ? [half] : (['north', 'south'] as const)).map((h) =>
    seasonOnSide(meaning.season, h, meaning.which === 'last' ? 'last' : 'next', anchor.day),
  );
  // Where the halves of the earth disagree and nobody says which, there is no value.
  const [year] = years;
  if (year === undefined || years.some((other) => other !== year)) return undefined;
  if (meaning.season === 24 || (meaning.season === 22 && half !== 'north')) {
    if (!half) return undefined;
    const to = year + (STRADDLES[half] === meaning.season ? 1 : 0);
    return {
      first: { year, month: 1, day: 1 },
      last: { year: to, month: 12, day: 31 },
      edtf: edtf(year),
      ...(to === year && { when: pad(year, 4) }),
      ...label,
    };
  }
  return { ...ofYear(year, 'medium'), edtf: edtf(year), ...label };
}

/** First month of spring, summer, autumn and winter. */
const SEASON_STARTS = { north: [3, 6, 9, 12], south: [9, 12, 3, 6] } as const;

/** The season that runs on into the next year. */
const STRADDLES = { north: 24, south: 22 } as const;

/** The year in which the last such season before the anchor, or the next after it, begins. */
function seasonOnSide(
  season: number,
  half: 'north' | 'south',
  which: 'last' | 'next',
  anchor: Day,
): number | undefined {
  const month = SEASON_STARTS[half][season - 21];
  if (month === undefined) return undefined;
  const years = [-2, -1, 0, 1, 2].map((by) => anchor.year + by);
  const now = anchor.year * 12 + anchor.month;
  return which === 'last'
    ? years.findLast((year) => year * 12 + month + 2 < now)
    : years.find((year) => year * 12 + month > now);
}

export function decadeExtent(tens: number, state: State): Extent | undefined {
  const anchor = anchorOf(state);
  if (!anchor) return undefined;
  const century = Math.floor(anchor.day.year / 100) * 100;
  const year = century + tens * 10;
  // A decade beyond the next is the last century's.
  const decade = year > anchor.day.year + 20 ? year - 100 : year;
  return {
    first: { year: decade, month: 1, day: 1 },
    last: { year: decade + 9, month: 12, day: 31 },
    edtf: `${decade / 10}X`,
    anchor: anchor.label,
    certainty: 'low',
  };
}
