/** `chancery encode`: sources to TEI, without the rest of a build. */
import { Command } from 'commander';
import type { Artifact } from '../../artifact.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { formats } from '../../read/formats.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface EncodeOptions extends CommonOptions {
  readonly output?: string;
}

export function encodeCommand(): Command {
  const command = new Command('encode')
    .description('sources to TEI, audited and validated')
    .argument('<sources...>', 'files; - is standard input')
    .option('-o, --output <dir>', 'folder for the TEI (default: standard output, for one source)');
  const known = formats.map((f) => `  ${f.name.padEnd(10)}${f.endings.join(' ')}`).join('\n');
  return withCommonOptions(command)
    .addHelpText('after', `\nFormats:\n${known}`)
    .addHelpText(
      'after',
      examples([
        ['chancery encode sources/cable.txt -o tei', 'writes tei/cable.xml'],
        ['chancery encode cable.txt > cable.xml', 'one source to standard output'],
        ['pdftotext -layout cable.pdf - | chancery encode -', 'from another program'],
      ]),
    )
    .action(run);
}

async function run(names: string[], options: EncodeOptions): Promise<void> {
  const { loadStages } = await import('../../batch/load.ts');
  const { checkInputs, surroundings } = await import('../inputs.ts');
  const { encodeInput } = await import('../encoding.ts');
  const { deliver, goesToStandardOutput, isSomebodys } = await import('../results.ts');
  const { concludeFiles } = await import('../plain.ts');
  const { finding } = await import('../../batch/finding.ts');
  checkInputs(names);
  const stages = await loadStages('readRegister', 'read', 'encodeSource', 'audit', 'validate');
  const { context, project } = await surroundings(options, stages);
  const findings: Diagnostic[] = [];
  const made = new Map<string, Artifact>();
  for (const name of names) {
    const encoded = await encodeInput(name, context, project, stages);
    findings.push(...encoded.diagnostics);
    if (encoded.tei === undefined) continue;
    const { path } = encoded.tei;
    if (made.has(path)) findings.push(finding('build.collision', name, `Another source gives ${path} too.`));
    else if (!goesToStandardOutput(options.output) && isSomebodys(options.output ?? '.', path)) {
      findings.push(
        finding(
          'build.edited',
          `${options.output}/${path}`,
          'The TEI was changed by a person and is kept as it is.',
        ),
      );
    } else made.set(path, encoded.tei);
  }
  const written = deliver([...made.values()], options.output);
  const summary = written.length === 0 ? '' : `Wrote ${written.join(', ')}.\n`;
  await concludeFiles(
    { findings, files: names, summary, context },
    options,
    goesToStandardOutput(options.output),
  );
}
