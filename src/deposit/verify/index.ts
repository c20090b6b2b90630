/** Any package, ours or not: what it is, and whether it is complete, unchanged and safe to unpack. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostic.ts';
import { checkBag } from './bag.ts';
import { checkCrate, crateIn } from './crate.ts';
import { type Holding, holdingOfFolder, holdingOfZip } from './holding.ts';
import { tell } from './tell.ts';

export { bytesOf, type Holding } from './holding.ts';

export interface PackageCheck {
  /** What it was found to be. */
  readonly kind: 'bag' | 'crate' | 'bag with a crate';
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly Diagnostic[];
}

/** Whether a path is something for this check: a zip, a bag or a crate. A built edition is none. */
export function isPackage(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return existsSync(path);
  const has = (name: string): boolean => existsSync(join(path, name));
  if (has('bagit.txt') || has('ro-crate-metadata.json') || has('ro-crate-metadata.jsonld')) return true;
  if (has('manifest.json')) return false;
  return has('bag-info.txt') || has('data');
}

/**
 * Opens a folder or a zip for reading.
 *
 * @param name as it is named in findings
 * @returns the holding, or what is wrong with the zip
 */
export async function openPackage(path: string, name: string): Promise<Holding | Diagnostic> {
  if (statSync(path).isDirectory()) return holdingOfFolder(path, name);
  try {
    return await holdingOfZip(path, name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return tell('zip.entry', name, `It cannot be read as a zip: ${reason}`);
  }
}

/** Throws nothing for what is wrong with the package: that is in the findings. */
export async function checkPackage(path: string, name: string): Promise<PackageCheck> {
  const holding = await openPackage(path, name);
  if ('code' in holding) return { kind: 'bag', files: 0, bytes: 0, findings: [holding] };
  try {
    return await checkHolding(holding);
  } finally {
    holding.close();
  }
}

export async function checkHolding(holding: Holding): Promise<PackageCheck> {
  const bytes = [...holding.files.values()].reduce((n, f) => n + f.size, 0);
  const about = { files: holding.files.size, bytes };
  const bare = crateIn(holding, '');
  if (bare !== undefined && !holding.files.has('bagit.txt')) {
    return { ...about, kind: 'crate', findings: [...holding.findings, ...(await checkCrate(holding, ''))] };
  }
  const findings = await checkBag(holding);
  if (crateIn(holding, 'data/') === undefined) return { ...about, kind: 'bag', findings };
  return {
    ...about,
    kind: 'bag with a crate',
    findings: [...findings, ...(await checkCrate(holding, 'data/'))],
  };
}
