/** Short ways through a TEI for the graph, and its values as addresses. */
import { attribute, childElements, elementsOf, textOf, type XmlElement } from '../../xml/tree.ts';
import { normal } from '../digest/elements.ts';

/** Words of an element, white space made one blank. */
export const said = (element: XmlElement): string => normal(textOf(element));

/** Children of these names, in the order of the document. */
export const named = (parent: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] =>
  parent === undefined ? [] : childElements(parent).filter((child) => names.includes(child.name));

/** Children of these names, name after name. */
export const inTurn = (parent: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] =>
  names.flatMap((name) => named(parent, name));

/** Elements at the end of a path, in the order of the document: every correspAction of every correspDesc. */
export const along = (parent: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] =>
  path.reduce<readonly XmlElement[]>(
    (all, name) => all.flatMap((e) => named(e, name)),
    parent ? [parent] : [],
  );

export const first = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  named(parent, name)[0];

export const has = (element: XmlElement | undefined, name: string): string | undefined =>
  element && attribute(element, name);

/** All elements inside, not the element itself. */
export function inside(element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  if (element === undefined) return [];
  return [...elementsOf(element)].filter((e) => e !== element && names.includes(e.name));
}

/** Each once, in the order of the document. */
export const inOrder = (elements: readonly (XmlElement | undefined)[]): readonly XmlElement[] =>
  [...new Set(elements.filter((e) => e !== undefined))].sort((a, b) => a.offset - b.offset);

/** The local id a pointer names first: `han` of `#han #sato`. */
export function localOf(pointer: string | undefined): string | undefined {
  const one = pointer?.includes(' ') ? pointer.trim().split(/\s+/)[0] : pointer;
  return one?.startsWith('#') ? one.slice(1) : undefined;
}

/** An address that may stand in a link: the web, mail, a place of this document. */
export function safeAddress(address: string | undefined): string | undefined {
  const plain = normal(address ?? '');
  return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(plain) || /^#\S+$/.test(plain) ? plain : undefined;
}

/** Characters that no IRI may have, escaped (XPath fn:iri-to-uri). */
export const iriToUri = (iri: string): string =>
  iri.replace(/[^\x21-\x7e]|[<>"{}|\\^`]/gu, (c) =>
    [...new TextEncoder().encode(c)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );

export const encodeForUri = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export const capital = (words: string): string => {
  const [letter = ''] = words;
  return letter.toUpperCase() + words.slice(letter.length);
};

export function taxonomyOf(category: XmlElement): XmlElement | undefined {
  for (let e = category.parent; e; e = e.parent) if (e.name === 'taxonomy') return e;
  return undefined;
}
