/** A Schematron schema (ISO/IEC 19757-3:2020) as data: includes read, abstract patterns and rules written out. */

/** A place in a schema file; both count from 1. */
export interface SchemaPlace {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/** A variable (5.4.5): an expression, or content that is XML. */
export interface Let {
  readonly name: string;
  readonly value?: string;
  readonly content?: string;
  readonly type?: string;
  readonly place: SchemaPlace;
}

/** What stands in the query language itself, `xsl:function` and the like: XML with its namespaces declared. */
export interface Passed {
  readonly xml: string;
  readonly place: SchemaPlace;
}

/** Words of a message, and what is put into them (5.5.9, 5.4.9). */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value-of'; readonly select: string; readonly place: SchemaPlace }
  | { readonly kind: 'name'; readonly path?: string; readonly place: SchemaPlace }
  | ({ readonly kind: 'passed' } & Passed);

/** assert (5.4.2) and report (5.4.12). */
export interface Check {
  readonly kind: 'assert' | 'report';
  readonly test: string;
  readonly id?: string;
  readonly role?: string;
  readonly flag?: string;
  readonly severity: Severity;
  readonly message: readonly Piece[];
  /** Ids of diagnostics (5.5.4). */
  readonly diagnostics: readonly string[];
  readonly place: SchemaPlace;
}

export type Severity = 'error' | 'warning' | 'info';

/** 5.4.13 */
export interface Rule {
  readonly id?: string;
  readonly role?: string;
  readonly context: string;
  /** Variables and passed elements in the order in which they stand. */
  readonly locals: readonly (Let | Passed)[];
  readonly checks: readonly Check[];
  readonly place: SchemaPlace;
}

/** 5.4.10 */
export interface Pattern {
  readonly id: string;
  /** False where the schema gives no id and we count. */
  readonly named: boolean;
  readonly title?: string;
  readonly lets: readonly Let[];
  readonly rules: readonly Rule[];
  readonly place: SchemaPlace;
}

/** 5.4.11 */
export interface Phase {
  readonly id: string;
  readonly patterns: readonly string[];
  readonly lets: readonly Let[];
}

export interface SchematronSchema {
  readonly uri: string;
  readonly title?: string;
  readonly queryBinding: string;
  /** Written for XPath 1.0, run as XPath 3.1. */
  readonly legacy: boolean;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly defaultNamespace?: string;
  readonly lets: readonly Let[];
  readonly passed: readonly Passed[];
  readonly patterns: readonly Pattern[];
  readonly phases: readonly Phase[];
  readonly defaultPhase?: string;
  readonly diagnostics: ReadonlyMap<string, readonly Piece[]>;
}

/** Why a schema cannot be used, with the place. */
export class SchematronError extends Error {
  readonly place: SchemaPlace;

  constructor(message: string, place: SchemaPlace) {
    super(`${place.uri}:${place.line}:${place.column}: ${message}`);
    this.name = 'SchematronError';
    this.place = place;
  }
}

/**
 * What the words of @role and @severity mean (annex on severities of ISO/IEC 19757-3:2025, and what editors write).
 * Anything else, and nothing, is an error.
 */
export function severityOf(...words: readonly (string | undefined)[]): Severity {
  for (const word of words) {
    const known = severities[word?.trim().toLowerCase() ?? ''];
    if (known) return known;
  }
  return 'error';
}

const severities: Readonly<Record<string, Severity>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  warn: 'warning',
  caution: 'warning',
  nonfatal: 'warning',
  'non-fatal': 'warning',
  info: 'info',
  information: 'info',
  informational: 'info',
  hint: 'info',
  note: 'info',
};
