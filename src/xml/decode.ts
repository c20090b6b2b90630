/**
 * Bytes of an XML file to text: byte-order mark, then the declaration, else UTF-8 (XML 1.0, appendix F). Bytes
 * that do not fit are an error, never a replacement character.
 */
import type { Diagnostic } from '../diagnostic.ts';

export type DecodedXml = { readonly text: string } | { readonly diagnostic: Diagnostic };

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

export function decodeXml(bytes: Uint8Array, file: string): DecodedXml {
  const marked = marks.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  // Without a mark the declaration can be read as ASCII in every encoding we accept.
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1];
  const encoding = marked ?? declared ?? 'utf-8';
  const fail = (message: string): DecodedXml => ({
    diagnostic: {
      code: 'xml.encoding',
      severity: 'error',
      file,
      position: { line: 1, column: 1 },
      message,
      fix: 'Save the file as UTF-8 and let it say so, or say nothing.',
    },
  });
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return fail(`The XML declares the encoding ${encoding}, which is not known`);
  }
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    const how = marked
      ? 'begins with the mark of'
      : declared
        ? 'declares'
        : 'declares no encoding, so it should be';
    return fail(`The XML ${how} ${encoding}, but byte ${firstBadByte(bytes, encoding) + 1} does not fit`);
  }
}

/** Place of the first byte that cannot be read: found by halving, for the message. */
function firstBadByte(bytes: Uint8Array, encoding: string): number {
  const sound = (length: number, stream = true): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sound(middle)) low = middle;
    else high = middle - 1;
  }
  // A character begun and not finished is sound so far: the fault is where it began.
  while (low > 0 && !sound(low, false)) low--;
  return low;
}
