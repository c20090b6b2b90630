/**
 * Whole units from an end of a longer time: `the first six months of 1972`, `the first ten days in May`,
 * `first nine months 1974` (telegraphic). They say both ends, so they are periods and not lengths.
 */
import type { Match, Meaning } from './meaning.ts';
import { readMonth, readMonthYear } from './month.ts';
import { DASH, G, L, matchAt, NUMBER, numberOf, re, S } from './words.ts';
import { readYear } from './year.ts';

// > | the first six months of 1972        > | FIRST NINE MONTHS 1974        > | the first six-month period of 1972
//     ^^^^^^^^^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const SHARE = re(
  `(?:the${S})?(?<end>first|opening|last|final|closing)${S}(?<count>${NUMBER})(?:${S}|${G}${DASH}${G}(?=(?:day|month|year)${S}period))(?<unit>day|month|year)s?(?:${S}period)?(?:${S}(?<of>of|in)(?:${S}(?:the${S}(?=year))?)|${S})`,
);
// > | the first six months of this year        > | of the year
//                             ^^^^^^^^^                ^^^^
const THIS = re(`(?:(?<which>this|last|next|the)${S})?(?<unit>month|year)(?![${L}]|-)`);

export function readShare(text: string, at: number): Match | undefined {
  const match = matchAt(SHARE, text, at);
  if (!match?.groups) return undefined;
  const { end = '', unit = '', of } = match.groups;
  const inner = at + match[0].length;
  const whole = readWhole(text, inner, of !== undefined);
  const count = numberOf(match.groups.count ?? '');
  if (!whole || !Number.isInteger(count) || count < 1) return undefined;
  return {
    start: at,
    end: whole.end,
    meaning: {
      is: 'share',
      end: /^(?:first|opening)/i.test(end) ? 'first' : 'last',
      count,
      unit: unit.toLowerCase() as 'day' | 'month' | 'year',
      of: whole.meaning,
    },
    rule: 'date.share',
    certainty: 'high',
  };
}

function readWhole(text: string, at: number, told: boolean): Pick<Match, 'end' | 'meaning'> | undefined {
  const printed = readMonthYear(text, at) ?? readMonth(text, at, true) ?? readYear(text, at, true);
  if (printed || !told) return printed;
  const match = matchAt(THIS, text, at);
  if (!match?.groups) return undefined;
  const which = match.groups.which?.toLowerCase();
  const meaning: Meaning = {
    is: 'shift',
    unit: match.groups.unit?.toLowerCase() as 'month' | 'year',
    by: which === 'last' ? -1 : which === 'next' ? 1 : 0,
    from: 'anchor',
  };
  return { end: at + match[0].length, meaning };
}
