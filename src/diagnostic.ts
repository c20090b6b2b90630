/**
 * Everything the program can say about a document. Stages return diagnostics as data; only `cli/report.ts`
 * words them for people, from the table in `diagnostics/table.ts`.
 */

import type { Code } from './diagnostics-table.ts';
import type { Span } from './document.ts';

export type { Code } from './diagnostics-table.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in a file as an editor shows it: both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Diagnostic {
  readonly code: Code;
  /** Id of the rule that was broken, where a code has several: a rule of ours, a kind of mistake in the grammar, an assertion of a Schematron. */
  readonly rule?: string;
  readonly severity: Severity;
  /** One sentence, no final position: what is wrong. */
  readonly message: string;
  readonly file: string;
  readonly position?: Position;
  /** Path of the element concerned: `/TEI/text/body/div[1]/p[3]`. */
  readonly element?: string;
  /** Where it comes from in the source page, if that is known. */
  readonly source?: { readonly file: string; readonly span: Span; readonly position: Position };
  /** Place in the text of `file`, where the file is text that we hold. */
  readonly span?: Span;
  /** What a person can do about it, in the imperative. */
  readonly fix?: string;
  readonly cause?: unknown;
}
