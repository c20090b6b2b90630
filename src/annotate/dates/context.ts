/** What a caller knows about a text: types only. */
import type { Certainty, Span } from '../../document.ts';

export interface Anchor {
  /**
   * ISO date or dateTime the relative expressions at this place are reckoned from: `YYYY-MM-DD` or
   * `YYYY-MM-DDThh:mm`. Where only the year is known, `YYYY`: it dates a day and month, and nothing finer.
   */
  readonly date: string;
  /** `name`: what the file is called by tells it, not the text. */
  readonly label: 'document' | 'sent' | 'meeting' | 'speech' | 'mention' | 'name';
  readonly certainty: Certainty;
}

export interface DateContext {
  /**
   * Anchor for an offset in the text; without one, relative expressions stay unresolved. «Yesterday» inside a
   * speech is reckoned from the speaker's day: the caller knows the frames of speech and the meeting.
   */
  anchorAt(offset: number): Anchor | undefined;
  /** Place or zone by which a time of day is to be read (IANA id), and whether that is an inference. */
  zoneAt?(offset: number): { id: string; inferred: boolean } | undefined;
  /** Half of the earth, for «last spring». Without it, only what is true of both is concluded. */
  hemisphereAt?(offset: number): 'north' | 'south' | undefined;
  /** Whether a day and the hours from and to beside it are two assertions here, as in the lines of a header. */
  apartAt?(offset: number): boolean;
  /** The editor's note that an offset stands in. Such notes leave out the year of the document they explain. */
  noteAt?(offset: number): Span | undefined;
  /** The day that an archive's form gives a scan, `YYYY-MM-DD`: a year misread near it gives way. */
  readonly formDay?: string;
  /** BCP 47; `en` if absent. */
  readonly language?: string;
}
