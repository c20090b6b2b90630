/**
 * Japanese dates: `昭和53年7月22日`, `1978年7月22日`, `78年07月22日21時30分`, and with the month left blank.
 *
 * Registers of the Foreign Ministry print two digits of the Western year. Up to 64 the same two digits may be a
 * year of Shōwa; then no year is chosen.
 */
import { exists } from './calendar.ts';
import type { Match } from './meaning.ts';
import { matchAt, re } from './words.ts';

const B = '[ \\t\\u00a0\\u3000]{0,8}';
const N = '[\\d０-９]';
// > | 昭和53年7月22日            > | 78年  月22日19時40分
//     ^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^^^^
const DATE = re(
  `(?:(?<era>明治|大正|昭和|平成|令和)${B}(?<eraYear>元|${N}{1,2})|(?<year>${N}{4}|${N}{2}))${B}年(?:${B}(?<month>${N}{1,2})?${B}月(?:${B}(?<day>${N}{1,2})${B}日(?:${B}(?:(?<half>午前|午後)${B})?(?<hour>${N}{1,2})${B}時(?:${B}(?<minute>${N}{1,2})${B}分)?)?)?)?`,
);
/** First year of each era, less one. The day an era begins is not asked: the year printed decides. */
const ERAS: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };

export function readJapanese(text: string, at: number): Match | undefined {
  if (!text.slice(at, at + 24).includes('年')) return undefined;
  const match = matchAt(DATE, text, at);
  if (!match?.groups) return undefined;
  const { era, eraYear, hour, minute, half } = match.groups;
  const end = at + match[0].length;
  const span = { start: at, end, rule: 'date.japanese' as const };
  let year: number | undefined;
  let short = false;
  if (era) {
    const n = eraYear === '元' ? 1 : digits(eraYear);
    // Japan counted days by another calendar until 1872.
    if (n === undefined || (era === '明治' && n < 6)) {
      return { ...span, meaning: { is: 'open', type: 'date' }, certainty: 'low' };
    }
    year = (ERAS[era] ?? 0) + n;
  } else {
    const printed = digits(match.groups.year) ?? 0;
    short = (match.groups.year?.length ?? 0) === 2;
    if (short && printed <= 64) return { ...span, meaning: { is: 'open', type: 'date' }, certainty: 'low' };
    year = short ? 1900 + printed : printed;
  }
  const month = digits(match.groups.month);
  const day = digits(match.groups.day);
  if (month !== undefined && !(month >= 1 && month <= 12)) return undefined;
  if (day !== undefined && !(day >= 1 && day <= 31)) return undefined;
  if (month !== undefined && day !== undefined && !exists(year, month, day)) return undefined;
  const h = digits(hour);
  if (h !== undefined && h > 24) return undefined;
  const clock =
    h === undefined
      ? undefined
      : { hour: (half === '午後' && h < 12 ? h + 12 : h) % 24, minute: (digits(minute) ?? 0) % 60 };
  return {
    ...span,
    meaning: {
      is: 'point',
      year,
      ...(month !== undefined && { month }),
      ...(day !== undefined && { day }),
      ...(clock && { clock }),
    },
    certainty: month === undefined && day !== undefined ? 'low' : short ? 'medium' : 'high',
  };
}

function digits(printed: string | undefined): number | undefined {
  if (!printed) return undefined;
  return Number(printed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
}
