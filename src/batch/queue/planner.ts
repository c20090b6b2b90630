/**
 * The workforce of a distributed build: documents go out in chunks, and come back as results.
 *
 * Each chunk is done at least once; results are stored under the checksum of the chunk, so that twice does no
 * harm, and one that was done for a planner that died is not done again. A chunk that fails for good is halved,
 * until the document that brings workers down is alone.
 */
import type { Queue, QueueEvents, Job as QueueJob } from 'bullmq';
import type { Job } from '../document.ts';
import { stoppedDocument } from '../document.ts';
import { CommandError } from '../errors.ts';
import { deadly } from '../limits.ts';
import type { Remembered } from '../memory.ts';
import { programFingerprint, programVersion } from '../program.ts';
import type { Project } from '../project.ts';
import type { Workforce } from '../workforce.ts';
import { chunkOf, prepared, type Sent, takenIn } from './chunk.ts';
import { connectionTo, loadQueue, mustAnswer, type Order, queueName, reached } from './connection.ts';
import { kitOf } from './kit.ts';
import { checksumOf, keyOf } from './parcel.ts';
import type { Store } from './store.ts';

export interface QueueOptions {
  /** Address of Redis. */
  readonly queue: string;
  readonly store: Store;
  readonly signal?: AbortSignal;
  /** For tests: another program than the one that is installed. */
  readonly fingerprint?: string;
  readonly chunkDocuments: number;
  /** How often the queue is asked, should it have told nothing. */
  readonly pollSeconds?: number;
}

const chunkBytes = 4 * 1024 * 1024;
/** Chunks on their way at once; more only fill the store. */
const chunksUnderWay = 64;
/** How often a chunk is tried before it is halved. */
const attempts = 3;

interface Waiting {
  readonly sent: Sent;
  readonly resolve: (remembered: Remembered | undefined) => void;
  readonly reject: (error: unknown) => void;
}

interface Chunk {
  readonly checksum: string;
  readonly waiting: readonly Waiting[];
  settled: boolean;
}

export async function overQueue(project: Project, options: QueueOptions): Promise<Workforce> {
  const planner = new Planner(project, options);
  await planner.open();
  return planner;
}

class Planner implements Workforce {
  readonly width: number;
  readonly #project: Project;
  readonly #options: QueueOptions;
  readonly #size: number;
  readonly #chunks = new Map<string, Chunk>();
  #gathered: Waiting[] = [];
  #bytes = 0;
  #kit = '';
  #timer: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;
  #queue!: Queue<Order>;
  #events!: QueueEvents;

  constructor(project: Project, options: QueueOptions) {
    this.#project = project;
    this.#options = options;
    this.#size = options.chunkDocuments;
    this.width = this.#size * chunksUnderWay;
  }

