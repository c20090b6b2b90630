/**
 * The dialects of an edition that are modules: `dialects/*.js` of the project, each with a function as its default
 * export that gets our tools and gives a dialect, or several.
 *
 * They are code and run with the rights of whoever runs Chancery: docs/security.md says what that means. Only
 * files inside the project are loaded, and nothing that lies below them in folders.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Dialect } from '../dialect.ts';
import { readHeader } from '../recognise/header-block.ts';
import { readPair } from '../recognise/header-pairs.ts';
import { paragraphsOf } from '../recognise/paragraphs.ts';
import { CommandError } from './errors.ts';
import { filesUnder, sha256 } from './files.ts';

const folder = 'dialects';

/** What a module gets: the parts our own dialects are made of. */
const tools = { paragraphsOf, readHeader, readPair } as const;

/** Throws `CommandError` 2 where a module cannot be loaded or gives no dialect. */
export async function dialectsOf(root: string): Promise<readonly Dialect[]> {
  const found: Dialect[] = [];
  const paths = filesUnder(join(root, folder)).filter((path) => /^[^/]+\.m?js$/.test(path));
  for (const path of paths) found.push(...(await load(root, path)));
  const twice = found.find((d, i) => found.findIndex((other) => other.id === d.id) < i);
  if (twice) throw unusable(folder, `two modules give the dialect ${twice.id}`);
  return found;
}

async function load(root: string, path: string): Promise<readonly Dialect[]> {
  const file = join(root, folder, path);
  const name = `${folder}/${path}`;
  if (!realpathSync(file).startsWith(realpathSync(root) + sep))
    throw unusable(name, 'it is a link out of the project');
  let made: unknown;
  try {
    // The checksum in the address: a module that was changed while we watch is loaded again.
    const url = `${pathToFileURL(file)}?sha256=${sha256(readFileSync(file))}`;
    const { default: make } = (await import(url)) as { readonly default?: unknown };
    if (typeof make !== 'function') throw new Error('its default export is no function');
    made = (make as (given: typeof tools) => unknown)(tools);
  } catch (error) {
    throw unusable(name, error instanceof Error ? error.message : String(error));
  }
  const all = Array.isArray(made) ? made : [made];
  for (const dialect of all)
    if (!isDialect(dialect))
      throw unusable(name, 'it gives no dialect: an id, a name, recognise(page) and read(page) are wanted');
  return all as readonly Dialect[];
}

function isDialect(value: unknown): value is Dialect {
  const { id, name, recognise, read } = (value ?? {}) as Partial<Dialect>;
  return (
    typeof id === 'string' &&
    /^[a-z][a-z0-9-]*$/.test(id) &&
    typeof name === 'string' &&
    typeof recognise === 'function' &&
    typeof read === 'function'
  );
}

function unusable(name: string, reason: string): CommandError {
  return new CommandError(
    2,
    `${name} cannot be used: ${reason}.`,
    'See “A module of the edition” in docs/adding-a-dialect.md, or remove the file.',
  );
}
