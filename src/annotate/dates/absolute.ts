/**
 * Day and month, mostly with the year: `22 July 1978`, `July 22, 1978`, `14th Sept[ember] 1944`, `MAY 5`.
 *
 * Editors of documents put what they supply in brackets: `[17] February 1949`, and what they correct after it:
 * `January 3, 1945 [1946]`, where the bracket is right. A fifth digit on a year is the number of a note.
 */
import { exists } from './calendar.ts';
import type { Match, Point } from './meaning.ts';
import { readClock } from './time.ts';
import {
  before,
  endsLikeADate,
  G,
  inCapitals,
  isCapital,
  L,
  MONTH,
  matchAt,
  monthOf,
  ORDINAL,
  ORDINAL_WORD,
  ordinalOf,
  re,
  S,
  weekdayNamed,
  YEAR,
} from './words.ts';

// A number of four digits after a date may count hours or things: `5 May 1800 hours`.
const NOT_COUNTED = `(?!${G}(?:hours|hrs|men|tons|troops|local|GMT|Z)(?![${L}]))`;
const YEAR_TAIL = `(?:${G},?${G}\\[?(?<year>${YEAR})(?:(?<note>\\d)(?!\\d)|(?!\\d))${NOT_COUNTED}(?:${G}\\[(?<yearFix>${YEAR})\\??\\])?\\]?(?<doubt2>\\?)?|${G},?${G}(?<short>['’‘]\\d\\d)(?!\\d))?`;

// > | the 14th of Sept[ember], 1944 [1945]
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const DAY_FIRST = re(
  `(?:the${S})?\\[?(?:(?<day>\\d{1,2})(?<ordinal>${ORDINAL})?|(?<dayWord>${ORDINAL_WORD})(?=${S}(?:day${S})?of))(?:${G}\\[(?<dayFix>\\d{1,2})\\??\\])?\\]?(?:(?<=\\])${G}\\[\\d{1,2}\\])?(?<doubt>\\?)?,?(?:${S}(?:day${S})?of(?:${S}the${S}month${S}of)?(?=\\s)|${S}day${S}of(?=\\s))?${G}\\[?(?<month>${MONTH})\\]?${YEAR_TAIL}`,
);

// > | January 3, 1945 [1946]
//     ^^^^^^^^^^^^^^^^^^^^^^
const MONTH_FIRST = re(
  `\\[?(?<month>${MONTH})\\]?(?:${G}(?:the${S})?\\[?(?<day>\\d{1,2})(?!\\d|:\\d|\\.\\d(?!\\d?(?:\\s(?!${G}(?:percent|per${S}cent|million|billion|[ap]\\.?m))|$))|%|,\\d{3}(?!\\d))(?<ordinal>${ORDINAL}(?![${L}]))?|${S}(?:the${S})?(?<dayWord>${ORDINAL_WORD})(?!-))(?:${G}\\[(?<dayFix>\\d{1,2})\\??\\])?\\]?(?<doubt>\\?)?(?![${L}])${YEAR_TAIL}`,
);

// > | 22 JUL 78
//     ^^^^^^^^^
const CAPITALS_SHORT_YEAR = re(`${G}(?<short>[3-9]\\d)(?!\\d|[:.]\\d|${S}?(?:[ap]\\.?${G}m|percent|hours))`);

// > | 1978-07-22T19:40
//     ^^^^^^^^^^^^^^^^
const ISO = re(
  `(?<year>${YEAR})-(?<month>[01]\\d)-(?<day>[0-3]\\d)(?:T(?<hour>[0-2]\\d):(?<minute>[0-5]\\d)(?::\\d\\d)?Z?)?(?![\\d-])`,
);

// > | 24 July of last year        > | 28th January last           > | March of the same year
//            ^^^^^^^^^^^^^                    ^^^^^                      ^^^^^^^^^^^^^^^^^
export const RELATIVE_YEAR = `(?:,?${S}(?:of${S})?(?:this|last|next|that|the${S}(?:present|current|same|following|previous))${S}year(?![${L}])|,?${S}(?:last|next)(?=[\\s,.;:)]{1,2}(?![${L}])|[,.;:)]|${S}(?:and|that|in|to|for|at|on|from|by|he|I|we|the|when|which|with|a|an|is|was|as|there|before|after|between|has|had|have|will|would|refers?|concerning|regarding|about|are|were|you|my|your|his)(?![${L}])|${G}\\[))`;
const TAIL = re(RELATIVE_YEAR);

/** What «of last year» or «last» says of the year. */
export function yearTold(tail: string | undefined): Pick<Point, 'which' | 'yearShift'> | undefined {
  if (!tail) return undefined;
  const words = tail.toLowerCase();
  if (!words.includes('year')) return { which: words.includes('last') ? 'last' : 'next' };
  if (/that|same/.test(words)) return { yearShift: 'mention' };
  // Of two years told by «following» and «previous» the text, not the anchor, knows the first.
  if (/following|previous/.test(words))
    return { yearShift: 'mention', which: /following/.test(words) ? 'next' : 'last' };
  return { yearShift: words.includes('last') ? -1 : words.includes('next') ? 1 : 0 };
}

