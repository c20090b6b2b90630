/**
 * The first stage: the bytes of a file to the sources in it.
 *
 * In: bytes, the file's name (its ending names the format; `-` is standard input) and the edition's limits.
 * Out: the sources, or diagnostics that say why there is none. It never throws for bad input.
 */
import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { decode } from './decode.ts';
import { diagnose } from './diagnose.ts';
import { formatOf, formats } from './formats.ts';
import { columnsOf } from './records.ts';

export interface ReadResult {
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

export function read(bytes: Uint8Array, name: string, context: Pick<Context, 'settings'>): ReadResult {
  const limit = context.settings.limits.bytes;
  if (bytes.length > limit) {
    const message = `The file has ${bytes.length} bytes; the limit is ${limit}.`;
    return { sources: [], diagnostics: [diagnose('read.too-large', name, message)] };
  }
  const format = formatOf(name);
  if (format === undefined) {
    const known = formats.map((f) => `${f.name} (${f.endings.join(', ')})`).join(', ');
    const message = `No reader knows the ending of this name. Known formats: ${known}.`;
    return { sources: [], diagnostics: [diagnose('read.format', name, message)] };
  }
  const { decoded, diagnostics } = decode(bytes, name);
  if (decoded === undefined) return { sources: [], diagnostics };
  const file = {
    ...decoded,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: format.name,
  };
  const made = format.read(decoded.text, columnsOf(context.settings));
  if (!('documents' in made)) {
    if (/^\s*$/.test(made.text ?? decoded.text))
      return {
        sources: [],
        diagnostics: [...diagnostics, diagnose('read.empty', name, 'The page shows no text.')],
      };
    return { sources: [{ name, ...file, ...made }], diagnostics };
  }
  const sources = made.documents.map(
    ({ key, text, metadata }): Source => ({
      ...file,
      name: key === undefined ? name : `${name}#${key}`,
      text,
      furniture: [],
      metadata,
    }),
  );
  const faults = made.faults.map((f) =>
    diagnose(f.code, name, f.message, f.at === undefined ? undefined : { text: decoded.text, at: f.at }),
  );
  return { sources, diagnostics: [...diagnostics, ...faults] };
}
