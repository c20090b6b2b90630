/** The little tree that encoding builds before it becomes XML: elements, text, nothing else. */

export interface XmlElementNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElementNode | string;

type Value = string | undefined | false;

/** An element; attributes without a value are left out. */
export function el(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (XmlNode | readonly XmlNode[] | undefined | false)[]
): XmlElementNode {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false && value !== '') kept[key] = value;
  const nodes: XmlNode[] = [];
  for (const child of children) {
    if (child === undefined || child === false || child === '') continue;
    if (Array.isArray(child)) for (const node of child as readonly XmlNode[]) nodes.push(node);
    else nodes.push(child as XmlNode);
  }
  return { name, attributes: kept, children: nodes };
}

/**
 * Line ends and indentation for elements that hold elements only. Never used on the text, whose white space is
 * the source's; an element with text, or with `xml:space="preserve"`, is left as it is.
 */
/** Elements with mixed content: white space in them would be text. */
const mixed = new Set(['author', 'editor', 'persName', 'orgName', 'p', 'title', 'note', 'bibl']);

export function indented(node: XmlElementNode, depth = 0): XmlElementNode {
  if (
    node.attributes['xml:space'] === 'preserve' ||
    node.children.length === 0 ||
    mixed.has(node.name) ||
    node.children.some((c) => typeof c === 'string')
  )
    return node;
  const pad = `\n${'  '.repeat(depth + 1)}`;
  const children: XmlNode[] = [];
  for (const child of node.children)
    children.push(pad, typeof child === 'string' ? child : indented(child, depth + 1));
  children.push(`\n${'  '.repeat(depth)}`);
  return { ...node, children };
}

/** The text of a node, all elements left out. */
export function textOf(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
