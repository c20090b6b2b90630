/**
 * What every graph of an edition shares: vocabularies, addresses, the context that stands inline in each file.
 */

/** Prefixes of the vocabularies, in the order they are written. */
export const prefixes = {
  schema: 'http://schema.org/',
  rico: 'https://www.ica.org/standards/RiC/ontology#',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  chancery: 'urn:x-chancery:vocabulary#',
} as const;

/**
 * Where the graph of a document lies: `#sato` is resolved against it. The slash of the URN is for rdflib, which sets it
 * there when it resolves.
 */
export function documentBase(id: string, baseUrl: string | undefined): string {
  return baseUrl ? `${baseUrl}/${id}/` : `urn:x-chancery:${encodeURIComponent(id)}/`;
}

/** Where the edition as a whole lies. */
export function editionBase(baseUrl: string | undefined): string {
  return baseUrl ? `${baseUrl}/` : 'urn:x-chancery:edition/';
}

/** Where the register lies: `#beijing` is its entry. */
export function registerBase(baseUrl: string | undefined): string {
  return baseUrl ? `${baseUrl}/register/` : 'urn:x-chancery:register/';
}

/** The JSON-LD 1.1 context: nothing is fetched to read a graph. */
export function contextFor(base: string): Readonly<Record<string, unknown>> {
  const { chancery, ...plain } = prefixes;
  // A prefix that ends in no gen-delim of RFC 3986 must say that it is one; `urn:…#` does, this is for readers.
  return { '@version': 1.1, '@base': base, ...plain, chancery: { '@id': chancery, '@prefix': true } };
}
