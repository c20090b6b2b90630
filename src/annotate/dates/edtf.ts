/**
 * Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2; Library of Congress specification).
 */
import { exists } from './calendar.ts';

/** `1978-07-22T14:30:00Z`; without a zone the local time. */
export function edtfDateTime(when: string, zone?: string): string {
  const [date = '', time] = when.split('T');
  if (!time) return date;
  return `${date}T${time.length === 5 ? `${time}:00` : time}${zone === 'UTC' ? 'Z' : ''}`;
}

export function edtfInterval(from: string, to: string): string {
  return `${from}/${to}`;
}

/** Two days or more and nothing between: `{1978-06-10,1978-06-12}`. */
export function edtfAllOf(dates: readonly string[]): string {
  return `{${dates.join(',')}}`;
}

/** One of several readings: `[1978-05-07,1978-07-05]`. */
export function edtfOneOf(dates: readonly string[]): string {
  return `[${dates.join(',')}]`;
}

/** `~` approximate, `?` uncertain, `%` both. EDTF qualifies days, not times of day: those stay as they are. */
export function qualify(edtf: string, approximate: boolean, uncertain: boolean): string {
  if (!approximate && !uncertain) return edtf;
  const mark = approximate && uncertain ? '%' : approximate ? '~' : '?';
  if (/[[{T]/.test(edtf)) return edtf;
  return edtf
    .split('/')
    .map((part) => part + mark)
    .join('/');
}

const PART = /^(?:\d{4}|\d{3}X|\d{2}XX)$|^\d{4}-(?:\d{2}|XX)$|^\d{4}-(?:\d{2}|XX)-(?:\d{2}|XX)$/;

/** Whether a string is one the engine may write: for tests and for callers who read values back. */
export function isEdtf(value: string): boolean {
  const set = /^[[{](.+)[\]}]$/.exec(value);
  if (set) return (set[1] ?? '').split(',').every(isPart);
  const parts = value.split('/');
  return parts.length <= 2 && parts.every((part) => isPart(part.replace(/[~?%]$/, '')));
}

function isPart(value: string): boolean {
  const [date = '', time, ...rest] = value.split('T');
  if (rest.length > 0) return false;
  if (time !== undefined && !/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?$/.test(time)) return false;
  if (!PART.test(date)) return false;
  const [year, month, day] = date.split('-');
  if (month === undefined || month === 'XX' || /X/.test(year ?? '')) return true;
  const m = Number(month);
  if (day === undefined) return (m >= 1 && m <= 12) || (m >= 21 && m <= 41);
  return day === 'XX' ? m >= 1 && m <= 12 : exists(Number(year), m, Number(day));
}
