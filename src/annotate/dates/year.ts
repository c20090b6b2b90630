/**
 * Years: `since 1949`, `(1972)`, `the 1972 Joint Statement`.
 *
 * A lone number of four digits is a year only where the words around it say so; most such numbers in these
 * papers are telegrams, files, pages and hours.
 */
import type { Match } from './meaning.ts';
import { before, endsLikeADate, L, matchAt, re, YEAR } from './words.ts';

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
  /(?:in|since|between|during|of|from|until|by|for|before|after|early|late|either)\s(?:the\s)?(?:1[5-9]|20)\d\d,?\s(?:and|or)\s$/i;

const OF_ITS_YEAR =
  /(?:acts?|treaty|treaties|agreements?|convention|pact|law|constitution|declaration|statement|spring|summer|autumn|fall|winter|end|middle|beginning|part|half|quarter|close|decree|revolution|war|crisis|protocol|events|elections?)\s{1,3}of\s{1,3}$/i;

/** «Our 1845 re wheat» is a telegram and «A 1838» a series of files; «your 1972 speech» has its year. */
function determines(word: string, lead: string, rest: string): boolean {
  if (word === 'a') return /\ba\s$/.test(lead);
  if (/^(?:our|your|my|her)$/.test(word)) return /^\s[a-z]{4,}/.test(rest) && !/^\srefer/.test(rest);
  return /^(?:the|an|its|his|their|this|that)$/.test(word);
}

const yearBefore = /\b(?:19|20)\d\d\s(?:over|against|versus|vs\.?)\s$/i;

// > | led to 1957 military coup          > | based on 1964 data         what is a year's, and is not counted by thousands
const YEARLY =
  /^\s{1,2}(?:(?!and|or|of|to|in)[A-Za-z]{3,14}\s{1,2}){0,2}(?:crops?|harvests?|data|figures|estimates?|statistics|situation|budgets?|takeover|coup|elections?|revolution|(?:peace|trade) treaty|season|programs?|programmes?|levels|prices|production|exports|imports|consumption|requirements|allotment|appropriations?|census|constitution|agreements?|conference|convention|crisis|war)\b/i;

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
  if (year >= 1900 && YEARLY.test(text.slice(end, end + 60))) return true;
  if (word === 'and' || word === 'or') {
    // > | between 1945 and 1948       never «telegrams 1832 and 1833»
    return year >= 1700 && AFTER_A_YEAR.test(lead);
  }
  //   > | in 1976 over 1975        compared with another year
  if (/^(?:over|against|versus|vs)$/.test(word)) return year >= 1900 && yearBefore.test(lead);
  if (word === 'of' && OF_ITS_YEAR.test(lead)) return true;
  // > | for 1974 contribution      no plural that it could count
  if (word === 'for' && year >= 1900 && /^\s{1,2}[A-Za-z]{2,20}(?<![sS])\b/.test(rest)) return true;
  if (/^(?:of|from|before|after|by|to|through|between|than|about|around|for|as|with)$/.test(word)) {
    return year >= 1700 && endsLikeADate(text, end);
  }
  if (/^(?:spring|summer|autumn|fall|winter|christmas|easter)$/.test(word)) return true;
  // > | the 1972 Joint Statement
  return year >= 1800 && determines(word, lead, rest) && /^(?:[\s,)’'-]|$)/.test(rest);
}
