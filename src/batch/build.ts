/**
 * The main job: a project becomes an edition.
 *
 *     lock -> plan -> what has changed? -> documents, each on its own -> pages of the edition -> manifest
 *
 * A document is done anew when its source, its TEI, the register, the settings or the program have changed, or
 * one of its files in dist/ is not what was written there. Killed at any moment, the next build mends it.
 */
import { join } from 'node:path';
import type { Finding, Report } from '../report.ts';
import { type Basis, basisOf } from './basis.ts';
import { changeOf, type Reason } from './changes.ts';
import type { Workshop } from './document.ts';
import type { Documents } from './documents.ts';
import { flushed, Writer } from './files.ts';
import { written } from './finding.ts';
import { goneFrom, removeGone } from './gone.ts';
import { loadAllStages } from './load.ts';
import { takeLock } from './lock.ts';
import { type Entry, Memory } from './memory.ts';
import { removeResults, takeOver } from './merge.ts';
import { chosen, planOf } from './plan.ts';
import { programFingerprint } from './program.ts';
import { contextOf, openProject, type Project } from './project.ts';
import type { QueueOptions } from './queue/planner.ts';
import { reportHead, reportsOf } from './report-file.ts';
import { isIn, leaveResults, projectOf, type Shard } from './shard.ts';
import { publishSite } from './site.ts';
import type { Stages } from './stages.ts';
import { Survey } from './survey.ts';
import { type ProgressEvent, workThrough } from './work.ts';

export interface BuildOptions {
  readonly project: string;
  /** Paths of sources, folders of them, or patterns; empty: all. */
  readonly only?: readonly string[];
  /** Worker threads; absent: as many as there are cores, when there is enough to do. */
  readonly jobs?: number;
  readonly cores?: number;
  /** Do everything anew. What a person changed stays. */
  readonly force?: boolean;
  /** Only the documents of one shard; pages of the edition are made when all are merged. */
  readonly shard?: Shard;
  /** Take over what shards have done, in this folder (an empty list) or in copies of it. */
  readonly merge?: readonly string[];
  /** Workers on other machines do the documents. */
  readonly queue?: Omit<QueueOptions, 'signal' | 'chunkDocuments'> & { readonly chunkDocuments?: number };
  /** Change nothing; say what would be done, and why. */
  readonly dryRun?: boolean;
  /** When it is aborted, the documents in hand are finished and the rest is left for the next build. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** For tests: other stages than the real ones, always in this thread. */
  readonly stages?: Stages;
}

export interface BuildOutcome {
  readonly project: Project;
  readonly interrupted: boolean;
  /** Ids of documents that were done anew, in order. */
  readonly done: readonly string[];
  /** Ids of documents that are no longer there. */
  readonly removed: readonly string[];
  /** True when no file of the edition had to be written. */
  readonly nothingToDo: boolean;
  readonly findings: readonly Finding[];
  readonly totals: Report['totals'];
  /** Each document that was done anew, or would be, and why. */
  readonly reasons: ReadonlyMap<string, Reason>;
}

/** What is remembered of the documents, as long as the build lasts. */
export interface Remembrance {
  readonly entries: Iterable<Entry>;
  /** Ids of documents with findings. */
  readonly telling: readonly string[];
  /** Findings about one document. */
  readonly findingsOf: (id: string) => readonly Finding[];
  /** The whole report; reads what is remembered of every document. */
  readonly report: () => Report;
}

/** Called before what is remembered is closed: for whoever wants to tell of single documents. */
export type Conclude = (outcome: BuildOutcome, remembrance: Remembrance) => void | Promise<void>;

/** Throws `CommandError` when the build as a whole cannot go on; faults of documents are in the outcome. */
export async function build(options: BuildOptions, conclude?: Conclude): Promise<BuildOutcome> {
  const opened = openProject(options.project);
  const project = options.shard === undefined ? opened : projectOf(options.shard, opened);
  const lock = takeLock(join(project.memory, 'lock'));
  try {
    const memory = await Memory.open(project.memory);
    try {
      // Other shards may be writing in this moment.
      if ((memory.cutShort || lock.tookOver) && options.shard === undefined) removeTemporaries(project);
      const [outcome, remembrance] = await buildLocked(project, memory, options);
      await conclude?.(outcome, remembrance);
      return outcome;
    } finally {
      await memory.close();
    }
  } finally {
    lock.release();
  }
}

