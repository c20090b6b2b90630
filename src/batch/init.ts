/** A new edition project, ready to build. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CommandError } from './errors.ts';
import { shown, statOf, Writer } from './files.ts';
import { packageRoot } from './program.ts';

/** The document that comes with the package, so that the first build has something to show. */
const sample = 'sources/1978-07-22-sato-1384.txt';

const gitignore = `# What is built, and what builds remember
/dist/
/deposit/
/.chancery/
/node_modules/
`;

const readme = `# My edition

An edition of diplomatic documents, made with Chancery.

    chancery build          makes the edition in dist/
    chancery serve --watch  shows it on this computer, and follows what you change

- \`sources/\` holds the documents as they came. Put yours there; the name of a file becomes its address.
- \`tei/\` holds their encoding. From your first change on, a file there is yours and is never overwritten.
- \`tei/register.xml\` lists the people, places, organisations and documents that the edition knows.
- \`schemas/\` holds what the files in \`tei/\` are held against; Oxygen and VS Code find it there by itself.
- \`chancery.json\` holds the settings: title, editors, licence.
- \`dist/\` holds what is built. It may be deleted at any time.
`;

/**
 * Makes the project. A file that is there already is left as it is.
 *
 * Throws `CommandError` 2 for a folder that is not empty, unless \`force\`.
 *
 * @returns files made, and files left alone, as a person would type them
 */
export function init(folder: string, force: boolean): { readonly made: string[]; readonly kept: string[] } {
  const root = resolve(folder);
  const stats = statOf(root);
  if (stats !== undefined && !stats.isDirectory()) {
    throw new CommandError(
      2,
      `${shown(root)} is a file.`,
      'Name a folder that is empty or does not exist yet.',
    );
  }
  if (stats !== undefined && !force && readdirSync(root).length > 0) {
    throw new CommandError(
      2,
      `${shown(root)} is not empty.`,
      'Name another folder, or use --force: it adds what is missing and overwrites nothing.',
    );
  }
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ['chancery.json', settingsFor(root)],
    ['README.md', readme],
    ['.gitignore', gitignore],
    [sample, readFileSync(join(packageRoot, sample))],
    ['tei/register.xml', readFileSync(join(packageRoot, 'tei', 'register.xml'))],
    ...['schemas/chancery.rng', 'schemas/chancery.sch'].map(
      (path) => [path, readFileSync(join(packageRoot, path))] as const,
    ),
  ];
  const writer = new Writer(root);
  const made: string[] = [];
  const kept: string[] = [];
  for (const [path, content] of files) {
    if (statOf(join(root, path)) !== undefined) kept.push(path);
    else {
      writer.write(path, content);
      made.push(path);
    }
  }
  return { made, kept };
}

/** `$schema` gives completion in editors; it is an address on this disk, for nothing is fetched. */
function settingsFor(root: string): string {
  const settings = {
    $schema: `${packageSeenFrom(root)}/schemas/chancery.schema.json`,
    title: 'My edition',
    description: 'Diplomatic documents, encoded and annotated.',
    publisher: 'Unpublished',
    language: 'en',
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** The package as installed in a folder around the project; else where it will be once installed inside. */
function packageSeenFrom(root: string): string {
  const modules = dirname(resolve(packageRoot));
  const installed = basename(modules) === 'node_modules' && root.startsWith(dirname(modules) + sep);
  if (!installed) return './node_modules/chancery';
  return relative(root, resolve(packageRoot)).split(sep).join('/');
}
