/** `chancery register`: looks after the register of people, offices, organisations, places and documents. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from '../../batch/errors.ts';
import type { EntityKind } from '../../document.ts';
import { examples } from '../options.ts';

const kinds = ['person', 'office', 'org', 'place', 'document', 'event'] as const;

interface Options {
  readonly project?: string;
  readonly format: 'text' | 'json';
  readonly kind?: EntityKind;
  readonly least?: number;
}

interface AddOptions extends Options {
  readonly id?: string;
  readonly name?: string;
  readonly alias: readonly string[];
  readonly office: readonly string[];
}

export function registerCommand(): Command {
  const register = new Command('register').description(
    'looks after the register of people, offices, organisations, places and documents (tei/register.xml)',
  );
  const sub = (name: string, description: string): Command =>
    register
      .command(name)
      .description(description)
      .option('--project <dir>', 'folder of the edition (default: this folder)')
      .addOption(
        new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'),
      );
  const byKind = (command: Command): Command =>
    command.addOption(new Option('--kind <kind>', 'entries of this kind only').choices(kinds));

  byKind(sub('list', 'every entry, with how often the edition names it'))
    .addHelpText('after', examples([['chancery register list --kind person', 'the people']]))
    .action(list);
  byKind(
    sub(
      'propose',
      'names without an entry, entries that may be one, names that may mean several; changes nothing',
    ),
  )
    .option('--least <n>', 'new entries with so many mentions or more', wholeNumber, 1)
    .addHelpText(
      'after',
      examples([
        ['chancery register propose', 'what an editor might look at'],
        ['chancery register propose --kind person --least 3', 'people that are named three times or more'],
      ]),
    )
    .action(propose);
  sub('add', 'adds an entry: one that was proposed, or one you describe')
    .argument('[proposals...]', 'ids that `chancery register propose` gives')
    .addOption(new Option('--kind <kind>', 'kind of an entry you describe').choices(kinds))
    .option('--name <name>', 'its name; ja:佐藤 says the language')
    .option('--alias <name>', 'another name; may be repeated', several, [])
    .option('--office <title;from;to>', 'office of a person, with ISO dates; may be repeated', several, [])
    .option('--id <id>', 'its id (default: made of the name)', anId)
    .addHelpText(
      'after',
      examples([
        ['chancery register add marsh', 'the entry that was proposed with this id'],
        [
          'chancery register add --kind person --name "Jane Marsh" --alias ja:マーシュ',
          'an entry of your own',
        ],
        [
          'chancery register add --kind person --name "R. Hentzau" --office "Minister;1960;1962-05"',
          'with an office',
        ],
      ]),
    )
    .action(add);
  sub('merge', 'takes up one entry into another: names, offices and identifiers go over, pointers follow')
    .argument('<keep>', 'id of the entry that stays')
    .argument('<drop>', 'id of the entry that is taken up')
    .addHelpText('after', examples([['chancery register merge sato-shoji sato', 'both are the same man']]))
    .action(merge);
  return register.addHelpText(
    'after',
    examples([
      ['chancery register list', 'every entry'],
      ['chancery register propose', 'what might be added or merged, with reasons'],
      ['chancery register add marsh', 'adds what was proposed; nothing is ever added or merged without you'],
    ]),
  );
}

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function anId(text: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9._-]*$/.test(text))
    throw new InvalidArgumentError('It must begin with a letter and have letters, digits, . _ - only.');
  return text;
}

async function opened(options: Options) {
  const { openProject } = await import('../../batch/project.ts');
  const { documentsOf, openRegister } = await import('../../batch/register-file.ts');
  const project = openProject(options.project ?? '.');
  const file = openRegister(project);
  const documents = [...documentsOf(project)].map((d) => d.mentions);
  return { project, file, documents };
}

function answer(options: Options, value: unknown, words: string): void {
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : words);
}

async function list(options: Options): Promise<void> {
  const { listed, listText } = await import('../register-words.ts');
  const { file, documents } = await opened(options);
  const entries = listed(file.register, documents).filter((e) => !options.kind || e.kind === options.kind);
  answer(options, { register: file.path, entries }, listText(entries));
}

async function propose(options: Options): Promise<void> {
  const { proposalsFor } = await import('../../register/propose.ts');
  const { proposalText } = await import('../register-words.ts');
  const { file, documents } = await opened(options);
  const kindOf = new Map(file.register.entries.map((e) => [e.id, e.kind]));
  const proposals = proposalsFor(file.register, documents).filter((p) => {
    const kind = p.type === 'merge' ? kindOf.get(p.keep) : p.kind;
    return (
      (!options.kind || kind === options.kind) && (p.type !== 'new' || p.mentions >= (options.least ?? 1))
    );
  });
  answer(options, { register: file.path, proposals }, proposalText(proposals));
}

async function add(ids: readonly string[], options: AddOptions): Promise<void> {
  const { changeRegister } = await import('../../batch/register-file.ts');
  const { withEntry } = await import('../../xml/register-edit.ts');
  const { project, file, documents } = await opened(options);
  const entries =
    ids.length > 0 ? await proposed(ids, options, file, documents) : [await described(options, file)];
  const path = changeRegister(project, (xml) => entries.reduce(withEntry, xml));
  const added = entries.map((e) => e.id);
  answer(
    options,
    { register: path, added },
    `Added ${added.join(', ')} to ${path}. Run \`chancery build\` to link what the edition says of them.\n`,
  );
}

type Opened = Awaited<ReturnType<typeof opened>>;
type Entry = import('../../xml/register-edit.ts').Entry;

async function proposed(
  ids: readonly string[],
  options: AddOptions,
  file: Opened['file'],
  documents: Opened['documents'],
): Promise<readonly Entry[]> {
  const { proposalsFor } = await import('../../register/propose.ts');
  if (options.name !== undefined || options.kind !== undefined || options.id !== undefined)
    throw new CommandError(
      2,
      'A proposal brings its name and kind along.',
      'Give ids of proposals, or describe an entry with --kind and --name: not both.',
    );
  const proposals = proposalsFor(file.register, documents);
  return [...new Set(ids)].map((id) => {
    const found = proposals.find((p) => p.type === 'new' && p.id === id);
    if (found?.type !== 'new')
      throw new CommandError(
        2,
        `Nothing with the id ${id} is proposed.`,
        'See `chancery register propose`, or describe the entry with --kind and --name.',
      );
    const names = [{ text: found.name }, ...found.aliases.map((text) => ({ text, type: 'alt' }))];
    return { id, kind: found.kind, names: [...names, ...options.alias.map(aliasOf)], offices: found.offices };
  });
}

async function described(options: AddOptions, file: Opened['file']): Promise<Entry> {
  const { entryId } = await import('../../register/names.ts');
  const { kind, name } = options;
  if (kind === undefined || name === undefined || name.trim() === '')
    throw new CommandError(
      2,
      'It is not said what to add.',
      'Give the id of a proposal, or --kind and --name of an entry.',
    );
  if (options.office.length > 0 && kind !== 'person')
    throw new CommandError(2, 'Only people hold offices.', 'Leave --office out, or give --kind person.');
  const first = named(name);
  const taken = new Set(file.register.entries.map((e) => e.id));
  return {
    id: options.id ?? entryId(kind, first.text, taken),
    kind,
    names: [first, ...options.alias.map(aliasOf)],
    offices: options.office.map(officeOf),
  };
}

/** `ja:佐藤`: a language before a colon, if it is one. */
function named(text: string): { readonly text: string; readonly language?: string } {
  const [, language, words] = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):(.+)$/su.exec(text) ?? [];
  return language && words ? { text: words.trim(), language } : { text: text.trim() };
}

