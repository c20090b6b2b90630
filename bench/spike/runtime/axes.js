/** The axes of XPath 3.1, 3.3.2.1, in the order of the axis (nearest first on the reverse ones). */
import { ELEMENT } from './tree.js';

/** Children of one name: the commonest step. */
export function childNamed(node, q) {
  const found = [];
  for (const child of node.children) if (child.q === q && child.kind === ELEMENT) found.push(child);
  return found;
}

export function hasChildNamed(node, q) {
  for (const child of node.children) if (child.q === q && child.kind === ELEMENT) return true;
  return false;
}

export function attributeNamed(node, q) {
  for (const attribute of node.attributes) if (attribute.q === q) return attribute;
  return null;
}

export function attributeValue(node, q) {
  for (const attribute of node.attributes) if (attribute.q === q) return attribute.value;
  return null;
}

export const child = (node, test) => node.children.filter(test);
export const attribute = (node, test) => node.attributes.filter(test);
export const self = (node, test) => (test(node) ? node : null);
export const parent = (node, test) => (node.parent !== null && test(node.parent) ? node.parent : null);

export function ancestor(node, test) {
  const found = [];
  for (let up = node.parent; up !== null; up = up.parent) if (test(up)) found.push(up);
  return found;
}

export function ancestorOrSelf(node, test) {
  const found = ancestor(node, test);
  if (test(node)) found.unshift(node);
  return found;
}

export function descendant(node, test) {
  const found = [];
  gather(node, test, found);
  return found;
}

export function descendantOrSelf(node, test) {
  const found = test(node) ? [node] : [];
  gather(node, test, found);
  return found;
}

function gather(node, test, found) {
  for (const inner of node.children) {
    if (test(inner)) found.push(inner);
    if (inner.children.length > 0) gather(inner, test, found);
  }
}

export function precedingSibling(node, test) {
  const found = [];
  if (node.parent === null || node.kind === 2) return found;
  const { children } = node.parent;
  for (let i = node.index - 1; i >= 0; i -= 1) if (test(children[i])) found.push(children[i]);
  return found;
}

export function followingSibling(node, test) {
  const found = [];
  if (node.parent === null || node.kind === 2) return found;
  const { children } = node.parent;
  for (let i = node.index + 1; i < children.length; i += 1) if (test(children[i])) found.push(children[i]);
  return found;
}

/** Document order, each node once. The given array may be returned, never changed. */
export function inOrder(nodes) {
  let last = 0;
  for (const node of nodes) {
    if (node.order <= last) return sorted(nodes);
    last = node.order;
  }
  return nodes;
}

function sorted(nodes) {
  return [...new Set(nodes)].sort((a, b) => a.order - b.order);
}

/** What `A/.` may give: nodes in order, or values as they come; never both. */
export function homogeneous(items) {
  return items.every((item) => typeof item === 'object') ? inOrder(items) : items;
}

export const union = (a, b) =>
  b.length === 0 ? inOrder(a) : a.length === 0 ? inOrder(b) : inOrder([...a, ...b]);
export const except = (a, b) => {
  if (b.length === 0) return inOrder(a);
  const out = new Set(b);
  return inOrder(a.filter((node) => !out.has(node)));
};
export const intersect = (a, b) => {
  const both = new Set(b);
  return inOrder(a.filter((node) => both.has(node)));
};
