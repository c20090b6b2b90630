/** `chancery encode`: sources to TEI, without the rest of a build. */
import { Command } from 'commander';
import type { Artifact } from '../../artifact.ts';
import type { Context } from '../../context.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Source } from '../../document.ts';
import { formats } from '../../read/formats.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface EncodeOptions extends CommonOptions {
  readonly output?: string;
  readonly explain?: boolean;
}

export function encodeCommand(): Command {
  const command = new Command('encode')
    .description('sources to TEI, audited and validated')
    .argument('<sources...>', 'files; - is standard input')
    .option('-o, --output <dir>', 'folder for the TEI (default: standard output, for one document)')
    .option('--explain', 'say what each dialect saw in the page, and why one was taken');
  const known = formats.map((f) => `  ${f.name.padEnd(10)}${f.endings.join(' ')}`).join('\n');
  return withCommonOptions(command)
    .addHelpText('after', `\nFormats:\n${known}`)
    .addHelpText(
      'after',
      examples([
        ['chancery encode sources/cable.txt -o tei', 'writes tei/cable.xml'],
        ['chancery encode records.csv -o tei', 'a file for each record'],
        ['chancery encode cable.txt > cable.xml', 'one document to standard output'],
        ['chancery encode cable.txt --explain > cable.xml', 'and why it was read so'],
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
  const explanations: string[] = [];
  const made = new Map<string, Artifact>();
  for (const name of names) {
    const encoded = await encodeInput(name, context, project, stages);
    findings.push(...encoded.diagnostics);
    for (const { source, tei } of encoded.documents) {
      if (options.explain) explanations.push(await explanation(source, context));
      if (tei === undefined) continue;
      const { path } = tei;
      if (made.has(path))
        findings.push(finding('build.collision', source.name, `Another source gives ${path} too.`));
      else if (!goesToStandardOutput(options.output) && isSomebodys(options.output ?? '.', path)) {
        findings.push(
          finding(
            'build.edited',
            `${options.output}/${path}`,
            'The TEI was changed by a person and is kept as it is.',
          ),
        );
      } else made.set(path, tei);
    }
  }
  const written = deliver([...made.values()], options.output);
  const wrote = written.length === 0 ? '' : `Wrote ${written.join(', ')}.\n`;
  const summary = [...explanations, wrote].filter((part) => part !== '').join('\n');
  await concludeFiles(
    { findings, files: names, summary, context },
    options,
    goesToStandardOutput(options.output),
  );
}

/**
 * > | sources/cable.txt: read as archive-page (0.95)
 *   |   0.95  archive-page    an archive’s citation, 8 lines of page furniture, 7 header pairs
 *   |   0.50  header-pairs    …
 */
async function explanation(source: Source, context: Context): Promise<string> {
  const { explain, recognise } = await import('../../recognise/index.ts');
  const { dialect, dialectEvidence } = recognise(source, context);
  const rows = explain(source, context);
  const width = Math.max(...rows.map((r) => r.id.length));
  return [
    `${source.name}: read as ${dialect} (${dialectEvidence.score.toFixed(2)}: ${dialectEvidence.why})`,
    ...rows.map((r) => `  ${r.score.toFixed(2)}  ${r.id.padEnd(width)}  ${r.why}`),
    '',
  ].join('\n');
}
