/** `dist/manifest.json`: each file with its checksum, size, media type and what it was made from. */
import { join } from 'node:path';
import type { Artifact, MediaType } from '../artifact.ts';
import { compareText, readIfThere } from './files.ts';
import type { Entry, Output } from './memory.ts';
import type { Project } from './project.ts';

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

export function manifestOf(entries: readonly Entry[], site: readonly Output[], version: string): Manifest {
  const files = [
    ...entries.flatMap((entry) => entry.outputs.map((output) => describe(output, entry))),
    ...site.map((output) => describe(output, undefined)),
  ];
  return {
    generator: { name: 'chancery', version },
    files: files.sort((a, b) => compareText(a.path, b.path)),
  };
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

export function manifestArtifact(manifest: Manifest): Artifact {
  return {
    path: manifestName,
    mediaType: 'application/json',
    content: `${JSON.stringify(manifest, null, 2)}\n`,
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
