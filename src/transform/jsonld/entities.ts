/** People, offices, places, organisations, documents, events. A person and an office are never the same node. */
import { attribute, tokens, type XmlElement } from '../../xml/tree.ts';
import { nameOf } from '../digest/names.ts';
import { idOfEntity } from './agents.ts';
import { eventNodes } from './events.ts';
import {
  distinct,
  inLanguage,
  link,
  links,
  type Member,
  type Node,
  node,
  object,
  string,
  strings,
  typedDate,
  values,
} from './members.ts';
import type { Reading } from './reading.ts';
import { holderId } from './record.ts';
import { first, has, iriToUri, named, said } from './tei.ts';

export function entityNodes(reading: Reading): readonly Node[] {
  return reading.agents.entities.flatMap((entity) => nodesOf(entity, reading));
}

function nodesOf(entity: XmlElement, reading: Reading): readonly Node[] {
  const id = idOfEntity(entity);
  const names = namedMembers(entity, reading);
  switch (entity.name) {
    case 'person':
      return personNodes(entity, names, reading);
    case 'org':
      if (has(entity, 'type') === 'office') return [officeNode(entity, names, reading)];
      return [object(node(id, 'rico:Group', groupType(id, reading)), names)];
    case 'personGrp':
      return [object(node(id, 'rico:Group', groupType(id, reading)), names)];
    case 'place':
      return [object(node(id, 'rico:Place', 'schema:Place'), names)];
    case 'event':
      return eventNodes(entity, names, reading);
    default:
      return [documentNode(entity, names, reading)];
  }
}

const groupType = (id: string, reading: Reading): string =>
  id === holderId(reading) ? 'schema:ArchiveOrganization' : 'schema:Organization';

function personNodes(
  person: XmlElement,
  names: readonly (Member | undefined)[],
  { editionLanguage }: Reading,
): readonly Node[] {
  const id = idOfEntity(person);
  const offices = [
    ...named(person, 'occupation'),
    ...named(person, 'state').filter((state) => has(state, 'type') === 'office'),
    ...named(person, 'affiliation'),
  ];
  return [
    object(
      node(id, 'rico:Person', 'schema:Person'),
      names,
      strings('schema:jobTitle', offices.map(said)),
      strings('chancery:role', tokens(person, 'role')),
      links(
        'rico:occupiesOrOccupied',
        offices.map((_, i) => `${id}.office.${i + 1}`),
      ),
    ),
    ...offices.map((office, i) =>
      object(
        node(`${id}.office.${i + 1}`, 'rico:Position'),
        values('rico:name', [inLanguage(said(office), has(office, 'xml:lang') ?? editionLanguage)]),
      ),
    ),
  ];
}

function officeNode(
  office: XmlElement,
  names: readonly (Member | undefined)[],
  { agents, naming }: Reading,
): Node {
  const bodies = tokens(office, 'corresp').map((pointer) => pointer.replace(/^[^#]*#?/, ''));
  const organisations = agents.entities.filter((e) => e.name === 'org' && has(e, 'type') !== 'office');
  return object(
    node(idOfEntity(office), 'rico:Position', 'schema:Audience'),
    names,
    string('schema:audienceType', nameOf(office, naming)),
    links(
      'rico:existsOrExistedIn',
      organisations.map(idOfEntity).filter((id) => bodies.includes(id)),
    ),
  );
}

function documentNode(
  bibl: XmlElement,
  names: readonly (Member | undefined)[],
  { editionLanguage }: Reading,
): Node {
  const titles = named(bibl, 'title');
  return object(
    node(idOfEntity(bibl), 'rico:Record', 'schema:CreativeWork'),
    names,
    values(
      'rico:title',
      distinct(titles.map((t) => inLanguage(said(t), has(t, 'xml:lang') ?? editionLanguage))),
    ),
    strings('schema:identifier', named(bibl, 'idno').map(said)),
    strings('chancery:type', [has(bibl, 'type')]),
    typedDate('schema:dateCreated', has(first(bibl, 'date'), 'when')),
  );
}

const nameNames = ['persName', 'orgName', 'placeName', 'roleName', 'title', 'label', 'head', 'name'] as const;

/** Names: plain for schema.org, in their languages for RiC-O; the register's entry where there is one. */
function namedMembers(
  entity: XmlElement,
  { naming, editionLanguage, register }: Reading,
): readonly (Member | undefined)[] {
  const names = named(entity, ...nameNames);
  const name = nameOf(entity, naming);
  const isOffice = has(entity, 'type') === 'office' && ['org', 'event'].includes(entity.name);
  const others = [...new Set(names.map(said))].filter((other) => other !== name);
  const languages = (names.length > 0 ? names : [entity]).map((e) =>
    inLanguage(names.length > 0 ? said(e) : name, attribute(e, 'xml:lang') ?? editionLanguage),
  );
  const entry = tokens(entity, 'sameAs').find((pointer) => pointer.startsWith('reg:'));
  return [
    string('schema:name', name),
    isOffice ? undefined : strings('schema:alternateName', others),
    values('rico:name', distinct(languages)),
    link('schema:sameAs', entry !== undefined && iriToUri(register + entry.slice(4))),
  ];
}

/** Names that no list has: a node for each. */
export function looseNodes({ agents, language }: Reading): readonly Node[] {
  return [...agents.looseNames].map(([id, name]) => {
    const words = said(name);
    const ref = has(name, 'ref');
    return object(
      node(id, ...looseTypes(name)),
      string('schema:name', words),
      string('schema:audienceType', name.name === 'roleName' ? words : ''),
      values('rico:name', [inLanguage(words, language)]),
      link('schema:sameAs', ref !== undefined && /^https?:\/\//.test(ref) && ref),
    );
  });
}

function looseTypes(name: XmlElement): readonly string[] {
  if (name.name === 'placeName') return ['rico:Place', 'schema:Place'];
  if (name.name === 'roleName') return ['rico:Position', 'schema:Audience'];
  if (name.name === 'orgName' || has(name, 'type') === 'org') return ['rico:Group', 'schema:Organization'];
  return ['rico:Person', 'schema:Person'];
}
