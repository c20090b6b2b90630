/**
 * Points with parts missing: which year, which month, which day was meant.
 */
import type { Certainty } from '../../document.ts';
import { addMonths, type Day, exists, isoDay, pad, parseDay, toNumber, weekday } from './calendar.ts';
import type { Anchor } from './context.ts';
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
import type { Clock, Point } from './meaning.ts';
import { direction, namesAnEvent } from './sentence.ts';
import { yearOfForm, yearOfNext, yearOfSame, yearToldNearby } from './years-told.ts';

export function pointExtent(point: Point, state: State): Extent | undefined {
  if (point.year !== undefined) return printedExtent(point, point.year, state);
  if (point.yearShift !== undefined) {
    const told = toldYear(point.yearShift, point.which, state);
    const extent = told && printedExtent(point, told.year, state);
    return (
      extent &&
      validExtent({ ...extent, anchor: told.label, certainty: least(extent.certainty, told.certainty) })
    );
  }
  if (point.month !== undefined && point.day !== undefined)
    return dayMonthExtent(point, point.month, point.day, state);
  if (point.month !== undefined) return monthExtent(point, point.month, state);
  if (point.day !== undefined) return dayExtent(point, point.day, state);
  return undefined;
}

/** The year of «last year» or «that year» beside a month or a season. */
export function toldYear(
  shift: NonNullable<Point['yearShift']>,
  which: Point['which'],
  state: State,
): { year: number; label: Anchor['label']; certainty: Certainty } | undefined {
  const mention = shift === 'mention' ? mentionFor('year', state) : undefined;
  const origin =
    shift === 'mention' ? mention && { ...mention, year: mention.day.year } : yearAnchorOf(state);
  if (!origin) return undefined;
  const by = shift === 'mention' ? (which === 'next' ? 1 : which === 'last' ? -1 : 0) : shift;
  return { year: origin.year + by, label: origin.label, certainty: origin.certainty };
}

function validExtent(extent: Extent): Extent | undefined {
  const { year, month, day } = extent.first;
  return exists(year, month, day) ? extent : undefined;
}

function extras(point: Point): { clock?: Clock; until?: Clock; weekday?: number } {
  return {
    ...(point.clock && !point.clock.open && { clock: point.clock }),
    ...(point.until && { until: point.until }),
    ...(point.weekday !== undefined && { weekday: point.weekday }),
  };
}

function printedExtent(point: Point, year: number, state: State): Extent | undefined {
  const { month, day } = point;
  if (month !== undefined && day !== undefined) {
    const onForm = yearOfForm(year, month, day, state);
    if (onForm !== undefined)
      return {
        ...ofDay({ year: onForm, month, day }),
        ...extras(point),
        anchor: 'document',
        certainty: 'low',
        rule: 'date.year-of-form',
      };
    const date = { year, month, day };
    // A weekday that contradicts its date leaves the date as printed, and doubt (`check.ts` says more).
    const contradicted = point.weekday !== undefined && weekday(date) !== point.weekday;
    return { ...ofDay(date), ...extras(point), certainty: contradicted ? 'low' : 'high' };
  }
  if (month !== undefined) return ofMonth(year, month, 'high');
  if (day === undefined) return ofYear(year, 'high');
  // > | 78年  月22日        the month left blank: only a document of the same day of the same year can fill it
  const anchor = state.context.anchorAt(state.at);
  const known = anchor && parseDay(anchor.date);
  if (anchor && known && known.year === year && known.day === day) {
    return { ...ofDay(known), ...extras(point), anchor: anchor.label, certainty: 'medium' };
  }
  if (day > 31) return undefined;
  return {
    first: { year, month: 1, day },
    last: { year, month: 12, day: Math.min(day, 31) },
    edtf: `${pad(year, 4)}-XX-${pad(day)}`,
    certainty: 'low',
  };
}

/** How near a date must be to the anchor to be taken without asking the tense of the sentence. */
const NEAR_DAYS = 75;