export function readDayMonth(text: string, at: number): Match | undefined {
  return (
    readIso(text, at) ??
    readWritten(text, at, DAY_FIRST) ??
    readWritten(text, at, MONTH_FIRST) ??
    readWithNote(text, at)
  );
}

function readWritten(text: string, at: number, pattern: RegExp): Match | undefined {
  const match = matchAt(pattern, text, at);
  const groups = match?.groups;
  if (!match || !groups) return undefined;
  const printedMonth = groups.month ?? '';
  if (!isCapital(printedMonth, 0)) return undefined;
  let end = at + match[0].length;
  let year = groups.year ? Number(groups.yearFix ?? groups.year) : undefined;
  let note = 0;
  if (groups.note !== undefined) {
    // > | 14 January 19751
    //     ^^^^^^^^^^^^^^^      the last digit refers to a note
    note = 1;
    end = at + match[0].lastIndexOf(groups.year ?? '') + 4;
  }
  const dayFirst = pattern === DAY_FIRST;
  if (year === undefined && groups.short) year = 1900 + Number(groups.short.slice(1));
  const abbreviated =
    /^[A-Z][a-z]{2,3}\.?$|^[A-Z]{3,4}\.$/.test(printedMonth) && !/^(?:June|July|May)/i.test(printedMonth);
  if (year === undefined && dayFirst && (abbreviated || inCapitals(text, at, end))) {
    const short = matchAt(CAPITALS_SHORT_YEAR, text, end);
    // > | 29 Sept. 66        the year of a card or a form; never «on 2 Feb. 62 tons»
    if (
      short &&
      (printedMonth.length === 3 || abbreviated) &&
      (inCapitals(text, at, end) || endsLikeADate(text, end + short[0].length))
    ) {
      year = 1900 + Number(short.groups?.short);
      end += short[0].length;
    }
  }
  if (
    dayFirst &&
    year === undefined &&
    !groups.ordinal &&
    !groups.dayWord &&
    isVerb(text, at, end, printedMonth)
  )
    return undefined;
  const fixedDay = correctedDay(groups.day ?? '', groups.dayFix);
  const day = fixedDay ?? (groups.dayWord ? ordinalOf(groups.dayWord) : Number(groups.day));
  const month = monthOf(printedMonth);
  if (!exists(year ?? 2000, month, day)) return undefined;
  const bracketed = balance(text, at, end);
  const corrected = fixedDay !== undefined || groups.yearFix !== undefined;
  const supplied = corrected || bracketed.supplied || groups.doubt === '?' || groups.doubt2 === '?';
  const point: Point = {
    is: 'point',
    month,
    day,
    ...(year !== undefined && { year }),
    ...(supplied && { uncertain: true }),
  };
  return {
    start: bracketed.start,
    end: bracketed.end,
    meaning: point,
    rule: supplied ? 'date.supplied' : year === undefined ? 'date.day-month' : 'date.absolute',
    certainty: supplied || note || (year !== undefined && year < 1583) ? 'medium' : 'high',
  };
}

// > | January 111 in which          > | April 31 setting
//     ^^^^^^^^^^                        ^^^^^^^        the last digit refers to a note
const WITH_NOTE = re(
  `(?<month>${MONTH})${S}(?<day>\\d{1,2}?)(?<note>\\d)(?![\\d${L}%]|[.,:]\\d|${G}(?:million|billion|percent|per${S}cent))`,
);

/** A number after a month that is no day of it, but would be without its last digit. */
function readWithNote(text: string, at: number): Match | undefined {
  const match = matchAt(WITH_NOTE, text, at);
  if (!match?.groups) return undefined;
  const { month: printed = '', day: digits = '' } = match.groups;
  const month = monthOf(printed);
  const day = Number(digits);
  const end = at + match[0].length - 1;
  // > | Jan 71        the year 1971, not a day with the mark of a note
  if (!isCapital(printed, 0) || inCapitals(text, at, end) || printed.replace('.', '').length === 3)
    return undefined;
  if (exists(2000, month, Number(digits + match.groups.note)) || !exists(2000, month, day)) return undefined;
  return {
    start: at,
    end,
    meaning: { is: 'point', month, day },
    rule: 'date.day-month',
    certainty: 'medium',
  };
}

/** `22 [23] January` corrects the day; `[8] [1] October` and `27 [1] May` bear the number of a note. */
function correctedDay(day: string, bracket: string | undefined): number | undefined {
  if (bracket === undefined || bracket === '1' || bracket.length !== day.length) return undefined;
  return Math.abs(Number(bracket) - Number(day)) <= 10 ? Number(bracket) : undefined;
}

