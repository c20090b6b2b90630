/** Options that all commands share, spelt once. */
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';

const reportFormats = ['text', 'json', 'sarif', 'junit', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface CommonOptions {
  readonly project?: string;
  readonly jobs?: number;
  readonly format: ReportFormat;
  readonly quiet?: boolean;
  readonly force?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
  readonly strict?: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--project <dir>', 'folder of the edition (default: this folder)')
    .option(
      '--jobs <n>',
      `worker threads (default: as many as cores, ${availableParallelism()} here)`,
      positiveInteger,
    )
    .addOption(new Option('--format <format>', 'form of the report').choices(reportFormats).default('text'))
    .option('--quiet', 'print errors only')
    .option('--force', 'do again what is up to date; replace what stands in the way')
    .option('--strict', 'let warnings fail the command as errors do')
    .option('--no-color', 'no colours (NO_COLOR in the environment does the same)');
}

/** Examples under the help of a command, one `[command line, what it does]` each. */
export function examples(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([line]) => line.length));
  return `\nExamples:\n${lines.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`).join('\n')}`;
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}
