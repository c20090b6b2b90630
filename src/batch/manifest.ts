/** `dist/manifest.json`: each file with its checksum, size, media type and what it was made from. */
import { join } from 'node:path';
import type { MediaType } from '../artifact.ts';
import { compareText, readIfThere } from './files.ts';
import type { Entry, Output } from './memory.ts';
import type { Project } from './project.ts';
import { listJson } from './report-file.ts';

export const manifestName = 'manifest.json';

export interface Manifest {
  readonly generator: { readonly name: 'chancery'; readonly version: string };
  /** In the order of their paths; the manifest itself is not among them. */
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  /** Relative to dist/. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: MediaType;
  /** Files of the project, with the checksums they had; none for pages made of the whole edition. */
  readonly madeFrom: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * The manifest as JSON, piece by piece: the same bytes as `JSON.stringify(manifest, null, 2)` and a line end.
 *
 * In: what is remembered of documents, in the order of their ids, and the pages of the edition, in the order of
 * their paths. A document's files lie in the folder of its id, so the two need only be merged: but `a-b/` stands
 * before `a/`, so that documents whose ids begin alike are put in the order of their folders first.
 */
export function* manifestJson(
  entries: Iterable<Entry>,
  site: readonly Output[],
  version: string,
): Generator<string> {
  const head = JSON.stringify({ generator: { name: 'chancery', version } }, null, 2);
  yield `${head.slice(0, -2)},\n  "files": `;
  const files = merged(
    filesOfDocuments(entries),
    site.map((output) => describe(output, undefined)),
  );
  yield* listJson(inWords(files));
  yield '\n}\n';
}

function* filesOfDocuments(entries: Iterable<Entry>): Generator<ManifestFile> {
  for (const entry of inOrderOfFolders(entries)) {
    for (const output of entry.outputs) yield describe(output, entry);
  }
}

/** As `listed` writes them, and four times as fast: there are many. */
function* inWords(files: Iterable<ManifestFile>): Generator<string> {
  for (const { path, sha256, bytes, mediaType, madeFrom } of files) {
    const origins = madeFrom.map(
      (o) =>
        `        {\n          "path": ${JSON.stringify(o.path)},\n          "sha256": "${o.sha256}"\n        }`,
    );
    const from = origins.length === 0 ? '[]' : `[\n${origins.join(',\n')}\n      ]`;
    yield `    {\n      "path": ${JSON.stringify(path)},\n      "sha256": "${sha256}",\n      "bytes": ${bytes},\n      "mediaType": "${mediaType}",\n      "madeFrom": ${from}\n    }`;
  }
}

/** A document waits for those whose ids go on from its own with a hyphen. */
function* inOrderOfFolders(entries: Iterable<Entry>): Generator<Entry> {
  const waiting: Entry[] = [];
  for (const entry of entries) {
    for (let last = waiting.at(-1); last && !entry.id.startsWith(`${last.id}-`); last = waiting.at(-1)) {
      waiting.pop();
      yield last;
    }
    waiting.push(entry);
  }
  yield* waiting.reverse();
}

/** Two lists in the order of their paths as one. */
function* merged(one: Iterable<ManifestFile>, other: readonly ManifestFile[]): Generator<ManifestFile> {
  let at = 0;
  for (const file of one) {
    for (let next = other[at]; next && compareText(next.path, file.path) < 0; next = other[++at]) yield next;
    yield file;
  }
  yield* other.slice(at);
}

function describe({ path, sha256, size, mediaType }: Output, entry: Entry | undefined): ManifestFile {
  const origins = [entry?.source, entry?.tei].filter((stamp) => stamp !== undefined);
  return {
    path,
    sha256,
    bytes: size,
    mediaType,
    madeFrom: origins.map((o) => ({ path: o.path, sha256: o.sha256 })),
  };
}

/** Paths that the manifest in dist/ lists, or none where there is no manifest that can be read. */
export function knownFiles(project: Pick<Project, 'dist'>): readonly string[] {
  try {
    const bytes = readIfThere(join(project.dist, manifestName));
    if (bytes === undefined) return [];
    const manifest = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<Manifest>;
    return (manifest.files ?? []).map((f) => f.path).filter(isInside);
  } catch {
    return [];
  }
}

/** A manifest may have been tampered with: only paths below dist/ count. */
function isInside(path: unknown): path is string {
  return typeof path === 'string' && !/^\/|\\|\0|(?:^|\/)\.{1,2}(?:\/|$)/.test(path) && path !== '';
}
