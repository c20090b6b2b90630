/** Names of files in a package: every system can hold them, and no two are one on any. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectionTo, portableNames } from '../../src/deposit/names.ts';
import { fragile, outOfScope } from '../../src/deposit/verify/paths.ts';

describe('portable names', () => {
  test.each([
    ['sources/1978/cable-1384.txt', 'sources/1978/cable-1384.txt'],
    ['sources/Kabel Nr. 5 (Übersetzung).txt', 'sources/Kabel_Nr._5_Ubersetzung.txt'],
    ['sources/第1384号.txt', 'sources/1384.txt'],
    ['sources/電報.txt', 'sources/file.txt'],
    ['sources/.hidden.txt', 'sources/hidden.txt'],
  ])('%s', (path, expected) => {
    expect(portableNames([path]).get(path)).toBe(expected);
  });

  test.each([
    'sources/con.txt',
    'a/NUL',
    'a/b.',
    '../a',
    'a//b',
    'a/-b',
    'tei/größe.xml',
    `a/${'x'.repeat(210)}`,
  ])('refuses %s', (path) => {
    expect(objectionTo(path)).toBeTypeOf('string');
  });

  test('pages keep their names, however long: other pages lead to them', () => {
    const id = 'a-very-long-name-of-a-document-of-an-archive-'.repeat(4).slice(0, -1);
    const page = `edition/${id}/${id}.jsonld`;
    expect(page.length).toBeGreaterThan(300);
    expect(portableNames([page]).get(page)).toBe(page);
    expect(objectionTo(`edition/${'x'.repeat(256)}`)).toBeTypeOf('string');
  });

  test('two that differ in case alone are told apart', () => {
    const names = portableNames(['sources/Cable.txt', 'sources/cable.txt', 'sources/CABLE.txt']);
    const lower = [...names.values()].map((n) => n.toLowerCase());
    expect(new Set(lower).size).toBe(3);
    expect(names.get('sources/CABLE.txt')).toBe('sources/CABLE.txt');
  });

  test('whatever the names are, those in the package are portable, apart, and the same in any order', () => {
    const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((s) => !s.includes('/'));
    const paths = fc.uniqueArray(
      fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(paths, (list) => {
        const names = portableNames(list);
        const made = [...names.values()];
        expect(made).toHaveLength(list.length);
        expect(new Set(made.map((n) => n.toLowerCase())).size).toBe(made.length);
        for (const name of made) {
          expect(objectionTo(name)).toBeUndefined();
          expect(outOfScope(name)).toBeUndefined();
          expect(fragile(name)).toBeUndefined();
        }
        expect([...portableNames([...list].reverse())].sort()).toEqual([...names].sort());
      }),
      { numRuns: 50 },
    );
  });

  test('a portable name stays as it is', () => {
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}(\/[a-z0-9][a-z0-9-]{0,20}\.[a-z]{3})?$/);
    fc.assert(
      fc.property(
        name.filter((n) => objectionTo(n) === undefined),
        (n) => portableNames([n]).get(n) === n,
      ),
    );
  });
});
