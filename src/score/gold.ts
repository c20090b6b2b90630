/** Checked documents as they are kept: stand-off items in JSON, or a TEI that a person has reviewed. */
import { attribute } from '../audit/collect.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import { itemsOf } from './extract.ts';
import type { Gold, Kind } from './item.ts';

const kinds: readonly Kind[] = [
  'sender',
  'addressee',
  'place',
  'sent',
  'number',
  'classification',
  'date',
  'direct-speech',
  'reported-speech',
  'name',
  'link',
];

/**
 * @param json an array of documents, or one
 * @throws SyntaxError naming the document and the key that is wrong
 */
export function goldOf(json: string, file: string): readonly Gold[] {
  const data: unknown = JSON.parse(json);
  const documents = Array.isArray(data) ? data : [data];
  return documents.map((d: unknown, i) => {
    const gold = d as Partial<Gold> | null;
    const wrong = (key: string) => new SyntaxError(`${file}: document ${i + 1} has no ${key}`);
    if (typeof gold?.source !== 'string') throw wrong('"source", the path of its source');
    if (!Array.isArray(gold.items)) throw wrong('"items"');
    const used = gold.kinds ?? kinds.filter((k) => gold.items?.some((item) => item.kind === k));
    return {
      source: gold.source,
      sha256: gold.sha256 ?? '',
      family: gold.family ?? 'unnamed',
      kinds: used,
      items: gold.items,
    };
  });
}

/** The source file that a TEI says it was made from, and its checksum. */
export function sourceNamed(tei: string): { readonly name: string; readonly sha256: string } | undefined {
  const { root } = parseXml(tei, 'tei');
  const find = (e: XmlElement, test: (e: XmlElement) => boolean): XmlElement | undefined => {
    if (test(e)) return e;
    for (const c of e.children) {
      const found = c.type === 'element' && c.name !== 'text' ? find(c, test) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const file = root && find(root, (e) => e.name === 'bibl' && attribute(e, 'type') === 'file');
  if (!file) return undefined;
  const words = (name: string) => {
    const e = find(file, (c) => c.name === name);
    return e?.children.map((c) => (c.type === 'text' ? c.value : '')).join('');
  };
  const name = words('title');
  return name ? { name, sha256: words('idno') ?? '' } : undefined;
}

/** A reviewed TEI as gold: all kinds it has are taken to be complete. */
export function goldOfTei(tei: string, source: string, text: string): Gold {
  const items = itemsOf(tei, text);
  return {
    source,
    sha256: sourceNamed(tei)?.sha256 ?? '',
    family: 'tei',
    kinds: kinds.filter((k) => items.some((i) => i.kind === k)),
    items,
  };
}
