/**
 * Decades, centuries and fiscal years: `the 1950s`, `the nineteenth century`, `FY 1977`.
 */
import { pad } from './calendar.ts';
import type { Match } from './meaning.ts';
import { DASH, endsLikeADate, G, L, matchAt, ORDINAL_WORD, ordinalOf, re, S } from './words.ts';

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
