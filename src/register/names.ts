/** Names compared as a reader of a register compares them, and ids made of names. */
import type { EntityKind } from '../document.ts';

/**
 * A name for comparison: compatibility forms one, letters without marks, case, punctuation, articles and blanks
 * aside. Two names that are the same here are spelt alike; nobody says yet that they mean one.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:the|a|an) /, '')
    .trim();
}

/**
 * An id for an entry, the same for the same name and register: the slug of the name, with a number where it is
 * taken. A name in a script without a simple slug gives the code points of its characters.
 *
 * @example entryId('person', 'Satō Shōji', new Set()) === 'sato-shoji'
 */
export function entryId(kind: EntityKind, name: string, taken: ReadonlySet<string>): string {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'`´.]/g, '')
    .replace(/[^\x00-\x7f]/gu, (c) => (/\p{L}|\p{N}/u.test(c) ? ` u${c.codePointAt(0)?.toString(16)} ` : ' '))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const base =
    /^[a-z]/.test(latin) && !/^u[0-9a-f]{4,5}(?:-|$)/.test(latin) ? latin : `${kind}-${latin || 'x'}`;
  let free = base;
  for (let i = 2; taken.has(free); i++) free = `${base}-${i}`;
  return free;
}
