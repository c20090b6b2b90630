/** A package on the disk: whole or not at all, under its own name, never over another by accident. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type BagEntry, zip } from '../deposit/index.ts';
import { CommandError, isErrno, unwritable } from './errors.ts';
import { shown, Writer } from './files.ts';

export interface PackageTarget {
  /** Absolute path of the folder or zip. */
  readonly path: string;
  readonly name: string;
  readonly zip: boolean;
}

/** Throws `CommandError` 2 where something of that name is there and must not be replaced. */
export function packageTarget(folder: string, name: string, asZip: boolean, force: boolean): PackageTarget {
  const path = join(resolve(folder), asZip ? `${name}.zip` : name);
  if (!force && isThere(path)) {
    throw new CommandError(
      2,
      `${shown(path)} is already there.`,
      'Raise "version" in chancery.json, give another --name or -o, or replace it with --force.',
    );
  }
  return { path, name, zip: asZip };
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false;
    throw error;
  }
}

/** Written beside its place and moved there when it is whole. Throws `CommandError` 3 when the disk refuses. */
export function writePackage(target: PackageTarget, bag: readonly BagEntry[], epoch?: number): void {
  const folder = dirname(target.path);
  const part = join(folder, `.${target.name}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(part, { recursive: true, force: true });
    if (target.zip) {
      const sum = writeZip(part, target.name, bag, epoch);
      new Writer(folder).write(`${target.name}.zip.sha512`, `${sum}  ${target.name}.zip\n`);
    } else {
      const writer = new Writer(part, { flush: false });
      for (const { path, content } of bag) writer.write(path, content());
    }
    // Only what bears the name of this package goes; a link itself, never what it leads to.
    rmSync(target.path, { recursive: true, force: true });
    renameSync(part, target.path);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (error instanceof CommandError) throw error;
    throw unwritable(shown(target.path), error);
  }
}

/** @returns the SHA-512 of the zip */
function writeZip(path: string, name: string, bag: readonly BagEntry[], epoch: number | undefined): string {
  const hash = createHash('sha512');
  const file = openSync(path, 'wx', 0o666);
  try {
    const entries = bag.map((e) => ({ path: `${name}/${e.path}`, content: e.content }));
    for (const piece of zip(entries, epoch)) {
      for (let done = 0; done < piece.length; ) done += writeSync(file, piece, done, piece.length - done);
      hash.update(piece);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
