/**
 * Every validator of others over real packages, folders that `chancery deposit` has made from editions with all formats
 * and an address; writes docs/verdicts.md:
 *
 *     CHANCERY_PACKAGES=DIR[:DIR …] CHANCERY_PYTHON=… npx vitest run --config test/campaigns/verdicts/vitest.config.ts
 *
 * CHANCERY_WITHOUT names judges that are not asked, parted by commas; CHANCERY_OAI_SCHEMA an OAI-PMH.xsd. A day is
 * written where SOURCE_DATE_EPOCH gives one. Five hundred documents take about an hour.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../helpers/command.ts';
import { Package } from './edition.ts';
import * as graphs from './graphs.ts';
import * as packages from './packages.ts';
import { cell, type Found, type Row } from './table.ts';

const npm = (name: string): string =>
  `${name} ${JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version}`;
const pip = (name: string): string => {
  const program = `import importlib.metadata as m; print(m.version('${name}'))`;
  return `${name} ${execFileSync(process.env.CHANCERY_PYTHON ?? 'python3', ['-c', program], { encoding: 'utf8' }).trim()}`;
};
const program = (command: string, ...args: readonly string[]): string => {
  const said = execFileSync('sh', ['-c', '"$@" 2>&1 || true', 'sh', command, ...args], { encoding: 'utf8' });
  return `${command} ${/(?<![\d\w])\d+(?:\.\d+)*/.exec(said)?.[0] ?? ''}`.trim();
};
const python =
  (check: string): Row['judge'] =>
  (p, context) =>
    packages.inPython(p, check, context);

const rows: readonly Row[] = [
  { output: 'graphs', by: npm('jsonld'), unit: 'graphs', judge: graphs.jsonldJs },
  { output: 'graphs', by: npm('jsonld-streaming-parser'), unit: 'graphs', judge: graphs.streamingParser },
  {
    output: 'graphs',
    by: `${pip('PyLD')} and ${pip('rdflib')}`,
    unit: 'graphs',
    judge: graphs.pyldAndRdflib,
  },
  { output: 'N-Quads and Turtle', by: npm('n3'), unit: 'files', judge: graphs.serialisations },
  { output: 'graphs, our SHACL shapes', by: npm('rdf-validate-shacl'), unit: 'graphs', judge: graphs.shapes },
  { output: 'graphs, our SHACL shapes', by: pip('pyshacl'), unit: 'graphs', judge: graphs.shapesInPython },
  {
    output: 'graphs',
    by: 'RiC-O 1.1 (OWL), schema.org 30 (lists)',
    unit: 'uses of terms',
    judge: graphs.terms,
  },
  { output: 'graphs', by: 'facts of the TEI headers', unit: 'facts', judge: graphs.roundTrip },
  {
    output: 'annotations',
    by: 'W3C test suite of 2017, 54 MUSTs',
    unit: 'verdicts',
    judge: graphs.annotations,
  },
  { output: 'annotations', by: 'the text they are on', unit: 'selectors', judge: graphs.selectors },
  { output: 'pages', by: npm('html-validate'), unit: 'pages', judge: packages.pages },
  { output: 'schema.org in pages', by: 'JSON', unit: 'pages', judge: packages.embedded },
  { output: 'crate', by: pip('roc-validator'), unit: 'crate', judge: python('rocrate-validator') },
  {
    output: 'crate',
    by: `${npm('jsonld')}, flattened and compacted`,
    unit: 'nodes',
    judge: packages.fixpoint,
  },
  { output: 'crate', by: 'every file listed with its size', unit: 'files', judge: packages.listed },
  { output: 'bag', by: pip('bagit'), unit: 'bag', judge: python('bagit') },
  { output: 'bag', by: program('sha512sum', '--version'), unit: 'files', judge: packages.sha512sum },
  { output: 'bag and crate', by: '`chancery verify`', unit: 'files', judge: packages.verify },
  {
    output: 'DataCite XML',
    by: `XSD 4.6, ${program('xmllint', '--version')}`,
    unit: 'file',
    judge: packages.datacite('4.6'),
  },
  {
    output: 'DataCite XML',
    by: `XSD 4.7, ${program('xmllint', '--version')}`,
    unit: 'file',
    judge: packages.datacite('4.7'),
  },
  {
    output: 'InvenioRDM draft',
    by: `record 6.0.0, ${npm('ajv')}, rules of its code`,
    unit: 'file',
    judge: packages.invenio,
  },
  {
    output: 'Dataverse',
    by: `dataset-schema and citation block, ${npm('ajv')}`,
    unit: 'file',
    judge: packages.dataverse,
  },
  {
    output: 'ARCHE',
    by: 'acdh-schema of June 2025, what each class must have',
    unit: 'things',
    judge: packages.arche,
  },
  { output: 'ARCHE', by: pip('rdflib'), unit: 'file', judge: python('rdflib') },
  {
    output: 'CITATION.cff',
    by: `CFF 1.2.0, ${pip('cffconvert')}`,
    unit: 'file',
    judge: python('cffconvert'),
  },
  { output: 'CSL-JSON', by: `csl-data.json, ${npm('ajv')}`, unit: 'files', judge: packages.csl },
  { output: 'BibTeX', by: pip('pybtex'), unit: 'file', judge: python('pybtex') },
  { output: 'RIS', by: pip('rispy'), unit: 'file', judge: python('rispy') },
  { output: 'CMIF', by: `CMIF 1.1 (RELAX NG), ${program('jing')}`, unit: 'file', judge: packages.cmif },
  {
    output: 'DTS',
    by: `JSON Schemas of DTS 1.0, ${npm('ajv')}; each template expanded`,
    unit: 'answers',
    judge: graphs.dts,
  },
  {
    output: 'OAI-PMH',
    by: `OAI-PMH.xsd, ${program('xmllint', '--version')}, as a gateway answers`,
    unit: 'records',
    judge: packages.oai,
  },
  {
    output: 'EPUB',
    by: program('java', '-jar', '/usr/bin/epubcheck', '--version').replace('java', 'epubcheck'),
    unit: 'books',
    judge: packages.epub,
  },
];

test('the verdicts', async (context) => {
  const {
    CHANCERY_PACKAGES: given = '',
    CHANCERY_WITHOUT: without = '',
    SOURCE_DATE_EPOCH: epoch,
  } = process.env;
  const all = given
    .split(':')
    .filter(Boolean)
    .map((bag) => new Package(bag));
  expect(all.length, 'CHANCERY_PACKAGES names the packages').toBeGreaterThan(0);
  const left = without.split(',').filter(Boolean);
  const problems: string[] = [];
  const lines: string[] = [];
  for (const { output, by, unit, judge } of rows) {
    const cells: string[] = [];
    for (const p of all) {
      const skipped = left.some((name) => by.includes(name));
      let found: Found;
      try {
        found = skipped ? { checked: 0, problems: [], note: 'not asked' } : await judge(p, context);
      } catch (error) {
        found = { checked: 0, problems: [`it failed: ${error}`] };
      }
      problems.push(...found.problems.slice(0, 20).map((what) => `${p.name}: ${output} by ${by}: ${what}`));
      cells.push(cell(found, unit));
      console.log(`${p.name}: ${output} by ${by}: ${cells.at(-1)}`);
    }
    lines.push(`| ${[output, by, ...cells].join(' | ')} |`);
    // Row by row: whoever ends it early keeps what was judged.
    write(all, lines, epoch);
  }
  expect(problems).toEqual([]);
});

/** Between the marks of the page. */
function write(all: readonly Package[], lines: readonly string[], epoch: string | undefined): void {
  const day =
    epoch === undefined ? '' : `On ${new Date(Number(epoch) * 1000).toISOString().slice(0, 10)}.\n\n`;
  const heads = all.map((p) => `\`${p.name}\`: ${p.documents.length} documents, ${p.paths.length} files`);
  const table = [
    `| output | judge | ${heads.join(' | ')} |`,
    `|${'---|'.repeat(2 + all.length)}`,
    ...lines,
  ].join('\n');
  const page = join(root, 'docs/verdicts.md');
  const marks = ['<!-- verdicts: begin -->', '<!-- verdicts: end -->'] as const;
  const [head = '', rest = ''] = readFileSync(page, 'utf8').split(marks[0]);
  const [, tail = ''] = rest.split(marks[1]);
  writeFileSync(page, `${head}${marks[0]}\n${day}${table}\n${marks[1]}${tail}`);
}
