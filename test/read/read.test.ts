/** Bytes become text without loss, or a finding says what is wrong and where. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSync as read } from '../../src/read/index.ts';
import { defaultSettings } from '../../src/settings.ts';

const context = { settings: defaultSettings };
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const readText = (bytes: Uint8Array, name = 'sources/a.txt') => read(bytes, name, context);

const utf16be = (text: string) => bytesOf(text, 'utf16le').swap16();
const utf32 = (text: string, little: boolean) => {
  const points = Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const buffer = Buffer.alloc(points.length * 4);
  points.forEach((point, at) => {
    if (little) buffer.writeUInt32LE(point, at * 4);
    else buffer.writeUInt32BE(point, at * 4);
  });
  return buffer;
};

const sample = 'Sent: 1978年 7月22日\n“Secret” – Top\u00a0Urgent 🖋\n';
const plain = 'Telegram No. 1384. From Ambassador Sato.\n';

describe('encodings', () => {
  test.each([
    ['UTF-8', bytesOf(sample), 'utf-8'],
    ['UTF-8 with its mark', bytesOf(`\ufeff${sample}`), 'utf-8'],
    ['UTF-16LE with its mark', bytesOf(`\ufeff${sample}`, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with its mark', utf16be(`\ufeff${sample}`), 'utf-16be'],
    ['UTF-32LE with its mark', utf32(`\ufeff${sample}`, true), 'utf-32le'],
    ['UTF-32BE with its mark', utf32(`\ufeff${sample}`, false), 'utf-32be'],
    ['UTF-16LE without', bytesOf(sample, 'utf16le'), 'utf-16le'],
    ['UTF-16BE without', utf16be(sample), 'utf-16be'],
  ])('%s', (_, bytes, encoding) => {
    const { sources, diagnostics } = readText(bytes);
    expect(diagnostics).toEqual([]);
    expect(sources[0]).toMatchObject({ text: sample, encoding, bytes: bytes.length });
  });

  test('plain ASCII', () => {
    expect(readText(bytesOf(plain)).sources[0]).toMatchObject({ text: plain, encoding: 'us-ascii' });
  });

  test.each([
    ['Latin', plain],
    ['Japanese', '日中平和友好条約交渉（第二回会談）\n一九七八年七月二十二日\n'],
    ['Japanese with ideographic blanks', '在京　佐藤大使より\n外務大臣　殿\n'],
    ['Cyrillic', 'Посол Сато. Телеграмма № 1384.\n'],
  ])('%s in UTF-16 without its mark, both ways', (_, text) => {
    expect(readText(bytesOf(text, 'utf16le')).sources[0]?.text).toBe(text);
    expect(readText(utf16be(text)).sources[0]?.text).toBe(text);
  });

  test('Latin-1 and Windows-1252 are read, with a warning', () => {
    const bytes = Buffer.concat([
      bytesOf('Ministère des Affaires étrangères, ', 'latin1'),
      Buffer.from([0x93, 0x41, 0x94]),
    ]);
    const { sources, diagnostics } = readText(bytes);
    expect(sources[0]).toMatchObject({
      text: 'Ministère des Affaires étrangères, “A”',
      encoding: 'windows-1252',
    });
    expect(diagnostics).toMatchObject([
      { code: 'read.legacy-encoding', severity: 'warning', file: 'sources/a.txt' },
    ]);
  });

  test('East Asian and Cyrillic legacy encodings are not taken for Windows-1252', () => {
    const shiftJis = Buffer.from([
      0x93, 0xfa, 0x92, 0x86, 0x95, 0xbd, 0x98, 0x61, 0x97, 0x46, 0x8d, 0x44, 0x8f, 0xf0,
    ]);
    const koi8 = Buffer.from('ðÏÓÏÌ óÁÔÏ ÔÅÌÅÇÒÁÍÍÁ', 'latin1');
    for (const bytes of [shiftJis, koi8]) {
      const { sources, diagnostics } = readText(bytes);
      expect(sources).toEqual([]);
      expect(diagnostics[0]?.code).toBe('read.encoding');
    }
  });

  test('any text survives any encoding of Unicode', () => {
    const lines = fc
      .string({ unit: 'grapheme' })
      .filter((t) => /\S/.test(t) && !/[\0-\x1f\p{Cn}\p{Co}\ufeff]/u.test(t));
    fc.assert(
      fc.property(lines, (text) => {
        const marked = `\ufeff${text}`;
        const all = [
          bytesOf(marked),
          bytesOf(marked, 'utf16le'),
          utf16be(marked),
          utf32(marked, true),
          utf32(marked, false),
        ];
        for (const bytes of all) expect(readText(bytes).sources[0]?.text).toBe(text);
      }),
    );
  });

  test('no bytes whatever make it throw, and what it reads XML can hold', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { sources, diagnostics } = readText(bytes);
        expect(sources.length === 1 || diagnostics.some((d) => d.severity === 'error')).toBe(true);
        expect(sources[0]?.text ?? '').not.toMatch(/[\0-\x08\x0b\x0d-\x1f\ufffe\uffff]/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('line ends', () => {
  test.each([
    ['a\nb', 'lf'],
    ['a\r\nb', 'crlf'],
    ['a\rb', 'cr'],
    ['a\r\nb\nc', 'mixed'],
    ['a\n\rb', 'mixed'],
    ['ab', 'none'],
  ])('%j is %s', (text, lineEnds) => {
    const source = readText(bytesOf(text)).sources[0];
    expect(source?.lineEnds).toBe(lineEnds);
    expect(source?.text).toBe(text.replace(/\r\n?/g, '\n'));
  });
});

describe('what cannot be read', () => {
  test.each([
    ['an empty file', bytesOf(''), 'read.empty', undefined],
    ['a mark and nothing else', bytesOf('\ufeff'), 'read.empty', undefined],
    ['white space', bytesOf(' \n\t\u00a0\n'), 'read.empty', undefined],
    ['a NUL', bytesOf('first\nsec\0nd\n'), 'read.nul', { line: 2, column: 4 }],
    [
      'a control character',
      bytesOf('first line\nsecond \u0007 line, and more of it to be text\n'),
      'read.binary',
      { line: 2, column: 8 },
    ],
    [
      'broken UTF-8',
      Buffer.concat([bytesOf('“Secret”\nno: '), Buffer.from([0xe2, 0x80]), bytesOf('x “more”')]),
      'read.encoding',
      { line: 2, column: 5 },
    ],
    [
      'an overlong form',
      Buffer.concat([bytesOf('“é”'), Buffer.from([0xc0, 0xaf])]),
      'read.encoding',
      { line: 1, column: 4 },
    ],
    [
      'a surrogate in UTF-8',
      Buffer.concat([bytesOf('“é”'), Buffer.from([0xed, 0xa0, 0x80])]),
      'read.encoding',
      { line: 1, column: 4 },
    ],
    [
      'half a surrogate in UTF-16',
      Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8]),
      'read.encoding',
      undefined,
    ],
    ['a PDF', bytesOf('%PDF-1.7\n%âãÏÓ'), 'read.binary', undefined],
    ['a ZIP', bytesOf('PK\x03\x04\x14\0'), 'read.binary', undefined],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'read.binary', undefined],
    [
      'noise',
      Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 197 + 31) % 256)),
      'read.binary',
      undefined,
    ],
  ] as const)('%s', (_, bytes, code, position) => {
    const { sources, diagnostics } = readText(bytes);
    expect(sources).toEqual([]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error', file: 'sources/a.txt' });
    expect(diagnostics[0]?.fix).toBeTruthy();
    expect(diagnostics[0]?.position).toEqual(position);
  });

  test('a file beyond the limit', () => {
    const small = { settings: { ...defaultSettings, limits: { ...defaultSettings.limits, bytes: 10 } } };
    const { diagnostics } = read(bytesOf(plain), 'a.txt', small);
    expect(diagnostics[0]).toMatchObject({ code: 'read.too-large' });
    expect(diagnostics[0]?.message).toContain(`${plain.length} bytes`);
  });

  test.each(['a.odt', 'a', 'a.', 'folder.txt/a'])('a format nobody knows: %s', (name) => {
    const { sources, diagnostics } = readText(bytesOf(plain), name);
    expect(sources).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ code: 'read.format' });
    expect(diagnostics[0]?.message).toContain('markdown (.md, .markdown)');
  });
});

describe('formats', () => {
  test.each(['a.txt', 'A.TXT', 'x/y.text', '-'])('%s is text', (name) => {
    expect(readText(bytesOf(plain), name).sources[0]?.format).toBe('text');
  });

  test('front matter becomes metadata, and stays in the text', () => {
    const text = [
      '---',
      'title: "153 Sir Thomas Inskip, to \\"Commonwealth\\" Government"',
      "volume: 'Volume 2: 1939'",
      'doc_id: 490',
      'doc_date: 1939-08-26',
      'subjects:',
      '  - Danzig',
      '  - Poland',
      'note: >',
      '  folded over',
      '  two lines',
      '---',
      '',
      '# 153 Sir Thomas Inskip',
      '',
    ].join('\n');
    const source = readText(bytesOf(text), 'a.md').sources[0];
    expect(source?.text).toBe(text);
    expect(source?.metadata).toEqual({
      title: '153 Sir Thomas Inskip, to "Commonwealth" Government',
      volume: 'Volume 2: 1939',
      doc_id: '490',
      doc_date: '1939-08-26',
      subjects: 'Danzig; Poland',
      note: 'folded over two lines',
    });
  });

  test('a rule in the middle is no front matter, nor is a block that is never closed', () => {
    for (const text of ['Text\n---\na: b\n---\n', '---\na: b\n']) {
      expect(readText(bytesOf(text), 'a.md').sources[0]?.metadata).toEqual({});
    }
  });

  test('keys that are dangerous in JavaScript are data', () => {
    const source = readText(bytesOf('---\n__proto__: x\nconstructor: y\n---\nText\n'), 'a.md').sources[0];
    expect(Object.keys(source?.metadata ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
