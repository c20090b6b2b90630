/** Dates, times and durations in words, from TEI's normalised attributes. Values that are not valid stay as they are. */

import { type Words, wordFor } from '../../words/index.ts';
import { lengthsOf } from '../../xml/lengths.ts';
import { attribute, type XmlElement } from '../../xml/tree.ts';

/** Elements whose value is a date, a time or a period. */
export const datedNames: ReadonlySet<string> = new Set(['date', 'time', 'event']);

/** `1978-07-22` → 22 July 1978, `1978-07` → July 1978, `1978` → 1978. */
export function dayInWords(iso: string, words: Words): string {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?$/.exec(iso);
  const month = words.months.split(' ')[Number(match?.[2]) - 1];
  if (match === null || month === undefined) return iso;
  const [, year = '', , day] = match;
  const template = day === undefined ? words['date.month'] : words['date.day'];
  const values: Readonly<Record<string, string>> = { year, month, day: String(Number(day)) };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** `1978-07-22T19:40:00+08:00` → 22 July 1978, 19:40; the seconds only where they are not 0. */
export function momentInWords(iso: string, words: Words): string {
  return [dayInWords(iso, words), clockInWords(iso)].filter(Boolean).join(', ');
}

const clockInWords = (iso: string): string | undefined =>
  /T([^Z+-]*)/.exec(iso)?.[1]?.replace(/^(\d\d:\d\d):00(\.0+)?$/, '$1');

/** From one moment to another; the day once where it is the same: 22 July 1978, 15:00–17:00. */
function periodInWords(start: string, end: string, words: Words): string {
  const sameDay = start.slice(0, 10) === end.slice(0, 10) && clockInWords(start) !== undefined;
  const clock = sameDay ? clockInWords(end) : undefined;
  return `${momentInWords(start, words)}${clock === undefined ? ` – ${momentInWords(end, words)}` : `–${clock}`}`;
}

/** UTC+08:00 of a date with a time and a zone. */
export function zoneInWords(iso: string): string | undefined {
  const zone = /T.*?(Z|[+-]\d\d:\d\d)$/.exec(iso)?.[1];
  return zone && (zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '−')}`);
}

/** `PT2H` → 2 hours; two lengths with a stroke between them are from one to the other. */
export function durationInWords(iso: string, words: Words): string {
  const each = iso.split('/').map((part) => {
    const [days = '', time = ''] = part.replace(/^P/, '').split('T');
    const said = [
      ...amounts(days, { Y: 'year', M: 'month', W: 'week', D: 'day' }, words),
      ...amounts(time, { H: 'hour', M: 'minute', S: 'second' }, words),
    ];
    return said.length > 0 ? said.join(' ') : part;
  });
  return each.join(` ${words['date.to']} `);
}

function amounts(iso: string, units: Readonly<Record<string, string>>, words: Words): string[] {
  return Object.entries(units).flatMap(([letter, unit]) => {
    const number = new RegExp(`(\\d+(?:\\.\\d+)?)${letter}`).exec(iso)?.[1];
    if (number === undefined) return [];
    return `${number} ${wordFor(words, `unit.${number === '1' ? unit : `${unit}s`}`)}`;
  });
}

/** The normalised value of a date, time or period as ISO 8601, for machines; empty where it has none. */
export function isoValue(date: XmlElement): string {
  const has = (name: string) => attribute(date, name);
  const when = has('when') ?? has('when-iso');
  if (when !== undefined) return when;
  const { start, end } = bounds(date);
  if (start !== undefined || end !== undefined) return `${start ?? '..'}/${end ?? '..'}`;
  return has('dur') ?? has('dur-iso') ?? lengthsOf(date) ?? '';
}

/** The same value in words. */
export function valueInWords(date: XmlElement, words: Words): string {
  const has = (name: string) => attribute(date, name);
  const when = has('when') ?? has('when-iso');
  const { start, end } = bounds(date);
  const length = has('dur') ?? has('dur-iso') ?? lengthsOf(date);
  const moment = (iso: string) => momentInWords(iso, words);
  const parts: string[] = [];
  if (when !== undefined) parts.push([moment(when), zoneInWords(when)].filter(Boolean).join(' '));
  else if (start !== undefined && end !== undefined) parts.push(periodInWords(start, end, words));
  else if (start !== undefined)
    parts.push(`${has('from') === undefined ? words['not-before'] : words['date.from']} ${moment(start)}`);
  else if (end !== undefined)
    parts.push(`${has('to') === undefined ? words['not-after'] : words['date.until']} ${moment(end)}`);
  if (length !== undefined) parts.push(durationInWords(length, words));
  return parts.join(', ');
}

function bounds(date: XmlElement): {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
} {
  const has = (name: string) => attribute(date, name);
  return {
    start: has('from') ?? has('notBefore') ?? has('from-iso') ?? has('notBefore-iso'),
    end: has('to') ?? has('notAfter') ?? has('to-iso') ?? has('notAfter-iso'),
  };
}
