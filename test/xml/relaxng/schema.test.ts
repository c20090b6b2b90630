/** Reading schemas: what is refused and where, files, both syntaxes. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileRelaxNg, fileResolver, RelaxNgError, validateXml } from '../../../src/xml/relaxng/index.ts';
import { resolveUri } from '../../../src/xml/relaxng/uri.ts';
import { XsdRegex, XsdRegexError } from '../../../src/xml/relaxng/xsd-regex.ts';

const NS = 'xmlns="http://relaxng.org/ns/structure/1.0"';

function refusal(text: string, resolve?: (uri: string) => string): string {
  try {
    compileRelaxNg(text, { uri: 'schema.rng', ...(resolve ? { resolve } : {}) });
  } catch (error) {
    if (error instanceof RelaxNgError) return `${error.uri}:${error.line}:${error.column} ${error.message}`;
    throw error;
  }
  return 'accepted';
}

test.each([
  ['not well-formed', `<element name="a" ${NS}>\n<empty>`, /^schema\.rng:2:\d+ not well-formed/],
  [
    'section 3',
    `<element name="a" ${NS}>\n<emty/></element>`,
    /^schema\.rng:2:8 the element "emty" is not allowed here/,
  ],
  ['4.10', `<element name="p:a" ${NS}><empty/></element>`, /the prefix "p" is not declared/],
  [
    '4.16',
    `<element name="a" ${NS}><attribute name="xmlns"/></element>`,
    /no attribute can be named "xmlns"/,
  ],
  [
    '4.17',
    `<grammar ${NS}><start><text/></start><start><text/></start></grammar>`,
    /"start" is there twice without "combine"/,
  ],
  ['4.18', `<element name="a" ${NS}><ref name="x"/></element>`, /stands outside a grammar/],
  [
    '4.19',
    `<grammar ${NS}><start><ref name="x"/></start><define name="x"><ref name="x"/></define></grammar>`,
    /refers to itself/,
  ],
  [
    '7.1.3',
    `<element name="a" ${NS}><list><text/></list></element>`,
    /list\/\/text is not allowed \(7\.1\.3\)/,
  ],
  [
    '7.2',
    `<element name="a" ${NS}><value>x</value><element name="b"><empty/></element></element>`,
    /\(7\.2\)/,
  ],
  [
    '7.3',
    `<element name="a" ${NS}><attribute name="b"/><attribute name="b"/></element>`,
    /the attribute "b" is there twice/,
  ],
  ['7.4', `<element name="a" ${NS}><interleave><text/><text/></interleave></element>`, /\(7\.4\)/],
  [
    'a datatype',
    `<element name="a" ${NS}><data type="datum" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"/></element>`,
    /has no datatype "datum"/,
  ],
  [
    'a file without resolver',
    `<externalRef href="x.rng" ${NS}/>`,
    /"x\.rng" cannot be read: no resolver was given/,
  ],
  [
    'compact syntax',
    'element a {\n  empty | text, text }',
    /^schema\.rng:2:\d+ "\|" and "," must be kept apart/,
  ],
])('refused with its place: %s', (_, text, expected) => {
  expect(refusal(text)).toMatch(expected);
});

test('an error in an included file names that file', () => {
  const resolve = (): string => `<grammar ${NS}>\n<start><foo/></start></grammar>`;
  expect(refusal(`<grammar ${NS}><include href="sub/x.rng"/></grammar>`, resolve)).toMatch(/^sub\/x\.rng:2:/);
});

describe('fileResolver', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'resolver-'));
  mkdirSync(path.join(folder, 'in', 'sub'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.rnc'), 'text');
  writeFileSync(path.join(folder, 'in', 'sub', 'p q.rnc'), 'element p { external "text.rng" }');
  writeFileSync(path.join(folder, 'in', 'sub', 'text.rng'), `<text ${NS}/>`);
  symlinkSync(path.join(folder, 'secret.rnc'), path.join(folder, 'in', 'link.rnc'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const resolve = fileResolver(path.join(folder, 'in'));

  test('reads what is inside, in either syntax', () => {
    const schema = compileRelaxNg('element a { external "sub/p%20q.rnc" }', { resolve });
    expect(validateXml(schema, '<a><p>text</p></a>')).toEqual([]);
  });

  test.each([
    '../secret.rnc',
    'link.rnc',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://example.org/x.rng',
    'data:,x',
  ])('refuses %s', (href) => {
    expect(() => compileRelaxNg(`element a { external "${href}" }`, { resolve })).toThrow(/cannot be read/);
  });
});

test.each([
  ['a/b.rng', 'c.rng', 'a/c.rng'],
  ['a/b.rng', '../../c.rng', '../c.rng'],
  ['http://h/a/b?q', './c/../d', 'http://h/a/d'],
  ['file:///a/b', '/c', 'file:///c'],
  ['x', 'http://h/', 'http://h/'],
  ['http://h', 'a', 'http://h/a'],
])('%s + %s = %s', (base, reference, expected) => {
  expect(resolveUri(base, reference)).toBe(expected);
});

describe('patterns of XML Schema', () => {
  test.each<[string, string[], string[]]>([
    ['[^\\p{C}\\p{Z}]+', ['aé-1'], ['a b', '', '\u00a0']],
    ['[\\-+]?\\d+(\\.\\d+)?(%|cm|mm)', ['12cm', '-1.5%', '٣mm'], ['12', '1,5cm']],
    ['[a-z-[aeiou]]{2,3}', ['bcd', 'xy'], ['ab', 'b', 'bcdf']],
    ['\\i\\c*', ['a:b-1', '_'], ['1a', '']],
    ['\\p{IsGreek}\\P{IsGreek}', ['αa'], ['aα']],
    ['a.c|[^a].', ['abc', 'xy'], ['a\nc', 'ab']],
    ['(a|b)*(c{0,2}|\\\\)', ['', 'abba', 'acc', 'b\\'], ['accc']],
    ['[\\d]+[a-z]*', ['12ab'], ['ab']],
    ['\\S+\\s\\W\\w', ['ab .a'], ['ab aa']],
    ['^a$', ['^a$'], ['a']],
    ['[.^$|]+', ['.^$|'], ['a']],
    ['\\C\\I', ['  '], ['ab']],
    ['.', ['😀'], ['ab']],
  ])('%s', (source, yes, no) => {
    const regex = new XsdRegex(source);
    expect(yes.filter((text) => !regex.matches(text))).toEqual([]);
    expect(no.filter((text) => regex.matches(text))).toEqual([]);
  });

  test.each([
    'a**',
    '(',
    ')',
    '[',
    '[]',
    '[z-a]',
    'a{2,1}',
    '\\q',
    '\\p{Xx}',
    '\\p{IsNowhere}',
    '*',
    '[a-\\d]',
  ])('%s is refused', (source) => {
    expect(() => new XsdRegex(source)).toThrow(XsdRegexError);
  });
});
