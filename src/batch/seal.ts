/**
 * The seal on a TEI that Chancery wrote: a processing instruction after the root element with the SHA-256 of
 * everything before it. While it fits, the file is ours and may be encoded anew; from the first change by a
 * person on it is theirs.
 *
 * > | </TEI>⏎
 *   | <?chancery-encoded sha256="4f1c…"?>⏎
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
import { sha256 } from './files.ts';

const seal = /<\?chancery-encoded sha256="([0-9a-f]{64})"\?>\n$/;

/** The XML with its seal as last line. A former seal is replaced. */
export function sealed(xml: string): string {
  const body = unsealed(xml);
  const whole = body.endsWith('\n') ? body : `${body}\n`;
  return `${whole}<?chancery-encoded sha256="${sha256(whole)}"?>\n`;
}

/** The XML without its seal, fitting or not. */
export function unsealed(xml: string): string {
  return xml.replace(/<\?chancery-encoded\s[^?]*\?>\s*$/, '');
}

/** True when nobody has changed the file since Chancery wrote it. */
export function isUntouched(xml: string): boolean {
  const found = seal.exec(xml);
  return found !== null && sha256(xml.slice(0, found.index)) === found[1];
}
