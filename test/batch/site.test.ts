/** The pages of the edition when the making of them is broken off, or stops at a fault. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/batch/build.ts';
import { CommandError } from '../../src/batch/errors.ts';
import type { Stages } from '../../src/batch/stages.ts';
import type { Part } from '../../src/publish/sheaves.ts';
import { addFiles, contentsOf, emptyFolder, folderWith } from '../helpers/folder.ts';
import { simpleStages } from '../helpers/stages.ts';

const sources = { 'sources/a.txt': 'Alpha', 'sources/b.txt': 'Beta', 'sources/c.txt': 'Gamma' };
const dist = (project: string) => contentsOf(join(project, 'dist'));

/** A part after the others that does what it is told when its pages are made. */
function stagesWith(act: () => void): Stages {
  let times = 0;
  const simple = simpleStages();
  const last: Part<never> = {
    name: 'last',
    always: [''],
    share: ({ id }: { id: string }, give) => give('last', '', id, times++),
    pages: () => {
      act();
      return [];
    },
  };
  return { ...simple, siteParts: (context) => [...simple.siteParts(context), last] };
}

/** The project as it would be had it never been built before. */
async function cleanDist(project: string): Promise<ReturnType<typeof dist>> {
  const clean = emptyFolder();
  cpSync(join(project, 'sources'), join(clean, 'sources'), { recursive: true });
  await build({ project: clean, stages: simpleStages() });
  return dist(clean);
}

test('a build that is broken off in the pages is mended by the next', async () => {
  const project = folderWith(sources);
  await build({ project, stages: simpleStages() });
  addFiles(project, { 'sources/d.txt': 'Delta', 'sources/a.txt': 'Alpha again' });
  for (const path of ['sources/b.txt', 'tei/b.xml']) rmSync(join(project, path));
  const full = stagesWith(() => {
    throw new CommandError(3, 'The disk is full.');
  });
  await expect(build({ project, stages: full })).rejects.toMatchObject({ exitCode: 3 });
  expect((await build({ project, stages: simpleStages() })).nothingToDo).toBe(false);
  expect(dist(project)).toEqual(await cleanDist(project));
  expect((await build({ project, stages: simpleStages() })).nothingToDo).toBe(true);
});

test('a fault in the pages is told, and the others are made as a clean build makes them', async () => {
  const project = folderWith(sources);
  await build({ project, stages: simpleStages() });
  addFiles(project, { 'sources/a.txt': 'Alpha again' });
  let times = 0;
  const faulty = stagesWith(() => {
    times++;
    throw new Error('fell over');
  });
  const { findings } = await build({ project, stages: faulty });
  expect(findings.map((f) => f.code)).toEqual(['transform.failed']);
  // Once with what was kept, once from nothing.
  expect(times).toBe(2);
  await build({ project, stages: simpleStages(), force: true });
  expect(dist(project)).toEqual(await cleanDist(project));
});

test('a document that takes the name of a part of the edition holds its pages back', async () => {
  const simple = simpleStages();
  const page: Part<never> = {
    name: 'page',
    always: [''],
    pages: () => [
      { path: 'other/x.html', make: () => ({ path: 'other/x.html', mediaType: 'text/html', content: '' }) },
    ],
  };
  const stages = { ...simple, siteParts: () => [page] };
  const project = folderWith(sources);
  await build({ project, stages });
  addFiles(project, { 'sources/other.txt': 'Delta' });
  const codes = async () => (await build({ project, stages })).findings.map((f) => f.code);
  expect(await codes()).toEqual(['build.collision']);
  expect(Object.keys(dist(project))).not.toContain('other/x.html');
  expect(await codes()).toEqual(['build.collision']);
  rmSync(join(project, 'sources/other.txt'));
  rmSync(join(project, 'tei/other.xml'));
  expect(await codes()).toEqual([]);
  expect(Object.keys(dist(project))).toContain('other/x.html');
});
