/** Data as XML: elements that hold either elements, each on its line, or text alone. */

export type XmlPiece = XmlElement | undefined | false | '';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: string | readonly XmlPiece[];
}

/** Attributes without a value and pieces that are absent are left out. */
export function element(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'],
): XmlElement {
  return { name, attributes, content };
}

export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '').join('\n')}\n`;
}

function write({ name, attributes, content }: XmlElement, indent: string): string[] {
  const given = Object.entries(attributes).filter((a): a is [string, string] => a[1] !== undefined);
  const tag = [name, ...given.map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  if (typeof content === 'string') return [`${indent}<${tag}>${escaped(content)}</${name}>`];
  const inside = content.flatMap((piece) => (piece ? write(piece, `${indent}  `) : []));
  return [`${indent}<${tag}>`, ...inside, `${indent}</${name}>`];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] as string);
