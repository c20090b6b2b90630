/**
 * A whole header string, whose date and time belong together: `China, July 22, 1978,   19:40`,
 * `Cablegram 1337 WASHINGTON, 26 September 1946, 10.14 p.m.`, `P 221430Z JUL 78`, `78年07月22日21時30分`.
 */
import type { DateMention } from '../../document.ts';
import type { Match, Point } from './meaning.ts';
import { readNumericDate } from './numeric.ts';
import { resolve } from './resolve.ts';
import { scan } from './scan.ts';
import { readClock } from './time.ts';

export interface HeaderOptions {
  readonly language?: string;
  /** How this office writes `5/7/78`. Without it such a date keeps both readings. */
  readonly preferDayFirst?: boolean;
}

const NOWHERE = { anchorAt: () => undefined };
const UNDATED =
  /^[\s[(]{0,4}(?:n\.?\s?d\.?|undated|no date|not dated|s\.?\s?d\.?|o\.?\s?D\.?|б\.?\s?д\.?)[\s\])]{0,4}$/iu;

export function parseDate(printed: string, options: HeaderOptions = {}): DateMention | undefined {
  if (UNDATED.test(printed)) {
    const start = printed.length - printed.trimStart().length;
    return {
      kind: 'date',
      type: 'date',
      span: { start, end: printed.trimEnd().length },
      rule: 'date.undated',
      certainty: 'low',
    };
  }
  const matches = scan(printed, { start: 0, end: printed.length });
  const best = choose(numeric(printed, matches, options));
  if (!best) return undefined;
  const whole = withLoneTime(printed, best, matches);
  return resolve(printed, [whole], NOWHERE)[0];
}

/** `5/7/78` by the habit of the office. */
function numeric(
  printed: string,
  matches: readonly Match[],
  { preferDayFirst, language }: HeaderOptions,
): Match[] {
  // In German, French and Russian the day comes first.
  const dayFirst =
    preferDayFirst ?? (language && /^(?:de|fr|ru|es|it|pt|pl)(?:-|$)/.test(language) ? true : undefined);
  const found = matches.map((match) =>
    match.rule === 'date.numeric' && dayFirst !== undefined
      ? (readNumericDate(printed, match.start, dayFirst) ?? match)
      : match,
  );
  if (found.some((match) => match.meaning.is === 'point') || dayFirst === undefined) return found;
  const short = [...printed.matchAll(/\d{1,2}\.\d{1,2}\.\d{2}/g)].flatMap(
    ({ index }) => readNumericDate(printed, index, dayFirst) ?? [],
  );
  return [...found, ...short];
}

/** The most precise date; of two, the first. */
function choose(matches: readonly Match[]): Match | undefined {
  let best: Match | undefined;
  for (const match of matches) if (!best || weight(match) > weight(best)) best = match;
  return best && weight(best) > 0 ? best : undefined;
}

function weight({ meaning }: Match): number {
  switch (meaning.is) {
    case 'point':
      return (
        (meaning.year !== undefined ? 8 : 0) +
        (meaning.month !== undefined ? 4 : 0) +
        (meaning.day !== undefined ? 2 : 0) +
        (meaning.clock ? 1 : 0)
      );
    case 'range':
      return meaning.to.year !== undefined ? 13 : 5;
    case 'part':
    case 'season':
    case 'stretch':
      return 7;
    case 'open':
      return 1;
    case 'clock':
      return 0.5;
    default:
      return 0;
  }
}

/** The time of the same header, where it does not touch its date: `10.30 a.m. 5 May 1950`, `5 May 1950   0930`. */
function withLoneTime(printed: string, date: Match, matches: readonly Match[]): Match {
  if (date.meaning.is !== 'point' || date.meaning.clock || date.meaning.day === undefined) return date;
  const point: Point = date.meaning;
  const other = matches.find(
    (match) => match !== date && match.meaning.is === 'clock' && !match.meaning.clock.open,
  );
  if (other?.meaning.is === 'clock') {
    return {
      ...date,
      start: Math.min(date.start, other.start),
      end: Math.max(date.end, other.end),
      meaning: { ...point, clock: other.meaning.clock },
    };
  }
  const gap = /^[\s,;—–-]{1,12}(?:at\s)?/.exec(printed.slice(date.end));
  const clock = gap && readClock(printed, date.end + gap[0].length);
  if (gap && clock?.meaning.is === 'clock' && !clock.meaning.clock.open) {
    return { ...date, end: clock.end, meaning: { ...point, clock: clock.meaning.clock } };
  }
  return date;
}
