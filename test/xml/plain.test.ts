import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanPlain } from '../../src/xml/plain.ts';
import { maxDepth, scanAny, scanXml, type XmlHandler } from '../../src/xml/scan.ts';

/** Everything a handler is told, in order; what a prefix means is asked at the time. */
function recorder(): { readonly events: unknown[]; readonly handler: XmlHandler } {
  const events: unknown[] = [];
  const handler: XmlHandler = {
    startElement: ({ resolvePrefix, ...start }) =>
      events.push({ start, prefixes: ['', 'xml', 'a', 'b'].map(resolvePrefix) }),
    text: (text) => events.push({ text: { ...text } }),
    comment: (comment) => events.push({ comment: { ...comment } }),
    instruction: (target, body) => events.push({ target, body: { ...body } }),
    endElement: (name, uri, place) => events.push({ end: name, uri, place: { ...place } }),
  };
  return { events, handler };
}

/** What this reading tells must be what saxes tells; and it may take no document that saxes refuses. */
function readBoth(xml: string): { readonly whole: boolean } {
  const quick = recorder();
  const careful = recorder();
  const { told, whole } = scanPlain(xml, quick.handler, maxDepth);
  const diagnostics = scanAny(xml, 'x.xml', careful.handler);
  expect(told).toBe(quick.events.length);
  expect(quick.events).toEqual(whole ? careful.events : careful.events.slice(0, told));
  if (whole) expect(diagnostics).toEqual([]);

  const both = recorder();
  expect(scanXml(xml, 'x.xml', both.handler)).toEqual(diagnostics);
  expect(both.events).toEqual(careful.events);
  return { whole };
}

const cable = readFileSync(new URL('../../tei/1978-07-22-sato-1384.xml', import.meta.url), 'utf8');

describe('XML read quickly where it is plain', () => {
  test('the TEI of the first cable is read whole, and tells what the parser tells', () => {
    expect(readBoth(cable)).toEqual({ whole: true });
  });

  const taken: Readonly<Record<string, string>> = {
    'an empty root': '<a/>',
    'white space around the root': '\n<a></a >\n ',
    'a declaration': '<?xml version="1.0" encoding="utf-8" standalone="yes" ?>\n<a/>',
    references: '<a b="&quot;&#10;&#x1F600;">&lt;&amp;&gt;&apos;&#xA;</a>',
    'white space in a value': '<a b = \'1\n2\t3\' c="">x</a>',
    namespaces: '<a:r xmlns:a="u" xmlns="d" a:x="1" x="2"><b xmlns=""/><a:b xmlns:a="v"/><c/></a:r>',
    'the prefix xml': '<a xml:id="i" xml:lang="en"/>',
    'comments and instructions, inside and around':
      '<?p?><!----><a><!-- <b> & --><?q  r ?></a><!-- - --><?s t?>',
    'text in any script, beyond the first plane too': '<a b="佐藤">佐藤 😀 é</a>',
    'a greater-than sign in text and value': '<a b=">">1 > 0 ]] ></a>',
  };
  for (const [name, xml] of Object.entries(taken))
    test(`takes ${name}`, () => {
      expect(readBoth(xml)).toEqual({ whole: true });
    });

  const left: readonly string[] = [
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a></ab>',
    '<ab></a>',
    '<a/><b/>',
    '<a/>text',
    '<a>]]></a>',
    '<a><![CDATA[<]]></a>',
    '<a>\r\n</a>',
    '<a>&nbsp;</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a>&constructor;</a>',
    '<a>& b</a>',
    '<a>\u0001</a>',
    '<a>\uD800</a>',
    '<a>\uFFFE</a>',
    '<a b="<"/>',
    '<a b=1/>',
    '<a b/>',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b="1',
    '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>',
    '<a xmlns:p="u" xmlns:p="v"/>',
    '<p:a/>',
    '<a p:b="1"/>',
    '<a xmlns:p=""/>',
    '<a xmlns:xml="u"/>',
    '<a xmlns:xmlns="u"/>',
    '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
    '<xmlns:a/>',
    '<a:b:c xmlns:a="u"/>',
    '<a: xmlns:a="u"/>',
    '<:a/>',
    '<a xmlns:a="u"><a:1/></a>',
    '<1a/>',
    '< a/>',
    '<é/>',
    '<aé/>',
    '<a é="1"/>',
    '<a / >',
    '<!-- a -- b --><a/>',
    '<!-- a ---><a/>',
    '<!--',
    '<!DOCTYPE a><a/>',
    '<?xml version="1.1"?><a/>',
    "<?xml version='1.0'?><a/>",
    '<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<a><?xml version="1.0"?></a>',
    '<a><?XML a?></a>',
    '<a><?1?></a>',
    '<a><?p:q?></a>',
    '<a><?p!?></a>',
    '<a><?p',
    '\uFEFF<a/>',
  ];
  for (const xml of left)
    test(`leaves to the parser: ${JSON.stringify(xml)}`, () => {
      expect(readBoth(xml)).toEqual({ whole: false });
    });

  test('leaves what is nested too deep', () => {
    const deep = (n: number): string => '<a>'.repeat(n) + '</a>'.repeat(n);
    expect(readBoth(deep(maxDepth)).whole).toBe(true);
    expect(readBoth(deep(maxDepth + 1)).whole).toBe(false);
  });

  test('never disagrees with the parser, whatever has been done to a document', () => {
    const seeds = [...Object.values(taken), cable.slice(0, cable.indexOf('<sourceDesc>'))];
    const pieces = [
      ...'<>&\'"/=:;!?-[]# \t\n\r\u0000aé1😀\uD800\uFEFF'.split(''),
      ...[
        ']]>',
        '<!--',
        '-->',
        '<?p',
        '?>',
        '<![CDATA[',
        '&#',
        '&amp;',
        ' xmlns:a="u"',
        ' a:x="1"',
        '</a>',
        '<a>',
        ' b="1"',
      ],
    ];
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 4 }),
      put: fc.constantFrom('', ...pieces),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (seed, changes) => {
          let xml = seed;
          for (const { at, cut, put } of changes) {
            const place = at % (xml.length + 1);
            xml = xml.slice(0, place) + put + xml.slice(place + cut);
          }
          readBoth(xml);
        },
      ),
      { numRuns: Number(process.env.CHANCERY_PLAIN_RUNS ?? 1500) },
    );
  });
});
