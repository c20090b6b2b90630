/**
 * From a project to packages: the edition is built, each document that is asked for must pass its checks, and
 * what goes into a package is gathered. The forms it takes are `deposit/`; it is written by `package.ts`.
 */
import { join } from 'node:path';
import { bagOf, type CrateVersion, isLong, type MetadataOptions, metadataOf } from '../deposit/index.ts';
import type { Finding, Report } from '../report.ts';
import { type BuildOptions, build } from './build.ts';
import {
  type Built,
  type Chosen,
  chosenDocuments,
  ownMetadata,
  type ReservedDoi,
  withDoi,
} from './deposit-documents.ts';
import { gather } from './deposit-files.ts';
import { previousFrom } from './deposit-previous.ts';
import { CommandError } from './errors.ts';
import { finding } from './finding.ts';
import { loadAllStages } from './load.ts';
import { type PackageTarget, packageTarget, writePackage } from './package.ts';
import { programAddress, programVersion } from './program.ts';
import { contextOf, openProject, type Project, settingsFile } from './project.ts';

export interface DepositOptions {
  readonly project: string;
  /** Ids of documents; empty: the whole edition. */
  readonly ids: readonly string[];
  /** A package for each document, not one for all. */
  readonly each: boolean;
  /** Folder the packages go to; absent: `deposit/` of the project. */
  readonly output?: string;
  readonly zip: boolean;
  /** First part of the name; absent: that of the settings, or made from the title. */
  readonly name?: string;
  readonly doi?: string;
  /** The package, folder or zip, that this one follows. */
  readonly previous?: string;
  readonly crateVersion: CrateVersion;
  readonly allowInvalid: boolean;
  /** Replace a package of the same name. */
  readonly force: boolean;
  /** Seconds since 1970 (`SOURCE_DATE_EPOCH`). */
  readonly epoch?: number;
  readonly jobs?: number;
  readonly cores?: number;
  readonly signal?: AbortSignal;
}

export interface DepositOutcome {
  readonly packages: readonly (PackageTarget & { readonly documents: number })[];
  readonly findings: readonly Finding[];
  /** Files looked at, for reports. */
  readonly files: readonly string[];
  readonly interrupted: boolean;
  readonly project: Project;
  readonly report: () => Report;
}

/** Throws `CommandError` where nothing can be packed; documents that fail are findings, and nothing is written. */
export async function deposit(options: DepositOptions): Promise<DepositOutcome> {
  const { project: folder, jobs, cores, signal } = options;
  const { settings } = openProject(folder);
  // What the settings lack is said before the work begins; what documents may bring is seen after it.
  if (settings.deposit?.sendersAsCreators !== true) required(metadataOf(settings, about(options)));
  const built = await buildFirst({
    project: folder,
    ...(jobs === undefined ? {} : { jobs }),
    ...(cores === undefined ? {} : { cores }),
    ...(signal === undefined ? {} : { signal }),
  });
  const outcome = (packages: DepositOutcome['packages'], findings: readonly Finding[]): DepositOutcome => ({
    packages,
    findings,
    files: built.entries.map((e) => e.tei?.path ?? e.source?.path ?? e.id),
    interrupted: built.interrupted,
    project: built.project,
    report: () => built.report,
  });
  if (built.interrupted) return outcome([], []);
  const chosen = chosenDocuments(built, options.ids);
  const failing = chosen.filter((c) => !c.valid);
  if (failing.length > 0 && !options.allowInvalid) return outcome([], objections(failing));

  const groups = options.each ? chosen.map((c) => [c]) : [chosen];
  if (groups.length > 1 && (options.doi !== undefined || options.previous !== undefined)) {
    const what = options.doi === undefined ? 'An earlier version' : 'A DOI';
    const message = `${what} belongs to one package, and --each makes ${groups.length}.`;
    throw new CommandError(2, message, 'Name one document.');
  }
  const plans = groups.map((group) => ({ group, ...metadataFor(group, built, options) }));
  const advice = adviceOf(plans.flatMap((p) => p.unmet));
  const output = options.output ?? join(built.project.root, 'deposit');
  const targets = plans.map(({ metadata }) =>
    packageTarget(output, metadata.packageName, options.zip, options.force),
  );
  const previous = options.previous === undefined ? undefined : await previousFrom(options.previous);
  const stages = await loadAllStages();
  const { context } = await contextOf(built.project, stages);
  const packages: (PackageTarget & { documents: number })[] = [];
  const long: string[] = [];
  for (const [at, { group, metadata }] of plans.entries()) {
    if (signal?.aborted) break;
    const { doi } = metadata;
    const reserved = doi === undefined ? undefined : reservedFor(doi, group, metadata.title);
    const packed =
      reserved === undefined ? group : group.map((c) => withDoi(c, reserved, built.project, stages, context));
    const gathered = gather(packed, { built, stages, context, whole: isWhole(options) });
    const bag = bagOf({
      metadata,
      ...gathered,
      selection: group.length < built.entries.length && group.length > 1,
      withoutSources:
        built.project.settings.deposit?.sources !== true && group.some((c) => c.source !== undefined),
      ...(previous === undefined ? {} : { previous }),
    });
    writePackage(targets[at] as PackageTarget, bag, options.epoch);
    long.push(...gathered.files.filter(({ path }) => isLong(path)).map(({ path }) => path));
    packages.push({ ...(targets[at] as PackageTarget), documents: group.length });
  }
  const packedAnyway = objections(failing).map((f) => ({ ...f, severity: 'warning' as const }));
  return outcome(packages, [
    ...advice,
    ...adviceOnLength(long),
    ...packedAnyway.filter((f) => f.code === 'deposit.invalid'),
  ]);
}

