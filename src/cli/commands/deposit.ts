/** `chancery deposit`: packages for repositories. Nothing is sent anywhere. */
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CrateVersion } from '../../deposit/index.ts';
import { exitCodes } from '../exit.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface DepositCommandOptions extends CommonOptions {
  readonly all?: boolean;
  readonly each?: boolean;
  readonly output?: string;
  readonly zip?: boolean;
  readonly name?: string;
  readonly doi?: string;
  readonly previous?: string;
  readonly crate: CrateVersion;
  readonly allowInvalid?: boolean;
}

export function depositCommand(): Command {
  const command = new Command('deposit')
    .description(
      'packages for repositories: an RO-Crate in a BagIt bag, with descriptions for Zenodo, Dataverse,\n' +
        'DataCite, ARCHE and reference managers. The edition is built first; nothing is sent anywhere',
    )
    .argument('[ids...]', 'documents by their ids (default: the whole edition)')
    .option('--all', 'the whole edition, as without ids')
    .option('--each', 'a package for each document')
    .option('-o, --output <dir>', 'folder for the packages (default: deposit/ of the project)')
    .option('--zip', 'a zip in place of a folder; the same edition gives the same bytes')
    .option('--name <name>', 'first part of the name of the package', packageName)
    .option('--doi <doi>', 'the DOI that the repository has reserved; it goes everywhere it belongs')
    .option('--previous <dir|zip>', 'the package that this one follows: relations, and what has changed')
    .addOption(new Option('--crate <version>', 'version of RO-Crate').choices(['1.2', '1.3']).default('1.2'))
    .option('--allow-invalid', 'pack documents that fail their checks too; the package says so');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery deposit', 'the edition in this folder, as deposit/NAME-VERSION/'],
        ['chancery deposit --zip --doi 10.5072/abc', 'a zip, with the DOI that was reserved for it'],
        ['chancery deposit 1978-07-22-sato-1384', 'one document'],
        ['chancery deposit --each -o /tmp/packages', 'a package for each document'],
        ['chancery deposit --previous old.zip', 'a new version that says what has changed'],
        ['chancery verify deposit/NAME-VERSION', 'whether every byte is as it was packed'],
      ]),
    )
    .action(run);
}

function packageName(text: string): string {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/.test(text)) {
    throw new InvalidArgumentError('It must be small letters, digits and hyphens.');
  }
  return text;
}

async function run(ids: string[], options: DepositCommandOptions): Promise<void> {
  const { CommandError } = await import('../../batch/errors.ts');
  const { deposit } = await import('../../batch/deposit.ts');
  const { doiOf } = await import('../../deposit/index.ts');
  const { interruption } = await import('../signals.ts');
  const { conclude } = await import('../output.ts');
  const { contextFor } = await import('../context.ts');
  if (options.all && ids.length > 0) {
    throw new CommandError(
      2,
      'Documents are named, and --all asks for every one.',
      'Leave one of the two out.',
    );
  }
  const doi = options.doi === undefined ? undefined : doiOf(options.doi);
  if (options.doi !== undefined && doi === undefined) {
    throw new CommandError(
      2,
      `"${options.doi}" is no DOI.`,
      'Write it as 10.5072/abc, or as https://doi.org/10.5072/abc.',
    );
  }
  const epoch = epochOf(process.env.SOURCE_DATE_EPOCH);
  const { signal, done } = interruption();
  try {
    const outcome = await deposit({
      project: options.project ?? '.',
      ids: [...new Set(ids)],
      each: options.each ?? false,
      zip: options.zip ?? false,
      crateVersion: options.crate,
      allowInvalid: options.allowInvalid ?? false,
      force: options.force ?? false,
      cores: availableParallelism(),
      signal,
      ...(options.output === undefined ? {} : { output: options.output }),
      ...(options.name === undefined ? {} : { name: options.name }),
      ...(doi === undefined ? {} : { doi }),
      ...(options.previous === undefined ? {} : { previous: options.previous }),
      ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
      ...(epoch === undefined ? {} : { epoch }),
    });
    const summary = await summaryOf(outcome);
    await conclude({ ...outcome, summary, context: () => contextFor(outcome.project) }, options);
    if (outcome.interrupted) process.exitCode = exitCodes.interrupted;
  } finally {
    done();
  }
}

function epochOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,11}$/.test(text) ? Number(text) : undefined;
}

async function summaryOf({
  packages,
  interrupted,
}: Awaited<ReturnType<typeof import('../../batch/deposit.ts').deposit>>): Promise<string> {
  const { count } = await import('../report.ts');
  const { shown } = await import('../../batch/files.ts');
  if (packages.length === 0)
    return interrupted ? 'Interrupted: nothing was packed.\n' : 'Nothing was packed.\n';
  const lines = packages.map(
    (p) => `  ${shown(p.path)}${p.zip ? '' : '/'}  ${count(p.documents, 'document')}`,
  );
  const [first] = packages;
  const look =
    first === undefined || first.zip
      ? 'Check it with `chancery verify`. It was sent nowhere.'
      : `Look at ${shown(first.path)}/data/ro-crate-preview.html. It was sent nowhere.`;
  return `Packed\n${lines.join('\n')}\n${look}\n`;
}