const aliasOf = (text: string) => ({ ...named(text), type: 'alt' });

function officeOf(text: string) {
  const [title = '', from = '', to = ''] = text.split(';').map((part) => part.trim());
  for (const date of [from, to])
    if (date !== '' && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date))
      throw new CommandError(2, `${date} is no date.`, 'Write 1961, 1961-05 or 1961-05-05.');
  return { title, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

async function merge(keep: string, drop: string, options: Options): Promise<void> {
  const { openProject } = await import('../../batch/project.ts');
  const { changeRegister, documentsOf } = await import('../../batch/register-file.ts');
  const { merged } = await import('../../xml/register-edit.ts');
  const project = openProject(options.project ?? '.');
  // A file that a person has changed is theirs: it must not be left pointing nowhere.
  const pointing = [...documentsOf(project)].filter((d) => d.edited && d.xml.includes(`reg:${drop}`));
  const held = pointing.filter((d) =>
    new RegExp(`reg:${drop.replace(/[.\\-]/g, '\\$&')}(?![\\w.-])`).test(d.xml),
  );
  if (held.length > 0)
    throw new CommandError(
      2,
      `${held.map((d) => d.mentions.file).join(', ')} was changed by a person and points to reg:${drop}.`,
      `Write reg:${keep} there first; nothing was changed.`,
    );
  const path = changeRegister(project, (xml) => merged(xml, keep, drop));
  answer(
    options,
    { register: path, kept: keep, dropped: drop },
    `Took up ${drop} into ${keep} in ${path}. Run \`chancery build\` so that the edition follows.\n`,
  );
}
