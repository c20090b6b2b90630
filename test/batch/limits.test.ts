/** A document that hangs, eats memory or brings its worker down is a finding; the others are done. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Job } from '../../src/batch/document.ts';
import { TooLong, within } from '../../src/batch/limits.ts';
import { openProject } from '../../src/batch/project.ts';
import { threads } from '../../src/batch/workforce.ts';
import { built } from '../helpers/built.ts';
import { folderWith } from '../helpers/folder.ts';
import { simpleStages } from '../helpers/stages.ts';

describe('time', () => {
  test.each<[string, () => unknown]>([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    ['a regular expression that tries everything', () => /^(a+)+$/.test(`${'a'.repeat(40)}b`)],
    [
      'a sort that compares for ever',
      () =>
        [2, 1].sort(() => {
          for (;;);
        }),
    ],
  ])('%s is stopped', (_, work) => {
    expect(() => within(0.05, work)).toThrow(TooLong);
    expect(within(1, () => 7)).toBe(7);
  });

  test('what the work throws is thrown', () => {
    expect(() => within(1, () => JSON.parse('{'))).toThrow(SyntaxError);
  });

  test('a document that hangs is reported, not remembered, and tried again', async () => {
    const project = folderWith({
      'chancery.json': '{"limits": {"seconds": 0.1}}',
      'sources/a.txt': 'Alpha',
      'sources/b.txt': 'HANG',
    });
    const simple = simpleStages();
    let hanging = true;
    const stages = {
      ...simple,
      encodeSource: (...args: Parameters<typeof simple.encodeSource>) => {
        while (hanging && args[0].text.includes('HANG'));
        return simple.encodeSource(...args);
      },
    };
    const outcome = await built({ project, stages });
    expect(outcome.totals).toMatchObject({ published: 1, failed: 1 });
    expect(outcome.findingsOf('b')[0]).toMatchObject({
      code: 'build.limit',
      file: 'sources/b.txt',
      message: 'The work on it took more than 0.1 seconds and was stopped',
    });
    hanging = false;
    const again = await built({ project, stages });
    expect([...again.reasons]).toEqual([['b', 'it was stopped the last time']]);
    expect(again.totals.failed).toBe(0);
  });
});

describe('threads', () => {
  const bad = fileURLToPath(new URL('bad-worker.js', import.meta.url));
  const job = (id: string): Job => ({ id, source: `sources/${id}.txt`, tei: `tei/${id}.xml`, basis: '' });

  test('one that dies is replaced, the others go on, and the document is told', async () => {
    const root = folderWith({
      'chancery.json': '{"limits": {"seconds": 0.1, "megabytes": 64}}',
      'sources/a.txt': '',
    });
    const force = await threads(openProject(root), 2, bad);
    try {
      const ids = ['one', 'eats', 'two', 'throws', 'three', 'four'];
      const all = await Promise.all(ids.map((id) => force.run(job(id))));
      expect(all.map(({ entry }) => entry.id)).toEqual(ids);
      const told = Object.fromEntries(
        all.flatMap(({ entry, record }) =>
          entry.stopped ? [[entry.id, JSON.parse(record).report.findings[0]]] : [],
        ),
      );
      expect(Object.keys(told)).toEqual(['eats', 'throws']);
      expect(told.eats).toMatchObject({ code: 'build.limit', message: expect.stringContaining('64 MB') });
      expect(told.throws.message).toContain('died 2 times in the work on it (TypeError: no such thing)');
      expect((await force.run(job('five'))).entry.stopped).toBeUndefined();
    } finally {
      await force.close();
    }
  });

  test('one that neither answers nor ends is ended', { timeout: 120_000 }, async () => {
    const root = folderWith({ 'chancery.json': '{"limits": {"seconds": 0.001}}', 'sources/a.txt': '' });
    const force = await threads(openProject(root), 1, bad);
    try {
      const [hung, next] = await Promise.all([force.run(job('hangs')), force.run(job('next'))]);
      expect(hung.entry.stopped).toBe(true);
      expect(hung.record).toContain('was stopped');
      expect(next.entry.id).toBe('next');
    } finally {
      await force.close();
    }
  });
});