function dayMonthExtent(point: Point, month: number, day: number, state: State): Extent | undefined {
  const anchor = anchorOf(state);
  if (point.which && anchor) {
    const side = onSide(point.which, month, day, anchor.day);
    return side && { ...ofDay(side), ...extras(point), anchor: anchor.label, certainty: anchor.certainty };
  }
  const told = yearToldNearby(state, anchor?.day.year ?? yearAnchorOf(state)?.year);
  if (told !== undefined && exists(told, month, day)) {
    return { ...ofDay({ year: told, month, day }), ...extras(point), anchor: 'mention', certainty: 'medium' };
  }
  if (!anchor) {
    if (point.which) return undefined;
    const same = yearOfSame(month, day, state);
    if (same === undefined || !exists(same, month, day)) return inKnownYear(point, month, day, state);
    return { ...ofDay({ year: same, month, day }), ...extras(point), anchor: 'mention', certainty: 'medium' };
  }
  const candidates = [-1, 0, 1]
    .map((by) => ({ year: anchor.day.year + by, month, day }))
    .filter((date) => exists(date.year, date.month, date.day));
  const onWeekday =
    point.weekday === undefined ? [] : candidates.filter((date) => weekday(date) === point.weekday);
  const chosen =
    onWeekday.length === 1
      ? { day: onWeekday[0] as Day, certainty: 'high' as const }
      : nearest(candidates, anchor.day, NEAR_DAYS, state, day);
  if (!chosen) return undefined;
  const contradicted = point.weekday !== undefined && weekday(chosen.day) !== point.weekday;
  return {
    ...ofDay(chosen.day),
    ...extras(point),
    anchor: anchor.label,
    certainty: contradicted ? 'low' : least(chosen.certainty, anchor.certainty),
  };
}

/** Of the document only the year is known: it is that of the day, unless the weekday is another year's. */
function inKnownYear(point: Point, month: number, day: number, state: State): Extent | undefined {
  const known = yearAnchorOf(state);
  if (!known) return undefined;
  const candidates = [known.year, known.year - 1, known.year + 1]
    .map((year) => ({ year, month, day }))
    .filter((date) => exists(date.year, date.month, date.day));
  const fitting =
    point.weekday === undefined ? candidates : candidates.filter((date) => weekday(date) === point.weekday);
  const [first] = fitting.length > 0 ? fitting : candidates;
  if (!first) return undefined;
  const certainty = point.weekday !== undefined && fitting.length > 0 ? known.certainty : 'low';
  return { ...ofDay(first), ...extras(point), anchor: known.label, certainty };
}

/** «28th January last», «7 November next»: the last such day before the anchor, the first after it. */
function onSide(
  which: NonNullable<Point['which']>,
  month: number,
  day: number,
  anchor: Day,
): Day | undefined {
  const at = toNumber(anchor);
  const candidates = [-1, 0, 1]
    .map((by) => ({ year: anchor.year + by, month, day }))
    .filter((date) => exists(date.year, date.month, date.day));
  if (which === 'this') return candidates.find((date) => date.year === anchor.year);
  return which === 'last'
    ? candidates.findLast((date) => toNumber(date) < at)
    : candidates.find((date) => toNumber(date) > at);
}

