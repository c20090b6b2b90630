/**
 * What a catalogue wants to know of a document, from the header of its TEI. Names stand as the document has
 * them: «Ambassador Sato» is not taken apart.
 */
import { createHash } from 'node:crypto';
import {
  ancestorsOrSelf,
  attribute,
  childElements,
  elementsById,
  elementsOf,
  parseXml,
  textOf,
  tokens,
  type XmlElement,
} from '../xml/tree.ts';

export interface Description {
  readonly title: string;
  /** `telegram`, `memorandum` …; the id of its category. */
  readonly kind: string;
  readonly kindName: string;
  readonly number?: string;
  /** ISO, as precise as the document is. */
  readonly date?: string;
  readonly received?: string;
  readonly place?: string;
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
  readonly translators: readonly string[];
  /** Others whom the header thanks, with what they did in its words. */
  readonly helpers: readonly { readonly name: string; readonly what: string }[];
  /** BCP 47. */
  readonly language: string;
  /** Language of the original, where this is another. */
  readonly originalLanguage?: string;
  readonly repository?: string;
  readonly collection?: string;
  /** Shelf marks and registry numbers: `archive`, `telegram-number` … */
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  readonly abstract?: string;
  readonly markings: readonly string[];
  /** The page it was made from. */
  readonly source?: { readonly name: string; readonly sha256: string };
  /** `unreviewed` until a person says otherwise. */
  readonly status: string;
  readonly paragraphs: number;
  readonly utterances: number;
  readonly people: number;
  /** What rules have asserted, by certainty; and how much of all a person has confirmed. */
  readonly assertions: { readonly high: number; readonly medium: number; readonly low: number };
  readonly reviewed: number;
  /** SHA-256 of the TEI without what a deposit writes into it: two versions with one are one encoding. */
  readonly encoding?: string;
}

/** Throws when the TEI is not well-formed. */
export function describe(tei: string, id: string): Description {
  const { root } = parseXml(tei, `${id}.xml`);
  if (root === undefined) throw new Error('The TEI is not well-formed.');
  const elements = [...elementsOf(root)];
  const all = (name: string, parent?: string): readonly XmlElement[] =>
    elements.filter((e) => e.name === name && (parent === undefined || e.parent?.name === parent));
  const byId = elementsById(root);

  const action = (type: string): XmlElement | undefined =>
    all('correspAction').find((a) => attribute(a, 'type') === type);
  const categories = all('catRef').flatMap((ref) =>
    tokens(ref, 'target').flatMap((t) => (t.startsWith('#') ? (byId.get(t.slice(1)) ?? []) : [])),
  );
  const kind = categories.find((c) => schemeOf(c) === 'document-type');
  const title = all('title', 'titleStmt').find((t) => attribute(t, 'type') !== 'sub');
  const [sent, received] = [action('sent'), action('received')];
  const senders = agentsOf(sent);
  const record = all('msDesc')[0];
  const declared = all('language')[0];
  const language = attribute(root, 'xml:lang') ?? (declared && attribute(declared, 'ident')) ?? 'und';
  const original = record && attribute(first(record, 'textLang') ?? record, 'mainLang');
  const identifiers = record === undefined ? [] : identifiersIn(record);
  const file = all('bibl').find((b) => attribute(b, 'type') === 'file');
  const checksum = file && [...elementsOf(file)].find((e) => attribute(e, 'type') === 'sha256');
  const date = dateOf(sent) ?? dateOf(all('creation')[0]);
  const place = sent && childElements(sent, 'placeName')[0];
  const repository = record && first(record, 'institution');
  const collection = all('publisher').find((p) => p.parent?.name === 'bibl');
  const abstract = all('abstract')[0];
  const statements = all('respStmt').flatMap((s) => responsibilityOf(s) ?? []);
  const number = identifiers.find((i) => i.type.endsWith('-number') && i.type !== 'general-number')?.value;
  const inText = all('text').flatMap((t) => [...elementsOf(t)]);
  return {
    title: title === undefined ? id : words(title) || id,
    kind: kind === undefined ? 'document' : (attribute(kind, 'xml:id') ?? '').replace(/^document-type\./, ''),
    kindName: kind === undefined ? 'Document' : categoryName(kind),
    ...(number && { number }),
    ...(date && { date }),
    ...optional('received', dateOf(received)),
    ...optional('place', place && words(place)),
    senders: senders.length > 0 ? senders : all('author', 'titleStmt').map(words),
    recipients: agentsOf(received),
    translators: statements.filter((s) => /translat/i.test(s.what)).map((s) => s.name),
    helpers: statements.filter((s) => !/translat/i.test(s.what)),
    language,
    ...(original && original !== language && { originalLanguage: original }),
    ...optional('repository', repository && words(repository)),
    ...optional('collection', collection && words(collection)),
    identifiers,
    ...optional('abstract', abstract && words(abstract)),
    markings: categories
      .filter((c) => ['classification', 'precedence', 'handling'].includes(schemeOf(c)))
      .map(categoryName),
    ...(file &&
      checksum && { source: { name: words(first(file, 'title') ?? file), sha256: words(checksum) } }),
    status: attribute(all('revisionDesc')[0] ?? root, 'status') ?? 'unreviewed',
    paragraphs: inText.filter((e) => e.name === 'p').length,
    utterances: inText.filter((e) => e.name === 'said' || e.name === 'sp').length,
    people: all('person').length,
    ...assertionsIn(elements),
    encoding: createHash('sha256').update(withoutDoi(tei)).digest('hex'),
  };
}

