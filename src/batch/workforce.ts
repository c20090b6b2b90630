/** Who does the work on documents: the main thread, or worker threads when there is enough to do. */
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildDocument, type Job, stoppedDocument, type Workshop } from './document.ts';
import { CommandError } from './errors.ts';
import { finding } from './finding.ts';
import type { Remembered } from './memory.ts';
import type { Project } from './project.ts';
import type { Answer } from './worker.ts';

export interface Workforce {
  /** How many documents may be in hand at once. */
  readonly width: number;
  run(job: Job): Promise<Remembered>;
  close(): Promise<void>;
}

/** One after another in this thread; between two documents, signals are heard. */
export function alone(workshop: Workshop): Workforce {
  return {
    width: 1,
    run: async (job) => {
      await setImmediate();
      return isolated(job, async () => buildDocument(job, workshop));
    },
    close: async () => {},
  };
}

/** Whatever happens in the work on a document, it stays there; only a disk that refuses stops the build. */
async function isolated(job: Job, work: () => Promise<Remembered>): Promise<Remembered> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const message = `The program stopped at a fault of its own (${reason})`;
    return stoppedDocument(job, finding('encode.internal', job.source ?? job.tei, message));
  }
}

function rememberedIn(answer: Answer): Remembered {
  if ('entry' in answer) return answer;
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
    run: (job) => isolated(job, async () => rememberedIn((await pool.run(job)) as Answer)),
    close: () => pool.destroy(),
  };
}
