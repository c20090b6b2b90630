/**
 * `ro-crate-metadata.json`: the package as an RO-Crate 1.2 or 1.3, flattened JSON-LD with the context of the
 * version. Every file is listed and sized; folders are datasets; the run that made the editions is an action.
 */

import { warning } from './files/datacite.ts';
import { json } from './files/json.ts';
import { roleNames } from './files/readme.ts';
import type { Agent, Deposit, PackageFile } from './model.ts';
import { slug } from './names.ts';
import { citation, heading, invalidOf, span } from './words.ts';

export const crateFile = 'ro-crate-metadata.json';

type Node = { readonly '@id': string; readonly '@type': string | readonly string[] } & Readonly<
  Record<string, unknown>
>;

const ref = (id: string): { readonly '@id': string } => ({ '@id': id });
/** One is written as itself, not as a list of one (RO-Crate 1.2, appendix on JSON-LD). */
const refs = (ids: readonly string[]): object => (ids.length === 1 ? ref(ids[0] as string) : ids.map(ref));

export function crateOf(deposit: Deposit): string {
  const version = deposit.metadata.crateVersion;
  const nodes = new Map<string, Node>();
  const add = (node: Node): string => {
    if (!nodes.has(node['@id'])) nodes.set(node['@id'], node);
    return node['@id'];
  };
  add({
    '@id': crateFile,
    '@type': 'CreativeWork',
    name: 'RO-Crate metadata',
    conformsTo: ref(`https://w3id.org/ro/crate/${version}`),
    about: ref('./'),
  });
  // The root stands second, where people look for it; what it points to follows.
  nodes.set('./', { '@id': './', '@type': 'Dataset' });
  nodes.set('./', root(deposit, add));
  return json({
    '@context': `https://w3id.org/ro/crate/${version}/context`,
    '@graph': [...nodes.values()],
  });
}

function root(deposit: Deposit, add: (node: Node) => string): Node {
  const { metadata: m, documents, files, previous } = deposit;
  // The publisher first: where it is a creator too, it is one entity, with the contact.
  const publisher = publisherNode(deposit, add);
  const creators = m.creators.map((a) => agent(a, add));
  const contributors = m.contributors.map((a) => agent(a, add));
  const licence = add({
    '@id': m.licence.url ?? '#licence',
    '@type': 'CreativeWork',
    name: m.licence.name,
    description: m.licence.statement === '' ? m.licence.name : m.licence.statement,
    ...(m.licence.spdx === undefined ? {} : { identifier: `https://spdx.org/licenses/${m.licence.spdx}` }),
  });
  const doi =
    m.doi &&
    add({
      '@id': `https://doi.org/${m.doi}`,
      '@type': 'PropertyValue',
      name: 'DOI',
      propertyID: 'https://registry.identifiers.org/registry/doi',
      value: `doi:${m.doi}`,
      url: `https://doi.org/${m.doi}`,
    });
  const funders = m.funders.map((f) =>
    add({ '@id': f.ror ?? `#funder-${slug(f.name)}`, '@type': 'Organization', name: f.name }),
  );
  const grants = m.funders.flatMap((f) =>
    f.award === undefined && f.title === undefined
      ? []
      : add({
          '@id': f.url ?? `#grant-${slug(f.award ?? f.title ?? '')}`,
          '@type': 'Grant',
          name: f.title ?? `Grant ${f.award}`,
          ...(f.award && { identifier: f.award }),
          funder: ref(f.ror ?? `#funder-${slug(f.name)}`),
        }),
  );
  const parts = contents(deposit, add);
  const works = documents.map((d) => documentNode(d, deposit, add));
  const action = actionNode(deposit, add);
  const covered = span(documents);
  const invalid = invalidOf(deposit);
  const earlier =
    previous &&
    add({
      '@id': previous.doi === undefined ? '#previous-version' : `https://doi.org/${previous.doi}`,
      '@type': 'CreativeWork',
      name: previous.title,
      ...(previous.version && { version: previous.version }),
      ...(previous.date && { datePublished: previous.date }),
    });
  return {
    '@id': './',
    '@type': 'Dataset',
    name: m.title,
    description: invalid.length === 0 ? m.description : `${m.description} ${warning(invalid.length)}`,
    datePublished: m.date,
    license: ref(licence),
    version: m.version,
    inLanguage: m.language,
    author: refs(creators),
    contributor: refs(contributors),
    publisher: ref(publisher),
    funder: refs(funders),
    funding: refs(grants),
    keywords: m.keywords,
    ...(doi && { identifier: ref(doi), 'cite-as': `https://doi.org/${m.doi}` }),
    ...(m.url && { url: m.url }),
    ...(covered && { temporalCoverage: covered[0] === covered[1] ? covered[0] : covered.join('/') }),
    creditText: citation(m),
    ...(invalid.length > 0 && { creativeWorkStatus: 'Not valid: packed on demand' }),
    ...(earlier && { isBasedOn: ref(earlier) }),
    mentions: refs([...works, action]),
    hasPart: refs(parts),
    size: `${files.reduce((n, f) => n + f.bytes, 0)} bytes`,
  };
}

function agent(a: Agent, add: (node: Node) => string): string {
  const affiliation =
    a.affiliation &&
    add({
      '@id': a.affiliation.ror ?? `#organisation-${slug(a.affiliation.name)}`,
      '@type': 'Organization',
      name: a.affiliation.name,
    });
  const person = a.type === 'person';
  return add({
    '@id': a.orcid
      ? `https://orcid.org/${a.orcid}`
      : (a.ror ?? `#${person ? 'person' : 'organisation'}-${slug(a.name)}`),
    '@type': person ? 'Person' : 'Organization',
    name: a.name,
    ...(a.family && { familyName: a.family }),
    ...(a.given && { givenName: a.given }),
    ...(affiliation && { affiliation: ref(affiliation) }),
  });
}