/** The candidate near the anchor; else the one on the side the sentence looks to; else that of the anchor's own year. */
function nearest(
  candidates: readonly Day[],
  anchor: Day,
  near: number,
  state: State,
  printedDay?: number,
): { day: Day; certainty: Certainty } | undefined {
  const at = toNumber(anchor);
  const byDistance = [...candidates].sort((a, b) => Math.abs(toNumber(a) - at) - Math.abs(toNumber(b) - at));
  const first = byDistance[0];
  if (!first) return undefined;
  if (Math.abs(toNumber(first) - at) <= near) return { day: first, certainty: 'high' };
  const told = yearOfSame(first.month, printedDay, state);
  const same = candidates.find((d) => d.year === told);
  if (same) return { day: same, certainty: 'medium' };
  // > | 2 On July 20 he reported …        an editor's note to a paper of March: the year it leaves out is the paper's
  // … unless it explains a day that the text has told: «the note of September 26».
  if (state.context.noteAt?.(state.at)) {
    const told = state.met
      .slice(-200)
      .findLast(
        ({ extent }) => extent.when?.length === 10 && candidates.some((d) => isoDay(d) === extent.when),
      );
    if (told && printedDay !== undefined) return { day: told.extent.first, certainty: 'medium' };
    const own = candidates.find((d) => d.year === anchor.year);
    if (own) return { day: own, certainty: 'medium' };
  }
  //   > | my cablegram of 22nd March, 1944. … on 26th May        the year printed a little before goes on
  const goingOn = printedDay === undefined ? undefined : afterPrintedDay(candidates, anchor, state);
  if (goingOn) return { day: goingOn, certainty: 'medium' };
  const looks = direction(state.text, state.at, state.end);
  const side =
    looks === 'ahead'
      ? candidates.filter((d) => toNumber(d) >= at)
      : looks === 'back'
        ? candidates.filter((d) => toNumber(d) <= at)
        : [];
  //   > | were ready for the October meeting        in April: the coming one, not that of half a year ago
  const coming = candidates.find((d) => toNumber(d) > at);
  const gone = side.at(-1);
  if (
    looks === 'back' &&
    coming &&
    gone &&
    toNumber(coming) - at <= 190 &&
    at - toNumber(gone) >= toNumber(coming) - at &&
    namesAnEvent(state.text, state.at, state.end)
  )
    return { day: coming, certainty: 'low' };
  const nearestThere = looks === 'ahead' ? side[0] : gone;
  if (nearestThere) return { day: nearestThere, certainty: 'medium' };
  const own = candidates.find((d) => d.year === anchor.year);
  return own ? { day: own, certainty: 'low' } : undefined;
}

/** The day in the year that was printed with another, earlier day a few lines before, in the same paragraph. */
function afterPrintedDay(candidates: readonly Day[], anchor: Day, state: State): Day | undefined {
  const last = state.met.at(-1);
  if (!last || state.at - last.end > 300 || last.extent.when?.length !== 10) return undefined;
  if (last.extent.first.year !== anchor.year || !/\d{4}/.test(state.text.slice(last.start, last.end)))
    return undefined;
  if (/\n\s{0,10}\n/.test(state.text.slice(last.end, state.at))) return undefined;
  const at = toNumber(last.extent.first);
  return candidates.find(
    (d) => d.year === anchor.year && toNumber(d) > at && toNumber(d) <= toNumber(anchor),
  );
}

function monthExtent(point: Point, month: number, state: State): Extent | undefined {
  const anchor = anchorOf(state);
  const told = point.which
    ? undefined
    : (yearOfNext(month, state) ??
      yearToldNearby(state, anchor?.day.year ?? yearAnchorOf(state)?.year) ??
      (anchor ? undefined : yearOfSame(month, undefined, state)));
  if (told !== undefined) return { ...ofMonth(told, month, 'medium'), anchor: 'mention' };
  if (!anchor) {
    const known = point.which && point.which !== 'this' ? undefined : yearAnchorOf(state);
    if (known) return { ...ofMonth(known.year, month, 'low'), anchor: known.label };
    // > | In a report of January 17, 1961, … last November        an editor's survey that bears no day itself
    const from = point.which === 'last' ? mentionFor('day', state)?.day : undefined;
    return (
      from && { ...ofMonth(month < from.month ? from.year : from.year - 1, month, 'low'), anchor: 'mention' }
    );
  }
  const { year, month: now } = anchor.day;
  const label = { anchor: anchor.label };
  if (point.which === 'last')
    return { ...ofMonth(month < now ? year : year - 1, month, anchor.certainty), ...label };
  if (point.which === 'next')
    return { ...ofMonth(month > now ? year : year + 1, month, anchor.certainty), ...label };
  if (point.which === 'this') return { ...ofMonth(year, month, anchor.certainty), ...label };
  const candidates = [-1, 0, 1].map((by) => ({ year: year + by, month, day: 15 }));
  const chosen = nearest(candidates, { year, month: now, day: 15 }, 62, state);
  return (
    chosen && {
      ...ofMonth(chosen.day.year, month, least(chosen.certainty, anchor.certainty, 'medium')),
      ...label,
    }
  );
}

