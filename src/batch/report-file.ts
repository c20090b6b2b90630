/** The report of a whole edition from what is remembered of each document; written without ever being held. */
import type { DocumentReport, Report, Totals } from '../report.ts';
import type { Memory } from './memory.ts';
import { programVersion } from './program.ts';

/** What is said before the documents. */
export function reportHead(title: string, totals: Totals): Pick<Report, 'generator' | 'title' | 'totals'> {
  return { generator: { name: 'chancery', version: programVersion() }, title, totals };
}

/** Reports of documents, one at a time. */
export function* reportsOf(
  documents: Iterable<{ readonly id: string }>,
  memory: Memory,
): Generator<DocumentReport> {
  for (const { id } of documents) {
    const report = memory.record(id)?.report;
    if (report !== undefined) yield report;
  }
}

/**
 * The report as JSON, piece by piece: the same bytes as `JSON.stringify(report, null, 2)` and a line end.
 *
 * @param documents their reports, as `listed` writes them
 */
export function* reportJson(
  head: ReturnType<typeof reportHead>,
  documents: Iterable<string>,
  { findings, suppressed }: Pick<Report, 'findings' | 'suppressed'>,
): Generator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "documents": `;
  yield* listJson(documents);
  yield `,\n  "findings": `;
  yield* listJson(findings.map(listed));
  if (suppressed !== undefined) {
    yield `,\n  "suppressed": `;
    yield* listJson(suppressed.map(listed));
  }
  yield '\n}\n';
}

/** A value in a list one level deep, indented by two blanks, as `JSON.stringify` does it. */
export function listed(value: unknown): string {
  // Two levels of wrapping make `JSON.stringify` indent the value as deep as it will stand.
  return JSON.stringify([[value]], null, 2).slice(8, -6);
}

/** @param values as `listed` writes them */
export function* listJson(values: Iterable<string>): Generator<string> {
  let first = true;
  for (const value of values) {
    yield (first ? '[\n' : ',\n') + value;
    first = false;
  }
  yield first ? '[]' : '\n  ]';
}
