/**
 * Lengths of time: `two hours`, `25 minutes`, `10 to 15 minutes`, `a ten-day visit`, `half an hour`.
 *
 * Only lengths with a number. «More than 30 years after the war» measures a distance to an event and is left
 * alone, and so are ages.
 */
import type { Match } from './meaning.ts';
import { before, DASH, G, inCapitals, L, matchAt, NUMBER, numberOf, re, S } from './words.ts';

const UNIT = `(?<unit>seconds?|minutes?|mins?\\.?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))(?![${L}]|-ends?\\b)`;

// > | 10 to 15 minutes        > | two and a half hours        > | three or four days
//     ^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^
const COUNTED = re(
  `(?:the${S}(?:past|last|next|coming|following|previous|preceding|first)${S})?(?<least>${NUMBER})(?:(?<half>${S}and${S}(?:a${S}|one${G}${DASH}?${G})half)|(?:${G}${DASH}${G}|${S}to${S}|${S}or${S})(?<most>${NUMBER}))?(?<hyphen>${DASH})?(?:${G}(?:full|more|further|additional|whole|consecutive|calendar|working|long)${S}|${G})${UNIT}(?<possessive>['’](?![${L}]))?`,
);
// > | half an hour            > | an hour and a half          > | for a week
//     ^^^^^^^^^^^^               ^^^^^^^^^^^^^^^^^^                ^^^^^^
const HALF = re(
  `(?:(?<half>half${S}an?${S}|half-)(?<of>hour|day|year)|(?<quarter>(?:a${S})?quarter${S}of${S}an${S}hour|three${S}quarters${S}of${S}an${S}hour)|(?<one>an?|one)${S}(?<unit>hour|day|week|fortnight|month|year)(?<and>${S}and${S}a${S}half)?)(?![${L}]|-)`,
);

// > | in the past week        > | during the last year
//        ^^^^^^^^^^^^^                   ^^^^^^^^^^^^^
const PAST = re(
  `the${S}(?:past|last)${S}(?<unit>hour|day|week|fortnight|month|year|decade)(?![${L}'’-]|${S}(?:of|in|before)\\b)`,
);

const NO_LENGTH_AFTER =
  /^[\s-]{0,3}(?:after|since|before|earlier|later|ago|old|olds|of age|hence|from now|past|following the|back)(?![A-Za-z])/i;
const NO_LENGTH_BEFORE = /(?:aged?|than|[$£])\s{0,3}$/iu;
const LEADS_TO_ONE =
  /\b(?:for|within|lasted|lasting|took|taking|takes|take|nearly|almost|about|under|over|after|approximately|of|every|in)\s{1,3}$/i;

