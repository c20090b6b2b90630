/** From the TEI of a document to its rows in the tables: what it says, with the evidence for it, and nothing more. */
import type { EntityKind } from '../../document.ts';
import {
  attribute,
  closest,
  elementsById,
  elementsOf,
  parseXml,
  textOf,
  tokens,
  type XmlElement,
} from '../../xml/tree.ts';
import type { EntityFacts } from '../document-facts.ts';
import { factsOf } from '../facts.ts';
import { holderOf } from '../passages.ts';
import type { RowOf, TableName } from './columns.ts';
import { daysOf } from './days.ts';

export type Rows = { readonly [N in TableName]: readonly RowOf<N>[] };

/**
 * @param file what the document was read from
 * @throws Error when the TEI is not well-formed
 */
export function rowsOf(tei: string, id: string, file: string): Rows {
  const { root } = parseXml(tei, `${id}.xml`);
  if (root === undefined) throw new Error('The TEI is not well-formed.');
  const facts = factsOf(tei, id);
  const entities = new Map(facts.entities.map((e) => [e.id, e]));
  const text = [...elementsOf(root)].find((e) => e.name === 'text');
  const inText = text === undefined ? [] : [...elementsOf(text)];
  const reading: Reading = { document: id, entities, byId: elementsById(root) };
  const utterances = inText.filter((e) => e.name === 'said' || e.name === 'sp').map(utterance(reading));
  const mentions = inText.filter(isMention(reading)).map(mention(reading));
  const dates = [...headerDates(root), ...inText.filter(isDated)].map(dated(reading));
  const { date, dating, correspondence } = facts;
  const day = date === undefined || !/^\d{4}-\d\d-\d\d/.test(date) ? undefined : daysOf(date)?.[0];
  const year = date === undefined ? undefined : Number(/^\d{4}/.exec(date)?.[0]);
  const marked = (scheme: string): string | undefined =>
    list(facts.markings.filter((m) => m.scheme === scheme).map((m) => m.name));
  const entries = (agents: typeof facts.from) => list(agents.flatMap((a) => a.register ?? []));
  return {
    documents: [
      {
        document: id,
        file,
        title: facts.title,
        kind: facts.kind,
        number: facts.number,
        date,
        day,
        year: Number.isFinite(year) ? year : undefined,
        date_certainty: dating?.certainty,
        date_inferred: dating?.inferred ?? false,
        date_reviewed: dating?.reviewed ?? false,
        place: facts.place,
        senders: list(facts.senders),
        sender_entries: entries(facts.from),
        addressees: list(facts.addressees),
        addressee_entries: entries(facts.to),
        classification: marked('classification'),
        precedence: marked('precedence'),
        handling: marked('handling'),
        languages: list(facts.languages),
        holder: correspondence.holder,
        abstract: facts.abstract,
        paragraphs: facts.paragraphs,
        utterances: utterances.length,
        mentions: mentions.length,
        dates: dates.length,
        characters: text === undefined ? 0 : [...words(text)].length,
        status: facts.status,
      },
    ],
    utterances,
    mentions,
    dates,
  };
}

interface Reading {
  readonly document: string;
  readonly entities: ReadonlyMap<string, EntityFacts>;
  readonly byId: ReadonlyMap<string, XmlElement>;
}

/** White space of any kind as one blank, as the pages of the edition have it. */
const words = (element: XmlElement): string => textOf(element).replace(/\s+/g, ' ').trim();

const list = (values: readonly string[]): string | undefined => {
  const all = values.map((v) => v.replaceAll('; ', ', ')).filter((v) => v !== '');
  return all.length === 0 ? undefined : all.join('; ');
};

/** What an assertion rests on, in the columns that all tables share. */
function evidence(element: XmlElement) {
  const certainty = attribute(element, 'cert');
  return {
    certainty: certainty === '' ? undefined : certainty,
    rules: list(
      tokens(element, 'ana')
        .filter((t) => t.startsWith('#r.'))
        .map((t) => t.slice(3)),
    ),
    reviewed: tokens(element, 'resp').some((t) => t !== '#chancery'),
  };
}

function anchorOf(element: XmlElement): string | undefined {
  const holder = holderOf(element);
  return holder && attribute(holder, 'xml:id');
}

const pointed = (element: XmlElement, name: string, { entities }: Reading): readonly EntityFacts[] =>
  tokens(element, name).flatMap((t) => (t.startsWith('#') ? (entities.get(t.slice(1)) ?? []) : []));

