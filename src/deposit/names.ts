/**
 * Names of files that every system can hold, and that ARCHE takes: ASCII letters, digits, hyphen, underscore and
 * full stop, no name that Windows reserves, no two that differ only in case.
 */
import { compareText } from '../order.ts';

const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|clock\$)(?:\.|$)/i;

/** ASCII letters and digits in lower case, joined by hyphens; letters with marks lose them. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Longest path that any system unpacks into a folder of its own. */
const longest = 200;

/** Pages of the edition lead to each other by their names: they keep them, however long the path. */
const isLinked = (path: string): boolean => path.startsWith('edition/');

/** Whether a path is too long for some programs of Windows, which take 260 characters with all folders above. */
export const isLong = (path: string): boolean => path.length > longest;

/** Why a path is not portable, or nothing. */
export function objectionTo(path: string): string | undefined {
  const parts = path.split('/');
  if (isLong(path) && !isLinked(path)) return `it is longer than ${longest} characters`;
  if (parts.some((part) => part.length > 255)) return 'a part of it is longer than 255 characters';
  for (const part of parts) {
    if (part === '' || part === '.' || part === '..') return 'it has an empty part or dots alone';
    if (!/^[A-Za-z0-9._-]+$/.test(part)) return 'it has characters other than ASCII letters, digits, . _ -';
    if (/^[.-]|\.$/.test(part)) return 'a part begins with . or -, or ends with .';
    if (reserved.test(part)) return `Windows reserves the name ${part}`;
  }
  return undefined;
}

/** A portable path near the one given: each part is written in ASCII, endings stay. */
function portable(path: string): string {
  return path
    .split('/')
    .map((part) => {
      const [, stem = part, ending = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,8})?)$/s.exec(part) ?? [];
      const ascii = stem
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[^A-Za-z0-9._-]+/g, '_')
        .replace(/^[._-]+|[._-]+$/g, '')
        .slice(0, 60);
      const name = ascii === '' ? 'file' : ascii;
      return `${reserved.test(name) ? `_${name}` : name}${ending}`.replace(
        /^_(?=con|prn|aux|nul|com|lpt)/i,
        'file-',
      );
    })
    .join('/')
    .slice(-longest);
}

/**
 * The path of each file in the package, by its path in the project: as it is where that is portable and no
 * other has it in another case; else a portable one near it, numbered where needed.
 */
export function portableNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const take = (path: string, name: string): void => {
    taken.add(name.toLowerCase());
    names.set(path, name);
  };
  const ordered = [...new Set(paths)].sort(compareText);
  const rest: string[] = [];
  for (const path of ordered) {
    if (objectionTo(path) === undefined && !taken.has(path.toLowerCase())) take(path, path);
    else rest.push(path);
  }
  for (const path of rest) {
    const near = portable(path);
    const [, stem = near, ending = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,8})?)$/s.exec(near) ?? [];
    let name = near;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}${ending}`;
    take(path, name);
  }
  return names;
}
