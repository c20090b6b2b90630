/** A TEI file as the rules see it: the tree with its indexes, made once. */
import { attribute, elementsOf, teiNamespace, type XmlElement } from '../xml/tree.ts';

export interface TeiFile {
  readonly root: XmlElement;
  /** All elements in document order. */
  readonly elements: readonly XmlElement[];
  /** By `xml:id`; of two with one id the first. */
  readonly ids: ReadonlyMap<string, XmlElement>;
  /** Elements of a name (TEI namespace), in document order. */
  named(...names: string[]): readonly XmlElement[];
}

export function teiFile(root: XmlElement): TeiFile {
  const elements = Array.from(elementsOf(root));
  const ids = new Map<string, XmlElement>();
  const byName = new Map<string, XmlElement[]>();
  for (const element of elements) {
    const id = attribute(element, 'xml:id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    if (element.uri !== teiNamespace) continue;
    const alike = byName.get(element.name);
    if (alike) alike.push(element);
    else byName.set(element.name, [element]);
  }
  return {
    root,
    elements,
    ids,
    named(...names) {
      if (names.length === 1) return byName.get(names[0] ?? '') ?? [];
      const found = names.flatMap((name) => byName.get(name) ?? []);
      return found.sort((a, b) => a.offset - b.offset);
    },
  };
}

/** `#id` to the element; nothing for other pointers and for those that lead nowhere. */
export function pointed(file: TeiFile, pointer: string): XmlElement | undefined {
  return pointer.startsWith('#') ? file.ids.get(pointer.slice(1)) : undefined;
}
