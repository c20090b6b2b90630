/** What every reader promises, asked of every row of the table; then of files that are broken in every way. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import type { Source } from '../../src/document.ts';
import { encodeSource, read } from '../../src/pipeline.ts';
import { formats } from '../../src/read/formats.ts';
import { bare as context } from '../helpers/document.ts';
import { docxOf, footnoteMark, pdfOf, typed, wordParagraph } from '../helpers/office.ts';

const lines = ['The Ambassador to the Secretary', '', 'He said, “We shall go on 5 May 1961.”', '', 'Grey'];
const letter = lines.join('\n');
const paragraphs = lines.filter((l) => l !== '');

/** A file of each format, with the same words. A format without one fails below. */
const samples: Readonly<Record<string, Uint8Array>> = {
  text: Buffer.from(letter),
  markdown: Buffer.from(`---\ntitle: "Letter"\n---\n\n${letter}`),
  html: Buffer.from(
    `<html lang="en"><head><title>Letter</title></head><body><nav>Home</nav><main>${paragraphs.map((l) => `<p>${l}</p>`).join('')}</main></body></html>`,
  ),
  json: Buffer.from(
    JSON.stringify([
      { id: 1, title: 'Letter', text: letter },
      { id: 2, text: letter },
    ]),
  ),
  jsonl: Buffer.from(
    `${JSON.stringify({ id: 1, text: letter })}\n${JSON.stringify({ id: 2, text: letter })}\n`,
  ),
  csv: Buffer.from(`id,text\n1,"${letter}"\n2,"${letter}"\n`),
  docx: docxOf(paragraphs.map((l) => wordParagraph(l, footnoteMark(1))).join(''), {
    1: wordParagraph('A note.'),
  }),
  pdf: pdfOf([typed(lines.map((l) => l.replace(/[“”]/g, '"'))), typed(['A second page.'])]),
  tei: Buffer.from(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body>${paragraphs.map((l) => `<p>${l}</p>`).join('')}</body></text></TEI>`,
  ),
};

const name = (format: (typeof formats)[number]): string => `sources/letter${format.endings[0]}`;

/** Whatever the bytes are: sources that keep the promises, or an error that says why there are none. */
async function keepsPromises(bytes: Uint8Array, path: string): Promise<readonly Source[]> {
  const before = Buffer.from(bytes);
  const { sources, diagnostics } = await read(bytes, path, context);
  expect(before.equals(bytes)).toBe(true);
  expect(sources.length > 0 || diagnostics.some((d) => d.severity === 'error')).toBe(true);
  for (const { code, message, file } of diagnostics) {
    expect(code).toMatch(/^(?:read|xml|json|tei)\./);
    expect(message).not.toMatch(/^\s*$|undefined|\[object|at .*\.js:\d/);
    expect(file).toBe(path);
  }
  for (const source of sources) {
    expect(source.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(source.bytes).toBe(bytes.length);
    expect(source.text).toMatch(/\S/);
    // A surrogate alone is no character either.
    expect(source.text).not.toMatch(/[\0-\x08\x0b\r\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u);
    let end = 0;
    for (const { span } of source.furniture) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
    }
    expect(end).toBeLessThanOrEqual(source.text.length);
    for (const { at } of source.pages ?? []) expect(at === 0 || source.text[at] === '\f').toBe(true);
  }
  return sources;
}

describe.each(formats.map((f) => [f.name, f] as const))('%s', (_, format) => {
  const sample = samples[format.name];

  test('there is a sample of it', () => expect(sample).toBeDefined());

  test('its words come through, twice the same, and every one is in the TEI', async () => {
    const sources = await keepsPromises(sample!, name(format));
    expect((await read(sample!, name(format), context)).sources).toEqual(sources);
    expect(sources.length).toBe(['json', 'jsonl', 'csv'].includes(format.name) ? 2 : 1);
    for (const source of sources) {
      expect(source).toMatchObject({ format: format.name });
      expect(source.text.replace(/\s+/g, ' ')).toContain('We shall go on 5 May 1961.');
      const { document, tei } = encodeSource(source, context);
      expect(audit(source, String(tei.content), tei.path)).toMatchObject({ ok: true, diagnostics: [] });
      expect(document.annotations.some((a) => a.kind === 'date' && a.when === '1961-05-05')).toBe(true);
    }
  });

  test('an empty file, and one of another kind, are findings', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('\ufeff'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    ])
      expect(await keepsPromises(bytes, name(format))).toEqual([]);
  });

  test('a file beyond the limit is not opened', async () => {
    const settings = {
      ...context.settings,
      limits: { ...context.settings.limits, bytes: sample!.length - 1 },
    };
    const { sources, diagnostics } = await read(sample!, name(format), { settings });
    expect([sources, diagnostics.map((d) => d.code)]).toEqual([[], ['read.too-large']]);
  });

  test('cut, flipped, doubled, stuffed: it is read whole or refused', { timeout: 120_000 }, async () => {
    const mutation = fc.oneof(
      fc.record({ is: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({
        is: fc.constant('flip' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        bit: fc.nat(7),
      }),
      fc.record({
        is: fc.constant('double' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(200),
      }),
      fc.record({
        is: fc.constant('stuff' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        with: fc.constantFrom(
          '\0',
          '\f',
          '<',
          '"',
          '&#0;',
          '{',
          '\\ud800',
          '\u202e',
          '<w:p>',
          'endobj',
          '<![CDATA[',
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        let bytes = Buffer.from(sample!);
        for (const m of mutations) {
          const at = Math.floor(m.at * bytes.length);
          if (m.is === 'cut') bytes = bytes.subarray(0, at);
          else if (m.is === 'flip' && at < bytes.length) {
            bytes = Buffer.from(bytes);
            bytes[at] = (bytes[at] ?? 0) ^ (1 << m.bit);
          } else if (m.is === 'double')
            bytes = Buffer.concat([bytes.subarray(0, at + m.length), bytes.subarray(at)]);
          else if (m.is === 'stuff')
            bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(m.with), bytes.subarray(at)]);
        }
        await keepsPromises(bytes, name(format));
      }),
      { numRuns: format.name === 'pdf' || format.name === 'docx' ? 60 : 150 },
    );
  });
});

describe('hostile files', () => {
  test.each([
    ['JSON nested without end', 'a.json', '['.repeat(200_000)],
    ['objects nested without end', 'a.jsonl', '{"a":'.repeat(100_000)],
    ['HTML nested without end', 'a.html', '<b>'.repeat(20_000)],
    [
      'a billion laughs',
      'a.xml',
      '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&b;</TEI>',
    ],
    [
      'an external entity',
      'a.xml',
      '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&x;</TEI>',
    ],
    ['TEI nested without end', 'a.xml', `<TEI xmlns="http://www.tei-c.org/ns/1.0">${'<div>'.repeat(5000)}`],
    ['a quotation mark that never closes', 'a.csv', `id,text\n1,"${'x\n'.repeat(50_000)}`],
    ['one line without end', 'a.txt', 'word '.repeat(100_000)],
    ['separators alone', 'a.csv', `id,text\n${','.repeat(100_000)}`],
  ])('%s', { timeout: 60_000 }, async (_, path, content) => {
    await keepsPromises(Buffer.from(content), path);
  });
});
