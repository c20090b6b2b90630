/** `chancery worker`: takes part in a distributed build. */
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface WorkerCommandOptions extends CommonOptions {
  readonly queue: string;
  readonly store: string;
}

export function workerCommand(): Command {
  const command = new Command('worker')
    .description('does documents for `chancery build --queue` on another machine, until it is ended')
    .requiredOption('--queue <url>', 'the queue: redis://HOST:6379')
    .requiredOption(
      '--store <place>',
      'the store of the build: a folder that both see, or s3://BUCKET/PREFIX',
    );
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery worker --queue redis://queue:6379 --store /mnt/store', 'with as many threads as cores'],
        [
          'chancery worker --queue redis://queue:6379 --store s3://cables --jobs 4',
          'with four, over a bucket',
        ],
      ]),
    )
    .action(run);
}

async function run(options: WorkerCommandOptions): Promise<void> {
  const { openStore } = await import('../../batch/queue/store.ts');
  const { workFor } = await import('../../batch/queue/worker.ts');
  const { interruption } = await import('../signals.ts');
  const { signal, done } = interruption();
  const say = (words: string): void => {
    if (!options.quiet) process.stderr.write(`chancery worker: ${words}\n`);
  };
  try {
    const threads = options.jobs ?? availableParallelism();
    say(`waiting for documents, ${threads === 1 ? '1 thread' : `${threads} threads`}; Ctrl-C ends it.`);
    const documents = await workFor({
      queue: options.queue,
      store: await openStore(options.store),
      threads,
      signal,
      onChunk: (count, ms) => say(`${count} documents in ${(ms / 1000).toFixed(1)} s`),
    });
    say(`${documents} documents done; leaving.`);
  } finally {
    done();
  }
}
