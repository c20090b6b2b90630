/**
 * What an expression was found to mean: first and last day, and the value as precise as the words are.
 */
import type { Certainty } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { type Day, daysInMonth, exists, isoDay, isoMonth, pad, parseDay } from './calendar.ts';
import type { Anchor, DateContext } from './context.ts';
import type { Clock, Unit } from './meaning.ts';

/** First and last day of what was meant, and the value as precise as the words are. */
export interface Extent {
  readonly first: Day;
  readonly last: Day;
  readonly when?: string;
  readonly edtf?: string;
  /** The words state both ends. */
  readonly stated?: boolean;
  readonly clock?: Clock;
  readonly until?: Clock;
  readonly anchor?: Anchor['label'];
  readonly certainty: Certainty;
  readonly weekday?: number;
  /** Where another rule than the reader's made the value. */
  readonly rule?: RuleId;
}

/** A date met in the text, for the expressions that look back to it. */
export interface Met {
  readonly start: number;
  readonly end: number;
  readonly extent: Extent;
}

export interface State {
  readonly text: string;
  readonly context: DateContext;
  /** Dates resolved so far, in order. */
  readonly met: Met[];
  /** Set where the expression being resolved stands. */
  at: number;
  end: number;
}

export function ofDay(day: Day): Omit<Extent, 'certainty'> {
  return { first: day, last: day, when: isoDay(day) };
}

export function ofMonth(year: number, month: number, certainty: Certainty): Extent {
  return {
    first: { year, month, day: 1 },
    last: { year, month, day: daysInMonth(year, month) },
    when: isoMonth(year, month),
    certainty,
  };
}

export function ofYear(year: number, certainty: Certainty): Extent {
  return {
    first: { year, month: 1, day: 1 },
    last: { year, month: 12, day: 31 },
    when: pad(year, 4),
    certainty,
  };
}

export function withoutWhen({ when: _, edtf: __, clock: ___, until: ____, ...rest }: Extent): Extent {
  return rest;
}

export function dayAt(value: string, side: 'first' | 'last'): Day | undefined {
  const [year = 0, month, day] = value.split('-').map(Number);
  const m = month ?? (side === 'first' ? 1 : 12);
  const d = day ?? (side === 'first' ? 1 : daysInMonth(year, m));
  return exists(year, m, d) ? { year, month: m, day: d } : undefined;
}

/** Whole years and whole months are written as such: `1950`–`1959`, `1977-01`–`1977-04`. */
export function bounds({ first, last }: Extent): { first: string; last: string } {
  const wholeMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month);
  if (wholeMonths && first.month === 1 && last.month === 12)
    return { first: pad(first.year, 4), last: pad(last.year, 4) };
  if (wholeMonths) return { first: isoMonth(first.year, first.month), last: isoMonth(last.year, last.month) };
  return { first: isoDay(first), last: isoDay(last) };
}

export function anchorOf(
  state: State,
): { day: Day; label: Anchor['label']; certainty: Certainty } | undefined {
  const anchor = state.context.anchorAt(state.at);
  const day = anchor && parseDay(anchor.date);
  return anchor && day ? { day, label: anchor.label, certainty: anchor.certainty } : undefined;
}

/** The year of the anchor, also of one of which no more is known. */
export function yearAnchorOf(
  state: State,
): { year: number; label: Anchor['label']; certainty: Certainty } | undefined {
  const anchor = state.context.anchorAt(state.at);
  const year = /^\d{4}/.exec(anchor?.date ?? '')?.[0];
  return anchor && year
    ? { year: Number(year), label: anchor.label, certainty: anchor.certainty }
    : undefined;
}

/** `cablegram 72 of 23 December`: the date of a paper, told by the way. */
const ofPaper =
  /\b(?:telegrams?|cablegrams?|cables?|savingrams?|letters?|notes?|messages?|memorand(?:um|a)|des?patch(?:es)?|dispatch(?:es)?|airgrams?|minutes?)(?:\s(?:nos?\.?\s)?[\w./-]{1,14})?(?:\s(?:from|to)\s[A-Z][\w-]{1,16}(?:\s[A-Z][\w-]{1,16})?,\s|,?\s(?:of|dated)\s|\s\()(?:the\s)?$/i;
/** Where a sentence begins with its date: `On 24 December Alvarez wrote …`. */
const headOfSentence = /(?:^|[.\n\d][”"’']?\s{1,3}|\n)(?:On|At|By|In the)?\s?(?:the\s)?$/;

/** The date mentioned last, precise enough for the unit; of a paper's date and that of what was done, the second. */
export function mentionFor(
  unit: Unit,
  state: State,
): { day: Day; label: 'mention'; certainty: Certainty } | undefined {
  let paper: { day: Day; label: 'mention'; certainty: Certainty } | undefined;
  const note = state.context.noteAt?.(state.at);
  for (let index = state.met.length - 1; index >= 0 && index >= state.met.length - 4; index--) {
    const met = state.met[index];
    if (!met || state.at - met.end > 700 || met.start < (note?.start ?? 0)) return paper;
    const { extent } = met;
    const before = state.text.slice(Math.max(0, met.start - 48), met.start);
    if (paper && !headOfSentence.test(before.slice(-12))) continue;
    const precise =
      unit === 'year' || unit === 'decade'
        ? extent.first.year === extent.last.year
        : unit === 'month'
          ? extent.first.year === extent.last.year && extent.first.month === extent.last.month
          : extent.when !== undefined && extent.when.length >= 10;
    if (!precise) continue;
    const found = {
      day: extent.last,
      label: 'mention' as const,
      certainty: least(extent.certainty, 'medium'),
    };
    //   > | he left. (Telegram 55 from Oslo, April 16; ibid.) The same day        the date of what was done
    const aside = /^[^()]{0,160}\)/.test(state.text.slice(met.end, state.at));
    if (unit !== 'day' || (!aside && (paper || !ofPaper.test(before)))) return found;
    paper ??= found;
  }
  return paper;
}

const ORDER: readonly Certainty[] = ['low', 'medium', 'high'];

export function least(...certainties: readonly Certainty[]): Certainty {
  return ORDER[Math.min(...certainties.map((one) => ORDER.indexOf(one)))] ?? 'low';
}
