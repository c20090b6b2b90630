/**
 * Whatever happens to a project between builds, and however builds are cut short: what stands in dist/ and tei/
 * in the end is what a build without any memory makes of the same files, byte for byte.
 */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/batch/build.ts';
import type { Stages } from '../../src/batch/stages.ts';
import { emptyRegister } from '../../src/register.ts';
import { built } from '../helpers/built.ts';
import { addFiles, contentsOf, emptyFolder, folderWith } from '../helpers/folder.ts';
import { type Calls, listPart, simpleStages } from '../helpers/stages.ts';

/** Stages whose results tell of everything they were given: settings, register, style sheet. */
function tellingStages(calls?: Calls): Stages {
  const simple = simpleStages(calls);
  return {
    ...simple,
    readRegister: (xml) => ({ register: { ...emptyRegister, words: xml } as never, diagnostics: [] }),
    stylesheetsOf: async (root) => {
      const path = join(root, 'xslt/edition.xsl');
      return existsSync(path) ? { edition: { words: readFileSync(path, 'utf8') } } : undefined;
    },
    encodeSource: (source, context) => {
      const encoded = simple.encodeSource(source, context);
      const { words = '' } = context.register as unknown as { words?: string };
      const own = JSON.stringify(context.settings.documents[source.name] ?? '').replaceAll('<', '');
      const content = String(encoded.tei.content).replace('<p>', `<p n="${words.length} ${own.length}">`);
      return { ...encoded, tei: { ...encoded.tei, content } };
    },
    publishTei: (tei, formats, context, standsAs) => {
      const published = simple.publishTei(tei, formats, context, standsAs);
      const told = `${context.settings.title} ${JSON.stringify(context.stylesheets ?? {})}`;
      return {
        ...published,
        editions: published.editions.map((e) => ({ ...e, content: `${e.content}${told}` })),
      };
    },
    factsOf: (tei, id) => ({ id, length: tei.length }),
    siteParts: (context) => [listPart((f: { id: string }) => JSON.stringify(f), context.settings.title)],
  };
}

interface World {
  readonly project: string;
  readonly settings: Record<string, unknown>;
}

type Deed = (world: World) => unknown;

const name = fc.constantFrom('a', 'a-b', 'b', 'c', 'more/d', 'more/e');
const words = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'CRASH', 'INVALID', '', 'Omega\n\nOmega');
const source = name.map((n) => `sources/${n}.txt`);
const files = (project: string, folder: string): string[] => {
  const path = join(project, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};
const one = (list: readonly string[], at: number): string | undefined => list[at % Math.max(1, list.length)];
const number = fc.nat(1000);

const writeSettings = ({ project, settings }: World): void =>
  addFiles(project, { 'chancery.json': JSON.stringify(settings) });

/** What people and machines do to a project. */
const deed: fc.Arbitrary<readonly [string, Deed]> = fc.oneof(
  fc
    .tuple(source, words)
    .map(([path, text]): [string, Deed] => [
      `write ${path}`,
      ({ project }) => addFiles(project, { [path]: text }),
    ]),
  fc.array(words, { maxLength: 4 }).map((rows): [string, Deed] => [
    `a table of ${rows.length}`,
    ({ project }) =>
      addFiles(project, {
        'sources/table.jsonl': rows.map((text, i) => `${JSON.stringify({ id: `r${i}`, text })}\n`).join(''),
      }),
  ]),
  number.map((n): [string, Deed] => [
    'delete a source',
    ({ project }) => rmSync(one(files(project, 'sources'), n) ?? join(project, 'none'), { force: true }),
  ]),
  number.map((n): [string, Deed] => [
    'delete a TEI',
    ({ project }) => rmSync(one(files(project, 'tei'), n) ?? join(project, 'none'), { force: true }),
  ]),
  fc.tuple(number, name).map(([n, to]): [string, Deed] => [
    `rename a source to ${to}`,
    ({ project }) => {
      const from = one(files(project, 'sources'), n);
      if (from === undefined) return;
      addFiles(project, { 'sources/more/x': '' });
      rmSync(join(project, 'sources/more/x'));
      renameSync(from, join(project, `sources/${to}.txt`));
    },
  ]),
  fc.tuple(number, words).map(([n, text]): [string, Deed] => [
    'edit a TEI',
    ({ project }) => {
      const path = one(
        files(project, 'tei').filter((p) => !p.endsWith('register.xml')),
        n,
      );
      if (path !== undefined)
        addFiles(project, {
          [path.slice(project.length + 1)]: readFileSync(path, 'utf8').replace('</p>', `${text}<note/></p>`),
        });
    },
  ]),
  number.map((n): [string, Deed] => [
    'touch a source',
    ({ project }) => {
      const path = one(files(project, 'sources'), n);
      if (path !== undefined) utimesSync(path, n, n * 1e6);
    },
  ]),
  fc.tuple(number, words).map(([n, text]): [string, Deed] => [
    'spoil a file of dist/',
    ({ project }) => {
      const path = one(files(project, 'dist'), n);
      if (path !== undefined) addFiles(project, { [path.slice(project.length + 1)]: text });
    },
  ]),
  number.map((n): [string, Deed] => [
    'delete a file of dist/',
    ({ project }) => rmSync(one(files(project, 'dist'), n) ?? join(project, 'none'), { force: true }),
  ]),
  fc
    .option(words)
    .map((text): [string, Deed] => [
      'the register',
      ({ project }) =>
        text === null
          ? rmSync(join(project, 'tei/register.xml'), { force: true })
          : addFiles(project, { 'tei/register.xml': text }),
    ]),
  fc
    .option(words)
    .map((text): [string, Deed] => [
      'a style sheet',
      ({ project }) =>
        text === null
          ? rmSync(join(project, 'xslt'), { force: true, recursive: true })
          : addFiles(project, { 'xslt/edition.xsl': text }),
    ]),
  words.map((title): [string, Deed] => [
    'the title',
    (world) => {
      world.settings.title = title || 'None';
      writeSettings(world);
    },
  ]),
  fc.boolean().map((text): [string, Deed] => [
    'the formats',
    (world) => {
      world.settings.formats = text ? ['html', 'text'] : ['html'];
      writeSettings(world);
    },
  ]),
  fc.tuple(source, fc.constantFrom('en', 'ja', 'de')).map(([path, language]): [string, Deed] => [
    `language of ${path}`,
    (world) => {
      world.settings.documents = { [path]: { language: language === 'en' ? 'en' : `${language}-Latn` } };
      writeSettings(world);
    },
  ]),
  fc.constant<[string, Deed]>([
    'lose the memory',
    ({ project }) => rmSync(join(project, '.chancery'), { recursive: true, force: true }),
  ]),
  fc.constant<[string, Deed]>(['build', ({ project }) => build({ project, stages: tellingStages() })]),
  source.map((path): [string, Deed] => [
    `build ${path} only`,
    ({ project }) => build({ project, stages: tellingStages(), only: [join(project, path)] }),
  ]),
  fc.nat(3).map((after): [string, Deed] => [
    `a build that ends after ${after + 1}`,
    ({ project }) => {
      const stop = new AbortController();
      let done = 0;
      return build({
        project,
        stages: tellingStages(),
        signal: stop.signal,
        onProgress: (event) => {
          if (event.type === 'document' && done++ === after) stop.abort();
        },
      });
    },
  ]),
);

const result = (project: string) => ({
  dist: contentsOf(join(project, 'dist')),
  tei: contentsOf(join(project, 'tei')),
});

describe('a build after anything', () => {
  test('equals a clean build, and the one after it does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), async (deeds) => {
        const project = folderWith({
          'sources/a.txt': 'Alpha',
          'sources/b.txt': 'Beta',
          'chancery.json': '{}',
        });
        const world: World = { project, settings: {} };
        await build({ project, stages: tellingStages() });
        for (const [, act] of deeds) await act(world);
        await build({ project, stages: tellingStages() });

        const clean = emptyFolder();
        for (const part of ['sources', 'tei', 'xslt', 'chancery.json']) {
          if (existsSync(join(project, part)))
            cpSync(join(project, part), join(clean, part), { recursive: true });
        }
        await build({ project: clean, stages: tellingStages() });
        expect(result(project)).toEqual(result(clean));

        const calls: Calls = { encoded: [], published: [] };
        const last = await build({ project, stages: tellingStages(calls) });
        expect([last.nothingToDo, [...last.reasons], calls.encoded]).toEqual([true, [], []]);
      }),
      // Hundreds now and then: CHANCERY_RUNS=300 npx vitest run test/batch/incremental
      { numRuns: Number(process.env.CHANCERY_RUNS ?? 12) },
    );
  });
});

