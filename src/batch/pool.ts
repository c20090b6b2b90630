/** Threads that each run one module of the built program. */
import { existsSync } from 'node:fs';
import type { Tinypool } from 'tinypool';

/** Fewer documents than this are done before threads have loaded the style sheets. */
export const worthThreads = 24;

/** Whether threads can be had: they run the built program only. */
export function canThread(file: string): boolean {
  return existsSync(file);
}

export interface PoolOptions {
  /** What the threads run. */
  readonly file: string;
  readonly count: number;
  /** What each is told when it begins; plain data. */
  readonly workerData: object;
  readonly megabytes: number;
}

export async function poolOf({ file, count, workerData, megabytes }: PoolOptions): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: file,
    minThreads: count,
    maxThreads: count,
    workerData,
    runtime: 'worker_threads',
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
}

/** A thread stops itself at the limit. One that cannot even do that is ended from here. */
export function patience(seconds: number): AbortSignal {
  return AbortSignal.timeout(Math.ceil(seconds * 2000) + 10_000);
}
