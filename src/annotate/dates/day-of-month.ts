/**
 * A day without its month: `the 22nd`, `on the fifteenth`, `your telegram of 3rd`, `3rd instant`, `the 15th ultimo`.
 *
 * Ordinals count many things, so a day is only read where no noun follows that it could count.
 */
import type { Match, Point } from './meaning.ts';
import { before, DASH, endsLikeADate, G, L, matchAt, ORDINAL_WORD, ordinalOf, re, S } from './words.ts';

// > | on the 22nd           > | of 3rd instant          > | the fifteenth
//        ^^^^^^^^                  ^^^^^^^^^^^               ^^^^^^^^^^^^^
const DAY = re(
  `(?<the>the${S})?(?:(?<day>[12]?\\d|3[01])(?<suffix>st|nd|rd|th)|(?<word>${ORDINAL_WORD}))(?![${L}]|-)(?:${S}(?<inst>inst(?:ant)?\\.?|ult(?:imo)?\\.?|prox(?:imo)?\\.?)(?![${L}])|${S}of${S}(?:this|the${S}(?:present|current|same))${S}(?<this>month)|${S}of${S}(?<lastNext>last|next)${S}month)?`,
);
// > | the 14th-16th         > | the 3rd and 4th        > | the 3rd to the 5th
//     ^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^
const JOINED = re(
  `${G}(?:(?<range>${DASH}|to(?=\\s)|until(?=\\s)|through(?=\\s))|and(?=\\s)|or(?=\\s)|&)${G}(?:the${S})?(?<day>[12]?\\d|3[01])(?:st|nd|rd|th)(?![${L}]|-)(?:${S}(?<inst>inst(?:ant)?\\.?|ult(?:imo)?\\.?)(?![${L}]))?`,
);
const LEADS =
  /\b(?:on|of|by|until|till|from|to|before|after|since|dated|for|about|around|between|and|late|early|or|not later than)\s{1,3}$/i;

export function readDayOfMonth(text: string, at: number, led = false): Match | undefined {
  const match = matchAt(DAY, text, at);
  if (!match?.groups) return undefined;
  const { the, day, word, inst, this: thisMonth, lastNext } = match.groups;
  const n = day ? Number(day) : ordinalOf(word ?? '');
  if (n < 1 || n > 31) return undefined;
  let end = at + match[0].length;
  const told = inst ?? thisMonth ?? lastNext;
  if (!told && !led) {
    const lead = before(text, at, 24);
    if (word) {
      // «the first», «the tenth» count; from eleven on, after «on», a day is likelier.
      if (n < 11 || !the || !/\b(?:on|until|till|by|dated)\s{1,3}$/i.test(lead)) return undefined;
    }
    if (!the && !LEADS.test(lead)) return undefined;
    // > | your telegram of 3rd: without «the» a day follows «of» or «on» only
    if (!the && /(?:and|or|for|to|late|early)\s{1,3}$/iu.test(lead)) return undefined;
    if (/(?:each|every|its|his|their|our)\s{1,3}$/iu.test(lead)) return undefined;
    if (!endsLikeADate(text, end) && !JOINED.test(peek(text, end))) return undefined;
    if (
      /^\s{1,3}(?:of(?!\s+(?:this|last|next))|or last|and last|and final|largest|in (?:line|rank|the (?:series|list)))/iu.test(
        text.slice(end, end + 20),
      )
    )
      return undefined;
    // «the 1st and 2nd Divisions», «between the 17th and 18th parallels»
    if (countsThings(text, end)) return undefined;
  }
  const point: Point = {
    is: 'point',
    day: n,
    ...(told && { monthShift: monthShift(told) }),
  };
  if (inst?.endsWith('.') && /^inst|^ult|^prox/i.test(inst) && /ant\.|imo\./i.test(inst)) end -= 1;
  const joined = matchAt(JOINED, text, end);
  if (joined?.groups && !led && endsLikeADate(text, end + joined[0].length)) {
    const to = Number(joined.groups.day);
    if (to > n) {
      const shift = joined.groups.inst ? monthShift(joined.groups.inst) : point.monthShift;
      const shared = shift !== undefined ? { monthShift: shift } : {};
      return {
        start: at,
        end: end + joined[0].length,
        meaning: {
          is: 'range',
          from: { is: 'point', day: n, ...shared },
          to: { is: 'point', day: to, ...shared },
          ...(!joined.groups.range && { list: [n, to], either: /^\s*or\b/i.test(joined[0]) }),
        },
        rule: 'date.day-of-month',
        certainty: 'medium',
      };
    }
  }
  return {
    start: at,
    end,
    meaning: point,
    rule: told ? 'date.instant' : 'date.day-of-month',
    certainty: told ? 'high' : 'medium',
  };
}

/** `JOINED` is sticky; a look from its start. */
function peek(text: string, at: number): string {
  JOINED.lastIndex = 0;
  return text.slice(at, at + 40);
}

/** After «and 18th» a noun: then both numbers count it. */
function countsThings(text: string, end: number): boolean {
  const joined = matchAt(JOINED, text, end);
  if (joined) return !endsLikeADate(text, end + joined[0].length);
  return /^,?\s{1,3}(?:and|or|to)\s{1,3}(?:the\s{1,3})?(?:\d{1,2}(?:st|nd|rd|th))\s{1,3}(?!and|or|to|of|at|in|on|inst)[a-z]{4,}/.test(
    text.slice(end, end + 40),
  );
}

function monthShift(words: string): -1 | 0 | 1 {
  if (/^ult|last/i.test(words)) return -1;
  return /^prox|next/i.test(words) ? 1 : 0;
}

// > | the afternoon of the 22nd       > | late in the evening of June 5       > | the night of 5-6 June
//     ^^^^^^^^^^^^^^^^^                            ^^^^^^^^^^^^^^                  ^^^^^^^^^^^^
export const PART_OF = re(
  `(?:the${S})?(?:(?:early|late)${S}(?:hours${S}of${S}the${S})?)?(?<part>morning|forenoon|afternoon|evening|night)(?:${S}|[.,·]${G})(?:of|on)(?:${S}|[.,·]${G}(?=\\S))`,
);
