/**
 * Times of day: `10.14 p.m.`, `4:57 p. m.`, `noon`, `three o’clock`, `1620 hours`, `191115Z`, `around 4:15`.
 *
 * Hours without a.m. or p.m. stay open here; `resolve.ts` looks for «afternoon» and for the other times nearby.
 */
import type { Clock, Match, PartOfDay } from './meaning.ts';
import { before, DASH, G, L, matchAt, numberOf, partOfDay, re, S } from './words.ts';
import { zoneNamed } from './zone.ts';

// An editor’s correction follows in brackets: `2 a.m. [p.m.]`.
const MERIDIEM = `(?<half>[ap])\\.?${G}m(?:\\.|(?![${L}]))(?:${G}\\[(?<fix>[ap])\\.?m\\.?\\])?`;
const PART_AFTER = `(?:${S}in${S}the${S}(?<part>morning|forenoon|afternoon|evening)|${S}at${S}(?<atNight>night))?(?![${L}])`;

// > | 10.14 p.m.          > | 4:57 p. m.          > | 3 p.m.          > | 2.02, a.m.
//     ^^^^^^^^^^              ^^^^^^^^^^              ^^^^^^              ^^^^^^^^^^
const TWELVE = re(`(?<hour>1[0-2Oo]|0?[1-9])(?:${G}[.:]${G}(?<minute>[0-5]\\d|0))?,?${G}${MERIDIEM}`);
// > | two p.m.            > | four thirty p.m.
//     ^^^^^^^^                ^^^^^^^^^^^^^^^^
const SPELT = re(
  `(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[-\\s](?<minute>fifteen|thirty|forty-five))?${S}${MERIDIEM}`,
);
// The scanner reads the m of «p.m.» as two letters or as none, and its full stop as a vowel.
// > | 4:20 p.ti.          > | 6 pom.              > | 8:10 a.n.
//     ^^^^^^^^^^              ^^^^^^                  ^^^^^^^^^
const SPOILT = re(
  `(?<hour>1[0-2]|0?[1-9])(?:(?<mark>[:.])(?<minute>[0-5]\\d))?${G}(?<half>[ap])(?<stop>[.,;:°•·o0-])[^\\S\\n]?(?<letter>m|n|rn|ri|ti|tn|nt|nn|ni|iu|in|ra|ru|w|a|o|u|ia|fi|h|t)[.,;:](?![${L}\\d])`,
);
// > | three o’clock in the afternoon
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const OCLOCK = re(
  `(?:(?<half>half${S}past|a${S}quarter${S}past|quarter${S}past|a${S}quarter${S}to|quarter${S}to)${S})?(?<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.:](?<minute>[0-5]\\d))?${S}o${G}['’‘ʼ]?${G}clock${PART_AFTER}`,
);
// > | half past three
//     ^^^^^^^^^^^^^^^
const PAST = re(
  `(?<half>half${S}past|(?:a${S})?quarter${S}past|(?:a${S})?quarter${S}to)${S}(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?!\\d)${PART_AFTER}`,
);
// > | 12 noon             > | midnight
//     ^^^^^^^                 ^^^^^^^^
// > | 12:00 noon
//     ^^^^^^^^^^
const NAMED = re(`(?:12(?:[:.]00)?${S})?(?<name>noon|midnight|midday)(?![${L}])(?!-)`);
// > | 1620 hours          > | 0930Z           > | 2200 GMT
//     ^^^^^^^^^^              ^^^^^               ^^^^^^^^
const HOURS = re(
  `(?<hour>[01]\\d|2[0-4])[.:h]?(?<minute>[0-5]\\d)(?:${G}(?<zulu>Z)(?![${L}\\d])|${S}(?:hours|hrs\\.?|hours,)(?![${L}])|(?=${S}(?:GMT|UTC|local)(?![${L}])))`,
);
// > | 19:40               > | 4:15            > | 5.30
//     ^^^^^                   ^^^^                ^^^^
const PLAIN = re(
  `(?<hour>[01]?\\d|2[0-3])(?<mark>[:.])(?<minute>[0-5]\\d)(?![\\d%:]|[.,]\\d|${S}?(?:percent|per${S}cent|million|billion|tons))`,
);
// > | at 3 in the afternoon
//        ^^^^^^^^^^^^^^^^^^
const HOUR_AND_PART = re(
  `(?<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.:](?<minute>[0-5]\\d))?${S}in${S}the${S}(?<part>morning|forenoon|afternoon|evening)(?![${L}])`,
);
// > | from 3 to 5 p.m.
//          ^^^^^^^^^^^
const BETWEEN_HOURS = re(
  `(?<hour>1[0-2]|0?[1-9])(?:[.:](?<minute>[0-5]\\d))?${G}(?:${DASH}|to(?=\\s)|and(?=\\s)|until(?=\\s)|till(?=\\s))${G}(?<hour2>1[0-2]|0?[1-9])(?:[.:](?<minute2>[0-5]\\d))?${G}${MERIDIEM}`,
);
// > | from 1500 to 1700 hours
//          ^^^^^^^^^^^^^^^^^^
const BETWEEN_24 = re(
  `(?<hour>[01]\\d|2[0-3])[:.]?(?<minute>[0-5]\\d)${G}(?:${DASH}|to(?=\\s)|and(?=\\s)|until(?=\\s))${G}(?<hour2>[01]\\d|2[0-3])[:.]?(?<minute2>[0-5]\\d)${S}(?:hours|hrs)(?![${L}])`,
);
// > | 3 p.m. Washington time
//           ^^^^^^^^^^^^^^^^
const ZONE = re(
  `${G}[,(]?${G}(?:(?<abbreviation>GMT|UTC|EST|EDT|CET)(?![${L}])\\)?|(?<place>[${L}][${L}.]{1,14}(?:[^\\S\\n][${L}][${L}]{1,14})?)${S}(?:standard${S}|summer${S}|local${S})?time(?![${L}])\\)?|(?<local>local)(?:${S}time)?(?![${L}])\\)?)`,
);

