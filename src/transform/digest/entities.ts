/** Which elements of a TEI are the document's own people, places … */
import { attribute, elementsOf, type XmlElement } from '../../xml/tree.ts';

const kinds: ReadonlySet<string> = new Set('person personGrp org place event bibl biblStruct'.split(' '));

/** Ids of the document's own people, places, organisations, documents and events. */
export function entityIds(root: XmlElement): ReadonlySet<string> {
  const ids = new Set<string>();
  const gather = (list: XmlElement, names: ReadonlySet<string>): void => {
    for (const element of elementsOf(list)) {
      const id = names.has(element.name) ? attribute(element, 'xml:id') : undefined;
      if (id !== undefined) ids.add(id);
    }
  };
  for (const element of elementsOf(root)) {
    if (element.name === 'particDesc') gather(element, new Set(['person', 'personGrp', 'org']));
    else if (element.name === 'standOff' && element.parent === root) gather(element, kinds);
  }
  return ids;
}
