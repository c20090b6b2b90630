/** `chancery init`: a new edition project, ready to build. */
import { Command } from 'commander';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

export function initCommand(): Command {
  const command = new Command('init')
    .description('a new edition project, ready to build, with a sample document')
    .argument('[dir]', 'folder to make it in (default: this folder)');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery init my-edition', 'makes the folder my-edition'],
        ['chancery init --force', 'adds what is missing to this folder; overwrites nothing'],
      ]),
    )
    .action(run);
}

async function run(dir: string | undefined, options: CommonOptions): Promise<void> {
  const { init } = await import('../../batch/init.ts');
  const folder = dir ?? options.project ?? '.';
  const { made, kept } = init(folder, options.force ?? false);
  if (options.quiet) return;
  const lines = [...made.map((path) => `  made  ${path}`), ...kept.map((path) => `  kept  ${path}`)];
  const next = folder === '.' ? 'chancery build' : `cd ${folder} && chancery build`;
  process.stdout.write(`A new edition in ${folder}:\n\n${lines.join('\n')}\n\nNext: ${next}\n`);
}
