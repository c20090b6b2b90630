/** A document that hangs is stopped: by V8 itself, wherever the program is in its loop or its regular expression. */
import { createContext, Script } from 'node:vm';
import type { Diagnostic } from '../diagnostic.ts';
import type { Job as Whole } from './document.ts';
import { finding } from './finding.ts';

const box: { work: () => unknown } = { work: () => undefined };
let prepared: { readonly script: Script; readonly context: object } | undefined;

/** What is said of a document needs its names only. */
type Job = Pick<Whole, 'source' | 'tei'>;

/** Thrown by `within` when the time is up. */
export class TooLong extends Error {}

/**
 * The result of work that must end within so many seconds. What the work throws goes on.
 *
 * Code that `node:vm` runs can be given a time; functions it calls from outside are stopped with it.
 */
export function within<T>(seconds: number, work: () => T): T {
  prepared ??= { script: new Script('work()'), context: createContext(box) };
  box.work = work;
  try {
    return prepared.script.runInContext(prepared.context, { timeout: Math.ceil(seconds * 1000) }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TooLong();
    throw error;
  }
}

export function tooLong(job: Job, seconds: number): Diagnostic {
  const message = `The work on it took more than ${seconds} seconds and was stopped.`;
  return finding('build.limit', job.source ?? job.tei, message);
}

export function tooLarge(job: Job, megabytes: number): Diagnostic {
  const message = `The work on it took more than ${megabytes} MB of memory and was stopped.`;
  return finding(
    'build.limit',
    job.source ?? job.tei,
    message,
    'Split it, or raise "limits.megabytes" in chancery.json.',
  );
}

/** It has brought down whoever worked on it, every time. */
export function deadly(job: Job, times: number, reason: string): Diagnostic {
  const message = `The program died ${times === 1 ? 'once' : `${times} times`} in the work on it (${reason}).`;
  return finding(
    'build.limit',
    job.source ?? job.tei,
    message,
    'Report it as a fault of the program, with the document.',
  );
}
