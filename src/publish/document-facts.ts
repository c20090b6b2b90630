/** What the edition's own pages need to know of a document: types only. Plain data, kept between builds. */
import type { EntityKind } from '../document.ts';
import type { Correspondence } from './linked/correspondence.ts';

export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  /** Telegram, memorandum … */
  readonly kind: string;
  readonly number?: string;
  /** ISO; absent where the document says nothing. */
  readonly date?: string;
  /** How sure the edition is of `date`, and whose word it is. */
  readonly dating?: Dating;
  readonly senders: readonly string[];
  readonly addressees: readonly string[];
  /** Senders and addressees as parties that other documents share. */
  readonly from: readonly Agent[];
  readonly to: readonly Agent[];
  readonly place?: string;
  /** The place it was sent from, as a party. */
  readonly origin?: Agent;
  readonly abstract?: string;
  readonly markings: readonly { readonly scheme: string; readonly name: string }[];
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly events: readonly EventFacts[];
  readonly entities: readonly EntityFacts[];
  /** Telegrams that the text names by their numbers. */
  readonly references?: readonly Reference[];
  readonly correspondence: Correspondence;
  readonly passages: readonly Passage[];
  /** What the header says of how the text was established: `projectDesc`, `editorialDecl`. */
  readonly declarations: readonly Declaration[];
  readonly utterances: number;
  readonly paragraphs: number;
  /** `unreviewed` until a person says otherwise (`revisionDesc/@status`). */
  readonly status: string;
  /** ISO: the latest dated change in `revisionDesc`. */
  readonly changed?: string;
}

export interface Dating {
  readonly certainty: 'high' | 'medium' | 'low' | 'unknown';
  /** The time zone or a part of the date is the edition's inference. */
  readonly inferred: boolean;
  /** A person has signed it. */
  readonly reviewed: boolean;
}

/** A person, office or body at one end of a letter, or the place it came from. */
export interface Agent {
  readonly name: string;
  /** Entry of the edition's register. */
  readonly register?: string;
}

export interface EventFacts {
  readonly type: string;
  readonly when: string;
  readonly what: string;
  readonly inferred: boolean;
  /** Anchor in the document's page, for an event told of. */
  readonly anchor?: string;
}

export interface EntityFacts {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Entry of the edition's register. */
  readonly register?: string;
  readonly mentions: readonly Mention[];
}

export interface Reference {
  readonly number: string;
  /** Sent by the addressee of this document («your telegram 40») or by its sender; absent: it is not said. */
  readonly whose?: 'your' | 'my';
}

export interface Mention {
  /** Anchor in the document's page. */
  readonly anchor: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A paragraph, heading, note … with its words and who speaks in it. */
export interface Passage {
  readonly anchor: string;
  readonly text: string;
  readonly speakers?: readonly string[];
}

export interface Declaration {
  /** Name of the TEI element: `correction`, `quotation` … */
  readonly about: string;
  readonly text: string;
}

/** A document of the edition: its facts, and what only the build knows. */
export interface PublishedDocument extends DocumentFacts {
  /** Open questions of its report. */
  readonly questions?: number;
}
