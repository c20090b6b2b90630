/** XML that means harm, or that only went wrong on its way: refused with the place, and nothing expanded. */
import { describe, expect, test } from 'vitest';
import { maxDepth } from '../../src/xml/scan.ts';
import { check, read } from './context.ts';

const good = read('test/rules/ids/valid.xml');
const inside = (words: string): string => good.replace('One.', words);

interface Case {
  readonly name: string;
  readonly xml: string | Uint8Array;
  readonly code: string;
  readonly says: RegExp;
  /** Line and column. */
  readonly at?: string;
}

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    bytes[2 + i * 2] = text.charCodeAt(i) & 0xff;
    bytes[3 + i * 2] = text.charCodeAt(i) >> 8;
  }
  return bytes;
};

const laughs = `<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>`;

const cases: readonly Case[] = [
  {
    name: 'billion laughs',
    xml: inside('&c;').replace('<TEI', `${laughs}<TEI`),
    code: 'xml.doctype',
    says: /expands none/,
    at: '2:1',
  },
  {
    name: 'external entity',
    xml: inside('&x;').replace('<TEI', '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI'),
    code: 'xml.doctype',
    says: /external entity.*no other file/,
  },
  {
    name: 'parameter entity',
    xml: good.replace('<TEI', '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "https://example.org/x.dtd"> %p;]><TEI'),
    code: 'xml.doctype',
    says: /external entity/,
  },
  {
    name: 'unknown entity',
    xml: inside('a&nbsp;b'),
    code: 'xml.not-well-formed',
    says: /&nbsp; is not one that XML defines.*inside <p>/,
    at: '13:22',
  },
  { name: 'NUL', xml: inside('a\u0000b'), code: 'xml.not-well-formed', says: /NUL character/ },
  { name: 'control character', xml: inside('a\u0007b'), code: 'xml.not-well-formed', says: /U\+0007/ },
  {
    name: 'reference to NUL',
    xml: inside('a&#0;b'),
    code: 'xml.not-well-formed',
    says: /no reference to a character/,
  },
  {
    name: 'undeclared prefix',
    xml: inside('<x:y/>'),
    code: 'xml.not-well-formed',
    says: /prefix x: is not declared/,
  },
  { name: 'two roots', xml: `${good}<TEI/>`, code: 'xml.not-well-formed', says: /second root/ },
  { name: 'text after the root', xml: `${good}words`, code: 'xml.not-well-formed', says: /outside the root/ },
  {
    name: 'missing end tag',
    xml: good.replace('One.</p>', 'One.'),
    code: 'xml.not-well-formed',
    says: /<\/div> stands where <p> opened at line 13, column 1 is still open/,
  },
  {
    name: 'cut off',
    xml: good.slice(0, good.indexOf('Two.')),
    code: 'xml.not-well-formed',
    says: /<\w+> is never closed/,
  },
  {
    name: 'attribute twice',
    xml: inside('<hi rend="a" rend="b">x</hi>'),
    code: 'xml.not-well-formed',
    says: /rend occurs twice/,
  },
  { name: 'bare ampersand', xml: inside('AT & T'), code: 'xml.not-well-formed', says: /ampersand/i },
  { name: 'nothing', xml: '', code: 'xml.not-well-formed', says: /no root element/ },
  { name: 'text alone', xml: 'Search in', code: 'xml.not-well-formed', says: /outside the root|no root/ },
  {
    name: 'declared Latin-1 in a text',
    xml: good.replace('UTF-8', 'ISO-8859-1'),
    code: 'xml.encoding',
    says: /declares the encoding ISO-8859-1/,
  },
  {
    name: 'Latin-1 without saying so',
    xml: Uint8Array.from([...'<TEI>caf'].map((c) => c.charCodeAt(0)).concat(0xe9, 0x3c)),
    code: 'xml.encoding',
    says: /byte 9 does not fit/,
  },
  {
    name: 'an encoding nobody knows',
    xml: new TextEncoder().encode(good.replace('UTF-8', 'EBCDIC-X')),
    code: 'xml.encoding',
    says: /not known/,
  },
  {
    name: 'nesting without end',
    xml: inside(`${'<hi>'.repeat(maxDepth + 10)}${'</hi>'.repeat(maxDepth + 10)}`),
    code: 'xml.not-well-formed',
    says: /nested more than/,
  },
  { name: 'TEI P4', xml: '<TEI.2><teiHeader/></TEI.2>', code: 'tei.namespace', says: /TEI P4/ },
  {
    name: 'no namespace',
    xml: good.replace(/ xmlns="[^"]*"/, ''),
    code: 'tei.namespace',
    says: /no namespace/,
  },
  {
    name: 'another namespace',
    xml: good.replace('/ns/1.0', '/ns/2.0'),
    code: 'tei.namespace',
    says: /instead of http:\/\/www.tei-c.org\/ns\/1.0/,
  },
  {
    name: 'HTML',
    xml: '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    code: 'tei.namespace',
    says: /not TEI/,
  },
  {
    name: 'a corpus',
    xml: '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>',
    code: 'tei.namespace',
    says: /one TEI in one file/,
  },
];

describe('refused', () => {
  test.each(cases)('$name', ({ xml, code, says, at }) => {
    const found = check(xml);
    expect(found).toHaveLength(1);
    const [first] = found;
    expect(first).toMatchObject({ code, severity: 'error', file: 'x.xml' });
    expect(first?.message).toMatch(says);
    expect(first?.fix).toMatch(/\.$/);
    expect(first?.position?.line).toBeGreaterThan(0);
    if (at) expect(`${first?.position?.line}:${first?.position?.column}`).toBe(at);
  });
});

describe('taken', () => {
  test.each([
    ['UTF-8 with its mark', `\uFEFF${good}`],
    ['bytes', new TextEncoder().encode(good)],
    ['UTF-16 with its mark', utf16(good.replace('UTF-8', 'UTF-16'))],
    ['CR LF', good.replaceAll('\n', '\r\n')],
    ['a plain DOCTYPE', good.replace('<TEI', '<!DOCTYPE TEI><TEI')],
    [
      'comments and instructions',
      inside('a<!-- c --><?pi x?>b').replace('<TEI', '<!-- before --><?xml-model href="x"?><TEI'),
    ],
    ['CDATA and references', inside('<![CDATA[<&]]> &lt; &#x4f50;')],
  ])('%s', (_, xml) => {
    expect(check(xml)).toEqual([]);
  });

  test('an external DTD is not read, and that is said', () => {
    const [found, ...more] = check(good.replace('<TEI', '<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI'));
    expect(found).toMatchObject({ code: 'xml.doctype', severity: 'warning' });
    expect(more).toEqual([]);
  });
});

test('many mistakes are not told without end', () => {
  const many = inside(Array.from({ length: 2000 }, () => '<bogus/>').join(''));
  expect(check(many).length).toBeLessThanOrEqual(201);
});
