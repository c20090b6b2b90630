/**
 * Dates for people: `1978-07-22T19:40:00+08:00` → 22 July 1978, 19:40 (UTC+08:00). In the words of the edition's
 * language; no clock, no locale of the machine.
 */
import type { Words } from '../words/index.ts';
import { fill } from '../words/index.ts';

export function day(iso: string, words: Words): string {
  const match = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (match === null) return iso;
  const [, year = '', month, date] = match;
  if (month === undefined) return year;
  const name = words.months.split(' ')[Number(month) - 1] ?? month;
  return date === undefined
    ? fill(words.month, { month: name, year })
    : fill(words.day, { d: Number(date), month: name, year });
}

export function moment(iso: string, words: Words): string {
  const match = /T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(iso);
  if (match === null) return day(iso, words);
  const [, time, zone] = match;
  return `${day(iso, words)}, ${time}${zone === undefined ? '' : ` (UTC${zone === 'Z' ? '' : zone.replace('-', '−')})`}`;
}

/** The instant in milliseconds; dates without time at the start of their day; nothing for what is no date. */
function instant(iso: string): number | undefined {
  const whole = /^\d{4}$/.test(iso) ? `${iso}-01-01` : /^\d{4}-\d\d$/.test(iso) ? `${iso}-01` : iso;
  const value = Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(whole) ? whole : `${whole.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(value) ? undefined : value;
}

/** A key that sorts moments of different zones by the instant; what has none comes last. */
export function instantKey(iso: string | undefined): string {
  const value = iso === undefined ? undefined : instant(iso);
  return value === undefined ? '~' : new Date(value).toISOString().padStart(27, '0');
}

/** A key by the day as printed, then by the instant: a list of days in which no zone puts one out of order. */
export function dayKey(iso: string | undefined): string {
  return `${iso === undefined ? '~' : dayOf(iso)}|${instantKey(iso)}`;
}

/** `1941-12-07`; `1941-12-00` and `1941-00-00` where the day or the month is not known; `~` for what is no date. */
export function dayOf(iso: string): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)/.exec(iso);
  return match === null ? '~' : `${match[1]}-${match[2] ?? '00'}-${match[3] ?? '00'}`;
}

/** Days of a month, and on which weekday it begins (0 is Monday), in the Gregorian calendar. */
export function monthShape(year: number, month: number): { readonly days: number; readonly begins: number } {
  const first = new Date(Date.UTC(2000, month - 1, 1));
  first.setUTCFullYear(year);
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return { days: last.getUTCDate(), begins: (first.getUTCDay() + 6) % 7 };
}
