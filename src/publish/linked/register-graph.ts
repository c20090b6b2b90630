/**
 * `register.jsonld`: the edition's register as a graph, each entry with its names, its authorities, and the records that
 * mention it. Entities that a document knows and the register does not stay in the document's own graph.
 */
import type { Artifact } from '../../artifact.ts';
import type { Context } from '../../context.ts';
import type { EntityKind } from '../../document.ts';
import { documentBase, registerBase } from '../../linked/vocabulary.ts';
import type { RegisterEntry } from '../../register.ts';
import { dated, graphFile, inLanguage, link, type Node } from './graph-file.ts';

/** @param mentioned ids of the documents that mention an entry, by its id */
export function registerGraph(mentioned: ReadonlyMap<string, readonly string[]>, context: Context): Artifact {
  const { register, settings } = context;
  const uses = (id: string): Node[] =>
    (mentioned.get(id) ?? []).map((document) =>
      link(`${documentBase(document, settings.baseUrl)}#this.record`),
    );
  const kinds = new Map(register.entries.map((e) => [e.id, e.kind]));
  const nodes = register.entries.flatMap((entry) => nodesOf(entry, uses(entry.id), kinds));
  const head: Node = {
    '@id': '#this.register',
    '@type': ['schema:Collection', 'prov:Entity'],
    'schema:name': `Register of ${settings.title}`,
    'schema:collectionSize': register.entries.length,
    'schema:about': register.entries.map((entry) => link(`#${entry.id}`)),
  };
  return graphFile('register.jsonld', registerBase(settings.baseUrl), [head, ...nodes]);
}

const types: Readonly<Record<EntityKind, readonly string[]>> = {
  person: ['rico:Person', 'schema:Person'],
  office: ['rico:Position', 'schema:Audience'],
  org: ['rico:Group', 'schema:Organization'],
  place: ['rico:Place', 'schema:Place'],
  document: ['rico:Record', 'schema:CreativeWork'],
  event: ['rico:Event', 'schema:Event'],
};

function nodesOf(
  entry: RegisterEntry,
  records: readonly Node[],
  kinds: ReadonlyMap<string, EntityKind>,
): readonly Node[] {
  const { id, kind, name, names, offices, seat, geo, date, authorities } = entry;
  // Two names that are the same word in one language are one.
  const inLanguages = new Map(names.map((n) => [`${n.language} ${n.text}`, inLanguage(n.text, n.language)]));
  const held = offices.map((office, i) => ({ ...office, own: `${id}.office.${i + 1}` }));
  const known = (target: string | undefined, wanted: EntityKind): boolean =>
    target !== undefined && kinds.get(target) === wanted;
  return [
    {
      '@id': `#${id}`,
      '@type': types[kind],
      'schema:name': name,
      'schema:alternateName': [...new Set(names.map((n) => n.text))].filter((n) => n !== name),
      'rico:name': [...inLanguages.values()],
      'rico:title': kind === 'document' ? inLanguage(name, names[0]?.language) : undefined,
      'schema:audienceType': kind === 'office' ? name : undefined,
      'schema:jobTitle': kind === 'person' ? offices.map((o) => o.title) : undefined,
      'rico:occupiesOrOccupied':
        kind === 'person'
          ? held.map((o) => link(known(o.office, 'office') ? `#${o.office}` : `#${o.own}`))
          : undefined,
      'rico:hasOrHadLocation': known(seat, 'place') ? link(`#${seat}`) : undefined,
      'schema:latitude': geo && String(geo[0]),
      'schema:longitude': geo && String(geo[1]),
      'schema:dateCreated': kind === 'document' ? dated(date) : undefined,
      'schema:sameAs': Object.entries(authorities).flatMap(([file, value]) => addressOf(file, value)),
      'schema:identifier': Object.entries(authorities).map(([file, value]) => `${file}:${value}`),
      'schema:subjectOf': records,
      'rico:isOrWasSubjectOf': records,
    },
    ...held
      .filter((o) => kind === 'person' && !known(o.office, 'office'))
      .map((o) => ({
        '@id': `#${o.own}`,
        '@type': ['rico:Position'],
        'rico:name': o.title,
        'rico:existsOrExistedIn': known(o.org, 'org') ? link(`#${o.org}`) : undefined,
      })),
  ];
}

/** Where the authority files are that a register may name; others stay identifiers. */
const authorityFiles: Readonly<Record<string, string>> = {
  wikidata: 'http://www.wikidata.org/entity/',
  viaf: 'http://viaf.org/viaf/',
  gnd: 'https://d-nb.info/gnd/',
  lc: 'http://id.loc.gov/authorities/names/',
  lccn: 'http://id.loc.gov/authorities/names/',
  bnf: 'http://data.bnf.fr/ark:/12148/',
  ndl: 'http://id.ndl.go.jp/auth/ndlna/',
  geonames: 'https://sws.geonames.org/',
  orcid: 'https://orcid.org/',
};

/** The address of an entry of an authority file. */
function addressOf(file: string, value: string): readonly Node[] {
  const start = authorityFiles[file.toLowerCase()];
  if (/^https?:\/\/\S+$/.test(value)) return [link(encodeURI(value))];
  return start !== undefined && /^[\w./-]+$/.test(value) ? [link(start + value)] : [];
}
