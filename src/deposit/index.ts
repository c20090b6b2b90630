/**
 * From an edition to a package for a repository:
 *
 *     facts about the edition + its files -> deposit files -> crate -> bag -> a folder or a zip
 *
 * What goes into the package is decided in `batch/deposit.ts`; here are the forms it takes. Nothing is sent
 * anywhere, and no clock is asked.
 */
import { createHash } from 'node:crypto';
import { compareText } from '../order.ts';
import { tagFiles } from './bag.ts';
import { crateFile, crateOf } from './crate.ts';
import { readme } from './files/readme.ts';
import { depositFiles } from './files.ts';
import type { Deposit, PackageFile } from './model.ts';
import { previewFile, previewOf } from './preview.ts';

export { type Description, describe } from './describe.ts';
export { doiOf, type MetadataOptions, metadataOf } from './metadata.ts';
export type { CrateVersion, Deposit, PackageFile, PackedDocument, Previous, Role } from './model.ts';
export { isLong, portableNames } from './names.ts';
export { previousOf } from './previous.ts';
export { checkHolding, checkPackage, isPackage, openPackage, type PackageCheck } from './verify/index.ts';
export { zip } from './zip.ts';

export interface BagEntry {
  /** Relative to the root of the bag. */
  readonly path: string;
  readonly content: () => Uint8Array;
}

/** The whole bag, in the order of its paths: tag files at its root, the crate in `data/`. */
export function bagOf(deposit: Deposit): readonly BagEntry[] {
  const made = depositFiles.flatMap(({ make, ...about }) => {
    const text = make(deposit);
    return text === undefined ? [] : [packageFile(about, text)];
  });
  const whole: Deposit = { ...deposit, files: inOrder([...deposit.files, ...made]) };
  const readMe = packageFile(
    { path: 'README.md', role: 'metadata', mediaType: 'text/markdown', title: 'What this package is' },
    readme(whole, made),
  );
  const described: Deposit = { ...whole, files: inOrder([...whole.files, readMe]) };
  // The crate lists every file but itself and the preview, which describe it (RO-Crate 1.2, section on websites).
  const crate = packageFile(
    {
      path: crateFile,
      role: 'metadata',
      mediaType: 'application/ld+json',
      title: 'The package described for programs',
    },
    crateOf(described),
  );
  const preview = packageFile(
    {
      path: previewFile,
      role: 'metadata',
      mediaType: 'text/html',
      title: 'The package described for people',
    },
    previewOf(described),
  );
  const payload = inOrder([...described.files, crate, preview]);
  const tags = tagFiles(payload, deposit.metadata, deposit.metadata.name);
  const entries = [
    ...[...tags].map(([path, text]) => ({ path, content: () => Buffer.from(text, 'utf8') })),
    ...payload.map(({ path, content }) => ({ path: `data/${path}`, content })),
  ];
  return entries.sort((a, b) => compareText(a.path, b.path));
}

/** A file we made, with its size and checksums. */
export function packageFile(
  about: Omit<PackageFile, 'bytes' | 'sha256' | 'sha512' | 'content'>,
  content: string | Uint8Array,
): PackageFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { ...about, ...measured(bytes), content: () => bytes };
}

/** Size and checksums of what a file holds. */
export function measured(bytes: Uint8Array): Pick<PackageFile, 'bytes' | 'sha256' | 'sha512'> {
  const digest = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');
  return { bytes: bytes.length, sha256: digest('sha256'), sha512: digest('sha512') };
}

const inOrder = (files: readonly PackageFile[]): readonly PackageFile[] =>
  [...files].sort((a, b) => compareText(a.path, b.path));
