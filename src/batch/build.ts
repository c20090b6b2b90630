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
import type { Workshop } from './document.ts';
import { sha256, statOf, Writer } from './files.ts';
import { written } from './finding.ts';
import { loadAllStages } from './load.ts';
import { takeLock } from './lock.ts';
import { type Entry, Memory } from './memory.ts';
import { chosen, type Plan, type Planned, planOf } from './plan.ts';
import { programFingerprint } from './program.ts';
import { contextOf, fingerprintOf, openProject, type Project } from './project.ts';
import { publishSite } from './site.ts';
import type { Stages } from './stages.ts';
import { renewed, type Stamp } from './stamp.ts';
import { reportOf, totalsOf } from './totals.ts';
import { alone, canThread, threads, type Workforce } from './workforce.ts';

export interface BuildOptions {
  readonly project: string;
  /** Paths of sources or folders of them; empty: all. */
  readonly only?: readonly string[];
  /** Worker threads; absent: as many as there are cores, when there is enough to do. */
  readonly jobs?: number;
  readonly cores?: number;
  /** Do everything anew. What a person changed stays. */
  readonly force?: boolean;
  /** When it is aborted, the documents in hand are finished and the rest is left for the next build. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** For tests: other stages than the real ones, always in this thread. */
  readonly stages?: Stages;
}

export type ProgressEvent =
  | { readonly type: 'start'; readonly total: number }
  | { readonly type: 'document'; readonly entry: Entry }
  | { readonly type: 'end' };

export interface BuildOutcome {
  readonly project: Project;
  readonly interrupted: boolean;
  /** Ids of documents that were done anew, in order. */
  readonly done: readonly string[];
  /** Ids of documents that are no longer there. */
  readonly removed: readonly string[];
  /** True when no file of the edition had to be written. */
  readonly nothingToDo: boolean;
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  readonly totals: Report['totals'];
  /** Findings about one document. */
  readonly findingsOf: (id: string) => readonly Finding[];
  /** The whole report; reads what is remembered of every document. */
  readonly report: () => Report;
}

/** Throws `CommandError` when the build as a whole cannot go on; faults of documents are in the outcome. */
export async function build(options: BuildOptions): Promise<BuildOutcome> {
  const project = openProject(options.project);
  const lock = takeLock(join(project.memory, 'lock'));
  try {
    return await buildLocked(project, lock.tookOver, options);
  } finally {
    lock.release();
  }
}

