/**
 * Compiled schemas that are kept: in `.chancery/` of a project, else in the user's folder for such things. Either may
 * be deleted at any time; what is in it is named after a hash of what it was made from.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { readIfThere, Writer } from '../batch/files.ts';

export interface SchemaCache {
  read(path: string): string | undefined;
  write(path: string, text: string): void;
}

/** So many of a kind stay in the user's folder, which no project's end cleans up: those used last. */
const mostKept = 24;

/** @param memory `.chancery/` of the project, if there is one */
export function schemaCache(memory: string | undefined): SchemaCache {
  const ofProject = memory !== undefined && existsSync(memory);
  const folder = ofProject ? memory : userCache(process.env);
  return {
    read(path) {
      try {
        const bytes = readIfThere(join(folder, path));
        return bytes === undefined || bytes.length === 0 ? undefined : Buffer.from(bytes).toString('utf8');
      } catch {
        return undefined; // A cache that cannot be read is none.
      }
    },
    write(path, text) {
      try {
        new Writer(folder, { flush: false }).write(path, text);
        if (!ofProject) keepLast(join(folder, dirname(path)));
      } catch {
        // Nor one that cannot be written.
      }
    },
  };
}

/** XDG Base Directory Specification 0.8; on Windows the folder for what belongs to one machine. */
function userCache(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache'), 'chancery');
}

function keepLast(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, written: statSync(path).mtimeMs };
  });
  files.sort((a, b) => b.written - a.written);
  for (const { path } of files.slice(mostKept)) rmSync(path, { force: true });
}
