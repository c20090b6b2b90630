/** The end of a command that is no build: findings over files, and a report made of them alone. */
import { suppressedAsWritten, written } from '../batch/finding.ts';
import { programVersion } from '../batch/program.ts';
import { Survey } from '../batch/survey.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Suppressed } from '../validate/index.ts';
import type { CommonOptions } from './options.ts';
import { conclude } from './output.ts';

export interface FilesOutcome {
  readonly findings: readonly Diagnostic[];
  /** What the settings keep silent. */
  readonly suppressed?: readonly Suppressed[];
  readonly files: readonly string[];
  readonly summary: string;
  readonly context: Context;
}

export async function concludeFiles(
  outcome: FilesOutcome,
  options: CommonOptions,
  toStandardError = false,
): Promise<void> {
  const findings = outcome.findings.map(written);
  const suppressed = suppressedAsWritten(outcome.suppressed);
  const failing = new Set(findings.filter((f) => f.severity === 'error').map((f) => f.file));
  const passed = outcome.files.filter((f) => !failing.has(f)).length;
  const report = () => ({
    generator: { name: 'chancery' as const, version: programVersion() },
    title: outcome.context.settings.title,
    totals: {
      ...new Survey([]).totals(findings, suppressed.length),
      documents: outcome.files.length,
      failed: outcome.files.length - passed,
      checks: outcome.files.length,
      checksPassed: passed,
    },
    documents: [],
    findings,
    ...(suppressed.length > 0 && { suppressed }),
  });
  await conclude(
    { ...outcome, findings, report, context: async () => outcome.context },
    options,
    toStandardError,
  );
}
