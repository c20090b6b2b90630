/** Pages of documents lead to their neighbours, whatever was built when and where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../../src/batch/build.ts';
import type { Stages } from '../../src/batch/stages.ts';
import { verify } from '../../src/batch/verify.ts';
import type { Part, Sheaf } from '../../src/publish/sheaves.ts';
import { addFiles, contentsOf, folderWith } from '../helpers/folder.ts';
import { type Calls, simpleStages } from '../helpers/stages.ts';

const beside: Part<{ id: string }> = {
  name: 'beside',
  share: ({ id }, give) => give('beside', '', id, id),
  pages({ rows }, give) {
    const ids = Array.from(rows, (row) => row.order);
    for (const [at, id] of ids.entries())
      give('neighbours', id, '', [ids[at - 1], ids[at + 1]].filter(Boolean).join(' '));
    return [];
  },
};

const neighbours: Part<never> = {
  name: 'neighbours',
  *pages({ name: id, rows }: Sheaf<string>) {
    const [row] = rows;
    const markup = `<nav class="neighbours">${row?.value}</nav>`;
    const draft = { path: `${id}/index.html`, make: () => undefined as never, navigation: { id, markup } };
    yield draft;
  },
};

/** Documents stand beside each other in the order of their ids. */
function stages(calls: Calls = { encoded: [], published: [] }): Stages {
  const simple = simpleStages(calls);
  return {
    ...simple,
    publishTei: (...given) => {
      const made = simple.publishTei(...given);
      const editions = made.editions.map((e) =>
        e.mediaType === 'text/html' ? { ...e, content: `${e.content}<nav class="contents"></nav>` } : e,
      );
      return { ...made, editions };
    },
    siteParts: () => [...simple.siteParts(undefined as never), beside as Part<never>, neighbours],
  };
}

const sources = Object.fromEntries(
  ['a', 'c', 'd', 'e'].map((id) => [`sources/${id}.txt`, `Telegram ${id}\n`]),
);
const run = (project: string, options: Partial<BuildOptions> = {}, calls?: Calls) =>
  build({ project, stages: stages(calls), ...options });
const besides = (project: string, id: string) =>
  /<nav class="neighbours">(.*?)<\/nav>/.exec(
    readFileSync(join(project, `dist/${id}/index.html`), 'utf8'),
  )?.[1];
const dist = (project: string) => contentsOf(join(project, 'dist'));

describe('navigation', () => {
  test('is right after the first build, and verified by the manifest', async () => {
    const project = folderWith(sources);
    await run(project);
    expect(['a', 'c', 'd', 'e'].map((id) => besides(project, id))).toEqual(['c', 'a d', 'c e', 'd']);
    expect(verify(join(project, 'dist')).differences).toEqual([]);
    expect((await run(project)).nothingToDo).toBe(true);
  });

  test('a new document changes the pages of its neighbours and has no other done anew', async () => {
    const project = folderWith(sources);
    await run(project);
    addFiles(project, { 'sources/b.txt': 'Telegram b\n' });
    const calls: Calls = { encoded: [], published: [] };
    expect((await run(project, {}, calls)).done).toEqual(['b']);
    expect(calls.encoded).toEqual(['sources/b.txt']);
    expect(['a', 'b', 'c', 'd'].map((id) => besides(project, id))).toEqual(['b', 'a c', 'b d', 'c e']);
    const anew = folderWith({ ...sources, 'sources/b.txt': 'Telegram b\n' });
    await run(anew);
    expect(dist(project)).toEqual(dist(anew));
  });

  test('a page that was lost comes back with it', async () => {
    const project = folderWith(sources);
    await run(project);
    const before = dist(project);
    addFiles(project, { 'dist/c/c.txt': 'spoilt' });
    expect((await run(project)).done).toEqual(['c']);
    expect(dist(project)).toEqual(before);
  });

  test('shards give the same bytes, and have nothing to do when the whole has been put together', async () => {
    const project = folderWith(sources);
    const numbers = [1, 2];
    for (const number of numbers) await run(project, { shard: { number, of: 2 } });
    await run(project, { merge: [] });
    const alone = folderWith(sources);
    await run(alone);
    expect(dist(project)).toEqual(dist(alone));
    for (const number of numbers)
      expect((await run(project, { shard: { number, of: 2 } })).nothingToDo).toBe(true);
  });
});