describe('--explain', () => {
  const three = { 'sources/a.txt': 'Alpha\n', 'sources/b.txt': 'Beta\n', 'sources/c.txt': 'Gamma\n' };
  const run = (project: string, dryRun = false) => built({ project, dryRun, stages: tellingStages() });

  test.each<[string, (project: string) => void, Record<string, string>]>([
    ['a source', (p) => addFiles(p, { 'sources/b.txt': 'B' }), { b: 'sources/b.txt has changed' }],
    ['a new source', (p) => addFiles(p, { 'sources/d.txt': 'D' }), { d: 'it is new' }],
    ['a TEI', (p) => addFiles(p, { 'tei/a.xml': '<TEI/>' }), { a: 'tei/a.xml has changed' }],
    ['a lost file', (p) => rmSync(join(p, 'dist/c/c.txt')), { c: 'dist/c/c.txt is gone' }],
    ['a spoilt file', (p) => addFiles(p, { 'dist/c/c.txt': '' }), { c: 'dist/c/c.txt has changed' }],
    ['a lost source', (p) => rmSync(join(p, 'sources/a.txt')), { a: 'sources/a.txt is gone' }],
    [
      'settings of one document',
      (p) => addFiles(p, { 'chancery.json': '{"documents": {"sources/b.txt": {"language": "ja-Latn"}}}' }),
      { b: 'its own settings have changed' },
    ],
    ['settings without effect', (p) => addFiles(p, { 'chancery.json': '{"limits": {"seconds": 7}}' }), {}],
  ])('%s', async (_, act, expected) => {
    const project = folderWith(three);
    await run(project);
    act(project);
    const before = contentsOf(join(project, 'dist'));
    expect(Object.fromEntries((await run(project, true)).reasons)).toEqual(expected);
    expect(contentsOf(join(project, 'dist'))).toEqual(before);
    const outcome = await run(project);
    expect(Object.fromEntries(outcome.reasons)).toEqual(expected);
    expect(outcome.done).toEqual(Object.keys(expected));
  });

  test.each([
    ['the title', { 'chancery.json': '{"title": "Two"}' }, 'the setting "title" has changed'],
    ['the register', { 'tei/register.xml': '<TEI/>' }, 'the register has changed'],
    ['a style sheet', { 'xslt/edition.xsl': '<x/>' }, 'the style sheet xslt/edition.xsl has changed'],
  ])('what every document depends on is named: %s', async (_, files, reason) => {
    const project = folderWith(three);
    await run(project);
    addFiles(project, files);
    expect(new Set((await run(project)).reasons.values())).toEqual(new Set([reason]));
  });
});
