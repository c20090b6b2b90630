/** Sums over documents, and the report of a whole edition from what is remembered of each. */
import type { Finding, Report, Totals } from '../report.ts';
import type { Counts, Entry, Memory } from './memory.ts';
import { programVersion } from './program.ts';

const nothing: Counts = {
  errors: 0,
  warnings: 0,
  infos: 0,
  questions: 0,
  checks: 0,
  checksPassed: 0,
  characters: 0,
  charactersAccounted: 0,
};

export function totalsOf(entries: readonly Entry[], findings: readonly Finding[]): Totals {
  const sum = { ...nothing };
  for (const { counts } of entries)
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
  for (const { severity } of findings) sum[`${severity}s`] += 1;
  const published = entries.filter((e) => e.published).length;
  return { documents: entries.length, published, failed: entries.length - published, ...sum };
}

export function reportOf(
  title: string,
  entries: readonly Entry[],
  findings: readonly Finding[],
  memory: Memory,
): Report {
  return {
    generator: { name: 'chancery', version: programVersion() },
    title,
    totals: totalsOf(entries, findings),
    documents: entries.flatMap(({ id }) => memory.record(id)?.report ?? []),
    findings,
  };
}
