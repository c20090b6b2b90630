/** Who sends, receives, signs: names in the header by the element for their kind (TEI chapters 2.4.6 and 14.2). */
import type { Entity, HeaderField } from '../../document.ts';
import type { Encoding } from '../encoding.ts';
import { el, type XmlElementNode } from '../node.ts';
import type { HeaderFacts } from './facts.ts';

/** A person, office or organisation by the element for its kind. */
export function nameElement(
  enc: Encoding,
  entity: Entity | undefined,
  words: string,
  evidence: Readonly<Record<string, string>> = {},
): XmlElementNode {
  const names = {
    person: 'persName',
    office: 'roleName',
    org: 'orgName',
    place: 'placeName',
    document: 'title',
    event: 'name',
  } as const;
  return el(entity ? names[entity.kind] : 'name', { ref: enc.ids.pointer(entity?.id), ...evidence }, words);
}

/**
 * Those whom a field names. A person who is named beside an office stands with it, each in an element of its own; a
 * post that is called by its place acts, so it is no place here.
 *
 *     > | the Ambassador in Freedonia (Marsh)        > | Cablegram to Canberra
 *             ^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^                          ^^^^^^^^
 */
export function agentElements(
  enc: Encoding,
  facts: HeaderFacts,
  field: HeaderField,
): readonly XmlElementNode[] {
  const names = facts.namesIn(field.span);
  const person = names.find((n) => n.type === 'person');
  const office = names.find((n) => n.type === 'office');
  if (person && office && office.span.end <= person.span.start)
    return [person, office].map((n) => nameElement(enc, enc.entity(n.entity), facts.words(n.span)));
  const entity = facts.entityIn(field.span);
  const words = facts.words(field.span);
  if (entity?.kind !== 'place') return [nameElement(enc, entity, words)];
  return [el('name', { type: 'post', ref: enc.ids.pointer(entity.id) }, words)];
}
