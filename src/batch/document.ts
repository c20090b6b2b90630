/**
 * The work on one document, from its files to its files:
 *
 *     source -> TEI in tei/ -> audit -> validate -> editions in dist/ -> what is remembered
 *
 * Runs in the main thread or in a worker, with the same bytes. Whatever is wrong with the document becomes a
 * finding in its report; only a disk that refuses to be written is an exception (`CommandError` 3).
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { positionAt } from '../read/diagnose.ts';
import type { Check, DocumentReport, Question, SuppressedFinding } from '../report.ts';
import type { EditionShare } from '../validate/index.ts';
import { compareText, sha256, Writer } from './files.ts';
import { finding, guarded, hasError, suppressedAsWritten, written } from './finding.ts';
import type { Counts, DocumentRecord, Output, Remembered } from './memory.ts';
import type { Project } from './project.ts';
import { type Given, readSourceFile, type SourceFile } from './source-file.ts';
import type { Facts, Stages } from './stages.ts';
import { stampOfWritten } from './stamp.ts';
import { type Standing, stands } from './standing.ts';
import { prepareTei, type TeiFile } from './tei-file.ts';

export interface Job {
  readonly id: string;
  /** Relative to the project; absent: there is a TEI only. */
  readonly source?: string;
  /** Relative to the project: where the TEI is or will be. */
  readonly tei: string;
  /** Go into the entry; it is valid as long as they stay the same. */
  readonly basis: string;
  readonly own?: string;
  /** The bytes of the source, where they are not a file of their own. */
  readonly given?: Given;
  /** What was made of it before the register changed. */
  readonly standing?: Standing;
}

