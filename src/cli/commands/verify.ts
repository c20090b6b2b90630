/** `chancery verify`: is the edition in a folder still what was built? */
import { join } from 'node:path';
import { Command } from 'commander';
import { exitCodes } from '../exit.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

export function verifyCommand(): Command {
  const command = new Command('verify')
    .description('re-read a built edition, compare every checksum with its manifest, say what differs')
    .argument('[dir]', 'folder with manifest.json (default: dist/ of the project)');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery verify', 'the edition built here'],
        ['chancery verify /mnt/archive/edition', 'a copy somewhere else'],
        ['chancery verify --format json', 'for a program'],
      ]),
    )
    .action(run);
}

async function run(dir: string | undefined, options: CommonOptions): Promise<void> {
  const { verify } = await import('../../batch/verify.ts');
  const { openProject } = await import('../../batch/project.ts');
  const { shown } = await import('../../batch/files.ts');
  const { count, oneLine } = await import('../report.ts');
  const { paint } = await import('../terminal.ts');
  const folder = dir ?? openProject(options.project ?? '.').dist;
  const { files, bytes, differences } = verify(folder);
  const { red, bold, green } = paint(process.stdout, !options.color);
  if (options.format === 'json') {
    process.stdout.write(
      `${JSON.stringify({ folder: shown(folder), files, bytes, differences }, null, 2)}\n`,
    );
  } else if (options.format === 'text') {
    for (const { kind, path, detail } of differences) {
      process.stdout.write(`${bold(oneLine(join(shown(folder), path)))}: ${red(kind)}: ${detail}\n`);
    }
    const verdict =
      differences.length === 0
        ? `${green('As built')}: ${count(files, 'file')}, ${count(bytes, 'byte')}.\n`
        : `${red('Not as built')}: ${count(differences.length, 'difference')} in ${count(files, 'file')}. Run \`chancery build\` to make it anew.\n`;
    if (!options.quiet || differences.length > 0) process.stdout.write(verdict);
  } else {
    const { CommandError } = await import('../../batch/errors.ts');
    throw new CommandError(
      2,
      `verify has no report in the form "${options.format}".`,
      'Use --format text or json.',
    );
  }
  if (differences.length > 0) process.exitCode = exitCodes.documentErrors;
}
