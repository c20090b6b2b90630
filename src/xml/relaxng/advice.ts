/** Of all that a state would accept, what helps: asked only after a mistake, for its message. */
import { firstElements } from './derivative.ts';
import { childPatterns } from './expected.ts';
import { describeName, type QName, writtenNames } from './name-class.ts';
import type { Pattern } from './pattern.ts';
import type { Schema } from './schema.ts';
import type { NameSymbol } from './symbols.ts';

/** Of more names we do not ask each. */
const MAX_ASKED = 300;

/** The elements that a state may go on with, as they would be written in an element of the namespace `home`. */
export function nextElements(state: Pattern, home: string): Map<string, QName> {
  const possible = new Map<string, QName>();
  for (const { nameClass } of firstElements(state)) {
    for (const qName of writtenNames(nameClass)) possible.set(describeName(qName, home), qName);
  }
  return possible;
}

/** Those of the elements after which the open element may end: each of them alone is what is missing. */
export function completing(schema: Schema, state: Pattern, possible: ReadonlyMap<string, QName>): string[] {
  return leadingTo(schema, state, possible, (after) => schema.derivatives.endTag(after).length > 0);
}

/** Those of the elements after which an element of the name may come: each of them alone is missing before it. */
export function preceding(
  schema: Schema,
  state: Pattern,
  possible: ReadonlyMap<string, QName>,
  name: NameSymbol,
): string[] {
  return leadingTo(schema, state, possible, (after) => schema.derivatives.startTagOpen(after, name) !== null);
}

function leadingTo(
  { derivatives, alphabet }: Schema,
  state: Pattern,
  possible: ReadonlyMap<string, QName>,
  good: (after: Pattern) => boolean,
): string[] {
  if (possible.size > MAX_ASKED) return [];
  return [...possible]
    .filter(([, { uri, local }]) => {
      const opened = derivatives.startTagOpen(state, alphabet.symbol(uri, local));
      return opened?.afterwards.some(good) === true;
    })
    .map(([written]) => written);
}

/** May the element hold words? */
export function holdsText(schema: Schema, { uri, local }: QName): boolean {
  return schema
    .definitionsOf(schema.alphabet.symbol(uri, local))
    .some(({ content }) => [...childPatterns(content)].some((part) => part.kind === 'text'));
}
