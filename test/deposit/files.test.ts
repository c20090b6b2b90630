/**
 * The contract of a deposit file: what each line of the table promises, and what its format demands, by the
 * schemas of those who made the format.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationData } from '../../src/deposit/files/citation-cff.ts';
import { depositFiles } from '../../src/deposit/files.ts';
import { type Deposit, doiOf } from '../../src/deposit/index.ts';
import { objectionTo } from '../../src/deposit/names.ts';
import { elementsOf, parseXml, textOf, type XmlElement } from '../../src/xml/tree.ts';
import { type Sample, sampleDeposit, sampleDocument, sampleSettings } from '../helpers/deposit.ts';
import { emptyFolder } from '../helpers/folder.ts';
import { impossible, shared } from '../helpers/shared.ts';
import {
  archeProblems,
  cffProblems,
  cslProblems,
  dataverseProblems,
  demanded,
  invenioProblems,
} from './schemas.ts';

const require = createRequire(import.meta.url);

const { Parser } = require('n3') as { Parser: new (options: object) => { parse(text: string): unknown[] } };

const make = (path: string, deposit: Deposit): string => {
  const text = depositFiles.find((f) => f.path === path)?.make(deposit);
  if (text === undefined) throw new Error(`${path} is not made`);
  return text;
};
const json = (path: string, deposit: Deposit) => JSON.parse(make(path, deposit));

const doi = '10.5072/cables.1';
const samples: Readonly<Record<string, Sample>> = {
  'everything given': {},
  'with a DOI': { doi },
  'one document': { documents: [sampleDocument('cable-1384')] },
  'nothing known': {
    documents: [
      sampleDocument('x', {
        senders: [],
        recipients: [],
        translators: [],
        identifiers: [],
        language: 'und',
        kind: 'document',
        kindName: 'Document',
      }),
    ],
  },
  'a licence in words': { settings: { ...sampleSettings, licence: { name: 'For research' } } },
  'not valid': { documents: [{ ...sampleDocument('cable-1384'), valid: false }] },
  'fields of KCWorks': {
    settings: {
      ...sampleSettings,
      deposit: {
        ...sampleSettings.deposit,
        creators: [{ family: 'Iriye', given: 'Aki', kcUsername: 'airiye' }],
        kcworks: {
          username: 'airiye',
          domain: 'hcommons.org',
          project: 'Cables',
          aiUsage: { used: false },
          fast: ['http://id.worldcat.org/fast/1710945'],
        },
      },
    },
  },
  'a version that follows': {
    previous: {
      name: 'treaty-cables-1.0.0',
      title: 'Cables',
      version: '1.0.0',
      doi: '10.5072/cables.0',
      documents: [
        {
          id: 'cable-1384',
          tei: 'tei/cable-1384.xml',
          description: sampleDocument('cable-1384', { title: 'Talks' }).description,
        },
        { id: 'gone', tei: 'tei/gone.xml', description: sampleDocument('gone').description },
      ],
      checksums: new Map(),
    },
  },
};

describe.each(depositFiles.map((f) => [f.path, f] as const))('%s', (path, file) => {
  test('has a portable name, a title, and the same content twice', () => {
    expect(objectionTo(path)).toBeUndefined();
    expect(file.title).not.toBe('');
    for (const sample of Object.values(samples)) {
      expect(file.make(sampleDeposit(sample))).toBe(file.make(sampleDeposit(sample)));
    }
  });

  test.each(Object.keys(samples))('is sound where the package has %s', (name) => {
    const text = file.make(sampleDeposit(samples[name]));
    if (text === undefined) return;
    expect(text.endsWith('\n')).toBe(true);
    expect(() => parsed(file.mediaType, text)).not.toThrow();
  });

  test('holds words of any kind without breaking', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const hostile = fc.oneof(
      words,
      fc.constantFrom(
        '"',
        '\\',
        ']]>',
        '<script>',
        '%0A',
        "'); --",
        '{}',
        '#',
        '- x',
        '@x',
        '\u0000',
        'a\r\nER  - ',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const settings = { ...sampleSettings, title: `T${a}`, description: `D${b}`, rights: b };
        // XML, from which the facts of documents come, cannot hold these.
        const clean = (t: string): string =>
          t.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
        const documents = [
          sampleDocument('d', { title: `T${clean(a)}`, senders: [`S${clean(b)}`], abstract: `A${clean(a)}` }),
        ];
        const text = file.make(sampleDeposit({ settings, documents }));
        if (text !== undefined) parsed(file.mediaType, text);
      }),
      { numRuns: 25 },
    );
  });
});

/** By a parser of the format; throws where the text is none. */
function parsed(mediaType: string, text: string): unknown {
  if (mediaType.endsWith('json')) return JSON.parse(text);
  if (mediaType.endsWith('xml')) return root(text);
  if (mediaType === 'text/turtle') return new Parser({ format: 'Turtle' }).parse(text);
  if (mediaType === 'application/x-research-info-systems') return risRecords(text);
  if (mediaType === 'application/x-bibtex') return balanced(text);
  return text;
}

