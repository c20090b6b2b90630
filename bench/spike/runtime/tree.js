/**
 * The nodes that compiled style sheets walk over: one class for all kinds, so that every access has one shape, names
 * as numbers (`q`), an order number that grows through a tree and from tree to tree.
 */
export const ELEMENT = 1;
export const ATTRIBUTE = 2;
export const TEXT = 3;
export const INSTRUCTION = 7;
export const COMMENT = 8;
export const DOCUMENT = 9;

const none = [];
const namespaces = new Map();
let names = 0;

/** The number of an expanded name: the same for the life of the process. */
export function nameId(uri, local) {
  let known = namespaces.get(uri);
  if (known === undefined) {
    known = new Map();
    namespaces.set(uri, known);
  }
  let id = known.get(local);
  if (id === undefined) {
    names += 1;
    id = names;
    known.set(local, id);
  }
  return id;
}

let orders = 0;

export class Node {
  constructor(kind, uri, local, prefix, value, parent) {
    this.kind = kind;
    this.q = local === '' ? 0 : nameId(uri, local);
    this.uri = uri;
    this.local = local;
    this.prefix = prefix;
    this.value = value;
    this.parent = parent;
    this.attributes = none;
    this.children = none;
    /** Place among the parent's children. */
    this.index = 0;
    orders += 1;
    this.order = orders;
  }

  /** XDM: the string value. */
  text() {
    return this.children === none && this.kind !== ELEMENT && this.kind !== DOCUMENT
      ? this.value
      : inside(this);
  }
}

function inside(node) {
  const { children } = node;
  if (children.length === 1 && children[0].kind === TEXT) return children[0].value;
  let text = '';
  for (const child of children) {
    if (child.kind === TEXT) text += child.value;
    else if (child.kind === ELEMENT) text += inside(child);
  }
  return text;
}

export function append(parent, child) {
  if (parent.children === none) parent.children = [];
  child.index = parent.children.length;
  parent.children.push(child);
}

export function appendAttribute(parent, attribute) {
  if (parent.attributes === none) parent.attributes = [];
  parent.attributes.push(attribute);
}

/**
 * From the tree of `src/xml/tree.ts` (saxes events) to a document node.
 *
 * @param root the root element of `parseXml`
 */
export function documentOf(root) {
  const document = new Node(DOCUMENT, '', '', '', '', null);
  document.ids = new Map();
  append(document, elementOf(root, document, document.ids));
  return document;
}

function elementOf(from, parent, ids) {
  const element = new Node(ELEMENT, from.uri, from.name, from.prefix, '', parent);
  for (const a of from.attributes) {
    // Namespace declarations are no attributes in the data model.
    if (a.prefix === 'xmlns' || a.name === 'xmlns') continue;
    // An xml:id is normalised like an ID, with JavaScript's idea of white space: SaxonJS's way.
    const value = a.name === 'xml:id' ? a.value.replace(/\s+/g, ' ').trim() : a.value;
    appendAttribute(element, new Node(ATTRIBUTE, a.uri, a.local, a.prefix, value, element));
    if (a.name === 'xml:id' && !ids.has(value)) ids.set(value, element);
  }
  let text = null;
  for (const child of from.children) {
    if (child.type === 'text') {
      if (text !== null) text.value += child.value;
      else {
        text = new Node(TEXT, '', '', '', child.value, element);
        append(element, text);
      }
      continue;
    }
    text = null;
    if (child.type === 'element') append(element, elementOf(child, element, ids));
    else if (child.type === 'comment') append(element, new Node(COMMENT, '', '', '', child.value, element));
    else append(element, new Node(INSTRUCTION, '', child.target, '', child.value, element));
  }
  return element;
}

export function rootOf(node) {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}
