/** `chancery audit`: proof that no character was lost between a source and its TEI. */
import { Command } from 'commander';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Source } from '../../document.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface AuditOptions extends CommonOptions {
  readonly reflowed?: boolean;
}

export function auditCommand(): Command {
  const command = new Command('audit')
    .description('proof that no character was lost: accounts for every character of the source, by class')
    .argument('<source>', 'the source; - is standard input')
    .argument('<tei>', 'its TEI; - is standard input')
    .option(
      '--reflowed',
      'allow that an editor has re-indented the TEI: white space is compared as one blank',
    );
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery audit sources/cable.txt tei/cable.xml', 'every character, by class'],
        ['chancery audit sources/cable.txt tei/cable.xml --format json', 'the same for a program'],
      ]),
    )
    .action(run);
}

async function run(sourceName: string, teiName: string, options: AuditOptions): Promise<void> {
  const { checkInputs, nameIn, readInput, surroundings } = await import('../inputs.ts');
  const { loadStages } = await import('../../batch/load.ts');
  const { concludeFiles } = await import('../plain.ts');
  const { textOf } = await import('../../batch/tei-file.ts');
  checkInputs([sourceName, teiName]);
  const stages = await loadStages('readRegister', 'read', 'audit');
  const { context, project } = await surroundings(options, stages);
  const findings: Diagnostic[] = [];
  const sourceInput = await readInput(sourceName, context.settings.limits.bytes);
  const teiInput = await readInput(teiName, context.settings.limits.bytes);
  for (const input of [sourceInput, teiInput]) if ('code' in input) findings.push(input);
  let summary = '';
  if (!('code' in sourceInput) && !('code' in teiInput)) {
    const result = await stages.read(sourceInput.bytes, nameIn(project, sourceInput.name), context);
    findings.push(...result.diagnostics);
    const source = chosenSource(result.sources, textOf(teiInput.bytes));
    if (source !== undefined) {
      const outcome = stages.audit(source, textOf(teiInput.bytes), teiInput.name, {
        reflowed: options.reflowed ?? false,
      });
      findings.push(...outcome.diagnostics);
      summary = table(outcome.classes, outcome.total, outcome.ok);
    }
  }
  await concludeFiles({ findings, files: [sourceName, teiName], summary, context }, options);
}

/** Of many documents in one file the one that the TEI names in its header (`bibl type="file"`), else the first. */
function chosenSource(sources: readonly Source[], tei: string): Source | undefined {
  const named = sources.length > 1 && sources.find((s) => tei.includes(`>${escaped(s.name)}</title>`));
  return named || sources[0];
}

const escaped = (name: string): string =>
  name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function table(classes: Readonly<Record<string, number>>, total: number, ok: boolean): string {
  const rows: readonly (readonly [string, number])[] = [...Object.entries(classes), ['total', total]];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(
    ([name, number]) => `  ${name.padEnd(width)}  ${String(number).padStart(String(total).length)}`,
  );
  return `${ok ? 'Every character is accounted for.' : 'Source and TEI differ.'}\n\n${lines.join('\n')}\n`;
}
