/** Each part of ISO Schematron, in one schema that is compiled once. */
import { describe, expect, test } from 'vitest';
import { reachOf } from '../../src/xml/schematron/contexts.ts';
import {
  readSchematron,
  Schematron,
  SchematronError,
  svrlOutput,
  transpile,
} from '../../src/xml/schematron/index.ts';
import { brief, make, run } from './engine.ts';

const sch = (body: string, attributes = 'queryBinding="xslt3"'): string =>
  `<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:f" ${attributes}>${body}</sch:schema>`;

const files: Readonly<Record<string, string>> = {
  '/schemas/parts/more.sch': `<sch:pattern xmlns:sch="http://purl.oclc.org/dsdl/schematron" id="included">
    <sch:rule context="t:q"><sch:report id="included" test="true()" role="info">A q.</sch:report></sch:rule></sch:pattern>`,
  '/schemas/parts/rules.sch': `<sch:rules xmlns:sch="http://purl.oclc.org/dsdl/schematron"><sch:rule abstract="true" id="outside">
    <sch:assert id="outside-z" test="@z">No z.</sch:assert></sch:rule></sch:rules>`,
};
const resolve = (uri: string): string => {
  const text = files[uri];
  if (text === undefined) throw new Error('no such file');
  return text;
};

const all = sch(`
<sch:title>All of it</sch:title>
<sch:ns prefix="t" uri="urn:t"/><sch:ns prefix="f" uri="urn:f"/>
<sch:let name="limit" value="2"/>
<sch:let name="list"><item>a</item><item>b</item></sch:let>
<xsl:function name="f:twice"><xsl:param name="n"/><xsl:sequence select="2 * number($n)"/></xsl:function>
<xsl:key name="by" match="t:p" use="@k"/>
<sch:include href="parts/more.sch"/>
<sch:phase id="few"><sch:active pattern="first"/></sch:phase>
<sch:pattern id="first">
  <sch:rule context="t:p[@skip]"><sch:assert id="never" test="true()">x</sch:assert></sch:rule>
  <sch:rule context="t:p"><sch:assert id="second" test="@n">
     The <sch:name/> of <sch:name path=".."/> has <sch:emph>no</sch:emph> n &lt; <sch:value-of select="$limit"/>, <sch:value-of select="count($list/item)"/>.
  </sch:assert></sch:rule>
</sch:pattern>
<sch:pattern id="vars"><sch:let name="w" value="'one'"/>
  <sch:rule context="t:p[@n]"><sch:let name="m" value="f:twice(@n)"/>
    <sch:report id="twice" test="$m gt 2 and $w = 'one'" role="warning" diagnostics="d">Twice is <sch:value-of select="$m"/>.</sch:report></sch:rule></sch:pattern>
<sch:pattern id="vars2"><sch:let name="w" value="'two'"/>
  <sch:rule context="t:div" role="information"><sch:report id="w" test="$w = 'two'"><sch:value-of select="$w"/></sch:report></sch:rule></sch:pattern>
<sch:pattern abstract="true" id="needs"><sch:rule context="$what"><sch:assert id="needs" test="$att">No $att in <sch:name/>.</sch:assert></sch:rule></sch:pattern>
<sch:pattern is-a="needs" id="needs-x"><sch:param name="what" value="t:div"/><sch:param name="att" value="@x"/></sch:pattern>
<sch:pattern id="ext">
  <sch:rule abstract="true" id="base"><sch:assert id="key" test="count(key('by', @k)) = 1" role="nonfatal">Twice: <sch:value-of select="@k"/></sch:assert></sch:rule>
  <sch:rule context="t:p[@k]"><sch:extends rule="base"/></sch:rule>
  <sch:rule context="t:z"><sch:extends href="parts/rules.sch#outside"/></sch:rule>
</sch:pattern>
<sch:pattern id="other-nodes">
  <sch:rule context="@n"><sch:assert id="attribute" test="number(.) lt 3">Too large: <sch:value-of select="."/></sch:assert></sch:rule>
  <sch:rule context="t:q/text()"><sch:report id="text" test="contains(., 'bad')">Bad.</sch:report></sch:rule>
  <sch:rule context="/"><sch:report id="root" test="id('i')/@n = '3'">Root: <sch:value-of select="current()/*/name()"/></sch:report></sch:rule>
</sch:pattern>
<sch:pattern id="nowhere"><sch:rule context="t:absent"><sch:report id="absent" test="true()">x</sch:report></sch:rule></sch:pattern>
<sch:diagnostics><sch:diagnostic id="d">Halve it: <sch:value-of select="@n"/>.</sch:diagnostic></sch:diagnostics>`);

const document = `<div xmlns="urn:t"><p/>
<p skip=""/>
<p n="2" k="a"/><p n="3" k="a" xml:id="i"/>
<q>bad</q><z/></div>`;

