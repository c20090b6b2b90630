/** `chancery serve`: the built edition in a browser on this computer. */
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import type { CommandError } from '../../batch/errors.ts';
import type { Reload } from '../../batch/reload.ts';
import { exitCodes } from '../exit.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface ServeOptions extends CommonOptions {
  readonly port: number;
  readonly watch?: boolean;
}

export function serveCommand(): Command {
  const command = new Command('serve')
    .description('the built edition on 127.0.0.1, for this computer only')
    .option('--port <n>', 'port; 0 takes one that is free', portNumber, 8378)
    .option(
      '--watch',
      'build first, and again whenever a source, a TEI or the settings change; open pages are loaded anew',
    );
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery serve', 'http://127.0.0.1:8378/'],
        ['chancery serve --watch --port 0', 'builds as you work, on a free port'],
      ]),
    )
    .action(run);
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It must be from 0 to 65535.');
  return Number(text);
}

async function run(options: ServeOptions): Promise<void> {
  const { openProject } = await import('../../batch/project.ts');
  const { serve } = await import('../../batch/serve.ts');
  const { CommandError, isErrno, reasonOf } = await import('../../batch/errors.ts');
  const { statOf, shown } = await import('../../batch/files.ts');
  const project = openProject(options.project ?? '.');
  if (options.watch) await buildOnce(options);
  else if (!statOf(project.dist)?.isDirectory()) {
    throw new CommandError(
      2,
      `There is nothing built in ${shown(project.dist)}.`,
      'Run `chancery build`, or use --watch.',
    );
  }
  const { Reload } = await import('../../batch/reload.ts');
  const reload = options.watch ? new Reload() : undefined;
  const serving = await serve(project.dist, options.port, reload).catch((error: unknown) => {
    const taken = isErrno(error) && error.code === 'EADDRINUSE';
    const reason = taken ? 'another program uses it' : reasonOf(error);
    throw new CommandError(
      3,
      `Port ${options.port} cannot be opened: ${reason}.`,
      'Name another with --port.',
    );
  });
  // Watching begins before the address is told: whoever reads it may change a file at once.
  const stopWatching = reload ? await watchAndBuild(options, reload) : () => {};
  process.stdout.write(`http://127.0.0.1:${serving.port}/  (Ctrl-C ends it)\n`);
  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve());
  });
  stopWatching();
  await serving.close();
  process.exitCode = exitCodes.interrupted;
}

async function watchAndBuild(options: ServeOptions, reload: Reload): Promise<() => void> {
  const { openProject } = await import('../../batch/project.ts');
  const { watchProject } = await import('../../batch/watch.ts');
  return watchProject(openProject(options.project ?? '.'), async () => {
    await buildOnce(options);
    reload.changed();
  });
}

/** A build that cannot go on is told, and the server stays: the person is about to mend it. */
async function buildOnce(options: ServeOptions): Promise<void> {
  const { build } = await import('../../batch/build.ts');
  const { buildSummary } = await import('../summary.ts');
  const { commandErrorText, findingsText } = await import('../report.ts');
  const { paint } = await import('../terminal.ts');
  const started = performance.now();
  try {
    const project = options.project ?? '.';
    await build({ project, cores: availableParallelism() }, (outcome, { findingsOf }) => {
      if (outcome.nothingToDo) return;
      const findings = outcome.done.flatMap(findingsOf).filter((f) => f.severity === 'error');
      process.stdout.write(findingsText(findings, paint(process.stdout, !options.color)));
      if (!options.quiet)
        process.stdout.write(buildSummary(outcome, (performance.now() - started) / 1000, options));
    });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CommandError') throw error;
    process.stderr.write(commandErrorText(error as CommandError, paint(process.stderr, !options.color)));
  }
}
