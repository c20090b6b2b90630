/**
 * What an expression says, before anyone asks which day that was: types only.
 *
 * Readers turn words into a {@link Match}; `resolve.ts` turns its meaning into values, with an anchor.
 */
import type { Certainty } from '../../document.ts';
import type { RuleId } from '../../rules.ts';

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';
export type Which = 'last' | 'this' | 'next';
export type Unit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade';

/** A stretch within a longer one; `resolve.ts` has the boundaries, `date.part` in the rules describes them. */
export type Part =
  | 'start'
  | 'early'
  | 'mid'
  | 'late'
  | 'end'
  | 'half-1'
  | 'half-2'
  | 'quarter-1'
  | 'quarter-2'
  | 'quarter-3'
  | 'quarter-4'
  /** «later this month», «earlier this year»: bounded by the anchor. */
  | 'later'
  | 'earlier';

export interface Clock {
  /** 0–23; 1–12 while `open`. */
  readonly hour: number;
  readonly minute: number;
  /** Twelve-hour clock without a.m. or p.m. */
  readonly open?: boolean;
  /** Zone the text states, an IANA id. */
  readonly zone?: string;
}

/** A place on the calendar with the parts that were printed. */
export interface Point {
  readonly is: 'point';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly clock?: Clock;
  /** «June 3, 3 to 6:30 p.m.»: the hour at which it ended. */
  readonly until?: Clock;
  readonly weekday?: number;
  readonly part?: PartOfDay;
  /** «last March», «this March». */
  readonly which?: Which;
  /** «this year» 0, «last year» -1, «next year» 1, beside the month; «that year» is told in the text. */
  readonly yearShift?: -1 | 0 | 1 | 'mention';
  /** «3rd instant» 0, «ultimo» -1, «proximo» 1. */
  readonly monthShift?: -1 | 0 | 1;
  /** A question mark or an editor's bracket stands beside it. */
  readonly uncertain?: boolean;
}

export type Meaning =
  | Point
  | { readonly is: 'part'; readonly part: Part; readonly of: Meaning }
  /** «the first six months of 1972». */
  | {
      readonly is: 'share';
      readonly end: 'first' | 'last';
      readonly count: number;
      readonly unit: 'day' | 'month' | 'year';
      readonly of: Meaning;
    }
  /** `list`: «10 and 11 June», two days and not what lies between. */
  | {
      readonly is: 'range';
      readonly from: Point;
      readonly to: Point;
      readonly list?: readonly number[];
      /** «the 7th or 8th»: one of the list. */
      readonly either?: boolean;
    }
  /** Reckoned from the anchor or from the date mentioned last. */
  | {
      readonly is: 'shift';
      readonly unit: Unit;
      readonly by: number;
      readonly from: 'anchor' | 'mention' | 'mention-or-anchor';
      readonly approximate?: boolean;
      readonly part?: PartOfDay;
      readonly clock?: Clock;
      readonly until?: Clock;
    }
  | {
      readonly is: 'weekday';
      readonly weekday: number;
      readonly which?: Which;
      readonly from?: 'mention';
      /** «Tuesday next week»: the week is told, not the side of the anchor. */
      readonly week?: boolean;
      /** «Monday week»: so many weeks later. */
      readonly weeks?: 1;
      /** «Saturday and Sunday»: so many days, of which this is the first. */
      readonly days?: number;
      readonly part?: PartOfDay;
      readonly clock?: Clock;
      readonly until?: Clock;
    }
  | {
      readonly is: 'season';
      readonly season: number;
      readonly north?: true;
      readonly year?: number;
      readonly toYear?: number;
      readonly yearShift?: -1 | 0 | 1 | 'mention';
      readonly which?: Which;
    }
  /** First and last day or year, fixed by the words alone. */
  | {
      readonly is: 'stretch';
      readonly first: string;
      readonly last: string;
      readonly edtf: string;
      readonly stated: boolean;
    }
  /** «the thirties»: the century comes from the anchor. */
  | { readonly is: 'decade'; readonly tens: number }
  /** «the week of 5 June». */
  | { readonly is: 'week-of'; readonly of: Point; readonly ending: boolean }
  | { readonly is: 'clock'; readonly clock: Clock; readonly part?: PartOfDay }
  | { readonly is: 'clock-range'; readonly from: Clock; readonly to: Clock; readonly part?: PartOfDay }
  | { readonly is: 'duration'; readonly least: string; readonly most?: string }
  /** Read, and known to say too little: reported without a value. `oneOf` are the readings left open. */
  | { readonly is: 'open'; readonly type: 'date' | 'time' | 'period'; readonly oneOf?: readonly string[] };

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly rule: RuleId;
  readonly certainty: Certainty;
  /** «about», «circa» stands before it. */
  readonly approximate?: boolean;
  /** A day with the hour that stands beside it in prose: `join.ts`. */
  readonly joined?: true;
}

/** Reads an expression that begins exactly at `at`. */
export type Reader = (text: string, at: number) => Match | undefined;
