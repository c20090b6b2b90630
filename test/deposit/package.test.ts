/** `chancery deposit` as an editor runs it: what is packed, refused, said; the same bytes wherever it runs. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { validate } from '../../src/validate/index.ts';
import { projectWith } from '../helpers/cable.ts';
import { chancery } from '../helpers/command.ts';
import { context } from '../helpers/document.ts';
import { addFiles, emptyFolder, namesIn, text } from '../helpers/folder.ts';

const settings = {
  title: 'Test edition',
  description: 'Two copies of a cable.',
  publisher: 'Institute',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  deposit: {
    name: 'test',
    date: '2026-11-24',
    creators: [{ family: 'Iriye', given: 'Aki' }],
    contact: { name: 'Aki Iriye', email: 'aki@example.org' },
    sources: true,
  },
};
const project = (over: object = {}, names: readonly string[] = ['cable-a', 'cable-b']): string =>
  projectWith(names, { 'chancery.json': JSON.stringify({ ...settings, ...over }) });

/** What is built already, with the times of its files, so that it need not be built again. */
function copyOfBuilt(): string {
  const copy = emptyFolder();
  execFileSync('cp', ['-a', `${folder}/.`, copy]);
  execFileSync('rm', ['-rf', join(copy, 'deposit')]);
  return copy;
}

const sha512 = (file: string): string => createHash('sha512').update(readFileSync(file)).digest('hex');
const json = (folder: string, path: string) => JSON.parse(text(folder, path));

