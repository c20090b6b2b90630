/** Our SHACL shapes in two engines: every graph conforms, and each seeded defect is caught by both. */
import { describe, expect, it } from 'vitest';
import { toNQuads } from '../../src/transform/rdf/nquads.ts';
import { triplesOf } from '../../src/transform/rdf/quads.ts';
import { needsPython } from '../helpers/python.ts';
import { address, cable, documents, editionsOf } from './documents.ts';
import { byPyShacl, byRdfValidateShacl } from './shacl.ts';

type Node = Record<string, unknown>;
type Graph = { '@graph': Node[] };
const { jsonld } = editionsOf(cable, ['jsonld']);

/** The first node of a type, to be spoilt. */
function first(graph: Graph, type: string): Node {
  const found = graph['@graph'].find((n) => (n['@type'] as string[]).includes(type));
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
}
const record = (graph: Graph) => first(graph, 'schema:Message');
const place = (graph: Graph) => ({ '@id': first(graph, 'schema:Place')['@id'] });
const office = (graph: Graph) => ({ '@id': first(graph, 'schema:Audience')['@id'] });

/** What could go wrong, and how. */
const defects: Readonly<Record<string, (graph: Graph) => void>> = {
  'a time of dispatch without an offset': (g) => {
    record(g)['schema:dateSent'] = { '@value': '1978-07-22T19:40:00', '@type': 'xsd:dateTime' };
  },
  'a day in place of a moment': (g) => {
    record(g)['schema:dateSent'] = { '@value': '1978-07-22', '@type': 'xsd:date' };
  },
  'a place that sends': (g) => {
    record(g)['schema:sender'] = place(g);
  },
  'a place as addressee': (g) => {
    record(g)['rico:hasAddressee'] = place(g);
  },
  'no title': (g) => {
    delete record(g)['rico:title'];
  },
  'an office that is also a person': (g) => {
    (first(g, 'rico:Position')['@type'] as string[]).push('schema:Person');
  },
  'an office as a speaking person': (g) => {
    first(g, 'schema:Quotation')['schema:spokenByCharacter'] = office(g);
  },
  'an utterance without words': (g) => {
    delete first(g, 'schema:Quotation')['schema:text'];
  },
  'an utterance in two places': (g) => {
    first(g, 'schema:Quotation')['schema:position'] = [1, 2];
  },
  'a kind of speech nobody knows': (g) => {
    first(g, 'schema:Quotation')['schema:additionalType'] = { '@id': 'chancery:Whisper' };
  },
  'a checksum that is none': (g) => {
    first(g, 'schema:MediaObject')['schema:sha256'] = 'abc';
  },
  'a marking in no scheme': (g) => {
    delete first(g, 'skos:Concept')['skos:inScheme'];
  },
  'a marking with two labels in one language': (g) => {
    first(g, 'skos:Concept')['skos:prefLabel'] = [
      { '@value': 'Secret', '@language': 'en' },
      { '@value': 'Top secret', '@language': 'en' },
    ];
  },
  'a date that nobody wrote': (g) => {
    delete first(g, 'rico:Date')['rico:expressedDate'];
  },
  'evidence that is none': (g) => {
    first(g, 'rico:Date')['chancery:evidence'] = place(g);
  },
  'a certainty of one’s own': (g) => {
    first(g, 'chancery:Assertion')['chancery:certainty'] = 'sure';
  },
  'making without a source': (g) => {
    delete first(g, 'prov:Activity')['prov:used'];
  },
  'an event at a person': (g) => {
    first(g, 'rico:Event')['rico:hasOrHadLocation'] = { '@id': first(g, 'rico:Person')['@id'] };
  },
  'a translation of nothing': (g) => {
    const translation = g['@graph'].find((n) => n['@id'] === '#this.translation') as Node;
    translation['schema:translationOfWork'] = { '@id': '#this.edition' };
  },
};

/** Each defect in a graph of its own, as N-Quads. */
const spoilt = Object.fromEntries(
  Object.entries(defects).map(([name, spoil]) => {
    const graph = JSON.parse(jsonld) as Graph;
    spoil(graph);
    return [name, toNQuads(triplesOf(JSON.stringify(graph)))];
  }),
);

const sound = Object.values(documents).flatMap((document) => [
  editionsOf(document, ['nquads']).nquads,
  editionsOf(document, ['nquads'], address).nquads,
]);

describe('rdf-validate-shacl', () => {
  it('finds every graph sound', async () => {
    for (const nquads of sound)
      expect(await byRdfValidateShacl(nquads)).toEqual({ conforms: true, paths: [] });
  });

  it('catches every defect', async () => {
    const missed: string[] = [];
    for (const [name, nquads] of Object.entries(spoilt)) {
      if ((await byRdfValidateShacl(nquads)).conforms) missed.push(name);
    }
    expect(missed).toEqual([]);
  });
});

it('pySHACL gives the same verdicts', { timeout: 180_000 }, async (context) => {
  needsPython(['rdflib', 'pyshacl'], context);
  const names = Object.keys(spoilt);
  const verdicts = byPyShacl([...sound, ...names.map((n) => spoilt[n] as string)]);
  expect(verdicts.slice(0, sound.length)).toEqual(sound.map(() => true));
  expect(names.filter((_, i) => verdicts[sound.length + i])).toEqual([]);
});
