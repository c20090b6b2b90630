/** standOff (TEI chapter 17): the people, offices, organisations, places, events and documents of the text. */
import type { Entity, Evidence } from '../document.ts';
import { type Encoding, originalLanguage } from './encoding.ts';
import { el, type XmlElementNode } from './node.ts';

/** @param elsewhere ids of entities that another list already has */
export function standOff(enc: Encoding, elsewhere: ReadonlySet<string>): XmlElementNode | undefined {
  const of = (kind: Entity['kind']) =>
    enc.document.entities.filter((e) => e.kind === kind && !elsewhere.has(e.id));
  const list = (name: string, attributes: Record<string, string>, items: readonly XmlElementNode[]) =>
    items.length > 0 ? [el(name, attributes, items)] : [];
  // Whom only the archive's citation names is not spoken of in the document.
  const archivists = new Set(of('person').filter((e) => isOfCatalogue(enc, e)));
  const people = (those: readonly Entity[]) => those.map((e) => personElement(enc, e));
  const lists = [
    ...list('listPerson', { type: 'mentioned' }, people(of('person').filter((e) => !archivists.has(e)))),
    ...list('listPerson', { type: 'archive' }, people([...archivists])),
    ...list(
      'listOrg',
      { type: 'offices' },
      of('office').map((e) => orgElement(enc, e, 'office')),
    ),
    ...list(
      'listOrg',
      { type: 'organisations' },
      of('org').map((e) => orgElement(enc, e)),
    ),
    ...list(
      'listPlace',
      {},
      of('place').map((e) =>
        el('place', base(enc, e), el('placeName', {}, e.name), ...foreign(enc, e, 'placeName')),
      ),
    ),
    ...list(
      'listEvent',
      {},
      of('event').map((e) => eventElement(enc, e)),
    ),
    ...list(
      'listBibl',
      {},
      of('document').map((e) => biblElement(enc, e)),
    ),
  ];
  return lists.length > 0 ? el('standOff', {}, lists) : undefined;
}

/** The archive's contributor or translator, named nowhere but in its citation. */
const isOfCatalogue = (enc: Encoding, entity: Entity): boolean =>
  ['contributor', 'translator'].includes(entity.facts.role ?? '') &&
  enc.document.annotations.every(
    (a) =>
      a.kind !== 'name' ||
      a.entity !== entity.id ||
      enc.document.header.catalogue.some((f) => f.span.start <= a.span.start && a.span.end <= f.span.end),
  );

const base = (
  enc: Encoding,
  entity: Entity,
  more: readonly Evidence[] = [],
): Record<string, string | undefined> => ({
  'xml:id': enc.ids.entity(entity.id),
  sameAs: entity.register ? `reg:${entity.register}` : undefined,
  ...enc.entityEvidence(entity, more),
});

/** Names in other languages that occur in the document, from the register. */
function foreign(enc: Encoding, entity: Entity, element: string): readonly XmlElementNode[] {
  const entry = enc.context.register.entries.find((e) => e.id === entity.register);
  const found = (entry?.names ?? []).filter(
    (n) => n.language && !n.language.startsWith(enc.document.language) && enc.text.includes(n.text),
  );
  // 中国 is Japanese and Chinese: what the original's language has is of that language.
  const own = found.filter((n) => n.language?.startsWith(originalLanguage));
  return found
    .filter((n) => own.includes(n) || !own.some((o) => o.text === n.text))
    .map((n) => el(element, { 'xml:lang': n.language }, n.text));
}

/**
 * @param roles what a participant does there; else what the archive says of the person
 * @param evidence what says so
 */
export function personElement(
  enc: Encoding,
  entity: Entity,
  roles?: readonly string[],
  evidence: readonly Evidence[] = [],
): XmlElementNode {
  return el(
    'person',
    { ...base(enc, entity, evidence), role: roles?.join(' ') ?? entity.facts.role },
    el('persName', {}, entity.name),
    ...foreign(enc, entity, 'persName'),
    entity.facts.office && el('occupation', {}, entity.facts.office),
  );
}

function orgElement(enc: Encoding, entity: Entity, type?: string): XmlElementNode {
  return el(
    'org',
    { ...base(enc, entity), type },
    el('orgName', {}, entity.name),
    ...foreign(enc, entity, 'orgName'),
  );
}

function eventElement(enc: Encoding, entity: Entity): XmlElementNode {
  const { date, from, to } = entity.facts;
  return el(
    'event',
    { ...base(enc, entity), ...(from && to ? { from, to } : { when: date }) },
    el('label', {}, entity.name),
  );
}

function biblElement(enc: Encoding, entity: Entity): XmlElementNode {
  const { type, number, date, part, partOf = entity.facts.draftOf } = entity.facts;
  const whole = partOf && enc.entity(partOf);
  return el(
    'bibl',
    {
      ...base(enc, entity),
      type,
      // What it is a part or a draft of: a document of this text, or else of the register.
      corresp: whole ? enc.ids.pointer(whole.id) : partOf && `reg:${partOf}`,
    },
    el('title', {}, entity.name),
    part && el('biblScope', { unit: type, from: part, to: part }, entity.name.split(' of ')[0]),
    number && el('idno', { type: 'telegram-number' }, number),
    date && el('date', { when: date }, date),
  );
}