describe('one schema', () => {
  const schematron = make(all, { resolve, fired: true });
  const result = run(schematron, document);

  test('what fails, where, and how bad it is', () => {
    expect([...brief(result)].sort()).toEqual(
      [
        'attribute 3:17 @n error Too large: 3',
        'included 4:1 info A q.',
        'key 3:1 warning Twice: a',
        'key 3:17 warning Twice: a',
        'needs 1:1 error No @x in div.',
        'outside-z 4:11 error No z.',
        'root 1:1 error Root: div',
        'second 1:20 error The p of div has no n < 2, 2.',
        'text 4:1 error Bad.',
        'twice 3:1 warning Twice is 4.',
        'twice 3:17 warning Twice is 6.',
        'w 1:1 info two',
      ].sort(),
    );
    expect(result.faults).toEqual([]);
    expect(result.failures.find((f) => f.check.id === 'twice')?.diagnostics).toEqual([
      { id: 'd', text: 'Halve it: 2.' },
    ]);
  });

  test('patterns whose contexts cannot occur are not asked', () => {
    const asked = result.events.flatMap((e) => (e.kind === 'pattern' ? [e.pattern.id] : []));
    expect(asked).not.toContain('nowhere');
    expect(asked).toContain('needs-x');
  });

  test('SVRL', () => {
    const svrl = svrlOutput(schematron.schema, result, 'x.xml');
    expect(svrl).toContain('<svrl:active-pattern id="first" documents="x.xml"/>');
    expect(svrl).toContain('<svrl:fired-rule context="t:p"/>');
    expect(svrl).toMatch(/<svrl:failed-assert id="second" location="\/Q\{urn:t\}div\[1\]\/Q\{urn:t\}p\[1\]"/);
    expect(svrl).toContain('<svrl:diagnostic-reference diagnostic="d"><svrl:text>Halve it: 2.');
  });
});

test('a phase', () => {
  const few = run(make(all, { resolve, phase: 'few' }), document);
  expect(few.failures.map((f) => f.check.id)).toEqual(['second']);
});

test('without a compiler the style sheet runs from its text', () => {
  const schema = readSchematron(
    sch(
      '<sch:pattern><sch:rule context="p"><sch:assert id="a" test="doc-available(\'\') and @n">No <sch:name/>.</sch:assert></sch:rule></sch:pattern>',
    ),
    { uri: '/schemas/x.sch' },
  )!;
  expect(brief(run(new Schematron(schema), '<p/>'))).toEqual(['a 1:1 error No p.']);
  const wrong = readSchematron(
    sch('<sch:pattern><sch:rule context="p">\n<sch:assert test="nosuch(.)"/></sch:rule></sch:pattern>'),
    { uri: '/schemas/x.sch' },
  )!;
  expect(() => run(new Schematron(wrong), '<p/>')).toThrow(/x\.sch:2:1: Unknown function/);
});

test('a test that cannot be evaluated is told, and the others are asked all the same', () => {
  const schema = sch(
    `<sch:pattern><sch:rule context="p"><sch:assert id="a" test="xs:date(@d) lt current-date()">x</sch:assert>
     <sch:report id="b" test="true()">Here.</sch:report></sch:rule></sch:pattern>`,
    '',
  );
  const result = run(make(schema), '<p d="1.1.1978"/>');
  expect(make(schema).schema.legacy).toBe(true);
  expect(brief(result)).toEqual(['b 1:1 error Here.']);
  expect(result.faults).toMatchObject([{ check: { id: 'a' }, reason: expect.stringContaining('1.1.1978') }]);
});

describe('schemas that cannot be used say where', () => {
  test.each([
    [
      'an expression',
      sch(
        '\n<sch:pattern><sch:rule context="p">\n<sch:assert test="nosuch(.)">x</sch:assert></sch:rule></sch:pattern>',
      ),
      /x\.sch:3:1: Unknown function.*nosuch/,
    ],
    [
      'a context',
      sch(
        '\n<sch:pattern><sch:rule context="p[">\n<sch:assert test=".">x</sch:assert></sch:rule></sch:pattern>',
      ),
      /x\.sch:2:14: /,
    ],
  ])('%s', (_, text, says) => {
    expect(() => make(text).prepare()).toThrow(says);
  });

  test.each([
    ['a query language', sch('', 'queryBinding="stx"'), /"stx" is not known/],
    [
      'no test',
      sch('<sch:pattern><sch:rule context="p"><sch:assert/></sch:rule></sch:pattern>'),
      /lacks the attribute "test"/,
    ],
    ['no such abstract pattern', sch('<sch:pattern is-a="x"/>'), /no abstract pattern "x"/],
    [
      'no such rule',
      sch('<sch:pattern><sch:rule context="p"><sch:extends rule="r"/></sch:rule></sch:pattern>'),
      /no abstract rule "r"/,
    ],
    [
      'no such diagnostic',
      sch(
        '<sch:pattern><sch:rule context="p"><sch:assert test="." diagnostics="d"/></sch:rule></sch:pattern>',
      ),
      /no diagnostic "d"/,
    ],
    ['an include that is missing', sch('<sch:include href="none.sch"/>'), /none\.sch.*cannot be read/],
    ['not XML', '<sch', /sch/],
    ['a module on the network', sch('<xsl:include href="https://example.org/x.xsl"/>'), /on the network/],
  ])('%s', (_, text, says) => {
    const made = () => transpile(readSchematron(text, { uri: '/schemas/x.sch', resolve })!);
    expect(made).toThrow(SchematronError);
    expect(made).toThrow(says);
  });

  test('no such phase', () => {
    expect(() => make(all, { resolve, phase: 'none' }).prepare()).toThrow(/no phase "none"; there are few/);
  });
});

test('what a context can reach', () => {
  expect(reachOf(['t:div/t:p[@n = "|"] | t:ab'])).toEqual({ select: '//t:p | //t:ab', names: ['p', 'ab'] });
  expect(reachOf(['@n', 'attribute::m'])).toEqual({ select: '//@n | //@m', names: ['@n', '@m'] });
  expect(reachOf(['t:*[@x]'])).toEqual({ select: '//t:*' });
  expect(reachOf(['(a | b)/c'])).toEqual({ select: '//c', names: ['c'] });
  for (const hard of ['a except b', '$x', 'key("a", "b")', 'a/(b|c)', 'node()', 'p[1] union q']) {
    expect(reachOf([hard]).names).toBeUndefined();
  }
});