/** A time that needs no preposition to be known as one. */
export function readClock(text: string, at: number): Match | undefined {
  const code = text.charCodeAt(at);
  const digit = code >= 48 && code <= 57;
  return (
    (digit ? (readTwelve(text, at) ?? readSpoilt(text, at) ?? readHoursOf24(text, at)) : undefined) ??
    readNamed(text, at) ??
    readSpoken(text, at) ??
    (digit ? readPlain(text, at, false) : undefined)
  );
}

function readTwelve(text: string, at: number): Match | undefined {
  const match = matchAt(TWELVE, text, at);
  if (!match?.groups) return undefined;
  const { hour, minute, half, fix } = match.groups;
  // `1O.25 p.m.`: the letter for the figure
  const figures = Number(hour?.replace(/o/i, '0'));
  return found(text, at, match[0].length, meridiem(figures, Number(minute ?? 0), fix ?? half ?? 'a'));
}

/** Only the letters of «a.m.» and «p.m.» were hurt: the hour stands, with doubt. */
function readSpoilt(text: string, at: number): Match | undefined {
  const groups = matchAt(SPOILT, text, at)?.groups;
  if (!groups || /[\d.:/$£A-Za-z]/.test(text[at - 1] ?? '')) return undefined;
  // Without minutes the m itself must be there, or two letters for it: «6 pom.», «5 p.ti.», never «5 p.o. boxes».
  if (
    groups.minute === undefined &&
    groups.letter?.toLowerCase() !== 'm' &&
    !(groups.stop === '.' && (groups.letter?.length ?? 0) > 1)
  )
    return undefined;
  const length = matchAt(SPOILT, text, at)?.[0].length ?? 0;
  const clock = meridiem(Number(groups.hour), Number(groups.minute ?? 0), groups.half ?? 'a');
  return { ...found(text, at, length, clock), rule: 'date.damaged', certainty: 'low' };
}

function readNamed(text: string, at: number): Match | undefined {
  const match = matchAt(NAMED, text, at);
  if (!match) return undefined;
  const midnight = match.groups?.name?.toLowerCase() === 'midnight';
  const time = found(text, at, match[0].length, { hour: midnight ? 0 : 12, minute: 0 });
  return midnight ? { ...time, certainty: 'medium' } : time;
}

function readHoursOf24(text: string, at: number): Match | undefined {
  const match = matchAt(HOURS, text, at);
  if (!match?.groups) return undefined;
  const hour = Number(match.groups.hour);
  const minute = Number(match.groups.minute);
  if (hour === 24 && minute !== 0) return undefined;
  const clock = { hour: hour % 24, minute, ...(match.groups.zulu && { zone: 'UTC' }) };
  return found(text, at, match[0].length, clock);
}

function readSpoken(text: string, at: number): Match | undefined {
  const spelt = matchAt(SPELT, text, at);
  if (spelt?.groups) {
    const { hour = '', minute, half = 'a' } = spelt.groups;
    const minutes = minute === undefined ? 0 : numberOf(minute);
    return found(text, at, spelt[0].length, meridiem(numberOf(hour), minutes, half));
  }
  const match = matchAt(OCLOCK, text, at) ?? matchAt(PAST, text, at) ?? matchAt(HOUR_AND_PART, text, at);
  return match && spokenTime(text, at, match);
}

