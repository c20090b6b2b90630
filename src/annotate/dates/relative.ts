/**
 * Days and periods reckoned from another: `yesterday`, `to-day`, `last week`, `two days ago`, `the previous day`.
 *
 * Words that look to the writer's or the speaker's own day take the anchor; words that look back in the text
 * («the same day», «two days later») take the date mentioned last.
 */
import type { Clock, Match, Meaning, PartOfDay, Unit } from './meaning.ts';
import { inPart, readClock } from './time.ts';
import {
  DASH,
  endsLikeADate,
  G,
  L,
  matchAt,
  NUMBER,
  numberOf,
  PART_OF_DAY,
  partOfDay,
  re,
  S,
} from './words.ts';

type Shift = Extract<Meaning, { is: 'shift' }>;

// > | the day before yesterday      > | to-morrow morning
//     ^^^^^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^
const DAY = re(
  `(?:(?<twice>(?:the${S})?day${S}(?:before|after)${S})?(?<word>yesterday|to-?day|to-?morrow)(?:['’]s)?|(?<night>to-?night)(?:['’]s)?|this${S}(?<this>morning|forenoon|afternoon|evening|night)|last${S}(?<last>night|evening))(?![${L}])`,
);
const THEN_PART = re(
  `(?<late>${S}(?:late|early)(?:${S}in${S}the)?)?${S}(?:in${S}the${S})?(?<part>${PART_OF_DAY})`,
);

// > | this morning at 9          > | yesterday afternoon at half past three
//                 ^^^^^                            ^^^^^^^^^^^^^^^^^^^^^^
const AT_HOUR = re(
  `${S}at${S}(?:about${S})?(?<half>half${S}past${S})?(?<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.:](?<minute>[0-5]\\d))?(?![\\d${L}%]|[.:,]\\d|-|${S}(?:o['’‘]|[ap]\\.?${G}m(?![${L}])|in${S}the${S}))`,
);

/** An hour without its half of the day, right after the part of the day that tells it. */
function hourOfPart(text: string, at: number, part: PartOfDay): { end: number; clock: Clock } | undefined {
  const match = matchAt(AT_HOUR, text, at);
  if (!match?.groups || !endsLikeADate(text, at + match[0].length)) return undefined;
  const minute = match.groups.half ? 30 : Number(match.groups.minute ?? 0);
  const clock = inPart({ hour: numberOf(match.groups.hour ?? ''), minute, open: true }, part);
  return { end: at + match[0].length, clock };
}

