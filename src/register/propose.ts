/**
 * What an editor might do with the register: new entries for names that have none, entries that may be one, names
 * that may belong to an entry. Each with its reasons; nothing is done here.
 */
import type { EntityKind } from '../document.ts';
import type { Register, RegisterEntry } from '../register.ts';
import type { DocumentMentions, Mentioned } from './mentions.ts';
import { entryId, nameKey } from './names.ts';

export interface NewEntry {
  readonly type: 'new';
  /** The id it would get: what `chancery register add` takes. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Other spellings of the documents. */
  readonly aliases: readonly string[];
  /** Offices that documents give the person, with the days of the first and the last of them. */
  readonly offices: readonly { readonly title: string; readonly from?: string; readonly to?: string }[];
  readonly mentions: number;
  readonly files: readonly string[];
  readonly reasons: readonly string[];
}

export interface Merge {
  readonly type: 'merge';
  readonly keep: string;
  readonly drop: string;
  readonly reasons: readonly string[];
}

/** A name of the documents that may be an entry, or one of several. */
export interface Question {
  readonly type: 'question';
  readonly kind: EntityKind;
  readonly name: string;
  /** Ids of entries, two or more where the name alone does not tell. */
  readonly candidates: readonly string[];
  readonly mentions: number;
  readonly files: readonly string[];
  readonly reasons: readonly string[];
}

export type Proposal = NewEntry | Merge | Question;

/** In a fixed order: questions, merges, new entries; within each the most mentioned first. */
export function proposalsFor(
  register: Register,
  documents: readonly DocumentMentions[],
): readonly Proposal[] {
  const groups = groupsOf(documents);
  const questions: Question[] = [];
  const unknown: Group[] = [];
  for (const group of groups) {
    const found = candidatesFor(group, register);
    if (found.length === 0) unknown.push(group);
    else
      questions.push({
        type: 'question',
        kind: group.kind,
        name: group.name,
        candidates: found.map((f) => f.entry.id),
        mentions: group.mentions,
        files: group.files,
        reasons: found.map((f) => `${f.entry.id}: ${f.reason}`),
      });
  }
  const taken = new Set(register.entries.map((e) => e.id));
  // Names that others have too get their ids in the order of the alphabet, whatever the counts are.
  const news = unknown.map((group) => {
    const id = entryId(group.kind, group.name, taken);
    taken.add(id);
    return newEntry(group, id);
  });
  const often = <T extends { readonly mentions: number }>(list: readonly T[]): readonly T[] =>
    [...list].sort((a, b) => b.mentions - a.mentions);
  return [...often(questions), ...mergesIn(register), ...often(news)];
}

