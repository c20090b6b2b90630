/**
 * The date-time group of a telegram (ACP 121): day, hour, minute, letter of the zone, month, year.
 */
import { exists } from './calendar.ts';
import type { Match } from './meaning.ts';
import { L, matchAt, monthOf, re } from './words.ts';
import { zoneOfLetter } from './zone.ts';

// > | P 221430Z JUL 78        > | R 151234Z AUG 1975        > | 210930Z
//       ^^^^^^^^^^^^^^              ^^^^^^^^^^^^^^^^            ^^^^^^^
const GROUP = re(
  `(?<day>[0-3]\\d)(?<hour>[0-2]\\d)(?<minute>[0-5]\\d)${'[ \\t]?'}(?<zone>[A-IK-Z])(?![${L}])(?:[ \\t]{0,3}(?<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:[A-Z]{0,6})\\.?(?:[ \\t]{0,3}(?<year>(?:19|20)\\d\\d|\\d\\d)(?!\\d))?)?`,
);

export function readDateTimeGroup(text: string, at: number): Match | undefined {
  if (/[\dA-Za-z]/.test(text[at - 1] ?? '')) return undefined;
  const match = matchAt(GROUP, text, at);
  if (!match?.groups) return undefined;
  const { zone = '', month, year: printed } = match.groups;
  const [day, hour, minute] = [match.groups.day, match.groups.hour, match.groups.minute].map(Number) as [
    number,
    number,
    number,
  ];
  if (hour > 23 || (!month && zone.toUpperCase() !== 'Z')) return undefined;
  const number = printed === undefined ? undefined : Number(printed);
  // Telegrams with such groups begin with the Second World War; `05` is not 1905.
  const year = number === undefined || number > 99 ? number : number >= 39 ? 1900 + number : 2000 + number;
  const m = month ? monthOf(month) : undefined;
  if (day < 1 || day > 31 || (m !== undefined && !exists(year ?? 2000, m, day))) return undefined;
  const id = zoneOfLetter(zone.toUpperCase());
  return {
    start: at,
    end: at + match[0].length,
    meaning: {
      is: 'point',
      day,
      clock: { hour, minute, ...(id && { zone: id }) },
      ...(m !== undefined && { month: m }),
      ...(year !== undefined && { year }),
    },
    rule: 'date.time-group',
    certainty: year === undefined ? 'medium' : 'high',
  };
}
