/** Who does the work on documents: the main thread, or worker threads when there is enough to do. */
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildDocument, type Job, readDocument, stoppedDocument, type Workshop } from './document.ts';
import { CommandError } from './errors.ts';
import { finding } from './finding.ts';
import { deadly, TooLong, tooLarge, tooLong, within } from './limits.ts';
import type { Remembered } from './memory.ts';
import { canThread as canRun, patience, poolOf } from './pool.ts';
import type { Project } from './project.ts';
import { stylesheetsOf } from './stylesheet.ts';
import { timed } from './times.ts';
import type { Answer } from './worker.ts';

export interface Workforce {
  /** How many documents may be in hand at once. */
  readonly width: number;
  /** Nothing when the document was left: the build is interrupted, or its TEI has changed in the meantime. */
  run(job: Job): Promise<Remembered | undefined>;
  close(): Promise<void>;
}

/** Those at hand leave no document. */
interface Hands extends Workforce {
  run(job: Job): Promise<Remembered>;
}

/** One after another in this thread; between two documents, signals are heard. */
export function alone(workshop: Workshop): Hands {
  return {
    width: 1,
    run: async (job) => {
      await setImmediate();
      return isolated(job, workshop);
    },
    close: async () => {},
  };
}

/** Whatever happens in the work on a document, it stays there; only a disk that refuses stops the build. */
export async function isolated(job: Job, workshop: Workshop): Promise<Remembered> {
  const { seconds } = workshop.project.settings.limits;
  const { stages, times } = timed(workshop.stages);
  const measured = { ...workshop, stages };
  try {
    const file = await within(seconds, () => readDocument(job, measured));
    return { ...within(seconds, () => buildDocument(job, file, measured)), times: times() };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (error instanceof TooLong) return stoppedDocument(job, tooLong(job, seconds));
    const message = `The program stopped at a fault of its own (${nameOf(error)})`;
    return stoppedDocument(job, finding('encode.internal', job.source ?? job.tei, message));
  }
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const workerFile = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Whether threads can be had: they run the built program only. */
export const canThread = (): boolean => canRun(workerFile);

/** How often a document is tried whose worker died: another may have eaten the memory. */
const attempts = 2;

/** @param file what the threads run; another in tests */
export async function threads(project: Project, count: number, file = workerFile): Promise<Hands> {
  const { seconds, megabytes } = project.settings.limits;
  // Compiled once, here: the threads find them ready.
  await stylesheetsOf(project.root);
  const pool = await poolOf({ file, count, workerData: { root: project.root }, megabytes });
  const once = async (job: Job): Promise<Remembered> => {
    return rememberedIn((await pool.run(job, { signal: patience(seconds) })) as Answer);
  };
  const run = async (job: Job): Promise<Remembered> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(job);
      } catch (error) {
        if (error instanceof CommandError) throw error;
        const ended = error instanceof Error && error.name === 'AbortError';
        if (attempt < attempts && !ended) continue;
        return stoppedDocument(job, verdict(job, error, project));
      }
    }
  };
  return { width: count + 1, run, close: () => pool.destroy() };
}

function verdict(job: Job, error: unknown, { settings: { limits } }: Project) {
  if (error instanceof Error && error.name === 'AbortError') return tooLong(job, limits.seconds);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge(job, limits.megabytes);
  return deadly(job, attempts, nameOf(error));
}

function rememberedIn(answer: Answer): Remembered {
  if ('entry' in answer) return answer;
  const { exitCode, message, fix, diagnostics } = answer.stop;
  throw new CommandError(exitCode, message, fix, diagnostics);
}
