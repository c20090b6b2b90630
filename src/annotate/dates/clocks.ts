/**
 * Times of day: which half of the day, and which day, as the text around them tells.
 */
import type { Certainty, DateMention } from '../../document.ts';
import { type Day, isoDay, pad, parseDay } from './calendar.ts';
import type { DateContext } from './context.ts';
import { edtfDateTime, edtfInterval, qualify } from './edtf.ts';
import { type Extent, least, type Met, type State } from './extent.ts';
import type { Clock, Match, Meaning } from './meaning.ts';
import { partNamed, sentenceAround } from './sentence.ts';
import { inPart } from './time.ts';

export interface Told {
  readonly clock: Clock;
  readonly inferred: boolean;
}

/** How far, in characters, the times of a text may decide one another: some ten pages. */
const REACH = 20_000;

/** Clocks of each match, those without a.m. or p.m. decided where the text decides them. */
export function resolveClocks(
  text: string,
  matches: readonly Match[],
  extents: readonly (Extent | undefined)[],
): (readonly Told[] | undefined)[] {
  const told: (Told[] | undefined)[] = matches.map((match, index) => {
    const clocks = clocksOf(match.meaning);
    if (clocks.length === 0) {
      const clock = extents[index]?.clock;
      return clock && !clock.open ? [{ clock, inferred: false }] : undefined;
    }
    return clocks.map((clock) => {
      if (!clock.open) return { clock, inferred: false };
      const part = partNamed(text, match.start, match.end);
      return part ? { clock: inPart(clock, part), inferred: true } : { clock, inferred: true };
    });
  });
  // The times that stand fast, with their places: those nearby decide the open ones.
  const fast: { start: number; minutes: number }[] = [];
  told.forEach((clocks, index) => {
    // When a document was sent says nothing of the hours it reports.
    const meaning = matches[index]?.meaning;
    if (!meaning || !isTime(meaning)) return;
    for (const { clock } of clocks ?? []) {
      if (!clock.open)
        fast.push({ start: matches[index]?.start ?? 0, minutes: clock.hour * 60 + clock.minute });
    }
  });
  let low = 0;
  let high = 0;
  return told.map((clocks, index) => {
    const at = matches[index]?.start ?? 0;
    while (low < fast.length && (fast[low]?.start ?? 0) < at - REACH) low++;
    while (high < fast.length && (fast[high]?.start ?? 0) < at + REACH) high++;
    if (!clocks?.some(({ clock }) => clock.open)) return clocks;
    const nearby = fast.slice(Math.max(low, high - 60), high).map(({ minutes }) => minutes);
    return clocks.map((one) => (one.clock.open ? { clock: decide(one.clock, nearby), inferred: true } : one));
  });
}

function clocksOf(meaning: Meaning): readonly Clock[] {
  if (meaning.is === 'clock') return [meaning.clock];
  return meaning.is === 'clock-range' ? [meaning.from, meaning.to] : [];
}

/**
 * Forenoon or afternoon, where one reading falls among the times told nearby or close to them, and the other at
 * least four hours further off.
 */
function decide(clock: Clock, nearby: readonly number[]): Clock {
  if (nearby.length === 0) return clock;
  const least = Math.min(...nearby);
  const most = Math.max(...nearby);
  const [first, second] = [clock.hour % 12, (clock.hour % 12) + 12]
    .map((hour) => {
      const minutes = hour * 60 + clock.minute;
      return { hour, off: Math.max(0, least - minutes, minutes - most) };
    })
    .sort((a, b) => a.off - b.off);
  if (!first || !second || first.off > 180 || second.off - first.off < 240) return clock;
  const { open: _, ...rest } = clock;
  return { ...rest, hour: first.hour };
}

export function timeMention(match: Match, clocks: readonly Told[], state: State): DateMention {
  const base = { kind: 'date' as const, type: 'time' as const, span: { start: match.start, end: match.end } };
  const inferred = clocks.some((told) => told.inferred);
  const rule = inferred ? ('date.time-in-text' as const) : match.rule;
  if (clocks.length === 0 || clocks.some((told) => told.clock.open))
    return { ...base, rule, certainty: 'low' };
  const day = dayOfTime(match, state);
  const certainty = least(
    match.certainty,
    inferred || match.approximate ? 'medium' : 'high',
    day?.certainty ?? 'high',
  );
  const zone = zoneOf(clocks[0]?.clock as Clock, match, state.context);
  const values = clocks.map(({ clock }) => (day ? `${isoDay(day.day)}T${hhmm(clock)}` : hhmm(clock)));
  const shared = { ...base, rule, ...(day && { anchor: day.label }), ...(zone && { zone }), certainty };
  const stated = clocks[0]?.clock.zone;
  const [first = '', second] = values;
  if (second === undefined) {
    const edtf = day && qualify(edtfDateTime(first, stated), match.approximate === true, false);
    return { ...shared, when: first, ...(edtf && { edtf }) };
  }
  return {
    ...shared,
    from: first,
    to: second,
    ...(day && { edtf: edtfInterval(edtfDateTime(first, stated), edtfDateTime(second, stated)) }),
  };
}

/** The day of a time: told in its sentence, else the anchor's. */
function dayOfTime(
  match: Match,
  state: State,
): { day: Day; label: string; certainty: Certainty } | undefined {
  const { text, met } = state;
  const sentence = sentenceAround(text, match.start, match.end);
  let best: Met | undefined;
  let least_ = Number.POSITIVE_INFINITY;
  for (let index = lowerBound(met, sentence.start); index < met.length; index++) {
    const one = met[index];
    if (!one || one.start >= sentence.end) break;
    if (one.extent.when === undefined || one.extent.when.length < 10) continue;
    const distance = one.start < match.start ? match.start - one.end : one.start - match.end;
    if (distance < least_) {
      least_ = distance;
      best = one;
    }
  }
  if (best) return { day: best.extent.first, label: 'mention', certainty: best.extent.certainty };
  const anchor = state.context.anchorAt(match.start);
  const day = anchor && parseDay(anchor.date);
  return anchor && day
    ? { day, label: anchor.label, certainty: least(anchor.certainty, 'medium') }
    : undefined;
}

function lowerBound(met: readonly Met[], offset: number): number {
  let low = 0;
  let high = met.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((met[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function zoneOf(clock: Clock, match: Match, context: DateContext): DateMention['zone'] | undefined {
  if (clock.zone) return { id: clock.zone, inferred: false };
  return context.zoneAt?.(match.start);
}

export function hhmm(clock: Clock): string {
  return `${pad(clock.hour)}:${pad(clock.minute)}`;
}

export function isTime(meaning: Meaning): boolean {
  return meaning.is === 'clock' || meaning.is === 'clock-range';
}
