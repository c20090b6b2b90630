/**
 * What a file was when it was last looked at. Size and times answer «unchanged?» for almost every file without
 * reading it; where they cannot, the checksum decides.
 */
import { readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from './errors.ts';
import { sha256, statOf } from './files.ts';

export interface Stamp {
  /** Relative to the folder the stamp is kept for, `/` separators. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly sha256: string;
  /** When the bytes were read or written, in milliseconds. */
  readonly seen: number;
}

export function stampOf(path: string, stats: Stats, checksum: string): Stamp {
  const { size, mtimeMs, ctimeMs } = stats;
  return { path, size, mtimeMs, ctimeMs, sha256: checksum, seen: Date.now() };
}

/** The stamp of a file we have just written: nobody else has changed it in the same moment. */
export function stampOfWritten(path: string, stats: Stats, checksum: string): Stamp {
  return { ...stampOf(path, stats, checksum), seen: stats.ctimeMs + momentMs + 1 };
}

/** A file changed in the same moment it was read can keep its times: such a stamp proves nothing yet. */
const momentMs = 100;

/**
 * The stamp again if the file is still the same, renewed where only its times have changed; nothing if it has
 * changed or is gone.
 *
 * @param thorough reads the file whatever its times say
 */
export function renewed(stamp: Stamp, root: string, thorough = false): Stamp | undefined {
  try {
    return compared(stamp, root, thorough);
  } catch (error) {
    // What cannot be read now will be told when the document is done.
    if (isErrno(error)) return undefined;
    throw error;
  }
}

function compared(stamp: Stamp, root: string, thorough: boolean): Stamp | undefined {
  const path = join(root, stamp.path);
  const stats = statOf(path);
  if (stats === undefined || !stats.isFile() || stats.size !== stamp.size) return undefined;
  const settled = !thorough && stamp.ctimeMs + momentMs < stamp.seen;
  if (settled && stats.mtimeMs === stamp.mtimeMs && stats.ctimeMs === stamp.ctimeMs) return stamp;
  const checksum = sha256(readFileSync(path));
  return checksum === stamp.sha256 ? stampOf(stamp.path, stats, checksum) : undefined;
}
