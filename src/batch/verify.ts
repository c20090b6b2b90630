/** Comparing a built edition with its manifest: every file read again, every checksum compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, reasonOf } from './errors.ts';
import { compareText, filesUnder, readIfThere, sha256, shown, statOf } from './files.ts';
import { type Manifest, manifestName } from './manifest.ts';

export interface Difference {
  readonly kind: 'differs' | 'missing' | 'extra' | 'unreadable';
  /** Relative to the folder. */
  readonly path: string;
  readonly detail: string;
}

export interface Verification {
  readonly files: number;
  readonly bytes: number;
  readonly differences: readonly Difference[];
}

/** Throws `CommandError` 2 where there is no manifest to compare with. */
export function verify(folder: string): Verification {
  const { files } = readManifest(folder);
  const differences: Difference[] = [];
  let bytes = 0;
  for (const { path, sha256: expected, bytes: size } of files) {
    const found = compare(folder, path, expected, size);
    if (found !== undefined) differences.push(found);
    else bytes += size;
  }
  const listed = new Set([...files.map((f) => f.path), manifestName]);
  for (const path of filesUnder(folder)) {
    if (!listed.has(path)) differences.push({ kind: 'extra', path, detail: 'the manifest does not list it' });
  }
  return { files: files.length, bytes, differences: differences.sort((a, b) => compareText(a.path, b.path)) };
}

function compare(folder: string, path: string, expected: string, size: number): Difference | undefined {
  const absolute = join(folder, path);
  try {
    if (!statOf(absolute)?.isFile()) return { kind: 'missing', path, detail: 'it is not there' };
    const content = readFileSync(absolute);
    if (content.length !== size) {
      return { kind: 'differs', path, detail: `it has ${content.length} bytes, the manifest says ${size}` };
    }
    const actual = sha256(content);
    if (actual !== expected)
      return { kind: 'differs', path, detail: `its SHA-256 is ${actual}, the manifest says ${expected}` };
    return undefined;
  } catch (error) {
    return { kind: 'unreadable', path, detail: reasonOf(error) };
  }
}

function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName);
  const bytes = readIfThere(path);
  if (bytes === undefined) {
    throw new CommandError(
      2,
      `There is no ${shown(path)}.`,
      'Build the edition first, or name the folder it was built into.',
    );
  }
  const broken = new CommandError(
    2,
    `${shown(path)} is no manifest of an edition.`,
    'Build the edition anew.',
  );
  try {
    const manifest = JSON.parse(Buffer.from(bytes).toString('utf8')) as Manifest;
    const sound = manifest.files.every(
      ({ path: p, sha256: s, bytes: b }) => isSafe(p) && /^[0-9a-f]{64}$/.test(s) && b >= 0,
    );
    if (sound) return manifest;
  } catch {
    throw broken;
  }
  throw broken;
}

/** A manifest from elsewhere must not make us read files outside its folder. */
function isSafe(path: unknown): boolean {
  return (
    typeof path === 'string' &&
    !path.startsWith('/') &&
    !path.split('/').includes('..') &&
    !path.includes('\\')
  );
}
