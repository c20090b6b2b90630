/** The files of a package, from the project, from dist/ and from the program, under names every system can hold. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import {
  type Deposit,
  measured,
  type PackageFile,
  type PackedDocument,
  packageFile,
  portableNames,
  type Role,
} from '../deposit/index.ts';
import type { Report } from '../report.ts';
import { type Built, type Chosen, teiOf } from './deposit-documents.ts';
import { countsOf } from './document.ts';
import { CommandError } from './errors.ts';
import { compareText, filesUnder, sha256, shown, statOf } from './files.ts';
import { type Manifest, type ManifestFile, manifestName } from './manifest.ts';
import { packageRoot, programVersion } from './program.ts';
import { settingsFile } from './project.ts';
import { reportHead } from './report-file.ts';
import type { Facts, Stages } from './stages.ts';
import { Survey } from './survey.ts';

export interface Gathering {
  readonly built: Built;
  readonly stages: Stages;
  readonly context: Context;
  /** Whether this is the edition as it was built; else its pages are made for the documents that are packed. */
  readonly whole: boolean;
}

/** A file before it has its name in the package. */
interface Candidate {
  readonly path: string;
  readonly role: Role;
  readonly title: string;
  readonly mediaType: string;
  readonly document?: string;
  readonly ofProgram?: boolean;
  readonly content: string | Uint8Array | { readonly file: string };
}

export function gather(
  chosen: readonly Chosen[],
  gathering: Gathering,
): Pick<Deposit, 'documents' | 'files'> {
  const candidates = once([
    ...chosen.flatMap((c) => ofDocument(c, gathering)),
    ...ofEdition(chosen, gathering),
    ...ofProject(gathering),
    ...ofProgram(),
  ]);
  const names = portableNames(candidates.map((c) => c.path));
  const files = candidates.map((c): PackageFile => {
    const { content, path: original, ...about } = c;
    const path = names.get(original) ?? original;
    const named = { ...about, path, ...(path === original ? {} : { originalName: original }) };
    return typeof content === 'string' || content instanceof Uint8Array
      ? packageFile(named, content)
      : { ...named, ...onDisk(content.file) };
  });
  const place = (path: string): string | undefined => names.get(path);
  return {
    files: files.sort((a, b) => compareText(a.path, b.path)),
    documents: chosen.map((c) => packedDocument(c, place)),
  };
}

/** Documents of one table or archive share it; then it belongs to none of them alone. */
function once(candidates: readonly Candidate[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const before = found.get(candidate.path);
    if (before === undefined) found.set(candidate.path, candidate);
    else if (before.document !== undefined) {
      const { document: _, ...shared } = before;
      found.set(candidate.path, shared);
    }
  }
  return [...found.values()];
}

/** Size and checksums now, the bytes when they are needed; a file that changes in between stops the work. */
function onDisk(file: string): Omit<PackageFile, 'path' | 'role' | 'title' | 'mediaType'> {
  const now = measured(readFileSync(file));
  return {
    ...now,
    content: () => {
      const bytes = readFileSync(file);
      if (sha256(bytes) === now.sha256) return bytes;
      throw new CommandError(3, `${shown(file)} changed while it was packed.`, 'Run the command again.');
    },
  };
}

function packedDocument(c: Chosen, place: (path: string) => string | undefined): PackedDocument {
  const edition = (ending: string): string | undefined =>
    c.outputs.some((o) => o.path === `${c.id}/${ending}`) ? place(`edition/${c.id}/${ending}`) : undefined;
  const files = {
    source: c.source && place(c.source),
    page: edition('index.html'),
    text: edition(`${c.id}.txt`),
    graph: edition(`${c.id}.jsonld`),
  };
  const there = Object.entries(files).filter(([, path]) => path !== undefined);
  return {
    id: c.id,
    description: c.description,
    valid: c.valid,
    findings: c.findings,
    ...(c.report.suppressed && { suppressed: c.report.suppressed }),
    checks: c.report.checks.map(({ name, result }) => ({ name, result })),
    questions: c.report.questions.length,
    ...(c.report.tei && { by: c.report.tei.by }),
    ...(c.report.audit && { audit: c.report.audit }),
    files: { tei: place(c.tei ?? c.file) ?? c.file, ...Object.fromEntries(there) },
  };
}

const editionTitles: Readonly<Record<string, string>> = {
  'text/html': 'Reading edition',
  'text/plain': 'Plain-text edition',
  'application/ld+json': 'Linked-data edition',
  'application/tei+xml': 'TEI as published',
};

/** Its source, where the settings allow it; its TEI; its editions. */
function ofDocument(c: Chosen, { built: { project } }: Gathering): Candidate[] {
  const document = { document: c.id };
  const found: Candidate[] = c.outputs.map((o) => ({
    ...document,
    path: `edition/${o.path}`,
    role: 'edition',
    title: editionTitles[o.mediaType] ?? 'Part of the edition',
    mediaType: o.mediaType,
    content: o.content ?? { file: join(project.dist, o.path) },
  }));
  if (c.tei !== undefined) {
    const content = c.withDoi ?? { file: join(project.root, c.tei) };
    found.push({
      ...document,
      path: c.tei,
      role: 'tei',
      title: 'TEI P5 encoding',
      mediaType: 'application/tei+xml',
      content,
    });
  }
  if (c.source !== undefined && project.settings.deposit?.sources === true) {
    const mediaType = mediaTypeOf(c.source);
    found.push({
      ...document,
      path: c.source,
      role: 'source',
      title: 'Source',
      mediaType,
      content: { file: join(project.root, c.source) },
    });
  }
  return found;
}

