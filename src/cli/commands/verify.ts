/** `chancery verify`: is the edition in a folder still what was built; is a package whole, unchanged and safe? */
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { exitCodes } from '../exit.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

export function verifyCommand(): Command {
  const command = new Command('verify')
    .description(
      're-read a built edition, compare every checksum with its manifest, say what differs; or check any BagIt\n' +
        'bag and RO-Crate, folder or zip, of whatever maker. Nothing is unpacked, written or fetched',
    )
    .argument('[dir|zip]', 'an edition, a bag or a crate (default: dist/ of the project)');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery verify', 'the edition built here'],
        ['chancery verify /mnt/archive/edition', 'a copy somewhere else'],
        ['chancery verify deposit/edition-1.0.0', 'a package that `chancery deposit` has made'],
        ['chancery verify from-a-colleague.zip', 'any bag or crate, before it is unpacked'],
        ['chancery verify --format json', 'for a program'],
      ]),
    )
    .action(run);
}

async function run(path: string | undefined, options: CommonOptions): Promise<void> {
  const { isPackage } = await import('../../deposit/index.ts');
  const { statOf } = await import('../../batch/files.ts');
  if (path !== undefined && statOf(path) === undefined) {
    const { CommandError } = await import('../../batch/errors.ts');
    throw new CommandError(
      2,
      `There is no ${path}.`,
      'Name an edition, a bag or a crate: a folder or a zip.',
    );
  }
  if (path !== undefined && isPackage(path)) await runPackage(path, options);
  else await runEdition(path, options);
}

async function runPackage(path: string, options: CommonOptions): Promise<void> {
  const { checkPackage } = await import('../../deposit/index.ts');
  const { shown } = await import('../../batch/files.ts');
  const { concludeFiles } = await import('../plain.ts');
  const { count } = await import('../report.ts');
  const { paint } = await import('../terminal.ts');
  const { loadStages } = await import('../../batch/load.ts');
  const { surroundings } = await import('../inputs.ts');
  const name = shown(resolve(path));
  const { kind, files, bytes, findings } = await checkPackage(path, name);
  const errors = findings.filter((f) => f.severity === 'error').length;
  const { red, green } = paint(process.stdout, !options.color);
  const what = `${name} is a ${kind}: ${count(files, 'file')}, ${count(bytes, 'byte')}`;
  const verdict =
    errors === 0
      ? `${green('Valid')}. ${what}.\n`
      : `${red('Not valid')}: ${count(errors, 'error')}. ${what}.\n`;
  const { context } = await surroundings(options, await loadStages('readRegister'));
  await concludeFiles({ findings, files: [name], summary: verdict, context }, options);
}

async function runEdition(dir: string | undefined, options: CommonOptions): Promise<void> {
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
