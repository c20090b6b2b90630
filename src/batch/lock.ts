/**
 * One build at a time in one project: a lock file with the owner's process and when it began. A lock whose
 * owner is gone (killed, or the machine restarted) is taken over; that also tells that a build was cut short.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { CommandError, isErrno, unwritable } from './errors.ts';
import { readIfThere, shown } from './files.ts';

export interface Lock {
  /** True when the lock of a dead build was found. */
  readonly tookOver: boolean;
  release(): void;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts; tells a process from a later one of the same number. */
  readonly born: string;
  readonly since: string;
}

/** Takes the lock at `path`. Throws `CommandError` 3 while another build holds it. */
export function takeLock(path: string): Lock {
  const mine: Owner = {
    pid: process.pid,
    host: hostname(),
    born: bornOf(process.pid),
    since: new Date().toISOString(),
  };
  for (let attempt = 0, tookOver = false; attempt < 3; attempt++) {
    if (create(path, mine)) return { tookOver, release: () => release(path, mine) };
    const owner = readOwner(path);
    if (owner !== undefined && isAlive(owner)) throw heldBy(path, owner);
    rmSync(path, { force: true });
    tookOver = true;
  }
  throw new CommandError(
    3,
    `The lock ${shown(path)} cannot be taken.`,
    'Wait for the other build and try again.',
  );
}

function create(path: string, owner: Owner): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'wx');
    try {
      writeSync(file, `${JSON.stringify(owner)}\n`);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if (isErrno(error) && error.code === 'EEXIST') return false;
    throw unwritable(shown(path), error);
  }
}

/** Releases only what is ours still: a person may have removed the lock and started another build. */
function release(path: string, mine: Owner): void {
  const owner = readOwner(path);
  if (owner?.pid === mine.pid && owner.since === mine.since) rmSync(path, { force: true });
}

function readOwner(path: string): Owner | undefined {
  try {
    const bytes = readIfThere(path);
    return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as Owner);
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (isErrno(error) && error.code === 'ESRCH') return false;
  }
  return owner.born === bornOf(owner.pid);
}

/** Field 22 of /proc/PID/stat where there is one (proc(5)); elsewhere the number alone must do. */
function bornOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    return '';
  }
}

function heldBy(path: string, owner: Owner): CommandError {
  const where = owner.host === hostname() ? '' : ` on ${owner.host}`;
  return new CommandError(
    3,
    `Another build works in this project (process ${owner.pid}${where}, since ${owner.since}).`,
    `Wait for it. If there is none, remove ${shown(path)}.`,
  );
}
