/**
 * Ranges, and parts of a longer time: «5-7 May», «early June», «the second half of 1977».
 */
import { addDays, addMonths, type Day, daysInMonth, exists, isoDay, toNumber } from './calendar.ts';
import { edtfAllOf, edtfInterval, edtfOneOf } from './edtf.ts';
import { anchorOf, bounds, type Extent, least, type State, withoutWhen } from './extent.ts';
import type { Meaning, Part } from './meaning.ts';
import { pointExtent } from './points.ts';

export function rangeExtent(meaning: Extract<Meaning, { is: 'range' }>, state: State): Extent | undefined {
  const to = pointExtent(meaning.to, state);
  if (!to) return undefined;
  // The first end takes month and year of the second, or the last such day before it.
  const year = to.last.year;
  const first = meaning.from;
  let from: Extent | undefined;
  if (first.year !== undefined || first.monthShift !== undefined) from = pointExtent(first, state);
  else if (first.month !== undefined) {
    const before =
      first.month > to.last.month || (first.month === to.last.month && (first.day ?? 0) > to.last.day);
    from = pointExtent({ ...first, year: before ? year - 1 : year }, state);
  } else if (first.day !== undefined && exists(year, to.last.month, first.day)) {
    from = pointExtent({ ...first, year, month: to.last.month }, state);
  }
  if (!from || toNumber(from.first) > toNumber(to.last)) return undefined;
  const label = to.anchor ?? from.anchor;
  const listed = meaning.list?.map((day) => isoDay({ year, month: to.last.month, day }));
  const stated = bounds({ first: from.first, last: to.last, certainty: 'high' });
  const spans = { first: from.first, last: to.last };
  return {
    ...spans,
    edtf: listed
      ? meaning.either
        ? edtfOneOf(listed)
        : edtfAllOf(listed)
      : edtfInterval(from.when ?? stated.first, to.when ?? stated.last),
    stated: meaning.either !== true,
    ...(label && { anchor: label }),
    certainty: least(from.certainty, to.certainty),
  };
}

/** «The first six months of 1972», «the last ten days of May»: whole units from either end. */
export function shareExtent(
  { end, count, unit }: Extract<Meaning, { is: 'share' }>,
  of: Extent | undefined,
): Extent | undefined {
  if (!of) return undefined;
  const { first, last } = of;
  const from = end === 'first' ? first : begun(last, unit, count);
  const to = end === 'first' ? addDays(begun(first, unit, -count), -1) : last;
  if (toNumber(from) < toNumber(first) || toNumber(to) > toNumber(last)) return undefined;
  return { ...withoutWhen(of), first: from, last: to, stated: true };
}

/** The day after so many units back from the last of a stretch; forward, where the count is below nothing, from its first. */
function begun(day: Day, unit: 'day' | 'month' | 'year', count: number): Day {
  if (unit === 'day') return count > 0 ? addDays(day, 1 - count) : addDays(day, -count);
  const months = unit === 'year' ? count * 12 : count;
  return addMonths({ ...(count > 0 ? addDays(day, 1) : day), day: 1 }, -months);
}

/** Months of a year, days of a month: the boundaries of «early», «mid-», «the end of». */
const OF_YEAR: Partial<Record<Part, readonly [number, number]>> = {
  start: [1, 3],
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
  end: [10, 12],
  'half-1': [1, 6],
  'half-2': [7, 12],
  'quarter-1': [1, 3],
  'quarter-2': [4, 6],
  'quarter-3': [7, 9],
  'quarter-4': [10, 12],
};

const OF_MONTH: Partial<Record<Part, readonly [number, number]>> = {
  start: [1, 10],
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
  end: [21, 31],
  'half-1': [1, 15],
  'half-2': [16, 31],
};

export function partExtent(part: Part, of: Extent | undefined, state: State): Extent | undefined {
  if (!of) return undefined;
  const base = { ...withoutWhen(of), certainty: least(of.certainty, 'medium') };
  if (part === 'later' || part === 'earlier') {
    const anchor = anchorOf(state);
    if (!anchor) return undefined;
    const { first, last } = of;
    const extent =
      part === 'later' ? { ...base, first: anchor.day, last } : { ...base, first, last: anchor.day };
    return toNumber(extent.first) <= toNumber(extent.last) ? extent : undefined;
  }
  const { first, last } = of;
  const year = of.when?.length === 4 ? OF_YEAR[part] : undefined;
  // A season has no agreed parts: the season itself is all that is known.
  if (of.edtf !== undefined && of.when !== undefined) return { ...of, certainty: base.certainty };
  if (year) {
    const to = { year: first.year, month: year[1], day: daysInMonth(first.year, year[1]) };
    return { ...base, first: { year: first.year, month: year[0], day: 1 }, last: to };
  }
  const month = of.when?.length === 7 ? OF_MONTH[part] : undefined;
  if (month) {
    return {
      ...base,
      first: { ...first, day: month[0] },
      last: { ...last, day: Math.min(month[1], last.day) },
    };
  }
  return portion(part, base);
}

/** Thirds of a decade, a century, a week; in whole years where the whole is of years. */
function portion(part: Part, of: Extent): Extent | undefined {
  const years = of.last.year - of.first.year + 1;
  const share: Partial<Record<Part, readonly [number, number]>> = {
    start: [0, 1 / 3],
    early: [0, 1 / 3],
    mid: [1 / 3, 2 / 3],
    late: [2 / 3, 1],
    end: [2 / 3, 1],
    'half-1': [0, 1 / 2],
    'half-2': [1 / 2, 1],
    'quarter-1': [0, 1 / 4],
    'quarter-2': [1 / 4, 1 / 2],
    'quarter-3': [1 / 2, 3 / 4],
    'quarter-4': [3 / 4, 1],
  };
  const [from, to] = share[part] ?? [0, 1];
  if (years >= 10) {
    const first = of.first.year + Math.round(years * from);
    const last = of.first.year + Math.round(years * to) - 1;
    return { ...of, first: { year: first, month: 1, day: 1 }, last: { year: last, month: 12, day: 31 } };
  }
  const start = toNumber(of.first);
  const days = toNumber(of.last) - start + 1;
  if (days < 4) return undefined;
  return {
    ...of,
    first: addDays(of.first, Math.round(days * from)),
    last: addDays(of.first, Math.max(Math.round(days * from), Math.round(days * to) - 1)),
  };
}
