/**
 * The pages of the edition as a whole: index, registers, report, and the manifest as the very last file, so
 * that a manifest never speaks of files that are not there yet.
 *
 * Documents whose records have changed give their rows anew, and what is made of those rows is made anew
 * (publish/sheaves.ts). Everything is, where program, settings, register or furniture have changed, where pages were
 * held back, and after a build that was killed while it wrote rows.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { bound } from '../publish/binding.ts';
import { type Change, type Part, sheafName } from '../publish/sheaves.ts';
import { Sorted } from '../publish/sorted.ts';
import type { Finding } from '../report.ts';
import type { Workshop } from './document.ts';
import { besideStands, type EditionChecked, EditionChecks } from './edition-checks.ts';
import { CommandError } from './errors.ts';
import { sha256, Writer } from './files.ts';
import { finding, written } from './finding.ts';
import { furnitureFingerprint } from './furniture.ts';
import { knownFiles, manifestJson, manifestName } from './manifest.ts';
import type { DocumentRecord, Entry, Memory, Output, Rows } from './memory.ts';
import { NavigationOf } from './navigation.ts';
import type { Plan } from './plan.ts';
import { Press, type Standing, standing } from './press.ts';
import type { Project } from './project.ts';
import { reportHead, reportJson } from './report-file.ts';
import { reportFilePart, sharesPart, type ToldToChecks } from './site-parts.ts';
import type { EditionSuppressions } from './suppressions.ts';
import { markOf, type Survey } from './survey.ts';

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

/** Loaded when there is work: it comes with all the rules. */
async function suppressionsOf(project: Project): Promise<EditionSuppressions> {
  const { EditionSuppressions } = await import('./suppressions.ts');
  return new EditionSuppressions(project);
}

/** A document that has taken the name of a part of the edition holds back pages that stand. */
function mayBeKept(madeWith: string, { memory, plan }: SiteJob): boolean {
  if (memory.site?.madeWith !== madeWith) return false;
  const folders = new Set(memory.site.outputs.flatMap(({ path }) => path.match(/^[^/]+(?=\/)/)?.[0] ?? []));
  return ![...folders].some((folder) => plan.documents.has(folder));
}

interface Made {
  readonly press: Press;
  readonly navigated: readonly string[];
  readonly edition: EditionChecked;
  readonly findings: readonly Diagnostic[];
  /** The program stopped at a fault of its own. */
  readonly faulty: boolean;
}

/**
 * @param kept rows and pages of the last build stand, but for what has changed
 * @returns nothing when a fault stopped it and it should be tried from nothing
 */
