/**
 * The pages of the edition as a whole: index, registers, report, and the manifest as the very last file, so
 * that a manifest never speaks of files that are not there yet.
 */
import type { Artifact } from '../artifact.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Finding } from '../report.ts';
import { type Workshop, writeEditions } from './document.ts';
import { sha256, Writer } from './files.ts';
import { finding, guarded, hasError, written } from './finding.ts';
import { knownFiles, manifestArtifact, manifestName, manifestOf } from './manifest.ts';
import type { DocumentRecord, Entry, Memory } from './memory.ts';
import type { Plan } from './plan.ts';
import type { Project } from './project.ts';
import type { Facts } from './stages.ts';
import { renewed } from './stamp.ts';
import { reportOf } from './totals.ts';

export interface SiteJob {
  readonly plan: Plan;
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
  const { plan, found, project, memory } = job;
  const entries = plan.documents.flatMap((d) => memory.entries.get(d.id) ?? []);
  const records = entries.map((e) => [e.id, e.record.sha256]);
  const basis = sha256(JSON.stringify([job.basis, records, found]));
  if (!job.anew && memory.site?.basis === basis && siteStands(project, memory)) return false;

  const workshop = await job.open();
  const findings: Diagnostic[] = [...found, ...workshop.diagnostics];
  const pages = makePages(entries, workshop, memory, findings);
  const report = reportOf(project.settings.title, entries, findings.map(written), memory);
  const reportFile: Artifact = {
    path: 'report.json',
    mediaType: 'application/json',
    content: `${JSON.stringify(report, null, 2)}\n`,
  };
  const page = guarded(
    'report.html',
    'transform.failed',
    () => workshop.stages.reportPage(report, workshop.context),
    findings,
  );

  const outputs = writeEditions([...pages, reportFile, ...(page === undefined ? [] : [page])], project);
  removeFormer(
    outputs.map((o) => o.path),
    entries,
    project,
    memory,
  );
  const manifest = manifestArtifact(manifestOf(entries, outputs, workshop.context.version));
  const all = [...outputs, ...writeEditions([manifest], project)];
  memory.setSite({ basis, outputs: all, findings: findings.map(written) });
  return true;
}

/** Renews stamps whose times alone have changed. */
function siteStands(project: Project, memory: Memory): boolean {
  const { site } = memory;
  if (site === undefined) return false;
  const stamps = site.outputs.map((output) => ({ output, now: renewed(output, project.dist) }));
  if (stamps.some(({ now }) => now === undefined)) return false;
  if (stamps.some(({ output, now }) => output !== now)) {
    memory.setSite({ ...site, outputs: stamps.map(({ output, now }) => ({ ...output, ...now })) });
  }
  return true;
}

/** Pages that pass their own checks. */
function makePages(
  entries: readonly Entry[],
  { stages, context }: Workshop,
  memory: Memory,
  findings: Diagnostic[],
): Artifact[] {
  const facts = entries.filter((e) => e.published).map((e) => factsIn(memory.record(e.id)));
  const pages =
    guarded('index.html', 'transform.failed', () => stages.publish(facts, context), findings) ?? [];
  const folders = new Set(entries.map((e) => e.id));
  return pages.filter((page) => {
    const [first = '', ...rest] = page.path.split('/');
    if (rest.length > 0 && folders.has(first)) {
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
  entries: readonly Entry[],
  project: Project,
  memory: Memory,
): void {
  const kept = new Set([...paths, manifestName, ...entries.flatMap((e) => e.outputs.map((o) => o.path))]);
  const former = memory.site?.outputs.map((o) => o.path) ?? knownFiles(project);
  const dist = new Writer(project.dist);
  for (const path of former) if (!kept.has(path)) dist.remove(path);
}
