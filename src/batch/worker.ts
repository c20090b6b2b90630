/** A worker thread of a build: opens the project once, then does one document after another. */
import { workerData } from 'node:worker_threads';
import type { Job, Workshop } from './document.ts';
import { CommandError } from './errors.ts';
import { loadAllStages } from './load.ts';
import type { Remembered } from './memory.ts';
import { contextOf, openProject } from './project.ts';
import { isolated } from './workforce.ts';

/** Exceptions lose their class between threads, so the one that matters goes as a value. */
export type Answer =
  | Remembered
  | { readonly stop: Pick<CommandError, 'exitCode' | 'message' | 'fix' | 'diagnostics'> };

let workshop: Promise<Workshop> | undefined;

async function open(root: string): Promise<Workshop> {
  const project = openProject(root);
  const stages = await loadAllStages();
  return { project, stages, ...(await contextOf(project, stages)) };
}

export default async function work(job: Job): Promise<Answer> {
  workshop ??= open((workerData as readonly [unknown, { readonly root: string }])[1].root);
  const ready = await workshop;
  try {
    return await isolated(job, ready);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const { exitCode, message, fix, diagnostics } = error;
    return { stop: { exitCode, message, fix, diagnostics } };
  }
}
