/**
 * Where planner and workers lay parcels for each other: a folder that all of them see, or a bucket of an object
 * store with Amazon's interface. Keys are checksums of what is stored, so that storing twice does no harm.
 */
import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIfThere, Writer } from '../files.ts';

export interface Store {
  /** In words, for people. */
  readonly name: string;
  has(key: string): Promise<boolean>;
  /** Nothing where there is nothing under the key. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  remove(key: string): Promise<void>;
}

/** `s3://BUCKET/PREFIX`, or a folder. Throws `CommandError` where it cannot be used. */
export async function openStore(address: string): Promise<Store> {
  if (address.startsWith('s3://')) return (await import('./s3.ts')).bucket(address);
  return folder(resolve(address.replace(/^file:\/\//, '')));
}

function folder(root: string): Store {
  const writer = new Writer(root);
  return {
    name: root,
    has: async (key) => statSync(join(root, key), { throwIfNoEntry: false }) !== undefined,
    get: async (key) => readIfThere(join(root, key)),
    put: async (key, bytes) => {
      writer.write(key, bytes);
    },
    remove: async (key) => rmSync(join(root, key), { force: true }),
  };
}