/** The pages of the edition as a whole: those of dist/, or, for a part, pages that speak of that part. */
function ofEdition(chosen: readonly Chosen[], gathering: Gathering): Candidate[] {
  const { built, whole } = gathering;
  const { project } = built;
  const manifest = JSON.parse(readFileSync(join(project.dist, manifestName), 'utf8')) as Manifest;
  const ids = new Set(built.entries.map((e) => e.id));
  const isSite = (path: string): boolean => !ids.has(path.split('/')[0] ?? '');
  const changed = chosen.some((c) => c.outputs.some((o) => o.content !== undefined));
  const site = manifest.files.filter((f) => isSite(f.path));
  const pages: Candidate[] = whole
    ? site.map((f) => page(f.path, f.mediaType, { file: join(project.dist, f.path) }))
    : pagesOfPart(chosen, gathering).map((a) => page(a.path, a.mediaType, a.content));
  if (whole && !changed) {
    return [...pages, page(manifestName, 'application/json', { file: join(project.dist, manifestName) })];
  }
  const known = new Map(manifest.files.map((f) => [f.path, f]));
  const own = chosen.flatMap((c) =>
    c.outputs.map((o) => ({ ...o, from: known.get(o.path)?.madeFrom ?? [] })),
  );
  const files = [
    ...own.map((o) => entry(o.path, o.mediaType, o.content ?? { file: join(project.dist, o.path) }, o.from)),
    ...pages.map((p) => entry(p.path.slice('edition/'.length), p.mediaType, p.content, [])),
  ].sort((a, b) => compareText(a.path, b.path));
  const list: Manifest = { generator: { name: 'chancery', version: programVersion() }, files };
  return [...pages, page(manifestName, 'application/json', `${JSON.stringify(list, null, 2)}\n`)];
}

function entry(
  path: string,
  mediaType: string,
  content: Candidate['content'],
  madeFrom: ManifestFile['madeFrom'],
): ManifestFile {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : content instanceof Uint8Array
        ? content
        : readFileSync(content.file);
  return {
    path,
    sha256: sha256(bytes),
    bytes: bytes.length,
    mediaType: mediaType as ManifestFile['mediaType'],
    madeFrom,
  };
}

const siteTitles: Readonly<Record<string, string>> = {
  'index.html': 'Entry to the edition',
  'register/index.html': 'Register of people, places and documents',
  'report.html': 'Report on every finding and question',
  'report.json': 'The report for programs',
  [manifestName]: 'Manifest of the edition: what each file was made from',
};

function page(path: string, mediaType: string, content: Candidate['content']): Candidate {
  return {
    path: `edition/${path}`,
    role: 'edition',
    title: siteTitles[path] ?? 'Part of the edition',
    mediaType,
    content,
  };
}

function pagesOfPart(chosen: readonly Chosen[], { built, stages, context }: Gathering): readonly Artifact[] {
  const facts = chosen
    .filter((c) => c.valid && c.tei !== undefined)
    .map((c): Facts => {
      const xml = c.withDoi ?? teiOf(c.tei as string, built.project);
      return { ...(stages.factsOf(xml, c.id) as object), questions: c.report.questions.length };
    });
  const reports = chosen.map((c) => c.report);
  const entries = chosen.map(({ entry, report }) => ({ ...entry, counts: countsOf(report) }));
  const totals = new Survey(entries).totals([]);
  const report: Report = { ...reportHead(context.settings.title, totals), documents: reports, findings: [] };
  const scratch = join(built.project.memory, 'scratch');
  try {
    return [
      ...stages.publish(facts, context, { scratch }),
      { path: 'report.json', mediaType: 'application/json', content: `${JSON.stringify(report, null, 2)}\n` },
      ...stages.reportPages(report, context, { scratch }),
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The register, the settings, and style sheets of the edition's own. */
function ofProject({ built: { project } }: Gathering): Candidate[] {
  const { root, settings } = project;
  const shared = filesUnder(project.tei)
    .filter((p) => /^(?:register|taxonom[a-z-]*)\.xml$/.test(p))
    .map((p) => `${settings.folders.tei}/${p}`);
  const own = filesUnder(join(root, 'xslt')).map((p) => `xslt/${p}`);
  const isOurs = root === packageRoot.replace(/\/$/, '');
  const file = (path: string, role: Role, title: string, mediaType: string): Candidate => ({
    path,
    role,
    title,
    mediaType,
    content: { file: join(root, path) },
  });
  return [
    ...shared.map((p) => file(p, 'tei', 'Register of the edition', 'application/tei+xml')),
    ...(isOurs ? [] : own.map((p) => file(p, 'stylesheet', 'Style sheet of the edition', mediaTypeOf(p)))),
    ...(statOf(join(root, settingsFile)) === undefined
      ? []
      : [file(settingsFile, 'settings', 'Settings of the edition', 'application/json')]),
  ];
}

/** Schemas the encoding was held against, and the style sheets of the program. */
function ofProgram(): Candidate[] {
  const folders: readonly (readonly [from: string, to: string, role: Role, title: string])[] = [
    ['schemas', 'schemas', 'schema', 'Schema'],
    ['xslt', 'stylesheets', 'stylesheet', 'Style sheet'],
  ];
  return folders.flatMap(([from, to, role, title]) =>
    filesUnder(join(packageRoot, from)).map((p) => ({
      path: `${to}/${p}`,
      role,
      title,
      mediaType: mediaTypeOf(p),
      ofProgram: true,
      content: { file: join(packageRoot, from, p) },
    })),
  );
}

const mediaTypes: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  rng: 'application/relax-ng+xml',
  rnc: 'application/relax-ng-compact-syntax',
  sch: 'application/xml',
  odd: 'application/tei+xml',
  xsl: 'application/xslt+xml',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

function mediaTypeOf(path: string): string {
  return mediaTypes[/\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
