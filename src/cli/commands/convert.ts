/** `chancery convert`: any readable format to any writable one, without a project. */
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { chosenFormats, formatList, formatTable } from '../formats.ts';
import type { Item } from '../gather.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface ConvertOptions extends CommonOptions {
  readonly to: string;
  readonly from?: string;
  readonly output?: string;
}

export function convertCommand(): Command {
  const command = new Command('convert')
    .description('any readable format to any writable one, without a project')
    .argument('<in...>', 'files, folders, patterns, archives (.zip, .tar, .tar.gz); - is standard input')
    .requiredOption('--to <formats>', formatList({ tables: true }))
    .option(
      '--from <format>',
      'what comes on standard input: a format of `chancery encode --help`, zip, tar, tar.gz',
      'text',
    )
    .option('-o, --output <dir>', 'folder for the results (default: standard output, for one)');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery convert cable.txt --to tei,html -o out', 'a page and its TEI'],
        ['chancery convert cable.xml --to text', 'TEI to a reading text'],
        ['chancery convert papers --to tei,markdown -o out', 'a folder, its tree kept'],
        ["chancery convert 'papers/**/*.docx' box.zip --to html -o out", 'a pattern, and an archive'],
        [
          'chancery convert tei --to csv,parquet -o out',
          'tables of documents, utterances, mentions and dates',
        ],
        ['chancery convert papers --to html --jobs 4 -o out', 'in four threads; the same bytes as in one'],
        ['chancery convert - --from docx --to jsonld < cable.docx', 'standard input to linked data'],
      ]),
    )
    .addHelpText(
      'after',
      `${formatTable({ tables: true })}\n\nWhat each format keeps of what each reader gives: docs/formats.md`,
    )
    .action(run);
}

async function run(names: string[], options: ConvertOptions, command: Command): Promise<void> {
  const { loadStages } = await import('../../batch/load.ts');
  const { checkInputs, surroundings } = await import('../inputs.ts');
  const { Conversion } = await import('../conversion.ts');
  const { convertItem } = await import('../convert-item.ts');
  const { converted } = await import('../converters.ts');
  const { isTableFormat } = await import('../../publish/tables/index.ts');
  const { gather } = await import('../gather.ts');
  const { goesToStandardOutput } = await import('../results.ts');
  const { concludeFiles } = await import('../plain.ts');
  checkInputs(names);
  const formats = chosenFormats(options.to, { tables: true });
  const stages = await loadStages(
    ...(['readRegister', 'stylesheetsOf', 'read', 'encodeSource', 'audit', 'publishTei'] as const),
  );
  const { context, project } = await surroundings(options, stages);
  const conversion = new Conversion(formats, options.output, context);
  const single = formats.filter((name) => !isTableFormat(name));
  const from = command.getOptionValueSource('from') === 'default' ? undefined : options.from;
  const gathering = {
    settings: context.settings,
    findings: conversion.findings,
    ...(project && { project }),
    ...(from !== undefined && { from }),
  };
  try {
    const converters = {
      ...(options.jobs !== undefined && { jobs: options.jobs }),
      // Pages are printed by one browser.
      cores: single.includes('pdf') ? 1 : availableParallelism(),
      limits: context.settings.limits,
      data: { formats: single, ...(options.project !== undefined && { project: options.project }) },
      here: (item: Item) => convertItem(item, single, context, stages),
    };
    for await (const [item, made] of converted(gather(names, gathering), converters))
      conversion.take(item, made);
    const summary = await conversion.finish();
    const { findings, files } = conversion;
    await concludeFiles(
      { findings, files: files.length > 0 ? files : names, summary, context },
      options,
      goesToStandardOutput(options.output),
    );
  } finally {
    conversion.close();
  }
}
