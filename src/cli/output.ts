/** What a command says in the end: its findings in the form that was asked for. */
import type { Context } from '../context.ts';
import type { Finding, Report } from '../report.ts';
import { exitCodeOf } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { findingsText } from './report.ts';
import { paint } from './terminal.ts';

export interface Outcome {
  readonly findings: readonly Finding[];
  /** Every file that was looked at. */
  readonly files: readonly string[];
  /** Last lines of a text report; what a person wants to know when all is well. */
  readonly summary: string;
  readonly report: () => Report;
  readonly context: () => Promise<Context>;
}

/**
 * Prints the outcome and sets the exit code. A report for programs goes to standard output; where that carries
 * the document itself (`toStandardError`), the report goes to standard error.
 */
export async function conclude(
  outcome: Outcome,
  options: CommonOptions,
  toStandardError = false,
): Promise<void> {
  const stream = toStandardError ? process.stderr : process.stdout;
  stream.write(await wordsFor(outcome, options, stream));
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodeOf(outcome.findings, options.strict));
}

async function wordsFor(
  outcome: Outcome,
  options: CommonOptions,
  stream: NodeJS.WriteStream,
): Promise<string> {
  switch (options.format) {
    case 'text': {
      const shown = outcome.findings.filter((f) => f.severity === 'error' || !options.quiet);
      const words = findingsText(shown, paint(stream, !options.color));
      return options.quiet ? words : [words, outcome.summary].filter((part) => part !== '').join('\n');
    }
    case 'json':
      return `${JSON.stringify(outcome.report(), null, 2)}\n`;
    case 'sarif':
      return (await import('./sarif.ts')).sarif(outcome.findings);
    case 'junit':
      return (await import('./junit.ts')).junit(outcome.findings, outcome.files);
    case 'html': {
      const { reportPage } = await import('../publish/index.ts');
      const { content } = reportPage(outcome.report(), await outcome.context());
      return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
    }
  }
}