function utterance(reading: Reading) {
  return (element: XmlElement, at: number): RowOf<'utterances'> => {
    const speakers = pointed(element, 'who', reading);
    const direct = attribute(element, 'direct');
    return {
      document: reading.document,
      utterance: attribute(element, 'xml:id') ?? `u${at + 1}`,
      position: at + 1,
      mode:
        element.name === 'sp'
          ? 'turn'
          : direct === 'true'
            ? 'direct'
            : direct === 'false'
              ? 'indirect'
              : 'unknown',
      speaker: list(speakers.map((s) => s.name)),
      speaker_entry: list(speakers.flatMap((s) => s.register ?? [])),
      addressed_to: list(pointed(element, 'toWhom', reading).map((s) => s.name)),
      ...evidence(element),
      anchor: anchorOf(element),
      text: words(element),
    };
  };
}

const kinds: Readonly<Record<string, EntityKind>> = {
  persName: 'person',
  roleName: 'office',
  orgName: 'org',
  placeName: 'place',
  title: 'document',
  bibl: 'document',
  ref: 'document',
};

/** Kinds that `rs/@type` and `name/@type` may name. */
const typed: ReadonlySet<string> = new Set(['person', 'office', 'org', 'place', 'document', 'event']);

/** A name, whether it leads anywhere or not; anything else that leads to an entity. A title within a name is part of it. */
function isMention(reading: Reading) {
  return (element: XmlElement): boolean => {
    switch (element.name) {
      case 'persName':
      case 'orgName':
      case 'placeName':
      case 'rs':
      case 'name':
        return true;
      case 'roleName':
        return attribute(element, 'ref') !== undefined || closest(element, 'persName') === undefined;
      case 'title':
      case 'bibl':
        return pointed(element, 'ref', reading).length > 0;
      case 'ref':
        return pointed(element, 'target', reading).length > 0;
      default:
        return false;
    }
  };
}

function mention(reading: Reading) {
  return (element: XmlElement, at: number): RowOf<'mentions'> => {
    const [entity] = [...pointed(element, 'ref', reading), ...pointed(element, 'target', reading)];
    const type = attribute(element, 'type') ?? '';
    return {
      document: reading.document,
      position: at + 1,
      kind: entity?.kind ?? kinds[element.name] ?? (typed.has(type) ? type : 'unknown'),
      words: words(element),
      form: element.name === 'rs' ? 'description' : 'name',
      entity: entity?.id,
      name: entity?.name,
      register: entity?.register,
      ...evidence(element),
      anchor: anchorOf(element),
    };
  };
}

const isDated = ({ name }: XmlElement): boolean => name === 'date' || name === 'time';

/** Dates of transmission and of the making of the document; those of its catalogue entry are not the document's. */
function headerDates(root: XmlElement): readonly XmlElement[] {
  return [...elementsOf(root)].filter(
    (e) => isDated(e) && ['correspAction', 'creation'].includes(e.parent?.name ?? ''),
  );
}

function dated(reading: Reading) {
  return (element: XmlElement, at: number): RowOf<'dates'> => {
    const has = (name: string) => attribute(element, name);
    const when = has('when') ?? has('when-iso');
    const start = has('from') ?? has('notBefore') ?? has('from-iso') ?? has('notBefore-iso');
    const end = has('to') ?? has('notAfter') ?? has('to-iso') ?? has('notAfter-iso');
    const span = start === undefined && end === undefined ? undefined : `${start ?? '..'}/${end ?? '..'}`;
    const { parent } = element;
    const inHeader = closest(element, 'teiHeader') !== undefined;
    const said = words(element);
    return {
      document: reading.document,
      position: at + 1,
      of: !inHeader
        ? 'text'
        : parent?.name === 'correspAction'
          ? (attribute(parent, 'type') ?? 'transmission')
          : 'creation',
      words: said === '' ? undefined : said,
      value: when ?? span ?? has('dur') ?? has('dur-iso'),
      first_day: dayOf(when ?? start, 0),
      last_day: dayOf(when ?? end, 1),
      relative: has('type') === 'relative',
      inferred: has('evidence') === 'conjecture' || tokens(element, 'ana').includes('#r.date.zone-of-place'),
      ...evidence(element),
      anchor: inHeader ? undefined : anchorOf(element),
    };
  };
}

const dayOf = (iso: string | undefined, which: 0 | 1): string | undefined =>
  iso === undefined ? undefined : daysOf(iso)?.[which];