function publisherNode({ metadata: m }: Deposit, add: (node: Node) => string): string {
  const known = [...m.creators, ...m.contributors].find((a) => a.name === m.publisher);
  const contact =
    m.contact &&
    add({
      '@id': `mailto:${m.contact.email}`,
      '@type': 'ContactPoint',
      name: m.contact.name,
      contactType: 'customer service',
      email: m.contact.email,
    });
  const id = known?.ror ?? `#organisation-${slug(m.publisher)}`;
  return add({
    '@id': known === undefined || known.type === 'organisation' ? id : `#publisher-${slug(m.publisher)}`,
    '@type': 'Organization',
    name: m.publisher,
    ...(m.url && { url: m.url }),
    ...(contact && { contactPoint: ref(contact) }),
  });
}

/** Folders as datasets, each with what lies directly in it; the ids of those at the top. */
function contents({ files, metadata }: Deposit, add: (node: Node) => string): readonly string[] {
  const children = new Map<string, string[]>([['', []]]);
  const enter = (folder: string): void => {
    if (children.has(folder)) return;
    children.set(folder, []);
    const parent = folder.slice(0, -1).includes('/') ? folder.replace(/[^/]+\/$/, '') : '';
    enter(parent);
    children.get(parent)?.push(folder);
  };
  const titles = new Map<string, string>();
  for (const file of files) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    if (folder !== '') enter(folder);
    children.get(folder)?.push(file.path);
    titles.set(folder, folder.split('/').length === 2 ? roleNames[file.role] : folder);
  }
  const url = encodePath;
  for (const [folder, inside] of children) {
    if (folder === '') continue;
    add({
      '@id': url(folder),
      '@type': 'Dataset',
      name: folder.slice(0, -1),
      description: titles.get(folder) ?? folder,
      hasPart: refs(inside.map(url)),
    });
  }
  const program = files.some((f) => f.ofProgram)
    ? add({
        '@id': 'https://spdx.org/licenses/MIT',
        '@type': 'CreativeWork',
        name: 'MIT License',
        description: 'The licence of Chancery, and so of its schemas and style sheets.',
      })
    : undefined;
  for (const file of files) add(fileNode(file, metadata.title, program));
  return (children.get('') ?? []).map(url);
}

/** A file inherits the licence of the crate, unless it is a part of the program. */
function fileNode(file: PackageFile, edition: string, program: string | undefined): Node {
  return {
    '@id': encodePath(file.path),
    '@type': 'File',
    name: file.title,
    description:
      file.document === undefined ? `${file.title} of ${edition}` : `${file.title} of ${file.document}`,
    encodingFormat: file.mediaType,
    contentSize: String(file.bytes),
    sha256: file.sha256,
    ...(file.ofProgram && program && { license: ref(program) }),
    ...(file.originalName && { alternateName: file.originalName }),
  };
}

/** Names are portable, so there is nothing to encode but what a later, wider rule might let through. */
const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function documentNode(
  { id, description: d, valid, files }: Deposit['documents'][number],
  { metadata: m }: Deposit,
  add: (node: Node) => string,
): string {
  const names = (list: readonly string[], what: string): readonly string[] =>
    list.map((name) => add({ '@id': `#${id}-${what}-${slug(name) || 'unnamed'}`, '@type': 'Person', name }));
  return add({
    '@id': `#document-${id}`,
    '@type': ['CreativeWork', 'RepositoryObject'],
    name: d.title,
    description: d.abstract ?? heading(d),
    ...(d.date && { dateCreated: d.date }),
    ...(d.senders.length > 0 && { author: refs(names(d.senders, 'sender')) }),
    ...(d.translators.length > 0 && { translator: refs(names(d.translators, 'translator')) }),
    inLanguage: d.language,
    genre: d.kindName,
    ...(d.identifiers.length > 0 && { identifier: d.identifiers.map((i) => `${i.type}: ${i.value}`) }),
    ...(d.repository && {
      provider: ref(
        add({
          '@id': `#archive-${slug(d.repository) || 'unnamed'}`,
          '@type': 'Organization',
          name: d.repository,
        }),
      ),
    }),
    creativeWorkStatus: valid ? d.status : `${d.status}; not valid`,
    ...(m.url && { url: `${m.url}${id}/` }),
    hasPart: refs(
      [files.page, files.text, files.graph, files.tei, files.source].flatMap((p) =>
        p === undefined ? [] : encodePath(p),
      ),
    ),
  });
}

function actionNode({ metadata: m, files }: Deposit, add: (node: Node) => string): string {
  const tool = add({
    '@id': `#chancery-${m.program}`,
    '@type': 'SoftwareApplication',
    name: 'Chancery',
    version: m.program,
    softwareVersion: m.program,
    url: m.programUrl,
    description: 'Turns declassified diplomatic documents into scholarly digital editions.',
  });
  const of = (...roles: readonly PackageFile['role'][]): readonly string[] =>
    files.filter((f) => roles.includes(f.role)).map((f) => encodePath(f.path));
  const object = of('source').length > 0 ? of('source') : of('tei');
  return add({
    '@id': '#making-of-the-editions',
    '@type': 'CreateAction',
    name: 'Encoding, validation and publication by rule',
    instrument: ref(tool),
    object: refs(object),
    result: refs(of('source').length > 0 ? of('tei', 'edition') : of('edition')),
    agent: ref(m.creators[0] ? agentId(m.creators[0]) : tool),
    endTime: m.date,
  });
}

const agentId = (a: Agent): string => agent(a, (node) => node['@id']);
