/** A build over a queue, with a real Redis and workers that die: the bytes of one machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { build } from '../../src/batch/build.ts';
import type { Job } from '../../src/batch/document.ts';
import { openProject } from '../../src/batch/project.ts';
import { chunkOf, laidOut, prepared, resultsOf, takenIn } from '../../src/batch/queue/chunk.ts';
import { connectionTo, shownAddress } from '../../src/batch/queue/connection.ts';
import { enterEnvironment, kitOf, unpackedKit } from '../../src/batch/queue/kit.ts';
import { packed, unpacked } from '../../src/batch/queue/parcel.ts';
import { openStore } from '../../src/batch/queue/store.ts';
import { alone } from '../../src/batch/workforce.ts';
import { emptyRegister } from '../../src/register.ts';
// @ts-expect-error It is a script, run by itself too.
import { stages } from '../campaigns/cheap-build.js';
import { built } from '../helpers/built.ts';
import { addFiles, contentsOf, emptyFolder, folderWith, namesIn, text } from '../helpers/folder.ts';
import { haveRedis, redis } from '../helpers/redis.ts';
import { simpleStages } from '../helpers/stages.ts';

const files = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [`sources/d${String(i).padStart(2, '0')}.txt`, `Telegram ${i}\n`]),
);
const result = (project: string) => ({
  dist: contentsOf(join(project, 'dist')),
  tei: contentsOf(join(project, 'tei')),
});
const cheap = stages as never;

test('the cheap stages of the campaigns are all the stages there are', () => {
  expect(Object.keys(stages).sort()).toEqual(Object.keys(simpleStages()).sort());
});

describe('parcels', () => {
  test('are the same bytes for the same files, in any order', () => {
    const [a, b] = [Buffer.from('a'), Buffer.from('b')];
    expect(packed({ 'x/ö': a, y: b })).toEqual(packed({ y: b, 'x/ö': a }));
    expect(unpacked(packed({ 'x/ö': a }))['x/ö']).toEqual(new Uint8Array(a));
  });

  test('a project goes without its documents; nothing secret is in a job', () => {
    const project = folderWith({
      ...files,
      'chancery.json': '{"title": "T"}',
      'tei/register.xml': '<TEI/>',
      'xslt/edition.xsl': '<x/>',
      'dialects/a.js': '',
    });
    expect(Object.keys(unpacked(kitOf(openProject(project))))).toEqual([
      'chancery.json',
      'dialects/a.js',
      'tei/register.xml',
      'xslt/edition.xsl',
    ]);
    expect(shownAddress('redis://user:secret@host:1/2')).toBe('redis://…@host:1/2');
  });

  test('the time of the build is the planner’s, not the worker’s', () => {
    const before = process.env.SOURCE_DATE_EPOCH;
    try {
      process.env.SOURCE_DATE_EPOCH = '270000000';
      const there = emptyFolder();
      unpackedKit(kitOf(openProject(folderWith(files))), there);
      process.env.SOURCE_DATE_EPOCH = '1';
      enterEnvironment(there);
      expect(process.env.SOURCE_DATE_EPOCH).toBe('270000000');
      enterEnvironment(emptyFolder());
      expect(process.env.SOURCE_DATE_EPOCH).toBeUndefined();
    } finally {
      if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
      else process.env.SOURCE_DATE_EPOCH = before;
    }
  });

  test('a document goes out, is done elsewhere, and comes back', async () => {
    const here = openProject(folderWith({ 'sources/a.txt': 'Alpha\n' }));
    const there = emptyFolder();
    unpackedKit(kitOf(here), there);
    const project = openProject(there);
    const job: Job = { id: 'a', source: 'sources/a.txt', tei: 'tei/a.xml', basis: 'x' };
    const sent = [prepared(job, here)];
    const force = alone({
      project,
      stages: cheap,
      context: { settings: project.settings, register: emptyRegister, version: '' },
      diagnostics: [],
    });
    const done = await Promise.all(laidOut(chunkOf(sent), project).map((one) => force.run(one)));
    const results = resultsOf(done, project);
    expect(namesIn(there)).toEqual(['chancery.json']);
    const taken = takenIn(results, sent, here);
    expect(taken.get('a')?.entry.source?.mtimeMs).toBeGreaterThan(0);
    expect(text(here.root, 'dist/a/a.txt')).toContain('Alpha');
    // A person has been quicker: theirs stays, and the document is left for the next build.
    addFiles(here.root, { 'tei/a.xml': '<TEI>mine</TEI>' });
    expect([...takenIn(results, sent, here)]).toEqual([]);
    expect(text(here.root, 'tei/a.xml')).toBe('<TEI>mine</TEI>');
  });

  test('results that lead out of the project are refused', () => {
    const here = openProject(folderWith({ 'sources/a.txt': 'Alpha\n' }));
    const sent = [prepared({ id: 'a', source: 'sources/a.txt', tei: 'tei/a.xml', basis: 'x' }, here)];
    const output = { path: '../../a.txt', sha256: '', mediaType: 'text/plain' };
    const checksum = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
    const done = [{ entry: { id: 'a', outputs: [{ ...output, sha256: checksum }] }, record: '{}' }];
    const results = packed({
      'files/dist/../../a.txt': Buffer.from('a'),
      'done.json': Buffer.from(JSON.stringify(done)),
    });
    expect(() => takenIn(results, sent, here)).toThrow('lies outside');
  });
});

describe('addresses', () => {
  test.each([
    ['redis://host', { host: 'host', port: 6379 }],
    ['redis://u:p%40@host:1/3', { host: 'host', port: 1, username: 'u', password: 'p@', db: 3 }],
    ['rediss://host:2', { host: 'host', port: 2, tls: {} }],
  ])('%s', (address, expected) => {
    expect(connectionTo(address)).toMatchObject(expected);
  });

  test.each(['localhost:6379', 'http://host', ''])('"%s" is none', (address) => {
    expect(() => connectionTo(address)).toThrow('The queue is no address of Redis.');
  });

  test('where nobody answers, one is told', async () => {
    const project = folderWith(files);
    const store = await openStore(emptyFolder());
    const queue = { queue: 'redis://127.0.0.1:1', store };
    await expect(build({ project, stages: cheap, queue })).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe.skipIf(!haveRedis && process.env.CHANCERY_CI !== '1')('over a queue', () => {
  const workers: ChildProcess[] = [];
  const worker = (queue: string, store: string, fingerprint = 'cheap') => {
    const file = fileURLToPath(new URL('../campaigns/cheap-worker.js', import.meta.url));
    const child = spawn(process.execPath, [file, queue, store, fingerprint], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    workers.push(child);
    return child;
  };
  afterEach(async () => {
    for (const child of workers.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
  });
  const over = async (project: string, queue: string, store: string, chunkDocuments = 4) =>
    built({
      project,
      stages: cheap,
      queue: { queue, store: await openStore(store), fingerprint: 'cheap', chunkDocuments, pollSeconds: 0.5 },
    });

  test('two workers, one of them killed and replaced: the bytes of one machine, and an empty store', async () => {
    const [queue, store] = [await redis(), emptyFolder()];
    const [project, alone_] = [folderWith(files), folderWith(files)];
    await build({ project: alone_, stages: cheap });
    worker(queue, store);
    const victim = worker(queue, store);
    const killing = (async () => {
      while (!existsSync(join(project, 'dist'))) await setTimeout(20);
      victim.kill('SIGKILL');
      worker(queue, store);
    })();
    const outcome = await over(project, queue, store);
    await killing;
    expect(outcome.done).toHaveLength(40);
    expect(result(project)).toEqual(result(alone_));
    expect(namesIn(store)).toEqual([]);
    expect((await build({ project, stages: cheap })).nothingToDo).toBe(true);
  });

  test('a document that brings workers down is found, told, and the others are done', async () => {
    const [queue, store] = [await redis(), emptyFolder()];
    const project = folderWith({ 'sources/a.txt': 'Alpha\n', 'sources/b.txt': 'POISON\n' });
    let going = true;
    const keep = (): void => {
      const child = worker(queue, store);
      child.once('exit', () => {
        if (going) keep();
      });
    };
    keep();
    keep();
    const outcome = await over(project, queue, store, 2).finally(() => {
      going = false;
    });
    expect(outcome.totals).toMatchObject({ documents: 2, published: 1, failed: 1 });
    expect(outcome.findingsOf('b')[0]).toMatchObject({ code: 'build.limit', file: 'sources/b.txt' });
  }, 240_000);

  test('a worker of another version gives the work back, says so, and leaves', async () => {
    const [queue, store] = [await redis(), emptyFolder()];
    const project = folderWith(files);
    const wrong = worker(queue, store, 'another');
    let words = '';
    wrong.stderr?.on('data', (part) => {
      words += part;
    });
    const building = over(project, queue, store);
    const code = await new Promise((resolve) => wrong.once('exit', resolve));
    expect([code, words]).toEqual([2, expect.stringContaining('The planner runs Chancery')]);
    worker(queue, store);
    expect((await building).done).toHaveLength(40);
  });

  test('SIGTERM: the worker finishes its chunk and leaves', async () => {
    const [queue, store] = [await redis(), emptyFolder()];
    const child = worker(queue, store);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', (code) => resolve(code)))).toBe(0);
  });

  test('an interrupted planner takes back what nobody has begun; the next build finds what was done', async () => {
    const [queue, store] = [await redis(), emptyFolder()];
    const project = folderWith(files);
    const stop = new AbortController();
    const outcome = build({
      project,
      stages: cheap,
      signal: stop.signal,
      queue: { queue, store: await openStore(store), fingerprint: 'cheap', chunkDocuments: 4 },
    });
    await setTimeout(1000);
    stop.abort();
    expect(await outcome).toMatchObject({ interrupted: true, done: [] });
    rmSync(store, { recursive: true });
    worker(queue, store);
    expect((await over(project, queue, store)).done).toHaveLength(40);
  });
});
