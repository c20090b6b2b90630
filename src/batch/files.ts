/**
 * The only hands that touch files for the batch: reading with a plain answer, writing whole or not at all,
 * and never outside the folder they were given.
 */

import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { threadId } from 'node:worker_threads';
import { compareText } from '../order.ts';
import { CommandError, isErrno, reasonOf, unwritable } from './errors.ts';

export { compareText };

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Stats of what a path leads to, or nothing if there is nothing. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isErrno(error) && (error.code === 'ENOTDIR' || error.code === 'ELOOP')) return undefined;
    throw error;
  }
}

/** Contents of a file, or nothing if there is none. */
export function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}

/**
 * Files under a folder as paths relative to it with `/`, in code-point order. Names that begin with a dot are
 * left out, links to folders are not followed. A folder that does not exist holds nothing.
 */
export function filesUnder(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string, prefix: string): void => {
    for (const entry of entriesOf(path)) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) visit(join(path, entry.name), `${prefix}${entry.name}/`);
      else found.push(prefix + entry.name);
    }
  };
  visit(folder, '');
  return found.sort(compareText);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw new CommandError(
      3,
      `The folder ${shown(folder)} cannot be read: ${reasonOf(error)}.`,
      'Check its permissions.',
    );
  }
}

/**
 * Threads of one process share its number, but not their counters; hosts that share a folder may have processes
 * of one number.
 */
const temporaryFile = (): string => `.chancery-${host}-${process.pid}-${threadId}-${temporaryCount++}.tmp`;
const temporaryName = /^\.chancery-(?:[0-9a-f]{8}-)?\d+-\d+-\d+\.tmp$/;
const host = sha256(hostname()).slice(0, 8);
let temporaryCount = 0;

/**
 * Writes files under one folder: to a temporary file beside the target, flushed, then renamed, so that a
 * reader sees the old file or the new one. Throws `CommandError` 3 when the disk refuses.
 */
export class Writer {
  readonly root: string;
  readonly #known = new Set<string>();

  readonly #flush: boolean;

  /**
   * @param options `flush: false` for what is checked before it is used again: a crash of the machine may then
   *   leave it empty
   */
  constructor(root: string, options: { readonly flush?: boolean } = {}) {
    this.root = resolve(root);
    this.#flush = options.flush ?? true;
  }

  /** Writes `content` at `path` (relative, `/`) and gives the stats of the file. */
  write(path: string, content: string | Uint8Array): Stats {
    return this.#put(path, (file) => writeAll(file, content));
  }

  /** Writes what comes piece by piece, so that a large file need never be held; gives its stats and SHA-256. */
  writePieces(
    path: string,
    pieces: Iterable<string | Uint8Array>,
  ): { readonly stats: Stats; readonly sha256: string } {
    const hash = createHash('sha256');
    const stats = this.#put(path, (file) => {
      let waiting: string[] = [];
      let length = 0;
      const put = (bytes: Uint8Array): void => {
        hash.update(bytes);
        writeAll(file, bytes);
      };
      const flush = (): void => {
        put(Buffer.from(waiting.join(''), 'utf8'));
        waiting = [];
        length = 0;
      };
      for (const piece of pieces) {
        if (typeof piece === 'string') {
          waiting.push(piece);
          length += piece.length;
          if (length > 1 << 20) flush();
        } else {
          flush();
          put(piece);
        }
      }
      flush();
    });
    return { stats, sha256: hash.digest('hex') };
  }

  #put(path: string, fill: (file: number) => void): Stats {
    const target = this.#inside(path);
    const temporary = join(dirname(target), temporaryFile());
    let ours = false;
    try {
      this.#folder(dirname(target));
      const file = openSync(temporary, 'wx', 0o666);
      ours = true;
      try {
        fill(file);
        if (this.#flush) fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, target);
      return statSync(target);
    } catch (error) {
      if (ours) discard(temporary);
      if (error instanceof CommandError) throw error;
      throw unwritable(shown(target), error);
    }
  }

  /** Removes a file we made, and folders that thereby become empty. Missing files are no fault. */
  remove(path: string): void {
    const target = this.#inside(path);
    try {
      if (!this.#holds(dirname(target))) return;
      unlinkSync(target);
      for (let folder = dirname(target); folder !== this.root; folder = dirname(folder)) rmdirSync(folder);
    } catch (error) {
      if (
        isErrno(error) &&
        ['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EISDIR', 'EPERM'].includes(error.code)
      )
        return;
      throw unwritable(shown(target), error);
    }
  }

  /** Removes what a killed build left behind. */
  removeTemporaries(): void {
    const visit = (folder: string): void => {
      for (const entry of entriesOf(folder)) {
        if (entry.isDirectory()) visit(join(folder, entry.name));
        else if (temporaryName.test(entry.name)) rmSync(join(folder, entry.name), { force: true });
      }
    };
    visit(this.root);
  }

  #inside(path: string): string {
    const target = resolve(this.root, path);
    if (!target.startsWith(this.root + sep)) {
      throw new CommandError(2, `${path} lies outside ${this.root}; nothing is written there.`);
    }
    return target;
  }

  /** Makes a folder, and refuses one that a link leads out of the root. */
  #folder(folder: string): void {
    if (this.#known.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    if (!this.#holds(folder)) {
      throw new CommandError(
        2,
        `${shown(folder)} is a link out of ${shown(this.root)}; nothing is written there.`,
      );
    }
    this.#known.add(folder);
  }

  /** Whether a folder really lies in the root, whatever links lead there. */
  #holds(folder: string): boolean {
    const real = realpathSync(folder);
    const root = realpathSync(this.root);
    return real === root || real.startsWith(root + sep);
  }
}

/** A temporary file that may already be renamed. */
function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The error that brought us here is the one to tell.
  }
}

/** `write` may take less than it is given, on a full disk above all; then the next call says why. */
function writeAll(file: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
}

/**
 * Sees to it that files are on the disk, whatever happens to the machine; some at a time, for the disk writes many as
 * quickly as one. A file that is gone is no fault.
 */
export async function flushed(paths: Iterable<string>): Promise<void> {
  const waiting = paths[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await flushedFile(next.value);
  };
  await Promise.all(Array.from({ length: 16 }, work));
}

async function flushedFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isErrno(error) && ['ENOENT', 'EINVAL', 'EROFS', 'EPERM'].includes(error.code)) return;
    throw unwritable(shown(path), error);
  }
}

/** A path as a person would type it: relative to where they are, if it is below. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' ? '.' : near.startsWith('..') ? path : near.split(sep).join('/');
}