/** «PHASE 2 MAY BEGIN», «PARA 3 MARCH»: in capitals, `MAY` after a number may be the verb. */
function isVerb(text: string, at: number, end: number, month: string): boolean {
  const word = month.toLowerCase();
  if ((word !== 'may' && word !== 'march' && word !== 'mar') || !inCapitals(text, at, end)) return false;
  if (
    /^\s{0,3}\n?\s{0,3}(?:be|not|also|have|has|well|become|begin|come|go|make|take|prove|wish|want|need|require|include|lead|help|cause|result|provide|give|seek|find|apply|only|still|yet|now|in fact|even|refer|raise|soon|require|continue)\b/i.test(
      text.slice(end, end + 24),
    )
  )
    return true;
  return !/\b(?:on|of|by|until|till|from|to|before|after|since|dated|for|through|and|between|about|the|effective|for|letter|note|memo|telegram|cable|released|issued|published)[\s(]{1,3}$/i.test(
    before(text, at, 14),
  );
}

/** The span with a bracket that was opened just before it, or without one that is never closed in it. */
function balance(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; supplied: boolean } {
  const inside = text.slice(start, end);
  const opened = (inside.match(/\[/g) ?? []).length;
  const closed = (inside.match(/\]/g) ?? []).length;
  if (closed > opened && /\[\??$/.test(text.slice(Math.max(0, start - 2), start))) {
    return { start: text[start - 1] === '[' ? start - 1 : start - 2, end, supplied: true };
  }
  if (opened === closed + 1 && text[end] === ']') return { start, end: end + 1, supplied: true };
  if (closed > opened && inside.endsWith(']')) return { start, end: end - 1, supplied: false };
  if (opened > closed && inside.startsWith('[')) return { start: start + 1, end, supplied: false };
  return {
    start,
    end,
    supplied:
      opened > 0 &&
      opened === closed &&
      /^\[|\[[A-Za-z]|\[\d{1,2}\]/.test(inside) &&
      !/[A-Za-z]\[/.test(inside),
  };
}

export function readIso(text: string, at: number): Match | undefined {
  const match = matchAt(ISO, text, at);
  const groups = match?.groups;
  if (!match || !groups) return undefined;
  const year = Number(groups.year);
  const month = Number(groups.month);
  const day = Number(groups.day);
  if (!exists(year, month, day)) return undefined;
  const clock =
    groups.hour !== undefined && Number(groups.hour) < 24
      ? {
          hour: Number(groups.hour),
          minute: Number(groups.minute),
          ...(match[0].endsWith('Z') && { zone: 'UTC' }),
        }
      : undefined;
  return {
    start: at,
    end: at + match[0].length,
    meaning: { is: 'point', year, month, day, ...(clock && { clock }) },
    rule: 'date.numeric',
    certainty: 'high',
  };
}

// > | Tuesday, July 22, 1978          > | 22 July 1978 (Saturday)
//     ^^^^^^^^^                                        ^^^^^^^^^^^
const WEEKDAY_AFTER = re(`,?${S}\\(?(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\)?(?![${L}])`);
// > | January 3, 1942—4:57 p. m.      > | 26 September 1946, 10.14 p.m.
//                    ^                                     ^^
const BEFORE_CLOCK = re(
  `${G}(?:[,;—–]|--?|@)${G}(?:at${S}|about${S})?|${S}(?=\\d{4}${S}(?:hours|hrs)|1?\\d(?:[.:]\\d\\d)?${G}[ap]\\.?${G}m(?![${L}]))`,
);

// > | June 3, 1961, 10:30 a.m.–noon
//                             ^
const TO_ANOTHER = /^\s?[-‐‑‒–—]{1,2}\s?(?:\d|noon|midn)/i;

/** A date with the weekday and the time of day that stand beside it. */
export function readFullDate(text: string, at: number): Match | undefined {
  const match = readDayMonth(text, at);
  if (match?.meaning.is !== 'point') return undefined;
  return withNeighbours(text, match, match.meaning);
}

export function withNeighbours(text: string, match: Match, start: Point): Match {
  let { end } = match;
  let point = start;
  const tail = point.year === undefined && point.month !== undefined ? matchAt(TAIL, text, end) : undefined;
  if (tail) {
    point = { ...point, ...yearTold(tail[0]) };
    end += tail[0].length;
  }
  const weekday = matchAt(WEEKDAY_AFTER, text, end);
  if (weekday && point.day !== undefined && weekday[0].includes('(') === weekday[0].includes(')')) {
    point = { ...point, weekday: weekdayNamed(weekday.groups?.weekday ?? '') };
    end += weekday[0].length;
  }
  if (point.clock === undefined && point.day !== undefined) {
    const gap = matchAt(BEFORE_CLOCK, text, end);
    const clock = gap && readClock(text, end + gap[0].length);
    // `3 June, 4.15`: without a.m., p.m. or a dash before it this may be the number of a paragraph.
    if (
      gap &&
      clock &&
      clock.meaning.is === 'clock' &&
      (!clock.meaning.clock.open || point.year !== undefined) &&
      // «10:30 a.m.–noon»: `join.ts` has both hours
      !TO_ANOTHER.test(text.slice(clock.end, clock.end + 6))
    ) {
      if (!clock.meaning.clock.open) {
        point = { ...point, clock: clock.meaning.clock };
        end = clock.end;
      }
    }
  }
  return { ...match, end, meaning: point };
}
