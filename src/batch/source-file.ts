/** A source on the disk: everything that can be wrong with a path is a finding. */
import { readFileSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { reasonOf } from './errors.ts';
import { sha256, statOf } from './files.ts';
import { finding, guardedAsync } from './finding.ts';
import type { Stages } from './stages.ts';
import { type Stamp, stampOf } from './stamp.ts';

export interface SourceFile {
  readonly source?: Source;
  /** Absent when the bytes could not be had: then the next build tries again. */
  readonly stamp?: Stamp;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document's bytes that come from within a container, and a name whose ending tells their format. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly format: string;
}

/**
 * @param path relative to `root`, or absolute; the source gets it as its name
 * @param given the bytes, where they are not a file of their own
 */
export async function readSourceFile(
  path: string,
  root: string,
  context: Context,
  read: Stages['read'],
  given?: Given,
): Promise<SourceFile> {
  const file = given ?? bytesOf(path, root, context.settings.limits.bytes);
  if ('code' in file) return { diagnostics: [file] };
  const name = given === undefined ? path : given.format;
  const found: Diagnostic[] = [];
  const result = await guardedAsync(path, 'encode.internal', () => read(file.bytes, name, context), found);
  const sources = result?.sources ?? [];
  if (sources.length > 1) {
    const message = `It holds ${sources.length} documents, and only the first is taken.`;
    found.push(finding('read.format', path, message, 'Give each a file of its own, or one table in UTF-8.'));
  }
  const checksum = sha256(file.bytes);
  return {
    ...(sources[0] !== undefined && { source: { ...sources[0], name: path } }),
    stamp:
      'stats' in file
        ? stampOf(path, file.stats, checksum)
        : { path, size: file.bytes.length, mtimeMs: 0, ctimeMs: 0, sha256: checksum, seen: 0 },
    diagnostics: [...found, ...(result?.diagnostics ?? []).map((d) => ({ ...d, file: path }))],
  };
}

/** The bytes of an ordinary file within the limit, or what is wrong with it. */
export function bytesOf(
  path: string,
  root: string,
  limit: number,
): { bytes: Uint8Array; stats: Stats } | Diagnostic {
  const absolute = resolve(root, path);
  try {
    const stats = statOf(absolute);
    if (stats === undefined) return finding('read.missing', path, 'There is no such file.');
    if (stats.isDirectory()) return finding('read.directory', path, 'This is a folder, not a file.');
    if (!stats.isFile()) return finding('read.unreadable', path, 'This is no ordinary file.');
    if (stats.size > limit) {
      return finding('read.too-large', path, `The file has ${stats.size} bytes; the limit is ${limit}.`);
    }
    return { bytes: readFileSync(absolute), stats };
  } catch (error) {
    return finding('read.unreadable', path, `The file cannot be read: ${reasonOf(error)}.`);
  }
}
