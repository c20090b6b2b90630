/** What `verify` finds in packages: a changed byte anywhere, and everything that would do harm when unpacked. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BagEntry, bagOf, checkPackage, zip } from '../../src/deposit/index.ts';
import type { Finding } from '../../src/report.ts';
import { sampleDeposit } from '../helpers/deposit.ts';
import { addFiles, emptyFolder } from '../helpers/folder.ts';

const bag = bagOf(sampleDeposit());

function bagFolder(entries: readonly BagEntry[] = bag): string {
  const folder = emptyFolder();
  for (const { path, content } of entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content());
  }
  return folder;
}

function zipFile(entries: readonly BagEntry[]): string {
  const file = join(emptyFolder(), 'package.zip');
  writeFileSync(file, Buffer.concat([...zip(entries)]));
  return file;
}

const errorsIn = async (path: string): Promise<readonly Finding[]> =>
  (await checkPackage(path, 'package')).findings.filter((f) => f.severity === 'error');
const codesIn = async (path: string): Promise<readonly string[]> => [
  ...new Set((await errorsIn(path)).map((f) => f.code)),
];

describe('our own package', () => {
  test('is valid, as folder and as zip, at the root of the zip or in a folder', async () => {
    const folder = await checkPackage(bagFolder(), 'package');
    expect(folder).toMatchObject({ kind: 'bag with a crate', findings: [], files: bag.length });
    for (const prefix of ['', 'cables-1.0.0/']) {
      const zipped = zipFile(bag.map((e) => ({ ...e, path: prefix + e.path })));
      expect(await checkPackage(zipped, 'package')).toMatchObject({ kind: 'bag with a crate', findings: [] });
    }
  });

  test.each(['1.2', '1.3'] as const)('is valid with RO-Crate %s', async (crateVersion) => {
    expect(await errorsIn(bagFolder(bagOf(sampleDeposit({ crateVersion }))))).toEqual([]);
  });

  test('a byte that changes anywhere is found', async () => {
    const folder = bagFolder();
    const place = fc.record({ file: fc.nat(bag.length - 1), at: fc.nat(), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at, bit }) => {
        const entry = bag[file] as BagEntry;
        const bytes = Buffer.from(entry.content());
        const where = at % bytes.length;
        bytes[where] = (bytes[where] as number) ^ (1 << bit);
        writeFileSync(join(folder, entry.path), bytes);
        const errors = await errorsIn(folder);
        writeFileSync(join(folder, entry.path), entry.content());
        expect(errors.length, `${entry.path} at ${where}`).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('a file that is gone, and one that was added', async () => {
    const folder = bagFolder();
    rmSync(join(folder, 'data/tei/cable-1384.xml'));
    writeFileSync(join(folder, 'data/new.txt'), 'new');
    const errors = await errorsIn(folder);
    expect(errors.map((e) => e.message)).toContain('It lists data/tei/cable-1384.xml, which is not there');
    expect(errors.find((e) => e.code === 'bag.unlisted')?.file).toBe('package/data/new.txt');
    const missing = errors.find((e) => e.code === 'bag.missing');
    expect(missing?.file).toBe('package/manifest-sha512.txt');
    const line = readFileSync(join(folder, 'manifest-sha512.txt'), 'utf8').split('\n')[
      (missing?.position?.line ?? 0) - 1
    ];
    expect(line).toContain('data/tei/cable-1384.xml');
  });
});

const plainBag = (files: Readonly<Record<string, string>>): Record<string, string> => ({
  'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  'manifest-md5.txt': 'b1946ac92492d2347c6235b4d2611184  data/hello.txt\n',
  'data/hello.txt': 'hello\n',
  ...files,
});
const bagWith = (files: Readonly<Record<string, string>>): string => {
  const folder = emptyFolder();
  addFiles(folder, plainBag(files));
  return folder;
};

describe('bags of others', () => {
  test('a plain one is valid', async () => {
    expect(await checkPackage(bagWith({}), 'bag')).toMatchObject({ kind: 'bag', findings: [] });
  });

  test.each([
    ['md5', 'b1946ac92492d2347c6235b4d2611184'],
    ['sha1', 'f572d396fae9206628714fb2ce00f72e94f2258f'],
    ['sha224', '2d6d67d91d0badcdd06cbbba1fe11538a68a37ec9c2e26457ceff12b'],
    ['sha256', '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03'],
    [
      'sha384',
      '1d0f284efe3edea4b9ca3bd514fa134b17eae361ccc7a1eefeff801b9bd6604e01f21f6bf249ef030599f0c218f2ba8c',
    ],
    [
      'sha512',
      'e7c22b994c59d9cf2b48e549b1e24666636045930d3da7c1acb299d1c3b7f931f94aae41edda2c2b207a36e10f8bcb8d45223e54878f5b316e7ce3b6bc019629',
    ],
    ['sha3-256', 'b314e28493eae9dab57ac4f0c6d887bddbbeb810e900d818395ace558e96516d'],
    ['SHA-256', '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03'],
  ])('%s', async (algorithm, sum) => {
    const good = bagWith({ [`manifest-${algorithm}.txt`]: `${sum}  data/hello.txt\n` });
    expect(await errorsIn(good)).toEqual([]);
    const bad = bagWith({
      [`manifest-${algorithm}.txt`]: `${sum.replace(/^./, (c) => (c === '0' ? '1' : '0'))}  data/hello.txt\n`,
    });
    expect(await codesIn(bad)).toEqual(['bag.checksum']);
  });

  test.each([
    'data/../../outside.txt',
    '/etc/passwd',
    '~/x.txt',
    'C:\\Windows\\x.exe',
    '\\\\server\\share\\x',
    '%HOMEDRIVE%\\x',
    '$HOME/x',
    'bagit.txt',
    'data\\x.txt',
  ])('%s in a manifest and in fetch.txt is out of scope', async (path) => {
    const sum = 'b1946ac92492d2347c6235b4d2611184';
    expect(await codesIn(bagWith({ 'manifest-sha1.txt': `${sum}  ${path}\n` }))).toContain('bag.path');
    expect(await codesIn(bagWith({ 'fetch.txt': `https://example.org/x - ${path}\n` }))).toContain(
      'bag.path',
    );
  });

  test('what fetch.txt promises is not fetched, and missing', async () => {
    const folder = bagWith({
      'fetch.txt': 'https://example.org/x 5 data/far.txt\n',
      'manifest-md5.txt':
        'b1946ac92492d2347c6235b4d2611184  data/hello.txt\nd41d8cd98f00b204e9800998ecf8427e  data/far.txt\n',
    });
    const errors = await errorsIn(folder);
    expect(errors.map((e) => [e.code, e.position?.line])).toEqual([['bag.fetch', 2]]);
    expect(errors[0]?.message).toContain('still to be fetched');
  });

  test('links are refused and never followed', async () => {
    const secret = join(emptyFolder(), 'secret.txt');
    writeFileSync(secret, 'hello\n');
    const folder = bagWith({});
    rmSync(join(folder, 'data/hello.txt'));
    symlinkSync(secret, join(folder, 'data/hello.txt'));
    expect(await codesIn(folder)).toEqual(expect.arrayContaining(['bag.link', 'bag.missing']));
    const linked = bagWith({});
    symlinkSync(dirname(secret), join(linked, 'data/folder'));
    expect(await codesIn(linked)).toEqual(['bag.link']);
  });

  test('names that meet on some system', async () => {
    const sum = 'b1946ac92492d2347c6235b4d2611184';
    const list = (a: string, b: string): string => `${sum}  data/${a}\n${sum}  data/${b}\n`;
    const meet = async (a: string, b: string): Promise<readonly string[]> => {
      const entries = Object.entries({
        ...plainBag({}),
        'manifest-md5.txt': `${sum}  data/hello.txt\n${list(a, b)}`,
        [`data/${a}`]: 'hello\n',
        [`data/${b}`]: 'hello\n',
      });
      const folder = emptyFolder();
      addFiles(folder, Object.fromEntries(entries));
      return codesIn(folder);
    };
    expect(await meet('Cable.txt', 'cable.txt')).toEqual(['bag.collision']);
    expect(await meet('Núñez.txt'.normalize('NFC'), 'Núñez.txt'.normalize('NFD'))).toEqual(['bag.collision']);
    expect(await meet('a.txt', 'b.txt')).toEqual([]);
  });

  test('percent-encoded line ends in paths (1.0)', async () => {
    const folder = bagWith({
      'manifest-md5.txt':
        'b1946ac92492d2347c6235b4d2611184  data/hello.txt\nb1946ac92492d2347c6235b4d2611184  data/100%25%0A.txt\n',
      'data/100%\n.txt': 'hello\n',
    });
    expect(await errorsIn(folder)).toEqual([]);
  });

  test('a manifest of bytes that are not in its encoding, and an algorithm nobody knows', async () => {
    const folder = bagWith({ 'manifest-whirlpool9.txt': 'aa  data/hello.txt\n' });
    writeFileSync(join(folder, 'bag-info.txt'), Buffer.from([0xff, 0xfe, 0xfd]));
    const messages = (await errorsIn(folder)).map((e) => e.message);
    expect(messages).toContain('It cannot be read: it is not UTF-8');
    expect(messages.some((m) => m.includes('whirlpool9 is not known'))).toBe(true);
  });

  test('never throws, whatever the tag files hold', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const name = fc.constantFrom(
      'bagit.txt',
      'manifest-md5.txt',
      'tagmanifest-sha1.txt',
      'bag-info.txt',
      'fetch.txt',
    );
    await fc.assert(
      fc.asyncProperty(name, text, async (file, content) => {
        const folder = bagWith({});
        writeFileSync(join(folder, file), content);
        await checkPackage(folder, 'bag');
      }),
      { numRuns: 60 },
    );
  });
});

/** Our writer takes any name: that is how a zip of a stranger is made. */
const hello = (path: string): BagEntry => ({ path, content: () => Buffer.from('hello\n') });

