/**
 * Makes the pages of the edition: the rows of the documents that have changed, then what is made of these. Loaded when
 * there is work.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { bound } from '../publish/binding.ts';
import { type Change, type Part, sheafName } from '../publish/sheaves.ts';
import { Sorted } from '../publish/sorted.ts';
import type { Workshop } from './document.ts';
import { type EditionChecked, EditionChecks } from './edition-checks.ts';
import { CommandError } from './errors.ts';
import { finding, written } from './finding.ts';
import type { DocumentRecord, Entry, Memory, Rows } from './memory.ts';
import { NavigationOf } from './navigation.ts';
import { Press, type Standing } from './press.ts';
import { reportHead, reportJson } from './report-file.ts';
import type { SiteJob } from './site.ts';
import { reportFilePart, sharesPart, type ToldToChecks } from './site-parts.ts';
import { EditionSuppressions } from './suppressions.ts';
import { markOf } from './survey.ts';

export interface Made {
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
export async function make(
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
  const suppressions = new EditionSuppressions(project);
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
