/** Working through the documents that are to be done: who does them, in which order, and what is noted of it. */
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { type Basis, ownBasis } from './basis.ts';
import type { BuildOptions } from './build.ts';
import type { Job, Workshop } from './document.ts';
import type { Documents, Planned } from './documents.ts';
import { statOf } from './files.ts';
import { removeStale } from './gone.ts';
import { membersOf } from './listing.ts';
import type { Entry, Memory } from './memory.ts';
import { worthThreads } from './pool.ts';
import type { Project } from './project.ts';
import { standingOf } from './standing.ts';
import type { Times } from './times.ts';
import { alone, canThread, threads, type Workforce } from './workforce.ts';

export type ProgressEvent =
  | { readonly type: 'start'; readonly total: number }
  | { readonly type: 'document'; readonly entry: Entry; readonly times?: Times }
  | { readonly type: 'end' };

export interface Work {
  readonly pending: Documents;
  readonly basis: Basis;
  readonly project: Project;
  readonly open: () => Promise<Workshop>;
  readonly memory: Memory;
  readonly options: Pick<
    BuildOptions,
    'cores' | 'jobs' | 'force' | 'signal' | 'stages' | 'onProgress' | 'queue'
  >;
}

/** @returns the ids of the documents that were done, in order */
export async function workThrough(work: Work): Promise<string[]> {
  const { pending, project, memory, options } = work;
  if (pending.size === 0) return [];
  options.onProgress?.({ type: 'start', total: pending.size });
  const force = await workforceFor(work);
  const jobs = jobsOf(work);
  const done: string[] = [];
  const takeNext = async (): Promise<void> => {
    for (;;) {
      const { value: job } = await jobs.next();
      if (job === undefined || options.signal?.aborted) return;
      const before = memory.entry(job.id);
      await memory.begin(job.id);
      const remembered = await force.run(job);
      if (remembered === undefined) continue;
      removeStale(before, remembered.entry, project);
      await memory.finish(remembered);
      done.push(job.id);
      const { entry, times } = remembered;
      options.onProgress?.({ type: 'document', entry, ...(times && { times }) });
    }
  };
  try {
    const lines = Array.from({ length: Math.min(force.width, pending.size) }, takeNext);
    await Promise.all(lines).catch(async (error) => {
      await jobs.return(undefined);
      await Promise.allSettled(lines);
      throw error;
    });
  } finally {
    await force.close();
    options.onProgress?.({ type: 'end' });
  }
  return done.sort();
}

/** The jobs in the order of the documents; those in containers when their container is read, one after another. */
async function* jobsOf({ pending, basis, project, memory, options }: Work): AsyncGenerator<Job, undefined> {
  // Workers elsewhere have no dist/, and `--force` means everything.
  const mayStand = options.queue === undefined && !options.force;
  const job = (planned: Planned): Job => {
    const { id, source, tei } = planned;
    const own = ownBasis(source, project.settings);
    const standing = mayStand ? standingOf(planned, basis, project, memory) : undefined;
    return {
      id,
      tei,
      basis: basis.hash,
      ...(source && { source }),
      ...(own && { own }),
      ...(standing && { standing }),
    };
  };
  const containers = new Set<string>();
  for (const planned of pending) {
    if (planned.member === undefined) yield job(planned);
    else containers.add(containerIn(planned));
  }
  for (const container of containers) {
    const wanted = new Map<string, Planned>();
    for (const planned of pending) {
      if (planned.member !== undefined && containerIn(planned) === container)
        wanted.set(planned.source ?? '', planned);
    }
    // What is wrong with the container was told when it was planned.
    const found: Diagnostic[] = [];
    for await (const { key, bytes, format } of membersOf(container, project, found)) {
      const planned = wanted.get(`${container}#${key}`);
      if (planned === undefined) continue;
      wanted.delete(planned.source ?? '');
      yield { ...job(planned), given: { bytes, format } };
    }
    // What is no longer there: the document says so.
    for (const planned of wanted.values()) yield job(planned);
  }
  return undefined;
}

/** `sources/a.jsonl` of `sources/a.jsonl#key`; keys of tables have no `#`, those of archives may. */
function containerIn({ source = '' }: Planned): string {
  return source.slice(0, source.indexOf('#'));
}

/** A chunk takes a worker seconds, not minutes: what is lost with a worker is little. */
const mostInChunk = 48;
/** A small build is cut so that many workers have something to do. */
const chunksOfSmallBuild = 32;

/** What is larger is done where it can be stopped. */
const largeBytes = 4 * 1024 * 1024;

async function workforceFor({ pending, memory, project, open, options }: Work): Promise<Workforce> {
  if (options.queue !== undefined) {
    const { overQueue } = await import('./queue/planner.ts');
    const { signal } = options;
    const chunkDocuments = Math.min(mostInChunk, Math.ceil(pending.size / chunksOfSmallBuild));
    return overQueue(project, { chunkDocuments, ...options.queue, ...(signal && { signal }) });
  }
  const cores = options.cores ?? 1;
  if (options.stages !== undefined || !canThread()) return alone(await open());
  const wanted = options.jobs ?? (pending.size >= worthThreads ? cores : 1);
  const number = Math.min(wanted, cores, pending.size);
  if (number >= 2 || mustBeApart(pending, memory, project)) return threads(project, Math.max(1, number));
  return alone(await open());
}

/** A document that a build has died in, or a very large one, is never done in the main thread. */
function mustBeApart(pending: Documents, memory: Memory, project: Project): boolean {
  if (pending.size >= worthThreads) return memory.begun.size > 0;
  for (const { id, source, tei } of pending) {
    if (memory.begun.has(id)) return true;
    const size = statOf(join(project.root, source ?? tei))?.size ?? 0;
    if (size > largeBytes) return true;
  }
  return false;
}
