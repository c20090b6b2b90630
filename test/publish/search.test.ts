/** The index: the words of every script, lists and positions that come back as they went in, pieces of a size. */

import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publish } from '../../src/publish/index.ts';
import { code, digit } from '../../src/publish/search/codes.ts';
import { stretchesOf, written } from '../../src/publish/search/postings.ts';
import { tokens } from '../../src/publish/search/tokens.ts';
import { madeUp, sampleContext, sampleFacts, scratch } from './sample-site.ts';

const words = (text: string) => tokens(text).map((t) => t.term);

describe('words', () => {
  it.each([
    ['Chargé d’Affaires', ['charge', 'd', 'affaires']],
    ['Japan’s navy', ['japan', 'navy']],
    ['the U.S.S.R. and U.K.', ['the', 'ussr', 'and', 'uk']],
    ['No. 1384, ＴＥＬ ２', ['no', '1384', 'tel', '2']],
    ['佐藤大使', ['佐藤', '藤大', '大使']],
    ['第1384号', ['第', '1384', '号']],
    ['ガソリン', ['ガソ', 'ソリ', 'リン']],
    ['Привет Ёлка', ['привет', 'елка']],
    ['co-operate', ['co', 'operate']],
    ['—, … ?', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('stand where they are said to stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        let last = -1;
        for (const { start, end, position } of tokens(text)) {
          expect(end).toBeGreaterThan(start);
          expect(position).toBeGreaterThan(last);
          expect(text.slice(start, end)).not.toBe('');
          last = position;
        }
      }),
    );
  });
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The other side of the codes, written from their description. */
function numbersIn(text: string): number[] {
  const found: number[] = [];
  let [n, factor] = [0, 1];
  for (const c of text) {
    const value = alphabet.indexOf(c);
    n += (value % 32) * factor;
    factor *= 32;
    if (value < 32) {
      found.push(n);
      [n, factor] = [0, 1];
    }
  }
  return found;
}

it('numbers as text come back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31)), (numbers) => {
      expect(numbersIn(numbers.map(code).join(''))).toEqual(numbers);
    }),
  );
  // Of numbers that do not rise no list can be made: better no index than a wrong one.
  expect(() => code(-1)).toThrow(RangeError);
  expect([0, 63, 99, -1].map(digit)).toEqual(['A', '_', '_', 'A']);
});

it('lists and positions come back, in however many parts they are written', () => {
  const days = fc.uniqueArray(fc.nat(5000), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      days,
      fc.array(fc.nat(3000), { minLength: 1, maxLength: 5 }),
      fc.nat(90),
      (numbers, steps, more) => {
        let at = 0;
        const positions = steps.map((s) => {
          at += s + 1;
          return at;
        });
        // Every other document of a day has the word.
        const put = numbers
          .sort((a, b) => a - b)
          .map((day, i) => [day, 1 + (i === 0 ? more : i % 3)] as const);
        const stretches = put.flatMap(([day, documents]) => {
          const own = Array.from({ length: documents * 2 }, (_, i) =>
            i % 2 ? new Map([['word', { positions, score: i % 32 }]]) : new Map(),
          );
          return stretchesOf(day, own).word ?? [];
        });
        const expected = put.flatMap(([day, documents]) =>
          Array.from({ length: documents }, (_, i) => [day, i * 2 + 1] as const),
        );
        const lists: [number, number, number][] = [];
        for (const { first, text } of written(stretches, 'list', 40)) {
          const all = numbersIn(text);
          expect(all[0]).toBe(first);
          for (let i = 0, day = 0; i < all.length; ) {
            day += all[i++] ?? 0;
            const count = all[i++] ?? 0;
            for (let n = 0, place = 0; n < count; n++) {
              place += all[i++] ?? 0;
              lists.push([day, place, all[i++] ?? 0]);
            }
          }
        }
        // The score is one character, whatever it is: here below 32, so that it reads as a number.
        expect(lists.map(([day, place]) => [day, place])).toEqual(expected);
        const places: [number, number, number[]][] = [];
        for (const { text } of written(stretches, 'places', 300)) {
          const all = numbersIn(text);
          for (let i = 0, day = 0; i < all.length; ) {
            day += all[i++] ?? 0;
            const count = all[i++] ?? 0;
            for (let n = 0, place = 0; n < count; n++) {
              place += all[i++] ?? 0;
              let p = 0;
              places.push([day, place, Array.from({ length: all[i++] ?? 0 }, () => (p += all[i++] ?? 0))]);
            }
          }
        }
        expect(places).toEqual(expected.map(([day, place]) => [day, place, positions]));
      },
    ),
    { numRuns: 40 },
  );
});

describe('the pieces', () => {
  /** What the pieces hand over when they are run. */
  function handedOver(documents = sampleFacts()): Map<string, unknown> {
    const pieces = new Map<string, unknown>();
    const sandbox = { chancery: { piece: (name: string, data: unknown) => pieces.set(name, data) } };
    for (const { path, content } of publish(documents, sampleContext(), { scratch }))
      if (/^search\/(?!search\.js)/.test(path)) vm.runInNewContext(String(content), sandbox);
    return pieces;
  }

  it('know every document, and find it by its words, its facts and the register’s names', () => {
    const pieces = handedOver();
    const index = pieces.get('index') as { documents: number };
    expect(index.documents).toBe(3);
    const dictionary = [...pieces].flatMap(([name, data]) =>
      name.startsWith('t/') ? (data as [string, number, string, string][]) : [],
    );
    const lines = new Map(dictionary.map((line) => [line[0], line]));
    for (const word of ['hegemony', '佐藤', 'sender=sato-shoji', 'receive', 'nianlong'])
      expect(lines.has(word), word).toBe(true);
    expect([...lines.keys()]).toEqual([...lines.keys()].sort());
    const piece = pieces.get('d/1978-07-22-sato-1384') as unknown[];
    expect(piece.slice(1, 6)).toEqual(['Telegram', '1384', '1978-07-22T19:40:00+08:00', 'medium', 1]);
  });

  it('stay small when the edition grows', () => {
    const text = Array.from({ length: 300 }, (_, i) => `word${i} common`).join(' ');
    const many = Array.from({ length: 120 }, (_, i) =>
      madeUp(`d${i}`, { date: '1941', passages: [{ anchor: 'p1', text: `${text} own${i}` }] }),
    );
    for (const [name, data] of handedOver(many))
      if (!name.startsWith('d/')) expect(JSON.stringify(data).length, name).toBeLessThan(20_000);
  });

  it('cannot be broken by what is in them', () => {
    const evil = '</script><script>alert(1)</script>\u2028\u2029"\\';
    const pieces = handedOver([madeUp('x', { title: evil, passages: [{ anchor: 'p1', text: evil }] })]);
    expect((pieces.get('d/x') as unknown[])[0]).toBe(evil);
    for (const { path, content } of publish([madeUp('x', { title: evil })], sampleContext(), { scratch }))
      if (path.startsWith('search/d/')) expect(String(content)).not.toContain('<');
  });
});
