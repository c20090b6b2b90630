/**
 * Where the answers of the Distributed Text Services lie, below the address of the edition or of a document: templates
 * after RFC 6570, whose expansions are names of files.
 *
 * They are written with full stops (3.2.5, label expansion), so that the tree can be packed, unzipped and served under
 * names that every system holds. What is left out can still be told (DTS 1.0, «URI Templates examples for static
 * website»): there is one tree with a name, a depth is a number, and an xml:id begins with no digit.
 */
export const dtsTemplates = {
  collection: 'dts/collection{.nav}.json',
  navigation: 'dts/navigation{.tree,down,ref}.json',
  document: 'dts/document{.tree,ref}.xml',
} as const;

/** The tree that has a name; the first has none, as DTS 1.0 wants it. */
export const utteranceTree = 'utterances';

/** RFC 6570, 3.2.5: `.utterances.1.u2`; what is not given is left out. */
export function dtsSuffix(...values: readonly (string | number | undefined)[]): string {
  return values.map((value) => (value === undefined ? '' : `.${value}`)).join('');
}
