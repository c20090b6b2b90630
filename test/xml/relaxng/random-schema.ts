/** Random schemas, and documents that come near to being valid: for comparing engines where no corpus reaches. */
import type { Random } from './random.ts';

type Made =
  | { kind: 'element' | 'attribute'; names: readonly string[]; open: boolean; content: Made }
  | { kind: 'group' | 'interleave' | 'choice'; parts: readonly Made[] }
  | { kind: 'optional' | 'zeroOrMore' | 'oneOrMore' | 'list' | 'mixed'; content: Made }
  | { kind: 'data'; type: string; facets: string; examples: readonly string[] }
  | { kind: 'value'; value: string }
  | { kind: 'empty' | 'text' | 'notAllowed' };

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const ATTRIBUTES = ['p', 'q', 'r'];
const TYPES: readonly [string, string, readonly string[]][] = [
  ['integer', '', ['1', '-20', 'x']],
  ['integer', '<param name="maxInclusive">10</param>', ['10', '11']],
  ['token', '<param name="pattern">[a-c]+|\\d{2,3}</param>', ['abc', '123', 'abcd']],
  ['date', '', ['2000-02-29', '2001-02-29']],
  ['NMTOKEN', '', ['a', 'a b']],
  ['string', '<param name="maxLength">2</param>', ['ab', 'abc']],
];

export function makePattern(random: Random, depth: number): Made {
  const inner = (): Made => makePattern(random, depth - 1);
  const parts = (): Made[] => Array.from({ length: 2 + random.below(2) }, inner);
  if (depth <= 0) {
    switch (random.below(5)) {
      case 0:
        return { kind: 'text' };
      case 1:
        return { kind: 'empty' };
      case 2:
        return makeData(random);
      default:
        return { kind: 'element', names: [random.pick(NAMES)], open: false, content: { kind: 'empty' } };
    }
  }
  switch (random.below(15)) {
    case 0:
    case 1:
      return { kind: 'choice', parts: parts() };
    case 2:
    case 3:
    case 4:
      return { kind: 'group', parts: parts() };
    case 5:
    case 6:
      return { kind: 'interleave', parts: parts() };
    case 7:
      return { kind: random.pick(['optional', 'mixed'] as const), content: inner() };
    case 8:
    case 9:
      return { kind: random.pick(['zeroOrMore', 'oneOrMore'] as const), content: inner() };
    case 10:
      return {
        kind: 'attribute',
        names: [random.pick(ATTRIBUTES)],
        open: random.chance(15),
        content: random.chance(60) ? makeData(random) : inner(),
      };
    case 11:
      return random.chance(30) ? { kind: 'list', content: inner() } : makeData(random);
    case 12:
      return random.chance(10) ? { kind: 'notAllowed' } : { kind: 'text' };
    default: {
      const names = random.chance(80) ? [random.pick(NAMES)] : [random.pick(NAMES), random.pick(NAMES)];
      return { kind: 'element', names, open: random.chance(15), content: inner() };
    }
  }
}

function makeData(random: Random): Made {
  if (random.chance(50)) return { kind: 'value', value: random.pick(['x', 'y', 'a', '1']) };
  const [type, facets, examples] = random.pick(TYPES);
  return { kind: 'data', type, facets, examples };
}

/** The pattern in the XML syntax. */
export function writePattern(made: Made): string {
  switch (made.kind) {
    case 'element':
    case 'attribute': {
      const except = made.names.map((name) => `<name>${name}</name>`).join('');
      const nameClass = made.open
        ? `<anyName><except>${except}</except></anyName>`
        : `<choice>${except}</choice>`;
      const written = `<${made.kind}>${nameClass}${writePattern(made.content)}</${made.kind}>`;
      return made.open && made.kind === 'attribute' ? `<oneOrMore>${written}</oneOrMore>` : written;
    }
    case 'group':
    case 'interleave':
    case 'choice':
      return `<${made.kind}>${made.parts.map(writePattern).join('')}</${made.kind}>`;
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
    case 'mixed':
      return `<${made.kind}>${writePattern(made.content)}</${made.kind}>`;
    case 'data':
      return `<data type="${made.type}">${made.facets}</data>`;
    case 'value':
      return `<value type="token">${made.value}</value>`;
    default:
      return `<${made.kind}/>`;
  }
}

interface Content {
  attributes: Map<string, string>;
  children: string[];
}

/** The content of an element after the pattern, now and then with a slip. */
export function makeContent(made: Made, random: Random, depth = 0): Content {
  const result: Content = { attributes: new Map(), children: [] };
  const add = (other: Content): void => {
    for (const [name, value] of other.attributes) result.attributes.set(name, value);
    result.children.push(...other.children);
  };
  const visit = (part: Made): Content => makeContent(part, random, depth + 1);
  if (random.chance(2) || depth > 12) return result;
  switch (made.kind) {
    case 'element': {
      const content = visit(made.content);
      const name = made.open ? random.pick(NAMES) : random.pick(made.names);
      result.children.push(writeElement(name, content));
      break;
    }
    case 'attribute': {
      const name = made.open ? random.pick(ATTRIBUTES) : random.pick(made.names);
      result.attributes.set(name, visit(made.content).children.join(''));
      break;
    }
    case 'group':
      made.parts.forEach((part) => {
        add(visit(part));
      });
      break;
    case 'interleave': {
      const parts = made.parts.map(visit);
      while (parts.some((part) => part.children.length > 0 || part.attributes.size > 0)) {
        const part = random.pick(parts);
        const child = part.children.shift();
        add({ attributes: part.attributes, children: child === undefined ? [] : [child] });
        part.attributes = new Map();
      }
      break;
    }
    case 'choice':
      add(visit(random.pick(made.parts)));
      break;
    case 'optional':
      if (random.chance(50)) add(visit(made.content));
      break;
    case 'zeroOrMore':
    case 'oneOrMore':
      for (let n = random.below(3) + (made.kind === 'oneOrMore' ? 1 : 0); n > 0; n--)
        add(visit(made.content));
      break;
    case 'mixed':
      add(visit(made.content));
      result.children.splice(random.below(result.children.length + 1), 0, 'words');
      break;
    case 'list':
      result.children.push(visit(made.content).children.join(' '));
      break;
    case 'data':
      result.children.push(random.pick(made.examples));
      break;
    case 'value':
      result.children.push(random.chance(10) ? ` ${made.value}\n` : made.value);
      break;
    case 'text':
      result.children.push(random.pick(['', 'words', ' ', '1']));
      break;
  }
  if (random.chance(1)) result.attributes.set(random.pick(ATTRIBUTES), 'x');
  return result;
}

export function writeElement(name: string, content: Content): string {
  const attributes = [...content.attributes]
    .map(([key, value]) => ` ${key}="${value.replace(/<[^>]*>/g, '')}"`)
    .join('');
  return `<${name}${attributes}>${content.children.join('')}</${name}>`;
}

export const SCHEMA_NAMES = { elements: NAMES, attributes: ATTRIBUTES };
