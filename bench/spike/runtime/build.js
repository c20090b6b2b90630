/** Where instructions write when a value is wanted: a sequence of items and nodes. */
import { ATTRIBUTE, append, appendAttribute, ELEMENT, Node, TEXT } from './tree.js';
import { Sink } from './write.js';

/** Items as they come: values stay values; nodes are built. */
export class Builder extends Sink {
  /** @param items array the items are appended to */
  constructor(items) {
    super();
    this.sequence = items;
    this.current = null;
  }

  atomic(value) {
    if (this.current === null) this.sequence.push(value);
    else super.atomic(value);
  }

  item(item) {
    // A sequence keeps the nodes themselves; inside an element they are copied.
    if (this.current === null) this.sequence.push(item);
    else super.item(item);
  }

  start(name, uri) {
    this.afterAtomic = false;
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
    const element = new Node(ELEMENT, uri, local, prefix, '', this.current);
    if (this.current === null) this.sequence.push(element);
    else append(this.current, element);
    this.current = element;
  }

  end() {
    this.afterAtomic = false;
    this.current = this.current.parent;
  }

  attribute(name, value, uri = '') {
    this.afterAtomic = false;
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
    const made = new Node(ATTRIBUTE, uri, local, prefix, value, this.current);
    if (this.current === null) this.sequence.push(made);
    else {
      const known = this.current.attributes.findIndex((a) => a.q === made.q);
      if (known === -1) appendAttribute(this.current, made);
      else this.current.attributes[known] = made;
    }
  }

  text(words) {
    this.afterAtomic = false;
    if (this.current === null) {
      this.sequence.push(new Node(TEXT, '', '', '', words, null));
      return;
    }
    if (words === '') return;
    const last = this.current.children.at(-1);
    if (last !== undefined && last.kind === TEXT) last.value += words;
    else append(this.current, new Node(TEXT, '', '', '', words, this.current));
  }

  raw(words) {
    this.text(words);
  }
}

/** The items that a piece of instructions writes. */
export function built(write) {
  const items = [];
  write(new Builder(items));
  return items;
}

/** Neighbouring text nodes become one, empty ones none (XSLT 3.0, 5.7.2). */
export function mergeText(items) {
  if (!items.some((item) => item instanceof Node && item.kind === TEXT)) return items;
  const merged = [];
  let text = null;
  for (const item of items) {
    if (!(item instanceof Node && item.kind === TEXT)) {
      merged.push(item);
      text = null;
    } else if (item.value !== '') {
      if (text !== null) text.value += item.value;
      else {
        text = new Node(TEXT, '', '', '', item.value, null);
        merged.push(text);
      }
    }
  }
  return merged;
}
