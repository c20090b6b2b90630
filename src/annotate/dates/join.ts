/**
 * Hour and day that stand side by side are one expression: `3:14 p.m., May 6`, `at 5 p.m. on Wednesday`,
 * `3:30 that afternoon`, `June 3, 3-6:30 p.m.`, `arriving 1500 21 July`.
 *
 * Each half was read by its own reader. A day and an hour on lines of their own, as forms have them, stay two.
 */
import { least } from './extent.ts';
import type { Clock, Match, Meaning } from './meaning.ts';
import { inPart } from './time.ts';

/** A meaning that is one day, which an hour can belong to. */
type OneDay = Extract<Meaning, { is: 'point' | 'shift' | 'weekday' }>;

// > | 3:14 p.m., May 6        > | noon on the 3rd        > | 5 p.m. of 3 June
//              ^^                     ^^^^                       ^^^^
//   … or 7 a.m. (our time) tomorrow morning
const HOUR_THEN_DAY =
  /^(?:[^\S\n]?\((?:(?:our|your|their|my)|[A-Z][a-z]{2,14})[^\S\n]time\)[^\S\n](?:on[^\S\n])?|,?[^\S\n]{1,3}|[^\S\n]?\n?[^\S\n]?(?:on|of)[^\S\n]?\n?[^\S\n]?|,?\n(?=\S))$/i;
// > | 6 May 1961 5 p.m.       > | June 3, 3-6:30 p.m.        never «on May 6 at 5 p.m.», which tells one after the other
//               ^                       ^^
const DAY_THEN_HOUR = /^(?:,?[^\S\n]{1,3}|[^\S\n]?(?:[—–]|--?)[^\S\n]?)$/;

/** @param apart where a day and its hours, from and to, are asked for each on its own: in the lines of a header */
export function joinHours(
  text: string,
  matches: readonly Match[],
  apart: (offset: number) => boolean = () => false,
): Match[] {
  const joined: Match[] = [];
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i] as Match;
    const next = matches[i + 1];
    const pair =
      next &&
      (pairOf(text, match, next, apart) ?? withHoursLikeAYear(text, match, next, matches[i - 1]?.end ?? 0));
    if (pair) {
      joined.push(pair);
      i++;
    } else {
      joined.push(withBareHours(text, match, matches[i - 1]?.end ?? 0));
    }
  }
  return joined;
}

function pairOf(
  text: string,
  first: Match,
  second: Match,
  apart: (offset: number) => boolean,
): Match | undefined {
  const gap = text.slice(first.end, Math.min(second.start, first.end + 32));
  if (first.end + gap.length < second.start) return undefined;
  if (isOneDay(second.meaning)) return HOUR_THEN_DAY.test(gap) ? together(second, first, first) : undefined;
  if (!isOneDay(first.meaning) || !DAY_THEN_HOUR.test(gap)) return undefined;
  if (second.meaning.is === 'clock-range' && apart(first.start)) return undefined;
  return together(first, second, first);
}

function together(day: Match, hour: Match, first: Match): Match | undefined {
  const { meaning } = day;
  const hours = hoursOf(hour.meaning, isOneDay(meaning) ? meaning.part : undefined);
  if (!hours || !isOneDay(meaning)) return undefined;
  const last = first === day ? hour : day;
  return {
    ...day,
    start: first.start,
    end: last.end,
    meaning: { ...meaning, ...hours },
    certainty: least(day.certainty, hour.certainty),
    ...((day.approximate || hour.approximate) && { approximate: true }),
    joined: true,
  };
}

function isOneDay(meaning: Meaning): meaning is OneDay {
  if (meaning.is === 'point') return meaning.day !== undefined && !meaning.clock;
  if (meaning.is === 'shift') return meaning.unit === 'day' && !meaning.clock;
  return meaning.is === 'weekday' && !meaning.clock && meaning.days === undefined;
}

/** The hours, if it is known of which half of the day they are. */
function hoursOf(
  meaning: Meaning,
  part: OneDay['part'],
): { readonly clock: Clock; readonly until?: Clock } | undefined {
  if (meaning.is === 'clock') {
    const clock = part ? inPart(meaning.clock, part) : meaning.clock;
    return clock.open ? undefined : { clock };
  }
  if (meaning.is !== 'clock-range' || meaning.from.open || meaning.to.open) return undefined;
  return { clock: meaning.from, until: meaning.to };
}

// > | ARRIVING TEHRAN 1500 21 JULY        > | until 1700 next day
//                     ^^^^                          ^^^^
const BARE_HOURS =
  /(?<![\d.,/$£:-])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?:[^\S\n]?(?:hours|hrs))?,?[^\S\n]{1,2}(?:on[^\S\n])?$/i;
/** What has its hour: a journey, a beginning, a limit. Telegrams have numbers of four digits too. */
const TIMED =
  /\b(?:arriv|depart|leav|left|land|fly|flight|sail|ETA|ETD|start|begin|open|meet|due|until|till|not later than|by|at|from|before|after|since|hours|return|embark|attack|expire)[a-z]*\b[^.;]{0,48}$/i;
const NUMBERED =
  /\b(?:nos?\.?|numbers?|telegrams?|cables?|cablegrams?|messages?|[a-z]{1,8}tels?|reftels?|refs?:?|state|des?patch|airgram|your|our|my|his|circular|[a-z]{2,4}cirtel)\s$/i;

// > | until 1700 next day        no year
//           ^^^^
function withHoursLikeAYear(text: string, first: Match, second: Match, floor: number): Match | undefined {
  if (first.rule !== 'date.year' || !isOneDay(second.meaning)) return undefined;
  const whole = withBareHours(text, second, floor);
  return whole.start === first.start ? whole : undefined;
}

function withBareHours(text: string, match: Match, floor: number): Match {
  const { meaning } = match;
  if (!isOneDay(meaning)) return match;
  const lead = text.slice(Math.max(floor, match.start - 72), match.start);
  const found = BARE_HOURS.exec(lead);
  if (!found?.groups) return match;
  const before = lead.slice(0, found.index);
  if (NUMBERED.test(before) || !TIMED.test(before)) return match;
  return {
    ...match,
    start: match.start - found[0].length,
    meaning: {
      ...meaning,
      clock: { hour: Number(found.groups.hour), minute: Number(found.groups.minute) },
    },
    certainty: least(match.certainty, 'medium'),
    joined: true,
  };
}
