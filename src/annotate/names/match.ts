/** Matching the names of a document against the edition's register: one candidate or none. */
import type { Document, EntityKind } from '../../document.ts';
import type { Register, RegisterEntry } from '../../register.ts';

/** A name for comparison: lower case, without articles, punctuation and marks. */
function normalName(name: string): string {
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

/** People of the register by each word of their names. */
const people = new WeakMap<Register, Map<string, RegisterEntry[]>>();

function peopleByWord(register: Register): Map<string, RegisterEntry[]> {
  let map = people.get(register);
  if (!map) {
    map = new Map();
    for (const entry of register.entries) {
      if (entry.kind !== 'person') continue;
      for (const word of new Set(entry.names.flatMap((n) => normalName(n.text).split(' ')))) {
        const list = map.get(word);
        if (list) list.push(entry);
        else map.set(word, [entry]);
      }
    }
    people.set(register, map);
  }
  return map;
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
  const map = peopleByWord(register);
  const candidates = map.get(wanted.find((w) => map.has(w)) ?? '') ?? [];
  return candidates.filter((entry) => {
    if (!entry.names.some((n) => wanted.every((t) => normalName(n.text).split(' ').includes(t))))
      return false;
    if (entry.offices.length === 0) return tokens.length > 1;
    const inOffice = entry.offices.filter(
      (o) =>
        !date ||
        ((!o.from || o.from.slice(0, date.length) <= date) && (!o.to || date.slice(0, o.to.length) <= o.to)),
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

/** The year of the document, as its catalogue or its header gives it; for dates of office. */
export function dateOf(document: Document): string | undefined {
  const words = [
    document.header.catalogue.find((c) => c.name === 'date')?.value,
    ...document.header.fields
      .filter((f) => f.layer === 'text' && (f.name === 'sent' || f.name === 'place-date'))
      .map((f) => f.value),
  ];
  for (const w of words) {
    const year = /\b(1[5-9]\d\d|20\d\d)\b/.exec(w ?? '')?.[1];
    if (year) return year;
  }
  return undefined;
}

/** What the register states of an entry, as an entity of the document bears it. */
export const factsOf = ({
  zone,
  date,
  type,
  partOf,
  kind,
}: RegisterEntry): Readonly<Record<string, string>> => ({
  ...(zone ? { zone } : {}),
  ...(kind === 'document' && date ? { date } : {}),
  ...(kind === 'document' && type ? { type } : {}),
  ...(kind === 'document' && partOf ? { partOf } : {}),
});