async function make(
  job: SiteJob,
  workshop: Workshop,
  stand: Standing,
  kept: boolean,
): Promise<Made | undefined> {
  const { plan, survey, found, project, memory } = job;
  const { stages, context } = workshop;
  await memory.openRows(!kept);
  const press = new Press(workshop, plan.documents, stand.outputs, kept ? memory.site?.pages : undefined);
  const changed = kept ? survey.changed : Array.from(plan.documents, ({ id }) => id);
  const gone: string[] = [];
  if (kept) for await (const id of memory.marked()) if (!plan.documents.has(id)) gone.push(id);
  const scratch = join(project.memory, 'scratch');
  const work = { press, scratch, anew: !kept, memory };
  const navigated: string[] = [];
  const navigation = new NavigationOf(project, memory, navigated);
  const faults: Diagnostic[] = [];
  try {
    await run({
      ...work,
      name: 'site',
      parts: stages.siteParts(context) as readonly Part<object>[],
      changes: changesOf(changed, gone, memory, ({ report, facts }) =>
        report.published
          ? { ...(facts as object | undefined), questions: report.questions.length }
          : undefined,
      ),
      again: [
        ...(kept ? stand.spoilt : []),
        ...(kept ? job.done : changed).map((id) => sheafName('neighbours', id)),
      ],
      navigation,
    });
  } catch (error) {
    if (!isFault(error)) throw error;
    if (kept) return undefined;
    faults.push(faultOf('index.html', error));
  }
  const before: Diagnostic[] = [...found, ...workshop.diagnostics];
  const state: { edition: EditionChecked; findings: readonly Diagnostic[] } = {
    edition: { findings: [], suppressed: [], beside: {} },
    findings: [],
  };
  const suppressions = await suppressionsOf(project);
  const conclude = (told: Iterable<ToldToChecks>): void => {
    const checks = new EditionChecks(project, stages);
    for (const { share, report } of told) {
      if (share) checks.take(share);
      suppressions.take(report);
    }
    const edition = checks.finish(plan.documents, (found) => suppressions.settle(found));
    const inRegister = (content: string, path: string): readonly Diagnostic[] =>
      stages.validate({ path, mediaType: 'application/tei+xml', content }, context);
    const stale = suppressions.stale(job.entries, job.basis, inRegister);
    state.edition = edition;
    state.findings = [...before, ...faults, ...press.findings, ...edition.findings, ...stale];
  };
  const told = () => {
    const findings = state.findings.map(written);
    const { suppressed } = state.edition;
    return {
      ...reportHead(project.settings.title, survey.totals(findings, suppressed.length)),
      findings,
      ...(suppressed.length > 0 && { suppressed }),
    };
  };
  const rows = memory.rows('marks');
  try {
    await run({
      ...work,
      name: 'report',
      parts: [
        sharesPart(conclude),
        ...(stages.reportParts(context, told) as readonly Part<DocumentRecord>[]),
        reportFilePart((texts) => {
          const { findings, suppressed, ...head } = told();
          press.printJson(
            'report.json',
            reportJson(head, texts, { findings, ...(suppressed && { suppressed }) }),
          );
        }),
      ],
      changes: changesOf(changed, gone, memory, (record) => record),
      again: [
        ...(kept ? stand.spoilt : []),
        ...['shares', 'reports', 'report.json'].map((part) => sheafName(part, '')),
      ],
    });
  } catch (error) {
    if (!isFault(error)) throw error;
    if (kept) return undefined;
    faults.push(faultOf('report.html', error));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  for (const id of changed) {
    const entry = memory.entry(id);
    if (entry) rows.put(id, markOf(entry));
    await rows.flush();
  }
  for (const id of gone) rows.delete(id);
  await rows.flush(0);
  const pages = (): readonly string[] => [
    ...press.outputs.flatMap(({ path, mediaType, sheaf }) =>
      mediaType === 'text/html' && !sheaf?.startsWith('report') ? [path] : [],
    ),
    ...publishedOf(job.entries),
  ];
  for (const artifact of stages.siteFiles(
    lazily(() => [...pages()].sort()),
    context,
  ))
    press.print(artifact);
  return { press, navigated, ...state, faulty: faults.length > 0 };
}

interface Run<D> {
  readonly name: string;
  readonly parts: readonly Part<D>[];
  readonly changes: Iterable<Change<D>>;
  readonly again: Iterable<string>;
  readonly anew: boolean;
  readonly press: Press;
  readonly scratch: string;
  readonly memory: Memory;
  readonly navigation?: NavigationOf;
}

async function run<D>({ name, press, scratch, memory, navigation, ...binding }: Run<D>): Promise<void> {
  const store: Rows = memory.rows(name);
  const known = new Set(binding.parts.map((part) => part.name));
  const again = [...binding.again].filter((sheaf) => known.has(sheaf.slice(0, sheaf.indexOf('\t'))));
  for (const { sheaf, draft } of bound({ ...binding, again, store, sorted: () => new Sorted(scratch) })) {
    await store.flush();
    if (sheaf === '') continue;
    if (draft === undefined) press.begin(sheaf);
    if (navigation?.isOf(sheaf)) await navigation.step(sheaf, draft as { navigation?: { markup: string } });
    else if (draft !== undefined) press.printDraft(draft, sheaf);
  }
  await navigation?.end();
  await store.flush(0);
}

function* changesOf<D>(
  changed: readonly string[],
  gone: readonly string[],
  memory: Memory,
  documentOf: (record: DocumentRecord) => D | undefined,
): Generator<Change<D>> {
  for (const id of changed) {
    const record = memory.record(id);
    const document = record && documentOf(record);
    yield { id, ...(document !== undefined && { document }) };
  }
  for (const id of gone) yield { id };
}

function* publishedOf(entries: Iterable<Entry>): Generator<string> {
  for (const { id, published } of entries) if (published) yield `${id}/index.html`;
}

function lazily<T>(values: () => Iterable<T>): Iterable<T> {
  return { [Symbol.iterator]: () => values()[Symbol.iterator]() };
}

/** A fault of the program, not of the disk. */
const isFault = (error: unknown): boolean => !(error instanceof CommandError);

function faultOf(file: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return finding('transform.failed', file, `The program stopped at a fault of its own (${reason}).`);
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
