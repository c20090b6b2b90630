/** The account: how many characters of the source are text, header, catalogue, furniture, white space. */
import type { XmlElement } from '../xml/tree.ts';
import { attribute } from './collect.ts';
import { whiteSpace } from './compare.ts';
import type { Weave } from './weave.ts';

/** `unaccounted`: not found in the TEI. */
export type Class =
  | 'text'
  | 'header'
  | 'catalogue'
  | 'furniture'
  | 'note'
  | 'unrecognised'
  | 'space'
  | 'unaccounted';

/** Characters by class; their sum is the number of characters of the source. */
export function classify(source: string, woven: Weave | undefined): Record<Class, number> {
  const counts: Record<Class, number> = {
    text: 0,
    header: 0,
    catalogue: 0,
    furniture: 0,
    note: 0,
    unrecognised: 0,
    space: 0,
    unaccounted: 0,
  };
  const cache = new Map<XmlElement, Class>();
  let agreed = 0;
  if (woven) {
    const end = Math.min(source.length, woven.text.length);
    while (agreed < end && source.charCodeAt(agreed) === woven.text.charCodeAt(agreed)) agreed++;
    for (const { start, run, piece } of woven.stretches) {
      if (start >= agreed) break;
      const words = run.text.slice(0, agreed - start);
      const space = spaces(words);
      counts.space += space;
      counts[classOf(run.element, piece, cache)] += characters(words) - space;
    }
  }
  counts.unaccounted = characters(source.slice(agreed));
  return counts;
}

/** Unicode characters: UTF-16 units less one for each pair. */
export function characters(text: string): number {
  let n = text.length;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) n--;
  return n;
}

function spaces(text: string): number {
  let n = 0;
  for (const match of text.matchAll(whiteSpace)) n += match[0].length;
  return n;
}

function classOf(element: XmlElement, piece: boolean, cache: Map<XmlElement, Class>): Class {
  const known = cache.get(element);
  if (known) return known;
  let found: Class | undefined;
  for (let e: XmlElement | undefined = element; e && !found; e = e.parent) {
    if (e.name === 'seg' && attribute(e, 'type') === 'furniture') found = 'furniture';
    else if (e.name === 'note' && attribute(e, 'type') === 'furniture') found = 'furniture';
    else if (e.name === 'note' && attribute(e, 'type') === 'abstract') found = 'catalogue';
    else if (e.name === 'bibl' && attribute(e, 'type') === 'archive-page') found = 'catalogue';
    else if (e.name === 'ab' && attribute(e, 'type') === 'unrecognised') found = 'unrecognised';
    else if (e.name === 'opener' || e.name === 'closer' || e.name === 'head') found = 'header';
    else if (e.name === 'note') found = piece ? 'note' : undefined;
    else if (e.name === 'text') found = 'text';
  }
  found ??= piece ? 'catalogue' : 'text';
  cache.set(element, found);
  return found;
}