export interface Workshop {
  readonly project: Project;
  readonly context: Context;
  readonly stages: Stages;
  /** Findings about the register. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The source of a document, if it has one. The rest is done at one go, by `buildDocument`. */
export async function readDocument(
  job: Job,
  { project, context, stages }: Workshop,
): Promise<SourceFile | undefined> {
  return job.source === undefined
    ? undefined
    : readSourceFile(job.source, project.root, context, stages.read, job.given);
}

export function buildDocument(job: Job, file: SourceFile | undefined, workshop: Workshop): Remembered {
  const { project, context, stages } = workshop;
  const source = file?.source;
  const unreadable = file !== undefined && source === undefined;
  const tei: TeiFile | undefined = unreadable
    ? undefined
    : prepareTei(job.tei, project.root, source, context, stages.encodeSource);
  const suppressed: SuppressedFinding[] = [];
  const findings: Diagnostic[] = [
    ...(file?.diagnostics ?? []),
    ...(tei?.diagnostics ?? []),
    ...unknownDialect(tei),
  ];

  const audited =
    source && tei?.xml !== undefined ? auditOf(source, tei.xml, job.tei, stages, findings) : undefined;
  const standing = job.standing;
  const standsAs =
    standing &&
    ((found: readonly Diagnostic[]) =>
      stands(standing, file?.stamp?.sha256, tei?.stamp?.sha256, [...findings, ...found]));
  const made =
    tei?.xml === undefined
      ? nothingMade
      : makeEditions(job, tei.xml, withSource(workshop, source), { findings, suppressed }, standsAs);
  const left = made.stands ? standing : undefined;
  const published = (left !== undefined || made.editions.length > 0) && !hasError(findings);
  const outputs = left?.outputs ?? (published ? writeEditions(made.editions, project) : []);

  const report: DocumentReport = {
    id: job.id,
    published,
    ...(source && { source: aboutSource(source) }),
    ...(tei?.stamp && { tei: { path: job.tei, sha256: tei.stamp.sha256, by: tei.by } }),
    ...(tei?.document && { dialect: { id: tei.document.dialect, ...tei.document.dialectEvidence } }),
    ...(audited && { audit: audited }),
    checks: [
      ...(audited
        ? [{ name: 'audit', file: job.tei, result: audited.ok ? 'passed' : 'failed' } as const]
        : []),
      ...(left?.checks ?? made.checks),
    ],
    findings: findings.map(written),
    ...(suppressed.length > 0 && { suppressed }),
    questions: questionsOf(tei),
    ...(tei?.difference && { difference: tei.difference }),
  };
  const share = tei?.xml === undefined ? undefined : shareIn(job.tei, tei.xml, stages);
  const record = wordsOf({ report, ...(share && { share }), ...(published && { facts: made.facts }) });
  const entry = {
    ...marksOf(job),
    ...(file?.stamp && { source: file.stamp }),
    ...(tei?.stamp && { tei: tei.stamp }),
    outputs,
    ...(left?.navigation !== undefined && { navigation: left.navigation }),
    record: { sha256: sha256(record) },
    published,
    counts: countsOf(report),
    ...(unreadable && { teiUnused: true as const }),
  };
  return { entry, record };
}

const marksOf = ({ id, basis, own }: Job) => ({ id, basis, ...(own !== undefined && { own }) });

const wordsOf = (record: DocumentRecord): string => JSON.stringify(record);

/**
 * What is remembered of a document whose work was stopped: by an exception that nobody foresaw, by a limit, by a
 * worker that died. It has no stamps, and is tried again by the next build.
 */
export function stoppedDocument(job: Job, found: Diagnostic): Remembered {
  const report: DocumentReport = {
    id: job.id,
    published: false,
    checks: [],
    findings: [written(found)],
    questions: [],
  };
  const record = wordsOf({ report });
  return {
    entry: {
      ...marksOf(job),
      outputs: [],
      record: { sha256: sha256(record) },
      published: false,
      counts: countsOf(report),
      stopped: true,
    },
    record,
  };
}

/** A fault here keeps no document from being published. */
function shareIn(file: string, xml: string, stages: Stages): EditionShare | undefined {
  return guarded(file, 'encode.internal', () => stages.shareOf(xml, file), []);
}

function auditOf(
  source: Source,
  xml: string,
  file: string,
  stages: Stages,
  findings: Diagnostic[],
): DocumentReport['audit'] {
  const outcome = guarded(file, 'encode.internal', () => stages.audit(source, xml, file), findings);
  if (outcome === undefined) return undefined;
  findings.push(...outcome.diagnostics);
  const classes = Object.entries(outcome.classes).sort(([a], [b]) => compareText(a, b));
  return { ok: outcome.ok, total: outcome.total, classes: Object.fromEntries(classes) };
}

/** Findings about the TEI can then say where in the source their place is. */
const withSource = (workshop: Workshop, source: Source | undefined): Workshop =>
  source ? { ...workshop, context: { ...workshop.context, sourceOf: () => source } } : workshop;

interface Made {
  readonly editions: readonly Artifact[];
  readonly checks: readonly Check[];
  readonly facts?: Facts;
  /** What is there is what would be made. */
  readonly stands?: true;
}

const nothingMade: Made = { editions: [], checks: [] };

/** The editions, in memory; none where one of them fails, for an edition is published whole or not at all. */
function makeEditions(
  job: Job,
  xml: string,
  { context, stages }: Workshop,
  { findings, suppressed }: { readonly findings: Diagnostic[]; readonly suppressed: SuppressedFinding[] },
  standsAs?: (found: readonly Diagnostic[]) => boolean,
): Made {
  const tei: Artifact = { path: job.tei, mediaType: 'application/tei+xml', content: xml };
  const { formats } = context.settings;
  const outcome = guarded(
    job.tei,
    'transform.failed',
    () => stages.publishTei(tei, formats, context, standsAs),
    findings,
  );
  if (outcome === undefined) return nothingMade;
  findings.push(...outcome.diagnostics);
  suppressed.push(...suppressedAsWritten(outcome.suppressed));
  if (outcome.stands) {
    const facts = guarded(job.tei, 'transform.failed', () => stages.factsOf(xml, job.id), findings);
    return { editions: [], checks: [], facts, stands: true };
  }
  const checks = [tei, ...outcome.editions].flatMap((artifact) =>
    checksOf(artifact, outcome.diagnostics, stages),
  );
  if (hasError(findings)) return { editions: [], checks };
  const facts = guarded(job.tei, 'transform.failed', () => stages.factsOf(xml, job.id), findings);
  const published = `${job.id}/${job.id}.xml`;
  const editions = outcome.editions.some((e) => e.path === published)
    ? outcome.editions
    : [...outcome.editions, { ...tei, path: published }];
  const strayed = editions.find((e) => !e.path.startsWith(`${job.id}/`));
  if (strayed !== undefined)
    findings.push(finding('transform.failed', strayed.path, `It lies outside ${job.id}/.`));
  return { editions, checks, facts };
}

function checksOf(
  { path, mediaType }: Artifact,
  diagnostics: readonly Diagnostic[],
  stages: Stages,
): Check[] {
  const own = diagnostics.filter((d) => d.file === path);
  return stages.checkResults(mediaType, own).map((check) => ({ ...check, file: path }));
}

/** Writes artifacts under dist/, in the order of their paths. */
function writeEditions(editions: readonly Artifact[], project: Pick<Project, 'dist'>): Output[] {
  const writer = new Writer(project.dist, { flush: false });
  const ordered = [...editions].sort((a, b) => compareText(a.path, b.path));
  return ordered.map(({ path, content, mediaType }) => {
    const stats = writer.write(path, content);
    return { ...stampOfWritten(path, stats, sha256(content)), mediaType };
  });
}

function aboutSource(source: Source): NonNullable<DocumentReport['source']> {
  const { name, sha256: checksum, bytes, text, encoding, lineEnds, format } = source;
  return { path: name, sha256: checksum, bytes, characters: charactersIn(text), encoding, lineEnds, format };
}

/** Characters of Unicode, as the audit counts them. */
function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** That nobody knew the layout is more than a question: the whole header is missing. */
function unknownDialect(tei: TeiFile | undefined): Diagnostic[] {
  if (tei?.document === undefined || tei.by === 'editor') return [];
  const { questions, source } = tei.document;
  return questions
    .filter((q) => q.kind === 'dialect')
    .map(({ question, span }) => ({
      ...finding('recognise.dialect-unknown', source.name, sentence(question)),
      position: positionAt(source.text, span.start),
      span,
    }));
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Questions are the encoder's: where a person has taken over, they have been answered or dismissed. */
function questionsOf(tei: TeiFile | undefined): Question[] {
  if (tei?.document === undefined || tei.by === 'editor') return [];
  const { text } = tei.document.source;
  return tei.document.questions.map(({ span, ...question }) => ({
    ...question,
    ...positionAt(text, span.start),
    words: text.slice(span.start, Math.min(span.end, span.start + 120)),
  }));
}

export function countsOf(report: DocumentReport): Counts {
  const { findings, suppressed, questions, checks, audit, source } = report;
  const count = (severity: string): number => findings.filter((f) => f.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    ...(suppressed && { suppressed: suppressed.length }),
    questions: questions.length,
    checks: checks.length,
    checksPassed: checks.filter((c) => c.result !== 'failed').length,
    characters: source?.characters ?? 0,
    charactersAccounted: audit?.ok ? audit.total : 0,
  };
}
