/** Namespaces in scope, by prefix; without a prototype, since any name can be a prefix. */
export type Namespaces = Record<string, string>;

export const NO_NAMESPACES: Namespaces = Object.assign(Object.create(null), { '': '' });

/**
 * All namespaces in scope in an element, in one object, to be put in the place of `tag.ns` of saxes. The parser
 * looks for a prefix through all open elements: so it finds it in the last, and deep nesting does not make it slow.
 */
export function namespacesInScope(declared: Namespaces | undefined, outer: Namespaces): Namespaces {
  for (const _ in declared) return Object.assign(Object.create(null), outer, declared);
  return outer;
}