function root(xml: string): XmlElement {
  const { root: found, diagnostics } = parseXml(xml, 'x.xml');
  if (found === undefined) throw new Error(diagnostics.map((d) => d.message).join('; '));
  return found;
}

function risRecords(text: string): readonly (readonly string[])[] {
  const records = text.split('\r\n\r\n').filter(Boolean);
  for (const record of records) {
    const lines = record.split('\r\n');
    if (!lines.every((l) => /^[A-Z][A-Z0-9] {2}- /.test(l))) throw new Error(`no RIS: ${record}`);
    if (!/^TY/.test(lines[0] ?? '') || !/^ER/.test(lines.at(-1) ?? ''))
      throw new Error(`no record: ${record}`);
    if (lines.filter((l) => /^(?:TY|ER)/.test(l)).length !== 2)
      throw new Error(`two records in one: ${record}`);
  }
  return records.map((r) => r.split('\r\n'));
}

function balanced(text: string): number {
  let depth = 0;
  for (const [brace] of text.replace(/\\[{}]/g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) throw new Error('a brace too many');
  }
  if (depth !== 0) throw new Error('a brace is not closed');
  return text.split(/^@/m).length - 1;
}

describe('what is said, is said everywhere', () => {
  const all = (sample: Sample): ReadonlyMap<string, string> =>
    new Map(depositFiles.flatMap((f) => [[f.path, f.make(sampleDeposit(sample)) ?? ''] as const]));

  test('the DOI', () => {
    const without = ['CHANGES.md', 'metadata/invenio-upload.json', 'metadata/dataverse.json'];
    for (const [path, text] of all({ doi })) {
      if (!path.startsWith('reports/') && !without.includes(path)) expect(text, path).toContain(doi);
    }
  });

  test('without a DOI, DataCite gets its own value for one to come', () => {
    expect(make('metadata/datacite.xml', sampleDeposit())).toContain('(:tba)');
  });

  test('that a document is not valid', () => {
    const texts = all(samples['not valid'] as Sample);
    for (const path of [
      'metadata/datacite.xml',
      'metadata/datacite.json',
      'metadata/invenio-draft.json',
      'metadata/dataverse.json',
    ]) {
      expect(texts.get(path), path).toContain('did not pass every check');
    }
    expect(texts.get('reports/validation.txt')).toContain('NOT VALID');
    expect(texts.get('reports/ledger-of-fidelity.csv')).toMatch(/,no,/);
  });

  test('that it follows another', () => {
    const texts = all(samples['a version that follows'] as Sample);
    for (const path of [
      'metadata/datacite.xml',
      'metadata/datacite.json',
      'metadata/invenio-draft.json',
      'metadata/arche.ttl',
      'metadata/dataverse.json',
    ]) {
      expect(texts.get(path), path).toContain('10.5072/cables.0');
    }
    expect(texts.get('CHANGES.md')).toContain('the title is now Negotiations (2nd Meeting) (it was Talks)');
    expect(texts.get('CHANGES.md')).toContain('1 document added, 1 document removed, 1 document changed');
  });

  test('Dataverse and ARCHE need a contact, and are left out without one', () => {
    const { contact: _, ...deposit } = sampleSettings.deposit ?? {};
    const texts = all({ settings: { ...sampleSettings, deposit } });
    expect([...texts].filter(([, text]) => text === '').map(([path]) => path)).toEqual([
      'CHANGES.md',
      'metadata/arche.ttl',
      'metadata/dataverse.json',
    ]);
  });

  test('senders are creators where the house rule wants it', () => {
    expect(json('metadata/datacite.json', sampleDeposit()).creators[0].name).toBe('Iriye, Aki');
    expect(json('metadata/datacite.json', sampleDeposit()).relatedItems[0].creators[0].name).toBe(
      'Ambassador Sato',
    );
  });
});

