/** `chancery validate`: every check on files that are there, one report. */
import { Command, InvalidArgumentError } from 'commander';
import type { Project } from '../../batch/project.ts';
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
  readonly watch?: boolean;
  readonly explain?: string;
}

export function validateCommand(): Command {
  const command = new Command('validate')
    .description(
      'TEI, JSON-LD or a whole dist/: every check, one report. A TEI is held against the schemas it names\n' +
        '(<?xml-model?>), else against ours; files together are an edition, whose links are followed',
    )
    .argument('[files...]', 'files or folders; - is a TEI on standard input')
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
    .option('--all', 'show every finding, not ten of a kind')
    .option('--watch', 'check again whenever one of the files, a schema or the settings change')
    .option('--explain <rule>', 'what a rule or a code means, with examples; checks nothing');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery validate tei/cable.xml', 'grammar, rules, links, chronology'],
        ['chancery validate tei', 'the edition: links from file to file, the register'],
        ['chancery validate dist', 'everything that was built'],
        ['chancery validate tei --format junit > tei.xml', 'for continuous integration'],
        ['chancery validate letter.xml --schema tei_all.rng', 'against another schema'],
        ['chancery validate letter.xml --schema a.rng --schema b.sch --svrl b.xml', 'grammar and rules'],
        ['chancery validate tei --severity quotation=off --max-warnings 0', 'as strict as you like'],
        ['chancery validate tei --watch', 'while you edit'],
        ['chancery validate --explain pointer-kinds', 'the rule in [brackets] behind a message'],
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
  if (options.explain !== undefined) return explain(options.explain);
  const { checkInputs } = await import('../inputs.ts');
  const { CommandError } = await import('../../batch/errors.ts');
  if (names.length === 0)
    throw new CommandError(
      2,
      'Nothing to validate was named.',
      'Name files or folders: chancery validate tei',
    );
  checkInputs(names);
  if (!options.watch) {
    await checkOnce(names, options);
    return;
  }
  if (names.includes('-'))
    throw new CommandError(2, 'Standard input cannot be watched.', 'Name a file or a folder.');
  await watchAndCheck(names, options);
}

/** The page of a rule or a code. */
async function explain(id: string): Promise<void> {
  const { codePage, rulePage } = await import('../../validate/rule-pages.ts');
  const page = rulePage(id) ?? codePage(id);
  if (page === undefined) {
    const { CommandError } = await import('../../batch/errors.ts');
    const { everyRule } = await import('../../validate/every-rule.ts');
    const { likelyMeant } = await import('../../xml/relaxng/nearest.ts');
    const { diagnosticsTable } = await import('../../diagnostics-table.ts');
    const known = [...everyRule.map((rule) => rule.id), ...Object.keys(diagnosticsTable)];
    const close = likelyMeant(id, known);
    throw new CommandError(
      2,
      `There is no rule and no code ${id}.`,
      close === undefined
        ? `Rules: ${everyRule.map((rule) => rule.id).join(', ')}.`
        : `Did you mean ${close}?`,
    );
  }
  process.stdout.write(page);
}

/** Checks again after each change, until it is interrupted. What cannot be used is told, and may be mended. */
async function watchAndCheck(names: readonly string[], options: ValidateCommandOptions): Promise<void> {
  const { resolve } = await import('node:path');
  const { Watching } = await import('../../batch/watch.ts');
  const { commandErrorText } = await import('../report.ts');
  const { paint } = await import('../terminal.ts');
  const { exitCodes } = await import('../exit.ts');
  const check = async (): Promise<void> => {
    if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    try {
      watching.add(await checkOnce(names, options));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'CommandError') throw error;
      const { CommandError } = await import('../../batch/errors.ts');
      process.stderr.write(
        commandErrorText(error as InstanceType<typeof CommandError>, paint(process.stderr, !options.color)),
      );
    }
    if (!options.quiet && options.format === 'text') process.stdout.write('Watching; Ctrl-C ends it.\n');
  };
  const watching = new Watching(check);
  watching.add([...names, ...(options.schema ?? [])].map((name) => resolve(name)));
  await check();
  await new Promise<void>((done) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => done());
  });
  watching.end();
  process.exitCode = exitCodes.interrupted;
}

/** @returns the files that the outcome hangs on besides those named: schemas, settings, the register */
async function checkOnce(
  names: readonly string[],
  options: ValidateCommandOptions,
): Promise<readonly string[]> {
  const { nameIn } = await import('../inputs.ts');
  const { checkingIn } = await import('../checking.ts');
  const { settingsFile } = await import('../../batch/project.ts');
  const { statOf } = await import('../../batch/files.ts');
  const { filesIn } = await import('../artifacts.ts');
  const { checkFiles } = await import('../check-files.ts');
  const { concludeFiles } = await import('../plain.ts');
  const { Suppressions, staleness, withSeverities } = await import('../../validate/index.ts');
  const checking = await checkingIn(options.project);
  const { context, project, unusable } = checking;
  const { validation = {} } = context.settings;
  const files = names.flatMap(filesIn);
  const whole = names.some((name) => statOf(name)?.isDirectory() === true);
  const checked = await checkFiles(files, { ...checking, options, whole });

  const severities = { ...validation.severity, ...options.severity };
  const relativeName = (file: string): string => nameIn(project, file);
  // Where the register is checked itself, that tells what is wrong with it.
  const ofRegister = unusable.filter(({ file }) => !files.some((name) => relativeName(name) === file));
  const named = withSeverities([...ofRegister, ...checked.findings], severities);
  const suppressions = new Suppressions(validation.suppress);
  const { findings, suppressed } = suppressions.apply(named, relativeName);
  const stale = suppressions.stale(files.map(relativeName), whole);
  const all: readonly Diagnostic[] = [...findings, ...stale.map((s) => staleness(s, settingsFile))];

  const { count } = await import('../report.ts');
  const { condensed } = await import('../condense.ts');
  const { shown, rest } =
    options.format === 'text' && !options.all ? condensed(all) : { shown: all, rest: [] };
  const failing = new Set(all.filter((f) => f.severity === 'error').map((f) => f.file));
  for (const { file } of ofRegister) failing.delete(file);
  const warnings = all.filter((f) => f.severity === 'warning').length;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  const lines = [
    ...rest,
    ...checked.notes,
    ...(unusable.length > 0 ? ['The register cannot be used: nothing was held against it.'] : []),
    ...(suppressed.length > 0 ? [`${count(suppressed.length, 'finding')} suppressed by chancery.json.`] : []),
    ...(tooMany ? [`${count(warnings, 'warning')}; --max-warnings allows ${options.maxWarnings}.`] : []),
    failing.size === 0
      ? `${count(files.length, 'file')} checked: valid.`
      : `${count(files.length, 'file')} checked, ${failing.size} with errors.`,
    ...(shown.length > 0 ? ['What a rule means: chancery validate --explain RULE (in [brackets]).'] : []),
  ];
  const summary = `${lines.join('\n')}\n`;
  await concludeFiles({ findings: shown, suppressed, files, summary, context }, options);
  if (tooMany) process.exitCode = Math.max(Number(process.exitCode ?? 0), 1);
  return [...checked.schemas, ...(project === undefined ? [] : await besides(project))];
}

/** What of a project decides over findings besides the documents. */
async function besides(project: Project): Promise<readonly string[]> {
  const { join } = await import('node:path');
  const { settingsFile } = await import('../../batch/project.ts');
  return [join(project.root, settingsFile), join(project.tei, 'register.xml')];
}
