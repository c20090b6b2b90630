/** The tree knows where everything stands, whatever the XML is written like. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributePlace } from '../../src/validate/attribute-place.ts';
import {
  attribute,
  childElements,
  elementPath,
  elementsOf,
  parseXml,
  textOf,
  textsOf,
} from '../../src/xml/tree.ts';

const xml =
  '<?xml version="1.0"?>\r\n<a>\n  <b\n  n="1"/>\n<b x="é𠮷">te&amp;xt<![CDATA[cd]]>more<!-- c --></b>\r\n</a>\n';

test('elements, texts and attributes have their places', () => {
  const { root, diagnostics } = parseXml(xml, 'x.xml');
  expect(diagnostics).toEqual([]);
  const [one, two] = childElements(root!, 'b');
  expect([root!.line, root!.column]).toEqual([2, 1]);
  expect([one!.line, one!.column]).toEqual([3, 3]);
  expect([two!.line, two!.column]).toEqual([5, 1]);
  expect(xml.slice(two!.offset, two!.end)).toBe('<b x="é𠮷">te&amp;xt<![CDATA[cd]]>more<!-- c --></b>');
  expect(xml.slice(two!.offset, two!.contentOffset)).toBe('<b x="é𠮷">');
  expect(textOf(two!)).toBe('te&xtcdmore');
  expect([...textsOf(two!)].map((t) => xml.slice(t.offset, t.end))).toEqual([
    'te&amp;xt',
    '<![CDATA[cd]]>',
    'more',
  ]);
  expect(attributePlace(xml, one!, 'n')).toEqual({
    position: { line: 4, column: 3 },
    span: { start: 34, end: 39 },
  });
  expect(elementPath(two!)).toBe('/a/b[2]');
  expect(attribute(two!, 'x')).toBe('é𠮷');
});

test('any text comes back as it was, at its place', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '“', '𠮷', '\u00a0', '\t', '京'),
  });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const text = `<r>${before}<e k="v">${after}</e>${after}</r>`;
      const { root } = parseXml(text, 'x.xml');
      const lines = (t: string): string => t.replace(/\r\n?/g, '\n');
      expect(textOf(root!)).toBe(lines(before) + lines(after) + lines(after));
      const e = childElements(root!)[0]!;
      const until = lines(text.slice(0, e.offset)).split('\n');
      expect([e.line, e.column]).toEqual([until.length, until.at(-1)!.length + 1]);
      for (const t of textsOf(root!)) expect(lines(text.slice(t.offset, t.end))).toBe(t.value);
      for (const element of elementsOf(root!)) expect(text[element.offset]).toBe('<');
    }),
  );
});
