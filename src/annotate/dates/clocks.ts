/**
 * Times of day: which half of the day, and which day, as the text around them tells.
 */
import type { Certainty, DateMention } from '../../document.ts';
import { addDays, type Day, isoDay, pad, parseDay } from './calendar.ts';
import type { DateContext } from './context.ts';
import { edtfDateTime, edtfInterval, qualify } from './edtf.ts';
import { type Extent, least, type Met, type State } from './extent.ts';
import type { Clock, Match, Meaning } from './meaning.ts';
import { partNamed, sentenceAround } from './sentence.ts';
import { inPart } from './time.ts';

interface Told {
  readonly clock: Clock;
  readonly inferred: boolean;
}

/** The day of a time, and where it was told. */
interface ItsDay {
  readonly day: Day;
  readonly label: string;
  readonly certainty: Certainty;
}

interface Time {
  readonly match: Match;
  readonly day: ItsDay | undefined;
  readonly clocks: readonly Told[];
}

/** How far, in characters, the times of a text may decide one another: some ten pages. */
const REACH = 20_000;
/** And how many of them to either side. */
const MOST = 30;

/** A mention for each match that is a time of day, in the order of the text. */
export function resolveTimes(
  matches: readonly Match[],
  extents: readonly (Extent | undefined)[],
  state: State,
): DateMention[] {
  const times = matches
    .filter(({ meaning }) => isTime(meaning))
    .map((match) => ({ match, day: dayOfTime(match, state), clocks: toldInSentence(match, state.text) }));
  // The times that stand fast decide the open ones of the same day. When a document was sent says nothing of the
  // hours it reports: times beside a full date are not among them.
  const fast = [
    ...times.filter(({ clocks }) => clocks.every(({ clock }) => !clock.open)),
    ...matches.flatMap((match, index) => joinedTime(match, extents[index])),
  ].sort((a, b) => a.match.start - b.match.start);
  let from = 0;
  let here = 0;
  return times.map((time) => {
    if (time.clocks.every(({ clock }) => !clock.open)) return timeMention(time, state);
    while (from < fast.length && (fast[from]?.match.start ?? 0) < time.match.start - REACH) from++;
    while (here < fast.length && (fast[here]?.match.start ?? 0) < time.match.start) here++;
    const nearby = fast
      .slice(Math.max(from, here - MOST), here + MOST)
      .filter(({ match, day }) => match.start < time.match.start + REACH && sameDay(day, time.day))
      .flatMap(({ clocks }) => clocks.map(({ clock }) => clock.hour * 60 + clock.minute));
    const clocks = time.clocks.map((one) =>
      one.clock.open ? { clock: decide(one.clock, nearby), inferred: true } : one,
    );
    return timeMention({ ...time, clocks }, state);
  });
}

/** The hour of a day that has it beside it in prose. */
function joinedTime(match: Match, extent: Extent | undefined): Time[] {
  if (!match.joined || !extent?.clock) return [];
  const clocks = [extent.clock, ...(extent.until ? [extent.until] : [])];
  return [
    {
      match,
      day: { day: extent.first, label: 'mention', certainty: extent.certainty },
      clocks: clocks.map((clock) => ({ clock, inferred: false })),
    },
  ];
}

function sameDay(a: ItsDay | undefined, b: ItsDay | undefined): boolean {
  return (a && isoDay(a.day)) === (b && isoDay(b.day));
}

function toldInSentence(match: Match, text: string): readonly Told[] {
  return clocksOf(match.meaning).map((clock) => {
    if (!clock.open) return { clock, inferred: false };
    const part = partNamed(text, match.start, match.end);
    return { clock: part ? inPart(clock, part) : clock, inferred: true };
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

function timeMention({ match, clocks, day }: Time, state: State): DateMention {
  const base = { kind: 'date' as const, type: 'time' as const, span: { start: match.start, end: match.end } };
  const inferred = clocks.some((told) => told.inferred);
  const rule = inferred ? ('date.time-in-text' as const) : match.rule;
  if (clocks.length === 0 || clocks.some((told) => told.clock.open))
    return { ...base, rule, certainty: 'low' };
  const certainty = least(
    match.certainty,
    inferred || match.approximate ? 'medium' : 'high',
    day?.certainty ?? 'high',
  );
  const zone = zoneOf(clocks[0]?.clock as Clock, match, state.context);
  const values = clocks.map(({ clock }, index) => {
    if (!day) return hhmm(clock);
    // > | from 2200 to 0200 hours        ends on the next day
    const before = index > 0 && hhmm(clock) < hhmm(clocks[0]?.clock as Clock);
    return `${isoDay(before ? addDays(day.day, 1) : day.day)}T${hhmm(clock)}`;
  });
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
function dayOfTime(match: Match, state: State): ItsDay | undefined {
  const { text, met } = state;
  const sentence = sentenceAround(text, match.start, match.end);
  let best: Met | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = lowerBound(met, sentence.start); index < met.length; index++) {
    const one = met[index];
    if (!one || one.start >= sentence.end) break;
    if (one.extent.when === undefined || one.extent.when.length < 10) continue;
    const distance = one.start < match.start ? match.start - one.end : one.start - match.end;
    // > | at 2 p.m. on September 28        what follows at once belongs to the time
    const joined = one.start >= match.end && /^,?\s(?:on\s)?$/.test(text.slice(match.end, one.start));
    if (joined) {
      best = one;
      break;
    }
    if (distance < shortest) {
      shortest = distance;
      best = one;
    }
  }
  if (best) return { day: best.extent.first, label: 'mention', certainty: best.extent.certainty };
  // > | 1 On 3 May he called. At 10:15 a.m. …      a note goes on with the day it has told
  const note = state.context.noteAt?.(match.start);
  const told = note && met[lowerBound(met, match.start) - 1];
  if (note && told && told.start >= note.start && (told.extent.when?.length ?? 0) >= 10)
    return { day: told.extent.first, label: 'mention', certainty: least(told.extent.certainty, 'medium') };
  const anchor = state.context.anchorAt(match.start);
  const day = anchor && parseDay(anchor.date);
  // Where the document bears no day, the one told just before.
  const last = day ? undefined : met[lowerBound(met, match.start) - 1];
  if (last && match.start - last.end <= 300 && (last.extent.when?.length ?? 0) >= 10)
    return { day: last.extent.first, label: 'mention', certainty: 'low' };
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
