/** Every term of RiC-O 1.1 and schema.org that a graph uses exists, and stands where its domain and range allow. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { factsOf, publish } from '../../src/publish/index.ts';
import { defaultSettings } from '../../src/settings.ts';
import { toNQuads } from '../../src/transform/rdf/nquads.ts';
import { triplesOf } from '../../src/transform/rdf/quads.ts';
import { context as own } from '../helpers/document.ts';
import { shared } from '../helpers/shared.ts';
import { address, documents, editionsOf } from './documents.ts';
import { quadsOf } from './rdf.ts';
import { misuse, type Quad, readRico, readSchemaOrg, ricoLiterals, schemaLiterals } from './vocabularies.ts';

const ric = 'https://www.ica.org/standards/RiC/ontology#';
const schema = 'http://schema.org/';

const rico = (context: TestContext) => readRico(shared('fixtures/rico/RiC-O_1-1.rdf', context));
const schemaOrg = (context: TestContext) =>
  readSchemaOrg(
    shared('fixtures/schemaorg/schemaorg-all-https-types.csv', context),
    shared('fixtures/schemaorg/schemaorg-all-https-properties.csv', context),
  );

const settings = { ...defaultSettings, ...address, editors: [{ name: 'A. Editor' }] };
const whole = [
  ...publish(
    Object.values(documents).map((d) => factsOf(String(d.content), d.path.replace(/\.xml$/, ''))),
    { ...own, settings },
    { scratch: mkdtempSync(join(tmpdir(), 'chancery-test-')) },
  ),
];
/** The graphs of all documents, of the edition and of the register, as one. */
const quads: readonly Quad[] = quadsOf(
  [
    ...Object.values(documents).map(
      (d) => editionsOf(d, ['nquads'], { ...address, licence: { name: 'CC BY' } }).nquads,
    ),
    ...whole.filter((a) => a.path.endsWith('.jsonld')).map((a) => toNQuads(triplesOf(String(a.content)))),
  ].join(''),
);

describe('terms', () => {
  it('of RiC-O 1.1', (context) => {
    const vocabulary = rico(context);
    expect(vocabulary.properties.size).toBeGreaterThan(400);
    const { problems, checked } = misuse(quads, ric, vocabulary, ricoLiterals);
    expect(checked).toBeGreaterThan(300);
    expect(problems).toEqual([]);
  });

  it('of schema.org', (context) => {
    const vocabulary = schemaOrg(context);
    expect(vocabulary.properties.size).toBeGreaterThan(1400);
    const { problems, checked } = misuse(quads, schema, vocabulary, schemaLiterals);
    expect(checked).toBeGreaterThan(500);
    expect(problems).toEqual([]);
  });

  const named = (value: string) => ({ termType: 'NamedNode', value });
  const record = quads.find((q) => q.object.value === `${schema}Message`)?.subject.value ?? '';
  const person = quads.find((q) => q.object.value === `${ric}Person`)?.subject.value ?? '';
  const place = quads.find((q) => q.object.value === `${ric}Place`)?.subject.value ?? '';
  const wrong: readonly (readonly [string, Quad])[] = [
    [
      'a property that is none',
      { subject: { value: record }, predicate: { value: `${ric}hasDispatchDate` }, object: named(place) },
    ],
    [
      'a wrong range',
      { subject: { value: record }, predicate: { value: `${ric}hasSender` }, object: named(place) },
    ],
    [
      'a wrong domain',
      { subject: { value: place }, predicate: { value: `${ric}hasSender` }, object: named(person) },
    ],
    [
      'a literal for a node',
      {
        subject: { value: record },
        predicate: { value: `${ric}hasSender` },
        object: { termType: 'Literal', value: 'Sato' },
      },
    ],
  ];
  it.for(wrong)('the check sees %s', ([name, quad], context) => {
    const vocabulary = rico(context);
    expect(misuse([...quads, quad], ric, vocabulary, ricoLiterals).problems, name).toHaveLength(1);
  });
});
