/**
 * Datatypes: the two of RELAX NG itself (section 6.2.9) and those of XML Schema Part 2, first edition with its
 * errata, with parameters as "Guidelines for using W3C XML Schema Datatypes with RELAX NG" (2001) lays down.
 */
import { isAnyUri } from './any-uri.ts';
import { isName, isNCName, isNMTOKEN, normalizeWhiteSpace, splitQName, XSD_DATATYPES } from './names.ts';
import {
  compareDurations,
  compareMoments,
  DATE_TIME_TYPES,
  durationKey,
  momentKey,
  parseDuration,
  parseMoment,
} from './xsd-date-time.ts';
import { XsdRegex } from './xsd-regex.ts';

/** What a value may depend on besides its characters (section 6.2.9 `Context`). */
export interface ValueContext {
  /** The namespace of a prefix in scope ('' is the default namespace), or undefined. */
  resolvePrefix(prefix: string): string | undefined;
}

export interface Param {
  readonly name: string;
  readonly value: string;
}

/** A datatype with its parameters. */
export interface Datatype {
  readonly library: string;
  readonly name: string;
  readonly params: readonly Param[];
  /** Equal datatypes have equal keys. */
  readonly key: string;
  /** Its role after RELAX NG DTD Compatibility, section 4. */
  readonly idType: 'ID' | 'IDREF' | 'IDREFS' | undefined;
  /** True for QName and NOTATION, whose values depend on the namespaces in scope. */
  readonly contextual: boolean;
  /** Section 6.2.9 `datatypeAllows`. */
  allows(text: string, context: ValueContext): boolean;
  /** For an allowed text: equal values have equal canonical forms (`datatypeEqual`). */
  canonical(text: string, context: ValueContext): string;
}

/** What is wrong with a datatype in a schema. */
export class DatatypeError extends Error {
  override readonly name = 'DatatypeError';
}

/**
 * The datatype of a library, with parameters.
 * @throws DatatypeError if there is no such library or type, or the type does not take the parameters (4.16)
 */
export function datatype(library: string, name: string, params: readonly Param[]): Datatype {
  if (library === '') return builtIn(name, params);
  if (library !== XSD_DATATYPES) throw new DatatypeError(`the datatype library "${library}" is not known`);
  const base = XSD_TYPES[name];
  if (!base) throw new DatatypeError(`XML Schema has no datatype "${name}"`);
  return new XsdDatatype(name, base, params);
}

function keyOf(library: string, name: string, params: readonly Param[]): string {
  return JSON.stringify([
    library === XSD_DATATYPES ? 'xsd' : library,
    name,
    ...params.map((p) => [p.name, p.value]),
  ]);
}

function builtIn(name: string, params: readonly Param[]): Datatype {
  if (name !== 'string' && name !== 'token') {
    throw new DatatypeError(`RELAX NG has no datatype "${name}" of its own, only "string" and "token"`);
  }
  if (params[0]) throw new DatatypeError(`the datatype "${name}" takes no parameter "${params[0].name}"`);
  return {
    library: '',
    name,
    params,
    key: keyOf('', name, params),
    idType: undefined,
    contextual: false,
    allows: () => true,
    canonical: name === 'string' ? (text) => text : normalizeWhiteSpace,
  };
}

/** One type of XML Schema: how its texts look, and what its values are. All functions get white space as it is left. */
interface XsdType {
  readonly whiteSpace: 'preserve' | 'replace' | 'collapse';
  readonly allows: (text: string, context: ValueContext) => boolean;
  readonly canonical?: (text: string, context: ValueContext) => string;
  /** Negative, zero, positive, or undefined where neither is less. Both texts are allowed. */
  readonly compare?: (a: string, b: string) => number | undefined;
  readonly length?: (text: string) => number;
  readonly digits?: boolean;
  readonly idType?: 'ID' | 'IDREF' | 'IDREFS';
  readonly contextual?: boolean;
}

const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};
const tokens = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));
const tokenCount = (text: string): number => tokens(text).length;

const stringLike = (
  allows: (text: string) => boolean,
  whiteSpace: XsdType['whiteSpace'] = 'collapse',
): XsdType => ({ whiteSpace, allows, length: characters });

const listOf = (allows: (text: string) => boolean): XsdType => ({
  whiteSpace: 'collapse',
  allows: (text) => text !== '' && tokens(text).every(allows),
  length: tokenCount,
});

// ---- numbers

const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
const INTEGER = /^[+-]?[0-9]+$/;
const DOUBLE = /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/;

interface Decimal {
  readonly negative: boolean;
  /** Digits before and after the point, without zeros that say nothing. */
  readonly whole: string;
  readonly fraction: string;
}

function decimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const w = whole.replace(/^0+/, '');
  const f = fraction.replace(/0+$/, '');
  return { negative: text.startsWith('-') && w + f !== '', whole: w, fraction: f };
}

