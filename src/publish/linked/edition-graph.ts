/** `edition.jsonld`: the edition as a collection (schema.org, RiC-O) of its documents, with the people behind it. */
import type { Artifact } from '../../artifact.ts';
import type { Context } from '../../context.ts';
import { documentBase, editionBase } from '../../linked/vocabulary.ts';
import { dated, graphFile, inLanguage, link, type Node } from './graph-file.ts';
import type { Row } from './row.ts';

export function editionGraph(rows: readonly Row[], context: Context): Artifact {
  return graphFile('edition.jsonld', editionBase(context.settings.baseUrl), nodes(rows, context));
}

function* nodes(rows: readonly Row[], { settings, version, built }: Context): Generator<Node> {
  const { baseUrl } = settings;
  const at = (id: string, local: string): Node => link(`${documentBase(id, baseUrl)}#${local}`);
  const parts: Node[] = [];
  const records: Node[] = [];
  let first: string | undefined;
  let last: string | undefined;
  for (const value of rows) {
    parts.push(at(value.id, 'this.edition'));
    records.push(at(value.id, 'this.record'));
    const day = value.date?.slice(0, 10);
    if (day !== undefined && (first === undefined || day < first)) first = day;
    if (day !== undefined && (last === undefined || day > last)) last = day;
  }
  const licence = settings.licence.url;
  yield {
    '@id': '#this.collection',
    '@type': ['schema:Collection', 'prov:Entity'],
    'schema:name': settings.title,
    'schema:description': settings.description,
    'schema:url': baseUrl === undefined ? undefined : link(`${baseUrl}/`),
    'schema:inLanguage': settings.language,
    'schema:publisher': link('#this.publisher'),
    'schema:editor': settings.editors.map((_, i) => link(`#this.editor.${i + 1}`)),
    'schema:license': link(licence ?? '#this.licence'),
    'schema:copyrightNotice': settings.rights,
    'schema:collectionSize': parts.length,
    'schema:temporalCoverage': first === undefined ? undefined : first === last ? first : `${first}/${last}`,
    'schema:dateModified': dated(built),
    'schema:about': link('#this.records'),
    'schema:hasPart': parts,
    'prov:wasAttributedTo': link('#this.software'),
  };
  yield {
    '@id': '#this.records',
    '@type': ['rico:RecordSet', 'schema:ArchiveComponent'],
    'schema:name': settings.title,
    'rico:title': inLanguage(settings.title, settings.language),
    'rico:includesOrIncluded': records,
  };
  yield { '@id': '#this.publisher', '@type': ['schema:Organization'], 'schema:name': settings.publisher };
  yield {
    '@id': licence ?? '#this.licence',
    '@type': ['schema:CreativeWork'],
    'schema:name': settings.licence.name,
  };
  for (const [i, { name, orcid }] of settings.editors.entries()) {
    yield {
      '@id': `#this.editor.${i + 1}`,
      '@type': ['schema:Person', 'prov:Person'],
      'schema:name': name,
      'schema:sameAs':
        orcid === undefined
          ? undefined
          : link(orcid.startsWith('http') ? orcid : `https://orcid.org/${orcid}`),
    };
  }
  yield {
    '@id': '#this.software',
    '@type': ['prov:SoftwareAgent', 'schema:SoftwareApplication'],
    'schema:name': 'Chancery',
    'schema:softwareVersion': version,
  };
  for (const value of rows) yield* documentNodes(value, at);
}

/** What a list of the edition needs of a document; the rest is in its own graph, under the same ids. */
function* documentNodes(row: Row, at: (id: string, local: string) => Node): Generator<Node> {
  const { id, title, kind, date, abstract, correspondence } = row;
  yield {
    ...at(id, 'this.edition'),
    '@type': ['schema:CreativeWork', 'prov:Entity'],
    'schema:name': title,
    'schema:isPartOf': link('#this.collection'),
    'schema:about': at(id, 'this.record'),
  };
  yield {
    ...at(id, 'this.record'),
    '@type': ['rico:Record', 'schema:ArchiveComponent', 'schema:Message', 'prov:Entity'],
    'schema:name': title,
    'rico:title': inLanguage(title, correspondence.languages[0]),
    'schema:genre': kind,
    'schema:dateCreated': dated(date?.slice(0, 10)),
    'schema:abstract': abstract,
    'rico:isOrWasIncludedIn': link('#this.records'),
  };
}
