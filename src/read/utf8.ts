/** UTF-8 looked at byte by byte: where it breaks, and whether bytes that break it were meant to be UTF-8. */

/** Length of the well-formed sequence at `at`, or 0 (Unicode 15.0, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Offset of the first byte that begins no well-formed sequence. */
export function firstBadUtf8(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/**
 * True when the bytes are mostly UTF-8: well-formed sequences of several bytes outnumber the faults. In a
 * legacy encoding such sequences come about by chance only («Ã©»).
 */
export function looksLikeBrokenUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) good += length - 1;
    if (length === 0) bad++;
    at += length === 0 ? 1 : length;
  }
  return good > 0 && good >= bad;
}

/**
 * Western text has few letters beyond ASCII and they stand alone; East Asian and Cyrillic encodings are made
 * of long runs of high bytes, and reading them as Windows-1252 would be loss without notice.
 */
export function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  let runs = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high++;
    if (at === 0 || (bytes[at - 1] ?? 0) < 0x80) runs++;
  }
  return high <= bytes.length * 0.25 && high <= runs * 2;
}