describe('zips of others', () => {
  test.each(['../evil.txt', 'bag/../../evil.txt', '/etc/evil', 'C:/evil', '..\\evil.txt'])(
    '%s',
    async (path) => {
      const entries = Object.entries(plainBag({})).map(([p, text]) => ({
        path: p,
        content: () => Buffer.from(text),
      }));
      expect(await codesIn(zipFile([...entries, hello(path)]))).toContain('zip.entry');
    },
  );

  test('two files of one name', async () => {
    expect(await codesIn(zipFile([hello('data/a.txt'), hello('data/a.txt')]))).toContain('zip.entry');
  });

  test('a link', async () => {
    const entries = Object.entries(plainBag({})).map(([p, text]) => ({
      path: p,
      content: () => Buffer.from(text),
    }));
    const file = zipFile(entries);
    const bytes = readFileSync(file);
    const at = bytes.lastIndexOf('data/hello.txt') - 46;
    bytes.writeUInt32LE((0o120777 << 16) >>> 0, at + 38);
    writeFileSync(file, bytes);
    expect(await codesIn(file)).toContain('bag.link');
  });

  test('a file that is no zip, one that is cut, one whose data are damaged', async () => {
    const file = join(emptyFolder(), 'x.zip');
    writeFileSync(file, 'no zip at all');
    expect(await codesIn(file)).toEqual(['zip.entry']);
    const whole = readFileSync(zipFile(bag));
    writeFileSync(file, whole.subarray(0, whole.length - 30));
    expect(await codesIn(file)).toEqual(['zip.entry']);
    const damaged = Buffer.from(whole);
    damaged.fill(0, 200, 260);
    writeFileSync(file, damaged);
    expect((await errorsIn(file)).length).toBeGreaterThan(0);
  });
});

