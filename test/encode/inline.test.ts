import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inline, type Mark } from '../../src/encode/inline.ts';
import { el, textOf } from '../../src/encode/node.ts';
import { serialise } from '../../src/xml/serialise.ts';

const text = 'He said that we would sign the treaty on Monday.';
const mark = (name: string, start: number, end: number, rank = 0): Mark => ({
  name,
  span: { start, end },
  rank,
  attributes: {},
  partId: (i) => `${name}.${start}.${i + 1}`,
});
const xml = (marks: readonly Mark[]) =>
  serialise(el('p', {}, inline(text, { start: 0, end: text.length }, marks)))
    .split('\n')
    .slice(1)
    .join('\n')
    .trim();

describe('inline', () => {
  it('puts the longer mark outside', () => {
    expect(xml([mark('date', 41, 47), mark('said', 13, 47)])).toBe(
      '<p>He said that <said>we would sign the treaty on <date>Monday</date></said>.</p>',
    );
  });

  it('cuts a mark that crosses the end of another, and chains its parts', () => {
    expect(xml([mark('said', 0, 20), mark('seg', 13, 30)])).toBe(
      '<p><said>He said that <seg xml:id="seg.13.1" next="#seg.13.2">we woul</seg></said>' +
        '<seg xml:id="seg.13.2" prev="#seg.13.1">d sign the</seg> treaty on Monday.</p>',
    );
  });

  it('lets no speech stand within a name: the name is cut where it begins or ends', () => {
    expect(xml([mark('persName', 3, 12), mark('said', 8, 20)])).toBe(
      '<p>He <persName xml:id="persName.3.1" next="#persName.3.2">said </persName>' +
        '<said><persName xml:id="persName.3.2" prev="#persName.3.1">that</persName> we woul</said>d sign the treaty on Monday.</p>',
    );
    expect(xml([mark('date', 0, 20, 3), mark('said', 8, 12)])).toBe(
      '<p><date xml:id="date.0.1" next="#date.0.2">He said </date><said>' +
        '<date xml:id="date.0.2" next="#date.0.3" prev="#date.0.1">that</date></said>' +
        '<date xml:id="date.0.3" prev="#date.0.2"> we woul</date>d sign the treaty on Monday.</p>',
    );
  });

  it('sets an empty mark where it stands', () => {
    expect(xml([mark('gap', 8, 8), mark('said', 8, 12)])).toBe(
      '<p>He said <said><gap/>that</said> we would sign the treaty on Monday.</p>',
    );
  });

  const span = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  it('keeps every character in order, whatever overlaps', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const names = ['said', 'persName', 'date'];
        const marks = spans.map(([a, b], i) => mark(names[i] ?? `m${i}`, a, b, i % 3));
        const nodes = inline(text, { start: 0, end: text.length }, marks);
        expect(nodes.map(textOf).join('')).toBe(text);
        const p = el('p', {}, nodes);
        const words = serialise(p);
        expect(words).not.toMatch(/<(persName|date)\b[^>]*[^/]>(?:(?!<\/\1>).)*<said\b(?![^>]*\/>)/);
        // Every mark is there, and the parts of one that was cut cover its words.
        for (const m of marks) {
          const parts: string[] = [];
          const walk = (node: typeof p): void => {
            if (node.name === m.name) parts.push(textOf(node));
            for (const c of node.children) if (typeof c !== 'string') walk(c);
          };
          walk(p);
          expect(parts.join('')).toBe(text.slice(m.span.start, m.span.end));
        }
      }),
      { numRuns: 300 },
    );
  });
});
