/** A worker of a distributed build: takes chunks from the queue, does their documents, lays the results down. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job as QueueJob, Worker } from 'bullmq';
import type { Workshop } from '../document.ts';
import { CommandError } from '../errors.ts';
import type { Remembered } from '../memory.ts';
import { programFingerprint, programVersion } from '../program.ts';
import { contextOf, openProject, type Project } from '../project.ts';
import type { Stages } from '../stages.ts';
import { alone, threads, type Workforce } from '../workforce.ts';
import { laidOut, resultsOf } from './chunk.ts';
import { connectionTo, loadQueue, mustAnswer, type Order, queueName, reached } from './connection.ts';
import { enterEnvironment, unpackedKit } from './kit.ts';
import { keyOf } from './parcel.ts';
import type { Store } from './store.ts';

export interface WorkerOptions {
  readonly queue: string;
  readonly store: Store;
  readonly threads: number;
  /** When it is aborted, the chunk in hand is finished; then the worker leaves. */
  readonly signal: AbortSignal;
  readonly onChunk?: (documents: number, milliseconds: number) => void;
  /** For tests: other stages, in this thread; and another program. */
  readonly stages?: Stages;
  readonly fingerprint?: string;
  /** How long a chunk may go without a sign of its worker before another takes it. */
  readonly lockSeconds?: number;
}

/** @returns how many documents were done. Throws `CommandError` when the planner runs another program. */
export async function workFor(options: WorkerOptions): Promise<number> {
  const { queue: address, signal, lockSeconds = 30 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-worker-'));
  const bench = new Bench(folder, options);
  let worker: Worker<Order> | undefined;
  try {
    const { Worker, DelayedError } = await loadQueue();
    await mustAnswer(address);
    let refused: CommandError | undefined;
    let documents = 0;
    const work = async (job: QueueJob<Order>, token?: string): Promise<void> => {
      const own = options.fingerprint ?? programFingerprint();
      if (job.data.fingerprint !== own) {
        refused = otherProgram(job.data, own);
        await job.moveToDelayed(Date.now() + 1000, token);
        leave();
        throw new DelayedError();
      }
      const started = performance.now();
      await bench.do(job.data);
      documents += job.data.documents;
      options.onChunk?.(job.data.documents, performance.now() - started);
    };
    let leave: () => void = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    worker = new Worker<Order>(queueName, work, {
      connection: connectionTo(address),
      concurrency: 1,
      lockDuration: lockSeconds * 1000,
      stalledInterval: lockSeconds * 500,
      // A chunk whose worker was killed is tried again as often as one that failed.
      maxStalledCount: 2,
    });
    worker.on('error', () => {});
    await reached(worker.waitUntilReady(), address);
    if (!signal.aborted) await left;
    await worker.close();
    if (refused !== undefined) throw refused;
    return documents;
  } finally {
    await worker?.close(true).catch(() => {});
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function otherProgram({ version, fingerprint }: Order, own: string): CommandError {
  return new CommandError(
    2,
    `The planner runs Chancery ${version} (${fingerprint.slice(0, 12)}), this worker ${programVersion()} (${own.slice(0, 12)}).`,
    'Install the same version on all machines: only the same program gives the same bytes.',
  );
}

interface Opened {
  readonly kit: string;
  readonly project: Project;
  readonly force: Workforce;
}

/** The worker's copy of a project, and who works in it; the last one is kept open. */
class Bench {
  readonly #folder: string;
  readonly #options: WorkerOptions;
  #open: Opened | undefined;

  constructor(folder: string, options: WorkerOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  async do(order: Order): Promise<void> {
    const { store } = this.#options;
    const place = keyOf('results', order.chunk);
    if (await store.has(place)) return;
    const parcel = await store.get(keyOf('chunks', order.chunk));
    // Its planner has it already, or is gone.
    if (parcel === undefined) return;
    const { project, force } = await this.#projectOf(order.project);
    const jobs = laidOut(parcel, project);
    const done: (Remembered | undefined)[] = await Promise.all(jobs.map((job) => force.run(job)));
    const results = resultsOf(
      done.filter((one) => one !== undefined),
      project,
    );
    // Another has been quicker, and the planner has cleared away.
    if (await store.has(keyOf('chunks', order.chunk))) await store.put(place, results);
  }

  async close(): Promise<void> {
    await this.#open?.force.close();
    this.#open = undefined;
  }

  async #projectOf(kit: string): Promise<Opened> {
    if (this.#open?.kit === kit) return this.#open;
    await this.close();
    const parcel = await this.#options.store.get(keyOf('projects', kit));
    if (parcel === undefined) {
      throw new Error(
        `The store ${this.#options.store.name} does not hold the project; do planner and worker use the same?`,
      );
    }
    const root = join(this.#folder, kit.slice(0, 16));
    unpackedKit(parcel, root);
    enterEnvironment(root);
    const project = openProject(root);
    this.#open = { kit, project, force: await this.#forceFor(project) };
    return this.#open;
  }

  async #forceFor(project: Project): Promise<Workforce> {
    const { stages, threads: count } = this.#options;
    // Threads even where there is one only: this thread must tell the queue that it is alive.
    if (stages === undefined) return threads(project, count);
    const workshop: Workshop = { project, stages, ...(await contextOf(project, stages)) };
    return alone(workshop);
  }
}