describe('crates of others', () => {
  const context = 'https://w3id.org/ro/crate/1.1/context';
  const descriptor = {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
  };
  const root = {
    '@id': './',
    '@type': 'Dataset',
    name: 'A crate',
    description: 'Of somebody',
    license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    datePublished: '2020-01-02',
    hasPart: [{ '@id': 'hello.txt' }] as readonly object[],
  };
  const file = { '@id': 'hello.txt', '@type': 'File', contentSize: '6' };
  const crate = (
    graph: readonly object[],
    files: Record<string, string> = { 'hello.txt': 'hello\n' },
  ): string => {
    const folder = emptyFolder();
    addFiles(folder, {
      'ro-crate-metadata.json': JSON.stringify({ '@context': context, '@graph': graph }, null, 1),
      ...files,
    });
    return folder;
  };

  test('a sound one', async () => {
    expect(await checkPackage(crate([descriptor, root, file]), 'c')).toMatchObject({
      kind: 'crate',
      findings: [],
    });
  });

  test.each([
    ['no root', [descriptor], 'the root is missing'],
    ['no descriptor', [root, file], 'does not describe itself'],
    ['no licence', [descriptor, { ...root, license: undefined }, file], 'no license'],
    ['two dates', [descriptor, { ...root, datePublished: ['2020', '2021'] }, file], 'no datePublished'],
    [
      'an entity inside another',
      [descriptor, { ...root, author: { '@type': 'Person', name: 'A' } }, file],
      'by itself',
    ],
    ['one id twice', [descriptor, root, file, file], 'two entities'],
    ['a size that is wrong', [descriptor, root, { ...file, contentSize: 7 }], 'contentSize says 7'],
    ['a checksum that is wrong', [descriptor, root, { ...file, sha256: '0'.repeat(64) }], 'was changed'],
    ['a file that is not there', [descriptor, root, file, { '@id': 'b.txt', '@type': 'File' }], 'not there'],
    [
      'a file outside',
      [descriptor, root, { '@id': '../../etc/passwd', '@type': 'File' }],
      'outside the crate',
    ],
    [
      'a file outside, encoded',
      [descriptor, root, { '@id': '%2e%2e/x', '@type': 'File' }],
      'outside the crate',
    ],
    [
      'a part that is not described',
      [descriptor, { ...root, hasPart: [{ '@id': 'x' }] }, file],
      'not described',
    ],
  ])('%s', async (_, graph, words) => {
    const errors = await errorsIn(crate(graph));
    expect(errors.map((e) => e.message).join('\n')).toContain(words);
    expect(errors.every((e) => e.position !== undefined)).toBe(true);
  });

  test('JSON that is none is told with its line', async () => {
    const folder = emptyFolder();
    addFiles(folder, { 'ro-crate-metadata.json': '{\n "@graph": [}\n' });
    expect((await errorsIn(folder))[0]?.position?.line).toBe(2);
  });
});
