/**
 * Which year a day or a month without one takes from the text around it, or from the form before a scan.
 */
import { exists, parseDay, toNumber } from './calendar.ts';
import type { State } from './extent.ts';
import { direction } from './sentence.ts';
import { MONTH, monthOf, YEAR } from './words.ts';

/** A document is sent and distributed within days of the date on its form. */
const FORM_DAYS = 15;

// > | 15 AUGUST 1942        where the form before the scan says 08/17/1962
/** The year of the form for a day close to its own, whose printed year differs in one figure. */
export function yearOfForm(year: number, month: number, day: number, state: State): number | undefined {
  const form = parseDay(state.context.formDay ?? '');
  if (!form || form.year === year || !exists(form.year, month, day)) return undefined;
  const [printed, known] = [String(year), String(form.year)];
  const differ = Array.from(printed).filter((figure, index) => figure !== known[index]).length;
  const off = Math.abs(toNumber({ year: form.year, month, day }) - toNumber(form));
  return differ === 1 && off <= FORM_DAYS && Math.abs(form.year - year) > 1 ? form.year : undefined;
}

/**
 * A year told shortly before in the same paragraph, where it is not the anchor's: «On 4 September 1939 …
 * on 3 October …» in a survey written in 1976.
 */
export function yearToldNearby(state: State, anchorYear: number | undefined): number | undefined {
  if (anchorYear === undefined && state.context.anchorAt(state.at) === undefined) return yearTold(state);
  const last = state.met.at(-1);
  if (!last || state.at - last.end > 500) return undefined;
  if (last.extent.anchor !== undefined && last.extent.anchor !== 'mention') return undefined;
  const between = state.text.slice(last.end, state.at);
  if (/\n\s{0,10}\n/.test(between) || isAttribute(state.text, last.start, last.end)) return undefined;
  const { year } = last.extent.first;
  if (year !== last.extent.last.year) return undefined;
  if (anchorYear !== undefined && Math.abs(year - anchorYear) <= 1) return undefined;
  // > | since his speech in 1958 … if they set a limit in October, this would be a sign
  if (anchorYear !== undefined && year < anchorYear && direction(state.text, state.at, state.end) === 'ahead')
    return undefined;
  return year;
}

// > | estimates based on 1954 data … more rain is needed in February        the data are of that year, the story is not
const isAttribute = (text: string, start: number, end: number): boolean =>
  /^\d{4}$/.test(text.slice(start, end)) &&
  /^\s{1,2}[A-Za-z]{3}/.test(text.slice(end, end + 5)) &&
  !/\b(?:in|during|since|until|by|early|late|the|his|its|their|a|an)\s{1,3}$/i.test(
    text.slice(Math.max(0, start - 10), start),
  );

/** How far back, in dates and in characters, a month told with its year may decide the same month without. */
const SAME_MONTHS = 24;
const SAME_REACH = 1200;

/**
 * A month, or a day of it, that the text has just told goes on: «scheduled for last July 18 … put off on July 14»,
 * «January 19 to 23, 1980 … on January 21». Its year was printed, or the words before told it.
 */
export function yearOfSame(month: number, day: number | undefined, state: State): number | undefined {
  for (let i = state.met.length - 1; i >= 0 && i >= state.met.length - SAME_MONTHS; i--) {
    const { start, end, extent } = state.met[i] as State['met'][number];
    const { first, last } = extent;
    if (state.at - end > SAME_REACH) return undefined;
    if (first.year !== last.year || first.month > month || last.month < month) continue;
    // A whole year or a season tells no month.
    if (last.month - first.month > 1) continue;
    if (extent.certainty === 'low') return undefined;
    const exact = day !== undefined && extent.when?.length === 10 && first.day === day;
    const printed = /\d{4}/.test(state.text.slice(start, end));
    // A year printed with the month somewhere before belongs to that month only within the same run of days.
    if (printed && !exact && state.at - end > 400) return undefined;
    return first.year;
  }
  return undefined;
}

// > | detained in April and released in July, 1978        the year of the second is that of the first
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
const NEXT_MONTH = new RegExp(
  `^[^.;:()\\n]{0,40}?\\b(?:and|to|until|through)\\b[^.;:()\\n\\d]{0,32}?\\b(?<month>${MONTH}),?\\s(?:of\\s)?(?<year>${YEAR})(?!\\d)`,
  'i',
);

export function yearOfNext(month: number, state: State): number | undefined {
  const found = NEXT_MONTH.exec(state.text.slice(state.end, state.end + 110));
  const next = monthOf(found?.groups?.month ?? '');
  return found && next > month ? Number(found.groups?.year) : undefined;
}

/**
 * In an editor's survey that bears no date itself, the year told last goes on from paragraph to paragraph: «On June
 * 4, 1961, … On August 15 …».
 */
function yearTold(state: State): number | undefined {
  let other: number | undefined;
  for (let i = state.met.length - 1; i >= 0 && i >= state.met.length - 12; i--) {
    const { start, end, extent } = state.met[i] as State['met'][number];
    if (extent.first.year !== extent.last.year || !(extent.when !== undefined || extent.stated)) continue;
    if (isQuoted(state.text, start)) continue;
    if (extent.when?.length === 10 || goesOn(state.text, start, end)) return extent.first.year;
    other ??= extent.first.year;
  }
  return other;
}

//   > | they asked for “six ships at any time after January 1, 1952” …     what is quoted has a time of its own
const isQuoted = (text: string, at: number): boolean =>
  /“[^“”]*$/u.test(
    text
      .slice(Math.max(0, at - 400), at)
      .split(/\n\s*\n/)
      .at(-1) ?? '',
  );

//   > | In 1939 he left. On 4 September …        > | since the 1954 Conference … On March 21 …
//          ^^^^                                                ^^^^ of an event told by the way: the story has its own
/** Does a year or a month carry the story on, rather than belong to something told by the way? */
const goesOn = (text: string, start: number, end: number): boolean =>
  /^(?:[A-Za-z]{3,9}\.?,?\s)?\d{4}$/.test(text.slice(start, end)) &&
  /\b(?:in|during|of|by|early in|late in)\s{1,3}$/i.test(text.slice(Math.max(0, start - 12), start));
