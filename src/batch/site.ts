/**
 * The pages of the edition as a whole: index, registers, report, and the manifest as the very last file, so
 * that a manifest never speaks of files that are not there yet.
 */
import type { Artifact } from '../artifact.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DocumentReport, Finding } from '../report.ts';
import { type Workshop, writeEditions } from './document.ts';
import type { Documents } from './documents.ts';
import { compareText, sha256, Writer } from './files.ts';
import { finding, guarded, hasError, written } from './finding.ts';
import { knownFiles, manifestJson, manifestName } from './manifest.ts';
import type { DocumentRecord, Entry, Memory, Output } from './memory.ts';
import type { Plan } from './plan.ts';
import type { Project } from './project.ts';
import { reportHead, reportJson, reportsOf } from './report-file.ts';
import type { Facts } from './stages.ts';
import { renewed, stampOfWritten } from './stamp.ts';
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
}

/** True when something had to be written. */
export async function publishSite(job: SiteJob): Promise<boolean> {
  const { plan, entries, survey, found, project, memory } = job;
  const basis = siteBasis(job);
  if (!job.anew && memory.site?.basis === basis && (await siteStands(project, memory))) return false;

  const workshop = await job.open();
  const findings: Diagnostic[] = [...found, ...workshop.diagnostics];
  const small = plan.documents.size <= mostOnPage;
  const reports: DocumentReport[] = [];
  const pages = makePages(plan.documents, workshop, memory, findings, small ? reports : undefined);
  const told = findings.map(written);
  const head = reportHead(project.settings.title, survey.totals(told));
  const page = guarded(
    'report.html',
    'transform.failed',
    () => workshop.stages.reportPage({ ...head, documents: reports, findings: told }, workshop.context),
    findings,
  );
  const documents = small ? reports : reportsOf(plan.documents, memory);
  const outputs = [
    ...writeEditions(page === undefined ? pages : [...pages, page], project),
    writeJson('report.json', reportJson(head, documents, told), project),
  ].sort((a, b) => compareText(a.path, b.path));
  removeFormer(
    outputs.map((o) => o.path),
    entries,
    project,
    memory,
  );
  const manifest = manifestJson(entries, outputs, workshop.context.version);
  const all = [...outputs, writeJson(manifestName, manifest, project)];
  await memory.setSite({ basis, outputs: all, findings: findings.map(written) });
  return true;
}

/** More documents than this make a page that no browser shows: then the page has the totals only. */
const mostOnPage = 20_000;

/** Hash of everything the pages are made from: the records of the documents, and what was found in planning. */
function siteBasis({ basis, survey, found }: SiteJob): string {
  return sha256(JSON.stringify([basis, survey.fingerprint, found]));
}

function writeJson(path: string, pieces: Iterable<string>, project: Project): Output {
  const { stats, sha256: checksum } = new Writer(project.dist).writePieces(path, pieces);
  return { ...stampOfWritten(path, stats, checksum), mediaType: 'application/json' };
}

/** Renews stamps whose times alone have changed. */
async function siteStands(project: Project, memory: Memory): Promise<boolean> {
  const { site } = memory;
  if (site === undefined) return false;
  const stamps = site.outputs.map((output) => ({ output, now: renewed(output, project.dist) }));
  if (stamps.some(({ now }) => now === undefined)) return false;
  if (stamps.some(({ output, now }) => output !== now)) {
    await memory.setSite({ ...site, outputs: stamps.map(({ output, now }) => ({ ...output, ...now })) });
  }
  return true;
}

/** Pages that pass their own checks. */
function makePages(
  documents: Documents,
  { stages, context }: Workshop,
  memory: Memory,
  findings: Diagnostic[],
  reports: DocumentReport[] | undefined,
): Artifact[] {
  const facts: Facts[] = [];
  for (const { id } of documents) {
    const record = memory.record(id);
    if (record?.report.published) facts.push(factsIn(record));
    if (record !== undefined) reports?.push(record.report);
  }
  const pages =
    guarded('index.html', 'transform.failed', () => stages.publish(facts, context), findings) ?? [];
  return pages.filter((page) => {
    const [first = '', ...rest] = page.path.split('/');
    if (rest.length > 0 && documents.has(first)) {
      findings.push(
        finding(
          'build.collision',
          page.path,
          `The document "${first}" has the name of a part of the edition.`,
        ),
      );
      return false;
    }
    const problems =
      guarded(page.path, 'transform.failed', () => stages.validate(page, context), findings) ?? [];
    findings.push(...problems);
    return !hasError(problems);
  });
}

/** The facts of a document with the one that only its report knows. */
function factsIn(record: DocumentRecord | undefined): Facts {
  return { ...(record?.facts as object | undefined), questions: record?.report.questions.length ?? 0 };
}

/** Removes pages of a former build that this one no longer has; only what we know to be ours. */
function removeFormer(
  paths: readonly string[],
  entries: Iterable<Entry>,
  project: Project,
  memory: Memory,
): void {
  const kept = new Set([...paths, manifestName]);
  const former = memory.site?.outputs.map((o) => o.path) ?? knownFiles(project);
  if (memory.site === undefined && former.length > 0) {
    for (const { outputs } of entries) for (const { path } of outputs) kept.add(path);
  }
  const dist = new Writer(project.dist);
  for (const path of former) if (!kept.has(path)) dist.remove(path);
}
