/** `chancery validate`: every check on files that are there, one report. */
import { Command, InvalidArgumentError } from 'commander';
import type { Diagnostic } from '../../diagnostic.ts';
import type { SettableSeverity } from '../../settings.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface ValidateCommandOptions extends CommonOptions {
  readonly schema?: readonly string[];
  readonly embedded?: boolean;
  readonly phase?: string;
  readonly svrl?: string;
  readonly severity?: Readonly<Record<string, SettableSeverity>>;
  readonly maxWarnings?: number;
  readonly all?: boolean;
}

export function validateCommand(): Command {
  const command = new Command('validate')
    .description(
      'TEI, JSON-LD or a whole dist/: every check, one report. A TEI is held against the schemas it names\n' +
        '(<?xml-model?>), else against ours; files together are an edition, whose links are followed',
    )
    .argument('<files...>', 'files or folders; - is a TEI on standard input')
    .option(
      '--schema <file>',
      'a RELAX NG (.rng, .rnc) or Schematron (.sch) in place of those; may be repeated',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option('--embedded', 'ask the Schematron inside a RELAX NG of --schema too')
    .option('--phase <id>', 'phase of the Schematron (default: the one it names, else #ALL)')
    .option('--svrl <file>', 'write what the Schematron said as SVRL')
    .option(
      '--severity <rule=level>',
      'error, warning, info or off for a rule or code; may be repeated',
      level,
    )
    .option('--max-warnings <n>', 'fail where there are more warnings', wholeNumber)
    .option('--all', 'show every finding, not ten of a kind');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery validate tei/cable.xml', 'grammar, rules, links, chronology, audit'],
        ['chancery validate tei', 'the edition: links from file to file, the register'],
        ['chancery validate dist', 'everything that was built'],
        ['chancery validate tei --format junit > tei.xml', 'for continuous integration'],
        ['chancery validate letter.xml --schema tei_all.rng', 'against another schema'],
        ['chancery validate letter.xml --schema a.rng --schema b.sch --svrl b.xml', 'grammar and rules'],
        ['chancery validate tei --severity quotation=off --max-warnings 0', 'as strict as you like'],
      ]),
    )
    .action(run);
}

const levels = ['error', 'warning', 'info', 'off'];

function level(
  text: string,
  before: Readonly<Record<string, SettableSeverity>> = {},
): Readonly<Record<string, SettableSeverity>> {
  const [, rule, severity] = /^([^=\s]+)=(\w+)$/.exec(text) ?? [];
  if (rule === undefined || severity === undefined || !levels.includes(severity)) {
    throw new InvalidArgumentError('Write it as rule=level; levels are error, warning, info, off.');
  }
  return { ...before, [rule]: severity as SettableSeverity };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

async function run(names: string[], options: ValidateCommandOptions): Promise<void> {
  const { loadStages } = await import('../../batch/load.ts');
  const { checkInputs, nameIn, sourcesOf, surroundings } = await import('../inputs.ts');
  const { statOf } = await import('../../batch/files.ts');
  const { filesIn } = await import('../artifacts.ts');
  const { checkFiles } = await import('../check-files.ts');
  const { concludeFiles } = await import('../plain.ts');
  const { suppress, withSeverities } = await import('../../validate/index.ts');
  checkInputs(names);
  const stages = await loadStages('readRegister', 'read', 'validate');
  const around = await surroundings(options, stages);
  const { project } = around;
  const { context } = around;
  const sourceOf = project && sourcesOf(project, context, stages);
  const { validation = {} } = context.settings;
  const files = names.flatMap(filesIn);
  const whole = names.some((name) => statOf(name)?.isDirectory() === true);
  const checked = await checkFiles(files, { context, project, options, whole, sourceOf });

  const severities = { ...validation.severity, ...options.severity };
  const named = withSeverities(checked.findings, severities);
  const relativeName = (file: string): string => nameIn(project, file);
  const { suppress: list = [] } = validation;
  const { findings, suppressed, stale } = suppress(named, list, files.map(relativeName), whole, relativeName);
  const all: readonly Diagnostic[] = [...findings, ...stale.map(staleness)];

  const { count } = await import('../report.ts');
  const { condensed } = await import('../condense.ts');
  const { shown, rest } =
    options.format === 'text' && !options.all ? condensed(all) : { shown: all, rest: [] };
  const failing = new Set(all.filter((f) => f.severity === 'error').map((f) => f.file)).size;
  const warnings = all.filter((f) => f.severity === 'warning').length;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  const lines = [
    ...rest,
    ...checked.notes,
    ...(suppressed > 0 ? [`${count(suppressed, 'finding')} suppressed by chancery.json.`] : []),
    ...(tooMany ? [`${count(warnings, 'warning')}; --max-warnings allows ${options.maxWarnings}.`] : []),
    failing === 0
      ? `${count(files.length, 'file')} checked: valid.`
      : `${count(files.length, 'file')} checked, ${failing} with errors.`,
  ];
  await concludeFiles({ findings: shown, files, summary: `${lines.join('\n')}\n`, context }, options);
  if (tooMany) process.exitCode = Math.max(Number(process.exitCode ?? 0), 1);
}

function staleness(s: {
  readonly code?: string;
  readonly rule?: string;
  readonly file?: string;
}): Diagnostic {
  const what = [s.rule ?? s.code, s.file === undefined ? undefined : `in ${s.file}`]
    .filter(Boolean)
    .join(' ');
  return {
    code: 'settings.stale',
    severity: 'warning',
    file: 'chancery.json',
    message: `The suppression of ${what} matches no finding any more`,
    fix: 'Remove it from "validation.suppress".',
  };
}
