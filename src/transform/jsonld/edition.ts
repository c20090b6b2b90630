/** This edition of the record: who made it, on which terms, its files, and the pages of archives it was made from. */
import { attribute, elementsOf, textsOf, type XmlElement } from '../../xml/tree.ts';
import { normal } from '../digest/elements.ts';
import { link, links, type Node, node, object, string, strings, typedDate } from './members.ts';
import type { Reading } from './reading.ts';
import { along, first, has, inside, inTurn, iriToUri, named, safeAddress, said } from './tei.ts';

const numbered = (all: readonly unknown[], kind: string): readonly string[] =>
  all.map((_, i) => `this.${kind}.${i + 1}`);

export function editionNodes(reading: Reading): readonly Node[] {
  const { settings, publisher, licenceWords, editors, file } = reading;
  const series = first(file, 'seriesStmt');
  return [
    editionNode(reading),
    ...(settings.title
      ? [object(node('this.collection', 'schema:Collection'), string('schema:name', settings.title))]
      : []),
    ...(series ? [seriesNode(series)] : []),
    ...(publisher
      ? [object(node('this.publisher', 'schema:Organization'), string('schema:name', publisher))]
      : []),
    ...(licenceWords ? [licenceNode(reading)] : []),
    ...editors.map((editor, i) =>
      object(
        node(`this.editor.${i + 1}`, 'schema:Person', 'prov:Person'),
        string('schema:name', said(editor)),
        link('schema:sameAs', safeAddress(has(editor, 'ref'))),
      ),
    ),
    ...statementNodes(reading),
    ...cataloguesOf(reading).map(catalogueNode),
    ...fileNodes(reading),
  ];
}

/** The package that the document was deposited in with others. */
const seriesNode = (series: XmlElement): Node =>
  object(
    node('this.series', 'schema:Collection'),
    strings('schema:name', named(series, 'title').map(said)),
    strings('schema:identifier', named(series, 'idno').map(said)),
  );

const cataloguesOf = ({ sources }: Reading): readonly XmlElement[] =>
  named(sources, 'bibl').filter((bibl) => has(bibl, 'type') !== 'file');

function editionNode(reading: Reading): Node {
  const { settings, title, titles, publication, profile, file, files, licenceAddress, licenceWords } =
    reading;
  const availability = first(publication, 'availability');
  const record = reading.translated ? 'this.translation' : 'this.record';
  const licence = licenceAddress ? iriToUri(licenceAddress) : licenceWords && 'this.licence';
  const rights = [settings.rights, ...named(availability, 'p').map(said)];
  const subtitles = named(titles, 'title').filter((t) => has(t, 'type') === 'sub');
  const languages = along(profile, 'langUsage', 'language').map((l) => has(l, 'ident'));
  return object(
    node('this.edition', 'schema:CreativeWork', 'prov:Entity'),
    string('schema:name', title),
    strings('schema:alternativeHeadline', subtitles.map(said)),
    strings('schema:identifier', named(publication, 'idno').map(said)),
    strings('schema:inLanguage', languages),
    links('schema:isPartOf', [
      ...(settings.title === '' ? [] : ['this.collection']),
      ...(first(file, 'seriesStmt') ? ['this.series'] : []),
    ]),
    link('schema:isBasedOn', record),
    link('schema:publisher', reading.publisher !== '' && 'this.publisher'),
    typedDate('schema:datePublished', has(first(publication, 'date'), 'when')),
    strings('schema:version', along(file, 'editionStmt', 'edition').map(said)),
    links('schema:editor', numbered(reading.editors, 'editor')),
    string('schema:creditText', settings.editors.map((editor) => editor.name).join(', ')),
    link('schema:license', licence || undefined),
    strings('schema:copyrightNotice', [...new Set(rights)]),
    string('schema:conditionsOfAccess', has(availability, 'status')),
    string('schema:creativeWorkStatus', reading.reviewStatus),
    links(
      'schema:encoding',
      files.map(({ format }) => `this.file.${format}`),
    ),
    link('schema:hasPart', reading.utterances.length > 0 && 'this.conversation'),
    links('prov:wasDerivedFrom', [record, 'this.source', ...numbered(cataloguesOf(reading), 'catalogue')]),
    link('prov:wasGeneratedBy', 'this.making'),
    links('prov:wasInfluencedBy', numbered(reading.changes, 'change')),
    links('prov:qualifiedAttribution', numbered(named(titles, 'respStmt'), 'statement')),
  );
}

function licenceNode({ licenceAddress, licenceWords }: Reading): Node {
  const id = licenceAddress
    ? ([
        ['@id', iriToUri(licenceAddress)],
        ['@type', ['schema:CreativeWork']],
      ] as const)
    : node('this.licence', 'schema:CreativeWork');
  return object(id, string('schema:name', licenceWords));
}

