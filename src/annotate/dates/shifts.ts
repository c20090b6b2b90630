/**
 * Days, weeks, months and years counted from the anchor or from the text, and weekdays.
 */
import type { Certainty } from '../../document.ts';
import { addDays, addMonths, type Day, daysInMonth, toNumber, weekday } from './calendar.ts';
import {
  anchorOf,
  type Extent,
  least,
  mentionFor,
  ofDay,
  ofMonth,
  ofYear,
  type State,
  yearAnchorOf,
} from './extent.ts';
import type { Meaning, Unit } from './meaning.ts';
import { direction, sentenceAround } from './sentence.ts';

export function shiftExtent(shift: Extract<Meaning, { is: 'shift' }>, state: State): Extent | undefined {
  const origin =
    shift.from === 'anchor'
      ? anchorOf(state)
      : (mentionFor(shift.unit, state) ??
        // > | 1 The following day he sent …        a note that has told no day goes on from its document's
        (shift.from === 'mention-or-anchor' || state.context.noteAt?.(state.at)
          ? anchorOf(state)
          : undefined));
  if (!origin) {
    //   > | this year        of a document whose year alone is known
    const known = shift.unit === 'year' && shift.from === 'anchor' ? yearAnchorOf(state) : undefined;
    return known && { ...ofYear(known.year + shift.by, 'low'), anchor: known.label };
  }
  const extent = shifted(origin.day, shift.unit, shift.by, shift.approximate === true);
  return (
    extent && {
      ...extent,
      ...(shift.clock && { clock: shift.clock }),
      ...(shift.until && { until: shift.until }),
      anchor: origin.label,
      certainty: origin.certainty,
    }
  );
}

function shifted(day: Day, unit: Unit, by: number, counted: boolean): Omit<Extent, 'certainty'> | undefined {
  switch (unit) {
    case 'day':
      return inCalendar(addDays(day, by)) && ofDay(addDays(day, by));
    case 'week':
    case 'fortnight': {
      //   > | during last fortnight        no calendar has fortnights: the two weeks that end with the day
      if (unit === 'fortnight' && !counted && Math.abs(by) === 1)
        return by < 0 ? { first: addDays(day, -14), last: day } : { first: day, last: addDays(day, 14) };
      const weeks = unit === 'week' ? by : by * 2;
      // «A week ago» is a day; «last week» runs from Monday to Sunday.
      if (counted) return inCalendar(addDays(day, weeks * 7)) && ofDay(addDays(day, weeks * 7));
      const monday = addDays(day, 1 - weekday(day) + weeks * 7);
      return inCalendar(monday) && { first: monday, last: addDays(monday, 6) };
    }
    case 'weekend': {
      const saturday = addDays(day, 6 - weekday(day) + by * 7);
      return inCalendar(saturday) && { first: saturday, last: addDays(saturday, 1) };
    }
    case 'month': {
      const { year, month } = addMonths(day, by);
      return year >= 1 && year <= 9999 ? ofMonth(year, month, 'high') : undefined;
    }
    case 'quarter': {
      const first = addMonths(
        { year: day.year, month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 },
        by * 3,
      );
      const { year, month } = addMonths(first, 2);
      return { first, last: { year, month, day: daysInMonth(year, month) } };
    }
    case 'year':
      return day.year + by >= 1 && day.year + by <= 9999 ? ofYear(day.year + by, 'high') : undefined;
    case 'decade': {
      if (counted)
        return day.year + by * 10 >= 1 && day.year + by * 10 <= 9999
          ? ofYear(day.year + by * 10, 'high')
          : undefined;
      const year = Math.floor(day.year / 10) * 10 + by * 10;
      if (year < 10 || year > 9980) return undefined;
      return {
        first: { year, month: 1, day: 1 },
        last: { year: year + 9, month: 12, day: 31 },
        edtf: `${String(year / 10).padStart(3, '0')}X`,
      };
    }
    default:
      return undefined;
  }
}

