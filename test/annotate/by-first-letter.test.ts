/** Alternatives grouped by their first letter find what they found before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byFirstLetter } from '../../src/annotate/by-first-letter.ts';

describe('alternatives by first letter', () => {
  it('stand under a look at it, in their order', () => {
    expect(byFirstLetter('said|told|says')).toBe('(?=s)(?:said|says)|(?=t)(?:told)');
    expect(byFirstLetter('(?:want|wish)ed|made')).toBe('(?=w)(?:(?:want|wish)ed)|(?=m)(?:made)');
    expect(byFirstLetter('(?:re)?tell|[Rr]ef')).toBe(
      '(?=r)(?:(?:re)?tell|[Rr]ef)|(?=t)(?:(?:re)?tell)|(?=R)(?:[Rr]ef)',
    );
  });

  it('stay as they are where the first letter cannot be read off', () => {
    expect(byFirstLetter('said|\\d+')).toBe('said|\\d+');
    expect(byFirstLetter('said|(?<name>x)')).toBe('said|(?<name>x)');
  });

  it('find what they found', () => {
    const word = fc.stringMatching(/^[abc]{1,4}$/);
    const optional = fc.tuple(word, word).map(([a, b]) => `(?:${a})?${b}`);
    const either = fc.tuple(word, word, word).map(([a, b, c]) => `(?:${a}|${b})${c}`);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, optional, either), { minLength: 1, maxLength: 12 }),
        fc.stringMatching(/^[abc ]{0,60}$/),
        (alternatives, text) => {
          const source = alternatives.join('|');
          const found = (pattern: string) =>
            Array.from(text.matchAll(new RegExp(`\\b(?:${pattern})`, 'gu')), (m) => [m.index, m[0]]);
          expect(found(byFirstLetter(source))).toEqual(found(source));
        },
      ),
    );
  });
});
