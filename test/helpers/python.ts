/**
 * Python libraries as a second opinion: PyLD, rdflib, pySHACL. `CHANCERY_PYTHON` names the interpreter that has them
 * (`.ci/python.txt` lists the versions); else `python3` is asked.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';
import { impossible } from './shared.ts';

const interpreter = process.env.CHANCERY_PYTHON ?? 'python3';

/** Skips aloud where a module is missing; in CI that is a failure. */
export function needsPython(modules: readonly string[], context: TestContext): void {
  const found = spawnSync(interpreter, ['-c', modules.map((m) => `import ${m}`).join('\n')]);
  if (found.status !== 0) impossible(`${interpreter} lacks one of ${modules.join(', ')}`, context);
}

/** Runs a program that reads JSON from standard input and writes JSON. */
export function python<T>(program: string, input: unknown): T {
  const output = execFileSync(interpreter, ['-c', program], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(output) as T;
}
