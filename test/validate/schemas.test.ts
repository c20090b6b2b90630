/** Which schemas a document is held against, and what is said where one cannot be had. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/cli/check-file.ts';
import { checkFiles } from '../../src/cli/check-files.ts';
import { condensed } from '../../src/cli/condense.ts';
import type { ValidationSettings } from '../../src/settings.ts';
import { schemasNamed } from '../../src/validate/xml-model.ts';
import { addFiles, folderWith } from '../helpers/folder.ts';
import { context } from './context.ts';

const rng = 'http://relaxng.org/ns/structure/1.0';
const schNamespace = 'http://purl.oclc.org/dsdl/schematron';
const tei = 'http://www.tei-c.org/ns/1.0';
const model = (href: string, types = rng): string => `<?xml-model href="${href}" schematypens="${types}"?>`;
const rnc = `default namespace = "${tei}"\nstart = element TEI { attribute n { "1" | "2" }?, element p { text }* }`;
const sch = `<schema xmlns="${schNamespace}" queryBinding="xslt3"><ns prefix="t" uri="${tei}"/>
<pattern><rule context="t:p"><assert id="words" test="normalize-space()" role="warning">No words.</assert></rule></pattern></schema>`;

async function check(
  files: Readonly<Record<string, string>>,
  validation: ValidationSettings = {},
  options: CheckOptions = {},
  memory = false,
) {
  const root = folderWith({ 'm.rnc': rnc, 'r.sch': sch, ...files });
  if (memory) mkdirSync(join(root, '.chancery'));
  const settings = { ...context.settings, validation };
  const folders = { sources: root, tei: root, dist: root, memory: join(root, '.chancery') };
  const given = options.schema?.map((s) => join(root, s));
  const { findings } = await checkFiles(
    Object.keys(files)
      .filter((f) => f.endsWith('.xml'))
      .map((f) => join(root, f)),
    {
      context: { ...context, settings },
      project: { root, settings, ...folders },
      options: { ...options, ...(given ? { schema: given } : {}) },
      whole: false,
    },
  );
  return {
    root,
    said: findings.map(
      (f) =>
        `${f.severity} ${f.code} ${f.position?.line}:${f.position?.column} ${f.message}${f.rule === undefined ? '' : ` [${f.rule}]`}`,
    ),
  };
}

test('what a document names', () => {
  const xml = `<?xml version="1.0"?>\n<!-- ${model('no.rng')} -->\n${model('a&amp;b.rng')}<!DOCTYPE TEI>
${model('a.sch', schNamespace)}${model('x.xsd', 'http://www.w3.org/2001/XMLSchema')}<?xml-model href='b.rnc' type="application/relax-ng-compact-syntax" phase="p"?>
<TEI>${model('inside.rng')}</TEI>`;
  expect(
    schemasNamed(xml).map((m) => `${m.position.line} ${m.language} ${m.href} ${m.phase ?? ''}`.trim()),
  ).toEqual(['3 relaxng a&b.rng', '4 schematron a.sch', '4 other x.xsd', '4 relaxng b.rnc p']);
});

describe('schemas', () => {
  test('grammar and rules that the document names, in one report', async () => {
    const xml = `${model('m.rnc')}${model('r.sch', schNamespace)}\n<TEI xmlns="${tei}" n="3"><p/></TEI>`;
    const { said, root } = await check({ 'a.xml': xml }, {}, {}, true);
    expect(said).toEqual([
      expect.stringMatching(/^error tei\.schema 2:42 .*"n"/),
      'warning tei.rule 2:48 No words [words]',
    ]);
    expect(readdirSync(join(root, '.chancery/relaxng'))).toHaveLength(1);
    expect(readdirSync(join(root, '.chancery/schematron'))).toHaveLength(1);
  });

  test('the network is never asked; the catalogue is', async () => {
    const xml = `${model('https://example.org/tei/m.rnc')}\n<TEI xmlns="${tei}" n="3"/>`;
    const { said } = await check({ 'a.xml': xml });
    expect(said).toEqual([expect.stringMatching(/^warning schema\.unavailable 1:1 .*on the network/)]);
    for (const schemas of [
      { 'https://example.org/tei/m.rnc': 'm.rnc' },
      { 'https://example.org/tei/': '.' },
    ]) {
      expect((await check({ 'a.xml': xml }, { schemas })).said).toEqual([
        expect.stringMatching(/^error tei\.schema 2:42/),
      ]);
    }
  });

  test('one that is missing, one that is none, one in another language', async () => {
    const xml = `${model('none.rng')}${model('bad.rng')}${model('x.xsd', 'urn:x')}<TEI xmlns="${tei}"/>`;
    const { said } = await check({ 'a.xml': xml, 'bad.rng': '<nonsense/>' });
    expect(said.map((s) => s.replace(/ \d+:\d+/, ''))).toEqual([
      expect.stringMatching(/^error schema\.unavailable The schema none\.rng is not there/),
      expect.stringMatching(/^error schema\.unavailable The schema bad\.rng cannot be used/),
      expect.stringMatching(/^info schema\.unavailable The schema x\.xsd is in a language/),
    ]);
  });

  test('--schema in place of them; SVRL', async () => {
    const xml = `${model('none.rng')}<TEI xmlns="${tei}"><p/><q/></TEI>`;
    const svrl = join(folderWith({}), 'out.xml');
    const { said } = await check({ 'a.xml': xml }, {}, { schema: ['m.rnc', 'r.sch'], svrl });
    expect(said.map((s) => s.split(' ')[1])).toEqual(['tei.rule', 'tei.schema']);
    expect(existsSync(svrl)).toBe(true);
    await expect(check({ 'a.xml': xml }, {}, { schema: ['none.sch'] })).rejects.toThrow(/There is no schema/);
    await expect(check({ 'a.xml': xml }, {}, { schema: ['m.rnc'], svrl })).rejects.toThrow(
      /nothing to write as SVRL/,
    );
  });

  test('P4, no namespace, another root, a corpus', async () => {
    const files = {
      'p4.xml': '<!DOCTYPE TEI.2 SYSTEM "tei2.dtd" [<!ENTITY a "b">]><TEI.2/>',
      'none.xml': `${model('m.rnc')}<TEI/>`,
      'corpus.xml': `${model('m.rnc')}<teiCorpus xmlns="${tei}"/>`,
    };
    const { said } = await check(files);
    expect(said.join('\n')).toMatch(
      /TEI P4[\s\S]*<TEI> is in no namespace[\s\S]*tei\.schema 1:78 .*"teiCorpus"/,
    );
  });
});

test('ten of a kind are shown, the others counted', () => {
  const one = { code: 'tei.rule', severity: 'warning', file: 'a.xml' } as const;
  const many = Array.from({ length: 13 }, (_, n) => ({ ...one, rule: 'words', message: `Bad ${n}` }));
  const { shown, rest } = condensed([...many, { ...one, rule: 'b', message: 'Other' }]);
  expect(shown).toHaveLength(11);
  expect(rest).toEqual(['… and 3 more warnings [words] like «Bad 0», in a.xml; --all shows them.']);
});

test('a cached grammar is not used when a file it includes has changed', async () => {
  const include = 'include "part.rnc"';
  const part = (name: string): string => `start = element ${name} { empty }`;
  const { root, said } = await check(
    { 'a.xml': `${model('i.rnc')}<a/>`, 'i.rnc': include, 'part.rnc': part('a') },
    {},
    {},
    true,
  );
  expect(said).toEqual([]);
  addFiles(root, { 'part.rnc': part('b') });
  writeFileSync(join(root, 'a.xml'), `${model('i.rnc')}<a/>`);
  const settings = { ...context.settings };
  const { findings } = await checkFiles([join(root, 'a.xml')], {
    context,
    project: { root, settings, sources: root, tei: root, dist: root, memory: join(root, '.chancery') },
    options: {},
    whole: false,
  });
  expect(findings).toMatchObject([{ code: 'tei.schema' }]);
});
