/**
 * Parts of a document as a ZIP, the same bytes for the same parts on every machine: fflate is the same JavaScript
 * everywhere (zlib differs between versions of Node), and its time stamps are read in local time, so that the first
 * moment of DOS in local time is the same in every zone.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';

export interface Part {
  readonly path: string;
  readonly content: string;
  /** Stored as it is: what a reader must find without inflating (OCF 3.3, section 4.2). */
  readonly stored?: true;
}

/** @returns the parts in their order */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const files: Zippable = {};
  const mtime = new Date(1980, 0, 1);
  for (const { path, content, stored } of parts)
    files[path] = [strToU8(content), { level: stored ? 0 : 6, mtime }];
  return zipSync(files);
}
