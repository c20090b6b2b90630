/** `chancery convert`: any readable format to any writable one, without a project. */
import { Command } from 'commander';
import type { Artifact } from '../../artifact.ts';
import type { Diagnostic } from '../../diagnostic.ts';

import { chosenFormats, formatList } from '../formats.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface ConvertOptions extends CommonOptions {
  readonly to: string;
  readonly output?: string;
}

export function convertCommand(): Command {
  const command = new Command('convert')
    .description('any readable format to any writable one, without a project')
    .argument('<in...>', 'sources or TEI (.xml); - is a text on standard input')
    .requiredOption('--to <formats>', formatList)
    .option('-o, --output <dir>', 'folder for the results (default: standard output, for one)');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery convert cable.txt --to tei,html -o out', 'a page and its TEI'],
        ['chancery convert cable.xml --to text', 'TEI to a reading text'],
        ['chancery convert - --to jsonld < cable.txt', 'a text to linked data'],
      ]),
    )
    .action(run);
}

async function run(names: string[], options: ConvertOptions): Promise<void> {
  const { loadStages } = await import('../../batch/load.ts');
  const { checkInputs, readInput, surroundings } = await import('../inputs.ts');
  const { encodeInput } = await import('../encoding.ts');
  const { editionsOf } = await import('../editions.ts');
  const { deliver, goesToStandardOutput } = await import('../results.ts');
  const { concludeFiles } = await import('../plain.ts');
  checkInputs(names);
  const formats = chosenFormats(options.to);
  const stages = await loadStages(
    ...(['readRegister', 'stylesheetOf', 'read', 'encodeSource', 'audit', 'validate', 'publishTei'] as const),
  );
  const { context, project } = await surroundings(options, stages);
  const findings: Diagnostic[] = [];
  const results: Artifact[] = [];
  for (const name of names) {
    const teis: Pick<Artifact, 'path' | 'content'>[] = [];
    if (/\.(?:xml|tei)$/i.test(name)) {
      const input = await readInput(name, context.settings.limits.bytes);
      if ('code' in input) findings.push(input);
      else teis.push({ path: input.name, content: input.bytes });
    } else {
      const encoded = await encodeInput(name, context, project, stages);
      findings.push(...encoded.diagnostics);
      for (const { tei } of encoded.documents) if (tei !== undefined) teis.push(tei);
    }
    for (const tei of teis) results.push(...(await editionsOf(tei, formats, context, stages, findings)));
  }
  const written = deliver(results, options.output);
  const summary = written.length === 0 ? '' : `Wrote ${written.join(', ')}.\n`;
  await concludeFiles(
    { findings: unique(findings), files: names, summary, context },
    options,
    goesToStandardOutput(options.output),
  );
}

/** A TEI is checked when it is encoded and again before it is published: each finding is told once. */
function unique(findings: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return findings.filter(({ code, file, message, position }) => {
    const key = JSON.stringify([code, file, message, position]);
    return !seen.has(key) && seen.add(key);
  });
}
