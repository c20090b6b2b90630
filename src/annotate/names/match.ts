/** Matching the names of a document against the edition's register: one candidate or none. */
import type { EntityKind } from '../../document.ts';
import type { Register, RegisterEntry } from '../../register.ts';

/** A name for comparison: lower case, without articles, punctuation and marks. */
export function normalName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'`.,()“”"]/g, '')
    .replace(/[-–—\s\u00a0]+/g, ' ')
    .replace(/^the /, '')
    .trim();
}

const index = new WeakMap<Register, Map<string, RegisterEntry[]>>();

function byName(register: Register): Map<string, RegisterEntry[]> {
  let map = index.get(register);
  if (!map) {
    map = new Map();
    for (const entry of register.entries) {
      for (const { text } of entry.names) {
        const key = normalName(text);
        const list = map.get(key);
        if (!list) map.set(key, [entry]);
        else if (!list.includes(entry)) list.push(entry);
      }
    }
    index.set(register, map);
  }
  return map;
}

/** All entries of one of the kinds that bear this name. */
export function entriesNamed(
  register: Register,
  name: string,
  kinds: readonly EntityKind[],
): readonly RegisterEntry[] {
  return (byName(register).get(normalName(name)) ?? []).filter((e) => kinds.includes(e.kind));
}

/** The one entry that bears this name; undefined where there is none or more than one. */
export function entryNamed(
  register: Register,
  name: string,
  kinds: readonly EntityKind[],
): RegisterEntry | undefined {
  const found = entriesNamed(register, name, kinds);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * People who may be meant by a title and some tokens of a name at a date: the tokens occur in one of their
 * names, and, where their offices are known with dates, one of them fits title and date.
 *
 * @param date ISO date of the document; undefined: dates of office are not looked at
 */
export function peopleNamed(
  register: Register,
  tokens: readonly string[],
  title: string | undefined,
  date: string | undefined,
): readonly RegisterEntry[] {
  const wanted = tokens.map(normalName);
  const wantedTitle = title ? normalName(title) : undefined;
  return register.entries.filter((entry) => {
    if (entry.kind !== 'person') return false;
    if (!entry.names.some((n) => wanted.every((t) => normalName(n.text).split(' ').includes(t))))
      return false;
    if (entry.offices.length === 0) return tokens.length > 1;
    const inOffice = entry.offices.filter(
      (o) => !date || ((!o.from || o.from <= date) && (!o.to || date.slice(0, o.to.length) <= o.to)),
    );
    if (!wantedTitle) return tokens.length > 1;
    return inOffice.some((o) => {
      const office = normalName(o.title);
      return (
        office === wantedTitle || office.startsWith(`${wantedTitle} `) || office.includes(` ${wantedTitle} `)
      );
    });
  });
}
