/** `chancery merge`: the results of shards become one edition. */
import { Command } from 'commander';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

export function mergeCommand(): Command {
  const command = new Command('merge')
    .description('put together what `chancery build --shard` has done, on this machine or others')
    .argument('[dirs...]', 'copies of the project the shards were built in (default: this project)')
    .option('--explain', 'say of each document that is done anew why it is');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery merge', 'the shards of this folder, which all machines share'],
        ['chancery merge /mnt/a /mnt/b', 'shards that were built in two copies of it'],
      ]),
    )
    .action(run);
}

async function run(
  folders: string[],
  options: CommonOptions & { readonly explain?: boolean },
): Promise<void> {
  const { runBuild } = await import('./build.ts');
  await runBuild([], { ...options, merge: folders });
}
