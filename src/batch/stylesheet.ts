/**
 * An edition's own style sheets: a file in `xslt/` of the project takes the place of the package's module of the same
 * name, whatever else stays as it is. Both are laid together in `.chancery/xslt/` under the hash of all that goes in,
 * compiled there once, and only the entries that one of the project's modules reaches.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';
import { type StylesheetName, stylesheetNames } from '../context.ts';
import { CommandError } from './errors.ts';
import { filesUnder, sha256 } from './files.ts';
import { packageRoot, programFingerprint } from './program.ts';

type Stylesheets = Readonly<Partial<Record<StylesheetName, object>>>;

/** Module names are paths below `xslt/`, with slashes. */
type Modules = ReadonlyMap<string, string>;

/**
 * The compiled style sheets that differ from the package's; `undefined` where the project has none of its own.
 * Throws `CommandError` 2 when one cannot be compiled, or is reached by nothing.
 */
export async function stylesheetsOf(root: string): Promise<Stylesheets | undefined> {
  if (!existsSync(join(root, 'xslt')) || realpathSync(root) === realpathSync(packageRoot)) return undefined;
  const own = modulesIn(join(root, 'xslt'));
  if (own.size === 0) return undefined;
  const all = new Map([...modulesIn(join(packageRoot, 'xslt')), ...own]);
  const reached = new Map(stylesheetNames.map((name) => [name, reachedFrom(`${name}.xsl`, all)]));
  refuseUnreached([...own.keys()], [...reached.values()], all);

  const folder = join(
    root,
    '.chancery',
    'xslt',
    sha256(JSON.stringify([programFingerprint(), ...own])).slice(0, 16),
  );
  const names = stylesheetNames.filter((name) =>
    [...own.keys()].some((module) => reached.get(name)?.has(module)),
  );
  const sefOf = (name: StylesheetName): string => join(folder, `${name}.sef.json`);
  const missing = names.filter((name) => !existsSync(sefOf(name)));
  if (missing.length > 0) await once(folder, () => compileIn(folder, missing, own, root));
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(sefOf(name), 'utf8')) as object]),
  );
}

/** Whoever asks for what is being compiled in this thread waits for it. */
const inWork = new Map<string, Promise<void>>();

async function once(folder: string, work: () => Promise<void>): Promise<void> {
  const working = inWork.get(folder) ?? work().finally(() => inWork.delete(folder));
  inWork.set(folder, working);
  await working;
}

async function compileIn(
  folder: string,
  names: readonly StylesheetName[],
  own: Modules,
  root: string,
): Promise<void> {
  // Other processes, on other machines too, may be at the same: each has a place of its own until it is done.
  const modules = join(folder, `modules-${process.pid}-${threadId}`);
  layTogether(modules, own, root);
  try {
    await Promise.all(names.map((name) => compile(name, join(folder, `${name}.sef.json`), modules)));
  } finally {
    rmSync(modules, { recursive: true, force: true });
  }
}

const modulesIn = (folder: string): Modules =>
  new Map(
    filesUnder(folder)
      .filter((path) => path.endsWith('.xsl'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

/** XSLT 3.0, 3.11: xsl:include and xsl:import name modules by addresses relative to their own. */
const reference = /(<xsl:(?:include|import)\b[^>]*?\bhref\s*=\s*)(["'])([^"']*)\2/g;

function reachedFrom(entry: string, modules: Modules, reached = new Set<string>()): ReadonlySet<string> {
  const text = modules.get(entry);
  if (text === undefined || reached.has(entry)) return reached;
  reached.add(entry);
  for (const [, , , href = ''] of text.matchAll(reference))
    reachedFrom(beside(entry, href), modules, reached);
  return reached;
}

const beside = (module: string, href: string): string => posix.join(posix.dirname(module), href);

/** A module with a name that nothing includes would be without effect, and nobody would know. */
function refuseUnreached(
  own: readonly string[],
  reached: readonly ReadonlySet<string>[],
  all: Modules,
): void {
  const lost = own.find((module) => !reached.some((modules) => modules.has(module)));
  if (lost === undefined) return;
  const names = [...all.keys()].filter(
    (name) => posix.basename(name) === posix.basename(lost) && name !== lost,
  );
  throw new CommandError(
    2,
    `The style sheet xslt/${lost} has no effect: the package has no module of this name, and none includes it.`,
    names.length > 0
      ? `Name it after the module that it stands for: xslt/${names.join(', xslt/')}`
      : 'Include it from a module of yours, give it the name of the module it stands for (those of the package are in its folder xslt/), or move it out of xslt/.',
  );
}

async function compile(name: StylesheetName, target: string, modules: string): Promise<void> {
  try {
    createRequire(import.meta.url).resolve('xslt3/xslt3.js');
  } catch {
    const fix = 'Install it beside Chancery: npm install xslt3@2.7';
    throw new CommandError(
      2,
      'This edition has style sheets of its own, and their compiler is missing.',
      fix,
    );
  }
  try {
    const { compileStylesheet } = await import('../build/stylesheets.ts');
    const made = join(modules, `${name}.sef.json`);
    await compileStylesheet(join(modules, `${name}.xsl`), made);
    // A compiler killed in mid-run leaves no half of a style sheet under the name that is looked for.
    renameSync(made, target);
  } catch (error) {
    throw new CommandError(
      2,
      inWordsOfTheProject(error instanceof Error ? error.message : String(error), modules),
      'Mend the style sheet.',
    );
  }
}

/** The package's modules, and the project's over them. */
function layTogether(modules: string, own: Modules, root: string): void {
  const ours = join(packageRoot, 'xslt');
  for (const path of filesUnder(ours)) {
    mkdirSync(dirname(join(modules, path)), { recursive: true });
    copyFileSync(join(ours, path), join(modules, path));
  }
  for (const [path, text] of own) {
    const target = join(modules, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, withAddresses(text, path, root, modules));
  }
}

/** What a module names outside the two folders is named from where the module stands in the project. */
function withAddresses(text: string, module: string, root: string, modules: string): string {
  return text.replace(reference, (whole, before: string, mark: string, href: string) => {
    const isElsewhere = !/^[a-z][a-z+.-]*:/i.test(href) && beside(module, href).startsWith('../');
    if (!isElsewhere || existsSync(join(modules, beside(module, href)))) return whole;
    return `${before}${mark}${pathToFileURL(join(root, 'xslt', beside(module, href))).href}${mark}`;
  });
}

/** The compiler names the copies; the editor knows the files they are of. */
const inWordsOfTheProject = (message: string, modules: string): string =>
  message.replaceAll(pathToFileURL(modules).href, 'xslt').replaceAll(modules, 'xslt');
