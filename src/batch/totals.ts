/** Sums over documents, and the report of a whole edition from what is remembered of each. */
import type { Finding, Report, Totals } from '../report.ts';
import type { Counts, Entry, Memory } from './memory.ts';
import { programVersion } from './program.ts';

export class Sum {
  readonly #counts: { -readonly [K in keyof Totals]: number } = {
    documents: 0,
    published: 0,
    failed: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    questions: 0,
    checks: 0,
    checksPassed: 0,
    characters: 0,
    charactersAccounted: 0,
  };

  add({ counts, published }: Pick<Entry, 'counts' | 'published'>): void {
    const sum = this.#counts;
    sum.documents += 1;
    sum[published ? 'published' : 'failed'] += 1;
    for (const key of Object.keys(counts) as (keyof Counts)[]) sum[key] += counts[key];
  }

  /** With findings about the edition as a whole. */
  totals(findings: readonly Pick<Finding, 'severity'>[]): Totals {
    const sum = { ...this.#counts };
    for (const { severity } of findings) sum[`${severity}s`] += 1;
    return sum;
  }
}

export function totalsOf(entries: Iterable<Entry>, findings: readonly Finding[]): Totals {
  const sum = new Sum();
  for (const entry of entries) sum.add(entry);
  return sum.totals(findings);
}

/** The report of a whole edition, held in memory: for editions of a size that a page can show. */
export function reportOf(
  title: string,
  ids: Iterable<string>,
  totals: Totals,
  findings: readonly Finding[],
  memory: Memory,
): Report {
  return { ...reportHead(title, totals), documents: [...reportsOf(ids, memory)], findings };
}

function reportHead(title: string, totals: Totals): Pick<Report, 'generator' | 'title' | 'totals'> {
  return { generator: { name: 'chancery', version: programVersion() }, title, totals };
}

function* reportsOf(ids: Iterable<string>, memory: Memory): Generator<Report['documents'][number]> {
  for (const id of ids) {
    const report = memory.record(id)?.report;
    if (report !== undefined) yield report;
  }
}

/** The report as JSON, piece by piece: the same bytes as `JSON.stringify(report, null, 2)` and a line end. */
export function* reportJson(
  title: string,
  ids: Iterable<string>,
  totals: Totals,
  findings: readonly Finding[],
  memory: Memory,
): Generator<string> {
  const head = JSON.stringify(reportHead(title, totals), null, 2);
  yield `${head.slice(0, -2)},\n  "documents": `;
  yield* listJson(reportsOf(ids, memory));
  yield `,\n  "findings": `;
  yield* listJson(findings);
  yield '\n}\n';
}

/** A list one level deep, indented by two blanks. */
export function* listJson(values: Iterable<unknown>): Generator<string> {
  let first = true;
  for (const value of values) {
    yield `${first ? '[\n' : ',\n'}    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`;
    first = false;
  }
  yield first ? '[]' : '\n  ]';
}
