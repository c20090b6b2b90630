/**
 * Dates, times and durations of XML Schema Part 2 (sections 3.2.6 to 3.2.14): checking, a canonical form to
 * compare by, and their partial order.
 */
const YEAR = '(-?(?:[1-9][0-9]{4,}|[0-9]{4}))';
const MONTH = '(0[1-9]|1[0-2])';
const DAY = '(0[1-9]|[12][0-9]|3[01])';
const TIME = '((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?|24:00:00(?:\\.0+)?)';
const ZONE = '(Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?';

type Part = 'year' | 'month' | 'day' | 'time';
const none = '()';

/** What each type is written with; its groups are year, month, day, time, zone. */
const FORMS: Record<string, RegExp> = {
  dateTime: form(`${YEAR}-${MONTH}-${DAY}T${TIME}`),
  date: form(`${YEAR}-${MONTH}-${DAY}${none}`),
  time: form(`${none}${none}${none}${TIME}`),
  gYearMonth: form(`${YEAR}-${MONTH}${none}${none}`),
  gYear: form(`${YEAR}${none}${none}${none}`),
  gMonthDay: form(`${none}--${MONTH}-${DAY}${none}`),
  // The first edition wrote --MM--; erratum E2-12 and the second edition write --MM.
  gMonth: form(`${none}--${MONTH}${none}${none}`),
  gDay: form(`${none}${none}---${DAY}${none}`),
};

function form(parts: string): RegExp {
  return new RegExp(`^${parts}${ZONE}$`);
}

export const DATE_TIME_TYPES = Object.keys(FORMS);

/** A point on the time line: whole seconds, the digits after the point, and whether a time zone was given. */
export interface Moment {
  readonly seconds: bigint;
  readonly fraction: string;
  readonly zoned: boolean;
}

/** The moment a text of the type stands for, or undefined if it is not in the type. */
export function parseMoment(type: string, text: string): Moment | undefined {
  const match = FORMS[type]?.exec(text);
  if (!match) return undefined;
  const given = (part: Part): string => match[{ year: 1, month: 2, day: 3, time: 4 }[part]] ?? '';
  const yearText = given('year');
  if (/^-?0000$/.test(yearText)) return undefined; // 3.2.7.1: there is no year 0000
  // A leap year stands in where there is no year, so that --02-29 is a day.
  let year = yearText === '' ? 2000n : BigInt(yearText);
  if (year < 0n) year += 1n; // -0001 is the year before 0001
  const month = Number(given('month') || 1);
  const day = Number(given('day') || 1);
  if (day > daysInMonth(year, month)) return undefined;
  const clock = given('time');
  const zone = match[5] ?? '';
  let seconds = daysBefore(year, month, day) * 86400n;
  let fraction = '';
  if (clock !== '') {
    const [h, m, s] = clock.split(/[:.]/, 3).map(Number) as [number, number, number];
    seconds += BigInt(h * 3600 + m * 60 + s);
    if (type === 'time' && h === 24) seconds -= 86400n;
    fraction = (/\.([0-9]*)$/.exec(clock)?.[1] ?? '').replace(/0+$/, '');
  }
  if (zone !== '' && zone !== 'Z') {
    const sign = zone.startsWith('-') ? -1 : 1;
    const minutes = sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
    seconds -= BigInt(minutes * 60);
  }
  return { seconds, fraction, zoned: zone !== '' };
}

function daysInMonth(year: bigint, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isLeap = (year: bigint): boolean => (year % 4n === 0n && year % 100n !== 0n) || year % 400n === 0n;

/** Days from 0000-03-01 of the proleptic Gregorian calendar (years counted with a year 0). */
function daysBefore(year: bigint, month: number, day: number): bigint {
  const y = month <= 2 ? year - 1n : year;
  const floor = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));
  const m = BigInt((month + 9) % 12);
  return 365n * y + floor(y, 4n) - floor(y, 100n) + floor(y, 400n) + (153n * m + 2n) / 5n + BigInt(day - 1);
}

export const momentKey = (moment: Moment): string =>
  `${moment.seconds}.${moment.fraction}${moment.zoned ? 'Z' : ''}`;

/** 3.2.7.4: negative, zero or positive; undefined where a missing time zone (up to 14 hours) leaves it open. */
export function compareMoments(a: Moment, b: Moment): number | undefined {
  if (a.zoned === b.zoned) {
    if (a.seconds !== b.seconds) return a.seconds < b.seconds ? -1 : 1;
    return compareFractions(a.fraction, b.fraction);
  }
  const margin = 14n * 3600n;
  if (a.seconds < b.seconds - margin) return -1;
  if (a.seconds > b.seconds + margin) return 1;
  return undefined;
}

/** Digits after the point, zeros at the end taken off. */
const compareFractions = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A duration by its parts. */
export interface Duration {
  readonly negative: boolean;
  readonly months: bigint;
  /** Days, hours, minutes and seconds together. */
  readonly seconds: bigint;
  readonly fraction: string;
}

const DURATION =
  /^(-)?P(?=[0-9]|T[0-9])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const part = (index: number): bigint => BigInt(match[index] ?? 0);
  const months = part(2) * 12n + part(3);
  const seconds = ((part(4) * 24n + part(5)) * 60n + part(6)) * 60n + part(7);
  const fraction = (match[8] ?? '').replace(/0+$/, '');
  const zero = months === 0n && seconds === 0n && fraction === '';
  return { negative: match[1] === '-' && !zero, months, seconds, fraction };
}

export const durationKey = (d: Duration): string =>
  `${d.negative ? '-' : ''}${d.months}M${d.seconds}.${d.fraction}S`;

/** 3.2.6.2: the moments whose sums tell whether one duration is less than the other whatever it is added to. */
const REFERENCES: readonly [bigint, number][] = [
  [1696n, 9],
  [1697n, 2],
  [1903n, 3],
  [1903n, 7],
];

export function compareDurations(a: Duration, b: Duration): number | undefined {
  let result: number | undefined;
  for (const [year, month] of REFERENCES) {
    const order = compareSums(addTo(year, month, a), addTo(year, month, b));
    if (result !== undefined && order !== result) return undefined;
    result = order;
  }
  return result;
}

interface Sum {
  readonly seconds: bigint;
  /** Digits after the point, to be added (or, with `negative`, taken away). */
  readonly fraction: string;
  readonly negative: boolean;
}

/** Appendix E, for a first day of a month at midnight, where no day has to be cut. */
function addTo(year: bigint, month: number, d: Duration): Sum {
  const sign = d.negative ? -1n : 1n;
  const total = year * 12n + BigInt(month - 1) + sign * d.months;
  const y = total >= 0n ? total / 12n : -((-total + 11n) / 12n);
  const m = Number(total - y * 12n) + 1;
  return {
    seconds: daysBefore(y, m, 1) * 86400n + sign * d.seconds,
    fraction: d.fraction,
    negative: d.negative,
  };
}

function compareSums(a: Sum, b: Sum): number {
  const length = Math.max(a.fraction.length, b.fraction.length);
  const scale = 10n ** BigInt(length);
  const exact = (sum: Sum): bigint =>
    sum.seconds * scale + (sum.negative ? -1n : 1n) * BigInt(sum.fraction.padEnd(length, '0') || '0');
  const x = exact(a);
  const y = exact(b);
  return x < y ? -1 : x > y ? 1 : 0;
}
