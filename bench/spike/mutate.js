/**
 * TEI changed at random, well-formed whatever happens to it: other elements, attributes, orders, characters. The
 * names and values are those that the style sheets ask about, so that their rarer branches are reached.
 */
import { expanded } from './compile/sef.js';

/** Names and strings that a SEF mentions. */
export function vocabularyOf(sefs) {
  const elements = new Set();
  const attributes = new Set(['xml:id', 'xml:lang', 'rend']);
  const values = new Set();
  const visit = (node) => {
    const test = /^[?*+1]?(N[EA]) (nQ\{[^}]*\}\S+) ?$/.exec(node.nodeTest ?? node.test ?? '');
    if (test !== null) name(expanded(test[2].slice(1)), test[1] === 'NE' ? elements : attributes);
    if (node.N === 'attVal') name(expanded(node.name), attributes);
    if (node.N === 'str' && /^[ -~\u00a0-\ud7ff]{0,40}$/.test(node.val)) values.add(node.val);
    for (const child of node.C ?? []) visit(child);
  };
  const name = ({ uri, local }, set) => {
    if (uri === 'http://www.tei-c.org/ns/1.0' || uri === '') set.add(local);
  };
  for (const sef of sefs) visit(sef);
  return { elements: [...elements].sort(), attributes: [...attributes].sort(), values: [...values].sort() };
}

/** A small generator of numbers (mulberry32): the same seed, the same documents. */
export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const texts = [
  ' & < > " \' ]] ',
  '\u00a0\u202e\u2028\u0085',
  '\u{1f4dc}\u{20bb7} e\u0301',
  '\t\r\n two\n\nlines\n',
  'averyverylongword'.repeat(6),
  '$1 \\1 {} % # _',
  '‘quoted’ — ⟦x⟧',
  '',
];
const dates = [
  '1978-07-22',
  '1978-02-30',
  '1978',
  '1978-07',
  '1978-07-22T10:00:00+08:00',
  '1978-07-22T24:01:00',
  'soon',
];

/** @param root the root of `parseXml`; it is not changed */
export function mutated(root, vocabulary, pick, times) {
  const copy = cloned(root);
  for (let i = 0; i < times; i += 1) {
    const all = [...below(copy)];
    // Two of three in the text: the header has more elements and fewer rules.
    const text = copy.children.find((child) => child.name === 'text');
    const inText = text === undefined || pick(3) === 0 ? [] : [...below(text)];
    const element = one(inText.length > 0 ? inText : all, pick);
    mutations[pick(mutations.length)](element, vocabulary, pick, all);
  }
  return serialised(copy);
}

/** Prefixes go: an element says its namespace where it is another than its parent's. */
const cloned = (e) => ({
  name: e.name,
  uri: e.uri,
  attributes: new Map(e.attributes.filter((a) => /^(xml)?$/.test(a.prefix)).map((a) => [a.name, a.value])),
  children: e.children.map((c) =>
    c.type === 'element' ? cloned(c) : { type: c.type, value: c.value, target: c.target },
  ),
});

function* below(element) {
  for (const child of element.children) {
    if (child.children === undefined) continue;
    yield child;
    yield* below(child);
  }
}

const one = (list, pick) => list[pick(list.length)];

function valueFor(name, { values }, pick, all) {
  if (/^(when|from|to|notBefore|notAfter|iso)/.test(name)) return one(dates, pick);
  const ids = all.map((e) => e.attributes.get('xml:id')).filter(Boolean);
  if (/^(ref|who|toWhom|target|corresp|sameAs|ana|resp)$/.test(name) && ids.length > 0)
    return pick(4) === 0
      ? 'https://example.org/a b?é'
      : `#${one(ids, pick)}${pick(3) === 0 ? ` #${one(ids, pick)}` : ''}`;
  if (/^(cols|rows)$/.test(name)) return one(['1', '2', '0', '+3', 'x', ' 4 '], pick);
  return pick(5) === 0 ? one(texts, pick) : one(values, pick);
}

const ncName = /^[A-Za-z_][\w.-]*$/;

const mutations = [
  (e, v, pick) => {
    e.name = one(v.elements, pick);
  },
  (e, v, pick, all) => {
    const name = one(v.attributes, pick);
    const value = name === 'xml:id' ? `m${pick(1e6)}` : valueFor(name, v, pick, all);
    if (name === 'xml:lang') e.attributes.set(name, one(['en', 'de', 'ja', 'und', 'zh-Hans'], pick));
    else if (ncName.test(name) || name.startsWith('xml:')) e.attributes.set(name, value);
  },
  (e, _v, pick) => {
    const names = [...e.attributes.keys()];
    if (names.length > 0) e.attributes.delete(one(names, pick));
  },
  (e, v, pick) => {
    const at = pick(e.children.length + 1);
    const made = {
      name: one(v.elements, pick),
      uri: e.uri,
      attributes: new Map(),
      children: e.children.splice(at, 1 + pick(3)),
    };
    e.children.splice(at, 0, made);
  },
  (e, _v, pick) =>
    void e.children.splice(pick(e.children.length + 1), 0, { type: 'text', value: one(texts, pick) }),
  (e, _v, pick) => void e.children.splice(pick(e.children.length + 1), 1),
  (e, _v, pick) => {
    const child = e.children[pick(e.children.length + 1)];
    if (child?.children) e.children.splice(e.children.indexOf(child), 1, ...child.children);
  },
  (e, _v, pick) =>
    void e.children.splice(pick(e.children.length + 1), 0, { type: 'comment', value: ' a remark ' }),
  (e, _v, pick) =>
    void e.children.splice(pick(e.children.length + 1), 0, {
      type: 'instruction',
      target: 'page',
      value: 'break',
    }),
  (e, _v, pick) => {
    const [moved] = e.children.splice(pick(e.children.length + 1), 1);
    if (moved) e.children.splice(pick(e.children.length + 1), 0, moved);
  },
];

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const escaped = (text) => text.replace(/[&<>"\r]/g, (c) => escapes[c]);
const escapedValue = (text) => escaped(text).replace(/[\t\n]/g, (c) => `&#${c.charCodeAt(0)};`);

function serialised(node, around = '') {
  if (node.type === 'text') return escaped(node.value);
  if (node.type === 'comment') return `<!--${node.value}-->`;
  if (node.type === 'instruction') return `<?${node.target} ${node.value}?>`;
  let attributes = node.uri === around ? '' : ` xmlns="${escapedValue(node.uri)}"`;
  for (const [name, value] of node.attributes) attributes += ` ${name}="${escapedValue(value)}"`;
  const inner = node.children.map((child) => serialised(child, node.uri)).join('');
  return `<${node.name}${attributes}>${inner}</${node.name}>`;
}
