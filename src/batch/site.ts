/**
 * The pages of the edition as a whole: index, registers, report, and the manifest as the very last file, so
 * that a manifest never speaks of files that are not there yet.
 *
 * Documents whose records have changed give their rows anew, and what is made of those rows is made anew
 * (publish/sheaves.ts, site-making.ts). Everything is, where program, settings, register or furniture have changed,
 * where pages were held back, and after a build that was killed while it wrote rows.
 */
import type { Finding } from '../report.ts';
import type { Workshop } from './document.ts';
import { besideStands } from './edition-checks.ts';
import { sha256, Writer } from './files.ts';
import { written } from './finding.ts';
import { furnitureFingerprint } from './furniture.ts';
import { knownFiles, manifestJson, manifestName } from './manifest.ts';
import type { Entry, Memory, Output } from './memory.ts';
import type { Plan } from './plan.ts';
import { type Standing, standing } from './press.ts';
import type { Project } from './project.ts';
import type { Survey } from './survey.ts';

export interface SiteJob {
  readonly plan: Plan;
  /** What is remembered of the documents, in their order; read anew each time it is gone through. */
  readonly entries: Iterable<Entry>;
  readonly survey: Survey;
  /** Findings about the edition that the plan brought to light. */
  readonly found: readonly Finding[];
  readonly basis: string;
  readonly project: Project;
  readonly open: () => Promise<Workshop>;
  readonly memory: Memory;
  readonly anew: boolean;
  /** Ids of the documents done anew in this build: their pages have no navigation yet. */
  readonly done: readonly string[];
}

export interface SiteDone {
  /** Ids of documents whose pages got other navigation. */
  readonly navigated: readonly string[];
  /** Pages that were written, relative to dist/. */
  readonly written: readonly string[];
}

/** Nothing when no file had to be written. */
export async function publishSite(job: SiteJob): Promise<SiteDone | undefined> {
  const { survey, found, project, memory } = job;
  const madeWith = sha256(JSON.stringify([job.basis, furnitureFingerprint(project.root)]));
  const basis = sha256(JSON.stringify([madeWith, survey.fingerprint, found]));
  const stand = standing(memory.site, project.dist, memory.untrusted);
  const whole = !job.anew && job.done.length === 0 && memory.rowsStand;
  if (whole && memory.site?.basis === basis && (await siteStands(stand, project, memory))) return undefined;

  const workshop = await job.open();
  const { make } = await import('./site-making.ts');
  const kept = !job.anew && memory.rowsStand && mayBeKept(madeWith, job);
  const made =
    (await make(job, workshop, stand, kept)) ?? (kept && (await make(job, workshop, stand, false)));
  if (!made) throw new Error('The pages of the edition were given up.');
  const { press, navigated, edition, findings, faulty } = made;
  removeFormer(press.outputs, job.entries, project, memory);
  const { outputs } = press;
  press.printJson(manifestName, manifestJson(job.entries, outputs, workshop.context.version));
  await memory.closeRows({
    basis,
    ...(!press.heldBack && !faulty && { madeWith }),
    outputs: press.outputs,
    findings: findings.map(written),
    ...(edition.suppressed.length > 0 && { suppressed: edition.suppressed }),
    pages: press.findings.map(written),
    beside: edition.beside,
  });
  return { navigated, written: press.written };
}

/** A document that has taken the name of a part of the edition holds back pages that stand. */
function mayBeKept(madeWith: string, { memory, plan }: SiteJob): boolean {
  if (memory.site?.madeWith !== madeWith) return false;
  const folders = new Set(memory.site.outputs.flatMap(({ path }) => path.match(/^[^/]+(?=\/)/)?.[0] ?? []));
  return ![...folders].some((folder) => plan.documents.has(folder));
}

/** Renews stamps whose times alone have changed. */
async function siteStands({ outputs }: Standing, project: Project, memory: Memory): Promise<boolean> {
  const { site } = memory;
  if (site === undefined || !besideStands(site, project)) return false;
  if (outputs.size < site.outputs.length) return false;
  const now = site.outputs.map((output) => outputs.get(output.path) ?? output);
  if (now.some((output, i) => output !== site.outputs[i])) await memory.setSite({ ...site, outputs: now });
  return true;
}

/** Removes pages of a former build that this one no longer has; only what we know to be ours. */
function removeFormer(
  outputs: readonly Output[],
  entries: Iterable<Entry>,
  project: Project,
  memory: Memory,
): void {
  const kept = new Set([...outputs.map((o) => o.path), manifestName]);
  const former = memory.site?.outputs.map((o) => o.path) ?? knownFiles(project);
  if (memory.site === undefined && former.length > 0) {
    for (const entry of entries) for (const { path } of entry.outputs) kept.add(path);
  }
  const dist = new Writer(project.dist);
  for (const path of former) if (!kept.has(path)) dist.remove(path);
}
