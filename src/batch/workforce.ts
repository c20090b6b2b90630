/** Who does the work on documents: the main thread, or worker threads when there is enough to do. */
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildDocument, failedDocument, type Job, type Workshop } from './document.ts';
import { CommandError } from './errors.ts';
import type { Entry } from './memory.ts';
import type { Project } from './project.ts';
import type { Answer } from './worker.ts';

export interface Workforce {
  /** How many documents may be in hand at once. */
  readonly width: number;
  run(job: Job): Promise<Entry>;
  close(): Promise<void>;
}

/** One after another in this thread; between two documents, signals are heard. */
export function alone(workshop: Workshop): Workforce {
  return {
    width: 1,
    run: async (job) => {
      await setImmediate();
      return isolated(job, workshop.project, async () => buildDocument(job, workshop));
    },
    close: async () => {},
  };
}

/** Whatever happens in the work on a document, it stays there; only a disk that refuses stops the build. */
async function isolated(job: Job, project: Project, work: () => Promise<Entry>): Promise<Entry> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandError) throw error;
    return failedDocument(job, error, project);
  }
}

function entryIn(answer: Answer): Entry {
  if ('entry' in answer) return answer.entry;
  const { exitCode, message, fix, diagnostics } = answer.stop;
  throw new CommandError(exitCode, message, fix, diagnostics);
}

const workerFile = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Whether threads can be had: they run the built program only. */
export function canThread(): boolean {
  return existsSync(workerFile);
}

export async function threads(project: Project, count: number): Promise<Workforce> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: workerFile,
    minThreads: count,
    maxThreads: count,
    workerData: { root: project.root },
    runtime: 'worker_threads',
  });
  return {
    width: count + 1,
    run: (job) => isolated(job, project, async () => entryIn((await pool.run(job)) as Answer)),
    close: () => pool.destroy(),
  };
}
