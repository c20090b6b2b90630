import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { el, type XmlElementNode } from '../../src/encode/node.ts';
import { serialise } from '../../src/xml/serialise.ts';
import { parseXml } from '../../src/xml/tree.ts';

/**
 * The same tree written by xmlbuilder2: the reference, but for one thing. It takes `&amp;` in a text for a
 * reference that is already written and leaves it, so that a source which says «&amp;» would lose characters;
 * the second test shows that ours does not.
 */
function reference(root: XmlElementNode): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const write = (parent: ReturnType<typeof create>, node: XmlElementNode): void => {
    const element = parent.ele(node.name, { ...node.attributes });
    for (const child of node.children) typeof child === 'string' ? element.txt(child) : write(element, child);
  };
  write(document, root);
  return `${document.end({ prettyPrint: false }).replace(/^(<\?xml[^>]*\?>)/, '$1\n')}\n`;
}

const name = fc.constantFrom('p', 'said', 'persName', 'date', 'hi');
const plain = fc
  .array(fc.constantFrom(...'ab &<>"\'éあ𠮷\u00a0\n', ']]>'), { minLength: 1, maxLength: 12 })
  .map((c) => c.join(''));
const text = fc
  .array(fc.constantFrom(...'ab &<>"\'éあ𠮷\u00a0\n', ']]>', '&amp;', '&#65;'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((c) => c.join(''));
const value = fc
  .array(fc.constantFrom(...'ab &<>"\'éあ𠮷\u00a0'), { minLength: 1, maxLength: 8 })
  .map((c) => c.join(''));
const tree: fc.Arbitrary<XmlElementNode> = fc.letrec((tie) => ({
  node: fc.record({
    name,
    attributes: fc.dictionary(fc.constantFrom('who', 'when', 'xml:id', 'ana'), value, { maxKeys: 3 }),
    children: fc.array(fc.oneof({ maxDepth: 4 }, plain, tie('node')), { maxLength: 4 }),
  }),
})).node as fc.Arbitrary<XmlElementNode>;

describe('serialise', () => {
  it('writes the bytes that xmlbuilder2 writes', () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(serialise(node)).toBe(reference(node));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every character: what is parsed again is what was written', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { root } = parseXml(serialise(el('p', {}, words)), 'x.xml');
        expect(root?.children.map((c) => (c.type === 'text' ? c.value : '')).join('')).toBe(words);
      }),
    );
  });

  it('writes tabs and line ends in attributes as references', () => {
    expect(serialise(el('p', { n: 'a\tb\nc' }))).toContain('n="a&#x9;b&#xA;c"');
  });
});