describe('schemas of those who made the format', () => {
  const names = Object.keys(samples);

  test.for(names)('CSL: %s', (name, context) => {
    expect(cslProblems(json('metadata/citation-csl.json', sampleDeposit(samples[name])), context)).toEqual(
      [],
    );
  });

  test.for(names)('Citation File Format 1.2.0: %s', (name, context) => {
    expect(cffProblems(citationData(sampleDeposit(samples[name])), context)).toEqual([]);
  });

  test.for(names)('Dataverse: %s', (name, context) => {
    const dataset = json('metadata/dataverse.json', sampleDeposit(samples[name]));
    expect(dataset.datasetVersion.metadataBlocks.citation.fields.length).toBeGreaterThan(8);
    expect(dataverseProblems(dataset, context)).toEqual([]);
  });

  test('Dataverse: a field and a term that its citation block does not have are seen', (context) => {
    const dataset = json('metadata/dataverse.json', sampleDeposit());
    const { fields } = dataset.datasetVersion.metadataBlocks.citation;
    fields.push({ typeName: 'colour', typeClass: 'primitive', multiple: false, value: 'red' });
    fields.find((f: { typeName: string }) => f.typeName === 'subject').value = ['Cables'];
    expect(dataverseProblems(dataset, context)).toEqual([
      'subject has no term Cables',
      'there is no field colour',
    ]);
  });

  test.for(names)('InvenioRDM record 6.0.0: %s', (name, context) => {
    expect(
      invenioProblems(json('metadata/invenio-draft.json', sampleDeposit(samples[name])), context),
    ).toEqual([]);
  });

  test('InvenioRDM: what its code demands and its schema does not is seen', (context) => {
    const draft = json('metadata/invenio-draft.json', sampleDeposit());
    const { title: _, ...metadata } = draft.metadata;
    expect(invenioProblems({ ...draft, metadata }, context)).toEqual(['a title of three letters at least']);
  });

  test('KCWorks has its own fields, and no other repository is sent them', () => {
    const kcworks = json('metadata/invenio-draft.json', sampleDeposit(samples['fields of KCWorks']));
    expect(kcworks.custom_fields).toEqual({
      'kcr:submitter_username': 'airiye',
      'kcr:submitter_email': 'aki.iriye@example.org',
      'kcr:commons_domain': 'hcommons.org',
      'kcr:project_title': 'Cables',
      'kcr:publication_url': 'https://example.org/cables/',
      'kcr:user_defined_tags': ['diplomatic history', 'treaties'],
      'kcr:ai_usage': { ai_used: false },
    });
    expect(kcworks.metadata.subjects).toEqual([{ id: 'http://id.worldcat.org/fast/1710945' }]);
    expect(kcworks.metadata.creators[0].person_or_org.identifiers).toEqual([
      { scheme: 'kc_username', identifier: 'airiye' },
    ]);
    const other = json('metadata/invenio-draft.json', sampleDeposit());
    expect('custom_fields' in other).toBe(false);
    expect(JSON.stringify(other)).not.toMatch(/kcr:|kc_username|worldcat/);
  });

  test.for(['4.6', '4.7'])('DataCite %s', (version, context) => {
    const schema = shared(`fixtures/datacite/source/meta/kernel-${version}/metadata.xsd`, context);
    const folder = emptyFolder();
    const files = names.map((name, at) => {
      const path = join(folder, `${at}.xml`);
      writeFileSync(path, make('metadata/datacite.xml', sampleDeposit(samples[name])));
      return path;
    });
    try {
      execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    } catch {
      impossible('xmllint is not installed', context);
    }
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], { stdio: 'pipe' });
    const broken = join(folder, 'broken.xml');
    writeFileSync(
      broken,
      make('metadata/datacite.xml', sampleDeposit()).replace(/<titles>[\s\S]*<\/titles>/, ''),
    );
    expect(() =>
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, broken], { stdio: 'pipe' }),
    ).toThrow();
  });
});

test('ARCHE: each thing has what the ontology demands of its class, names are ASCII', () => {
  const deposit = sampleDeposit({ doi });
  const turtle = make('metadata/arche.ttl', deposit);
  const { problems, things } = archeProblems(turtle);
  expect(problems).toEqual([]);
  expect([...things.keys()].sort()).toEqual(Object.keys(demanded).sort());
  expect(things.get('Resource')).toBe(deposit.files.length);
  expect(archeProblems(turtle.replace(/\n *:hasCategory [^;]*;/, '')).problems).toHaveLength(1);
});

test('the title of a hostile edition arrives whole in XML', () => {
  const title = 'A <b> & "c" ]]> d';
  const xml = root(make('metadata/datacite.xml', sampleDeposit({ settings: { ...sampleSettings, title } })));
  const found = [...elementsOf(xml)].find((e) => e.name === 'title');
  expect(found && textOf(found)).toBe(title);
});

test.each([
  ['10.5072/abc', '10.5072/abc'],
  ['https://doi.org/10.5281/zenodo.1', '10.5281/zenodo.1'],
  ['doi:10.1234/x(y)', '10.1234/x(y)'],
  ['10.12/abc', undefined],
  ['10.5072/a b', undefined],
  ['zenodo.1', undefined],
])('%s as a DOI', (text, expected) => {
  expect(doiOf(text)).toBe(expected);
});