const decimalKey = (text: string): string => {
  const d = decimal(text);
  return `${d.negative ? '-' : ''}${d.whole}.${d.fraction}`;
};

function compareDecimals(a: string, b: string): number {
  const x = decimal(a);
  const y = decimal(b);
  if (x.negative !== y.negative) return x.negative ? -1 : 1;
  const size =
    x.whole.length - y.whole.length || compareText(x.whole, y.whole) || compareText(x.fraction, y.fraction);
  return x.negative ? -size : size;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function integerType(min?: string, max?: string): XsdType {
  return {
    whiteSpace: 'collapse',
    allows: (text) =>
      INTEGER.test(text) &&
      (min === undefined || compareDecimals(text, min) >= 0) &&
      (max === undefined || compareDecimals(text, max) <= 0),
    canonical: decimalKey,
    compare: compareDecimals,
    digits: true,
  };
}

function floatType(round: (value: number) => number): XsdType {
  const number = (text: string): number =>
    round(Number(text === 'INF' ? 'Infinity' : text === '-INF' ? '-Infinity' : text));
  return {
    whiteSpace: 'collapse',
    allows: (text) => DOUBLE.test(text),
    // 3.2.4.1 orders zeros without a sign: -0 equals 0.
    canonical: (text) => String(number(text)),
    compare: (a, b) => {
      const x = number(a);
      const y = number(b);
      return x < y ? -1 : x > y ? 1 : x === y ? 0 : undefined;
    },
  };
}

// ---- binary

const BASE64 =
  /^(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?$/;

const base64: XsdType = {
  whiteSpace: 'collapse',
  allows: (text) => BASE64.test(text),
  canonical: (text) => text.replaceAll(' ', ''),
  length: (text) => {
    const packed = text.replace(/[ =]/g, '');
    return Math.floor((packed.length * 3) / 4);
  },
};

const hex: XsdType = {
  whiteSpace: 'collapse',
  allows: (text) => text.length % 2 === 0 && /^[0-9A-Fa-f]*$/.test(text),
  canonical: (text) => text.toLowerCase(),
  length: (text) => text.length / 2,
};

// ---- names in namespaces

const qName: XsdType = {
  whiteSpace: 'collapse',
  contextual: true,
  allows: (text, context) => {
    const name = splitQName(text);
    return name !== undefined && (name.prefix === '' || context.resolvePrefix(name.prefix) !== undefined);
  },
  canonical: (text, context) => {
    const { prefix, local } = splitQName(text)!;
    return `{${context.resolvePrefix(prefix) ?? ''}}${local}`;
  },
};

const never: XsdType = { whiteSpace: 'collapse', allows: () => false, length: characters };

/** XML Schema Part 2, sections 3.2 and 3.3. */
const XSD_TYPES: Record<string, XsdType> = {
  string: stringLike(() => true, 'preserve'),
  normalizedString: stringLike(() => true, 'replace'),
  token: stringLike(() => true),
  language: stringLike((text) => /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(text)),
  Name: stringLike(isName),
  NCName: stringLike(isNCName),
  NMTOKEN: stringLike(isNMTOKEN),
  NMTOKENS: listOf(isNMTOKEN),
  ID: { ...stringLike(isNCName), idType: 'ID' },
  IDREF: { ...stringLike(isNCName), idType: 'IDREF' },
  IDREFS: { ...listOf(isNCName), idType: 'IDREFS' },
  // Entities are declared in a DTD, and no DTD is read: none is declared.
  ENTITY: never,
  ENTITIES: { ...never, length: tokenCount },
  NOTATION: qName,
  QName: qName,
  anyURI: stringLike(isAnyUri),
  boolean: {
    whiteSpace: 'collapse',
    allows: (text) => /^(?:true|false|0|1)$/.test(text),
    canonical: (text) => (text === '1' || text === 'true' ? 'true' : 'false'),
  },
  decimal: {
    whiteSpace: 'collapse',
    allows: (text) => DECIMAL.test(text),
    canonical: decimalKey,
    compare: compareDecimals,
    digits: true,
  },
  integer: integerType(),
  nonPositiveInteger: integerType(undefined, '0'),
  negativeInteger: integerType(undefined, '-1'),
  nonNegativeInteger: integerType('0'),
  positiveInteger: integerType('1'),
  long: integerType('-9223372036854775808', '9223372036854775807'),
  int: integerType('-2147483648', '2147483647'),
  short: integerType('-32768', '32767'),
  byte: integerType('-128', '127'),
  unsignedLong: integerType('0', '18446744073709551615'),
  unsignedInt: integerType('0', '4294967295'),
  unsignedShort: integerType('0', '65535'),
  unsignedByte: integerType('0', '255'),
  float: floatType(Math.fround),
  double: floatType((value) => value),
  base64Binary: base64,
  hexBinary: hex,
  duration: {
    whiteSpace: 'collapse',
    allows: (text) => parseDuration(text) !== undefined,
    canonical: (text) => durationKey(parseDuration(text)!),
    compare: (a, b) => compareDurations(parseDuration(a)!, parseDuration(b)!),
  },
  ...Object.fromEntries(
    DATE_TIME_TYPES.map((type): [string, XsdType] => [
      type,
      {
        whiteSpace: 'collapse',
        allows: (text) => parseMoment(type, text) !== undefined,
        canonical: (text) => momentKey(parseMoment(type, text)!),
        compare: (a, b) => compareMoments(parseMoment(type, a)!, parseMoment(type, b)!),
      },
    ]),
  ),
};

/** A check made of one parameter. */
type Facet = (text: string) => boolean;

class XsdDatatype implements Datatype {
  readonly library = XSD_DATATYPES;
  readonly name: string;
  readonly params: readonly Param[];
  readonly key: string;
  readonly idType: Datatype['idType'];
  readonly contextual: boolean;
  private readonly type: XsdType;
  private readonly facets: readonly Facet[];

  constructor(name: string, type: XsdType, params: readonly Param[]) {
    this.name = name;
    this.type = type;
    this.params = params;
    this.key = keyOf(XSD_DATATYPES, name, params);
    this.idType = type.idType;
    this.contextual = type.contextual === true;
    this.facets = params.map((param) => facet(name, type, param));
  }

  allows(text: string, context: ValueContext): boolean {
    const left = whiteSpaceLeft(this.type, text);
    if (!this.type.allows(left, context)) return false;
    for (const test of this.facets) if (!test(left)) return false;
    return true;
  }

  canonical(text: string, context: ValueContext): string {
    const left = whiteSpaceLeft(this.type, text);
    return this.type.canonical ? this.type.canonical(left, context) : left;
  }
}

/** 4.3.6 whiteSpace */
function whiteSpaceLeft(type: XsdType, text: string): string {
  if (type.whiteSpace === 'collapse') return normalizeWhiteSpace(text);
  return type.whiteSpace === 'replace' ? text.replace(/[\t\n\r]/g, ' ') : text;
}

/** 4.3: what a parameter demands. `enumeration` and `whiteSpace` are no parameters in RELAX NG. */
function facet(name: string, type: XsdType, param: Param): Facet {
  const { length, compare } = type;
  switch (param.name) {
    case 'pattern':
      return patternFacet(param.value);
    case 'length':
    case 'minLength':
    case 'maxLength': {
      if (!length) break;
      const limit = countValue(param);
      if (param.name === 'length') return (text) => length(text) === limit;
      return param.name === 'minLength' ? (text) => length(text) >= limit : (text) => length(text) <= limit;
    }
    case 'minInclusive':
    case 'maxInclusive':
    case 'minExclusive':
    case 'maxExclusive': {
      if (!compare) break;
      const limit = normalizeWhiteSpace(param.value);
      if (!type.allows(limit, { resolvePrefix: () => undefined })) {
        throw new DatatypeError(
          `the value "${param.value}" of the parameter "${param.name}" is not of the type "${name}"`,
        );
      }
      const holds: Record<string, (order: number) => boolean> = {
        minInclusive: (order) => order >= 0,
        maxInclusive: (order) => order <= 0,
        minExclusive: (order) => order > 0,
        maxExclusive: (order) => order < 0,
      };
      const test = holds[param.name]!;
      return (text) => {
        const order = compare(text, limit);
        return order !== undefined && test(order);
      };
    }
    case 'totalDigits': {
      if (!type.digits) break;
      const limit = countValue(param);
      if (limit === 0) throw new DatatypeError('the value of the parameter "totalDigits" must be positive');
      return (text) => {
        const { whole, fraction } = decimal(text);
        return whole.length + fraction.length <= limit;
      };
    }
    case 'fractionDigits': {
      if (!type.digits) break;
      const limit = countValue(param);
      return (text) => decimal(text).fraction.length <= limit;
    }
  }
  throw new DatatypeError(`the datatype "${name}" takes no parameter "${param.name}"`);
}

function countValue(param: Param): number {
  const text = normalizeWhiteSpace(param.value);
  if (!/^\+?[0-9]+$/.test(text)) {
    throw new DatatypeError(`the value "${param.value}" of the parameter "${param.name}" is no count`);
  }
  return Number(text);
}

/** Expressions come back in a schema by the hundred; each is compiled once. */
const compiled = new Map<string, XsdRegex>();
const MAX_COMPILED = 500;

function patternFacet(source: string): Facet {
  let regex = compiled.get(source);
  if (!regex) {
    try {
      regex = new XsdRegex(source);
    } catch (error) {
      throw new DatatypeError((error as Error).message);
    }
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(source, regex);
  }
  const ready = regex;
  return (text) => ready.matches(text);
}
