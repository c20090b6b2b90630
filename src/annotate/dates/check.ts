/**
 * Does the printed weekday fall on the printed date? Where it does not, which readings would agree.
 */
import type { DateMention, Span } from '../../document.ts';
import { addDays, type Day, exists, isoDay, parseDay, toNumber, weekday } from './calendar.ts';
import { weekdayNamed } from './words.ts';

export interface WeekdayFinding {
  /** As printed, 1 Monday … 7 Sunday. */
  readonly printed: number;
  /** Of the date. */
  readonly actual: number;
  readonly date: string;
  readonly proposals: readonly WeekdayProposal[];
}

export interface WeekdayProposal {
  readonly date: string;
  /** `neighbour`: the nearest date with that weekday; `digit`: a digit misread; `year`: the wrong year (common in January). */
  readonly why: 'neighbour' | 'digit' | 'year';
}

export interface WeekdayFindingAt extends WeekdayFinding {
  readonly span: Span;
}

/** Digits taken for one another in typescript and by scanners. */
const MISREAD: Readonly<Record<string, string>> = {
  '0': '689',
  '1': '47',
  '2': '7',
  '3': '58',
  '4': '19',
  '5': '36',
  '6': '058',
  '7': '12',
  '8': '0369',
  '9': '048',
};

/** `undefined` where the two agree, or where either cannot be read. */
export function checkWeekday(printed: string | number, isoDate: string): WeekdayFinding | undefined {
  const named = typeof printed === 'number' ? printed : weekdayNamed(printed);
  const date = parseDay(isoDate);
  if (!date || named < 1 || named > 7) return undefined;
  const actual = weekday(date);
  if (named === actual) return undefined;
  return { printed: named, actual, date: isoDay(date), proposals: proposals(named, date) };
}

function proposals(named: number, date: Day): WeekdayProposal[] {
  const found = new Map<string, WeekdayProposal>();
  const offer = (day: Day, why: WeekdayProposal['why']) => {
    const iso = isoDay(day);
    if (weekday(day) === named && !found.has(iso)) found.set(iso, { date: iso, why });
  };
  const ahead = (named - weekday(date) + 7) % 7;
  const [near, far] = ahead <= 3 ? [ahead, ahead - 7] : [ahead - 7, ahead];
  for (const by of [near, far]) if (toNumber(date) + by > -719162) offer(addDays(date, by), 'neighbour');
  for (const day of misreadings(date.day)) {
    if (exists(date.year, date.month, day)) offer({ ...date, day }, 'digit');
  }
  for (const year of [
    date.year - 1,
    date.year + 1,
    ...misreadings(date.year).filter((y) => Math.abs(y - date.year) <= 10),
  ]) {
    if (exists(year, date.month, date.day)) offer({ ...date, year }, 'year');
  }
  return [...found.values()];
}

function misreadings(number: number): number[] {
  const digits = String(number);
  return Array.from(digits).flatMap((digit, index) =>
    Array.from(MISREAD[digit] ?? '', (other) =>
      Number(digits.slice(0, index) + other + digits.slice(index + 1)),
    ),
  );
}

const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/i;

/** Every mention that prints a weekday with a date it does not fall on. */
export function checkWeekdays(text: string, mentions: readonly DateMention[]): WeekdayFindingAt[] {
  const findings: WeekdayFindingAt[] = [];
  for (const { span, when } of mentions) {
    const printed = WEEKDAY.exec(text.slice(span.start, span.end))?.[0];
    const finding = printed && when && checkWeekday(printed, when);
    if (finding) findings.push({ ...finding, span });
  }
  return findings;
}