async function buildLocked(
  project: Project,
  tookOver: boolean,
  options: BuildOptions,
): Promise<BuildOutcome> {
  const memory = new Memory(project.memory);
  if (memory.cutShort || tookOver) removeTemporaries(project);
  const whole = planOf(project);
  const plan = chosen(whole, options.only ?? [], project);

  const program = options.stages === undefined ? programFingerprint() : 'other stages';
  const basis = sha256(`${program} ${fingerprintOf(project)}`);
  const pending = options.force
    ? plan.documents
    : plan.documents.filter((d) => !isCurrent(d, basis, project, memory));
  const removed = removeGone(whole, project, memory);

  // Loading the stages takes longer than all the rest of a build with nothing to do.
  let opened: Promise<Workshop> | undefined;
  const open = (): Promise<Workshop> => {
    opened ??= openWorkshop(project, options.stages);
    return opened;
  };
  const done = await workThrough(pending, basis, open, memory, options);
  const interrupted = options.signal?.aborted ?? false;
  // The report tells of the project, whatever part of it was asked for now.
  const found = whole.diagnostics.map(written);
  const asked = plan.diagnostics.filter((d) => !whole.diagnostics.includes(d)).map(written);
  const wrote = interrupted
    ? false
    : await publishSite({ plan: whole, found, basis, project, open, memory, anew: options.force ?? false });
  memory.save(new Writer(project.memory));

  const entries = whole.documents.flatMap((d) => memory.entries.get(d.id) ?? []);
  const findings = [...asked, ...(interrupted ? found : (memory.site?.findings ?? found))];
  return {
    project,
    interrupted,
    done,
    removed,
    nothingToDo: !interrupted && done.length === 0 && removed.length === 0 && !wrote,
    entries,
    findings,
    totals: totalsOf(entries, findings),
    findingsOf: (id) => memory.record(id)?.report.findings ?? [],
    report: () => reportOf(project.settings.title, entries, findings, memory),
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

/** True when nothing has changed; stamps whose times alone have changed are renewed by the way. */
function isCurrent({ id, source, tei }: Planned, basis: string, project: Project, memory: Memory): boolean {
  const entry = memory.entries.get(id);
  if (entry === undefined || entry.basis !== basis) return false;
  if (entry.source?.path !== source) return false;
  if (entry.tei === undefined ? statOf(join(project.root, tei)) !== undefined : entry.tei.path !== tei)
    return false;
  const groups: readonly [readonly Stamp[], string][] = [
    [[entry.source, entry.tei].filter((s) => s !== undefined), project.root],
    [entry.outputs, project.dist],
    [[entry.record], project.memory],
  ];
  let touched = false;
  for (const [stamps, root] of groups) {
    for (const stamp of stamps) {
      const now = renewed(stamp, root);
      if (now === undefined) return false;
      if (now !== stamp) touched = true;
    }
  }
  if (touched) memory.renew(renewedEntry(entry, project));
  return true;
}

function renewedEntry(entry: Entry, project: Project): Entry {
  const again = <T extends Stamp>(stamp: T, root: string): T => ({ ...stamp, ...renewed(stamp, root) });
  return {
    ...entry,
    ...(entry.source && { source: again(entry.source, project.root) }),
    ...(entry.tei && { tei: again(entry.tei, project.root) }),
    outputs: entry.outputs.map((o) => again(o, project.dist)),
    record: again(entry.record, project.memory),
  };
}

/**
 * Removes from dist/ what was made of documents that are gone: files we know to be ours, never others. Where
 * nothing is remembered, the manifest tells, when the pages of the edition are written.
 */
function removeGone(plan: Plan, project: Project, memory: Memory): string[] {
  const present = new Set(plan.documents.map((d) => d.id));
  const gone = [...memory.entries.keys(), ...memory.begun].filter((id) => !present.has(id));
  const dist = new Writer(project.dist);
  for (const id of new Set(gone)) {
    for (const path of filesOf(id, memory)) dist.remove(path);
    new Writer(project.memory).remove(`documents/${id}.json`);
    memory.forget(id);
  }
  return gone;
}

function filesOf(id: string, memory: Memory): readonly string[] {
  const entry = memory.entries.get(id);
  return entry === undefined ? standardFiles(id) : entry.outputs.map((o) => o.path);
}

/** What a build writes for a document (design: fixed). */
function standardFiles(id: string): readonly string[] {
  return ['index.html', `${id}.txt`, `${id}.jsonld`, `${id}.xml`].map((name) => `${id}/${name}`);
}

/** Fewer documents than this are done before threads have loaded the style sheets. */
const worthThreads = 24;

async function workThrough(
  pending: readonly Planned[],
  basis: string,
  open: () => Promise<Workshop>,
  memory: Memory,
  options: BuildOptions,
): Promise<string[]> {
  if (pending.length === 0) return [];
  options.onProgress?.({ type: 'start', total: pending.length });
  const workshop = await open();
  const force = await workforceFor(pending.length, workshop, options);
  const queue = [...pending];
  const done: string[] = [];
  const takeNext = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !options.signal?.aborted; next = queue.shift()) {
      const before = memory.entries.get(next.id);
      memory.begin(next.id);
      const entry = await force.run({ ...next, basis });
      removeStale(before, entry, workshop.project);
      memory.finish(entry);
      done.push(next.id);
      options.onProgress?.({ type: 'document', entry });
    }
  };
  try {
    const lines = Array.from({ length: Math.min(force.width, pending.length) }, takeNext);
    await Promise.all(lines).catch(async (error) => {
      queue.length = 0;
      await Promise.allSettled(lines);
      throw error;
    });
  } finally {
    await force.close();
    options.onProgress?.({ type: 'end' });
  }
  const order = new Map(pending.map((d, at) => [d.id, at]));
  return done.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

async function workforceFor(count: number, workshop: Workshop, options: BuildOptions): Promise<Workforce> {
  const cores = options.cores ?? 1;
  const wanted = options.jobs ?? (count >= worthThreads ? cores : 1);
  const number = Math.min(wanted, cores, count);
  if (number < 2 || options.stages !== undefined || !canThread()) return alone(workshop);
  return threads(workshop.project, number);
}

/** Files of a document that it no longer has: another format was asked for, or it fails now. */
function removeStale(before: Entry | undefined, now: Entry, project: Project): void {
  const kept = new Set(now.outputs.map((o) => o.path));
  const dist = new Writer(project.dist);
  const former = before === undefined ? standardFiles(now.id) : before.outputs.map((o) => o.path);
  for (const path of former) if (!kept.has(path)) dist.remove(path);
}
