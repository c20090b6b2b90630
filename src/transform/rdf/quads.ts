/**
 * From a graph of ours to RDF triples. Our graphs use a small part of JSON-LD 1.1: prefixes and a base in an inline
 * context, every node named, values that are links, words with or without a language, or typed. That part is read
 * here; tests hold the result against jsonld.js and others, which read all of it.
 */
export interface Literal {
  readonly value: string;
  readonly datatype?: string;
  readonly language?: string;
}

export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  /** A string is an IRI. */
  readonly object: string | Literal;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

export const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Throws for JSON-LD outside that part: our own, so it is a fault of the program. */
export function triplesOf(json: string): readonly Triple[] {
  const file = JSON.parse(json) as { '@context': Node; '@graph': readonly Node[] };
  const reader = new Reader(file['@context']);
  return file['@graph'].flatMap((node) => [...reader.node(node)]);
}

class Reader {
  private readonly base: string;
  private readonly prefixes = new Map<string, string>();

  constructor(context: Node) {
    this.base = String(context['@base']);
    for (const [key, value] of Object.entries(context)) {
      if (key.startsWith('@')) continue;
      this.prefixes.set(key, typeof value === 'string' ? value : String((value as Node)['@id']));
    }
  }

  *node(node: Node): Generator<Triple> {
    const subject = this.iri(node['@id']);
    for (const type of listed(node['@type'])) {
      yield { subject, predicate: rdfType, object: this.iri(type) };
    }
    for (const [key, values] of Object.entries(node)) {
      if (key.startsWith('@')) continue;
      const predicate = this.iri(key);
      for (const value of listed(values)) {
        yield { subject, predicate, object: this.object(value) };
        // A node inside another says more of itself.
        if (isNode(value) && Object.keys(value).length > 1) yield* this.node(value);
      }
    }
  }

  private object(value: Json): string | Literal {
    if (typeof value === 'string') return { value };
    if (typeof value === 'boolean') return { value: String(value), datatype: `${xsd}boolean` };
    if (typeof value === 'number' && Number.isInteger(value))
      return { value: String(value), datatype: `${xsd}integer` };
    if (isNode(value)) return this.iri(value['@id']);
    const { '@value': words, '@language': language, '@type': type } = value as unknown as Node;
    if (typeof words !== 'string') throw new Error(`no value that is read here: ${JSON.stringify(value)}`);
    if (typeof language === 'string') return { value: words, language };
    return typeof type === 'string' ? { value: words, datatype: this.iri(type) } : { value: words };
  }

  /** `#id` against the base, `schema:name` by its prefix, an address as it is. */
  private iri(name: Json | undefined): string {
    if (typeof name !== 'string') throw new Error(`no name that is read here: ${JSON.stringify(name)}`);
    if (name.startsWith('#')) return this.base + name;
    const colon = name.indexOf(':');
    const prefix = this.prefixes.get(name.slice(0, colon));
    return prefix === undefined ? name : prefix + name.slice(colon + 1);
  }
}

function listed(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function isNode(value: Json): value is Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && '@id' in value;
}
