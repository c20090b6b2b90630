/** Rows sorted on the disk are those sorted in memory; groups tell their size before they are read. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, portions, Sorted } from '../../src/publish/sorted.ts';
import { emptyFolder } from '../helpers/folder.ts';

const keyed = fc.array(fc.tuple(fc.string({ maxLength: 4, unit: 'grapheme' }), fc.integer()), {
  maxLength: 60,
});

describe('sorted rows', () => {
  it('come in the order of their keys, equal keys in the order they were put in, however little memory there is', () => {
    const folder = emptyFolder();
    fc.assert(
      fc.property(keyed, fc.integer({ min: 1, max: 2000 }), (rows, limit) => {
        const sorted = new Sorted<number>(join(folder, 'runs'), limit);
        for (const [key, value] of rows) sorted.add(key, value);
        const expected = rows
          .map(([key, value]) => ({ key, value }))
          .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
        expect([...sorted]).toEqual(expected);
        expect([...sorted]).toEqual(expected);
        sorted.clear();
        expect([...sorted]).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(existsSync(join(folder, 'runs')) ? readdirSync(join(folder, 'runs')) : []).toEqual([]);
  });

  it('are merged when there are many runs', () => {
    const sorted = new Sorted<number>(join(emptyFolder(), 'runs'), 1);
    for (let i = 0; i < 200; i++) sorted.add(String((i * 7) % 200).padStart(3, '0'), i);
    expect(Array.from(sorted, (row) => Number(row.key))).toEqual(Array.from({ length: 200 }, (_, i) => i));
    sorted.clear();
  });

  it('in groups of known size, read or passed over', () => {
    const sorted = new Sorted<number>(join(emptyFolder(), 'runs'));
    for (const key of ['b1', 'a1', 'a2', 'c1', 'b2', 'b3']) sorted.add(key, 0);
    const seen: [string, number, string[]][] = [];
    for (const { group, size, rows } of grouped(sorted, (key) => key[0] ?? '')) {
      const own = group === 'b' ? [] : Array.from(rows, (row) => row.key);
      seen.push([group, size, own]);
    }
    expect(seen).toEqual([
      ['a', 2, ['a1', 'a2']],
      ['b', 3, []],
      ['c', 1, ['c1']],
    ]);
    const late = [...grouped(sorted, (key) => key[0] ?? '')][0];
    expect(() => [...(late?.rows ?? [])]).toThrow('before the next group');
    expect(() => [...grouped(sorted[Symbol.iterator](), (key) => key)]).toThrow('only once');
  });

  it('in portions', () => {
    expect([...portions([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
    expect([...portions([], 2)]).toEqual([]);
  });
});
