/**
 * Dates in archival prose, with evidence.
 *
 *     text ──scan──▶ what the words say ──resolve──▶ which day that was
 *
 * `scan` reads each expression at its first word (`readers.ts` is the table); `resolve` reckons the relative ones
 * from the anchor the caller gives or from the dates told before. What cannot be decided has no value.
 */
import type { DateMention, Span } from '../../document.ts';
import type { DateContext } from './context.ts';
import { joinHours } from './join.ts';
import { inOneHabit } from './numeric.ts';
import { resolve } from './resolve.ts';
import { scan } from './scan.ts';

export function findDates(text: string, context: DateContext, range?: Span): readonly DateMention[] {
  const words = plain(text);
  const matches = scan(words, range ?? { start: 0, end: text.length }, context.language);
  return resolve(words, joinHours(words, inOneHabit(words, matches), context.apartAt), context);
}

/** U+02BC stands for an apostrophe in many editions, but counts as a letter. One unit for one unit: spans hold. */
function plain(text: string): string {
  return text.includes('\u02bc') ? text.replaceAll('\u02bc', '\u2019') : text;
}

export { weekdayOf } from './calendar.ts';
export { checkWeekday, checkWeekdays } from './check.ts';
export type { Anchor, DateContext } from './context.ts';
export { isEdtf } from './edtf.ts';
export { parseDate } from './header.ts';
export { offsetAt } from './zone.ts';
