/**
 * Two hours, each with its half of the day, joined by a dash: `10:30 a.m.–12:15 p.m.`, `11 a.m.-noon`,
 * `a.m. 10:30 - p.m. 1:15`. Joined by «to» they stay two points, as the rest of the dates do.
 */
import type { Clock, Match } from './meaning.ts';
import { meridiem } from './time.ts';
import { DASH, G, L, matchAt, re, S } from './words.ts';

const HOUR = (n: 1 | 2) => `(?<hour${n}>1[0-2]|0?[1-9])(?:[.:](?<minute${n}>[0-5]\\d))?`;
const HALF = (n: 1 | 2) => `(?<half${n}>[ap])\\.?${G}m(?:\\.|(?![${L}]))`;
// > | 10:30 a.m.–12:15 p.m.       > | 11 a.m.-noon
//     ^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^
const AFTER = re(
  `${HOUR(1)}${G}${HALF(1)}${G}${DASH}{1,2}${G}(?:${HOUR(2)}${G}${HALF(2)}|(?:12${S})?(?<name>noon|midnight)(?![${L}]))`,
);
// > | a.m. 10:30 - p.m. 1:15
//     ^^^^^^^^^^^^^^^^^^^^^^
const BEFORE = re(
  `${HALF(1)}${S}${HOUR(1)}${G}(?:${DASH}{1,2}|to(?=\\s))${G}${HALF(2)}${S}${HOUR(2)}(?![\\d${L}]|[.:]\\d)`,
);

export function readHalves(text: string, at: number): Match | undefined {
  if (/[\d.:/$£A-Za-z]/.test(text[at - 1] ?? '')) return undefined;
  const match = matchAt(AFTER, text, at) ?? matchAt(BEFORE, text, at);
  if (!match?.groups) return undefined;
  const { hour1, minute1 = '0', half1 = 'a', hour2, minute2 = '0', half2 = 'a', name } = match.groups;
  const to: Clock = name
    ? { hour: /^n/i.test(name) ? 12 : 0, minute: 0 }
    : meridiem(Number(hour2), Number(minute2), half2);
  return {
    start: at,
    end: at + match[0].length,
    meaning: { is: 'clock-range', from: meridiem(Number(hour1), Number(minute1), half1), to },
    rule: 'date.time',
    certainty: 'high',
  };
}
