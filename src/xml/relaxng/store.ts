/**
 * The compiled form as JSON: a list of patterns, each after its parts (the content of elements is listed apart,
 * since elements may contain themselves), so that loading is one walk without any of the work of section 4.
 */
import { type Datatype, datatype, type Param } from './datatypes.ts';
import type { NameClass } from './name-class.ts';
import { type Element, type Pattern, PatternTable } from './pattern.ts';

const FORMAT = 'chancery-relaxng';
const VERSION = 1;

type StoredNameClass =
  | readonly [uri: number, local: string]
  | readonly ['*', uri: number | null, except: StoredNameClass | null]
  | readonly ['|', ...StoredNameClass[]];

/** A kind, then numbers of patterns, datatypes or name classes listed before, then texts. */
type StoredPattern = readonly [string, ...(number | string | null)[]];

interface Stored {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly uris: readonly string[];
  readonly nameClasses: readonly StoredNameClass[];
  readonly datatypes: readonly (readonly [library: string, name: string, params: readonly Param[]])[];
  readonly patterns: readonly StoredPattern[];
  /** Number of an element pattern, number of its content. */
  readonly contents: readonly (readonly [number, number])[];
  readonly start: number;
}

/** Everything that can be reached from the start. */
export function storePatterns(start: Pattern): Stored {
  const uris = new Numbering<string, string>((uri) => uri);
  const nameClasses = new Numbering<string, StoredNameClass>((key) => JSON.parse(key) as StoredNameClass);
  const datatypes = new Map<string, number>();
  const storedTypes: [string, string, readonly Param[]][] = [];
  const numbers = new Map<Pattern, number>();
  const patterns: StoredPattern[] = [];
  const elements: Element[] = [];

  const nameClass = (value: NameClass): StoredNameClass => {
    switch (value.kind) {
      case 'name':
        return [uris.number(value.uri), value.local];
      case 'nsName':
        return ['*', uris.number(value.uri), value.except ? nameClass(value.except) : null];
      case 'anyName':
        return ['*', null, value.except ? nameClass(value.except) : null];
      case 'choice':
        return ['|', ...value.members.map(nameClass)];
    }
  };
  const nameClassNumber = (value: NameClass): number => nameClasses.number(JSON.stringify(nameClass(value)));
  const typeNumber = (type: Datatype): number => {
    let number = datatypes.get(type.key);
    if (number === undefined) {
      number = storedTypes.push([type.library, type.name, type.params]) - 1;
      datatypes.set(type.key, number);
    }
    return number;
  };
  const encode = (pattern: Pattern): StoredPattern => {
    switch (pattern.kind) {
      case 'choice':
      case 'interleave':
        return [pattern.kind, ...pattern.members.map(number)];
      case 'group':
        return ['group', number(pattern.first), number(pattern.rest)];
      case 'oneOrMore':
      case 'list':
        return [pattern.kind, number(pattern.content)];
      case 'data':
        return ['data', typeNumber(pattern.datatype), pattern.except ? number(pattern.except) : null];
      case 'value':
        return ['value', typeNumber(pattern.datatype), pattern.text, pattern.canonical];
      case 'attribute':
        return ['attribute', nameClassNumber(pattern.nameClass), number(pattern.content)];
      case 'element':
        elements.push(pattern);
        return ['element', nameClassNumber(pattern.nameClass)];
      default:
        return [pattern.kind];
    }
  };
  /** The number of a pattern, parts first. A chain of groups is followed from its end, not by recursion. */
  const number = (pattern: Pattern): number => {
    const chain: Pattern[] = [];
    for (let part = pattern; ; part = part.rest) {
      if (numbers.has(part)) break;
      chain.push(part);
      if (part.kind !== 'group') break;
    }
    for (let part = chain.pop(); part; part = chain.pop()) {
      const stored = encode(part);
      numbers.set(part, patterns.push(stored) - 1);
    }
    return numbers.get(pattern)!;
  };

  const startNumber = number(start);
  const contents: [number, number][] = [];
  // The list grows while it is walked.
  for (const element of elements) contents.push([number(element), number(element.content)]);
  return {
    format: FORMAT,
    version: VERSION,
    uris: uris.values,
    nameClasses: nameClasses.values,
    datatypes: storedTypes,
    patterns,
    contents,
    start: startNumber,
  };
}

/** Numbers values in the order they are met. */
class Numbering<K, V> {
  readonly values: V[] = [];
  private readonly numbers = new Map<K, number>();
  private readonly make: (key: K) => V;

  constructor(make: (key: K) => V) {
    this.make = make;
  }

  number(key: K): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.values.push(this.make(key)) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** @throws Error if the value is no stored schema of this version */
export function restorePatterns(json: unknown): { table: PatternTable; start: Pattern } {
  const stored = json as Stored;
  if (typeof json !== 'object' || json === null || stored.format !== FORMAT || stored.version !== VERSION) {
    throw new Error(`not a compiled schema of the format ${FORMAT}, version ${VERSION}: compile it again`);
  }
  const table = new PatternTable();
  const nameClass = (value: StoredNameClass): NameClass => {
    const [first, second] = value;
    if (first === '|') {
      return { kind: 'choice', members: (value.slice(1) as unknown as StoredNameClass[]).map(nameClass) };
    }
    if (first !== '*') return { kind: 'name', uri: stored.uris[first as number]!, local: second as string };
    const except = value[2] as StoredNameClass | null;
    const rest = except ? { except: nameClass(except) } : {};
    return second === null
      ? { kind: 'anyName', ...rest }
      : { kind: 'nsName', uri: stored.uris[second as number]!, ...rest };
  };
  const nameClasses = stored.nameClasses.map(nameClass);
  const datatypes = stored.datatypes.map(([library, name, params]) => datatype(library, name, params));
  const patterns: Pattern[] = [];
  for (const entry of stored.patterns) patterns.push(decode(entry, table, patterns, nameClasses, datatypes));
  for (const [element, content] of stored.contents)
    (patterns[element] as Element).content = patterns[content]!;
  return { table, start: patterns[stored.start]! };
}

function decode(
  [kind, ...rest]: StoredPattern,
  table: PatternTable,
  patterns: readonly Pattern[],
  nameClasses: readonly NameClass[],
  datatypes: readonly Datatype[],
): Pattern {
  const part = (index: number): Pattern => patterns[rest[index] as number]!;
  switch (kind) {
    case 'empty':
    case 'text':
    case 'notAllowed':
      return table[kind];
    case 'choice':
      return table.choice(rest.map((_, index) => part(index)));
    case 'interleave':
      return table.interleave(rest.map((_, index) => part(index)));
    case 'group':
      return table.group(part(0), part(1));
    case 'oneOrMore':
      return table.oneOrMore(part(0));
    case 'list':
      return table.list(part(0));
    case 'data':
      return table.data(datatypes[rest[0] as number]!, rest[1] === null ? undefined : part(1));
    case 'value':
      return table.storedValue(datatypes[rest[0] as number]!, rest[1] as string, rest[2] as string);
    case 'attribute':
      return table.attribute(nameClasses[rest[0] as number]!, part(1));
    case 'element':
      return table.element(nameClasses[rest[0] as number]!);
  }
  throw new Error(`a compiled schema has no pattern "${kind}": compile it again`);
}
