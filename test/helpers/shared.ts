/** Files that lie beside the project, not in it: schemas of others to hold our output against. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { root } from './command.ts';

/**
 * The path of a file in `../shared`. Where it is missing, the test is skipped with the reason; in CI it fails.
 * A table of cases passes its context by `test.for`; `test.each` has none to pass.
 */
export function shared(path: string, { skip }: TestContext): string {
  const file = join(root, '..', 'shared', path);
  if (existsSync(file)) return file;
  if (process.env.CHANCERY_CI === '1') throw new Error(`In CI there must be ${file}.`);
  skip(`there is no ${file}`);
  return file;
}

/** Skips with a reason, or fails in CI. */
export function impossible(reason: string, { skip }: TestContext): void {
  if (process.env.CHANCERY_CI === '1') throw new Error(`In CI this must be possible: ${reason}.`);
  skip(reason);
}
