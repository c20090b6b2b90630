/**
 * Where instructions write: to text, HTML, XML, or (build.js) to a sequence of items and nodes. All four have the same methods;
 * adjacent atomic values are parted by a blank (XSLT 3.0, 5.7.1), whatever wrote them.
 */
import { escapeHtmlUri } from './functions.js';
import { ATTRIBUTE, DOCUMENT, ELEMENT, Node, TEXT } from './tree.js';
import { str, XPathError } from './values.js';

export class Sink {
  /** The last thing written was an atomic value. */
  afterAtomic = false;

  items(any) {
    if (any === null) return;
    if (Array.isArray(any)) for (const item of any) this.item(item);
    else this.item(any);
  }

  item(item) {
    if (item instanceof Node) this.node(item);
    else this.atomic(item);
  }

  atomic(value) {
    const words = str(value);
    this.text(this.afterAtomic ? ` ${words}` : words);
    this.afterAtomic = true;
  }

  /** A copy of a node. */
  node(node) {
    if (node.kind === TEXT) this.text(node.value);
    else if (node.kind === ATTRIBUTE) this.attribute(qname(node), node.value, node.uri);
    else if (node.kind === ELEMENT) {
      this.start(qname(node), node.uri);
      for (const a of node.attributes) this.attribute(qname(a), a.value, a.uri);
      for (const inner of node.children) this.node(inner);
      this.end();
    } else if (node.kind === DOCUMENT) for (const inner of node.children) this.node(inner);
    else throw new XPathError('SPIKE', 'comments and instructions are not copied');
  }
}

const qname = (node) => (node.prefix === '' ? node.local : `${node.prefix}:${node.local}`);

export class TextWriter extends Sink {
  result = '';

  start() {
    this.afterAtomic = false;
  }

  end() {
    this.afterAtomic = false;
  }

  attribute() {}

  text(words) {
    this.afterAtomic = false;
    this.result += words;
  }

  raw(words) {
    this.text(words);
  }
}

/** What HTML and XML have in common: a start tag is closed when it is known that no attribute follows. */
class MarkupWriter extends Sink {
  result = '';
  open = [];
  pending = false;
  names = [];
  values = [];

  start(name, uri) {
    this.afterAtomic = false;
    if (this.pending) this.close(false);
    else if (this.result === '') this.result = this.prologue(name);
    this.open.push(name);
    this.begin(name, uri);
    this.pending = true;
  }

  begin() {}

  attribute(name, value) {
    this.afterAtomic = false;
    if (!this.pending) throw new XPathError('XTDE0410', `the attribute ${name} comes after the content`);
    const known = this.names.indexOf(name);
    if (known === -1) {
      this.names.push(name);
      this.values.push(value);
    } else this.values[known] = value;
  }

  text(words) {
    this.afterAtomic = false;
    if (words === '') return;
    if (this.pending) this.close(false);
    this.result += this.escaped(words);
  }

  raw(words) {
    this.afterAtomic = false;
    if (words === '') return;
    if (this.pending) this.close(false);
    this.result += words;
  }

  close(empty) {
    const name = this.open[this.open.length - 1];
    let tag = `<${name}`;
    const { names, values } = this;
    for (let i = 0; i < names.length; i += 1) tag += this.written(name, names[i], values[i]);
    if (names.length > 0) {
      this.names = [];
      this.values = [];
    }
    this.result += empty ? `${tag}/>` : `${tag}>`;
    this.pending = false;
  }
}

const special = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;' };
// SaxonJS writes as numbers what a reader of the file would take for something else.
const inText = /[&<>\r\u007f-\u009f\u2028]/g;
const inAttribute = /[&<>"\t\n\r\u007f-\u009f\u2028]/g;
const reference = (character) => special[character] ?? `&#${character.charCodeAt(0)};`;
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const addresses = new Set(['href', 'src', 'cite', 'action', 'data', 'longdesc', 'usemap', 'formaction']);
const booleans = new Set(
  'async checked compact declare default defer disabled hidden ismap multiple nohref noshade nowrap readonly selected'.split(
    ' ',
  ),
);

/** HTML 5 by the html output method (Serialization 3.1, 7), without indentation and without a content-type. */
export class HtmlWriter extends MarkupWriter {
  prologue() {
    return '<!DOCTYPE html>\n';
  }

  end() {
    this.afterAtomic = false;
    if (this.pending) this.close(false);
    const name = this.open.pop();
    if (!voids.has(name)) this.result += `</${name}>`;
  }

  written(_element, name, value) {
    if (booleans.has(name) && value.toLowerCase() === name) return ` ${name}`;
    const plain = addresses.has(name) ? escapeHtmlUri(value) : value;
    return ` ${name}="${plain.replace(inAttribute, reference)}"`;
  }

  escaped(words) {
    const parent = this.open[this.open.length - 1];
    if (parent === 'script' || parent === 'style') return words;
    return words.replace(inText, reference);
  }
}

/** XML without declaration or indentation, elements in no namespace: all that the flow is. */
export class XmlWriter extends MarkupWriter {
  prologue() {
    return '';
  }

  begin(_name, uri) {
    if (uri !== '') throw new XPathError('SPIKE', 'namespaces are not written');
  }

  end() {
    this.afterAtomic = false;
    if (this.pending) {
      this.close(true);
      this.open.pop();
    } else this.result += `</${this.open.pop()}>`;
  }

  written(_element, name, value) {
    return ` ${name}="${value.replace(inAttribute, reference)}"`;
  }

  escaped(words) {
    return words.replace(inText, reference);
  }
}
