/**
 * UTF-16 without a byte-order mark, told from other encodings and from its own mirror image.
 *
 * A blank or a line end is a NUL beside an ordinary byte; that such NULs are there sets the question. Where the
 * bytes are good UTF-8 as well (Latin letters), NULs must be many, or one stray NUL in a plain text would turn
 * it into Chinese.
 */
export type Utf16 = 'utf-16le' | 'utf-16be';

export function unmarkedUtf16(
  bytes: Uint8Array,
  isUtf8: boolean,
): { readonly text: string; readonly encoding: Utf16 } | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const nuls = bytes.subarray(0, 65_536).reduce((sum, b) => sum + (b === 0 ? 1 : 0), 0);
  if (nuls === 0 || (isUtf8 && nuls < Math.min(bytes.length, 65_536) * 0.2)) return undefined;
  const readings = (['utf-16le', 'utf-16be'] as const).flatMap((encoding) => {
    const text = sensible(bytes, encoding);
    return text === undefined ? [] : [{ text, encoding, spread: spreadOf(text) }];
  });
  // The right way round, characters come from few blocks; mirrored, from anywhere.
  const best = readings.sort((a, b) => a.spread - b.spread)[0];
  return best === undefined ? undefined : { text: best.text, encoding: best.encoding };
}

/** Characters that a text in any of the usual scripts has among its others. */
const common = /[\t-\u04ff\u2013\u2014\u2018-\u201d\u2026\u3000-\u30ff\uff00-\uffef]/g;

/** The text if it decodes, has no character that no text has, and a tenth of it is common. */
function sensible(bytes: Uint8Array, encoding: Utf16): string | undefined {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (/[\0-\x08\x0b\x0e-\x1f\p{Cn}\p{Co}]/u.test(text)) return undefined;
  return (text.match(common)?.length ?? 0) >= text.length * 0.1 ? text : undefined;
}

/** From how many rows of 256 characters the first thousands come. */
function spreadOf(text: string): number {
  const rows = new Set<number>();
  for (let at = 0; at < Math.min(text.length, 4096); at++) rows.add(text.charCodeAt(at) >> 8);
  return rows.size;
}
