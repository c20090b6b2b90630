/**
 * What `convert` is given, document by document: files, folders, patterns, archives, tables, standard input. Each
 * comes with the place in the tree where its results belong, and none is held longer than it is worked on.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { containerOf, type Member } from '../batch/containers/index.ts';
import { CommandError } from '../batch/errors.ts';
import { filesUnder, shown, statOf } from '../batch/files.ts';
import { finding } from '../batch/finding.ts';
import { isGlob, matcherOf } from '../batch/glob.ts';
import { membersOf } from '../batch/listing.ts';
import type { Project } from '../batch/project.ts';
import { bytesOf } from '../batch/source-file.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { formatOf, formats } from '../read/formats.ts';
import type { Settings } from '../settings.ts';
import { nameIn, readInput } from './inputs.ts';

/** One document, or one file of several records that came on standard input. */
export interface Item {
  /** As a person finds it; findings name it so. */
  readonly shown: string;
  /** As the stages know it, and ids are made from it: as if what was named were the sources of an edition. */
  readonly name: string;
  /** Folder of the results below the output folder: empty, or with `/` at its end. */
  readonly folder: string;
  /** A file name whose ending tells the format. */
  readonly format: string;
  readonly bytes: Uint8Array;
}

export interface Gathering {
  readonly settings: Settings;
  readonly project?: Project;
  /** Name of a reader or an archive: what comes on standard input. */
  readonly from?: string;
  /** Told of what cannot be had. */
  readonly findings: Diagnostic[];
}

const archives: Readonly<Record<string, string>> = { zip: '.zip', tar: '.tar', 'tar.gz': '.tar.gz' };

const endings: ReadonlyMap<string, string> = new Map([
  ...formats.map((f): [string, string] => [f.name, f.endings[0]]),
  ...Object.entries(archives),
]);

const readable: readonly string[] = [...endings.keys()];

/** Everything that was named, in that order; within a folder in the order of the paths. */
export async function* gather(names: readonly string[], gathering: Gathering): AsyncGenerator<Item> {
  const { from, findings } = gathering;
  if (from !== undefined && !endings.has(from)) {
    throw new CommandError(2, `Nothing reads "${from}".`, `Known: ${readable.join(', ')}.`);
  }
  if (from !== undefined && !names.includes('-')) {
    const fix = 'Give the file the ending of its format, or send it to standard input and name it -.';
    throw new CommandError(2, '--from is for standard input: files are read by their endings.', fix);
  }
  for (const name of names) {
    if (name === '-') yield* standardInput(gathering);
    else if (statOf(name)?.isDirectory()) {
      // One folder is the tree; of several, each keeps its name.
      const prefix = names.length > 1 ? `${basename(resolve(name))}/` : '';
      yield* many(name, prefix, filesUnder(name), gathering);
    } else if (isGlob(name) && statOf(name) === undefined) {
      const { base, paths } = matching(name);
      if (paths.length === 0) findings.push(finding('read.missing', name, 'No file has such a name.'));
      yield* many(base, '', paths, gathering);
    } else {
      const file = shown(resolve(name));
      const { project, settings } = gathering;
      // The folders of an archive are part of its documents' ids, as in an edition.
      const known = containerOf(name)?.archive
        ? `${settings.folders.sources}/${basename(name)}`
        : nameIn(project, file);
      yield* documentsOf({ path: name, name: known, tree: basename(name) }, gathering);
    }
  }
}

async function* many(
  base: string,
  prefix: string,
  paths: readonly string[],
  gathering: Gathering,
): AsyncGenerator<Item> {
  const { project, settings, findings } = gathering;
  for (const path of paths) {
    const file = join(base, path);
    if (formatOf(path) === undefined && containerOf(path) === undefined) {
      findings.push(passedOver(shown(resolve(file)), 'No reader knows the ending of its name.'));
      continue;
    }
    const known = nameIn(project, file);
    const inside = project !== undefined && known.startsWith(`${settings.folders.sources}/`);
    const name = inside ? known : `${settings.folders.sources}/${prefix}${path}`;
    yield* documentsOf({ path: file, name, tree: prefix + path }, gathering);
  }
}

