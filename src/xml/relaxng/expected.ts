/** What a state would accept: the names and values that messages offer. */
import type { Derivatives } from './derivative.ts';
import { type QName, writtenNames } from './name-class.ts';
import type { Attribute, Pattern } from './pattern.ts';

/** The attributes that a state may still take, each pattern once. */
export function possibleAttributes(state: Pattern): readonly Attribute[] {
  const result: Attribute[] = [];
  walk(state, (part) => {
    if (part.kind === 'attribute') result.push(part);
  });
  return result;
}

/**
 * The attributes a state lacks before its start tag can end: all of the outer list are needed, of each inner list
 * one is.
 */
export function missingAttributes(state: Pattern, derivatives: Derivatives): readonly (readonly QName[])[] {
  const closes = (part: Pattern): boolean => derivatives.startTagClose(part).kind !== 'notAllowed';
  const missing = (part: Pattern): (readonly QName[])[] => {
    switch (part.kind) {
      case 'attribute':
        return [[...writtenNames(part.nameClass)]];
      case 'choice': {
        if (part.members.some(closes)) return [];
        const ways = part.members.map(missing);
        const first = ways[0] ?? [];
        // Two content models that lack the same: say it once. Otherwise: one of all of these.
        if (ways.every((way) => JSON.stringify(way) === JSON.stringify(first))) return first;
        return [ways.flat(2)];
      }
      case 'interleave':
        return part.members.flatMap(missing);
      case 'group': {
        const result: (readonly QName[])[] = [];
        let rest: Pattern = part;
        for (; rest.kind === 'group'; rest = rest.rest) result.push(...missing(rest.first));
        return [...result, ...missing(rest)];
      }
      case 'oneOrMore':
      case 'after':
        return missing(part.content);
      default:
        return [];
    }
  };
  return missing(state);
}

/** The values and datatypes a pattern takes, in words. */
export function possibleValues(pattern: Pattern): { values: string[]; datatypes: string[] } {
  const values = new Set<string>();
  const datatypes = new Set<string>();
  walk(pattern, (part) => {
    if (part.kind === 'value') values.add(part.text);
    else if (part.kind === 'text') datatypes.add('text');
    else if (part.kind === 'data') {
      const facets = part.datatype.params.map(({ name, value }) =>
        name === 'pattern' ? `matching ${value}` : `${name} ${value}`,
      );
      datatypes.add([part.datatype.name, ...facets].join(' '));
    }
  });
  return { values: [...values], datatypes: [...datatypes] };
}

function walk(pattern: Pattern, visit: (part: Pattern) => void): void {
  for (const part of childPatterns(pattern)) visit(part);
}

/** A pattern and its parts, each once; not what is inside elements and attributes. */
export function* childPatterns(pattern: Pattern): Generator<Pattern> {
  const seen = new Set<Pattern>([pattern]);
  // The set grows while it is walked.
  for (const part of seen) {
    yield part;
    switch (part.kind) {
      case 'choice':
      case 'interleave':
        for (const member of part.members) seen.add(member);
        break;
      case 'group':
        seen.add(part.first).add(part.rest);
        break;
      case 'oneOrMore':
      case 'after':
      case 'list':
        seen.add(part.content);
        break;
    }
  }
}