interface Group {
  readonly kind: EntityKind;
  readonly key: string;
  readonly name: string;
  readonly mentions: number;
  readonly files: readonly string[];
  readonly members: readonly { readonly entity: Mentioned; readonly date: string | undefined }[];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entities without an entry, those of one name together. */
function groupsOf(documents: readonly DocumentMentions[]): readonly Group[] {
  const groups = new Map<
    string,
    { -readonly [K in keyof Group]: Group[K] } & { members: Group['members'][number][] }
  >();
  for (const { file, date, entities } of [...documents].sort((a, b) => order(a.file, b.file)))
    for (const entity of entities) {
      const key = nameKey(entity.name);
      // An event of one document is no entry of the edition, nor is a description.
      if (entity.register !== undefined || entity.kind === 'event' || key === '') continue;
      const id = `${entity.kind} ${key}`;
      const group = groups.get(id) ?? {
        kind: entity.kind,
        key,
        name: entity.name,
        mentions: 0,
        files: [],
        members: [],
      };
      group.mentions += entity.mentions;
      if (!group.files.includes(file)) group.files = [...group.files, file];
      group.members.push({ entity, date });
      groups.set(id, group);
    }
  return [...groups.entries()].sort(([a], [b]) => order(a, b)).map(([, group]) => group);
}

/** Entries that the name may mean, each with the reason. */
function candidatesFor(
  group: Group,
  register: Register,
): readonly { readonly entry: RegisterEntry; readonly reason: string }[] {
  const spelt = new Set([group.key, ...group.members.flatMap((m) => m.entity.spellings.map(nameKey))]);
  return register.entries.flatMap((entry) => {
    if (entry.kind !== group.kind) return [];
    const same = entry.names.find((n) => nameKey(n.text) === group.key);
    if (same) return [{ entry, reason: `the same name, «${same.text}»` }];
    const alias = entry.names.find((n) => spelt.has(nameKey(n.text)));
    if (alias) return [{ entry, reason: `the documents write «${alias.text}» too` }];
    const held = officeOf(entry, group);
    return held ? [{ entry, reason: held }] : [];
  });
}

/** The same family name, and the office that the document gives was this person's at its date. */
function officeOf(entry: RegisterEntry, group: Group): string | undefined {
  if (group.kind !== 'person') return undefined;
  const words = new Set(entry.names.flatMap((n) => nameKey(n.text).split(' ')));
  if (!group.key.split(' ').some((w) => w.length > 2 && words.has(w))) return undefined;
  for (const { entity, date } of group.members) {
    if (!entity.office || !date) continue;
    const title = nameKey(entity.office);
    const held = entry.offices.find(
      (o) =>
        ` ${nameKey(o.title)} `.includes(` ${title} `) &&
        (o.from ?? '') <= date &&
        date <= `${o.to ?? '9999'}~`,
    );
    if (held) return `${entity.office} at ${date}, as «${held.title}» of the register was`;
  }
  return undefined;
}

/** Entries of one kind with a name in common, or with one identifier of an authority. */
function mergesIn(register: Register): readonly Merge[] {
  const merges = new Map<string, Merge>();
  const seen = new Map<string, RegisterEntry>();
  const propose = (token: string, entry: RegisterEntry, reason: string) => {
    const first = seen.get(token);
    if (!first) seen.set(token, entry);
    else if (first !== entry) {
      const key = `${first.id} ${entry.id}`;
      const known = merges.get(key);
      merges.set(key, {
        type: 'merge',
        keep: first.id,
        drop: entry.id,
        reasons: [...new Set([...(known?.reasons ?? []), reason])],
      });
    }
  };
  for (const entry of register.entries) {
    for (const [type, value] of Object.entries(entry.authorities))
      propose(`${type} ${value}`, entry, `both are ${type} ${value}`);
    // A short name (Ambassador) is that of many.
    for (const name of entry.names)
      if (name.type !== 'short' && nameKey(name.text) !== '')
        propose(`${entry.kind} ${nameKey(name.text)}`, entry, `both are called «${name.text}»`);
  }
  return [...merges.values()];
}

function newEntry(group: Group, id: string): NewEntry {
  const aliases = new Map<string, string>();
  const offices = new Map<string, { title: string; from?: string; to?: string }>();
  for (const { entity, date } of group.members) {
    for (const spelling of [entity.name, ...entity.spellings]) {
      const key = nameKey(spelling);
      if (key !== group.key && key !== '' && !aliases.has(key) && spelling.length <= 100)
        aliases.set(key, spelling);
    }
    if (!entity.office) continue;
    const known = offices.get(entity.office) ?? { title: entity.office };
    if (date && (known.from === undefined || date < known.from)) known.from = date;
    if (date && (known.to === undefined || date > known.to)) known.to = date;
    offices.set(entity.office, known);
  }
  return {
    type: 'new',
    id,
    kind: group.kind,
    name: group.name,
    aliases: [...aliases.values()],
    offices: [...offices.values()],
    mentions: group.mentions,
    files: group.files,
    reasons: [
      `no entry has this name`,
      `${group.mentions} ${group.mentions === 1 ? 'mention' : 'mentions'} in ${group.files.length} ${group.files.length === 1 ? 'document' : 'documents'}`,
    ],
  };
}
