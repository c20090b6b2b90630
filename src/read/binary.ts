/** What a file is when it is not text: known by its first bytes, or by bytes no text has. */

const magic: readonly { readonly starts: string | readonly number[]; readonly kind: string }[] = [
  { starts: '%PDF-', kind: 'a PDF document' },
  { starts: 'PK\x03\x04', kind: 'a ZIP archive (Word, OpenDocument and EPUB files are such)' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Microsoft Office document' },
  { starts: '{\\rtf', kind: 'a Rich Text document' },
  { starts: [0x89, 0x50, 0x4e, 0x47], kind: 'a PNG picture' },
  { starts: [0xff, 0xd8, 0xff], kind: 'a JPEG picture' },
  { starts: 'GIF8', kind: 'a GIF picture' },
  { starts: 'II*\0', kind: 'a TIFF picture' },
  { starts: 'MM\0*', kind: 'a TIFF picture' },
  { starts: 'RIFF', kind: 'a RIFF file (sound, film or picture)' },
  { starts: [0x1f, 0x8b], kind: 'a gzip archive' },
  { starts: 'BZh', kind: 'a bzip2 archive' },
  { starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], kind: 'an xz archive' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], kind: 'a 7-Zip archive' },
  { starts: '\x7fELF', kind: 'a program' },
  { starts: 'SQLite format 3\0', kind: 'a database' },
];

/** A name for the kind of binary file that begins like this. */
export function magicKind(bytes: Uint8Array): string | undefined {
  for (const { starts, kind } of magic) {
    const expected = typeof starts === 'string' ? Array.from(starts, (c) => c.charCodeAt(0)) : starts;
    if (expected.every((b, i) => bytes[i] === b)) return kind;
  }
  return undefined;
}

/** Control characters, other than white space and NUL, in more than a few places. */
export function hasBinaryBytes(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.filter((b) => b < 0x20 && b !== 0 && (b < 0x09 || b > 0x0d)).length;
  return controls > sample.length * 0.02;
}
