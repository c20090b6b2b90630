/** init, encode, transform, convert, validate, audit, verify as processes. */
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cable, cableName, projectWith } from '../helpers/cable.ts';
import { chancery } from '../helpers/command.ts';
import { addFiles, contentsOf, emptyFolder, folderWith, namesIn, text } from '../helpers/folder.ts';
import { impossible, shared } from '../helpers/shared.ts';

describe('init', () => {
  test('makes a project that builds', async () => {
    const folder = emptyFolder();
    const { code, stdout } = await chancery(['init', 'demo'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('cd demo && chancery build');
    const project = join(folder, 'demo');
    expect(namesIn(project)).toEqual([
      ...[
        '.gitignore',
        'README.md',
        'chancery.json',
        'schemas/chancery.rng',
        'schemas/chancery.sch',
        `sources/${cableName}.txt`,
        'tei/register.xml',
      ],
    ]);
    expect(JSON.parse(text(project, 'chancery.json')).$schema).toBe(
      './node_modules/chancery/schemas/chancery.schema.json',
    );
    const built = await chancery(['build'], { cwd: project });
    expect(built.code, built.stdout + built.stderr).toBe(0);
  });

  test('refuses a folder with something in it; --force adds, and overwrites nothing', async () => {
    const folder = folderWith({ 'README.md': 'mine', 'sources/own.txt': 'own' });
    const refused = await chancery(['init'], { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('is not empty');
    expect(namesIn(folder)).toEqual(['README.md', 'sources/own.txt']);
    expect((await chancery(['init', '--force'], { cwd: folder })).code).toBe(0);
    expect(text(folder, 'README.md')).toBe('mine');
    expect(namesIn(folder)).toContain('chancery.json');
  });

  test('refuses a file', async () => {
    const folder = folderWith({ demo: '' });
    expect((await chancery(['init', 'demo'], { cwd: folder })).code).toBe(2);
  });
});

describe('encode', () => {
  test('gives the same bytes to a folder and to standard output, and those of a build', async () => {
    const project = projectWith([cableName]);
    const source = `sources/${cableName}.txt`;
    const one = await chancery(['encode', source], { cwd: project });
    expect(one.code, one.stderr).toBe(0);
    await chancery(['encode', source, '-o', 'out'], { cwd: project });
    expect(text(project, `out/${cableName}.xml`)).toBe(one.stdout);
    await chancery(['build'], { cwd: project });
    expect(text(project, `tei/${cableName}.xml`)).toBe(one.stdout);
  });

  test('reads standard input', async () => {
    const { code, stdout } = await chancery(['encode', '-'], { cwd: emptyFolder(), input: cable });
    expect(code).toBe(0);
    expect(stdout).toContain('<TEI');
  });

  test('several sources want a folder', async () => {
    const project = projectWith(['a', 'b']);
    const { code, stdout, stderr } = await chancery(['encode', 'sources/a.txt', 'sources/b.txt'], {
      cwd: project,
    });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('-o DIR');
  });

  test('does not overwrite a person’s TEI', async () => {
    const project = projectWith(['a'], { 'tei/a.xml': '<TEI/>\n' });
    const { stdout } = await chancery(['encode', 'sources/a.txt', '-o', 'tei', '--force'], { cwd: project });
    expect(stdout).toContain('build.edited');
    expect(text(project, 'tei/a.xml')).toBe('<TEI/>\n');
  });
});

describe('transform and convert', () => {
  test('binds documents into one EPUB, by date; refuses to bind anything else', async () => {
    const project = projectWith([cableName], { 'sources/note.txt': 'A note.\n\nIts second paragraph.\n' });
    await chancery(['encode', 'sources/note.txt', `sources/${cableName}.txt`, '-o', 'tei'], { cwd: project });
    const files = ['tei/note.xml', `tei/${cableName}.xml`];
    const bound = await chancery(['transform', ...files, '--to', 'epub', '--as-one', '-o', 'out'], {
      cwd: project,
    });
    expect(bound.code, bound.stderr).toBe(0);
    expect(namesIn(join(project, 'out'))).toEqual(['edition.epub']);
    const parts = unzipSync(readFileSync(join(project, 'out/edition.epub')));
    expect(Object.keys(parts).filter((name) => /d\d+\.xhtml$/.test(name))).toHaveLength(2);
    expect(strFromU8(parts['EPUB/d2.xhtml'] as Uint8Array)).toContain('Vice Minister Han');
    const refused = await chancery(['transform', ...files, '--to', 'html', '--as-one', '-o', 'out'], {
      cwd: project,
    });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--to epub alone')]);
  });

  test('prints the page as PDF, the same bytes in every time zone; says what is missing where no browser is', async (context) => {
    const project = projectWith([cableName]);
    await chancery(['encode', `sources/${cableName}.txt`, '-o', 'tei'], { cwd: project });
    const print = (folder: string, env: Record<string, string>) =>
      chancery(['transform', `tei/${cableName}.xml`, '--to', 'pdf', '-o', folder], { cwd: project, env });
    const without = await print('none', { CHROME_PATH: '/nowhere/chromium' });
    expect([without.code, without.stderr]).toEqual([3, expect.stringContaining('CHROME_PATH')]);
    const first = await print('a', { TZ: 'UTC' });
    if (first.code === 3) impossible('there is no browser to print with', context);
    expect(first.code, first.stderr).toBe(0);
    await print('b', { TZ: 'Asia/Tokyo' });
    const [a, b] = ['a', 'b'].map((f) => readFileSync(join(project, f, cableName, `${cableName}.pdf`)));
    expect(a?.equals(b as Buffer)).toBe(true);
    expect(a?.toString('latin1')).toMatch(/^%PDF-1[\s\S]*\/MarkInfo/);
    expect(a?.toString('latin1')).not.toContain('file:///');
    expect(namesIn(join(project, 'a'))).toEqual([`${cableName}/${cableName}.pdf`]);
  }, 180_000);

  test('give the editions of a build', async () => {
    const project = projectWith([cableName]);
    await chancery(['build'], { cwd: project });
    const tei = `tei/${cableName}.xml`;
    const all = await chancery(['transform', tei, '--to', 'html,text,jsonld', '-o', 'out'], { cwd: project });
    expect(all.code, all.stdout + all.stderr).toBe(0);
    const built = contentsOf(join(project, 'dist'));
    for (const [path, hash] of Object.entries(contentsOf(join(project, 'out'))))
      expect(built[path], path).toBe(hash);
    const one = await chancery(['transform', tei, '--to', 'text'], { cwd: project });
    expect(one.stdout).toBe(text(project, `dist/${cableName}/${cableName}.txt`));
    const two = await chancery(['convert', `sources/${cableName}.txt`, '--to', 'jsonld'], { cwd: project });
    expect(two.stdout).toBe(text(project, `dist/${cableName}/${cableName}.jsonld`));
  });

  test('work without a project, from standard input to standard output', async () => {
    const { code, stdout, stderr } = await chancery(['convert', '-', '--to', 'text'], {
      cwd: emptyFolder(),
      input: cable,
    });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Han Nianlong');
  });

  test('a TEI with errors gives nothing but its findings', async () => {
    const folder = folderWith({ 'a.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>' });
    const { code, stdout, stderr } = await chancery(['transform', 'a.xml', '--to', 'html'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('a.xml:1:');
  });
});

describe('validate', () => {
  test('a folder, file by file', async () => {
    const project = projectWith(['a']);
    await chancery(['build'], { cwd: project });
    const good = await chancery(['validate', 'dist', 'tei', 'chancery.json'], { cwd: project });
    expect(good.code, good.stdout + good.stderr).toBe(0);
    expect(good.stdout).toMatch(/\d+ files checked: valid/);
    addFiles(project, { 'dist/a/a.jsonld': '{"@context": 1,,}' });
    const bad = await chancery(['validate', 'dist'], { cwd: project });
    expect(bad.code).toBe(1);
    expect(bad.stdout).toContain('dist/a/a.jsonld:1:16: error');
  });

  test('against a schema of one’s own', async (context) => {
    const schema = shared('schemas/tei_all.rng', context);
    const project = projectWith(['a']);
    await chancery(['encode', 'sources/a.txt', '-o', 'out'], { cwd: project });
    const { code, stdout, stderr } = await chancery(['validate', 'out/a.xml', '--schema', schema], {
      cwd: project,
    });
    expect(code, stdout + stderr).toBe(0);
  });

  test('a schema that is none', async () => {
    const folder = folderWith({ 'a.xml': '<a/>', 'b.rng': '<nonsense/>' });
    for (const name of ['b.rng', 'none.rng']) {
      expect((await chancery(['validate', 'a.xml', '--schema', name], { cwd: folder })).code).toBe(2);
    }
  });
});

describe('audit', () => {
  test('accounts for every character by class', async () => {
    const project = projectWith(['a']);
    await chancery(['encode', 'sources/a.txt', '-o', 'out'], { cwd: project });
    const { code, stdout } = await chancery(['audit', 'sources/a.txt', 'out/a.xml'], { cwd: project });
    expect(code).toBe(0);
    expect(stdout).toContain('Every character is accounted for.');
    expect(stdout).toMatch(/^ {2}total +10743$/m);
  });

  test('shows the place where a character is missing', async () => {
    const project = projectWith(['a']);
    await chancery(['encode', 'sources/a.txt', '-o', 'out'], { cwd: project });
    addFiles(project, { 'out/a.xml': text(project, 'out/a.xml').replace('hegemony', 'hegemoy') });
    const { code, stdout } = await chancery(['audit', 'sources/a.txt', 'out/a.xml'], { cwd: project });
    expect(code).toBe(1);
    expect(stdout).toMatch(/out\/a\.xml:\d+:\d+: error: .*audit\.text-differs/);
  });
});

describe('verify', () => {
  test('says what differs, is missing, is extra', async () => {
    const project = projectWith(['a', 'b']);
    await chancery(['build'], { cwd: project });
    expect(await chancery(['verify'], { cwd: project })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('As built'),
    });
    addFiles(project, { 'dist/a/a.txt': 'x', 'dist/extra.txt': 'x' });
    rmSync(join(project, 'dist/b/index.html'));
    const { code, stdout } = await chancery(['verify', 'dist'], { cwd: project });
    expect(code).toBe(1);
    expect(stdout).toContain('dist/a/a.txt: differs');
    expect(stdout).toContain('dist/b/index.html: missing');
    expect(stdout).toContain('dist/extra.txt: extra');
    expect((await chancery(['build'], { cwd: project })).code).toBe(0);
    rmSync(join(project, 'dist/extra.txt'));
    expect((await chancery(['verify'], { cwd: project })).code).toBe(0);
  });

  test('a folder without a manifest, and a manifest that points outside', async () => {
    expect((await chancery(['verify', '.'], { cwd: emptyFolder() })).code).toBe(2);
    const files = [{ path: '../x', sha256: '0'.repeat(64), bytes: 0 }];
    const folder = folderWith({ 'manifest.json': JSON.stringify({ files }) });
    expect((await chancery(['verify', '.'], { cwd: folder })).code).toBe(2);
  });
});

test('files are made with the permissions a person expects', async () => {
  const project = projectWith(['a']);
  chmodSync(project, 0o755);
  await chancery(['build'], { cwd: project });
  const { statSync } = await import('node:fs');
  expect(statSync(join(project, 'dist/index.html')).mode & 0o777).toBe(0o666 & ~process.umask());
});
