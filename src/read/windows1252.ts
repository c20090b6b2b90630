/**
 * Windows-1252 (WHATWG index-windows-1252, without the five bytes it has no character for). TextDecoder is not
 * used for it: some versions of Node 20 and 22 give the C1 controls of Latin-1 for 0x80 to 0x9F.
 */

/** Bytes 0x80 to 0x9F; a blank stands for «undefined». */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The text, or nothing where a byte is undefined. */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  for (const b of bytes) {
    const c = b >= 0x80 && b <= 0x9f ? (upper[b - 0x80] ?? ' ') : String.fromCharCode(b);
    if (c === ' ' && b !== 0x20) return undefined;
    parts.push(c);
  }
  return parts.join('');
}