export function readDuration(text: string, at: number): Match | undefined {
  if (/[\d.,$£/#-]/.test(text[at - 1] ?? '')) return undefined;
  const counted = matchAt(COUNTED, text, at);
  return counted ? readCounted(text, at, counted) : (readHalf(text, at) ?? readPast(text, at));
}

function readCounted(text: string, at: number, match: RegExpExecArray): Match | undefined {
  const { least = '', most, half, unit = '', hyphen } = match.groups ?? {};
  let end = at + match[0].length;
  if (NO_LENGTH_AFTER.test(text.slice(end, end + 16))) return undefined;
  if (hyphen && /s$/i.test(unit)) return undefined;
  if (namesADocument(text, at, unit)) return undefined;
  // > | 21 degrees 21 minutes North
  if (/^\s(?:north|south|east|west|of arc)\b/i.test(text.slice(end, end + 7))) return undefined;
  // «Article 7 days», «paragraph 3 hours»: a number with a name before it counts nothing here
  if (/(?:article|paragraph|para|no\.|page|chapter|section|annex|point)\s{1,3}$/iu.test(before(text, at, 14)))
    return undefined;
  if (
    NO_LENGTH_BEFORE.test(before(text, at, 8)) &&
    /years?$/i.test(unit) &&
    /aged?\s/i.test(before(text, at, 8))
  )
    return undefined;
  const first = numberOf(least) + (half ? 0.5 : 0);
  const second = most ? numberOf(most) : undefined;
  if (!Number.isFinite(first) || first <= 0) return undefined;
  // > | one day             of a story, no length
  if (first === 1 && /^day/i.test(unit) && !hyphen && !LEADS_TO_ONE.test(before(text, at, 16)))
    return undefined;
  const iso = isoDuration(first, unit);
  if (!iso || (second !== undefined && second <= first)) return undefined;
  if (match.groups?.possessive) end -= /s['’]$/i.test(match[0]) ? 1 : 0;
  const isoMost = second === undefined ? undefined : isoDuration(second, unit);
  return {
    start: at,
    end,
    meaning: { is: 'duration', least: iso, ...(isoMost && { most: isoMost }) },
    rule: 'date.duration',
    certainty: 'high',
  };
}

/** «41 Minute from Arriens», «7 Minutes not printed», «196 Week commencing»: a capital where words have none. */
function namesADocument(text: string, at: number, unit: string): boolean {
  const where = text.indexOf(unit, at);
  if (!/^[A-Z]/.test(unit)) return false;
  if (!inCapitals(text, at, where + unit.length)) return true;
  return /^MINUTE\s+(?:FROM|TO|BY|OF)\b/.test(text.slice(where, where + 14));
}

function readHalf(text: string, at: number): Match | undefined {
  const match = matchAt(HALF, text, at);
  if (!match?.groups) return undefined;
  const { of, quarter, unit, and, one } = match.groups;
  const end = at + match[0].length;
  if (NO_LENGTH_AFTER.test(text.slice(end, end + 16))) return undefined;
  let iso: string | undefined;
  if (of) iso = of.toLowerCase() === 'hour' ? 'PT30M' : of.toLowerCase() === 'day' ? 'PT12H' : 'P6M';
  else if (quarter) iso = /^three/i.test(quarter) ? 'PT45M' : 'PT15M';
  else if (and) iso = unit?.toLowerCase() === 'hour' ? 'PT1H30M' : isoDuration(1.5, unit ?? '');
  else if (
    /^one$/i.test(one ?? '') ||
    /\b(?:for|within|lasted|lasting|took|takes|take|at least|at most|less than|more than)(?:\s(?:about|nearly|almost|over|under|at least))?\s{1,3}$/i.test(
      before(text, at, 22),
    )
  ) {
    if (
      /^(?:day|one)$/i.test(one ?? '') &&
      /^day$/i.test(unit ?? '') &&
      !LEADS_TO_ONE.test(before(text, at, 16))
    )
      return undefined;
    iso = isoDuration(1, unit ?? '');
  }
  // > | after a fortnight’s consultation
  if (!iso && unit && /^['’ʼ]s\s[a-z]/.test(text.slice(end, end + 4))) iso = isoDuration(1, unit);
  if (!iso) return undefined;
  return {
    start: at,
    end,
    meaning: { is: 'duration', least: iso },
    rule: 'date.duration',
    certainty: 'high',
  };
}

/** «In the last year» ends now; it is not the year before. */
function readPast(text: string, at: number): Match | undefined {
  const match = matchAt(PAST, text, at);
  const iso = match && isoDuration(1, match.groups?.unit ?? '');
  if (!iso) return undefined;
  const end = at + match[0].length;
  return {
    start: at,
    end,
    meaning: { is: 'duration', least: iso },
    rule: 'date.duration',
    certainty: 'medium',
  };
}

/** ISO 8601: fractions of hours and years become the next smaller unit. */
function isoDuration(count: number, printed: string): string | undefined {
  const unit = printed.toLowerCase();
  const whole = Math.floor(count);
  const half = count !== whole;
  if (half && count - whole !== 0.5) {
    return /^h/.test(unit) ? `PT${Math.round(count * 60)}M` : undefined;
  }
  if (/^sec/.test(unit)) return half ? undefined : `PT${whole}S`;
  if (/^min/.test(unit)) return half ? `PT${whole}M30S` : `PT${whole}M`;
  if (/^h/.test(unit)) return half ? (whole ? `PT${whole}H30M` : 'PT30M') : `PT${whole}H`;
  if (/^day/.test(unit)) return half ? (whole ? `P${whole}DT12H` : 'PT12H') : `P${whole}D`;
  if (/^week/.test(unit)) return half ? undefined : `P${whole}W`;
  if (/^fort/.test(unit)) return half ? undefined : `P${whole * 2}W`;
  if (/^month/.test(unit)) return half ? undefined : `P${whole}M`;
  if (/^year/.test(unit)) return half ? (whole ? `P${whole}Y6M` : 'P6M') : `P${whole}Y`;
  if (/^decade/.test(unit)) return `P${count * 10}Y`;
  return `P${count * 100}Y`;
}
