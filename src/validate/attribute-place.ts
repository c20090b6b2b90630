/** Where an attribute stands in its start tag: so that a finding about a value points at the value. */
import type { Position } from '../diagnostic.ts';
import type { Span } from '../document.ts';
import type { XmlElement } from '../xml/tree.ts';

export interface AttributePlace {
  readonly position: Position;
  readonly span: Span;
}

/** @param name as written in the file: `xml:id` */
export function attributePlace(xml: string, element: XmlElement, name: string): AttributePlace | undefined {
  const tag = xml.slice(element.offset, element.contentOffset);
  const pattern = /([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;
  for (let match = pattern.exec(tag); match; match = pattern.exec(tag)) {
    if (match[1] !== name) continue;
    const start = element.offset + match.index;
    const before = tag.slice(0, match.index).split(/\r\n|\n|\r/);
    const last = before.at(-1) ?? '';
    const line = element.line + before.length - 1;
    const column = before.length === 1 ? element.column + last.length : last.length + 1;
    return { position: { line, column }, span: { start, end: start + match[0].length } };
  }
  return undefined;
}
