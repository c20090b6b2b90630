/**
 * The pages of the edition as a whole: index, registers, report, and the manifest as the very last file, so
 * that a manifest never speaks of files that are not there yet.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import type { DocumentFacts } from '../publish/index.ts';
import type { Finding } from '../report.ts';
import type { Workshop } from './document.ts';
import type { Documents } from './documents.ts';
import { besideStands, EditionChecks } from './edition-checks.ts';
import { sha256, Writer } from './files.ts';
import { written } from './finding.ts';
import { furnitureFingerprint } from './furniture.ts';
import { knownFiles, manifestJson, manifestName } from './manifest.ts';
import type { Entry, Memory, Output } from './memory.ts';
import { giveNavigation } from './navigation.ts';
import type { Plan } from './plan.ts';
import { Press } from './press.ts';
import type { Project } from './project.ts';
import { reportHead, reportJson, reportsOf } from './report-file.ts';
import type { Facts } from './stages.ts';
import { renewed } from './stamp.ts';
import type { EditionSuppressions } from './suppressions.ts';
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

/** Ids of documents whose pages got other navigation; nothing when no file had to be written. */
export async function publishSite(job: SiteJob): Promise<readonly string[] | undefined> {
  const { plan, entries, survey, found, project, memory } = job;
  const basis = siteBasis(job);
  const whole = !job.anew && job.done.length === 0;
  if (whole && memory.site?.basis === basis && (await siteStands(project, memory))) return undefined;

  const workshop = await job.open();
  const { stages, context } = workshop;
  const findings: Diagnostic[] = [...found, ...workshop.diagnostics];
  const former = memory.site?.outputs ?? [];
  const checked = !job.anew && memory.site?.checkedWith === job.basis ? memory.site.findings : undefined;
  const press = new Press(workshop, plan.documents, former, findings, memory.untrusted, checked);
  const scratch = join(project.memory, 'scratch');
  let navigated: readonly string[] = [];
  const checks = new EditionChecks(project, stages);
  const suppressions = await suppressionsOf(project);
  try {
    const neighbours = stages.neighbourSearch(context, scratch);
    const facts = function* (): Generator<Facts> {
      for (const document of factsOf(plan.documents, memory, checks, suppressions)) {
        neighbours.take(document as DocumentFacts);
        yield document;
      }
    };
    const reading = facts();
    press.printAll('index.html', () => stages.publish(reading, context, { scratch }));
    // Whatever the pages needed: the checks of the edition need every document.
    for (const _ of reading);
    navigated = await giveNavigation(plan.documents, neighbours.finish(), project, memory);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const edition = checks.finish(plan.documents, (found) => suppressions.settle(found));
  findings.push(...edition.findings);
  const inRegister = (content: string, path: string): readonly Diagnostic[] =>
    stages.validate({ path, mediaType: 'application/tei+xml', content }, context);
  findings.push(...suppressions.stale(entries, job.basis, inRegister));
  const told = findings.map(written);
  const { suppressed } = edition;
  const head = reportHead(project.settings.title, survey.totals(told, suppressed.length));
  const ofEdition = { findings: told, ...(suppressed.length > 0 && { suppressed }) };
  const reports = { [Symbol.iterator]: () => reportsOf(plan.documents, memory) };
  press.printAll('report.html', () =>
    stages.reportPages({ ...head, documents: reports, ...ofEdition }, context),
  );
  press.printJson('report.json', reportJson(head, reports, ofEdition));

  removeFormer(press.outputs, entries, project, memory);
  const { outputs } = press;
  press.printJson(manifestName, manifestJson(entries, outputs, context.version));
  await memory.setSite({
    basis,
    checkedWith: job.basis,
    outputs: press.outputs,
    ...ofEdition,
    beside: edition.beside,
  });
  return navigated;
}

/** Loaded when there is work: it comes with all the rules. */
async function suppressionsOf(project: Project): Promise<EditionSuppressions> {
  const { EditionSuppressions } = await import('./suppressions.ts');
  return new EditionSuppressions(project);
}

/** Hash of everything the pages are made from: the records of the documents, and what was found in planning. */
function siteBasis({ basis, survey, found, project }: SiteJob): string {
  return sha256(JSON.stringify([basis, survey.fingerprint, found, furnitureFingerprint(project.root)]));
}

/** Renews stamps whose times alone have changed. */
async function siteStands(project: Project, memory: Memory): Promise<boolean> {
  const { site } = memory;
  if (site === undefined || !besideStands(site, project)) return false;
  const stamps = site.outputs.map((output) => ({
    output,
    now: renewed(output, project.dist, memory.untrusted),
  }));
  if (stamps.some(({ now }) => now === undefined)) return false;
  if (stamps.some(({ output, now }) => output !== now)) {
    await memory.setSite({ ...site, outputs: stamps.map(({ output, now }) => ({ ...output, ...now })) });
  }
  return true;
}

/**
 * The facts of each published document with the one that only its report knows, read one after the other.
 * @param checks of the whole edition, which are told what they need to know of each, as are the suppressions
 */
function* factsOf(
  documents: Documents,
  memory: Memory,
  checks: EditionChecks,
  suppressions: EditionSuppressions,
): Generator<Facts> {
  for (const { id } of documents) {
    const record = memory.record(id);
    if (record?.share) checks.take(record.share);
    if (record) suppressions.take(record.report);
    if (record?.report.published)
      yield { ...(record.facts as object | undefined), questions: record.report.questions.length };
  }
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
