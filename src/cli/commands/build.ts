/** `chancery build`: the main job. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { BuildOutcome, Conclude, Remembrance } from '../../batch/build.ts';
import { type Shard, shardFrom } from '../../batch/shard.ts';
import type { Finding } from '../../report.ts';
import { contextFor } from '../context.ts';
import { exitCodes } from '../exit.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';
import { conclude } from '../output.ts';

export interface BuildCommandOptions extends CommonOptions {
  /** Folders whose shards are taken over. */
  readonly merge?: readonly string[];
  readonly explain?: boolean;
  readonly dryRun?: boolean;
  readonly shard?: Shard;
  readonly queue?: string;
  readonly store?: string;
  readonly progress?: 'bar' | 'json' | 'none';
}

export function buildCommand(): Command {
  const command = new Command('build')
    .description('encode what is new, validate, transform, publish: the main job; does only what has changed')
    .argument('[sources...]', 'files, folders or patterns under sources/ (default: all)')
    .option(
      '--shard <k/n>',
      'the documents of one shard of n only; `chancery merge` puts them together',
      shard,
    )
    .option('--queue <url>', 'workers on other machines do the documents: redis://HOST:6379')
    .option(
      '--store <place>',
      'where planner and workers lay files for each other: folder or s3://BUCKET/PREFIX',
    )
    .addOption(
      new Option('--progress <form>', 'how to show the progress, on standard error').choices([
        'bar',
        'json',
        'none',
      ]),
    )
    .option('--explain', 'say of each document that is done anew why it is')
    .option('--dry-run', 'change nothing; say what would be done, and why');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery build', 'the edition in this folder, into dist/'],
        ['chancery build sources/1978', 'the documents of one folder only'],
        ['chancery build --force --jobs 4', 'everything anew, in four threads'],
        ['chancery build --dry-run', 'what would be done anew, and why; nothing is written'],
        ['chancery build --shard 3/40', 'a fortieth of the documents, on one of forty machines'],
        ['chancery build --queue redis://queue:6379 --store /mnt/store', 'the documents are done by workers'],
        ['chancery build --format sarif > build.sarif', 'findings for a code host'],
      ]),
    )
    .addHelpText(
      'after',
      '\nWhich editions it makes: "formats" in chancery.json; `chancery transform --help` lists them, and what each leaves out.',
    )
    .action(runBuild);
}

function shard(words: string): Shard {
  try {
    return shardFrom(words);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

export async function runBuild(sources: readonly string[], options: BuildCommandOptions): Promise<void> {
  const { optimiseLater } = await import('../engine.ts');
  optimiseLater();
  const { build } = await import('../../batch/build.ts');
  const { interruption } = await import('../signals.ts');
  const { progressOf } = await import('../progress.ts');
  const { buildSummary, explanation } = await import('../summary.ts');
  const started = performance.now();
  const progress = await progressOf(options);
  const { signal, done } = interruption();
  const conclusion: Conclude = async (outcome, remembrance) => {
    const summary = buildSummary(outcome, (performance.now() - started) / 1000, options, progress.times());
    await conclude(
      {
        findings: findingsToShow(outcome, remembrance, options),
        files: filesOf(remembrance, options),
        summary: options.explain || options.dryRun ? `${explanation(outcome, options)}${summary}` : summary,
        report: remembrance.report,
        context: () => contextFor(outcome.project),
      },
      options,
    );
    if (outcome.interrupted) process.exitCode = exitCodes.interrupted;
  };
  try {
    await build(
      {
        project: options.project ?? '.',
        only: sources,
        cores: availableParallelism(),
        ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
        force: options.force ?? false,
        dryRun: options.dryRun ?? false,
        ...(options.shard && { shard: options.shard }),
        ...(options.merge && { merge: options.merge }),
        ...(options.queue && { queue: await queueFrom(options) }),
        signal,
        onProgress: progress.listen,
      },
      conclusion,
    );
  } finally {
    done();
  }
}

async function queueFrom({ queue = '', store, shard: part, project = '.' }: BuildCommandOptions) {
  const { CommandError } = await import('../../batch/errors.ts');
  if (part !== undefined) {
    throw new CommandError(2, '--queue and --shard exclude each other.', 'Use one way to spread the work.');
  }
  const { openStore } = await import('../../batch/queue/store.ts');
  return { queue, store: await openStore(store ?? join(project, '.chancery', 'store')) };
}

/** For people: errors and warnings, and what was kept; the many lesser notes are in the report. */
function findingsToShow(
  outcome: BuildOutcome,
  { telling, findingsOf }: Remembrance,
  { format }: CommonOptions,
): readonly Finding[] {
  const all = format === 'sarif' || format === 'junit';
  const findings = [...outcome.findings, ...telling.flatMap(findingsOf)];
  return all ? findings : findings.filter((f) => f.severity !== 'info' || f.code === 'build.edited');
}

/** JUnit names every file, good or bad. */
function filesOf({ entries }: Remembrance, { format }: CommonOptions): readonly string[] {
  if (format !== 'junit') return [];
  return Array.from(entries, ({ source, tei, id }) => source?.path ?? tei?.path ?? id);
}
