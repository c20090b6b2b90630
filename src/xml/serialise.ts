/**
 * Writing XML from a light tree. Ours because it is in the hot path: xmlbuilder2 makes a DOM node for every
 * piece of text and takes a hundred times as long, and it leaves «&amp;» in a text as it is, which loses characters. A test holds
 * the two to the same bytes otherwise.
 */

interface ElementNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ElementNode | string)[];
}

/**
 * @param root names must be XML names, text must hold only characters that XML 1.0 allows (the encoder's tree
 *   has seen to both)
 * @param instructions processing instructions to stand before the root, each a line
 * @returns the document with XML declaration, ending in a line feed; no white space is added or taken away
 */
export function serialise(root: ElementNode, instructions: readonly string[] = []): string {
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  for (const instruction of instructions) parts.push(`<?${instruction}?>\n`);
  write(root, parts);
  parts.push('\n');
  return parts.join('');
}

/** An element alone, without the XML declaration. */
export function serialiseNode(node: ElementNode): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
}

function write(node: ElementNode, parts: string[]): void {
  let tag = `<${node.name}`;
  for (const name in node.attributes) tag += ` ${name}="${escapeAttribute(node.attributes[name] as string)}"`;
  if (node.children.length === 0) {
    parts.push(`${tag}/>`);
    return;
  }
  parts.push(`${tag}>`);
  for (const child of node.children) {
    if (typeof child === 'string') parts.push(escapeText(child));
    else write(child, parts);
  }
  parts.push(`</${node.name}>`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** `>` as well, so that `]]>` cannot occur (XML 1.0, section 2.4). */
const escapeText = (text: string): string =>
  /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (c) => entities[c] as string) : text;

/** Tabs and line ends as references, or attribute-value normalisation would turn them into blanks (section 3.3.3). */
export const escapeAttribute = (value: string): string =>
  /[&<>"\t\n\r]/.test(value) ? value.replace(/[&<>"\t\n\r]/g, (c) => entities[c] as string) : value;
