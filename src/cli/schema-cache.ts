/** Compiled schemas that a project keeps in `.chancery/`; it may be deleted at any time. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, Writer } from '../batch/files.ts';

export interface SchemaCache {
  read(path: string): string | undefined;
  write(path: string, text: string): void;
}

/** The cache of a project; none where the project has no `.chancery/`. */
export function schemaCache(memory: string | undefined): SchemaCache | undefined {
  if (memory === undefined || !existsSync(memory)) return undefined;
  return {
    read(path) {
      const bytes = readIfThere(join(memory, path));
      return bytes === undefined || bytes.length === 0 ? undefined : Buffer.from(bytes).toString('utf8');
    },
    write(path, text) {
      try {
        new Writer(memory, { flush: false }).write(path, text);
      } catch {
        // A cache that cannot be written is none.
      }
    },
  };
}