/** Each person or body that answers for something, in the words of the header. */
function statementNodes({ titles, agents }: Reading): readonly Node[] {
  return named(titles, 'respStmt').map((statement, i) => {
    const [who] = inTurn(statement, 'persName', 'orgName', 'name');
    const agent = has(statement, 'xml:id') === 'chancery' ? 'this.software' : who && agents.idOf(who);
    return object(
      node(`this.statement.${i + 1}`, 'prov:Attribution'),
      strings('schema:description', named(statement, 'resp').map(said)),
      strings('chancery:asPrinted', who ? [said(who)] : []),
      link('prov:agent', agent),
    );
  });
}

/** What an archive's page or catalogue says of the record, in its own words. */
function catalogueNode(bibl: XmlElement, index: number): Node {
  const all = (...names: readonly string[]) => inside(bibl, ...names);
  const cited = all('bibl').filter((inner) => has(inner, 'type') === 'citation');
  // The lines of a catalogue's form are each cited by themselves; together, in their order, they say what it says.
  const lines = cited.length > 1 ? cited.map(citedIn).join('\n') : undefined;
  const isAbstract = (note: XmlElement) => has(note, 'type') === 'abstract';
  const dates = all('date').flatMap(
    (date) => has(date, 'when') ?? has(date, 'from') ?? has(date, 'notBefore') ?? [],
  );
  const addresses = [...elementsOf(bibl)]
    .filter((e) => e !== bibl)
    .flatMap((e) => safeAddress(attribute(e, 'target')) ?? [])
    .filter((address) => address.startsWith('http'));
  return object(
    node(`this.catalogue.${index + 1}`, 'schema:CreativeWork', 'prov:Entity'),
    string('schema:creditText', lines === undefined ? citedIn(cited[0] ?? bibl) : undefined),
    strings('schema:name', all('title').map(said)),
    strings('schema:identifier', all('idno').map(said)),
    strings('chancery:collection', all('publisher').map(said)),
    strings('schema:keywords', all('term').map(said)),
    strings(
      'schema:conditionsOfAccess',
      all('seg')
        .filter((seg) => has(seg, 'type') === 'access')
        .map(said),
    ),
    strings('schema:abstract', all('note').filter(isAbstract).map(said)),
    strings('schema:description', [
      ...(lines === undefined ? [] : [lines]),
      ...all('note')
        .filter((note) => !isAbstract(note))
        .map(said),
    ]),
    strings('schema:temporalCoverage', [...new Set(dates)]),
    links('schema:url', addresses),
    link('schema:about', 'this.record'),
  );
}

/** The words of a citation without the furniture of its page. */
function citedIn(citation: XmlElement): string {
  const isFurniture = (e: XmlElement | undefined): boolean =>
    e !== undefined && ((e.name === 'seg' && has(e, 'type') === 'furniture') || isFurniture(e.parent));
  return normal(
    [...textsOf(citation)]
      .filter((text) => !isFurniture(text.parent))
      .map((text) => text.value)
      .join(''),
  );
}

// ---------------------------------------------------------------- files

function fileNodes({ files, settings, base, sources, label }: Reading): readonly Node[] {
  const source = named(sources, 'bibl').find((bibl) => has(bibl, 'type') === 'file');
  const measures = along(source, 'extent', 'measure');
  const bytes = has(
    measures.find((m) => has(m, 'unit') === 'byte'),
    'quantity',
  );
  const name = first(source, 'title');
  const checksum = inside(sources, 'idno').find((idno) => has(idno, 'type') === 'sha256');
  return [
    ...files.map(({ format, path, mediaType }) => {
      const from = format === 'tei' ? 'this.source' : 'this.file.tei';
      return object(
        node(`this.file.${format}`, 'rico:Instantiation', 'schema:MediaObject', 'prov:Entity'),
        string('schema:name', path),
        string('rico:identifier', path),
        string('schema:encodingFormat', mediaType),
        link('schema:contentUrl', settings.baseUrl !== undefined && settings.baseUrl !== '' && base + path),
        link('rico:isOrWasDerivedFromInstantiation', from),
        link('prov:wasDerivedFrom', from),
        link('prov:wasGeneratedBy', 'this.making'),
      );
    }),
    object(
      node('this.source', 'rico:Instantiation', 'schema:MediaObject', 'prov:Entity'),
      string('schema:name', (name && said(name)) || label('source')),
      string('schema:sha256', checksum && [...textsOf(checksum)].map((text) => text.value).join('')),
      string('schema:contentSize', bytes === undefined ? undefined : `${bytes} B`),
      strings('rico:instantiationExtent', measures.map(said)),
      strings('schema:description', [...named(source, 'note'), ...named(sources, 'p')].map(said)),
    ),
  ];
}