async function buildLocked(
  project: Project,
  memory: Memory,
  options: BuildOptions,
): Promise<[BuildOutcome, Remembrance]> {
  const { shard } = options;
  const all = await planOf(project, memory);
  const whole =
    shard === undefined ? all : { ...all, documents: all.documents.filter((d) => isIn(shard, d.id)) };
  const program = options.stages === undefined ? programFingerprint() : 'other stages';
  const basis = basisOf(project, program);
  const plan = chosen(whole, options.only ?? [], project);
  if (options.merge !== undefined) await takeOver(options.merge, basis, project, memory);
  const { pending, reasons, renewed } = pendingOf(plan.documents, basis, project, memory, options);
  const entries = entriesOf(whole.documents, memory);
  // The report tells of the project, whatever part of it was asked for now.
  const found = whole.diagnostics.map(written);
  const asked = plan.diagnostics.filter((d) => !whole.diagnostics.includes(d)).map(written);
  const none = { project, interrupted: false, done: [], removed: [], nothingToDo: false, reasons };
  const told = (outcome: Omit<BuildOutcome, 'totals'>, survey: Survey): [BuildOutcome, Remembrance] => {
    const { findings } = outcome;
    const suppressed = outcome.interrupted ? undefined : memory.site?.suppressed;
    const totals = survey.totals(findings, suppressed?.length);
    const head = reportHead(project.settings.title, totals);
    return [
      { ...outcome, totals },
      {
        entries,
        telling: survey.telling,
        findingsOf: (id) => memory.record(id)?.report.findings ?? [],
        report: () => ({
          ...head,
          documents: [...reportsOf(whole.documents, memory)],
          findings,
          ...(suppressed && { suppressed }),
        }),
      },
    ];
  };
  if (options.dryRun) {
    const removed = await goneFrom(whole.documents, memory);
    const nothingToDo = pending.size === 0 && removed.length === 0;
    return told({ ...none, removed, nothingToDo, findings: [...asked, ...found] }, new Survey(entries));
  }

  await memory.renew(renewed);
  await memory.start(basis.hash, basis.parts);
  const removed = await removeGone(whole.documents, project, memory);
  // Loading the stages takes longer than all the rest of a build with nothing to do.
  let opened: Promise<Workshop> | undefined;
  const open = (): Promise<Workshop> => {
    opened ??= openWorkshop(project, options.stages);
    return opened;
  };
  const done = await workThrough({ pending, basis, project, open, memory, options });
  const survey = new Survey(entries, memory.rows('marks'));
  if (options.signal?.aborted) {
    return told({ ...none, interrupted: true, done, removed, findings: [...asked, ...found] }, survey);
  }
  if (shard !== undefined) {
    leaveResults(shard, basis, entries, project, memory);
    await flush(done, [], whole.documents, project, memory);
    await memory.end();
    const nothingToDo = done.length === 0 && removed.length === 0;
    return told({ ...none, done, removed, nothingToDo, findings: [...asked, ...found] }, survey);
  }
  const anew = options.force ?? false;
  const site = { plan: whole, entries, survey, found, basis: basis.hash, project, open, memory, anew, done };
  const published = await publishSite(site);
  if (plan === whole) await memory.keepOnly(basis.hash);
  const flushing = [...new Set([...done, ...(published?.navigated ?? [])])];
  await flush(flushing, published?.written ?? [], whole.documents, project, memory);
  await memory.end();
  if (options.merge !== undefined) removeResults(project);
  const nothingToDo = done.length === 0 && removed.length === 0 && published === undefined;
  const findings = [...asked, ...(memory.site?.findings ?? found)];
  return told({ ...none, done, removed, nothingToDo, findings }, survey);
}

function pendingOf(
  documents: Documents,
  basis: Basis,
  project: Project,
  memory: Memory,
  { force }: BuildOptions,
): { pending: Documents; reasons: Map<string, Reason>; renewed: Entry[] } {
  const reasons = new Map<string, Reason>();
  const renewed: Entry[] = [];
  const pending = documents.filter((document) => {
    const change = force ? { reason: '--force' } : changeOf(document, basis, project, memory);
    if (change.reason !== undefined) reasons.set(document.id, change.reason);
    else if ('renewed' in change && change.renewed !== undefined) renewed.push(change.renewed);
    return change.reason !== undefined;
  });
  return { pending, reasons, renewed };
}

/**
 * What was written under dist/ goes to the disk in one go: flushing each file as it is written takes longer than
 * the work on the document. Until `memory.end()` the next build trusts nothing that a crash could have torn. After
 * a build that was killed, nobody knows what of its files is on the disk: then all are flushed.
 */
function flush(
  done: readonly string[],
  pages: readonly string[],
  documents: Documents,
  { dist }: Project,
  memory: Memory,
): Promise<void> {
  function* paths(): Generator<string> {
    const all = memory.cutShort;
    for (const path of all ? (memory.site?.outputs ?? []).map((o) => o.path) : pages) yield join(dist, path);
    for (const id of all ? idsOf(documents) : done)
      for (const { path } of memory.entry(id)?.outputs ?? []) yield join(dist, path);
  }
  return flushed(paths());
}

function* idsOf(documents: Documents): Generator<string> {
  for (const { id } of documents) yield id;
}

/** What is remembered of documents, in their order, one at a time. */
function entriesOf(documents: Documents, memory: Memory): Iterable<Entry> {
  return {
    *[Symbol.iterator]() {
      for (const { id } of documents) {
        const entry = memory.entry(id);
        if (entry !== undefined) yield entry;
      }
    },
  };
}

async function openWorkshop(project: Project, given: Stages | undefined): Promise<Workshop> {
  const stages = given ?? (await loadAllStages());
  const { context, diagnostics } = await contextOf(project, stages);
  return { project, stages, context, diagnostics };
}

function removeTemporaries({ tei, dist, memory }: Project): void {
  for (const folder of [tei, dist, memory]) new Writer(folder).removeTemporaries();
}
