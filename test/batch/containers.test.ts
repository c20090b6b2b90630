/** Tables and archives: each of their documents is one of the edition, read as a stream. */
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { containerOf, type Member, type MemberFault } from '../../src/batch/containers/index.ts';
import { built } from '../helpers/built.ts';
import { addFiles, contentsOf, emptyFolder, folderWith, text } from '../helpers/folder.ts';
import { type Calls, simpleStages } from '../helpers/stages.ts';

async function membersIn(name: string, content: string | Uint8Array, limit = 1000) {
  const path = join(emptyFolder(), name);
  writeFileSync(path, content);
  const members: Member[] = [];
  const faults: MemberFault[] = [];
  const options = { columns: {}, limit, fault: (fault: MemberFault) => faults.push(fault) };
  const read = await containerOf(name)?.load();
  for await (const member of read?.(path, options) ?? []) members.push(member);
  return { members: members.map((m) => [m.key, Buffer.from(m.bytes).toString('utf8')]), faults };
}

async function tarOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, content);
  archive.finalize();
  const parts: Buffer[] = [];
  for await (const part of archive) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const path = join(emptyFolder(), 'a.zip');
  await pipeline(archive.outputStream, createWriteStream(path));
  return readFileSync(path);
}

describe('the documents of', () => {
  test('JSON Lines: keys, blank lines, a mark, line ends of every kind, a line that is no JSON', async () => {
    const lines = '\ufeff{"id":"x","text":"A\u2028B"}\r\n\n{"text":"C"}\n{"id":"x","text":"D"}\nnot json';
    const { members, faults } = await membersIn('t.jsonl', lines);
    expect(members.map(([key]) => key)).toEqual(['x', '2', 'x-2', '4']);
    expect(members[0]?.[1]).toBe('{"id":"x","text":"A\u2028B"}');
    expect(faults).toEqual([]);
  });

  test('a line that is too long is told and left out', async () => {
    const { members, faults } = await membersIn('t.jsonl', `{"text":"${'x'.repeat(2000)}"}\n{"text":"b"}\n`);
    expect(members).toEqual([['1', '{"text":"b"}']]);
    expect(faults[0]).toMatchObject({ code: 'read.too-large', message: expect.stringContaining('line 1') });
  });

  test('a table: values over several lines, the column names before each', async () => {
    const { members } = await membersIn('t.csv', 'id,text\n7,"one\n""two"""\n8,three\n\n');
    expect(members).toEqual([
      ['7', 'id,text\n7,"one\n""two"""\n'],
      ['8', 'id,text\n8,three\n'],
    ]);
  });

  test('a table with a quotation mark that nothing closes', async () => {
    const { members, faults } = await membersIn('t.csv', 'id,text\n7,one\n8,"two\n9,three\n');
    expect(members.map(([key]) => key)).toEqual(['7']);
    expect(faults[0]).toMatchObject({ code: 'read.format', message: expect.stringContaining('line 3') });
  });

  test('a list in JSON; a single record is a document of its own', async () => {
    const { members } = await membersIn('t.json', '{"documents":[{"id":1,"text":"a"},{"id":2,"text":"b"}]}');
    expect(members.map(([key]) => key)).toEqual(['1', '2']);
    expect((await membersIn('t.json', '{"id":1,"text":"a"}')).members).toEqual([]);
  });

  test.each(['a.tar', 'a.tgz', 'a.zip'])('%s: files of formats we read; others are told', async (name) => {
    const files = { 'box/a.txt': 'Alpha', 'box/b.exe': 'x', '__MACOSX/a.txt': 'x', 'c.md': 'Gamma' };
    const archive = name === 'a.zip' ? await zipOf(files) : await tarOf(files);
    const { members, faults } = await membersIn(name, name === 'a.tgz' ? gzipSync(archive) : archive);
    expect(members).toEqual([
      ['box/a.txt', 'Alpha'],
      ['c.md', 'Gamma'],
    ]);
    expect(faults).toMatchObject([{ code: 'read.format', message: expect.stringContaining('b.exe') }]);
  });

  test('an archive with names that lead out, and one that holds more than it may', async () => {
    const { members, faults } = await membersIn(
      'a.tar',
      await tarOf({ '../../etc/a.txt': 'x', '/b.txt': 'x', 'c.txt': 'y'.repeat(2000), 'd.txt': 'Delta' }),
    );
    expect(members).toEqual([['d.txt', 'Delta']]);
    expect(faults.map((f) => f.code)).toEqual(['read.unreadable', 'read.unreadable', 'read.too-large']);
  });
});

