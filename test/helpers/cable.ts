/** The cable that ships with the package, and projects made of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.ts';
import { folderWith } from './folder.ts';

export const cableName = '1978-07-22-sato-1384';
export const cable = readFileSync(join(root, 'sources', `${cableName}.txt`));
const register = readFileSync(join(root, 'tei', 'register.xml'));

/** A project with the cable under each of these names, and other files. */
export function projectWith(
  names: readonly string[],
  others: Readonly<Record<string, string | Uint8Array>> = {},
): string {
  const sources = Object.fromEntries(names.map((name) => [`sources/${name}.txt`, cable]));
  return folderWith({
    'chancery.json': '{"title": "Test edition"}',
    'tei/register.xml': register,
    ...sources,
    ...others,
  });
}

/** So many names: enough work to be interrupted in. */
export function manyNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `cable-${String(i).padStart(3, '0')}`);
}