/** Without DOIs and the seal, which changes with them. */
function withoutDoi(tei: string): string {
  return tei
    .replace(/\s*<seriesStmt>\s*<title>[^<]*<\/title>\s*<idno type="DOI">[^<]*<\/idno>\s*<\/seriesStmt>/, '')
    .replace(/\s*<idno type="DOI">[^<]*<\/idno>(?=\s*<\/publicationStmt>)/, '')
    .replace(/<\?chancery-encoded [^?]*\?>\s*$/, '');
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [k in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [k in K]: string });
}

function first(element: XmlElement, name: string): XmlElement | undefined {
  for (const e of elementsOf(element)) if (e.name === name) return e;
  return undefined;
}

function words(element: XmlElement): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function agentsOf(action: XmlElement | undefined): readonly string[] {
  if (action === undefined) return [];
  const people = childElements(action).filter((e) => ['persName', 'roleName', 'rs', 'name'].includes(e.name));
  return (people.length > 0 ? people : childElements(action, 'orgName')).map(words).filter(Boolean);
}

function dateOf(holder: XmlElement | undefined): string | undefined {
  const date = holder && childElements(holder, 'date')[0];
  return date && (attribute(date, 'when') ?? attribute(date, 'from') ?? attribute(date, 'notBefore'));
}

function identifiersIn(record: XmlElement): Description['identifiers'] {
  const found = [...elementsOf(record)].filter(
    (e) => e.name === 'idno' && ['msIdentifier', 'altIdentifier'].includes(e.parent?.name ?? ''),
  );
  return found.map((e) => ({ type: attribute(e, 'type') ?? 'archive', value: words(e) }));
}

/** Programs are told of elsewhere; here people and bodies are. */
function responsibilityOf(statement: XmlElement): { name: string; what: string } | undefined {
  const name = childElements(statement).find(
    (e) => ['persName', 'orgName', 'name'].includes(e.name) && attribute(e, 'type') !== 'software',
  );
  const what = childElements(statement, 'resp')[0];
  return name && what && { name: words(name), what: words(what) };
}

function schemeOf(category: XmlElement): string {
  for (const e of ancestorsOrSelf(category)) if (e.name === 'taxonomy') return attribute(e, 'xml:id') ?? '';
  return '';
}

function categoryName(category: XmlElement): string {
  const described = childElements(category, 'catDesc');
  const best = described.find((d) => attribute(d, 'xml:lang')?.startsWith('en') !== false) ?? described[0];
  return best === undefined ? (attribute(category, 'xml:id') ?? '') : words(best);
}

/** An assertion bears `cert` and `resp`; one that a person confirmed names them in `resp` beside the program. */
function assertionsIn(elements: readonly XmlElement[]): Pick<Description, 'assertions' | 'reviewed'> {
  const assertions = { high: 0, medium: 0, low: 0 };
  let reviewed = 0;
  for (const element of elements) {
    const makers = tokens(element, 'resp');
    const certainty = attribute(element, 'cert');
    if (!makers.includes('#chancery')) continue;
    if (certainty === 'high' || certainty === 'medium' || certainty === 'low') assertions[certainty]++;
    if (makers.length > 1) reviewed++;
  }
  return { assertions, reviewed };
}
