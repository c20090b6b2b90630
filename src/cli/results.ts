/** Where the documents a command makes go: a folder, or standard output if there is just one. */
import { resolve } from 'node:path';
import type { Artifact } from '../artifact.ts';
import { CommandError } from '../batch/errors.ts';
import { readIfThere, shown, Writer } from '../batch/files.ts';
import { isUntouched } from '../batch/seal.ts';
import { assets } from '../publish/assets.ts';

/** True when the results go to standard output; then the report must not. */
export function goesToStandardOutput(folder: string | undefined): boolean {
  return folder === undefined || folder === '-';
}

/**
 * Writes artifacts into a folder, or the only one to standard output. Throws `CommandError` 2 where several
 * are meant for standard output.
 *
 * @returns the paths written, as a person would type them
 */
export function deliver(artifacts: readonly Artifact[], folder: string | undefined): string[] {
  if (folder === undefined || folder === '-') {
    if (artifacts.length > 1) {
      const message = `There are ${artifacts.length} results, and standard output takes one.`;
      throw new CommandError(2, message, 'Name a folder for them with -o DIR.');
    }
    for (const { content } of artifacts) process.stdout.write(content);
    return [];
  }
  const writer = new Writer(folder);
  // Pages find their style sheet where an edition has it.
  const needed = artifacts.some(({ mediaType }) => mediaType === 'text/html') ? assets() : [];
  for (const { path, content } of [...artifacts, ...needed]) writer.write(path, content);
  return artifacts.map(({ path }) => shown(resolve(folder, path)));
}

/** True when a file stands there that is not as Chancery wrote it: a person's, never overwritten. */
export function isSomebodys(folder: string, path: string): boolean {
  const bytes = readIfThere(resolve(folder, path));
  return bytes !== undefined && !isUntouched(Buffer.from(bytes).toString('utf8'));
}
