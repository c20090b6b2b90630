/** The words of a document passage by passage, each with the anchor it has in the page and those who speak in it. */
import { ancestorsOrSelf, attribute, tokens, type XmlElement } from '../xml/tree.ts';
import type { Passage } from './document-facts.ts';

const blocks = new Set(['p', 'ab', 'head', 'seg', 'note', 'item', 'cell', 'l', 'sp', 'div']);

/** Elements whose words are no part of the word before them, though nothing stands between. */
const apart = new Set([
  ...[...blocks].filter((name) => name !== 'seg'),
  'row',
  'list',
  'lg',
  'table',
  'speaker',
  'quote',
  'closer',
  'opener',
  'signed',
]);

/** The nearest block above an element that the page has an anchor for. */
export function holderOf(element: XmlElement): XmlElement | undefined {
  for (const e of ancestorsOrSelf(element)) {
    if (e !== element && isAnchored(e)) return e;
  }
  return undefined;
}

function isAnchored(element: XmlElement): boolean {
  return blocks.has(element.name) && attribute(element, 'xml:id') !== undefined;
}

/**
 * Every word of `text` in exactly one passage: that of the nearest anchored block, or of the block before it where
 * there is none. `nameOf` gives the name of whom a `@who` points at.
 */
export function passagesOf(text: XmlElement, nameOf: (pointer: string) => string | undefined): Passage[] {
  const passages: { anchor: string; text: string; speakers: Set<string> }[] = [];
  let current = { anchor: '', text: '', speakers: new Set<string>() };
  passages.push(current);
  const walk = (element: XmlElement, speakers: readonly string[]): void => {
    const own =
      element.name === 'said' || element.name === 'sp'
        ? tokens(element, 'who').flatMap((t) => nameOf(t) ?? [])
        : [];
    const speaking = own.length > 0 ? own : speakers;
    const outer = current;
    if (apart.has(element.name) || element.parent?.name === 'choice') current.text += ' ';
    const id = attribute(element, 'xml:id');
    if (id !== undefined && isAnchored(element)) {
      current = { anchor: id, text: '', speakers: new Set() };
      passages.push(current);
    }
    for (const child of element.children) {
      if (child.type === 'element') walk(child, speaking);
      else if (child.type === 'text') {
        current.text += child.value;
        if (child.value.trim() !== '') for (const name of speaking) current.speakers.add(name);
      }
    }
    // A block within a block: what follows it belongs to the outer one again.
    current = outer;
  };
  walk(text, []);
  return passages.flatMap(({ anchor, text: words, speakers }) => {
    const plain = words.replace(/\s+/gu, ' ').trim();
    if (plain === '') return [];
    return [{ anchor, text: plain, ...(speakers.size > 0 && { speakers: [...speakers] }) }];
  });
}