export function readDayWord(text: string, at: number): Match | undefined {
  // «day-to-day» is no day; «to» begins one only before a hyphen.
  if (text[at - 1] === '-') return undefined;
  const third = text.charCodeAt(at + 2);
  if (third === 32 || third === 10 || third === 0xa0) return undefined;
  const match = matchAt(DAY, text, at);
  if (!match?.groups) return undefined;
  const { twice, word, night, last } = match.groups;
  let end = at + match[0].length;
  let by = 0;
  let part: PartOfDay | undefined = partOfDay(match.groups.this);
  if (word) {
    by = /^y/i.test(word) ? -1 : /morrow/i.test(word) ? 1 : 0;
    if (twice) {
      if (by === 0) return undefined;
      by *= 2;
      if (/before/i.test(twice) !== by < 0) return undefined;
    }
    const then = /s$/i.test(match[0]) ? undefined : matchAt(THEN_PART, text, end);
    if (then) {
      part = partOfDay(then.groups?.part);
      end += then[0].length;
    } else if (/['’]s$/.test(match[0])) {
      // > | at today’s meeting       the mark of the genitive is no part of the date
      end -= 2;
    }
  } else if (night) {
    part = 'night';
    if (/['’]s$/.test(match[0])) end -= 2;
  } else if (last) {
    by = -1;
    part = partOfDay(last);
  }
  let shift: Shift = { is: 'shift', unit: 'day', by, from: 'anchor', ...(part && { part }) };
  const comma = /^(?:,\s|\s?[—–]\s?)/.exec(text.slice(end, end + 3));
  if (comma) {
    const clock = readClock(text, end + comma[0].length);
    if (clock?.meaning.is === 'clock' && !clock.meaning.clock.open) {
      shift = { ...shift, clock: clock.meaning.clock };
      end = clock.end;
    }
  }
  const hour = part && !shift.clock ? hourOfPart(text, end, part) : undefined;
  if (hour) {
    shift = { ...shift, clock: hour.clock };
    end = hour.end;
  }
  return { start: at, end, meaning: shift, rule: 'date.relative-day', certainty: hour ? 'medium' : 'high' };
}

// > | 1700 NEXT DAY           without its article, as telegrams have it
//          ^^^^^^^^
const NEXT_DAY = re(`next${S}(?<word>day|morning|afternoon|evening)(?![${L}]|-)`);

export function readNextDay(text: string, at: number): Match | undefined {
  const match = matchAt(NEXT_DAY, text, at);
  if (
    !match?.groups ||
    /\b(?:the|that|this|our|his|their|very)\s{1,3}$/i.test(text.slice(Math.max(0, at - 8), at))
  )
    return undefined;
  const part = partOfDay(match.groups.word?.toLowerCase() === 'day' ? undefined : match.groups.word);
  return {
    start: at,
    end: at + match[0].length,
    meaning: { is: 'shift', unit: 'day', by: 1, from: 'mention', ...(part && { part }) },
    rule: 'date.in-text',
    certainty: 'medium',
  };
}

// > | the previous day        > | the following evening        > | that same day
//     ^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^
const TEXT_DAY = re(
  `(?:the|that|on|this)${S}(?:(?<which>previous|preceding|following|next|same|very${S}same|ensuing)${S})?(?<word>day|date(?![${L}])|morning|afternoon|evening|night|week|month|year)(?:${S}(?<part>morning|afternoon|evening)|${S}(?<before>before|after)(?!${S}(?:the|he|I|we|they|his|my|our|their|a|an|this|that|it|she|her|its|yesterday|tomorrow|to-?morrow|[${L}]|\\d)(?![${L}]{6})))?(?![${L}]|-)`,
);

export function readTextDay(text: string, at: number): Match | undefined {
  const match = matchAt(TEXT_DAY, text, at);
  if (!match?.groups) return undefined;
  const { which, word = '', part, before: side } = match.groups;
  const determiner = match[0].slice(0, 4).toLowerCase();
  const end = at + match[0].length;
  // > | in the next year or two
  if (/^\s+or\s/.test(text.slice(end, end + 5))) return undefined;
  let by: number;
  if (side) {
    // > | the day before, the week after
    if (
      which ||
      !determiner.startsWith('the') ||
      !/[.,;:)\n]|\s(?:and|in|at|to|on|by|when)\s/u.test(text.slice(end, end + 5))
    )
      return undefined;
    by = side.toLowerCase() === 'before' ? -1 : 1;
  } else if (which) {
    const w = which.toLowerCase();
    if (/^on|^this/.test(determiner)) return undefined;
    by = /same/.test(w) ? 0 : /prev|prec/.test(w) ? -1 : 1;
    if (by === 0 && /^(?:week|month|year)$/i.test(word) && determiner.startsWith('that')) by = 0;
  } else {
    if (!determiner.startsWith('that')) return undefined;
    // > | that year, that evening: only right after the noun ends; «that day-to-day contact» is none
    by = 0;
  }
  // > | on the same date, on that date: not «the following date», which need not be the next day
  if (/^date$/i.test(word) && (by !== 0 || side)) return undefined;
  const unitWord = word.toLowerCase().replace('date', 'day');
  const isPart = !/^(?:day|week|month|year)$/.test(unitWord);
  const unit = (isPart ? 'day' : unitWord) as Unit;
  const dayPart = partOfDay(isPart ? unitWord : part);
  // Of the speaker's own words «next day» looks back in the text; «the previous day» may look to the anchor.
  const from = by === -1 ? 'mention-or-anchor' : 'mention';
  return {
    start: at,
    end,
    meaning: { is: 'shift', unit, by, from, ...(dayPart && { part: dayPart }) },
    rule: 'date.in-text',
    certainty: 'medium',
  };
}

// > | last week           > | next year           > | this month
//     ^^^^^^^^^               ^^^^^^^^^               ^^^^^^^^^^
const PERIOD = re(
  `(?:(?<which>last|next|this|the${S}coming|this${S}coming|this${S}past|the${S}present|the${S}current|current)${S})(?<unit>week-?end|week|month|quarter|year|decade|fortnight)(?:['’]s)?(?![${L}]|-(?:long|old|end|round|to|by)(?![${L}]))`,
);
// > | the last two weeks, the next ten days: a length that ends or begins at the anchor, see duration.ts

export function readPeriod(text: string, at: number): Match | undefined {
  const match = matchAt(PERIOD, text, at);
  if (!match?.groups) return undefined;
  const which = match.groups.which?.toLowerCase() ?? '';
  // «In the last year» is a length that ends now, not the year before.
  if (which === 'last' && /\bthe\s$/i.test(text.slice(Math.max(0, at - 5), at))) return undefined;
  // > | the next year or two
  if (/^\s+or\s+(?:two|so)/.test(text.slice(at + match[0].length, at + match[0].length + 9)))
    return undefined;
  const unit = match.groups.unit?.toLowerCase().replace('-', '') as Unit;
  if (
    (unit === 'decade' || unit === 'fortnight' || unit === 'quarter') &&
    /this|the|current/.test(which) &&
    unit !== 'quarter'
  )
    return undefined;
  if (/^the\s+past|^the\s+coming/.test(which) && unit !== 'week' && unit !== 'year' && unit !== 'month')
    return undefined;
  const possessive = /['’]s$/.test(match[0]);
  return {
    start: at,
    end: at + match[0].length - (possessive ? 2 : 0),
    meaning: {
      is: 'shift',
      unit,
      by: /last|past/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0,
      from: 'anchor',
    },
    rule: 'date.relative-period',
    certainty: 'high',
  };
}

// > | two weeks ago           > | ten days later          > | some three years earlier
//     ^^^^^^^^^^^^^               ^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^^^^
const AGO = re(
  `(?:(?<number>${NUMBER})(?<range>(?:${S}or${S}|${S}to${S}|${G}${DASH}${G})${NUMBER})?(?:${S}(?:and${S}a${S}half))?|(?<one>an?)|(?<few>(?:a${S})?(?:few|couple${S}of|number${S}of)|several|some|many))${S}(?<short>short${S})?(?<unit>minute|hour|day|night|week|fortnight|month|year|decade)s?${S}(?:(?<ago>ago|back(?=[\\s.,;]))|(?<hence>hence|from${S}(?:now|today))|(?<later>later|afterwards|thereafter)|(?<earlier>earlier|previously|before(?=\\s?[.,;)])))(?![${L}])`,
);

export function readAgo(text: string, at: number): Match | undefined {
  const match = matchAt(AGO, text, at);
  if (!match?.groups) return undefined;
  const { number, range, few, ago, hence, later } = match.groups;
  const end = at + match[0].length;
  const printed = match.groups.unit?.toLowerCase() ?? '';
  const unit = (printed === 'night' ? 'day' : printed) as Unit;
  const rule = ago || hence ? 'date.ago' : 'date.in-text';
  const n = number ? numberOf(number) : 1;
  if (
    few ||
    range ||
    unit === 'minute' ||
    unit === 'hour' ||
    !Number.isInteger(n) ||
    /half/i.test(match[0])
  ) {
    // «a few days ago» is a date, but nobody can say which.
    if (!ago && !hence) return undefined;
    return { start: at, end, meaning: { is: 'open', type: 'date' }, rule, certainty: 'low' };
  }
  return {
    start: at,
    end,
    meaning: {
      is: 'shift',
      unit,
      by: hence || later ? n : -n,
      from: ago || hence ? 'anchor' : 'mention',
      approximate: unit !== 'day' || n >= 10,
    },
    rule,
    certainty: 'medium',
  };
}

// > | in two days’ time
//     ^^^^^^^^^^^^^^^^^
const IN_TIME = re(
  `in${S}(?:(?<number>${NUMBER})|an?)${S}(?<unit>day|week|month|year)(?:s['’]?|['’]s)?${S}time(?![${L}])${G}`,
);

export function readInTime(text: string, at: number): Match | undefined {
  const match = matchAt(IN_TIME, text, at);
  if (!match?.groups) return undefined;
  const n = match.groups.number ? numberOf(match.groups.number) : 1;
  if (!Number.isInteger(n)) return undefined;
  const unit = match.groups.unit?.toLowerCase() as Unit;
  return {
    start: at,
    end: at + match[0].trimEnd().length,
    meaning: { is: 'shift', unit, by: n, from: 'anchor', approximate: unit !== 'day' },
    rule: 'date.ago',
    certainty: 'medium',
  };
}
