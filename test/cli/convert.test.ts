/** `chancery convert` over folders, patterns, archives and standard input, as a process; and its tables. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { cable } from '../helpers/cable.ts';
import { chancery, root } from '../helpers/command.ts';
import { addFiles, contentsOf, emptyFolder, folderWith, namesIn, text } from '../helpers/folder.ts';
import { docxOf, wordParagraph } from '../helpers/office.ts';
import { needsPython, python } from '../helpers/python.ts';

const note = (day: number): string => `He left Tokyo on ${day} May 1961, and said that he would return.\n`;
const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A zip whose names are as they are given: fflate cleans none. */
const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, words]) => [path, utf8(words)])), {
    mtime: new Date(1980, 0, 1),
  });

/** The validator of the package csvw: types, required values, keys and what they refer to. */
const csvwValid = `import json, sys, warnings
warnings.simplefilter('ignore')
from csvw import CSVW
try:
    valid = CSVW(json.load(sys.stdin), validate=True).is_valid
except ValueError:
    valid = False
print(json.dumps(valid))`;

describe('what is converted', () => {
  test('a folder with its tree, a pattern, archives; one bad document stops no other', async () => {
    const cwd = folderWith({
      'papers/a.txt': note(5),
      'papers/1961/a.txt': note(6),
      'papers/1961/May/b.md': note(7),
      'papers/1961/records.csv': `id,text\n7,"${note(8).trim()}"\n8,"${note(9).trim()}"\n`,
      'papers/1961/bad.txt': new Uint8Array([0, 255, 0, 1, 2, 254]),
      'papers/1961/photo.png': 'x',
      'papers/box.zip': zipOf({ 'x/c.txt': note(10), 'y/c.txt': note(11), 'y/readme.log': 'x' }),
    });
    execFileSync('tar', ['czf', 'old.tar.gz', '-C', 'papers', '1961/May'], { cwd });
    const { code, stdout } = await chancery(['convert', 'papers', '--to', 'tei,markdown', '-o', 'out'], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/papers\/1961\/bad\.txt: error: .*\[read\.binary\]/);
    expect(stdout).toMatch(/papers\/1961\/photo\.png: warning: .*\[read\.format\]/);
    expect(stdout).toMatch(/papers\/box\.zip: warning: .*readme\.log.*\[read\.format\]/);
    expect(namesIn(join(cwd, 'out'))).toEqual(
      [
        'a/a',
        '1961/1961-a/1961-a',
        '1961/May/1961-may-b/1961-may-b',
        '1961/1961-records-7/1961-records-7',
        '1961/1961-records-8/1961-records-8',
        'box/x/box-x-c/box-x-c',
        'box/y/box-y-c/box-y-c',
      ]
        .flatMap((path) => [`${path}.md`, `${path}.xml`])
        .sort(),
    );
    // The same TEI as a build of the same folder gives: its name of the source, its id.
    expect(text(cwd, 'out/1961/1961-a/1961-a.xml')).toContain('<title level="u">sources/1961/a.txt</title>');
    const some = await chancery(
      ['convert', 'papers/**/[ab].md', 'papers/*/a.txt', 'old.tar.gz', '--to', 'tei', '-o', 'some'],
      { cwd },
    );
    expect([some.code, namesIn(join(cwd, 'some'))]).toEqual([
      1,
      ['1961/1961-a/1961-a.xml', 'old/1961/May/old-1961-may-b/old-1961-may-b.xml'],
    ]);
    expect(some.stdout).toContain('papers/**/[ab].md: error: No file has such a name');
  });

  test('the same bytes from any place, in any order and time zone', async () => {
    const files = { 'in/b/c.txt': note(6), 'in/a.txt': note(5), 'in/cable.txt': cable };
    const [one, two] = [folderWith(files), emptyFolder()];
    addFiles(two, Object.fromEntries(Object.entries(files).reverse()));
    const results = await Promise.all(
      [
        { folder: one, name: 'in', TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' },
        { folder: two, name: join(two, 'in'), TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8' },
      ].map(async ({ folder, name, ...env }) => {
        const args = ['convert', name, '--to', 'html,csv,parquet', '-o', 'out', '--quiet'];
        const { code, stderr } = await chancery(args, { cwd: folder, env });
        expect([code, stderr]).toEqual([0, '']);
        return contentsOf(join(folder, 'out'));
      }),
    );
    expect(Object.keys(results[0] ?? {})).toContain('tables/mentions.parquet');
    expect(results[0]).toEqual(results[1]);
  });

  test('standard input of any format, an archive too', async () => {
    const cwd = emptyFolder();
    const word = await chancery(['convert', '-', '--from', 'docx', '--to', 'markdown'], {
      cwd,
      input: docxOf(wordParagraph(note(5).trim())),
    });
    expect([word.code, word.stdout]).toEqual([0, expect.stringContaining('5 May 1961')]);
    const zip = await chancery(['convert', '-', '--from', 'zip', '--to', 'tei', '-o', 'out'], {
      cwd,
      input: zipOf({ 'x/c.txt': note(10), 'd.txt': note(11) }),
    });
    expect([zip.code, namesIn(join(cwd, 'out'))]).toEqual([
      0,
      ['input/input-d/input-d.xml', 'input/x/input-x-c/input-x-c.xml'],
    ]);
    for (const [args, words] of [
      [['-', '--from', 'odt', '--to', 'tei'], 'Nothing reads "odt"'],
      [['a.txt', '--from', 'text', '--to', 'tei'], '--from is for standard input'],
      [['-', '--to', 'csv'], 'is four tables'],
      [['-', '--to', 'odt'], 'There is no format "odt"'],
    ] as const) {
      const { code, stderr } = await chancery(['convert', ...args], { cwd, input: 'x' });
      expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
    }
  });

  test('no name leads out of the folder of the results', async () => {
    const cwd = folderWith({
      'in/slip.zip': zipOf({ 'good.txt': note(5), '../../evil.txt': note(6) }),
      'in/con/aux.txt': note(7),
    });
    // A tar with such names is made by hand: tar itself takes them off.
    const { pack } = await import('tar-stream');
    const archive = pack();
    archive.entry({ name: '../evil.txt' }, note(8));
    archive.entry({ name: '/evil.txt' }, note(8));
    archive.entry({ name: 'fine.txt' }, note(9));
    archive.finalize();
    const parts: Buffer[] = [];
    for await (const part of archive) parts.push(part as Buffer);
    addFiles(cwd, { 'in/slip.tar': Buffer.concat(parts) });
    const before = namesIn(cwd);
    const { code, stdout } = await chancery(['convert', 'in', '--to', 'tei', '-o', 'a/b/out'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/in\/slip\.tar: error: .*leads out of the archive/);
    expect(stdout).toMatch(/in\/slip\.zip: error: /);
    const made = namesIn(cwd).filter((name) => !before.includes(name));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((name) => !name.startsWith('a/b/out/') || name.includes('evil'))).toEqual([]);
    // A name that Windows reserves is written otherwise.
    expect(made).toContain('a/b/out/_con/con-aux/con-aux.xml');
  });
});

describe('tables', () => {
  test('say the same in each format, and what their metadata says of them', async (context) => {
    const cwd = folderWith({
      'in/cable.txt': cable,
      'in/note, with a “comma”.txt': `=1+1, "he" said.\n${note(5)}`,
    });
    const made = await chancery(['convert', 'in', '--to', 'csv,jsonl,parquet', '-o', 'out'], { cwd });
    expect(made.code, made.stdout + made.stderr).toBe(0);
    const folder = join(cwd, 'out/tables');
    const lines = (table: string) =>
      text(folder, `${table}.jsonl`)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const table of ['documents', 'utterances', 'mentions', 'dates']) {
      const bytes = readFileSync(join(folder, `${table}.parquet`));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      const plain = (v: unknown) => (v instanceof Date ? v.toISOString().slice(0, 10) : (v ?? null));
      const rows = (await parquetReadObjects({ file })).map((row) =>
        Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])),
      );
      expect(rows).toEqual(lines(table));
      expect(parquetSchema(parquetMetadata(file)).children.map((c) => c.element.name)).toEqual(
        Object.keys(lines(table)[0] ?? {}),
      );
    }
    // The cable is told as its page tells it.
    const [document] = lines('documents');
    expect(document).toMatchObject({
      document: 'cable',
      file: 'in/cable.txt',
      kind: 'Telegram',
      number: '1384',
      date: '1978-07-22T19:40:00+08:00',
      day: '1978-07-22',
      year: 1978,
      date_inferred: true,
      classification: 'Secret',
      utterances: lines('utterances').filter((u) => u.document === 'cable').length,
      mentions: lines('mentions').filter((u) => u.document === 'cable').length,
    });
    expect(lines('utterances').filter((u) => u.speaker === 'Han Nianlong').length).toBeGreaterThan(3);
    expect(lines('dates').find((d) => d.words === 'yesterday')).toMatchObject({
      value: '1978-07-21',
      relative: true,
      certainty: 'medium',
      rules: 'date.relative-day',
    });
    for (const row of lines('mentions')) expect(row.entity === null).toBe(row.name === null);
    const described = JSON.parse(text(folder, 'datapackage.json'));
    expect(described.resources.map((r: { path: string }) => r.path).sort()).toEqual(
      namesIn(folder).filter((name) => /\.(?:csv|jsonl|parquet)$/.test(name)),
    );
    needsPython(['csvw'], context);
    const valid = () => python<boolean>(csvwValid, join(folder, 'csv-metadata.json'));
    expect(valid()).toBe(true);
    // A year that is no number is found by it.
    addFiles(folder, { 'documents.csv': text(folder, 'documents.csv').replace(',1978,', ',soon,') });
    expect(valid()).toBe(false);
  });
});

test('docs/formats.md is linked from the help', async () => {
  const { stdout } = await chancery(['convert', '--help'], { cwd: root });
  expect(stdout).toContain('docs/formats.md');
});
