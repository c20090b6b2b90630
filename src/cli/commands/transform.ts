/** `chancery transform`: TEI to editions. */
import { Command } from 'commander';
import type { Artifact } from '../../artifact.ts';
import type { Diagnostic } from '../../diagnostic.ts';

import { chosenFormats, formatList, formatTable } from '../formats.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface TransformOptions extends CommonOptions {
  readonly to: string;
  readonly output?: string;
  readonly asOne?: boolean;
}

export function transformCommand(): Command {
  const command = new Command('transform')
    .description('TEI to editions, validated')
    .argument('<tei...>', 'TEI files; - is standard input')
    .requiredOption('--to <formats>', formatList())
    .option('-o, --output <dir>', 'folder for the editions (default: standard output, for one)')
    .option('--as-one', 'with --to epub: all documents as one book, in the order of their dates');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        [
          'chancery transform tei/cable.xml --to html,text -o out',
          'writes out/cable/index.html and out/cable/cable.txt',
        ],
        ['chancery transform tei/cable.xml --to text | less', 'one edition to standard output'],
        ['chancery transform tei/*.xml --to epub --as-one -o out', 'writes out/edition.epub'],
      ]),
    )
    .addHelpText('after', formatTable())
    .action(run);
}

async function run(names: string[], options: TransformOptions): Promise<void> {
  const { loadStages } = await import('../../batch/load.ts');
  const { checkInputs, readInput, surroundings } = await import('../inputs.ts');
  const { editionsOf } = await import('../editions.ts');
  const { bookOf } = await import('../book.ts');
  const { hasError } = await import('../../batch/finding.ts');
  const { deliver, goesToStandardOutput } = await import('../results.ts');
  const { concludeFiles } = await import('../plain.ts');
  checkInputs(names);
  const formats = chosenFormats(options.to);
  const stages = await loadStages('readRegister', 'stylesheetsOf', 'publishTei');
  const { context } = await surroundings(options, stages);
  const findings: Diagnostic[] = [];
  const editions: Artifact[] = [];
  const book = options.asOne ? await bookOf(formats, context) : undefined;
  for (const name of names) {
    const input = await readInput(name, context.settings.limits.bytes);
    if ('code' in input) {
      findings.push(input);
      continue;
    }
    const tei = { path: input.name, content: input.bytes };
    const made = await editionsOf(tei, book === undefined ? formats : [], context, stages, findings);
    editions.push(...made);
    if (book !== undefined && !hasError(findings.filter(({ file }) => file === tei.path))) book.add(tei);
  }
  if (book !== undefined) editions.push(...book.bound());
  const written = deliver(editions, options.output);
  const summary = written.length === 0 ? '' : `Wrote ${written.join(', ')}.\n`;
  await concludeFiles(
    { findings, files: names, summary, context },
    options,
    goesToStandardOutput(options.output),
  );
}
