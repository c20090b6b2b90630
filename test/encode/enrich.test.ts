/** TEI of others: what is found goes around the words, nothing else changes, and the audit can tell. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { lossBetween } from '../../src/audit/kept.ts';
import type { Source } from '../../src/document.ts';
import { check, encodeSource, read } from '../../src/pipeline.ts';
import { withoutAdditions } from '../../src/xml/additions.ts';
import { compileRelaxNg, validateXml } from '../../src/xml/relaxng/index.ts';
import { bare as noRegister, context as plain } from '../helpers/document.ts';
import { shared } from '../helpers/shared.ts';

const bare = { ...noRegister, version: '1.0.0' };

const teiOf = (body: string, header = '', profile = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="letters.rng"?>
<!-- made by hand -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Letter</title>${header}</titleStmt>
      <publicationStmt><p>x</p></publicationStmt>
      <sourceDesc><p>x</p></sourceDesc>
    </fileDesc>${profile}
  </teiHeader>
  <text><body>${body}</body></text>
</TEI>
`;

const sourceOf = async (xml: string): Promise<Source> => {
  const { sources, diagnostics } = await read(Buffer.from(xml), 'sources/letter.xml', bare);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return sources[0]!;
};
const enriched = async (xml: string, context = bare): Promise<string> => {
  const source = await sourceOf(xml);
  const tei = String(encodeSource(source, context).tei.content);
  expect(audit(source, tei, 'tei/letter.xml')).toMatchObject({ ok: true, diagnostics: [] });
  expect(withoutAdditions(tei)).toBe(xml);
  return tei;
};

const dated = '\n    <profileDesc><creation><date when="1961-05-09">9 May</date></creation></profileDesc>';

describe('what is added', () => {
  test('dates and names around their words, reckoned from the day of the header', async () => {
    const tei = await enriched(
      teiOf('<p>I saw Foreign Minister Grey <hi rend="i">yesterday</hi>, and on 5 May.</p>', '', dated),
    );
    expect(tei).toContain('<hi rend="i"><date type="relative" when="1961-05-08"');
    expect(tei).toMatch(/<date [^>]*when="1961-05-05" [^>]*resp="#chancery"[^>]*>5 May<\/date>\.<\/p>/);
    expect(tei).toMatch(/<persName ref="#grey" [^>]*>Foreign Minister Grey<\/persName>/);
    expect(tei).toMatch(/<\/text><\?chancery-added\?><standOff>.*<persName>Grey<\/persName>/);
  });

  test('nothing where the mark-up speaks already, crosses, or takes no phrases', async () => {
    const body =
      '<p><date when="1961-05-05">5 May 1961</date> and <persName key="1">Foreign Minister <hi>Grey</hi></persName>, 6 <hi>May</hi> 1961 <idno>7 May 1961</idno></p><div><egXML xmlns="http://www.tei-c.org/ns/Examples"><p>8 May 1961</p></egXML></div>';
    expect(await enriched(teiOf(body, '', dated))).not.toContain('resp="#chancery"');
  });

  test('the day of the dateline, where the header gives none', async () => {
    const tei = await enriched(
      teiOf('<opener><dateline>London, 9 May 1961</dateline></opener><p>I came yesterday.</p>'),
    );
    expect(tei).toMatch(/<profileDesc><creation><date when="1961-05-09"/);
    expect(tei).toContain('when="1961-05-08"');
  });

  test('a file in which nothing is found stays as it is', async () => {
    const xml = teiOf('<p>Nothing to say.</p>');
    const source = await sourceOf(xml);
    expect(String(encodeSource(source, bare).tei.content)).toBe(xml);
  });

  test('ids that are taken, entities of XML, carriage returns, a prefix', async () => {
    await enriched(
      teiOf('<p xml:id="grey">A &amp; B &#x1F58B; saw Foreign Minister Grey&#160;on 5 May 1961.</p>\r\n'),
    );
    const prefixed = teiOf('<p>On 5 May 1961.</p>')
      .replace(/<(\/?)(?=[A-Za-z])/g, '<$1t:')
      .replace('xmlns=', 'xmlns:t=');
    expect(await enriched(prefixed)).toContain('<t:date when="1961-05-05"');
  });

  test('it is asked only what every TEI must answer', async () => {
    const source = await sourceOf(teiOf('<div rend="x"><p>On 5 May 1961.</p></div>'));
    const { tei } = encodeSource(source, bare);
    expect(check(tei, bare).filter((d) => d.severity === 'error')).toEqual([]);
  });

  test('what is no TEI of others is refused with a reason', async () => {
    for (const [xml, words] of [
      ['<TEI.2><text/></TEI.2>', 'not a TEI in the TEI namespace'],
      ['<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>', 'a corpus'],
      [
        teiOf('<p>x</p>', '<respStmt xml:id="chancery"><resp>x</resp><name>x</name></respStmt>'),
        'by Chancery before',
      ],
      ['<TEI', ''],
    ] as const) {
      const { sources, diagnostics } = await read(Buffer.from(xml), 'a.xml', bare);
      expect(sources).toEqual([]);
      expect(diagnostics.at(-1)).toMatchObject({
        severity: 'error',
        message: expect.stringContaining(words),
      });
    }
  });
});

describe('the proof', () => {
  const xml = teiOf(
    '<p n="1">I saw Grey on 5 May 1961.</p><!-- mine --><p>He <hi rend="i">left</hi> on 7 May 1961.</p>',
  );

  test.each([
    ['a word', 'He <hi', 'She <hi'],
    ['a letter', 'I saw', 'I sw'],
    ['an attribute', ' n="1"', ''],
    ['its value', 'rend="i"', 'rend="b"'],
    ['an element', '<hi rend="i">left</hi>', 'left'],
    ['a comment', '<!-- mine -->', ''],
    ['a paragraph', '<p n="1">', '<p n="1"/><p>'],
    ['words that are added', 'I saw', 'I really saw'],
  ])('%s that is changed is found', async (_, from, to) => {
    const source = await sourceOf(xml);
    const tei = await enriched(xml);
    const changed = tei.replace(from, to);
    expect(changed).not.toBe(tei);
    expect(audit(source, changed, 'a.xml')).toMatchObject({ ok: false });
  });

  test.each([
    ['a name tagged', 'He <hi', '<persName key="2">He</persName> <hi'],
    ['a note', 'left</hi>', 'left</hi><note>Grey, not Marsh.</note>'],
    ['a correction', 'I saw', 'I <choice><sic>saw</sic><corr>met</corr></choice>'],
    ['an attribute more', '<p n="1"', '<p n="1" xml:id="one"'],
    ['an assertion reviewed', 'resp="#chancery"', 'resp="#ed"'],
  ])('%s by an editor is none', async (_, from, to) => {
    const source = await sourceOf(xml);
    const changed = (await enriched(xml)).replace(from, to);
    expect(lossBetween(xml, changed)).toBeUndefined();
    expect(audit(source, changed, 'a.xml').diagnostics).toEqual([]);
  });

  test('an assertion without evidence is told', async () => {
    const source = await sourceOf(xml);
    const changed = (await enriched(xml)).replace(/ ana="#r[^"]*"/, '');
    expect(audit(source, changed, 'a.xml').diagnostics[0]?.code).toBe('audit.evidence');
  });

  test('any mark-up at all: strip what was added and the file is back', async () => {
    const words = fc.constantFrom(
      'On 5 May 1961 ',
      'yesterday ',
      'Foreign Minister Grey ',
      'said that “we shall go” ',
      'A &amp; B ',
      ' ',
      '\n   ',
      '&#233;',
      'Mr. Marsh said, “Go.” ',
      '<lb/>',
      '<!-- c -->',
      '<?pi x?>',
      '<![CDATA[6 May 1961]]>',
      '<pb n="2"/>',
    );
    const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        words,
        fc
          .tuple(
            fc.constantFrom('hi', 'seg', 'note', 'q', 'date', 'persName', 'choice', 'sic', 'corr', 'foreign'),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      ),
    })).node;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(tree, { maxLength: 6 }), { maxLength: 4 }), async (paragraphs) => {
        const body = paragraphs.map((p) => `<p>${p.join('')}</p>`).join('');
        const one = teiOf(`<p>x</p>${body}`, '', dated);
        const tei = await enriched(one, { ...plain, version: '1.0.0' });
        expect(lossBetween(one, tei)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});

test('a valid TEI of others stays valid', { timeout: 120_000 }, async (t) => {
  const grammar = compileRelaxNg(readFileSync(shared('schemas/tei_all.rng', t), 'utf8'), {
    uri: 'tei_all.rng',
  });
  const before = readFileSync(shared('corpus/frus/frus1961-63v05_header_d19.xml', t), 'utf8');
  const after = await enriched(before);
  expect(after).not.toBe(before);
  expect(validateXml(grammar, after).length).toBe(validateXml(grammar, before).length);
});