function spokenTime(text: string, at: number, match: RegExpExecArray): Match {
  const groups = match.groups ?? {};
  const half = groups.half?.toLowerCase() ?? '';
  let hour = numberOf(groups.hour ?? '');
  let minute = Number(groups.minute ?? 0);
  if (half.startsWith('half')) minute = 30;
  else if (half.endsWith('past')) minute = 15;
  else if (half.endsWith('to')) {
    minute = 45;
    hour = hour === 1 ? 12 : hour - 1;
  }
  const part = partOfDay(groups.part ?? groups.atNight);
  const clock = part ? inPart({ hour, minute, open: true }, part) : { hour, minute, open: true };
  return found(text, at, match[0].length, clock);
}

/** `19:40` is a time wherever it stands; `4:15` and `5.30` only after a word that leads to a time. */
function readPlain(text: string, at: number, led: boolean): Match | undefined {
  const plain = matchAt(PLAIN, text, at);
  if (!plain?.groups) return undefined;
  const hour = Number(plain.groups.hour);
  const minute = Number(plain.groups.minute);
  const certain = plain.groups.mark === ':' && (plain.groups.hour?.length === 2 || hour > 12);
  if (!certain && !led) return undefined;
  if (/[\d.:/$£-]/.test(text[at - 1] ?? '')) return undefined;
  const open = hour >= 1 && hour <= 12 && !(plain.groups.hour ?? '').startsWith('0');
  return found(text, at, plain[0].length, { hour, minute, ...(open && { open }) });
}

const LEADS_TO_A_TIME =
  /\b(?:at|around|about|approximately|by|until|till|from|since|to|before|after|and|between|shortly after|shortly before)\s{1,3}$/i;

/** A time in running prose. */
export function readTime(text: string, at: number): Match | undefined {
  if (/[\d.:/$£A-Za-z]/.test(text[at - 1] ?? '')) return undefined;
  const code = text.charCodeAt(at);
  const range = code <= 57 ? readHours(text, at) : undefined;
  if (range) return range;
  const clock = readClock(text, at);
  if (clock) return clock;
  if (!LEADS_TO_A_TIME.test(before(text, at, 18))) return undefined;
  return readPlain(text, at, true);
}

function readHours(text: string, at: number): Match | undefined {
  const twelve = matchAt(BETWEEN_HOURS, text, at);
  const groups = (twelve ?? matchAt(BETWEEN_24, text, at))?.groups;
  if (!groups) return undefined;
  const match = twelve ?? matchAt(BETWEEN_24, text, at);
  const hours = [Number(groups.hour), Number(groups.hour2)] as const;
  const minutes = [Number(groups.minute ?? 0), Number(groups.minute2 ?? 0)] as const;
  const to = groups.half
    ? meridiem(hours[1], minutes[1], groups.half)
    : { hour: hours[1], minute: minutes[1] };
  let from = groups.half
    ? meridiem(hours[0], minutes[0], groups.half)
    : { hour: hours[0], minute: minutes[0] };
  // > | from 11 to 3 p.m.      begins in the morning
  if (groups.half && from.hour * 60 + from.minute >= to.hour * 60 + to.minute) {
    from = { hour: (from.hour + 12) % 24, minute: from.minute };
  }
  const end = at + (match?.[0].length ?? 0);
  const zone = readZone(text, end);
  return {
    start: at,
    end: zone?.end ?? end,
    meaning: {
      is: 'clock-range',
      from: zone?.id ? { ...from, zone: zone.id } : from,
      to: zone?.id ? { ...to, zone: zone.id } : to,
    },
    rule: 'date.time',
    certainty: 'high',
  };
}

export function meridiem(hour: number, minute: number, half: string): Clock {
  return { hour: (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute };
}

/** The hour that belongs to a part of the day: three in the afternoon is fifteen. */
export function inPart(clock: Clock, part: PartOfDay): Clock {
  const { open: _, ...rest } = clock;
  if (!clock.open) return clock;
  const hour = clock.hour % 12;
  if (part === 'morning') return { ...rest, hour };
  if (part === 'afternoon') return { ...rest, hour: hour + 12 };
  if (part === 'evening') return hour === 0 ? { ...rest, hour: 0 } : { ...rest, hour: hour + 12 };
  return { ...rest, hour: hour === 0 ? 0 : hour < 6 ? hour : hour + 12 };
}

function found(text: string, at: number, length: number, clock: Clock): Match {
  const end = at + length;
  const zone = readZone(text, end);
  return {
    start: at,
    end: zone?.end ?? end,
    meaning: { is: 'clock', clock: zone?.id && !clock.zone ? { ...clock, zone: zone.id } : clock },
    rule: 'date.time',
    certainty: 'high',
  };
}

function readZone(text: string, at: number): { end: number; id?: string } | undefined {
  const match = matchAt(ZONE, text, at);
  if (!match?.groups) return undefined;
  if (match[0].includes('(') !== match[0].includes(')')) return undefined;
  const end = at + match[0].length;
  if (match.groups.local) return { end };
  const name = match.groups.abbreviation ?? match.groups.place;
  const id = name && zoneNamed(name);
  return id ? { end, id } : undefined;
}
