/** `chancery transform`: TEI to editions. */
import { Command } from 'commander';
import type { Artifact } from '../../artifact.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface TransformOptions extends CommonOptions {
  readonly to: string;
  readonly output?: string;
}

export function transformCommand(): Command {
  const command = new Command('transform')
    .description('TEI to editions, validated')
    .argument('<tei...>', 'TEI files; - is standard input')
    .requiredOption('--to <formats>', 'html, text, jsonld, tei, separated by commas')
    .option('-o, --output <dir>', 'folder for the editions (default: standard output, for one)');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        [
          'chancery transform tei/cable.xml --to html,text -o out',
          'writes out/cable/index.html and out/cable/cable.txt',
        ],
        ['chancery transform tei/cable.xml --to text | less', 'one edition to standard output'],
      ]),
    )
    .action(run);
}

async function run(names: string[], options: TransformOptions): Promise<void> {
  const { loadStages } = await import('../../batch/load.ts');
  const { checkInputs, readInput, surroundings } = await import('../inputs.ts');
  const { editionsOf } = await import('../editions.ts');
  const { deliver, goesToStandardOutput } = await import('../results.ts');
  const { concludeFiles } = await import('../plain.ts');
  const { chosenFormats } = await import('../formats.ts');
  checkInputs(names);
  const formats = await chosenFormats(options.to);
  const stages = await loadStages('readRegister', 'stylesheetOf', 'publishTei');
  const { context } = await surroundings(options, stages);
  const findings: Diagnostic[] = [];
  const editions: Artifact[] = [];
  for (const name of names) {
    const input = await readInput(name, context.settings.limits.bytes);
    if ('code' in input) findings.push(input);
    else
      editions.push(
        ...editionsOf({ path: input.name, content: input.bytes }, formats, context, stages, findings),
      );
  }
  const written = deliver(editions, options.output);
  const summary = written.length === 0 ? '' : `Wrote ${written.join(', ')}.\n`;
  await concludeFiles(
    { findings, files: names, summary, context },
    options,
    goesToStandardOutput(options.output),
  );
}