/** Of a document that is packed alone the DOI is its own; of several it is the package's. */
const reservedFor = (doi: string, group: readonly Chosen[], title: string): ReservedDoi =>
  group.length === 1 ? { doi } : { doi, of: title };

/** The build, with what it remembers of each document. */
async function buildFirst(options: BuildOptions): Promise<Built> {
  let left: Pick<Built, 'entries' | 'report'> | undefined;
  const { project, interrupted } = await build(options, (_, { entries, report }) => {
    left = { entries: [...entries], report: report() };
  });
  if (left === undefined) throw new Error('The build has told nothing.');
  return { project, interrupted, ...left };
}

const isWhole = ({ ids, each }: DepositOptions): boolean => ids.length === 0 && !each;

/** Why documents cannot be packed: what was found, and for each that it was refused. */
function objections(failing: readonly Chosen[]): readonly Finding[] {
  return failing.flatMap(({ id, file, findings }) => [
    ...findings.filter((f) => f.severity === 'error'),
    finding('deposit.invalid', file, `The document ${id} does not pass its checks.`),
  ]);
}

function metadataFor(group: readonly Chosen[], { project }: Built, options: DepositOptions) {
  const own = {
    ...ownMetadata(group, project, isWhole(options)),
    ...(options.name === undefined ? {} : { name: options.name }),
  };
  return required(metadataOf(project.settings, { ...about(options), own }));
}

/** What is known of the package whatever is in it. */
function about({ crateVersion, doi, epoch }: DepositOptions): MetadataOptions {
  return {
    program: programVersion(),
    programUrl: programAddress(),
    crateVersion,
    ...(doi === undefined ? {} : { doi }),
    ...(epoch === undefined ? {} : { epoch }),
  };
}

/** Throws `CommandError` 2 with all that is missing. */
function required({ metadata, unmet }: ReturnType<typeof metadataOf>) {
  if (metadata !== undefined) return { metadata, unmet };
  throw new CommandError(
    2,
    'Nothing was packed: repositories ask for what only a person can know.',
    'docs/deposit.md shows a chancery.json to start from.',
    adviceOf(unmet).filter((f) => f.severity === 'error'),
  );
}

/** Some programs of Windows cannot unpack what lies deep. */
function adviceOnLength([longest, ...more]: readonly string[]): readonly Finding[] {
  if (longest === undefined) return [];
  const number = more.length === 0 ? 'One path is' : `${more.length + 1} paths are`;
  const message = `${number} longer than 200 characters; some programs of Windows cannot unpack them`;
  const fix = 'Nothing, or shorter names for the sources: ids are made from them.';
  return [{ ...finding('deposit.advice', longest, message, fix), severity: 'info' }];
}

type Unmet = ReturnType<typeof metadataOf>['unmet'];

/** Each missing field once, with who asks for it and how it is written. */
function adviceOf(unmet: Unmet): readonly Finding[] {
  return [...new Set(unmet)].map((r) => {
    const code = r.weight === 'package' ? 'deposit.missing' : 'deposit.advice';
    const found = finding(code, settingsFile, `Not given: ${r.field}. Asked by: ${r.askedBy}. ${r.without}`);
    return {
      ...found,
      severity: r.weight === 'advice' ? 'info' : found.severity,
      fix: `Give ${r.key}: ${r.example}`,
    };
  });
}
