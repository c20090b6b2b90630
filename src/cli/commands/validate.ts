/** `chancery validate`: every check on files that are there, one report. */
import { Command } from 'commander';
import type { Diagnostic } from '../../diagnostic.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface ValidateOptions extends CommonOptions {
  readonly schema?: string;
}

export function validateCommand(): Command {
  const command = new Command('validate')
    .description('TEI, JSON-LD or a whole dist/: every check, one report')
    .argument('<files...>', 'files or folders; - is a TEI on standard input')
    .option('--schema <file>', 'a RELAX NG schema (.rng, .rnc) in place of ours');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery validate tei/cable.xml', 'grammar, rules, links, chronology, audit'],
        ['chancery validate dist', 'everything that was built'],
        ['chancery validate tei --format junit > tei.xml', 'for continuous integration'],
        ['chancery validate letter.xml --schema tei_all.rng', 'against another schema'],
      ]),
    )
    .action(run);
}

async function run(names: string[], options: ValidateOptions): Promise<void> {
  const { loadStages } = await import('../../batch/load.ts');
  const { checkInputs, readInput, sourcesOf, surroundings } = await import('../inputs.ts');
  const { artifactOf, filesIn } = await import('../artifacts.ts');
  const { concludeFiles } = await import('../plain.ts');
  checkInputs(names);
  const stages = await loadStages('readRegister', 'read', 'validate');
  const around = await surroundings(options, stages);
  const context =
    around.project === undefined
      ? around.context
      : { ...around.context, sourceOf: sourcesOf(around.project, around.context, stages) };
  const grammar = options.schema === undefined ? {} : { grammar: await compiled(options.schema) };
  const findings: Diagnostic[] = [];
  const files = names.flatMap(filesIn);
  for (const name of files) {
    const input = await readInput(name, context.settings.limits.bytes);
    if ('code' in input) findings.push(input);
    else findings.push(...stages.validate(artifactOf(input), context, grammar));
  }
  const failing = new Set(findings.filter((f) => f.severity === 'error').map((f) => f.file)).size;
  const { count } = await import('../report.ts');
  const summary =
    failing === 0
      ? `${count(files.length, 'file')} checked: valid.\n`
      : `${count(files.length, 'file')} checked, ${failing} with errors.\n`;
  await concludeFiles({ findings, files, summary, context }, options);
}

async function compiled(file: string) {
  const { ownSchema } = await import('../own-schema.ts');
  return ownSchema(file);
}
