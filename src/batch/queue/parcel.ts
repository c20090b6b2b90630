/** What goes to a worker and comes back: a zip, the same bytes for the same files. */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { compareText, sha256 } from '../files.ts';

export type Files = Readonly<Record<string, Uint8Array>>;

/** The first day that a zip can tell. */
const noDay = new Date(1980, 0, 1);

export function packed(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(files).sort(([a], [b]) => compareText(a, b))) {
    entries[name] = [bytes, { level: 1, mtime: noDay }];
  }
  return zipSync(entries);
}

export function unpacked(parcel: Uint8Array): Files {
  return unzipSync(parcel);
}

/** Under what a parcel is stored. */
export function keyOf(kind: 'projects' | 'chunks' | 'results', checksum: string): string {
  return `${kind}/${checksum.slice(0, 2)}/${checksum}.zip`;
}

export const checksumOf = (parcel: Uint8Array): string => sha256(parcel);

export const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

export function fromJson<T>(bytes: Uint8Array | undefined): T | undefined {
  return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as T);
}
