/** A build with what is remembered of its documents, for tests to look at after it has ended. */
import { type BuildOptions, type BuildOutcome, build } from '../../src/batch/build.ts';
import type { Finding, Report } from '../../src/report.ts';

export interface Built extends BuildOutcome {
  readonly findingsOf: (id: string) => readonly Finding[];
  readonly report: Report;
}

export async function built(options: BuildOptions): Promise<Built> {
  const findings = new Map<string, readonly Finding[]>();
  let report: Report | undefined;
  const outcome = await build(options, (_, remembrance) => {
    for (const { id } of remembrance.entries) findings.set(id, remembrance.findingsOf(id));
    report = remembrance.report();
  });
  if (report === undefined) throw new Error('The build did not conclude.');
  return { ...outcome, findingsOf: (id) => findings.get(id) ?? [], report };
}
