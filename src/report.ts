/** What a build reports (`dist/report.json`; its JSON Schema is `schemas/report.schema.json`): types only. */
import type { Diagnostic } from './diagnostic.ts';
import type { OpenQuestion } from './document.ts';

/** A finding that the settings keep silent (`validation.suppress`), and why. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** A diagnostic as it is written down: all of it but its cause. */
export type Finding = Omit<Diagnostic, 'cause'>;

export interface Report {
  readonly generator: { readonly name: 'chancery'; readonly version: string };
  /** Title of the edition. */
  readonly title: string;
  readonly totals: Totals;
  /** In the order of their ids. */
  readonly documents: readonly DocumentReport[];
  /** Findings about the edition as a whole: settings, register, collisions, pages of the site. */
  readonly findings: readonly Finding[];
  /** Of those about the edition as a whole, if there are any. */
  readonly suppressed?: readonly SuppressedFinding[];
}

export interface Totals {
  readonly documents: number;
  readonly published: number;
  readonly failed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that the settings keep silent; absent: none. */
  readonly suppressed?: number;
  readonly questions: number;
  readonly checks: number;
  readonly checksPassed: number;
  /** Characters of all sources, and how many of them the audit accounts for. */
  readonly characters: number;
  readonly charactersAccounted: number;
}

export interface DocumentReport {
  readonly id: string;
  readonly published: boolean;
  readonly source?: {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly characters: number;
    readonly encoding: string;
    readonly lineEnds: string;
    readonly format: string;
  };
  readonly tei?: {
    readonly path: string;
    readonly sha256: string;
    /** Whose words the TEI is: untouched since it was encoded, or changed by a person. */
    readonly by: 'encoder' | 'editor';
  };
  readonly dialect?: { readonly id: string; readonly score: number; readonly why: string };
  readonly audit?: {
    readonly ok: boolean;
    readonly total: number;
    /** Characters by class: text, furniture, space … */
    readonly classes: Readonly<Record<string, number>>;
  };
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Absent: none. */
  readonly suppressed?: readonly SuppressedFinding[];
  readonly questions: readonly Question[];
  /** For a TEI changed by a person: what the encoder would do differently now, as a short unified diff. */
  readonly difference?: string;
}

/** One thing that was checked: the audit, or one of the checks of `validate` on one file. */
export interface Check {
  readonly name: string;
  readonly file: string;
  readonly result: 'passed' | 'warned' | 'failed';
}

/** An open question with its place and the words concerned. */
export interface Question extends Omit<OpenQuestion, 'span'> {
  readonly line: number;
  readonly column: number;
  readonly words: string;
}
