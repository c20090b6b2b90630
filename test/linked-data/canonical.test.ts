/** One graph, whoever reads it: five processors and two serialisers of ours give the same canonical N-Quads. */
import { describe, expect, it } from 'vitest';
import { contextFor, documentBase } from '../../src/linked/vocabulary.ts';
import { needsPython } from '../helpers/python.ts';
import { address, documents, editionsOf } from './documents.ts';
import { byJsonLd, byPython, byStreamingParser, canonicalQuads, fromTurtle } from './rdf.ts';

const cases = Object.entries(documents).flatMap(([name, document]) => [
  { name, document, settings: {} },
  { name: `${name}, with an address`, document, settings: address },
]);

describe.each(cases)('the graph of $name', ({ document, settings }) => {
  const { jsonld, nquads, turtle } = editionsOf(document, ['jsonld', 'nquads', 'turtle'], settings);

  it('is the same to jsonld.js and to our N-Quads', async () => {
    expect(nquads.split('\n').length).toBeGreaterThan(50);
    expect(nquads).toBe(await byJsonLd(jsonld));
  });

  it('is the same to jsonld-streaming-parser', async () => {
    expect(await byStreamingParser(jsonld)).toBe(nquads);
  });

  it('is the same as Turtle, read by N3.js', async () => {
    expect(await fromTurtle(turtle)).toBe(nquads);
  });

  it('has the context that src/linked/vocabulary.ts gives', () => {
    const id = document.path.replace(/\.xml$/, '');
    expect(JSON.parse(jsonld)['@context']).toEqual(
      contextFor(documentBase(id, (settings as { baseUrl?: string }).baseUrl)),
    );
  });
});

it('is the same to PyLD and rdflib', { timeout: 120_000 }, async (context) => {
  needsPython(['pyld', 'rdflib'], context);
  const graphs = cases.map(({ document, settings }) => editionsOf(document, ['jsonld', 'nquads'], settings));
  const read = byPython(graphs.map((g) => g.jsonld));
  expect(read).toHaveLength(cases.length);
  for (const [i, { pyld, rdflib }] of read.entries()) {
    const ours = graphs[i]?.nquads;
    expect(await canonicalQuads(rdflib)).toBe(ours);
    expect(await canonicalQuads(pyld)).toBe(ours);
  }
});
