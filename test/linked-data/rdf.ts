/** Processors of others, offline: whatever asks for a document on the network is an error. */
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { python } from '../helpers/python.ts';
import type { Quad } from './vocabularies.ts';

// The packages bring no types that fit together; what is used of them is said here.
const require = createRequire(import.meta.url);

interface JsonLd {
  canonize(input: unknown, options: object): Promise<string>;
  toRDF(input: unknown, options: object): Promise<string>;
  NQuads: { parse(text: string): unknown };
}
const jsonld = require('jsonld') as JsonLd;
const n3 = require('n3') as {
  Parser: new (options: { format: string }) => { parse(text: string): Quad[] };
  Writer: new (options: { format: string }) => { quadsToString(quads: readonly Quad[]): string };
};
const { JsonLdParser } = require('jsonld-streaming-parser') as {
  JsonLdParser: new (options: object) => { import(stream: Readable): AsyncIterable<Quad> };
};

/** Contexts that may be asked for, by address; none is fetched. */
type Contexts = Readonly<Record<string, unknown>>;

const canonical = { algorithm: 'RDFC-1.0', format: 'application/n-quads' };

/** Canonical N-Quads by jsonld.js; `safe`: a term that would be dropped is an error. */
export function byJsonLd(json: string, contexts: Contexts = {}): Promise<string> {
  const documentLoader = (url: string) =>
    url in contexts
      ? Promise.resolve({ contextUrl: null, documentUrl: url, document: contexts[url] })
      : Promise.reject(new Error(`${url} was asked for`));
  return jsonld.canonize(JSON.parse(json), { ...canonical, documentLoader, safe: true });
}

/** The same by jsonld-streaming-parser, made canonical. */
export async function byStreamingParser(json: string): Promise<string> {
  const documentLoader = { load: (url: string) => Promise.reject(new Error(`${url} was asked for`)) };
  const parser = new JsonLdParser({ documentLoader, streamingProfile: false });
  const quads: Quad[] = [];
  for await (const quad of parser.import(Readable.from([json]))) quads.push(quad);
  return canonicalQuads(new n3.Writer({ format: 'N-Quads' }).quadsToString(quads));
}

/** N-Quads or Turtle of any origin as canonical N-Quads. */
export function canonicalQuads(nquads: string): Promise<string> {
  return jsonld.canonize(nquads, { ...canonical, inputFormat: 'application/n-quads' });
}

export function quadsOf(text: string, format: 'N-Quads' | 'Turtle' = 'N-Quads'): Quad[] {
  return new n3.Parser({ format }).parse(text);
}

export async function fromTurtle(turtle: string): Promise<string> {
  return canonicalQuads(new n3.Writer({ format: 'N-Quads' }).quadsToString(quadsOf(turtle, 'Turtle')));
}

/** Graphs in JSON-LD as PyLD and rdflib read them: N-Quads, N-Triples. */
export function byPython(graphs: readonly string[]) {
  return python<readonly { pyld: string; rdflib: string }[]>(
    `
import json, sys
from pyld import jsonld
import rdflib
from rdflib import Graph
# Else it rewrites values: 2026-11-24T08:00:00Z becomes …+00:00, the same moment in other letters.
rdflib.NORMALIZE_LITERALS = False
def refuse(url, options={}): raise Exception(url + ' was asked for')
jsonld.set_document_loader(refuse)
out = []
for text in json.load(sys.stdin):
    g = Graph(); g.parse(data=text, format='json-ld')
    # Without a base of the file, PyLD takes no notice of the one in the context.
    options = {'algorithm': 'URDNA2015', 'format': 'application/n-quads', 'base': 'https://elsewhere.example/'}
    out.append({'rdflib': g.serialize(format='ntriples'), 'pyld': jsonld.normalize(json.loads(text), options)})
json.dump(out, sys.stdout)
`,
    graphs,
  );
}