  async open(): Promise<void> {
    const { queue: address, store, signal, pollSeconds = 5 } = this.#options;
    const { Queue, QueueEvents } = await loadQueue();
    const connection = connectionTo(address);
    await mustAnswer(address);
    this.#queue = new Queue<Order>(queueName, { connection });
    this.#queue.on('error', () => {});
    await reached(this.#queue.waitUntilReady(), address).catch((error) => {
      this.#queue.disconnect().catch(() => {});
      throw error;
    });
    this.#events = new QueueEvents(queueName, { connection });
    this.#events.on('error', () => {});
    await this.#events.waitUntilReady();
    const ended = ({ jobId }: { readonly jobId: string }): void => {
      const chunk = this.#chunks.get(jobId);
      if (chunk) this.#look(chunk);
    };
    this.#events.on('completed', ended);
    this.#events.on('failed', ended);
    const kit = kitOf(this.#project);
    this.#kit = checksumOf(kit);
    await store.put(keyOf('projects', this.#kit), kit);
    // The queue may lose what it was told, and forget to tell.
    this.#poll = setInterval(() => {
      for (const chunk of this.#chunks.values()) this.#look(chunk);
    }, pollSeconds * 1000);
    signal?.addEventListener('abort', () => this.#leave(), { once: true });
  }

  run(job: Job): Promise<Remembered | undefined> {
    return new Promise((resolve, reject) => {
      const sent = prepared(job, this.#project);
      this.#gathered.push({ sent, resolve, reject });
      this.#bytes += (sent.files.source?.length ?? 0) + (sent.files.tei?.length ?? 0);
      if (this.#gathered.length >= this.#size || this.#bytes >= chunkBytes) this.#dispatch();
      else this.#timer ??= setTimeout(() => this.#dispatch(), 100);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    clearInterval(this.#poll);
    await this.#options.store.remove(keyOf('projects', this.#kit)).catch(() => {});
    await this.#events.close();
    await this.#queue.close();
  }

  #dispatch(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#gathered;
    this.#gathered = [];
    this.#bytes = 0;
    if (waiting.length > 0) this.#send(waiting).catch((error) => rejectAll(waiting, error));
  }

  async #send(waiting: readonly Waiting[]): Promise<void> {
    const parcel = chunkOf(waiting.map(({ sent }) => sent));
    const checksum = checksumOf(Buffer.concat([Buffer.from(this.#kit), parcel]));
    const chunk: Chunk = { checksum, waiting, settled: false };
    this.#chunks.set(checksum, chunk);
    await this.#options.store.put(keyOf('chunks', checksum), parcel);
    await this.#order(chunk);
  }

  async #order({ checksum, waiting }: Chunk): Promise<void> {
    const former = await this.#queue.getJob(checksum);
    // One that another planner left: what it did is found by its results.
    if (former && ['failed', 'completed'].includes(await former.getState())) await former.remove();
    const order: Order = {
      chunk: checksum,
      project: this.#kit,
      documents: waiting.length,
      version: programVersion(),
      fingerprint: this.#options.fingerprint ?? programFingerprint(),
    };
    await this.#queue.add('chunk', order, {
      jobId: checksum,
      attempts,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: { age: 3600 },
    });
  }

  /** Looks how a chunk is doing. */
  #look(chunk: Chunk): void {
    this.#settle(chunk).catch((error) => {
      // The queue may be away for a while; a disk or a store that refuses is another matter.
      if (error instanceof CommandError) this.#reject(chunk, error);
    });
  }

  async #settle(chunk: Chunk): Promise<void> {
    const { checksum } = chunk;
    const { store } = this.#options;
    const results = await store.get(keyOf('results', checksum));
    if (chunk.settled) return;
    if (results !== undefined) {
      this.#done(chunk);
      const taken = takenIn(
        results,
        chunk.waiting.map(({ sent }) => sent),
        this.#project,
      );
      for (const { sent, resolve } of chunk.waiting) resolve(taken.get(sent.job.id));
      await Promise.all([
        store.remove(keyOf('results', checksum)),
        store.remove(keyOf('chunks', checksum)),
        this.#queue.remove(checksum),
      ]);
      return;
    }
    const job = await this.#queue.getJob(checksum);
    const state = job === undefined ? 'lost' : await job.getState();
    if (chunk.settled) return;
    if (state === 'failed' && job) await this.#failed(chunk, job);
    else if (state === 'lost' || state === 'completed' || state === 'unknown') await this.#order(chunk);
  }

  /** Nobody could do it, several times: halved, or told of the one document that it holds. */
  async #failed(chunk: Chunk, job: QueueJob<Order>): Promise<void> {
    this.#done(chunk);
    const { waiting, checksum } = chunk;
    const [first] = waiting;
    if (waiting.length === 1 && first) {
      const found = deadly(first.sent.job, attempts, job.failedReason || 'the worker was lost');
      first.resolve(stoppedDocument(first.sent.job, found));
    } else {
      const half = Math.ceil(waiting.length / 2);
      for (const part of [waiting.slice(0, half), waiting.slice(half)]) {
        await this.#send(part).catch((error) => rejectAll(part, error));
      }
    }
    await Promise.all([this.#options.store.remove(keyOf('chunks', checksum)), job.remove()]);
  }

  #done(chunk: Chunk): void {
    chunk.settled = true;
    this.#chunks.delete(chunk.checksum);
  }

  #reject(chunk: Chunk, error: unknown): void {
    this.#done(chunk);
    rejectAll(chunk.waiting, error);
  }

  /** What nobody has begun is taken back; what is in hand may be finished. */
  #leave(): void {
    const gathered = this.#gathered;
    this.#gathered = [];
    for (const { resolve } of gathered) resolve(undefined);
    for (const chunk of [...this.#chunks.values()]) {
      this.#queue
        .remove(chunk.checksum)
        .then((removed) => {
          if (removed !== 1 || chunk.settled) return;
          this.#done(chunk);
          for (const { resolve } of chunk.waiting) resolve(undefined);
        })
        .catch(() => {});
    }
  }
}

function rejectAll(waiting: readonly Waiting[], error: unknown): void {
  for (const { reject } of waiting) reject(error);
}
