/**
 * Values: a string (xs:untypedAtomic is a string too), a number, a boolean, a Node, a Map, an XArray. No item is null, several
 * are an array; "any" is null, an item or an array.
 */
import { Node } from './tree.js';

/** An XDM array: its members are "any". */
export class XArray {
  constructor(members) {
    this.members = members;
  }
}

export class XPathError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const fail = (code, message) => {
  throw new XPathError(code, message);
};

export const toSeq = (any) => (any === null ? [] : Array.isArray(any) ? any : [any]);

/** At most one: else a type error, as the style sheet's declared type asks. */
export function atMostOne(any) {
  if (!Array.isArray(any)) return any;
  if (any.length > 1) fail('XPTY0004', 'more than one item where one at most is allowed');
  return any.length === 0 ? null : any[0];
}

export function exactlyOne(any) {
  const item = atMostOne(any);
  return item === null ? fail('XPTY0004', 'no item where one is needed') : item;
}

export const oneOrMore = (items) =>
  items.length === 0 ? fail('XPTY0004', 'no item where one is needed') : items;
export const noItem = (any) =>
  any === null || any.length === 0 ? [] : fail('XPTY0004', 'an item where none is allowed');

// ---------------------------------------------------------------- types

const ofType = {
  s: (item) => typeof item === 'string',
  n: (item) => typeof item === 'number',
  b: (item) => typeof item === 'boolean',
  N: (item) => item instanceof Node,
  F: (item) => item instanceof Map || item instanceof XArray,
};

/** Each item is of a kind, or the sheet stops. */
export function treat(any, kind) {
  if (any === null) return any;
  const test = ofType[kind];
  if (Array.isArray(any)) {
    for (const item of any) if (!test(item)) fail('XPTY0004', 'an item of another type than declared');
  } else if (!test(any)) fail('XPTY0004', 'an item of another type than declared');
  return any;
}

/** Atomisation (XPath 3.1, 2.5.2) of one item. */
export function atom(item) {
  if (typeof item !== 'object') return item;
  if (item instanceof Node) return item.text();
  if (item instanceof XArray) return atomMembers(item);
  return fail('FOTY0013', 'a map has no value');
}

function atomMembers(array) {
  const values = array.members.flatMap((member) => toSeq(member).map(atom));
  return values.length === 1 ? values[0] : fail('XPTY0004', 'an array of several values where one is needed');
}

export function atoms(items) {
  const values = new Array(items.length);
  for (let i = 0; i < items.length; i += 1) values[i] = atom(items[i]);
  return values;
}

export const atomsAny = (any) => (any === null ? null : Array.isArray(any) ? atoms(any) : atom(any));

/** xs:string of a value. Numbers as XPath writes them within the range that the sheets use. */
export function str(value) {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  return Object.is(value, -0) ? '0' : String(value);
}

export const strOf = (item) => (item === null ? '' : str(atom(item)));

export const toInteger = (value) => {
  if (typeof value === 'number') return value;
  const words = value.trim();
  return /^[+-]?\d+$/.test(words) ? Number(words) : fail('FORG0001', `"${words}" is no integer`);
};

export const toBoolean = (value) => {
  if (typeof value === 'boolean') return value;
  const word = value.trim();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : fail('FORG0001', `"${word}" is no boolean`);
};

export function toNumber(value) {
  if (value === null) return Number.NaN;
  if (typeof value !== 'string') return Number(value);
  const word = value.trim();
  if (word === 'INF' || word === '+INF') return Number.POSITIVE_INFINITY;
  if (word === '-INF') return Number.NEGATIVE_INFINITY;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(word) ? Number(word) : Number.NaN;
}

/** `+` and `-`, of numbers and of what is untyped. */
export function arithmetic(op, a, b) {
  if (a === null || b === null) return null;
  return op === '+' ? toNumber(a) + toNumber(b) : toNumber(a) - toNumber(b);
}

/** fn:number. A double is written like an integer only where XPath does so too; beyond that this trial gives up. */
export function toDouble(value) {
  const number = toNumber(value);
  const size = Math.abs(number);
  if (size !== 0 && (size < 1e-6 || size >= 1e6)) fail('SPIKE', 'a double that is written with an exponent');
  return number;
}

/** Effective boolean value (XPath 3.1, 2.4.3). */
export function ebv(any) {
  if (any === null) return false;
  if (Array.isArray(any)) {
    if (any.length === 0) return false;
    if (any[0] instanceof Node) return true;
    if (any.length > 1) fail('FORG0006', 'several values have no truth');
    return ebv(any[0]);
  }
  if (typeof any === 'object')
    return any instanceof Node ? true : fail('FORG0006', 'a map or array has no truth');
  return Boolean(any);
}

// ---------------------------------------------------------------- comparing

/** Two atomic values; a number beside a string means that the string is untyped. Code points are the order. */
export function compare(a, b) {
  if (typeof a === 'number' || typeof b === 'number') {
    const x = toNumber(a);
    const y = toNumber(b);
    return x < y ? -1 : x > y ? 1 : x === y ? 0 : Number.NaN;
  }
  if (a === b) return 0;
  return codepoints(str(a), str(b));
}

function codepoints(a, b) {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      // A surrogate stands for a character above all others of the plane.
      const high = (c) => (c >= 0xd800 && c <= 0xdfff ? c + 0x10000 : c);
      return high(x) < high(y) ? -1 : 1;
    }
  }
  return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
}

export const same = (a, b) => a === b || (typeof a !== typeof b && compare(a, b) === 0);

const holds = {
  '=': same,
  '!=': (a, b) => !same(a, b),
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
};

/** General comparison: of any with any. */
export function anyPair(op, left, right) {
  const test = holds[op];
  for (const a of toSeq(left)) for (const b of toSeq(right)) if (test(a, b)) return true;
  return false;
}

/** One value, or none, among strings. */
export const among = (item, words) => item !== null && words.includes(item);

// ---------------------------------------------------------------- maps and arrays

/** A map or an array called with a key: "any". */
export function call(callee, key) {
  if (callee instanceof Map) return callee.get(key) ?? null;
  if (!(callee instanceof XArray)) fail('XPTY0004', 'only a map or an array can be called');
  return key >= 1 && key <= callee.members.length
    ? callee.members[key - 1]
    : fail('FOAY0001', 'no such member');
}

export function mergeMaps(maps) {
  const merged = new Map();
  for (const map of maps) for (const [key, value] of map) if (!merged.has(key)) merged.set(key, value);
  return merged;
}

export const arrayOf = (items) => new XArray(items);

/** A value as the member of a map: one item is itself. */
export const member = (items) => (items.length === 1 ? items[0] : items.length === 0 ? null : items);

export function range(from, to) {
  const numbers = [];
  if (from !== null && to !== null) for (let n = from; n <= to; n += 1) numbers.push(n);
  return numbers;
}
