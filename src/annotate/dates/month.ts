/**
 * Months, with their year or alone: `July 1978`, `in March`, `last June`, `the November conference`.
 *
 * `May` and `March` are verbs and nouns as well; they are months only where their words leave no doubt.
 */
import { RELATIVE_YEAR, yearTold } from './absolute.ts';
import type { Match, Which } from './meaning.ts';
import {
  before,
  endsLikeADate,
  G,
  inCapitals,
  isCapital,
  L,
  MONTH,
  MONTH_NAME,
  MONTH_NAMES,
  matchAt,
  monthOf,
  re,
  S,
  YEAR,
} from './words.ts';

// > | July 1978           > | Sept., 1944         > | the month of June 1950
//     ^^^^^^^^^               ^^^^^^^^^^^
const MONTH_YEAR = re(
  `\\[?(?<month>${MONTH})\\]?${G},?(?:${S}of)?${G}(?:\\[?(?<year>${YEAR})(?:(?<note>\\d)(?!\\d)|(?!\\d))(?!${G}(?:hours|hrs)(?![${L}]))\\]?(?<doubt>\\?)?|(?<short>['’‘]\\d\\d)(?!\\d))`,
);

export function readMonthYear(text: string, at: number): Match | undefined {
  const match = matchAt(MONTH_YEAR, text, at);
  if (!match?.groups) return undefined;
  const { month = '', note, doubt, short } = match.groups;
  const year = match.groups.year ?? `19${short?.slice(1)}`;
  if (!isCapital(month, 0)) return undefined;
  const bracketed = match[0].startsWith('[') && match[0].includes(']');
  const start = match[0].startsWith('[') && !bracketed ? at + 1 : at;
  const stray = match[0].endsWith(']') && !match[0].includes('[') ? 1 : 0;
  const end = note !== undefined ? at + match[0].lastIndexOf(year) + 4 : at + match[0].length - stray;
  return {
    start,
    end,
    meaning: {
      is: 'point',
      year: Number(year),
      month: monthOf(month),
      ...((doubt || bracketed) && { uncertain: true }),
    },
    rule: doubt || bracketed ? 'date.supplied' : 'date.month-year',
    certainty: doubt || bracketed || note !== undefined ? 'medium' : 'high',
  };
}

const LEADS_TO_A_MONTH =
  /\b(?:in|during|since|until|till|by|of|for|from|to|through|before|after|and|or|between|about|around|late|early|mid|this|last|next|past|coming|throughout)(?:\s{1,3}|-)$/i;

// > | in March            > | last June           > | this coming May
//        ^^^^^                ^^^^^^^^^
const MONTH_ALONE = re(
  `(?:(?<which>last|this|next|this${S}past|this${S}coming)${S})?(?<month>${MONTH_NAME})(?!${S}?\\d)(?<tail>${RELATIVE_YEAR})?`,
);

/** `led`: a word before it («mid-», «the end of») already says that a date follows. */
export function readMonth(text: string, at: number, led = false): Match | undefined {
  const match = matchAt(MONTH_ALONE, text, at);
  if (!match?.groups) return undefined;
  const { month = '' } = match.groups;
  const which = match.groups.which?.toLowerCase();
  if (!isCapital(month, 0)) return undefined;
  const tail = yearTold(match.groups.tail);
  const end = at + match[0].length;
  if (!which && !led && !tail) {
    const leads = LEADS_TO_A_MONTH.test(before(text, at, 16));
    if (!leads && !namesAMonth(text, at, end, month)) return undefined;
    if (leads && ambiguous(month) && !clearlyAMonth(text, at, end) && !namesAMonth(text, at, end, month))
      return undefined;
  }
  return {
    start: at,
    end,
    meaning: {
      is: 'point',
      month: monthOf(month),
      ...tail,
      ...(which && { which: whichOf(which) }),
    },
    rule: 'date.month',
    certainty: which || tail ? 'high' : 'medium',
  };
}

/** `May` and `March` are names, verbs and nouns as well. */
function ambiguous(month: string): boolean {
  return /^(?:may|march|mar)$/i.test(month);
}

/** Without a preposition: «the November conference», «December would suit». Not «the October Revolution». */
function namesAMonth(text: string, at: number, end: number, month: string): boolean {
  if (!MONTH_NAMES.includes(month.toLowerCase())) return false;
  const lead = before(text, at, 16);
  const rest = text.slice(end, end + 16);
  if (/\b(?:mrs?|miss|ms|dr|long|president|minister|general|ambassador)\.?\s{1,3}$/i.test(lead)) return false;
  if (
    !inCapitals(text, at, end) &&
    /^\s{1,3}[A-Z]/.test(rest) &&
    !/^\s{1,3}(?:I|Meeting|Conference|Session|Plenum|Agreement|Assembly|Statement)\b/.test(rest)
  )
    return false;
  // > | in February and March
  if (
    /(?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:and|or) $/i.test(
      before(text, at, 18),
    )
  )
    return true;
  const attribute = /\b(?:the|his|her|its|our|their|your|my|this|last|['’]s)\s{1,3}$/i.test(lead);
  if (ambiguous(month)) return attribute && !inCapitals(text, at, end) && /^\s{1,3}[a-z]/.test(rest);
  return true;
}

function clearlyAMonth(text: string, at: number, end: number): boolean {
  const lead = before(text, at, 16);
  if (/\b(?:in|since|until|till|by|during|late|early|mid)[\s-]{1,3}$/i.test(lead)) return true;
  if (inCapitals(text, at, end)) return false;
  return endsLikeADate(text, end) && !/(?:and|or)\s{1,3}$/i.test(lead);
}

export function whichOf(words: string): Which {
  if (/past|last/.test(words)) return 'last';
  return /next|coming/.test(words) ? 'next' : 'this';
}
