/** Functions of XPath and XQuery Functions and Operators 3.1, those that the style sheets call. */
import { rootOf } from './tree.js';
import { compare, same, str } from './values.js';

const astral = /[\ud800-\udfff]/;

export const normalizeSpace = (words) => {
  if (words === null) return '';
  // The four white-space characters of XML, no others: not JavaScript's trim.
  return words.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
};

export const tokens = (words) => {
  const plain = normalizeSpace(words);
  return plain === '' ? [] : plain.split(' ');
};

export const containsToken = (items, token) => {
  const wanted = normalizeSpace(token);
  return wanted !== '' && items.some((item) => tokens(item).includes(wanted));
};

export function join(items, separator) {
  if (items.length === 1) return str(items[0]);
  let words = '';
  for (let i = 0; i < items.length; i += 1) words += i === 0 ? str(items[i]) : separator + str(items[i]);
  return words;
}

/** Characters are code points; places are rounded as XPath does. */
export function substring(words, start, length = Number.POSITIVE_INFINITY) {
  if (words === null) return '';
  const from = Math.round(start);
  const to = from + Math.round(length);
  const characters = astral.test(words) ? [...words] : words;
  const piece = characters.slice(Math.max(from - 1, 0), Math.max(to - 1, 0));
  return typeof piece === 'string' ? piece : piece.join('');
}

export const substringAfter = (words, mark) => {
  const at = (words ?? '').indexOf(mark);
  return at === -1 ? '' : words.slice(at + mark.length);
};

export const substringBefore = (words, mark) => {
  const at = (words ?? '').indexOf(mark);
  return at === -1 ? '' : words.slice(0, at);
};

export const stringLength = (words) => {
  if (words === null) return 0;
  return astral.test(words) ? [...words].length : words.length;
};

export function translate(words, from, to) {
  if (words === null) return '';
  const source = [...from];
  const target = [...to];
  let changed = '';
  for (const character of words) {
    const at = source.indexOf(character);
    changed += at === -1 ? character : (target[at] ?? '');
  }
  return changed;
}

export const distinct = (items) => [...new Set(items)];

export function indexOf(items, wanted) {
  const places = [];
  items.forEach((item, i) => {
    if (same(item, wanted)) places.push(i + 1);
  });
  return places;
}

export const greatest = (items) => extreme(items, 1);
export const least = (items) => extreme(items, -1);

function extreme(items, sign) {
  let best = null;
  for (const item of items) if (best === null || compare(item, best) === sign) best = item;
  return best;
}

const utf8 = new TextEncoder();
const percent = (character) =>
  [...utf8.encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** fn:encode-for-uri: all but the unreserved characters. */
export const encodeForUri = (words) => (words ?? '').replace(/[^A-Za-z0-9_.~-]/gu, percent);
/** fn:iri-to-uri. */
export const iriToUri = (words) => (words ?? '').replace(/[^!#-;=?-[\]_a-z~]/gu, percent);
/** fn:escape-html-uri. */
export const escapeHtmlUri = (words) => words.replace(/[^ -~]/gu, percent);

/** Elements with these ids, in document order: `xml:id` is what makes an id here. */
export function byId(words, node) {
  const { ids } = rootOf(node);
  const found = new Set();
  for (const item of words) for (const id of tokens(item)) if (ids.has(id)) found.add(ids.get(id));
  return found.size > 1 ? [...found].sort((a, b) => a.order - b.order) : [...found];
}

// ---------------------------------------------------------------- castable

const zone = '(Z|[+-](0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const year = '(-?(?:[1-9]\\d{3,}|0\\d{3}))';
const month = '(0[1-9]|1[0-2])';
const day = '(0[1-9]|[12]\\d|3[01])';
const time = '(?:([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const lexical = {
  AM: new RegExp(`^${year}-${month}-${day}T${time}${zone}$`),
  AA: new RegExp(`^${year}-${month}-${day}${zone}$`),
  AH: new RegExp(`^${year}-${month}${zone}$`),
  AG: new RegExp(`^${year}${zone}$`),
};

/** `castable as`, for the types the style sheets name. An empty sequence is castable where `?` says so. */
export function castable(item, type, emptyToo) {
  if (item === null) return emptyToo;
  const words = str(item).trim();
  if (type === 'ADIPP') return /^\+?0*[1-9]\d*$/.test(words);
  const parts = lexical[type].exec(words);
  if (parts === null) return false;
  return type === 'AH' || type === 'AG' || Number(parts[3]) <= daysIn(Number(parts[1]), Number(parts[2]));
}

function daysIn(y, m) {
  if (m === 2) return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(m) ? 30 : 31;
}
