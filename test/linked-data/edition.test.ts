/** The edition as a whole: its graph, its register, the letter index, the file for harvesters, the entry to its texts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../src/artifact.ts';
import { objectionTo } from '../../src/deposit/names.ts';
import { factsOf, publish } from '../../src/publish/index.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';
import { transform } from '../../src/transform/index.ts';
import { toNQuads } from '../../src/transform/rdf/nquads.ts';
import { triplesOf } from '../../src/transform/rdf/quads.ts';
import { validate } from '../../src/validate/index.ts';
import { readRegister } from '../../src/xml/register.ts';
import { attribute, elementsOf, parseXml, textOf } from '../../src/xml/tree.ts';
import { impossible, shared } from '../helpers/shared.ts';
import { address, cable, documents, odd } from './documents.ts';
import { dtsProblems, expand } from './dts.ts';
import { byJsonLd, quadsOf } from './rdf.ts';

const { register } = readRegister(
  readFileSync(new URL('../../tei/register.xml', import.meta.url), 'utf8'),
  'tei/register.xml',
);

const idOf = ({ path }: Artifact): string => path.replace(/\.xml$/, '');
const everything = {
  ...address,
  title: 'Test “edition” & more',
  publisher: 'Tests',
  editors: [{ name: 'A. Editor', orcid: '0000-0002-1825-0097' }],
  metadataLicence: 'CC0-1.0' as const,
  formats: ['html', 'text', 'jsonld', 'tei', 'dts'],
  deposit: { contact: { name: 'A. Editor', email: 'editor@example.org' } },
};

function contextOf(settings: Partial<Settings> & Record<string, unknown>, built?: string) {
  return {
    settings: { ...defaultSettings, ...settings },
    register,
    version: '0.0.0',
    ...(built !== undefined && { built }),
  };
}

const full = contextOf(everything, '2026-11-24T08:00:00Z');

function pagesOf(context: ReturnType<typeof contextOf>, order = Object.values(documents)) {
  const facts = order.map((d) => factsOf(String(d.content), idOf(d)));
  return new Map(
    [...publish(facts, context, { scratch: mkdtempSync(join(tmpdir(), 'chancery-test-')) })].map((a) => [
      a.path,
      a,
    ]),
  );
}
const text = (pages: ReadonlyMap<string, Artifact>, path: string): string => String(pages.get(path)?.content);

describe.each([
  ['with an address', full],
  ['without', contextOf({ title: 'Test edition' })],
])('edition.jsonld and register.jsonld %s', (_, context) => {
  const pages = pagesOf(context);

  it.each(['edition.jsonld', 'register.jsonld'])('%s passes its own checks', (path) => {
    const page = pages.get(path) as Artifact;
    expect(validate(page, context)).toEqual([]);
  });

  it.each(['edition.jsonld', 'register.jsonld'])('%s is to jsonld.js what it is to us', async (path) => {
    const json = text(pages, path);
    expect(await byJsonLd(json)).toBe(toNQuads(triplesOf(json)));
  });

  it('names each document by the ids of its own graph', () => {
    const subjects = new Set<string>();
    for (const document of Object.values(documents)) {
      const [graph] = transform(document, ['jsonld'], context).artifacts;
      for (const { subject } of triplesOf(String(graph?.content))) subjects.add(subject);
    }
    const members = triplesOf(text(pages, 'edition.jsonld')).filter(({ predicate }) =>
      predicate.endsWith('hasPart'),
    );
    expect(members).toHaveLength(Object.keys(documents).length);
    for (const { object } of members) expect(subjects).toContain(object);
  });

  it('the register has every entry, with its names and who mentions it', () => {
    const triples = triplesOf(text(pages, 'register.jsonld'));
    const named = triples.filter(({ predicate }) => predicate === 'http://schema.org/name');
    expect(named.length).toBeGreaterThanOrEqual(register.entries.length);
    const beijing = triples.filter(({ subject }) => subject.endsWith('#china'));
    expect(beijing.filter(({ predicate }) => predicate.endsWith('subjectOf'))).toHaveLength(1);
    expect(beijing.map(({ object }) => object)).toContain('http://www.wikidata.org/entity/Q148');
    expect(beijing.map(({ object }) => object)).toContainEqual({ value: '中国', language: 'ja' });
  });
});

it('is the same whatever the order of the documents', () => {
  const one = pagesOf(full);
  const other = pagesOf(full, Object.values(documents).reverse());
  for (const path of ['edition.jsonld', 'register.jsonld', 'cmif.xml', 'oai.xml', 'dts/collection.json'])
    expect(text(other, path)).toBe(text(one, path));
});

it('without address or date there is nothing that needs them', () => {
  const paths = [...pagesOf(contextOf({ title: 'Test edition' })).keys()];
  expect(paths.filter((p) => /cmif|oai|dts/.test(p))).toEqual([]);
});

describe('cmif.xml', () => {
  const cmif = text(pagesOf(full), 'cmif.xml');
  const { root } = parseXml(cmif, 'cmif.xml');
  const elements = root ? [...elementsOf(root)] : [];
  const all = (name: string) => elements.filter((e) => e.name === name);

  it('is valid by the schema of CMIF 1.1', (context) => {
    const schema = shared('fixtures/cmif/schema/cmi-customization.rng', context);
    const folder = mkdtempSync(join(tmpdir(), 'cmif-'));
    try {
      writeFileSync(join(folder, 'cmif.xml'), cmif);
      try {
        execFileSync('jing', [schema, join(folder, 'cmif.xml')], { encoding: 'utf8' });
      } catch (error) {
        const { code, stdout } = error as { code?: string; stdout?: string };
        if (code === 'ENOENT') impossible('jing is not installed', context);
        expect(stdout).toBe('');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  // What the prose of CMIF 1.1 asks and its schema does not.
  it('says what the prose asks', () => {
    expect(all('licence').map((e) => attribute(e, 'target'))).toEqual([
      'https://creativecommons.org/publicdomain/zero/1.0/',
    ]);
    expect(all('idno').map(textOf)).toEqual(['https://example.org/edition/cmif.xml']);
    const [bibl] = all('bibl');
    const source = bibl && attribute(bibl, 'xml:id');
    expect(source).toMatch(/^[a-f][0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const letters = all('correspDesc');
    expect(letters).toHaveLength(1);
    for (const letter of letters) {
      expect(attribute(letter, 'source')).toBe(`#${source}`);
      const actions = [...elementsOf(letter)].filter((e) => e.name === 'correspAction');
      expect(actions.map((e) => attribute(e, 'type'))).toEqual(['sent', 'received']);
      for (const action of actions)
        expect([...elementsOf(action)].some((e) => /^(pers|org)Name$/.test(e.name))).toBe(true);
    }
    for (const date of all('date').filter((d) => d.parent?.name === 'correspAction'))
      for (const { value } of date.attributes) expect(value).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
  });

  it('has the cable: who, where, when', () => {
    const names = all('correspAction').map((a) => textOf(a));
    expect(names).toEqual(['Sato ShojiChina', 'Foreign Minister of Japan']);
  });
});

describe('oai.xml', () => {
  const oai = text(pagesOf(full), 'oai.xml');
  const { root, diagnostics } = parseXml(oai, 'oai.xml');
  const children = root?.children.flatMap((c) => (c.type === 'element' ? [c] : [])) ?? [];

  it('has the parts of a static repository, in their order', () => {
    expect(diagnostics).toEqual([]);
    expect(root?.uri).toBe('http://www.openarchives.org/OAI/2.0/static-repository');
    expect(children.map((c) => c.name)).toEqual(['Identify', 'ListMetadataFormats', 'ListRecords']);
    const identify = children[0] ? [...elementsOf(children[0])].slice(1).map((e) => e.name) : [];
    expect(identify).toEqual([
      'repositoryName',
      'baseURL',
      'protocolVersion',
      'adminEmail',
      'earliestDatestamp',
      'deletedRecord',
      'granularity',
    ]);
    expect(children[2] && attribute(children[2], 'metadataPrefix')).toBe('oai_dc');
  });

  it('has a record for each document, in Dublin Core and nothing else', () => {
    const records = root ? [...elementsOf(root)].filter((e) => e.name === 'record') : [];
    expect(records).toHaveLength(Object.keys(documents).length);
    const fifteen =
      'title creator subject description publisher contributor date type format identifier source language relation coverage rights';
    for (const record of records) {
      const dc = [...elementsOf(record)].filter((e) => e.uri === 'http://purl.org/dc/elements/1.1/');
      expect(dc.length).toBeGreaterThan(4);
      for (const e of dc) {
        expect(fifteen.split(' ')).toContain(e.name);
        expect(textOf(e).trim()).not.toBe('');
      }
    }
  });
});

describe('DTS', () => {
  const pages = pagesOf(full);
  const own = [cable, odd].flatMap((d) => transform(d, ['dts'], full).artifacts);
  const files = new Map([...pages.values(), ...own].map((a) => [a.path, String(a.content)]));
  const json = [...files]
    .filter(([path]) => /dts.*\.json$/.test(path))
    .map(([path, c]) => [path, JSON.parse(c)] as const);

  it('every answer meets the schemas of DTS 1.0', (context) => {
    expect(json.length).toBeGreaterThan(100);
    for (const [path, value] of json) expect(dtsProblems(value, context), path).toEqual([]);
    const broken = { ...json.find(([, v]) => v['@type'] === 'Navigation')?.[1], resource: {} };
    expect(dtsProblems(broken, context)).not.toEqual([]);
  });

  const pathOf = (url: string): string => url.replace(/^https:\/\/example\.org\/edition\//, '');

  it('every question that the templates allow has its file', () => {
    const entry = JSON.parse(files.get('dts.json') ?? '');
    const resources = [cable, odd].map((d) => `https://example.org/edition/${idOf(d)}/`);
    let asked = 0;
    const has = (template: string, values: Readonly<Record<string, string | number | undefined>>): string => {
      asked++;
      const path = pathOf(expand(template, values));
      expect(files.has(path), path).toBe(true);
      return files.get(path) ?? '';
    };
    has(entry.collection, { id: 'https://example.org/edition/' });
    for (const resource of resources) {
      const described = JSON.parse(has(entry.collection, { id: resource }));
      has(entry.collection, { id: resource, nav: 'parents' });
      has(entry.document, { resource });
      for (const { identifier: tree } of described.citationTrees) {
        const whole = JSON.parse(has(entry.navigation, { resource, tree, down: -1 }));
        has(entry.navigation, { resource, tree, down: 1 });
        // Without a passage a tree changes nothing.
        expect(has(entry.document, { resource, tree })).toBe(has(entry.document, { resource }));
        expect(whole.member.length).toBeGreaterThan(0);
        for (const { identifier: ref } of whole.member) {
          for (const down of [undefined, 0, 1, -1]) {
            const answer = JSON.parse(has(entry.navigation, { resource, tree, down, ref }));
            expect(answer.ref.identifier).toBe(ref);
            expect(answer['@id']).toBe(expand(entry.navigation, { resource, tree, down, ref }));
          }
          const { root } = parseXml(has(entry.document, { resource, tree, ref }), 'fragment.xml');
          const wrapper = root?.children[0];
          expect(wrapper?.type === 'element' && wrapper.uri).toBe('https://w3id.org/api/dts#');
          const unit = wrapper?.type === 'element' ? wrapper.children[0] : undefined;
          expect(unit?.type === 'element' && attribute(unit, 'xml:id')).toBe(ref);
        }
      }
    }
    expect(asked).toBeGreaterThan(200);
  });

  it('every answer has a name that a package can keep', () => {
    const paths = [...files.keys()].filter((p) => p.includes('/dts/'));
    expect(paths.length).toBeGreaterThan(200);
    expect(paths.filter((p) => objectionTo(`edition/${p}`) !== undefined)).toEqual([]);
  });

  it('units come in the order of the text, each under its division', () => {
    const { member } = JSON.parse(files.get('odd/dts/navigation.-1.json') ?? '');
    expect(member.map((m: { identifier: string }) => m.identifier)).toEqual(['d1', 'p1', 'p2', 'p3']);
    expect(member.map((m: { parent: string | null }) => m.parent)).toEqual([null, 'd1', 'd1', 'd1']);
  });
});

it('quads of the edition and of the documents fit together', () => {
  const pages = pagesOf(full);
  const subjects = new Set(
    [...pages.keys()]
      .filter((p) => p.endsWith('.jsonld'))
      .flatMap((p) => quadsOf(toNQuads(triplesOf(text(pages, p)))).map((q) => q.subject.value)),
  );
  const documentsOwn = Object.values(documents).flatMap((d) =>
    triplesOf(String(transform(d, ['jsonld'], full).artifacts[0]?.content)),
  );
  // A document's entity that the register has, says so, and the register has it.
  const same = documentsOwn.filter(
    (t) => t.predicate === 'http://schema.org/sameAs' && String(t.object).includes('/register/#'),
  );
  expect(same.length).toBeGreaterThan(10);
  for (const { object } of same.filter((t) => t.subject.includes('sato-1384')))
    expect(subjects).toContain(object);
});
