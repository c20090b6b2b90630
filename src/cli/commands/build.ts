/** `chancery build`: the main job. */
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import type { BuildOutcome } from '../../batch/build.ts';
import type { Finding } from '../../report.ts';
import { exitCodes } from '../exit.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';
import { conclude } from '../output.ts';

export function buildCommand(): Command {
  const command = new Command('build')
    .description('encode what is new, validate, transform, publish: the main job; does only what has changed')
    .argument('[sources...]', 'files or folders under sources/ (default: all)');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery build', 'the edition in this folder, into dist/'],
        ['chancery build sources/1978', 'the documents of one folder only'],
        ['chancery build --force --jobs 4', 'everything anew, in four threads'],
        ['chancery build --format sarif > build.sarif', 'findings for a code host'],
      ]),
    )
    .action(run);
}

async function run(sources: string[], options: CommonOptions): Promise<void> {
  const { build } = await import('../../batch/build.ts');
  const { interruption } = await import('../signals.ts');
  const { progressBar } = await import('../progress.ts');
  const { buildSummary } = await import('../summary.ts');
  const started = performance.now();
  const { signal, done } = interruption();
  try {
    const outcome = await build({
      project: options.project ?? '.',
      only: sources,
      cores: availableParallelism(),
      ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
      force: options.force ?? false,
      signal,
      onProgress: progressBar(options.quiet ?? false),
    });
    await conclude(
      {
        findings: findingsToShow(outcome, options),
        files: outcome.entries.map((e) => e.source?.path ?? e.tei?.path ?? e.id),
        summary: buildSummary(outcome, (performance.now() - started) / 1000, options),
        report: outcome.report,
        context: () => contextFor(outcome),
      },
      options,
    );
    if (outcome.interrupted) process.exitCode = exitCodes.interrupted;
  } finally {
    done();
  }
}

/** For people: errors and warnings, and what was kept; the many lesser notes are in the report. */
function findingsToShow(outcome: BuildOutcome, { format }: CommonOptions): readonly Finding[] {
  const all = format === 'sarif' || format === 'junit';
  const telling = outcome.entries.filter(
    ({ counts }) => all || counts.errors + counts.warnings + counts.infos > 0,
  );
  const ofDocuments = telling.flatMap(({ id }) => outcome.findingsOf(id));
  const findings = [...outcome.findings, ...ofDocuments];
  return all ? findings : findings.filter((f) => f.severity !== 'info' || f.code === 'build.edited');
}

async function contextFor({ project }: BuildOutcome) {
  const { loadStages } = await import('../../batch/load.ts');
  const { contextOf } = await import('../../batch/project.ts');
  return (await contextOf(project, await loadStages('readRegister'))).context;
}
