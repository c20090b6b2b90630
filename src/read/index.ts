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
import { type BinaryFormat, formatOf, formats, type TextFormat } from './formats.ts';
import { columnsOf } from './records.ts';

export interface ReadResult {
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes of a file to the documents in it, whatever its format: the table is formats.ts. */
export async function read(
  bytes: Uint8Array,
  name: string,
  context: Pick<Context, 'settings'>,
): Promise<ReadResult> {
  const format = formatOf(name);
  if (format === undefined || 'read' in format) return readSync(bytes, name, context);
  return tooLarge(bytes, name, context) ?? (await readBinary(format, bytes, name, context));
}

/** The formats that are text; for the others a finding says that they need {@link read}. */
export function readSync(bytes: Uint8Array, name: string, context: Pick<Context, 'settings'>): ReadResult {
  const large = tooLarge(bytes, name, context);
  if (large) return large;
  const format = formatOf(name);
  if (format === undefined) {
    const known = formats.map((f) => `${f.name} (${f.endings.join(', ')})`).join(', ');
    const message = `No reader knows the ending of this name. Known formats: ${known}.`;
    return { sources: [], diagnostics: [diagnose('read.format', name, message)] };
  }
  if ('open' in format) {
    const message = `A file of the format ${format.name} cannot be read at once.`;
    return { sources: [], diagnostics: [diagnose('read.format', name, message)] };
  }
  return readTextual(format, bytes, name, context);
}

function tooLarge(
  bytes: Uint8Array,
  name: string,
  { settings }: Pick<Context, 'settings'>,
): ReadResult | undefined {
  const limit = settings.limits.bytes;
  if (bytes.length <= limit) return undefined;
  const message = `The file has ${bytes.length} bytes; the limit is ${limit}.`;
  return { sources: [], diagnostics: [diagnose('read.too-large', name, message)] };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readBinary(
  format: BinaryFormat,
  bytes: Uint8Array,
  name: string,
  context: Pick<Context, 'settings'>,
): Promise<ReadResult> {
  if (bytes.length === 0)
    return { sources: [], diagnostics: [diagnose('read.empty', name, 'The file is empty.')] };
  // Libraries may take the bytes for themselves: the checksum comes first.
  const file = { name, sha256: sha256(bytes), bytes: bytes.length, format: format.name };
  const { opened, diagnostics } = await format.open(bytes, name, context.settings.limits.bytes);
  if (opened === undefined) return { sources: [], diagnostics };
  if (/^\s*$/.test(opened.text))
    return {
      sources: [],
      diagnostics: [...diagnostics, diagnose('read.empty', name, 'The file holds no text.')],
    };
  const { pages, ...rest } = opened;
  return {
    sources: [{ ...file, encoding: 'utf-8', lineEnds: 'lf', ...rest, ...(pages ? { pages } : {}) }],
    diagnostics,
  };
}

function readTextual(
  format: TextFormat,
  bytes: Uint8Array,
  name: string,
  context: Pick<Context, 'settings'>,
): ReadResult {
  const { decoded, diagnostics } = decode(bytes, name);
  if (decoded === undefined) return { sources: [], diagnostics };
  const file = {
    ...decoded,
    sha256: sha256(bytes),
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