/** One build for the tests that only look; the folder lives as long as the file. */
let folder = '';
let packed = '';
beforeAll(async () => {
  folder = join(emptyFolder(), '..', `chancery-deposit-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const made = project();
  execFileSync('cp', ['-r', `${made}/.`, folder]);
  const { code, stderr, stdout } = await chancery(['deposit'], { cwd: folder });
  if (code !== 0) throw new Error(stderr + stdout);
  packed = join(folder, 'deposit/test-1.0.0');
  return () => execFileSync('rm', ['-rf', folder]);
});

describe('the package of an edition', () => {
  test('has all that the guide promises', () => {
    const names = namesIn(packed);
    for (const name of [
      'bagit.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha512.txt',
      'data/README.md',
      'data/CITATION.cff',
      'data/chancery.json',
      'data/ro-crate-metadata.json',
      'data/ro-crate-preview.html',
      'data/tei/cable-a.xml',
      'data/tei/register.xml',
      'data/sources/cable-b.txt',
      'data/edition/index.html',
      'data/edition/manifest.json',
      'data/edition/report.html',
      'data/edition/cable-a/index.html',
      'data/schemas/chancery.rng',
      'data/schemas/chancery.odd',
      'data/stylesheets/edition.xsl',
      'data/reports/ledger-of-fidelity.csv',
      'data/metadata/datacite.xml',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.every((n) => /^[A-Za-z0-9._/-]+$/.test(n))).toBe(true);
  });

  test('is valid for verify, and for sha512sum; a byte that changes is found by both', async () => {
    expect(await chancery(['verify', packed])).toMatchObject({ code: 0 });
    const sums = () =>
      execFileSync('sha512sum', ['-c', '--quiet', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'], {
        cwd: packed,
        stdio: 'pipe',
      });
    expect(sums).not.toThrow();
    const page = join(packed, 'data/edition/cable-a/index.html');
    const before = readFileSync(page);
    writeFileSync(page, Buffer.concat([before.subarray(0, 50), Buffer.from('x'), before.subarray(51)]));
    expect(sums).toThrow();
    const { code, stdout } = await chancery(['verify', packed]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /manifest-sha512\.txt:\d+:1: error: data\/edition\/cable-a\/index\.html was changed/,
    );
    writeFileSync(page, before);
  });

  test('its pages are sound HTML, and every link in them leads to a file', () => {
    for (const path of ['ro-crate-preview.html', 'edition/index.html', 'edition/cable-a/index.html']) {
      const html = text(packed, `data/${path}`);
      const found = validate({ path, mediaType: 'text/html', content: html }, context);
      expect(found.filter((f) => f.severity === 'error')).toEqual([]);
      const at = join(packed, 'data', path, '..');
      for (const [, target = ''] of html.matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)) {
        if (!/^[a-z]+:/.test(target))
          expect(existsSync(join(at, decodeURI(target))), `${path}: ${target}`).toBe(true);
      }
    }
    expect(text(packed, 'data/ro-crate-preview.html')).not.toMatch(
      /<script|https?:\/\/(?!creativecommons\.org)/,
    );
  });

  test('the ledger has every document with every character', () => {
    const { totals, documents } = json(packed, 'data/reports/ledger-of-fidelity.json');
    expect(totals).toMatchObject({ documents: 2, complete: 2, invalid: 0 });
    expect(totals.characters).toBe(totals.charactersAccounted);
    for (const d of documents) {
      const sum = Object.values(d.classes as Record<string, number>).reduce((a, b) => a + b, 0);
      expect(sum).toBe(d.characters);
      expect(d.sourceSha256).toBe(
        createHash('sha256')
          .update(readFileSync(join(packed, 'data', d.source)))
          .digest('hex'),
      );
    }
  });

  test('is never overwritten, unless told to', async () => {
    const again = await chancery(['deposit'], { cwd: folder });
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain('is already there');
    expect(await chancery(['deposit', '--force'], { cwd: folder })).toMatchObject({ code: 0 });
  });
});

describe('a part of an edition', () => {
  test('one document, with a page of contents that knows no other', async () => {
    const out = emptyFolder();
    const { code } = await chancery(['deposit', 'cable-b', '-o', out, '--doi', 'doi:10.5072/b'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    const one = join(out, 'cable-b-1.0.0');
    expect(namesIn(one).some((n) => n.includes('cable-a'))).toBe(false);
    expect(text(one, 'data/edition/index.html')).not.toContain('cable-a');
    expect(await chancery(['verify', one])).toMatchObject({ code: 0 });
    // The DOI of the document is in its TEI and in what is made of it; the project is as it was.
    expect(text(one, 'data/tei/cable-b.xml')).toContain('<idno type="DOI">10.5072/b</idno>');
    expect(text(one, 'data/edition/cable-b/cable-b.xml')).toContain('<idno type="DOI">10.5072/b</idno>');
    expect(text(one, 'data/edition/cable-b/index.html')).toContain('name="citation_doi" content="10.5072/b"');
    expect(text(folder, 'tei/cable-b.xml')).not.toContain('DOI');
    const listed = json(one, 'data/edition/manifest.json').files;
    for (const { path, sha256 } of listed) {
      const bytes = readFileSync(join(one, 'data/edition', path));
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sha256);
    }
    expect(json(one, 'data/metadata/invenio-draft.json').pids.doi.identifier).toBe('10.5072/b');
  });

  test('every document by itself', async () => {
    const out = emptyFolder();
    expect(await chancery(['deposit', '--each', '--zip', '-o', out], { cwd: folder })).toMatchObject({
      code: 0,
    });
    expect(namesIn(out)).toEqual([
      'cable-a-1.0.0.zip',
      'cable-a-1.0.0.zip.sha512',
      'cable-b-1.0.0.zip',
      'cable-b-1.0.0.zip.sha512',
    ]);
    execFileSync('sha512sum', ['-c', '--quiet', 'cable-a-1.0.0.zip.sha512'], { cwd: out });
  });

  test.each([
    [['cable-x'], 'The edition has no document "cable-x"'],
    [['cable-a', '--all'], '--all asks for every one'],
    [['--doi', 'abc'], '"abc" is no DOI'],
    [['--each', '--doi', '10.5072/a'], 'A DOI belongs to one package'],
    [['--previous', 'nowhere'], 'There is no'],
    [['--name', 'No Name'], 'small letters'],
  ])('deposit %j', async (args, words) => {
    const { code, stderr } = await chancery(['deposit', '-o', emptyFolder(), ...args], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

test('two folders, two time zones, two locales: the same zip', async () => {
  const places = [
    { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8' },
  ];
  const sums = await Promise.all(
    places.map(async (env) => {
      const out = emptyFolder();
      const { code } = await chancery(['deposit', '--zip', '-o', out], {
        cwd: project({}, ['cable-a']),
        env,
      });
      expect(code).toBe(0);
      return sha512(join(out, 'test-1.0.0.zip'));
    }),
  );
  expect(sums[0]).toBe(sums[1]);
});

test('what only a person knows is asked for, with the repositories that want it', async () => {
  const cwd = projectWith(['cable-a'], { 'chancery.json': '{"title": "Test edition"}' });
  const { code, stderr } = await chancery(['deposit'], { cwd });
  expect(code).toBe(2);
  for (const key of ['description', 'publisher', 'deposit.creators', 'licence', 'SOURCE_DATE_EPOCH']) {
    expect(stderr).toContain(
      `Give ${key}`.replace('Give SOURCE', 'or SOURCE').replace('or SOURCE', 'SOURCE'),
    );
  }
  expect(stderr).toContain('DataCite');
  expect(existsSync(join(cwd, 'deposit'))).toBe(false);
});

describe('a document that is not valid', () => {
  const broken = (): string => {
    const cwd = copyOfBuilt();
    const tei = text(cwd, 'tei/cable-a.xml');
    writeFileSync(join(cwd, 'tei/cable-a.xml'), tei.replace('</body>', '<nonsense/></body>'));
    return cwd;
  };

  test('stops the packing, unless told to; then the package says so', async () => {
    const cwd = broken();
    const refused = await chancery(['deposit'], { cwd });
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('The document cable-a does not pass its checks');
    expect(existsSync(join(cwd, 'deposit'))).toBe(false);
    const told = await chancery(['deposit', '--allow-invalid'], { cwd });
    expect(told.code).toBe(0);
    const made = join(cwd, 'deposit/test-1.0.0');
    expect(text(made, 'data/README.md')).toContain('did not pass every check');
    expect(text(made, 'data/ro-crate-preview.html')).toContain('Not valid.');
    expect(text(made, 'data/reports/validation.txt')).toContain('cable-a: NOT VALID');
    expect(text(made, 'data/ro-crate-metadata.json')).toContain('did not pass every check');
    expect(await chancery(['verify', made])).toMatchObject({ code: 0 });
  });
});

test('a new version says what has changed, from a folder or a zip; a damaged one is refused', async () => {
  const cwd = copyOfBuilt();
  const out = emptyFolder();
  await chancery(['deposit', '--zip', '-o', out, '--doi', '10.5072/one'], { cwd });
  const tei = text(cwd, 'tei/cable-a.xml');
  writeFileSync(
    join(cwd, 'tei/cable-a.xml'),
    tei
      .replace(/(<title type="main"[^>]*>)[^<]*/, '$1A better title')
      .replace('<resp>Translated by</resp>', '<resp>Translated by</resp>'),
  );
  addFiles(cwd, { 'sources/new.txt': 'A new document.\n' });
  writeFileSync(
    join(cwd, 'chancery.json'),
    JSON.stringify({ ...settings, deposit: { ...settings.deposit, version: '2.0.0' } }),
  );
  const old = join(out, 'test-1.0.0.zip');
  // The DOI of a package of several is in each of its documents, as that of the whole, and in what is made of them.
  const parts = Object.entries(unzipSync(readFileSync(old)));
  const part = (path: string) => strFromU8(parts.find(([name]) => name.endsWith(path))?.[1] as Uint8Array);
  for (const id of ['cable-a', 'cable-b']) {
    const header = `<title>Test edition</title>`;
    for (const path of [`data/tei/${id}.xml`, `data/edition/${id}/${id}.xml`]) {
      expect(part(path).replace(/>\s+</g, '><')).toContain(
        `<seriesStmt>${header}<idno type="DOI">10.5072/one</idno></seriesStmt>`,
      );
      expect(part(path)).not.toMatch(/<idno type="DOI">[^<]*<\/idno>\s*<\/publicationStmt>/);
    }
    expect(part(`${id}.jsonld`)).toContain('"schema:identifier": "10.5072/one"');
    expect(part(`edition/${id}/index.html`)).toContain('content="https://doi.org/10.5072/one"');
  }
  expect(text(cwd, 'tei/cable-a.xml')).not.toContain('seriesStmt');
  const made = await chancery(['deposit', '-o', out, '--previous', old, '--allow-invalid'], { cwd });
  expect(made.code).toBe(0);
  const changes = text(out, 'test-2.0.0/data/CHANGES.md');
  expect(changes).toContain('This package follows version 1.0.0 (https://doi.org/10.5072/one).');
  expect(changes).toContain('1 document added, 1 document changed, 1 document as before');
  expect(changes).toContain('the title is now A better title (it was Treaty of Peace');
  expect(text(out, 'test-2.0.0/data/metadata/datacite.xml')).toMatch(
    /relationType="IsNewVersionOf">10\.5072\/one</,
  );

  const bytes = readFileSync(old);
  bytes[400] = (bytes[400] as number) ^ 255;
  writeFileSync(old, bytes);
  const refused = await chancery(['deposit', '-o', emptyFolder(), '--previous', old, '--allow-invalid'], {
    cwd,
  });
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).toContain('cannot be the version before');
});

test('no link leads the writer out of its folder', async () => {
  const cwd = copyOfBuilt();
  const outside = emptyFolder();
  addFiles(outside, { 'test-1.0.0/mine.txt': 'mine' });
  const out = emptyFolder();
  symlinkSync(join(outside, 'test-1.0.0'), join(out, 'test-1.0.0'));
  expect(await chancery(['deposit', '-o', out], { cwd })).toMatchObject({ code: 2 });
  expect(await chancery(['deposit', '-o', out, '--force'], { cwd })).toMatchObject({ code: 0 });
  expect(namesIn(outside)).toEqual(['test-1.0.0/mine.txt']);
  expect(lstatSync(join(out, 'test-1.0.0')).isSymbolicLink()).toBe(false);
});
