/**
 * From what an expression says to which day that was.
 *
 * Dates first, in the order of the text, each seen by those after it; then the times of day, which look for
 * their day and for their half of it in the sentence. What cannot be decided gets no value.
 */
import type { DateMention } from '../../document.ts';
import { addDays, isoDay } from './calendar.ts';
import { hhmm, isTime, resolveTimes, zoneOf } from './clocks.ts';
import type { DateContext } from './context.ts';
import { edtfDateTime, edtfInterval, edtfOneOf, qualify } from './edtf.ts';
import { bounds, dayAt, type Extent, least, type State, withoutWhen } from './extent.ts';
import type { Match, Meaning } from './meaning.ts';
import { openExtent, pointExtent } from './points.ts';
import { decadeExtent, seasonExtent } from './seasons.ts';
import { shiftExtent, weekdayExtent } from './shifts.ts';
import { partExtent, rangeExtent, shareExtent } from './stretches.ts';

export function resolve(text: string, matches: readonly Match[], context: DateContext): DateMention[] {
  const state: State = { text, context, met: [], at: 0, end: 0 };
  const extents = matches.map((match) => {
    if (isTime(match.meaning)) return undefined;
    state.at = match.start;
    state.end = match.end;
    const extent = extentOf(match.meaning, state);
    // > | 9 Jul 1268        before the Gregorian reform: another calendar, or a year misread; neither is guessed
    if (extent && extent.first.year < 1583 && isDated(match.meaning)) {
      return context.anchorAt(match.start) ? undefined : extent;
    }
    if (extent) state.met.push({ start: match.start, end: match.end, extent });
    return extent;
  });
  const times = resolveTimes(matches, extents, state).values();
  return matches.map((match, index) =>
    isTime(match.meaning) ? (times.next().value as DateMention) : dateMention(match, extents[index], context),
  );
}

/** A day or a month with its year. */
const isDated = (meaning: Meaning): boolean =>
  meaning.is === 'point' && meaning.year !== undefined && meaning.month !== undefined;

function dateMention(match: Match, extent: Extent | undefined, context: DateContext): DateMention {
  const span = { start: match.start, end: match.end };
  const { meaning } = match;
  const base = { kind: 'date' as const, span, rule: extent?.rule ?? match.rule };
  if (meaning.is === 'duration') {
    return {
      ...base,
      type: 'duration',
      duration: meaning.least,
      ...(meaning.most && { durationMax: meaning.most }),
      certainty: match.approximate ? 'medium' : match.certainty,
    };
  }
  if (!extent) {
    const oneOf = meaning.is === 'open' ? meaning.oneOf : undefined;
    return {
      ...base,
      type: meaning.is === 'open' ? meaning.type : 'date',
      certainty: 'low',
      ...(oneOf && { edtf: edtfOneOf(oneOf) }),
    };
  }
  const uncertain = meaning.is === 'point' && meaning.uncertain === true;
  const approximate = match.approximate === true || (meaning.is === 'shift' && meaning.approximate === true);
  const sure = meaning.is === 'open' ? 'medium' : match.certainty;
  const certainty = least(sure, extent.certainty, approximate || uncertain ? 'medium' : 'high');
  const anchor = extent.anchor && { anchor: extent.anchor };
  if (extent.when !== undefined && extent.clock && extent.until) {
    const zone = zoneOf(extent.clock, match, context);
    const past = hhmm(extent.until) < hhmm(extent.clock);
    const from = `${extent.when}T${hhmm(extent.clock)}`;
    const to = `${isoDay(past ? addDays(extent.first, 1) : extent.first)}T${hhmm(extent.until)}`;
    const edtf = edtfInterval(edtfDateTime(from, extent.clock.zone), edtfDateTime(to, extent.clock.zone));
    return { ...base, type: 'date', from, to, edtf, ...anchor, ...(zone && { zone }), certainty };
  }
  if (extent.when !== undefined) {
    const zone = extent.clock ? zoneOf(extent.clock, match, context) : undefined;
    const when = extent.clock ? `${extent.when}T${hhmm(extent.clock)}` : extent.when;
    const edtf = qualify(extent.edtf ?? edtfDateTime(when, extent.clock?.zone), approximate, uncertain);
    return { ...base, type: 'date', when, edtf, ...anchor, ...(zone && { zone }), certainty };
  }
  const { first, last } = bounds(extent);
  const edtf = qualify(extent.edtf ?? edtfInterval(first, last), approximate, uncertain);
  const type = meaning.is === 'point' ? 'date' : 'period';
  return extent.stated
    ? { ...base, type, from: first, to: last, edtf, ...anchor, certainty }
    : { ...base, type, notBefore: first, notAfter: last, edtf, ...anchor, certainty };
}

function extentOf(meaning: Meaning, state: State): Extent | undefined {
  switch (meaning.is) {
    case 'point':
      return pointExtent(meaning, state);
    case 'part':
      return partExtent(meaning.part, extentOf(meaning.of, state), state);
    case 'share':
      return shareExtent(meaning, extentOf(meaning.of, state));
    case 'range':
      return rangeExtent(meaning, state);
    case 'shift':
      return shiftExtent(meaning, state);
    case 'weekday':
      return weekdayExtent(meaning, state);
    case 'season':
      return seasonExtent(meaning, state);
    case 'stretch': {
      const first = dayAt(meaning.first, 'first');
      const last = dayAt(meaning.last, 'last');
      return first && last
        ? { first, last, edtf: meaning.edtf, stated: meaning.stated, certainty: 'high' }
        : undefined;
    }
    case 'decade':
      return decadeExtent(meaning.tens, state);
    case 'week-of': {
      const of = pointExtent(meaning.of, state);
      if (!of) return undefined;
      const first = meaning.ending ? addDays(of.first, -6) : of.first;
      return { ...withoutWhen(of), first, last: addDays(first, 6), stated: true };
    }
    case 'open':
      return openExtent(meaning.oneOf, state);
    default:
      return undefined;
  }
}
