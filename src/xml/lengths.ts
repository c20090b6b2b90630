/** Lengths of time between a least and a most, which TEI gives in a unit (att.ranging, TEI chapter 11.3.4). */
import { attribute, type XmlElement } from './tree.ts';

/** ISO 8601 durations by the unit that @unit names. */
const durations: Readonly<Record<string, string>> = {
  second: 'PT#S',
  minute: 'PT#M',
  hour: 'PT#H',
  day: 'P#D',
  week: 'P#W',
  month: 'P#M',
  year: 'P#Y',
};

/** @returns the two as ISO 8601 durations with a stroke between them, `PT10M/PT15M`; undefined where there are none */
export function lengthsOf(date: XmlElement): string | undefined {
  const duration = durations[attribute(date, 'unit') ?? ''];
  const least = attribute(date, 'atLeast');
  const most = attribute(date, 'atMost');
  if (!duration || least === undefined || most === undefined) return undefined;
  return `${duration.replace('#', least)}/${duration.replace('#', most)}`;
}
