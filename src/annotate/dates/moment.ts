/**
 * An hour before its day, in one: `1500 21 July`, `2 p.m. on September 28`, `1700 hours 5 May 1961`.
 */
import { readDayMonth } from './absolute.ts';
import type { Clock, Match } from './meaning.ts';
import { readClock } from './time.ts';
import { G, matchAt, re, S } from './words.ts';

// Four figures beside a day are an hour, unless they may be a year: `1945 5 May` says too little.
const FOUR = re(`(?!19\\d\\d|20[0-4]\\d)(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?=${S}\\d{1,2}(?!\\d))`);
const GAP = re(`(?:,?${S}(?:on${S})?(?:the${S})?|,${G})`);

export function readMoment(text: string, at: number): Match | undefined {
  if (/[\d.:/$£A-Za-z-]/.test(text[at - 1] ?? '')) return undefined;
  const four = matchAt(FOUR, text, at);
  const told = four ? undefined : readClock(text, at);
  const clock: Clock | undefined = four
    ? { hour: Number(four.groups?.hour), minute: Number(four.groups?.minute) }
    : told?.meaning.is === 'clock' && !told.meaning.clock.open
      ? told.meaning.clock
      : undefined;
  if (!clock) return undefined;
  const end = four ? at + four[0].length : (told?.end ?? at);
  const gap = matchAt(GAP, text, end);
  const day = gap && readDayMonth(text, end + gap[0].length);
  if (day?.meaning.is !== 'point' || day.meaning.day === undefined || day.meaning.clock) return undefined;
  return {
    ...day,
    start: at,
    meaning: { ...day.meaning, clock },
    certainty: four ? 'medium' : day.certainty,
  };
}
