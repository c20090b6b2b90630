/** standOff (TEI chapter 17): the people, offices, organisations, places, events and documents of the text. */
import type { Entity } from '../document.ts';
import type { RuleId } from '../rules.ts';
import type { Encoding } from './encoding.ts';
import { el, type XmlElementNode } from './node.ts';

/** @param elsewhere ids of entities that another list already has */
export function standOff(enc: Encoding, elsewhere: ReadonlySet<string>): XmlElementNode | undefined {
  const of = (kind: Entity['kind']) =>
    enc.document.entities.filter((e) => e.kind === kind && !elsewhere.has(e.id));
  const list = (name: string, attributes: Record<string, string>, items: readonly XmlElementNode[]) =>
    items.length > 0 ? [el(name, attributes, items)] : [];
  const lists = [
    ...list(
      'listPerson',
      { type: 'mentioned' },
      of('person').map((e) => personElement(enc, e)),
    ),
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

const base = (enc: Encoding, entity: Entity): Record<string, string | undefined> => ({
  'xml:id': enc.ids.entity(entity.id),
  sameAs: entity.register ? `reg:${entity.register}` : undefined,
});

/** Names in the original's language, from the register. */
function foreign(enc: Encoding, entity: Entity, element: string): readonly XmlElementNode[] {
  const entry = enc.context.register.entries.find((e) => e.id === entity.register);
  return (entry?.names ?? [])
    .filter((n) => n.language && !n.language.startsWith(enc.document.language) && enc.text.includes(n.text))
    .map((n) => el(element, { 'xml:lang': n.language }, n.text));
}

export function personElement(enc: Encoding, entity: Entity, role?: string): XmlElementNode {
  return el(
    'person',
    { ...base(enc, entity), role: role ?? entity.facts.role },
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
  const { date, from, to, rule, certainty } = entity.facts;
  return el(
    'event',
    {
      ...base(enc, entity),
      ...(from && to ? { from, to } : { when: date }),
      ...(rule ? enc.log.attributes(rule as RuleId, certainty as 'medium') : {}),
    },
    el('label', {}, entity.name),
  );
}

function biblElement(enc: Encoding, entity: Entity): XmlElementNode {
  const { type, number, date } = entity.facts;
  return el(
    'bibl',
    { ...base(enc, entity), type },
    el('title', {}, entity.name),
    number && el('idno', { type: 'telegram-number' }, number),
    date && el('date', { when: date }, date),
  );
}