/** Files that were not named one by one and are no documents: told, and no error. */
function passedOver(file: string, message: string): Diagnostic {
  return { ...finding('read.format', file, message), severity: 'warning' };
}

/** The files below the folder that a pattern begins with, those that fit. */
function matching(pattern: string): { readonly base: string; readonly paths: readonly string[] } {
  const parts = pattern.split(sep === '\\' ? /[\\/]/ : '/');
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const fits = matcherOf(parts.slice(first).join('/'));
  return { base, paths: filesUnder(base).filter(fits) };
}

interface Named {
  readonly path: string;
  readonly name: string;
  /** Its path in the tree. */
  readonly tree: string;
  readonly display?: string;
}

async function* documentsOf(named: Named, gathering: Gathering): AsyncGenerator<Item> {
  const { settings, findings } = gathering;
  const { path, name, tree } = named;
  const display = named.display ?? shown(resolve(path));
  const container = containerOf(path);
  if (container !== undefined && statOf(path)?.isFile()) {
    const faults: Diagnostic[] = [];
    const where = { root: process.cwd(), settings };
    const members = membersOf(path, where, faults);
    const found = container.archive ? members : await severalOf(members);
    if (found !== undefined) {
      for await (const member of found) yield itemOf(member, named, display, container.archive);
      findings.push(...faults.map((f) => told(f, path, display)));
      return;
    }
  }
  const file = bytesOf(path, process.cwd(), settings.limits.bytes);
  if ('code' in file) findings.push({ ...file, file: display });
  else yield { shown: display, name, folder: folderOf(tree), format: path, bytes: file.bytes };
}

/** What an archive holds besides documents is no error; a fault of the archive is. */
function told(fault: Diagnostic, path: string, display: string): Diagnostic {
  const named = fault.file === path ? { ...fault, file: display } : fault;
  return fault.code === 'read.format' ? passedOver(named.file, fault.message) : named;
}

function itemOf(member: Member, { name, tree }: Named, display: string, archive: boolean): Item {
  const { key, bytes, format } = member;
  // An archive is a folder of the tree; the records of a table lie where the table does.
  const stem = tree.replace(/\.(?:zip|tar|tgz|tar\.gz)$/i, '');
  const folder = folderOf(archive ? `${stem}/${key}` : tree);
  return { shown: `${display}#${key}`, name: `${name}#${key}`, folder, format, bytes };
}

/** The records of a table; nothing for a table of one, which is a document itself. */
async function severalOf(members: AsyncIterable<Member>): Promise<AsyncIterable<Member> | undefined> {
  const all = members[Symbol.asyncIterator]();
  const [first, second] = [await all.next(), await all.next()];
  if (first.done === true || second.done === true) return undefined;
  const beginning = [first.value, second.value];
  return (async function* () {
    yield* beginning;
    for (let next = await all.next(); next.done !== true; next = await all.next()) yield next.value;
  })();
}

async function* standardInput(gathering: Gathering): AsyncGenerator<Item> {
  const { settings, findings, from = 'text' } = gathering;
  const input = await readInput('-', settings.limits.bytes);
  if ('code' in input) {
    findings.push(input);
    return;
  }
  const file = `input${endings.get(from)}`;
  if (archives[from] === undefined) {
    yield { shown: '-', name: '-', folder: '', format: file, bytes: input.bytes };
    return;
  }
  // A zip is read from its end: it must be a file.
  const scratch = mkdtempSync(join(tmpdir(), 'chancery-'));
  try {
    const path = join(scratch, file);
    writeFileSync(path, input.bytes);
    const name = `${settings.folders.sources}/${file}`;
    for await (const item of documentsOf({ path, name, tree: file, display: '-' }, gathering)) yield item;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The folder of a path, each part a name that every system can hold. */
function folderOf(tree: string): string {
  const parts = tree.split(/[\\/]/).slice(0, -1);
  return parts.map((part) => `${portable(part)}/`).join('');
}

const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i;

function portable(part: string): string {
  const name = part
    .replace(/[\u0000-\u001f<>:"|?*]/g, '_')
    .replace(/[. ]+$/, '')
    .replace(reserved, '_$&');
  return name === '' ? '_' : name;
}
