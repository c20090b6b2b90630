/** The JSON Schemas: what they take, what they refuse, and in which words. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemaNames, newAjv } from '../../src/json-schema.ts';
import { defaultSettings } from '../../src/settings.ts';
import { checkJson, schemaOf } from '../../src/validate/json.ts';
import { read, root } from '../validate/context.ts';

const schemas = readdirSync(new URL('schemas/', root)).filter((f) => f.endsWith('.schema.json'));

test('each file has its schema', () => {
  expect(schemas).toEqual(jsonSchemaNames.map((n) => `${n}.schema.json`).sort());
  expect(schemaOf({ path: 'dist/report.json', mediaType: 'application/json' })).toBe('report');
  expect(schemaOf({ path: 'a/a.jsonld', mediaType: 'application/ld+json' })).toBe('jsonld');
  expect(schemaOf({ path: 'a/ro-crate-metadata.json', mediaType: 'application/ld+json' })).toBeUndefined();
  expect(schemaOf({ path: 'a/other.json', mediaType: 'application/json' })).toBeUndefined();
});

test.each(schemas)('%s is valid draft 2020-12 and described', (file) => {
  const schema = JSON.parse(read(`schemas/${file}`));
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(newAjv().validateSchema(schema)).toBe(true);
  expect(schema.description).toBeTruthy();
});

test('syntax: line and column', () => {
  const [found] = checkJson('{\n  "a": 1,\n  "b": [1 2]\n}', 'x.json');
  expect(found).toMatchObject({ code: 'json.syntax', position: { line: 3, column: 10 } });
  expect(checkJson('{"a":1,"a":2}', 'x.json')).toMatchObject([{ code: 'json.syntax' }]);
  expect(checkJson('\uFEFF{"a":1}', 'x.json')).toEqual([]);
  expect(checkJson('['.repeat(200_000), 'x.json')).toMatchObject([{ code: 'json.syntax' }]);
});

describe('settings', () => {
  test('the defaults and the edition’s own are sound', () => {
    expect(checkJson(JSON.stringify(defaultSettings), 'chancery.json', 'chancery')).toEqual([]);
    expect(checkJson(read('chancery.json'), 'chancery.json', 'chancery')).toEqual([]);
    expect(checkJson('{}', 'chancery.json', 'chancery')).toEqual([]);
  });

  test.each([
    ['{"titel": "x"}', 'The file has the key "titel", which is not known there', 'Did you mean "title"?'],
    ['{"title": 1978}', '/title is 1978, but should be a string', 'Write a string: Title of the edition.'],
    ['{"licence": {}}', '/licence lacks the key "name"', 'Add "name".'],
    [
      '{"formats": ["htm"]}',
      '/formats/0 is "htm", but should be one of html, source, text, jsonld, markdown, epub, docx, bibtex, ris, csl, tei, annotations, nquads, turtle, linkset, dts, iiif',
      'Did you mean "html"?',
    ],
    [
      '{"baseUrl": "https://example.org/"}',
      '/baseUrl is "https://example.org/", which does not match',
      'without a final slash',
    ],
    [
      '{"folders": {"dist": "../out"}}',
      '/folders/dist is "../out", which does not match',
      'inside the project',
    ],
    ['{"folders": {"dist": "/out"}}', '/folders/dist is "/out", which does not match', 'inside the project'],
    ['{"limits": {"bytes": 0}}', '/limits/bytes is 0: it must be >= 1', 'Largest source'],
    ['{"language": "en_GB"}', '/language is "en_GB", which does not match', 'BCP 47'],
    ['{"editors": [{"name": "A", "orcid": "1"}]}', '/editors/0/orcid is "1", which does not match', 'ORCID'],
    [
      '{"documents": {"a.txt": {"dialekt": "x"}}}',
      '/documents/a.txt has the key "dialekt"',
      'Did you mean "dialect"?',
    ],
  ])('%s', (json, says, mend) => {
    const [found, ...more] = checkJson(json, 'chancery.json', 'chancery');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'settings.invalid', severity: 'error' });
    expect(found?.message).toContain(says);
    expect(found?.fix).toContain(mend);
  });
});

const sha256 = '0'.repeat(64);
const generator = { name: 'chancery', version: '0.1.0' };

describe('manifest', () => {
  const file = {
    path: 'a/a.xml',
    sha256,
    bytes: 1,
    mediaType: 'application/tei+xml',
    madeFrom: [{ path: 'tei/a.xml', sha256 }],
  };
  const check = (change: object) =>
    checkJson(JSON.stringify({ generator, files: [{ ...file, ...change }] }), 'manifest.json', 'manifest');
  test('sound', () => expect(check({})).toEqual([]));
  test.each([
    [{ path: '../a.xml' }, '/files/0/path'],
    [{ path: '/etc/passwd' }, '/files/0/path'],
    [{ sha256: 'ABC' }, '/files/0/sha256'],
    [{ bytes: -1 }, '/files/0/bytes'],
    [{ extra: 1 }, '/files/0'],
  ])('%j', (change, element) => expect(check(change)).toMatchObject([{ code: 'json.schema', element }]));
});

describe('report', () => {
  const finding = {
    code: 'tei.schema',
    severity: 'error',
    message: 'Wrong',
    file: 'tei/a.xml',
    position: { line: 1, column: 2 },
    fix: 'Mend it.',
  };
  const document = {
    id: 'a',
    published: false,
    source: {
      path: 'sources/a.txt',
      sha256,
      bytes: 3,
      characters: 3,
      encoding: 'utf-8',
      lineEnds: 'lf',
      format: 'text',
    },
    tei: { path: 'tei/a.xml', sha256, by: 'encoder' },
    dialect: { id: 'unknown', score: 0, why: 'nothing' },
    audit: { ok: true, total: 3, classes: { text: 3 } },
    checks: [{ name: 'TEI grammar', file: 'tei/a.xml', result: 'failed' }],
    findings: [finding],
    questions: [
      {
        kind: 'name',
        rule: 'name.titled',
        question: 'Who?',
        candidates: [],
        line: 1,
        column: 1,
        words: 'Sato',
      },
    ],
  };
  const names = [
    'documents',
    'published',
    'failed',
    'errors',
    'warnings',
    'infos',
    'questions',
    'checks',
    'checksPassed',
    'characters',
    'charactersAccounted',
  ];
  const totals = Object.fromEntries(names.map((n) => [n, 0]));
  const report = { generator, title: 'x', totals, documents: [document], findings: [] };
  const check = (value: object) => checkJson(JSON.stringify(value), 'report.json', 'report');
  test('sound', () => expect(check(report)).toEqual([]));
  test('faulty', () => {
    expect(check({ ...report, totals: { ...totals, errors: -1 } })).toMatchObject([
      { element: '/totals/errors' },
    ]);
    expect(check({ ...report, documents: [{ ...document, published: 'yes' }] })).toMatchObject([
      { element: '/documents/0/published' },
    ]);
    expect(
      check({
        ...report,
        documents: [{ ...document, findings: [{ ...finding, position: { line: 0, column: 1 } }] }],
      }),
    ).toMatchObject([{ element: '/documents/0/findings/0/position/line' }]);
    expect(
      check({ ...report, documents: [{ ...document, checks: [{ name: 'x', file: 'a', result: true }] }] }),
    ).toHaveLength(1);
  });
});

describe('linked data', () => {
  const context = {
    '@version': 1.1,
    '@base': 'https://example.org/a/',
    schema: 'http://schema.org/',
    rico: 'https://www.ica.org/standards/RiC/ontology#',
    prov: 'http://www.w3.org/ns/prov#',
    chancery: { '@id': 'urn:x-chancery:vocabulary#', '@prefix': true },
  };
  const record = {
    '@id': '#record',
    '@type': ['rico:Record', 'schema:Message', 'schema:ArchiveComponent'],
    'schema:name': 'A cable',
    'rico:title': { '@value': 'A cable', '@language': 'en' },
    'schema:sender': { '@id': '#han' },
    'schema:dateSent': { '@value': '1978-07-22T19:40:00+08:00', '@type': 'xsd:dateTime' },
  };
  const han = {
    '@id': '#han',
    '@type': ['rico:Person', 'schema:Person'],
    'schema:name': 'Han',
    'rico:name': { '@value': 'Han' },
  };
  const speech = {
    '@id': '#u1',
    '@type': ['schema:Quotation'],
    'schema:position': 1,
    'schema:additionalType': { '@id': 'chancery:DirectSpeech' },
    'schema:spokenByCharacter': { '@id': '#han' },
    'schema:text': 'Yes',
  };
  const check = (nodes: readonly object[], more: object = {}) =>
    checkJson(
      JSON.stringify({ '@context': context, '@graph': nodes, ...more }, null, 1),
      'a.jsonld',
      'jsonld',
    );
  test('sound', () => expect(check([record, han, speech])).toEqual([]));
  test.each([
    ['a link to nothing', [record, speech], /#han leads to no node/],
    ['a node twice', [record, han, han], /#han is there already/],
    ['no record', [han], /must contain/],
    ['two records', [record, { ...record, '@id': '#other' }, han], /must contain/],
    ['an unknown vocabulary', [{ ...record, 'foaf:name': 'x' }, han], /foaf:name/],
    ['a node without a type', [record, { '@id': '#han', 'schema:name': 'Han' }], /lacks the key "@type"/],
    [
      'a person without a name',
      [record, { '@id': '#han', '@type': ['rico:Person'] }],
      /lacks the key "schema:name"/,
    ],
    ['speech without words', [record, han, { ...speech, 'schema:text': '' }], /schema:text/],
    [
      'an unknown kind of speech',
      [record, han, { ...speech, 'schema:additionalType': { '@id': 'chancery:Song' } }],
      /chancery:DirectSpeech/,
    ],
    [
      'an assertion of nobody',
      [
        record,
        han,
        {
          '@id': '#e',
          '@type': ['chancery:Assertion'],
          'chancery:asserts': 'x',
          'chancery:certainty': 'high',
        },
      ],
      /prov:wasAttributedTo|chancery:responsible/,
    ],
    [
      'a certainty in numbers',
      [
        record,
        han,
        {
          '@id': '#e',
          '@type': ['chancery:Assertion'],
          'chancery:asserts': 'x',
          'chancery:certainty': 0.9,
          'prov:wasAttributedTo': { '@id': '#han' },
        },
      ],
      /high, medium, low/,
    ],
  ])('%s', (_, nodes, says) => {
    const found = check(nodes);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((d) => d.message).join('\n')).toMatch(says);
    for (const d of found) expect(d.position?.line).toBeGreaterThan(0);
  });
  test('a context from elsewhere is refused: nothing is fetched', () => {
    expect(check([record, han], { '@context': 'https://schema.org' })[0]?.message).toContain(
      'should be an object',
    );
  });
});
