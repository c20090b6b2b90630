/**
 * fn:xml-to-json (Functions and Operators 3.1, 17.5.4), of elements that the style sheets have built. U+007F to U+009F
 * stay as they are, where the specification escapes them: SaxonJS does so.
 */
import { ELEMENT } from './tree.js';
import { XPathError } from './values.js';

const escapes = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const control = (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const quoted = (words) =>
  `"${words.replace(/["\\/\b\f\n\r\t\u0000-\u001f]/g, (c) => escapes[c] ?? control(c))}"`;

const children = (node) => node.children.filter((child) => child.kind === ELEMENT);
const keyOf = (node) => node.attributes.find((a) => a.local === 'key').value;

export function xmlToJson(node) {
  switch (node.local) {
    case 'map':
      return `{${children(node)
        .map((child) => `${quoted(keyOf(child))}:${xmlToJson(child)}`)
        .join(',')}}`;
    case 'array':
      return `[${children(node).map(xmlToJson).join(',')}]`;
    case 'string':
      return quoted(node.text());
    case 'number':
    case 'boolean':
      return node.text().trim();
    case 'null':
      return 'null';
    default:
      throw new XPathError('FOJS0006', `${node.local} is no element of JSON`);
  }
}
