/**
 * The gold is what was written by hand: recompiled from its notation against the documents, it is the same.
 * After a change, `npx vitest run test/gold -u` writes `gold.json` anew. The documents are kept outside the
 * project; without them only the shape of the gold is looked at, but never in continuous integration.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Gold } from '../../src/score/item.ts';
import { compile, compileAll, goldFiles, present } from './compile.ts';

const json = fileURLToPath(new URL('./gold.json', import.meta.url));
const setOf = (name: string): readonly Gold[] =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`./${name}.json`, import.meta.url)), 'utf8')) as Gold[];
const gold = () => setOf('gold');

/** How many documents of each family there are at least. */
const least = {
  cablegram: 14,
  letter: 10,
  'us-telegram': 10,
  frus: 12,
  ocr: 6,
  memcon: 4,
  'archive-page': 1,
  'wilson-center': 3,
};

describe('the gold', () => {
  it('has sixty documents, of every family enough', () => {
    const documents = gold();
    expect(documents.length).toBeGreaterThanOrEqual(60);
    for (const [family, count] of Object.entries(least))
      expect(documents.filter((d) => d.family === family).length, family).toBeGreaterThanOrEqual(count);
    expect([...new Set(documents.map((d) => d.family))].sort()).toEqual(Object.keys(least).sort());
  });

  it('has each document once, and a file of notation for each', () => {
    const documents = gold();
    expect(new Set(documents.map((d) => d.source)).size).toBe(documents.length);
    expect(documents.length).toBe(goldFiles().length);
  });

  it('shares no document with the hold-outs, nor they with each other', () => {
    const sources = ['gold', 'hold-out', 'hold-out-2', 'hold-out-3', 'hold-out-4'].flatMap((name) =>
      setOf(name).map((d) => d.source),
    );
    expect(new Set(sources).size).toBe(sources.length);
  });

  it('has speech and names throughout in thirty documents', () => {
    const whole = gold().filter(({ kinds }) =>
      (['direct-speech', 'reported-speech', 'name'] as const).every((k) => kinds.includes(k)),
    );
    expect(whole.length).toBeGreaterThanOrEqual(30);
  });

  it.runIf(process.env.CHANCERY_CI === '1')('finds the documents', () => {
    expect(present()).toBe(true);
  });
});

describe.skipIf(!present())('compiled against ../shared/corpus', () => {
  it.for(goldFiles())('%s', (file) => {
    expect(compile(file).items.length).toBeGreaterThan(0);
  });

  it('is gold.json', async () => {
    await expect(compileAll()).toMatchFileSnapshot(json);
  });

  it.for(['hold-out', 'hold-out-2', 'hold-out-3', 'hold-out-4'] as const)(
    'the hold-out is %s.json',
    async (split) => {
      await expect(compileAll(split)).toMatchFileSnapshot(
        fileURLToPath(new URL(`./${split}.json`, import.meta.url)),
      );
    },
  );
});