function dayExtent(point: Point, day: number, state: State): Extent | undefined {
  const anchor = anchorOf(state);
  if (point.monthShift !== undefined) {
    if (!anchor) return undefined;
    const { year, month } = addMonths({ ...anchor.day, day: 1 }, point.monthShift);
    return exists(year, month, day)
      ? {
          ...ofDay({ year, month, day }),
          ...extras(point),
          anchor: anchor.label,
          certainty: anchor.certainty,
        }
      : undefined;
  }
  const last = state.met.at(-1);
  const recent =
    last &&
    state.at - last.end <= 400 &&
    !/\n\s{0,10}\n/.test(state.text.slice(last.end, state.at)) &&
    last.extent.when !== undefined &&
    last.extent.when.length >= 7
      ? last.extent
      : undefined;
  const far = recent && (!anchor || Math.abs(toNumber(recent.first) - toNumber(anchor.day)) > 45);
  const base = far || !anchor ? recent?.first : anchor.day;
  if (!base) return undefined;
  const label = far || !anchor ? ('mention' as const) : anchor.label;
  const sure = far || !anchor ? ('medium' as const) : anchor.certainty;
  const candidates = [-1, 0, 1]
    .map((by) => ({ ...addMonths({ ...base, day: 1 }, by), day }))
    .filter((date) => exists(date.year, date.month, date.day));
  const onWeekday =
    point.weekday === undefined ? [] : candidates.filter((date) => weekday(date) === point.weekday);
  if (onWeekday.length >= 1) {
    const at = toNumber(base);
    const best = onWeekday.sort((a, b) => Math.abs(toNumber(a) - at) - Math.abs(toNumber(b) - at))[0] as Day;
    return { ...ofDay(best), ...extras(point), anchor: label, certainty: sure };
  }
  if (far && recent) {
    // A month told in the text goes on: «on 3 June … and on the 5th».
    const same = candidates.find((date) => date.month === base.month);
    return same && { ...ofDay(same), ...extras(point), anchor: 'mention', certainty: 'medium' };
  }
  const chosen = nearestDay(candidates, base, state);
  if (!chosen) return undefined;
  const contradicted = point.weekday !== undefined;
  return {
    ...ofDay(chosen.day),
    ...extras(point),
    anchor: label,
    certainty: contradicted ? 'low' : least(chosen.certainty, sure),
  };
}

/** Within ten days the nearest, unless the sentence looks the other way; beyond, the side the sentence looks to; else the anchor's month. */
function nearestDay(
  candidates: readonly Day[],
  base: Day,
  state: State,
): { day: Day; certainty: Certainty } | undefined {
  const at = toNumber(base);
  const looks = direction(state.text, state.at, state.end);
  const [near, other] = candidates.filter((d) => Math.abs(toNumber(d) - at) <= 10);
  // A day or two may be named in any tense; beyond, «he called on the 28th» looks back.
  const by = near ? toNumber(near) - at : 0;
  const against = (looks === 'back' && by > 2) || (looks === 'ahead' && by < -2);
  if (near && !other && !against) return { day: near, certainty: 'high' };
  if (looks === 'ahead') {
    const day = candidates.find((d) => toNumber(d) >= at);
    if (day) return { day, certainty: 'medium' };
  }
  if (looks === 'back') {
    const day = candidates.findLast((d) => toNumber(d) <= at);
    if (day) return { day, certainty: 'medium' };
  }
  const same = candidates.find((d) => d.month === base.month);
  return same && { day: same, certainty: 'low' };
}

/** `8/1/40`: of two readings the one within a month of the anchor, if the other is not. */
export function openExtent(oneOf: readonly string[] | undefined, state: State): Extent | undefined {
  const anchor = anchorOf(state);
  if (!oneOf || !anchor) return undefined;
  const days = oneOf.flatMap((iso) => parseDay(iso) ?? []);
  const near = days.filter((day) => Math.abs(toNumber(day) - toNumber(anchor.day)) <= 31);
  const [day] = near;
  return day && near.length === 1 ? { ...ofDay(day), anchor: anchor.label, certainty: 'medium' } : undefined;
}
