/** A build does what has changed, keeps what is a person's, and leaves nothing half done. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../../src/batch/build.ts';
import { Memory } from '../../src/batch/memory.ts';
import { isUntouched, sealed } from '../../src/batch/seal.ts';
import type { Stages } from '../../src/batch/stages.ts';
import { built } from '../helpers/built.ts';
import { addFiles, contentsOf, emptyFolder, folderWith, namesIn, text } from '../helpers/folder.ts';
import { type Calls, simpleStages } from '../helpers/stages.ts';

const run = (project: string, calls?: Calls, more: Partial<BuildOptions> = {}) =>
  built({ project, stages: simpleStages(calls), ...more });

const three = { 'sources/a.txt': 'Alpha\n', 'sources/b.txt': 'Beta\n', 'sources/more/c.txt': 'Gamma\n' };

describe('what a build writes', () => {
  test('the paths that the design fixes', async () => {
    const project = folderWith(three);
    const outcome = await run(project);
    expect(outcome.done).toEqual(['a', 'b', 'more-c']);
    expect(namesIn(join(project, 'dist'))).toEqual([
      ...[
        'a/a.txt',
        'a/a.xml',
        'a/index.html',
        'b/b.txt',
        'b/b.xml',
        'b/index.html',
        'index.html',
        'manifest.json',
      ],
      ...['more-c/index.html', 'more-c/more-c.txt', 'more-c/more-c.xml', 'report.html', 'report.json'],
    ]);
    expect(namesIn(join(project, 'tei'))).toEqual(['a.xml', 'b.xml', 'more-c.xml']);
    expect(isUntouched(text(project, 'tei/a.xml'))).toBe(true);
    expect(text(project, 'dist/a/a.xml')).not.toContain('chancery-encoded');
  });

  test('a manifest that fits the files', async () => {
    const project = folderWith(three);
    await run(project);
    const files = contentsOf(join(project, 'dist'));
    const manifest = JSON.parse(text(project, 'dist/manifest.json'));
    const listed = Object.fromEntries(
      manifest.files.map((f: { path: string; sha256: string }) => [f.path, f.sha256]),
    );
    const { 'manifest.json': _, ...others } = files;
    expect(listed).toEqual(others);
    expect(manifest.files[0].madeFrom.map((f: { path: string }) => f.path)).toEqual([
      'sources/a.txt',
      'tei/a.xml',
    ]);
  });

  test('no trace of the time, the machine or the folder', async () => {
    const [one, two] = [folderWith(three), folderWith(three)];
    await run(one);
    await run(two);
    expect(contentsOf(join(one, 'dist'))).toEqual(contentsOf(join(two, 'dist')));
    expect(text(one, 'dist/report.json')).not.toContain(one);
  });
});

describe('incremental', () => {
  test('a second build does nothing and calls no stage', async () => {
    const project = folderWith(three);
    await run(project);
    const before = contentsOf(project);
    const calls = { encoded: [], published: [] };
    const outcome = await run(project, calls);
    expect(outcome.nothingToDo).toBe(true);
    expect(calls).toEqual({ encoded: [], published: [] });
    expect(contentsOf(project)['dist/manifest.json']).toEqual(before['dist/manifest.json']);
  });

  test('a third build, after stamps were renewed, does nothing either', async () => {
    const project = folderWith(three);
    for (let i = 0; i < 3; i++) await run(project);
    expect((await run(project)).nothingToDo).toBe(true);
  });

  test('only the changed document is done', async () => {
    const project = folderWith(three);
    await run(project);
    addFiles(project, { 'sources/b.txt': 'Beta, changed\n' });
    const calls = { encoded: [], published: [] };
    expect((await run(project, calls)).done).toEqual(['b']);
    expect(calls.encoded).toEqual(['sources/b.txt']);
    expect(text(project, 'dist/b/b.txt')).toContain('changed');
  });

  test('a change of the same length within the same moment is seen', async () => {
    const project = folderWith({ 'sources/a.txt': 'one' });
    await run(project);
    writeFileSync(join(project, 'sources/a.txt'), 'two');
    expect((await run(project)).done).toEqual(['a']);
  });

  test('files from the future are like any other: a change with the same size and time is seen', async () => {
    const project = folderWith(three);
    const later = new Date('2099-01-01');
    for (const path of Object.keys(three)) utimesSync(join(project, path), later, later);
    await run(project);
    expect((await run(project)).nothingToDo).toBe(true);
    addFiles(project, { 'sources/b.txt': 'Veta\n' });
    utimesSync(join(project, 'sources/b.txt'), later, later);
    expect((await run(project)).done).toEqual(['b']);
  });

  test('a touched but unchanged source is not done again', async () => {
    const project = folderWith(three);
    await run(project);
    utimesSync(join(project, 'sources/a.txt'), new Date(), new Date(Date.now() + 5000));
    expect((await run(project)).done).toEqual([]);
  });

  test('a file missing from dist/, or changed there, is made anew', async () => {
    const project = folderWith(three);
    await run(project);
    const before = contentsOf(join(project, 'dist'));
    rmSync(join(project, 'dist/a/a.txt'));
    addFiles(project, { 'dist/b/index.html': 'vandalised', 'dist/index.html': 'too' });
    expect((await run(project)).done).toEqual(['a', 'b']);
    expect(contentsOf(join(project, 'dist'))).toEqual(before);
  });

  test('settings and register count', async () => {
    const project = folderWith({ ...three, 'chancery.json': '{"title": "One"}' });
    await run(project);
    addFiles(project, { 'chancery.json': '{"title": "Two"}' });
    expect((await run(project)).done).toHaveLength(3);
    addFiles(project, { 'tei/register.xml': '<TEI/>' });
    expect((await run(project)).done).toHaveLength(3);
  });

  test('after a change of the register editions are made again only where TEI or findings differ', async () => {
    const project = folderWith({ ...three, 'tei/register.xml': '<TEI/>' });
    await run(project);
    const before = contentsOf(join(project, 'dist'));
    addFiles(project, { 'tei/register.xml': '<TEI n="2"/>', 'dist/b/b.txt': 'spoilt' });
    const calls: Calls = { encoded: [], published: [] };
    const simple = simpleStages(calls);
    const stages: Stages = {
      ...simple,
      // The new register is known in c.
      encodeSource: (source, context) => {
        const { tei, ...encoded } = simple.encodeSource(source, context);
        const content = String(tei.content).replace(
          '<p>',
          source.name.endsWith('c.txt') ? '<p n="2">' : '<p>',
        );
        return { ...encoded, tei: { ...tei, content } };
      },
    };
    expect((await built({ project, stages })).done).toEqual(['a', 'b', 'more-c']);
    expect(calls).toEqual({
      encoded: ['sources/a.txt', 'sources/b.txt', 'sources/more/c.txt'],
      published: ['tei/b.xml', 'tei/more-c.xml'],
    });
    const after = contentsOf(join(project, 'dist'));
    for (const path of ['a/a.txt', 'a/index.html', 'b/b.txt']) expect(after[path]).toBe(before[path]);
    rmSync(join(project, 'dist'), { recursive: true });
    rmSync(join(project, '.chancery'), { recursive: true });
    await built({ project, stages });
    expect(contentsOf(join(project, 'dist'))).toEqual(after);
  });

  test('without its memory a build gives the same bytes', async () => {
    const project = folderWith(three);
    await run(project);
    const before = contentsOf(join(project, 'dist'));
    rmSync(join(project, '.chancery'), { recursive: true });
    const outcome = await run(project);
    expect(outcome.done).toHaveLength(3);
    expect(contentsOf(join(project, 'dist'))).toEqual(before);
  });

  test('--force does all of it again', async () => {
    const project = folderWith(three);
    await run(project);
    expect((await run(project, undefined, { force: true })).done).toHaveLength(3);
  });
});

describe('documents that go', () => {
  test('their files leave dist/, other files there stay', async () => {
    const project = folderWith(three);
    await run(project);
    addFiles(project, { 'dist/mine.txt': 'mine', 'dist/b/notes.txt': 'mine too' });
    rmSync(join(project, 'sources/b.txt'));
    rmSync(join(project, 'tei/b.xml'));
    expect((await run(project)).removed).toEqual(['b']);
    expect(namesIn(join(project, 'dist/b'))).toEqual(['notes.txt']);
    expect(text(project, 'dist/mine.txt')).toBe('mine');
    expect(text(project, 'dist/index.html')).toBe('a\nmore-c');
  });

  test('also when the memory was lost: the manifest tells', async () => {
    const project = folderWith(three);
    await run(project);
    rmSync(join(project, '.chancery'), { recursive: true });
    rmSync(join(project, 'sources/b.txt'));
    rmSync(join(project, 'tei/b.xml'));
    await run(project);
    expect(existsSync(join(project, 'dist/b'))).toBe(false);
  });

  test('a manifest that names files outside dist/ moves nothing', async () => {
    const project = folderWith({ ...three, 'precious.txt': 'x' });
    addFiles(project, {
      'dist/manifest.json': '{"files":[{"path":"../precious.txt"},{"path":"/etc/hostname"}]}',
    });
    await run(project);
    expect(existsSync(join(project, 'precious.txt'))).toBe(true);
  });

  test('a format that is no longer wanted leaves dist/', async () => {
    const project = folderWith({ ...three, 'chancery.json': '{"formats": ["html", "text"]}' });
    await run(project);
    addFiles(project, { 'chancery.json': '{"formats": ["html"]}' });
    await run(project);
    expect(namesIn(join(project, 'dist/a'))).toEqual(['a.xml', 'index.html']);
  });
});

describe('a person’s TEI', () => {
  const edit = (project: string) => {
    const changed = text(project, 'tei/a.xml').replace('Alpha', '<persName>Alpha</persName>');
    addFiles(project, { 'tei/a.xml': changed });
    return changed;
  };

  test('is never overwritten, and is what is published', async () => {
    const project = folderWith(three);
    await run(project);
    const edited = edit(project);
    const outcome = await run(project);
    expect(outcome.done).toEqual(['a']);
    expect(text(project, 'tei/a.xml')).toBe(edited);
    expect(text(project, 'dist/a/a.xml')).toContain('<persName>');
    expect(outcome.findingsOf('a').map((f) => f.code)).toEqual(['build.edited']);
    expect(outcome.report.documents[0]?.difference).toContain(
      '-<p><persName>Alpha</persName></p>\n+<p>Alpha</p>',
    );
  });

  test('not by --force, nor when the source changes, nor when memory is lost', async () => {
    const project = folderWith(three);
    await run(project);
    const edited = edit(project);
    addFiles(project, { 'sources/a.txt': 'Alpha and Omega\n' });
    rmSync(join(project, '.chancery'), { recursive: true });
    await run(project, undefined, { force: true });
    expect(text(project, 'tei/a.xml')).toBe(edited);
  });

  test('a TEI of ours is encoded anew when the source changes', async () => {
    const project = folderWith(three);
    await run(project);
    addFiles(project, { 'sources/a.txt': 'Omega\n' });
    await run(project);
    expect(text(project, 'tei/a.xml')).toContain('Omega');
    expect(isUntouched(text(project, 'tei/a.xml'))).toBe(true);
  });

  test('a TEI without a source is a document too; the register and taxonomies are not', async () => {
    const tei = '<TEI><p>Only</p></TEI>\n';
    const project = folderWith({
      'tei/only.xml': tei,
      'tei/register.xml': '<TEI/>',
      'tei/taxonomies.xml': '<TEI/>',
    });
    const outcome = await run(project);
    expect(outcome.done).toEqual(['only']);
    expect(text(project, 'tei/only.xml')).toBe(tei);
    expect(text(project, 'dist/only/only.xml')).toBe(tei);
  });

  test('a TEI equal to what the encoder gives counts as ours, seal or no seal', async () => {
    const project = folderWith(three);
    await run(project);
    const bare = text(project, 'tei/a.xml').replace(/<\?chancery.*\n/, '');
    addFiles(project, { 'tei/a.xml': bare });
    const outcome = await run(project);
    expect(outcome.findingsOf('a')).toEqual([]);
    expect(text(project, 'tei/a.xml')).toBe(bare);
  });
});

describe('what goes wrong in one document', () => {
  test('stays there: the others are done', async () => {
    const project = folderWith({
      ...three,
      'sources/b.txt': 'CRASH',
      'sources/e.txt': '',
      'sources/f.bin': 'x',
    });
    const outcome = await run(project);
    expect(outcome.totals).toMatchObject({ documents: 5, published: 2, failed: 3 });
    expect(outcome.findingsOf('b')[0]).toMatchObject({ code: 'encode.internal', file: 'sources/b.txt' });
    expect(outcome.findingsOf('e')[0]).toMatchObject({ code: 'read.empty', file: 'sources/e.txt' });
    expect(outcome.findingsOf('f')[0]).toMatchObject({ code: 'read.format', file: 'sources/f.bin' });
    expect(text(project, 'dist/index.html')).toBe('a\nmore-c');
    expect(existsSync(join(project, 'dist/b'))).toBe(false);
  });

  test('also when it is a fault that nobody foresaw: told, not remembered, tried again', async () => {
    const project = folderWith(three);
    const stages = simpleStages();
    let brokenNow = true;
    const broken = {
      ...stages,
      checkResults: (...args: Parameters<typeof stages.checkResults>) => {
        if (brokenNow) throw new Error('a bug');
        return stages.checkResults(...args);
      },
    };
    const outcome = await built({ project, stages: broken });
    expect(outcome.totals).toMatchObject({ documents: 3, failed: 3, errors: 3 });
    expect(outcome.findingsOf('a')[0]?.message).toContain('a bug');
    brokenNow = false;
    expect((await build({ project, stages: broken })).totals).toMatchObject({
      documents: 3,
      failed: 0,
      errors: 0,
    });
  });

  test('is remembered: the next build does nothing, and still says so', async () => {
    const project = folderWith({ 'sources/b.txt': 'CRASH', 'sources/e.txt': '' });
    await run(project);
    const outcome = await run(project);
    expect(outcome.nothingToDo).toBe(true);
    expect(outcome.totals.failed).toBe(2);
  });

  test('an edition that became invalid leaves the site', async () => {
    const project = folderWith(three);
    await run(project);
    addFiles(project, { 'sources/a.txt': 'INVALID\n' });
    const outcome = await run(project);
    expect(outcome.totals.failed).toBe(1);
    expect(existsSync(join(project, 'dist/a'))).toBe(false);
    expect(text(project, 'dist/index.html')).toBe('b\nmore-c');
  });

  test('two sources with one id are both left out, and named', async () => {
    const project = folderWith({ 'sources/a b.txt': 'x', 'sources/a-b.txt': 'y', 'sources/c.txt': 'z' });
    const outcome = await run(project);
    expect(outcome.done).toEqual(['c']);
    expect(outcome.findings[0]).toMatchObject({ code: 'build.collision' });
    expect(outcome.findings[0]?.message).toContain('sources/a b.txt, sources/a-b.txt');
  });

  test('a source cannot take the place of the register', async () => {
    const project = folderWith({ 'sources/register.txt': 'x', 'tei/register.xml': '<TEI/>' });
    const outcome = await run(project);
    expect(outcome.findings[0]?.code).toBe('build.collision');
    expect(text(project, 'tei/register.xml')).toBe('<TEI/>');
  });
});

describe('cut short', () => {
  test('an interrupted build finishes the document in hand; the next one does the rest to the same bytes', async () => {
    const [project, other] = [folderWith(three), folderWith(three)];
    await run(other);
    const stop = new AbortController();
    const outcome = await run(project, undefined, {
      signal: stop.signal,
      onProgress: (event) => {
        if (event.type === 'document') stop.abort();
      },
    });
    expect(outcome).toMatchObject({ interrupted: true, done: ['a'] });
    expect(existsSync(join(project, 'dist/manifest.json'))).toBe(false);
    expect((await run(project)).done).toEqual(['b', 'more-c']);
    expect(contentsOf(join(project, 'dist'))).toEqual(contentsOf(join(other, 'dist')));
    expect(contentsOf(join(project, 'tei'))).toEqual(contentsOf(join(other, 'tei')));
  });

  test('a killed build is remembered; the next one mends, and removes temporary files', async () => {
    const [project, other] = [folderWith(three), folderWith(three)];
    await run(other);
    await run(project);
    // As if killed while b was being written.
    const memory = await Memory.open(join(project, '.chancery'));
    await memory.start('hash', {});
    await memory.begin('b');
    await memory.begin('more-c');
    await memory.close();
    addFiles(project, {
      'dist/b/index.html': 'half',
      'dist/b/.chancery-1-0-1.tmp': 'ha',
      'tei/.chancery-1-2-2.tmp': 'ha',
    });
    const outcome = await run(project);
    expect(outcome.done).toEqual(['b', 'more-c']);
    expect(outcome.reasons.get('b')).toBe('the last build was cut short in it');
    expect(contentsOf(join(project, 'dist'))).toEqual(contentsOf(join(other, 'dist')));
    expect(namesIn(project).filter((p) => p.endsWith('.tmp'))).toEqual([]);
  });

  test.each(['MANIFEST', 'log', 'CURRENT'])('a memory with a torn %s is no memory', async (part) => {
    const project = folderWith(three);
    await run(project);
    const before = contentsOf(join(project, 'dist'));
    for (const name of namesIn(join(project, '.chancery/memory'))) {
      const wanted = part === 'log' ? name.endsWith('.log') : name.startsWith(part);
      if (wanted) addFiles(project, { [`.chancery/memory/${name}`]: 'torn' });
    }
    await run(project);
    expect(contentsOf(join(project, 'dist'))).toEqual(before);
    expect((await run(project)).nothingToDo).toBe(true);
  });

  test('the lock of a dead build is taken over, that of a living one is not', async () => {
    const project = folderWith(three);
    const lock = (pid: number, born: string) =>
      JSON.stringify({ pid, host: hostname(), born, since: '2026-01-01' });
    addFiles(project, { '.chancery/lock': lock(process.pid, 'another life') });
    await run(project);
    addFiles(project, { '.chancery/lock': lock(process.ppid, bornOf(process.ppid)) });
    await expect(run(project)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('Another build'),
    });
    expect(existsSync(join(project, '.chancery/lock'))).toBe(true);
  });
});

describe('nothing outside the project is written', () => {
  test.each([
    ['a folder outside', '{"folders": {"sources": "sources", "tei": "tei", "dist": "../elsewhere"}}'],
    ['folders that overlap', '{"folders": {"sources": "sources", "tei": "sources/tei", "dist": "dist"}}'],
    ['the project itself', '{"folders": {"sources": "sources", "tei": "tei", "dist": "."}}'],
  ])('settings with %s are refused', async (_, settings) => {
    const project = folderWith({ ...three, 'chancery.json': settings });
    await expect(run(project)).rejects.toMatchObject({ exitCode: 2 });
  });

  test('a dist/ that is a link out of the project is refused', async () => {
    const project = folderWith(three);
    symlinkSync(emptyFolder(), join(project, 'dist'));
    await expect(run(project)).rejects.toMatchObject({ exitCode: 2 });
  });

  test('so is a folder in dist/ that is a link out of it', async () => {
    const project = folderWith(three);
    const outside = emptyFolder();
    mkdirSync(join(project, 'dist'));
    symlinkSync(outside, join(project, 'dist/b'));
    await expect(run(project)).rejects.toMatchObject({ exitCode: 2 });
    expect(namesIn(outside)).toEqual([]);
  });
});

describe('a part of the documents', () => {
  test('is built alone, the others stay', async () => {
    const project = folderWith(three);
    await run(project);
    addFiles(project, { 'sources/a.txt': 'A2', 'sources/b.txt': 'B2' });
    const outcome = await run(project, undefined, { only: [join(project, 'sources/a.txt')] });
    expect(outcome.done).toEqual(['a']);
    expect(text(project, 'dist/b/b.txt')).toContain('Beta');
    expect(outcome.totals.documents).toBe(3);
  });

  test('a folder stands for what is in it; a file that is not there is a finding', async () => {
    const project = folderWith(three);
    const only = [join(project, 'sources/more'), join(project, 'sources/none.txt')];
    const outcome = await run(project, undefined, { only });
    expect(outcome.done).toEqual(['more-c']);
    expect(outcome.findings[0]).toMatchObject({ code: 'read.missing', file: 'sources/none.txt' });
  });

  test('standard input is refused, with the way to do it', async () => {
    const project = folderWith(three);
    await expect(run(project, undefined, { only: ['-'] })).rejects.toMatchObject({
      exitCode: 2,
      fix: expect.stringContaining('chancery encode -'),
    });
  });

  test('a file outside the sources is refused', async () => {
    await expect(run(folderWith(three), undefined, { only: ['/etc/hostname'] })).rejects.toMatchObject({
      exitCode: 2,
    });
  });
});

test('the seal breaks with any change', () => {
  const xml = sealed('<TEI/>\n');
  expect(isUntouched(xml)).toBe(true);
  expect(sealed(xml)).toBe(xml);
  for (let at = 0; at < xml.length; at++) {
    expect(isUntouched(xml.slice(0, at) + xml.slice(at + 1)), `without character ${at}`).toBe(false);
  }
});

function bornOf(pid: number): string {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line.slice(line.lastIndexOf(')')).split(' ')[20] ?? '';
}