describe('in a build', () => {
  const rows = (...texts: readonly string[]) =>
    texts.map((words, i) => `${JSON.stringify({ id: `r${i}`, text: words })}\n`).join('');
  const run = (project: string, calls?: Calls) => built({ project, stages: simpleStages(calls) });

  test('each record is a document, and only the changed one is done again', async () => {
    const project = folderWith({
      'sources/t.jsonl': rows('Alpha', 'Beta', 'Gamma'),
      'sources/u.txt': 'Upsilon',
    });
    expect((await run(project)).done).toEqual(['t-r0', 't-r1', 't-r2', 'u']);
    expect(text(project, 'dist/t-r1/t-r1.txt')).toContain('Beta');
    expect((await run(project)).nothingToDo).toBe(true);
    addFiles(project, { 'sources/t.jsonl': rows('Alpha', 'Changed', 'Gamma', 'Delta') });
    const calls: Calls = { encoded: [], published: [] };
    const outcome = await run(project, calls);
    expect(calls.encoded).toEqual(['sources/t.jsonl#r1', 'sources/t.jsonl#r3']);
    expect(outcome.reasons.get('t-r1')).toBe('sources/t.jsonl#r1 has changed');
    addFiles(project, { 'sources/t.jsonl': rows('Alpha', 'Changed') });
    await run(project);
    // A TEI that has lost its source stays: a person may have worked on it.
    expect((await run(project)).totals.documents).toBe(5);
  });

  test('a record that is no JSON, or has no text, is its own fault', async () => {
    const project = folderWith({ 'sources/t.jsonl': `${rows('Alpha')}{"id":\n{"id":"c","text":""}\n` });
    const outcome = await run(project);
    expect(outcome.totals).toMatchObject({ documents: 3, published: 1, failed: 2 });
    expect(outcome.findingsOf('t-2')[0]).toMatchObject({ code: 'json.syntax', file: 'sources/t.jsonl#2' });
    expect(outcome.findingsOf('t-c')[0]?.code).toBe('read.empty');
  });

  test('a zip gives the same as its files would', async () => {
    const files = { 'a.txt': 'Alpha', 'b.txt': 'Beta' };
    const zipped = folderWith({ 'sources/box.zip': await zipOf(files) });
    const loose = folderWith({ 'sources/box/a.txt': 'Alpha', 'sources/box/b.txt': 'Beta' });
    await run(zipped);
    await run(loose);
    const names = (project: string) =>
      Object.keys(contentsOf(join(project, 'dist'))).filter((path) => path.includes('/'));
    expect(names(zipped)).toEqual(names(loose));
    expect(text(zipped, 'dist/box-a/box-a.txt')).toBe(text(loose, 'dist/box-a/box-a.txt'));
  });

  test('a broken archive is told, and the rest is built', async () => {
    const project = folderWith({ 'sources/box.zip': 'no zip', 'sources/a.txt': 'Alpha' });
    const outcome = await run(project);
    expect(outcome.done).toEqual(['a']);
    expect(outcome.findings[0]).toMatchObject({ code: 'read.unreadable', file: 'sources/box.zip' });
  });

  test('patterns choose among files and records', async () => {
    const project = folderWith({
      'sources/x/a.txt': 'A',
      'sources/y/a.txt': 'B',
      'sources/t.jsonl': rows('1', '2'),
    });
    const only = (pattern: string) =>
      built({ project, dryRun: true, stages: simpleStages(), only: [join(project, pattern)] });
    expect([...(await only('sources/*/a.txt')).reasons.keys()]).toEqual(['x-a', 'y-a']);
    expect([...(await only('sources/**/*.jsonl')).reasons.keys()]).toEqual(['t-r0', 't-r1']);
    expect([...(await only('sources/t.jsonl#r1')).reasons.keys()]).toEqual(['t-r1']);
  });
});
