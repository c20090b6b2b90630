/** What the graph reads from the header more than once, and by which ids it calls those the header speaks of. */
import { documentBase, registerBase } from '../../linked/vocabulary.ts';
import { wordFor } from '../../words/index.ts';
import { textOf, type XmlElement } from '../../xml/tree.ts';
import type { PublishedFile } from '../derivation.ts';
import { normal } from '../digest/elements.ts';
import type { Digest } from '../digest/index.ts';
import { type Agents, agentsOf } from './agents.ts';
import { along, capital, first, has, inOrder, inside, named, said, taxonomyOf } from './tei.ts';

export interface GraphSettings {
  readonly title: string;
  readonly language: string;
  readonly publisher: string;
  readonly editors: readonly { readonly name: string }[];
  readonly rights: string;
  readonly licence: { readonly name: string; readonly url?: string | undefined };
  readonly baseUrl?: string | undefined;
}

export interface GraphSource {
  readonly id: string;
  readonly digest: Digest;
  readonly files: readonly PublishedFile[];
  readonly settings: GraphSettings;
  readonly version: string;
  /** ISO date and time of the build, if one was given. */
  readonly built?: string | undefined;
}

export type Reading = ReturnType<typeof readDocument>;

export function readDocument(source: GraphSource) {
  const { id, digest, settings } = source;
  const { root, naming } = digest;
  const { language: editionLanguage } = settings;
  const label = (key: string): string => wordFor(naming.words, key);
  const header = first(root, 'teiHeader');
  const file = first(header, 'fileDesc');
  const profile = first(header, 'profileDesc');
  const text = first(root, 'text');
  const publication = first(file, 'publicationStmt');
  const titles = first(file, 'titleStmt');
  const sources = first(file, 'sourceDesc');
  const record = first(sources, 'msDesc');
  const identifier = first(record, 'msIdentifier');
  const actions = along(profile, 'correspDesc', 'correspAction');
  const sent = actions.find((action) => has(action, 'type') === 'sent');
  const received = actions.find((action) => has(action, 'type') === 'received');

  const title = titleOf(titles) ?? normal(id);
  const language = has(text, 'xml:lang') ?? has(root, 'xml:lang') ?? 'und';
  const categories = inOrder(
    along(profile, 'textClass', 'catRef').flatMap((ref) => targetsOf(has(ref, 'target'), digest)),
  );
  const marked = (scheme: string) =>
    categories.filter((category) => has(taxonomyOf(category), 'xml:id') === scheme);
  const form = valueAmong(along(record, 'physDesc', 'objectDesc'), 'form');
  const documentType =
    marked('document-type').map((category) => categoryInWords(category, editionLanguage))[0] ??
    (form === undefined ? label('document') : capital(form));
  const translations = named(titles, 'respStmt').filter((statement) =>
    /translat/i.test(textOfFirst(statement, 'resp')),
  );
  const translated =
    along(text, 'body', 'div').some((div) => has(div, 'type') === 'translation') ||
    translations.some((statement) => first(statement, 'persName') !== undefined);
  const licence = [settings.licence.name, ...along(publication, 'availability', 'licence').map(said)];
  const targets = along(publication, 'availability', 'licence').map((l) => has(l, 'target'));
  const publisher = first(publication, 'publisher');
  const agents: Agents = agentsOf({ root, profile, titles, record, actions });

  return {
    ...source,
    naming,
    root,
    label,
    editionLanguage,
    header,
    file,
    profile,
    text,
    publication,
    titles,
    sources,
    record,
    identifier,
    actions,
    sent,
    received,
    title,
    language,
    categories,
    marked,
    documentType,
    translations,
    translated,
    agents,
    recordLanguage:
      valueAmong(along(record, 'msContents', 'textLang'), 'mainLang') ?? (translated ? '' : language),
    references: along(profile, 'correspDesc', 'correspContext').flatMap((one) => named(one, 'ref', 'ptr')),
    numbers: numbersOf(identifier, sources),
    reviewStatus: has(first(header, 'revisionDesc'), 'status') ?? 'unreviewed',
    abstract: along(profile, 'abstract', 'p').map(said),
    publisher: settings.publisher || (publisher ? said(publisher) : ''),
    licenceWords: licence.find((words) => words !== '') ?? '',
    licenceAddress: [settings.licence.url, ...targets].find((one) => one && /^https?:\/\//.test(one)),
    events: agents.entities.filter((entity) => entity.name === 'event'),
    changes: inside(first(header, 'revisionDesc'), 'change'),
    editors: named(titles, 'editor'),
    base: documentBase(id, settings.baseUrl),
    register: `${registerBase(settings.baseUrl)}#`,
    utterances: inside(text, 'said', 'sp'),
    /** The assertion that gives the evidence, where something bears any. */
    evidenceOf: (element: XmlElement): string | undefined => digest.anchors.get(element),
  };
}

const valueAmong = (elements: readonly XmlElement[], name: string): string | undefined =>
  elements.map((e) => has(e, name)).find((value) => value !== undefined);

function titleOf(titles: XmlElement | undefined): string | undefined {
  const all = named(titles, 'title');
  const main = all.filter((title) => has(title, 'type') === 'main');
  return [...main, ...all].map(said).find((words) => words !== '');
}

const textOfFirst = (parent: XmlElement, name: string): string => {
  const child = first(parent, name);
  return child === undefined ? '' : textOf(child);
};

/** Every element a pointer leads to inside the document. */
export function targetsOf(pointers: string | undefined, { naming }: Digest): readonly XmlElement[] {
  return (pointers?.trim().split(/\s+/) ?? [])
    .filter((pointer) => pointer.startsWith('#'))
    .flatMap((pointer) => naming.byId.get(pointer.slice(1)) ?? []);
}

/** The words of a category in the edition's language, or in the first it has. */
function categoryInWords(category: XmlElement, language: string): string {
  const descriptions = named(category, 'catDesc');
  const best =
    descriptions.find((d) => (has(d, 'xml:lang') ?? '').startsWith(language)) ??
    descriptions.find((d) => has(d, 'xml:lang') === undefined) ??
    descriptions[0];
  return best ? said(best) : normal(has(category, 'xml:id') ?? '');
}

/** Numbers of the document, of the record first: each number and type once. */
function numbersOf(
  identifier: XmlElement | undefined,
  sources: XmlElement | undefined,
): readonly XmlElement[] {
  const own = inOrder([
    ...named(identifier, 'idno'),
    ...named(identifier, 'altIdentifier').flatMap((other) => named(other, 'idno')),
  ]);
  const catalogued = named(sources, 'bibl').flatMap((bibl) => named(bibl, 'idno'));
  const each = new Map<string, XmlElement>();
  for (const number of [...own, ...catalogued.filter((n) => has(n, 'type') !== 'sha256')]) {
    const key = `${has(number, 'type') ?? ''} ${said(number)}`;
    if (!each.has(key)) each.set(key, number);
  }
  return [...each.values()];
}
