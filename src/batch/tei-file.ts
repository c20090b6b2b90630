/**
 * A TEI on the disk: encoded anew where it is missing or ours, as it stands where a person has changed it.
 * The file of a person is read, compared and left alone.
 */
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Document, Source } from '../document.ts';
import { unifiedDiff } from './diff.ts';
import { sha256, Writer } from './files.ts';
import { finding, guarded } from './finding.ts';
import { isUntouched, sealed, unsealed } from './seal.ts';
import { bytesOf } from './source-file.ts';
import type { Stages } from './stages.ts';
import { type Stamp, stampOf, stampOfWritten } from './stamp.ts';

export interface TeiFile {
  /** The XML without its seal; absent when there is none to go on with. */
  readonly xml?: string;
  readonly stamp?: Stamp;
  readonly by: 'encoder' | 'editor';
  /** What the encoder understood. */
  readonly document?: Document;
  /** What the encoder would do differently. */
  readonly difference?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param path of the TEI, relative to `root`
 * @param source absent where the edition has the TEI only
 */
export function prepareTei(
  path: string,
  root: string,
  source: Source | undefined,
  context: Context,
  encodeSource: Stages['encodeSource'],
): TeiFile {
  const found: Diagnostic[] = [];
  const file = bytesOf(path, root, context.settings.limits.bytes);
  if ('code' in file && (file.code !== 'read.missing' || source === undefined)) {
    return { by: 'editor', diagnostics: [file] };
  }
  const text = 'code' in file ? '' : utf8(file.bytes);
  if (text === undefined) {
    return { by: 'editor', diagnostics: [finding('xml.encoding', path, 'The file is not valid UTF-8.')] };
  }
  const there = 'code' in file ? undefined : { ...file, text };
  const encoded =
    source && guarded(source.name, 'encode.internal', () => encodeSource(source, context), found);
  const proposal = encoded && unsealed(textOf(encoded.tei.content));
  const document = encoded === undefined ? {} : { document: encoded.document };

  if (there !== undefined) {
    const stamp = stampOf(path, there.stats, sha256(there.bytes));
    const xml = unsealed(there.text);
    const ours = isUntouched(there.text);
    if (proposal !== undefined && sealed(proposal) === sealed(xml)) {
      return { xml, stamp, by: 'encoder', ...document, diagnostics: found };
    }
    if (proposal === undefined || !ours) {
      if (source === undefined || found.length > 0)
        return { xml, stamp, by: ours ? 'encoder' : 'editor', diagnostics: found };
      const kept = finding('build.edited', path, 'The TEI was changed by a person and is kept as it is.');
      const difference = unifiedDiff(xml, proposal ?? xml);
      return { xml, stamp, by: 'editor', ...document, difference, diagnostics: [...found, kept] };
    }
  }
  if (proposal === undefined) return { by: 'encoder', diagnostics: found };
  const content = sealed(proposal);
  const stats = new Writer(root).write(path, content);
  return {
    xml: unsealed(content),
    stamp: stampOfWritten(path, stats, sha256(content)),
    by: 'encoder',
    ...document,
    diagnostics: found,
  };
}

/** The text without its mark, or nothing where the bytes are not UTF-8. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
}
