/**
 * Bytes to text: any Unicode encoding, with or without a byte-order mark, or Windows-1252 as a last resort.
 *
 * Nothing is ever replaced: bytes that are no text in the chosen encoding are an error with their place.
 * In: the bytes of a file and its name. Out: the text with what it was, or the error.
 */
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { hasBinaryBytes, magicKind } from './binary.ts';
import { diagnose } from './diagnose.ts';
import { unmarkedUtf16 } from './unmarked-utf16.ts';
import { firstBadUtf8, looksLikeBrokenUtf8, looksLikeWindows1252 } from './utf8.ts';
import { decodeUtf32 } from './utf32.ts';
import { decodeWindows1252 } from './windows1252.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: Source['encoding'];
  readonly lineEnds: Source['lineEnds'];
}

export interface Decoding {
  /** Absent when a diagnostic is an error. */
  readonly decoded?: Decoded;
  readonly diagnostics: readonly Diagnostic[];
}

type Raw = { readonly text: string; readonly encoding: Source['encoding'] };

/** Byte-order marks, the longer first: the mark of UTF-32LE begins with that of UTF-16LE. */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: Source['encoding'] }[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'utf-32le' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

export function decode(bytes: Uint8Array, name: string): Decoding {
  if (bytes.length === 0) return failed(diagnose('read.empty', name, 'The file is empty.'));
  const mark = marks.find((m) => m.bytes.every((b, i) => bytes[i] === b) && wholeUnits(bytes, m.encoding));
  if (mark !== undefined) {
    const raw = strict(bytes.subarray(mark.bytes.length), mark.encoding);
    if (raw !== undefined || mark.encoding === 'utf-8') return finish(raw, bytes, name);
    const message = `The bytes are not valid ${mark.encoding.toUpperCase()}, which the byte-order mark names.`;
    return failed(diagnose('read.encoding', name, message));
  }

  const known = magicKind(bytes);
  if (known !== undefined) return failed(diagnose('read.binary', name, `The file is ${known}, not text.`));
  const utf8 = strict(bytes, 'utf-8');
  const wide = unmarkedUtf16(bytes, utf8 !== undefined && !hasBinaryBytes(bytes));
  if (wide !== undefined) return finish(wide, bytes, name);
  if (hasBinaryBytes(bytes)) return failed(diagnose('read.binary', name, 'The file is binary, not text.'));
  if (utf8 !== undefined)
    return finish(isAscii(utf8.text) ? { ...utf8, encoding: 'us-ascii' } : utf8, bytes, name);
  if (looksLikeBrokenUtf8(bytes) || !looksLikeWindows1252(bytes)) return finish(undefined, bytes, name);
  const legacy = strict(bytes, 'windows-1252');
  const warning = diagnose(
    'read.legacy-encoding',
    name,
    'The file is not UTF-8; it was read as Windows-1252.',
  );
  return finish(legacy, bytes, name, [warning]);
}

/** The text, or nothing where a byte has no meaning in this encoding. Marks must have been cut off before. */
function strict(bytes: Uint8Array, encoding: Source['encoding']): Raw | undefined {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') {
    const text = decodeUtf32(bytes, encoding === 'utf-32le');
    return text === undefined ? undefined : { text, encoding };
  }
  if (encoding === 'windows-1252') {
    const text = decodeWindows1252(bytes);
    return text === undefined ? undefined : { text, encoding };
  }
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

function wholeUnits(bytes: Uint8Array, encoding: Source['encoding']): boolean {
  return !encoding.startsWith('utf-32') || bytes.length % 4 === 0;
}

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}

/** The checks every text passes, whatever it was encoded in. */
function finish(
  raw: Raw | undefined,
  bytes: Uint8Array,
  name: string,
  warnings: readonly Diagnostic[] = [],
): Decoding {
  if (raw === undefined) return failed(badBytes(bytes, name));
  const lineEnds = lineEndsOf(raw.text);
  const text = lineEnds === 'none' || lineEnds === 'lf' ? raw.text : raw.text.replace(/\r\n?/g, '\n');
  // A form feed is no fault: it ends a page, and the TEI has an element for that.
  const forbidden = /[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]/.exec(text);
  if (forbidden !== null) return failed(forbiddenCharacter(text, forbidden.index, name));
  if (/^\s*$/.test(text)) return failed(diagnose('read.empty', name, 'The file holds white space only.'));
  return { decoded: { text, encoding: raw.encoding, lineEnds }, diagnostics: warnings };
}

function lineEndsOf(text: string): Source['lineEnds'] {
  const crlf = text.includes('\r\n');
  const cr = /\r(?!\n)/.test(text);
  const lf = /(?<!\r)\n/.test(text);
  if (Number(crlf) + Number(cr) + Number(lf) > 1) return 'mixed';
  if (crlf) return 'crlf';
  if (cr) return 'cr';
  return lf ? 'lf' : 'none';
}

/** A character that XML cannot hold. NULs have a code of their own: they are the sign of a wrong encoding. */
function forbiddenCharacter(text: string, at: number, name: string): Diagnostic {
  if (text[at] === '\0') {
    return diagnose('read.nul', name, 'The text has a NUL character, which XML cannot hold.', { text, at });
  }
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return diagnose(
    'read.binary',
    name,
    `The text has the control character U+${code}, which XML cannot hold.`,
    {
      text,
      at,
      fix: 'Remove the character; if the file is no text, convert it first.',
    },
  );
}

function badBytes(bytes: Uint8Array, name: string): Diagnostic {
  const bad = firstBadUtf8(bytes);
  if (bad === undefined) return diagnose('read.encoding', name, 'The bytes are valid in no encoding.');
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad)).replace(/\r\n?/g, '\n');
  const hex = bytes[bad]?.toString(16).toUpperCase().padStart(2, '0');
  return diagnose('read.encoding', name, `Byte 0x${hex} at offset ${bad} is not valid UTF-8.`, {
    text: before,
    at: before.length,
  });
}

function failed(diagnostic: Diagnostic): Decoding {
  return { diagnostics: [diagnostic] };
}
