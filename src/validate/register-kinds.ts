/** Which kind of entry of the register an element stands for (TEI chapter 14). */
import type { EntityKind } from '../document.ts';
import { attribute, type XmlElement } from '../xml/tree.ts';

export function kindOfElement(element: XmlElement): EntityKind | undefined {
  switch (element.name) {
    case 'person':
    case 'place':
    case 'event':
      return element.name;
    case 'org':
      return attribute(element, 'type') === 'office' ? 'office' : 'org';
    case 'bibl':
      return 'document';
    default:
      return undefined;
  }
}

/** Kinds in sentences. */
export const kindWords: Readonly<Record<EntityKind, string>> = {
  person: 'a person',
  org: 'an organisation',
  office: 'an office',
  place: 'a place',
  document: 'a document',
  event: 'an event',
};
