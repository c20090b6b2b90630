/** What is scored: an assertion about a stretch of the source, or a fact of the header. */

/** Kinds as the table of targets has them. */
export type Kind =
  | 'sender'
  | 'addressee'
  | 'place'
  | 'sent'
  | 'number'
  | 'classification'
  | 'date'
  | 'direct-speech'
  | 'reported-speech'
  | 'name'
  | 'link';

export interface Item {
  readonly kind: Kind;
  /** Offsets into the source text in Unicode characters, end exclusive; absent for a fact of the header. */
  readonly start?: number;
  readonly end?: number;
  /** Normalised value: an ISO date, a person's name, a type of name, a register id. `?` means: left open. */
  readonly value: string;
}

/** A checked document: its items, and which source they are of. */
export interface Gold {
  readonly source: string;
  readonly sha256: string;
  readonly family: string;
  /** Kinds that were checked throughout; only these are scored. */
  readonly kinds: readonly Kind[];
  readonly items: readonly Item[];
}
