/** Shards, built anywhere, merge to the bytes of one machine. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/batch/build.ts';
import { isIn, shardFrom } from '../../src/batch/shard.ts';
import { addFiles, contentsOf, emptyFolder, folderWith, text } from '../helpers/folder.ts';
import { type Calls, simpleStages } from '../helpers/stages.ts';

const sources = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [`sources/d${i}.txt`, `Telegram ${i}\n`]),
);
const files = { ...sources, 'sources/bad.txt': 'CRASH', 'sources/t.jsonl': '{"text":"a"}\n{"text":"b"}\n' };

const result = (project: string) => ({
  dist: contentsOf(join(project, 'dist')),
  tei: contentsOf(join(project, 'tei')),
});

async function onOneMachine() {
  const project = folderWith(files);
  await build({ project, stages: simpleStages() });
  return result(project);
}

const shards = (project: string, of: number, numbers: readonly number[]) =>
  Promise.all(numbers.map((number) => build({ project, stages: simpleStages(), shard: { number, of } })));

const merge = (project: string, folders: readonly string[] = [], calls?: Calls) =>
  build({ project, stages: simpleStages(calls), merge: folders });

describe('shards', () => {
  test('part the documents: each is in one', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `cable-${i}`);
    for (const id of ids) {
      const in_ = [1, 2, 3, 4, 5, 6, 7].filter((number) => isIn({ number, of: 7 }, id));
      expect(in_).toHaveLength(1);
    }
    expect(ids.filter((id) => isIn({ number: 3, of: 7 }, id)).length).toBeGreaterThan(100);
  });

  test.each(['0/4', '5/4', '3', 'a/b', '1/0'])('"%s" names none', (words) => {
    expect(() => shardFrom(words)).toThrow('names no shard');
  });

  test('at once in one folder, merged: the same bytes, and nothing is done twice', async () => {
    const project = folderWith(files);
    const outcomes = await shards(project, 3, [1, 2, 3]);
    expect(outcomes.flatMap((o) => o.done).sort()).toHaveLength(15);
    expect(existsSync(join(project, 'dist/manifest.json'))).toBe(false);
    const calls: Calls = { encoded: [], published: [] };
    await merge(project, [], calls);
    expect(calls.encoded).toEqual([]);
    expect(result(project)).toEqual(await onOneMachine());
    expect((await build({ project, stages: simpleStages() })).nothingToDo).toBe(true);
  });

  test('in copies of the project, merged into one of them', async () => {
    const copies = [folderWith(files), emptyFolder(), emptyFolder()];
    const [here = ''] = copies;
    for (const copy of copies.slice(1))
      cpSync(join(here, 'sources'), join(copy, 'sources'), { recursive: true });
    await Promise.all(copies.map((copy, i) => shards(copy, 3, [i + 1])));
    const calls: Calls = { encoded: [], published: [] };
    await merge(here, copies, calls);
    expect(calls.encoded).toEqual([]);
    expect(result(here)).toEqual(await onOneMachine());
  });

  test('a file that was spoilt on its way is not taken over, but made here', async () => {
    const [here, there] = [folderWith(files), folderWith(files)];
    await shards(there, 1, [1]);
    addFiles(there, { 'dist/d3/d3.txt': 'spoilt' });
    const calls: Calls = { encoded: [], published: [] };
    await merge(here, [there], calls);
    expect(calls.encoded).toEqual(['sources/d3.txt']);
    expect(result(here)).toEqual(await onOneMachine());
  });

  test('a TEI that a person has changed here is not replaced', async () => {
    const [here, there] = [folderWith({ ...files, 'tei/d3.xml': '<TEI>mine</TEI>' }), folderWith(files)];
    await shards(there, 1, [1]);
    await merge(here, [there]);
    expect(text(here, 'tei/d3.xml')).toBe('<TEI>mine</TEI>');
    expect(text(here, 'dist/d3/d3.xml')).toBe('<TEI>mine</TEI>');
  });

  test('one that is missing, of another cut, or of other settings is named', async () => {
    const project = folderWith(files);
    await expect(merge(project)).rejects.toThrow('There are no results of shards here.');
    await shards(project, 3, [1, 3]);
    await expect(merge(project)).rejects.toThrow('1 of 3 shards have left no results: 2/3.');
    await shards(project, 2, [1]);
    await expect(merge(project)).rejects.toThrow('different cuts: into 2 and 3 shards');
    rmSync(join(project, '.chancery/shards/1-of-2.jsonl'));
    await shards(project, 3, [2]);
    addFiles(project, { 'chancery.json': '{"title": "Other"}' });
    await expect(merge(project)).rejects.toThrow('the setting "title" is not the same here');
  });

  test('a shard does only what has changed since', async () => {
    const project = folderWith(files);
    await shards(project, 2, [1, 2]);
    addFiles(project, { 'sources/d3.txt': 'Changed\n' });
    const outcomes = await shards(project, 2, [1, 2]);
    expect(outcomes.flatMap((o) => o.done)).toEqual(['d3']);
  });
});