function inCalendar(day: Day): true | undefined {
  return (day.year >= 1 && day.year <= 9998) || undefined;
}

type Weekday = Extract<Meaning, { is: 'weekday' }>;

export function weekdayExtent(meaning: Weekday, state: State): Extent | undefined {
  const extent = firstWeekday(meaning, state);
  if (!extent || meaning.days === undefined) return extent;
  const { when: _, weekday: __, ...rest } = extent;
  return { ...rest, last: addDays(extent.first, meaning.days - 1), stated: true };
}

function firstWeekday(meaning: Weekday, state: State): Extent | undefined {
  const origin = meaning.from === 'mention' ? mentionFor('day', state) : anchorOf(state);
  if (!origin) return undefined;
  const today = weekday(origin.day);
  const ahead = (meaning.weekday - today + 7) % 7;
  const extent = (by: number, certainty: Certainty): Extent => ({
    ...ofDay(addDays(origin.day, by)),
    ...(meaning.clock && { clock: meaning.clock }),
    ...(meaning.until && { until: meaning.until }),
    weekday: meaning.weekday,
    anchor: origin.label,
    certainty: least(certainty, origin.certainty),
  });
  const { which } = meaning;
  if (meaning.week)
    return extent(meaning.weekday - today + (which === 'last' ? -7 : which === 'next' ? 7 : 0), 'high');
  if (which === 'last') return extent(ahead === 0 ? -7 : ahead - 7, 'high');
  // «Next Friday» on a Monday may mean the one or the other.
  if (meaning.weeks) return extent((ahead === 0 ? 7 : ahead) + 7, 'high');
  if (which === 'next') return extent(ahead === 0 ? 7 : ahead, meaning.weekday > today ? 'medium' : 'high');
  if (which === 'this') return extent(meaning.weekday - today, 'medium');
  const looks = direction(state.text, state.at, state.end);
  const told = meaning.from ? undefined : afterTold(meaning.weekday, looks, origin.day, state);
  if (told) return { ...extent(0, 'medium'), ...told };
  if (looks === 'ahead') return extent(ahead === 0 ? 7 : ahead, 'medium');
  if (looks === 'back') return extent(ahead === 0 ? 0 : ahead - 7, ahead === 0 ? 'low' : 'medium');
  const bound = state.met.slice(-60).findLast((met) => met.extent.weekday === meaning.weekday);
  if (bound && Math.abs(toNumber(bound.extent.first) - toNumber(origin.day)) <= 10) {
    return { ...ofDay(bound.extent.first), weekday: meaning.weekday, anchor: 'mention', certainty: 'medium' };
  }
  return undefined;
}

/**
 * «He arrives Friday, March 3, and will see us on Saturday»: a weekday after a date with its own weekday in the
 * same sentence is the next such day after it; unless the sentence looks back, and that day would lie ahead of the
 * document, or the other way.
 */
function afterTold(
  named: number,
  looks: 'ahead' | 'back' | undefined,
  today: Day,
  state: State,
): Pick<Extent, 'first' | 'last' | 'when' | 'anchor' | 'certainty'> | undefined {
  const sentence = sentenceAround(state.text, state.at, state.end);
  const met = state.met
    .slice(-6)
    .findLast(
      ({ start, end, extent }) =>
        start >= sentence.start && extent.weekday !== undefined && /\d/.test(state.text.slice(start, end)),
    );
  if (!met?.extent.when) return undefined;
  const by = (named - weekday(met.extent.first) + 7) % 7;
  const day = addDays(met.extent.first, by);
  const off = toNumber(day) - toNumber(today);
  if (by === 0 || (looks === 'back' && off > 0) || (looks === 'ahead' && off < 0)) return undefined;
  return { ...ofDay(day), anchor: 'mention', certainty: least(met.extent.certainty, 'medium') };
}
