/**
 * Less than a day: `July 1978`, `in March`, `since 1949`, `the 1950s`, `mid-1977`, `the spring of 1949`, `FY 1977`.
 *
 * A lone number of four digits is a year only where the words around it say so; most such numbers in these
 * papers are telegrams, files, pages and hours.
 */

import { RELATIVE_YEAR, readDayMonth, yearTold } from './absolute.ts';
import { pad } from './calendar.ts';
import type { Match, Meaning, Part, Which } from './meaning.ts';
import {
  before,
  DASH,
  END,
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
  ORDINAL_WORD,
  ordinalOf,
  re,
  S,
  YEAR,
} from './words.ts';

// ---------------------------------------------------------------- months

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
  const end = note !== undefined ? at + match[0].lastIndexOf(year) + 4 : at + match[0].length;
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

function whichOf(words: string): Which {
  if (/past|last/.test(words)) return 'last';
  return /next|coming/.test(words) ? 'next' : 'this';
}

// ---------------------------------------------------------------- years

const NUMBERED =
  /(?:\b(?:nos?|numbers?|telegrams?|cables?|cablegrams?|messages?|[a-z]{1,6}tels?|pages?|pp?|paras?|paragraphs?|documents?|docs?|articles?|arts?|resolutions?|sections?|rooms?|box|boxes|state|despatch(?:es)?|dispatch(?:es)?|airgrams?|order|law|flight|files?|folder|vols?|volumes?|refs?|reference|note|lot)\.?|[$£#¥§№:/\\-]|[A-Z]\d*[-/])\s{0,3}$/i;
const COUNTED =
  /^[\s-]{0,3}(?:%|percent|per cent|tons?|tonnes|miles?|km|kms|kilometres|kilometers|metres|meters|feet|yards|acres|men|women|people|persons|troops|soldiers|officers|prisoners|refugees|families|words|copies|votes|dollars|pounds|million|billion|thousand|hundred|hours|hrs|local|gmt|cases|students|workers|aircraft|planes|tanks|vehicles|mw|mhz|kw|lbs|z(?![A-Za-z])|barrels|members|delegates|of (?:them|these|those))(?![A-Za-z])/i;

// > | in 1949             > | [1949]
//        ^^^^                 ^^^^
const YEAR_ALONE = re(`(?<year>${YEAR})(?<doubt>\\?)?(?![\\d${L}]|[.,/]\\d|[-/]\\d{3,}|-[${L}])`);

export function readYear(text: string, at: number, led = false): Match | undefined {
  const match = matchAt(YEAR_ALONE, text, at);
  if (!match?.groups) return undefined;
  if (/[\dA-Za-z.,/$£#_-]/.test(text[at - 1] ?? '') && !led) return undefined;
  const year = Number(match.groups.year);
  const end = at + match[0].length;
  if (!led && !isYear(text, at, end, year)) return undefined;
  return {
    start: at,
    end,
    meaning: { is: 'point', year, ...(match.groups.doubt && { uncertain: true }) },
    rule: 'date.year',
    certainty: year < 1700 ? 'low' : 'high',
  };
}

const AFTER_A_YEAR =
  /(?:in|since|between|during|of|from|until|by|for|before|after|early|late|either)\s(?:the\s)?(?:[A-Za-z]{3,9}\s)?(?:1[5-9]|20)\d\d,?\s(?:and|or)\s$/i;

const OF_ITS_YEAR =
  /(?:acts?|treaty|treaties|agreements?|convention|pact|law|constitution|declaration|statement|spring|summer|autumn|fall|winter|end|middle|beginning|part|half|quarter|close|decree|revolution|war|crisis|protocol|events|elections?)\s{1,3}of\s{1,3}$/i;

function isYear(text: string, at: number, end: number, year: number): boolean {
  if (year < 1500 || year > 2060) return false;
  const lead = before(text, at, 44);
  if (NUMBERED.test(lead)) return false;
  const rest = text.slice(end, end + 20);
  if (COUNTED.test(rest)) return false;
  // > | (1972)
  if (lead.endsWith('(') && /^[),;]/.test(rest)) return year >= 1700;
  if (lead.endsWith('[')) return false;
  const word = /(?:^|[^A-Za-z\d])([A-Za-z]{1,12})[\s(“"‘']{1,3}$/.exec(lead)?.[1]?.toLowerCase();
  if (word === undefined) {
    // > | in 1949, 1950 and 1951       a list goes on
    return (
      /(?:^|\D)(?:1[5-9]|20)\d\d(?:,|, and| and| or|, or)\s{1,3}$/.test(lead) &&
      year >= 1700 &&
      endsLikeADate(text, end)
    );
  }
  if (/^(?:in|since|during|until|till|throughout|circa|mid|early|late|year|years|calendar)$/.test(word))
    return true;
  if (word === 'and' || word === 'or') {
    // > | between 1945 and 1948       never «telegrams 1832 and 1833»
    return year >= 1700 && AFTER_A_YEAR.test(lead);
  }
  if (word === 'of' && OF_ITS_YEAR.test(lead)) return true;
  // > | for 1974 contribution      no plural that it could count
  if (word === 'for' && year >= 1900 && /^\s{1,2}[A-Za-z]{2,20}(?<![sS])\b/.test(rest)) return true;
  if (/^(?:of|from|before|after|by|to|through|between|than|about|around|for|as|with)$/.test(word)) {
    return year >= 1700 && endsLikeADate(text, end);
  }
  if (/^(?:spring|summer|autumn|fall|winter|christmas|easter)$/.test(word)) return true;
  // > | the 1972 Joint Statement
  return (
    year >= 1800 &&
    /^(?:the|a|an|its|his|their|our|this|that|your|my|her)$/.test(word) &&
    /^(?:[\s,)’'-]|$)/.test(rest)
  );
}

// ---------------------------------------------------------------- decades, centuries, fiscal years

// > | the early 1950s     > | the 1930’s
//               ^^^^^            ^^^^^^
const DECADE = re(`(?:the${S})?(?<year>1[5-9]\\d|20\\d)0${G}(?:['’‘]\\s?)?s(?![${L}])`);
// > | the thirties        > | the ’fifties        > | the ’50s
//     ^^^^^^^^^^^^            ^^^^^^^^^^^^            ^^^^^^^^
const DECADE_NAMED = re(
  `the${S}(?:(?<name>['’‘]?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?![${L}])|['’‘](?<tens>[2-9])0['’]?s(?![${L}]))`,
);
// > | the nineteenth century                > | 20th-century
//     ^^^^^^^^^^^^^^^^^^^^^^                      ^^^^^^^^^^^^
const CENTURY = re(
  `(?:the${S})?(?:(?<digits>1\\d|2[01]|[1-9])(?:st|nd|rd|th)|(?<word>${ORDINAL_WORD}))(?:${S}|-)century(?![${L}])`,
);
// > | FY 1977             > | FY77                > | fiscal year 1977
//     ^^^^^^^                 ^^^^                    ^^^^^^^^^^^^^^^^
const FISCAL = re(
  `(?:(?<fy>FY)${G}['’‘-]?${G}(?<year>(?:19|20)?\\d\\d)|(?:fiscal|financial)${S}(?:year)?${S}?(?<year2>(?:19|20)\\d\\d(?:${DASH}\\d\\d(?:\\d\\d)?)?))(?![\\d${L}])`,
);

export function readDecade(text: string, at: number): Match | undefined {
  const digits = matchAt(DECADE, text, at);
  if (digits?.groups) {
    const decade = Number(digits.groups.year);
    return stretch(at, digits[0].length, `${decade}0`, `${decade}9`, `${decade}X`, 'date.decade');
  }
  const named = matchAt(DECADE_NAMED, text, at);
  if (!named?.groups) return undefined;
  const names = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
  const name = named.groups.name?.replace(/^['’‘]/, '').toLowerCase();
  const tens = name ? names.indexOf(name) + 2 : Number(named.groups.tens);
  if (!endsLikeADate(text, at + named[0].length)) return undefined;
  return {
    start: at,
    end: at + named[0].length,
    meaning: { is: 'decade', tens },
    rule: 'date.decade',
    certainty: 'low',
  };
}

export function readCentury(text: string, at: number): Match | undefined {
  const match = matchAt(CENTURY, text, at);
  if (!match?.groups) return undefined;
  const number = match.groups.digits ? Number(match.groups.digits) : ordinalOf(match.groups.word ?? '');
  if (number < 5 || number > 21) return undefined;
  const first = `${pad(number - 1)}01`;
  return stretch(at, match[0].length, first, `${pad(number)}00`, `${pad(number - 1)}XX`, 'date.century');
}

function stretch(
  at: number,
  length: number,
  first: string,
  last: string,
  edtf: string,
  rule: 'date.decade' | 'date.century',
): Match {
  return {
    start: at,
    end: at + length,
    meaning: { is: 'stretch', first, last, edtf, stated: false },
    rule,
    certainty: 'high',
  };
}

/** The fiscal year of the United States, 1 July to 30 June, since that of 1977 1 October to 30 September. */
export function readFiscalYear(text: string, at: number): Match | undefined {
  const match = matchAt(FISCAL, text, at);
  if (!match?.groups) return undefined;
  const end = at + match[0].length;
  const { fy, year } = match.groups;
  if (!fy) {
    return {
      start: at,
      end,
      meaning: { is: 'open', type: 'period' },
      rule: 'date.fiscal-year',
      certainty: 'low',
    };
  }
  const n = Number(year);
  const ends = n < 100 ? 1900 + n : n;
  const [first, last] =
    ends >= 1977 ? [`${ends - 1}-10-01`, `${ends}-09-30`] : [`${ends - 1}-07-01`, `${ends}-06-30`];
  return {
    start: at,
    end,
    meaning: { is: 'stretch', first, last, edtf: `${first}/${last}`, stated: true },
    rule: 'date.fiscal-year',
    certainty: 'medium',
  };
}

// ---------------------------------------------------------------- seasons

// > | the spring of 1949      > | last autumn         > | winter of 1949-50
//     ^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^             ^^^^^^^^^^^^^^^^^
const SEASON = re(
  `(?:the${S})?(?:(?<which>last|this|next|this${S}past|this${S}coming|the${S}coming)${S})?(?<season>spring|summer|autumn|fall|winter)(?:(?:${S}of)?,?${S}(?<year>${YEAR})(?:(?:${DASH}|/)(?<year2>\\d\\d(?:\\d\\d)?))?(?!\\d)|(?<tail>${RELATIVE_YEAR}))?(?![${L}])`,
);
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

export function readSeason(text: string, at: number): Match | undefined {
  const match = matchAt(SEASON, text, at);
  if (!match?.groups) return undefined;
  const { season = '', year, year2, which, tail } = match.groups;
  // Without a year or «last», spring may be a well and fall a verb.
  if (!year && !which && !tail) return undefined;
  const word = season.toLowerCase() === 'fall' ? 'autumn' : season.toLowerCase();
  const first = year ? Number(year) : undefined;
  const last =
    year2 && first !== undefined
      ? year2.length === 2
        ? Math.floor(first / 100) * 100 + Number(year2)
        : Number(year2)
      : undefined;
  return {
    start: at,
    end: at + match[0].length,
    meaning: {
      is: 'season',
      season: 21 + SEASONS.indexOf(word),
      // «Fall» is American.
      ...(season.toLowerCase() === 'fall' && { north: true as const }),
      ...(first !== undefined && { year: first }),
      ...(last !== undefined && { toYear: last }),
      ...(tail && yearTold(tail)),
      ...(which && !year && { which: whichOf(which.toLowerCase()) }),
    },
    rule: 'date.season',
    certainty: year ? 'high' : 'medium',
  };
}

// ---------------------------------------------------------------- parts

// > | early in June       > | mid-1977            > | the latter part of March
//     ^^^^^^^^              ^^^^                    ^^^^^^^^^^^^^^^^^^
const PART = re(
  `(?:(?<ends>end)(?:${G}${DASH}${G}|${S})(?=${MONTH_NAME})|(?:the${S})?(?<adverb>(?:very${S})?early|late|mid|middle)(?:${G}${DASH}${G}|${S}(?:in${S}(?:the${S}(?=(?:spring|summer|autumn|fall|winter)))?)?)|(?:the${S})?(?:very${S})?(?<noun>beginning|start|opening|early${S}part|first${S}part|first${S}days|early${S}days|middle|end|close|last${S}days|latter${S}part|latter${S}half|later${S}part|closing${S}days|(?<half>first|second|last)${S}half|(?<quarter>first|second|third|fourth|last|final)${S}quarter)${S}(?:of|in)${S}(?:the${S}(?=(?:(?:year|month|week|decade|century|spring|summer|autumn|fall|winter|19|18|20))))?)`,
);

export function readPart(text: string, at: number): Match | undefined {
  const match = matchAt(PART, text, at);
  if (!match?.groups) return undefined;
  const inner = at + match[0].length;
  const of = readWhole(text, inner);
  if (!of) return undefined;
  const part = partOf(match.groups);
  if (of.meaning.is === 'point' && of.meaning.day !== undefined) return undefined;
  return {
    start: at,
    end: of.end,
    meaning: { is: 'part', part, of: of.meaning },
    rule: 'date.part',
    certainty: of.certainty === 'high' ? 'medium' : of.certainty,
  };
}

function partOf(groups: Record<string, string | undefined>): Part {
  if (groups.half) return groups.half.toLowerCase() === 'first' ? 'half-1' : 'half-2';
  if (groups.quarter) {
    const n = ['first', 'second', 'third', 'fourth'].indexOf(groups.quarter.toLowerCase()) + 1;
    return `quarter-${(n || 4) as 1 | 2 | 3 | 4}`;
  }
  const word = (groups.ends ?? groups.adverb ?? groups.noun ?? '').toLowerCase();
  if (/^mid/.test(word)) return 'mid';
  if (/latter\s+half/.test(word)) return 'half-2';
  if (/begin|start|open/.test(word)) return 'start';
  if (/^(?:end|close|last|closing)/.test(word)) return 'end';
  return /early|first/.test(word) ? 'early' : 'late';
}

// > | the end of this month         > | early next year         > | the end of the year
//                ^^^^^^^^^^                   ^^^^^^^^^                         ^^^^
const SHIFTED = re(
  `(?:(?<which>this|the${S}present|the${S}current|last|the${S}last|next|the|the${S}coming|this${S}coming)${S})?(?<unit>week|month|year|decade)(?![${L}]|-|${S}?\\d)${END}`,
);

function readWhole(text: string, at: number): Match | undefined {
  if (readDayMonth(text, at)) return undefined;
  const whole =
    readMonthYear(text, at) ??
    readMonth(text, at, true) ??
    readDecade(text, at) ??
    readCentury(text, at) ??
    readFiscalYear(text, at) ??
    readSeason(text, at) ??
    readYear(text, at, true);
  if (whole) return whole;
  const shifted = matchAt(SHIFTED, text, at);
  if (!shifted?.groups) return undefined;
  const which = shifted.groups.which?.toLowerCase();
  if (!which && !/the\s+$/i.test(before(text, at, 6))) return undefined;
  const meaning: Meaning = {
    is: 'shift',
    unit: shifted.groups.unit?.toLowerCase() as 'week' | 'month' | 'year' | 'decade',
    by: which?.includes('last') ? -1 : which && /next|coming/.test(which) ? 1 : 0,
    from: 'anchor',
  };
  return { start: at, end: at + shifted[0].length, meaning, rule: 'date.part', certainty: 'medium' };
}

// > | later this month        > | earlier this year
//     ^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^
const LATER = re(
  `(?<when>later|earlier)${S}(?:in${S}|on${S})?(?:(?<which>this|that|the|next|last)${S}(?<unit>week|month|year)(?![${L}])|(?<day>today))`,
);

export function readLater(text: string, at: number): Match | undefined {
  const match = matchAt(LATER, text, at);
  if (!match?.groups) return undefined;
  const { when = '', which, unit, day } = match.groups;
  const end = at + match[0].length;
  const part = when.toLowerCase() === 'later' ? 'later' : 'earlier';
  if (day) {
    return {
      start: at,
      end,
      meaning: { is: 'shift', unit: 'day', by: 0, from: 'anchor' },
      rule: 'date.relative-day',
      certainty: 'high',
    };
  }
  const word = which?.toLowerCase();
  if (word === 'the' || word === 'that') return undefined;
  const by = word === 'next' ? 1 : word === 'last' ? -1 : 0;
  const of: Meaning = {
    is: 'shift',
    unit: unit?.toLowerCase() as 'week' | 'month' | 'year',
    by,
    from: 'anchor',
  };
  return {
    start: at,
    end,
    meaning:
      by === 0 ? { is: 'part', part, of } : { is: 'part', part: part === 'later' ? 'late' : 'early', of },
    rule: 'date.part',
    certainty: 'medium',
  };
}
