/**
 * Who and where the header speaks of, by the ids of their nodes: those of the document's own lists, and nodes of their
 * own (this.agent.N) for names that no list has. A name is never dropped because nobody has identified it.
 */
import { attribute, elementsOf, type XmlElement } from '../../xml/tree.ts';
import { along, has, localOf, named, said } from './tei.ts';

export const agentNames = ['persName', 'roleName', 'orgName', 'rs', 'name', 'placeName'] as const;

export interface Agents {
  /** Of the document's lists of people and bodies, then of its stand-off, in their order. */
  readonly entities: readonly XmlElement[];
  readonly isEntity: (id: string | undefined) => boolean;
  readonly isPlace: (id: string) => boolean;
  /** Names of the header that point at nothing in the document: the first of each. */
  readonly looseNames: ReadonlyMap<string, XmlElement>;
  /** The node of a name: a person, an office, a body, a place. */
  readonly idOf: (name: XmlElement) => string | undefined;
  /** Those that RiC-O calls an agent: people, offices, bodies. */
  readonly agents: (names: readonly XmlElement[]) => readonly string[];
  /** Those that schema.org calls a person or an organisation: an office is neither. */
  readonly persons: (ids: readonly string[]) => readonly string[];
}

interface Header {
  readonly root: XmlElement;
  readonly profile: XmlElement | undefined;
  readonly titles: XmlElement | undefined;
  readonly record: XmlElement | undefined;
  readonly actions: readonly XmlElement[];
}

const inParticipants = new Set(['person', 'personGrp', 'org']);
const inStandOff = new Set([...inParticipants, 'place', 'event', 'bibl', 'biblStruct']);

export function agentsOf(header: Header): Agents {
  const { root, profile } = header;
  const entities = [
    ...named(profile, 'particDesc').flatMap((list) => identified(list, inParticipants)),
    ...named(root, 'standOff').flatMap((list) => identified(list, inStandOff)),
  ];
  const ids = new Set(entities.map(idOfEntity));
  const loose = looseNamesOf(header, ids);
  const looseNames = new Map<string, XmlElement>();
  const looseIds = new Map<string, string>();
  for (const name of loose) {
    const key = keyOf(name);
    if (looseIds.has(key)) continue;
    const id = `this.agent.${looseIds.size + 1}`;
    looseIds.set(key, id);
    looseNames.set(id, name);
  }
  const idsOf = (
    isKind: (entity: XmlElement) => boolean,
    looseName: string | undefined,
  ): ReadonlySet<string | undefined> =>
    new Set([
      ...entities.filter(isKind).map(idOfEntity),
      ...loose.filter((name) => name.name === looseName).map((name) => looseIds.get(keyOf(name))),
    ]);
  const offices = idsOf((e) => e.name === 'org' && has(e, 'type') === 'office', 'roleName');
  const places = idsOf((e) => e.name === 'place', 'placeName');
  const others = idsOf((e) => ['bibl', 'biblStruct', 'event'].includes(e.name), undefined);

  const idOf = (name: XmlElement): string | undefined => {
    const local = localOf(has(name, 'ref'));
    return local && ids.has(local) ? local : looseIds.get(keyOf(name));
  };
  return {
    entities,
    isEntity: (id) => id !== undefined && ids.has(id),
    isPlace: (id) => places.has(id),
    looseNames,
    idOf,
    agents: (names) =>
      names.flatMap((name) => idOf(name) ?? []).filter((id) => !places.has(id) && !others.has(id)),
    persons: (all) => all.filter((id) => !offices.has(id) && !places.has(id) && !others.has(id)),
  };
}

export const idOfEntity = (entity: XmlElement): string => attribute(entity, 'xml:id') ?? '';

function identified(list: XmlElement, names: ReadonlySet<string>): readonly XmlElement[] {
  return [...elementsOf(list)].filter(
    (e) => e !== list && names.has(e.name) && attribute(e, 'xml:id') !== undefined,
  );
}

const keyOf = (name: XmlElement): string => `${name.name} ${said(name)}`;

function looseNamesOf(
  { profile, titles, record, actions }: Header,
  ids: ReadonlySet<string>,
): readonly XmlElement[] {
  const all = (parents: readonly XmlElement[]) => parents.flatMap((p) => named(p, ...agentNames));
  const statements = named(titles, 'author', 'respStmt').filter(
    (s) => s.name === 'author' || has(s, 'xml:id') !== 'chancery',
  );
  const authors = along(record, 'msContents', 'msItem').flatMap((item) => named(item, 'author'));
  const settings = named(profile, 'settingDesc', 'creation').flatMap((part) =>
    part.name === 'creation' ? [part] : named(part, 'setting'),
  );
  const places = settings.flatMap((part) => named(part, 'placeName'));
  return [...all(actions), ...all(statements), ...all(authors), ...places].filter(
    (name) => !ids.has(localOf(has(name, 'ref')) ?? ''),
  );
}
