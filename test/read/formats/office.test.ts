/** Word files and PDFs: what is text comes through, what is not is named, what is broken is told. */
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { audit } from '../../../src/audit/index.ts';
import { check, encodeSource, read } from '../../../src/pipeline.ts';
import { context as plain } from '../../helpers/document.ts';
import { docxOf, footnoteMark, pdfOf, typed, wordParagraph } from '../../helpers/office.ts';

const context = { ...plain, version: '1.0.0' };
const from = (bytes: Uint8Array, name: string) => read(bytes, `sources/${name}`, context);
const only = async (bytes: Uint8Array, name: string) => {
  const { sources } = await from(bytes, name);
  expect(sources).toHaveLength(1);
  return sources[0]!;
};
const messages = async (bytes: Uint8Array, name: string) =>
  (await from(bytes, name)).diagnostics.map((d) => `${d.code}: ${d.message}`);

async function teiOf(bytes: Uint8Array, name: string): Promise<string> {
  const source = await only(bytes, name);
  const { tei } = encodeSource(source, context);
  expect(audit(source, String(tei.content), tei.path)).toMatchObject({ ok: true });
  expect(check(tei, context).filter((d) => d.severity === 'error')).toEqual([]);
  return String(tei.content);
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const letter = [
  'The Ambassador to the Secretary of State',
  'I have the honour to report that the boats came in on Monday. They were late, as they always are in this season.',
].map((line) => wordParagraph(line));

describe('Word', () => {
  test('paragraphs, notes with their marks, tables, a page break', async () => {
    const bytes = docxOf(
      `${letter[0]}${wordParagraph('The boats came.', footnoteMark(5), ' All of them.')}${wordParagraph('Before', '<w:r><w:br w:type="page"/></w:r>', 'after')}<w:tbl><w:tr><w:tc>${wordParagraph('a')}</w:tc><w:tc>${wordParagraph('b')}</w:tc></w:tr><w:tr><w:tc>${wordParagraph('c')}</w:tc><w:tc>${wordParagraph('d')}</w:tc></w:tr></w:tbl>`,
      { 5: wordParagraph('See the minute.') },
    );
    expect((await only(bytes, 'a.docx')).text).toBe(
      'The Ambassador to the Secretary of State\n\nThe boats came.[1] All of them.\n\nBefore\n\fafter\n\na\tb\nc\td\n\n[1] See the minute.\n',
    );
    expect(await teiOf(bytes, 'a.docx')).toContain('Before\n<pb rend="U+000C"/>after');
  });

  test('lines that empty paragraphs part stay together', async () => {
    const lines = ['From: Grey', 'To: Marsh', '', 'Your letter has come.', ''].map((l) => wordParagraph(l));
    expect((await only(docxOf(lines.join('')), 'a.docx')).text).toBe(
      'From: Grey\nTo: Marsh\n\nYour letter has come.\n',
    );
  });

  test('what is not text is named: changes, comments, pictures, heads of pages', async () => {
    const body = `${letter[1]}${wordParagraph(
      'It was ',
      '<w:del w:id="1" w:author="x"><w:r><w:delText>never</w:delText></w:r></w:del>',
      '<w:ins w:id="2" w:author="x"><w:r><w:t>always</w:t></w:r></w:ins>',
      ' so.',
      '<w:r><w:commentReference w:id="0"/></w:r>',
    )}`;
    const bytes = docxOf(
      body,
      {},
      {
        'word/media/image1.png': new Uint8Array(8),
        'word/header1.xml': `<w:hdr ${w}>${wordParagraph('SECRET')}</w:hdr>`,
      },
    );
    expect((await only(bytes, 'a.docx')).text).toContain('It was always so.');
    const told = (await messages(bytes, 'a.docx')).join('\n');
    for (const part of [
      '1 picture',
      '1 tracked deletion ("never")',
      '1 tracked insertion',
      '1 comment',
      '"SECRET"',
    ])
      expect(told).toContain(part);
  });

  test('numbers that Word counts by itself are told', async () => {
    const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>First.</w:t></w:r></w:p>`;
    const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    expect(await messages(docxOf(item, {}, { 'word/numbering.xml': numbering }), 'a.docx')).toEqual([
      expect.stringContaining('counts 1 numbered paragraphs by itself'),
    ]);
  });

  test('words in an element that the library passes over are told', async () => {
    const strange = `<w:p><w:strange><w:r><w:t>secret annex</w:t></w:r></w:strange></w:p>`;
    expect((await messages(docxOf(`${letter[0]}${strange}`), 'a.docx')).join('\n')).toContain(
      '"secretannex"',
    );
  });

  test.each([
    ['no ZIP', Buffer.from('plain words'), 'read.damaged'],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'read.protected'],
    ['half of a file', docxOf(letter.join('')).subarray(0, 300), 'read.damaged'],
    ['XML that is not well-formed', docxOf('<w:p>'), 'read.damaged'],
    [
      'no document within',
      docxOf('', {}, { 'word/document.xml': `<other/>`, '_rels/.rels': '<a/>' }),
      'read.damaged',
    ],
    ['no words', docxOf('<w:p/>'), 'read.empty'],
    [
      'entities that swell',
      docxOf(
        '',
        {},
        {
          'word/document.xml': `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document ${w}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
        },
      ),
      'read.damaged',
    ],
    ['nesting without end', docxOf(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`), 'read.damaged'],
  ])('%s', async (_, bytes, code) => {
    const { sources, diagnostics } = await from(bytes, 'a.docx');
    expect(sources).toEqual([]);
    expect(diagnostics.at(-1)?.code).toBe(code);
  });

  test('a file that would swell beyond the limit is not unpacked', async () => {
    const bomb = docxOf('', {}, { 'word/document.xml': Buffer.alloc(3_000_000, 32) });
    expect(bomb.length).toBeLessThan(10_000);
    const settings = { ...context.settings, limits: { ...context.settings.limits, bytes: 500_000 } };
    const { diagnostics } = await read(bomb, 'sources/a.docx', { settings });
    expect(diagnostics.map((d) => d.code)).toEqual(['read.too-large']);
  });
});

describe('PDF', () => {
  const pages = [
    typed([
      'The Ambassador to the Secretary',
      '',
      'The boats came in on Monday, and the men',
      'went ashore at once,',
      '',
      '- 1 -',
    ]),
    typed(['for they were tired.', '', 'All is well.', '', '- 2 -']),
  ];

  test('lines, paragraphs, and pages with their numbers', async () => {
    const source = await only(pdfOf(pages), 'a.pdf');
    expect(source.text).toBe(
      'The Ambassador to the Secretary\n\nThe boats came in on Monday, and the men\nwent ashore at once,\n\n- 1 -\n\ffor they were tired.\n\nAll is well.\n\n- 2 -\n',
    );
    expect(source.pages?.map((p) => p.n)).toEqual(['1', '2']);
    expect(source.furniture.map((f) => source.text.slice(f.span.start, f.span.end))).toEqual([
      '- 1 -',
      '- 2 -',
    ]);
  });

  test('a pb for each page, the first too', async () => {
    const tei = await teiOf(pdfOf(pages), 'a.pdf');
    expect([...tei.slice(tei.indexOf('<text')).matchAll(/<pb[^>]*>/g)].map(String)).toEqual([
      '<pb n="1"/>',
      '<pb n="2" rend="U+000C"/>',
    ]);
    expect(tei).toContain('<note type="text-layer">text layer of a PDF');
  });

  test('words apart on a line are parted by blanks, wide gaps by many; columns are read one by one', async () => {
    const apart = [
      { text: 'TO:', x: 72, y: 780 },
      { text: 'The', x: 150, y: 780 },
      { text: 'Secretary', x: 172, y: 780 },
      ...typed(['one', 'two'], 72, 700),
      ...typed(['three', 'four'], 320, 700),
    ];
    expect((await only(pdfOf([apart]), 'a.pdf')).text).toMatch(
      /^TO: {6,}The Secretary\n\none\ntwo\n\nthree\nfour\n$/,
    );
  });

  test('words out of order are put where they stand', async () => {
    const [first, second, third] = typed(['first line of it', 'second line of it', 'third line of it']);
    expect((await only(pdfOf([[third!, first!, second!]]), 'a.pdf')).text).toBe(
      'first line of it\nsecond line of it\nthird line of it\n',
    );
  });

  test.each([
    ['no PDF', Buffer.from('plain words'), 'read.damaged'],
    ['a head and no body', Buffer.from('%PDF-1.7\n'), 'read.damaged'],
    ['a scan', pdfOf([[], []]), 'read.no-text-layer'],
    [
      'one with a password',
      pdfOf(
        [typed(['x'])],
        `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> /P -4 >> /ID [<00><00>]`,
      ),
      'read.protected',
    ],
  ])('%s', async (_, bytes, code) => {
    const { sources, diagnostics } = await from(bytes, 'a.pdf');
    expect(sources).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
  });

  test('a page without text among others is named', async () => {
    expect(await messages(pdfOf([typed(['words of a page']), []]), 'a.pdf')).toEqual([
      'read.left-out: There is no text on page 2 of 2: perhaps pictures of pages',
    ]);
  });
});

describe('form feeds in plain text', () => {
  test('each is a page break, and the audit finds it again', async () => {
    const bytes = Buffer.from('The first page ends here.\n\fThe second one\ngoes on\n\fto the third.\n');
    expect(await teiOf(bytes, 'a.txt')).toContain('here.\n<pb rend="U+000C"/>The second');
  });
});
