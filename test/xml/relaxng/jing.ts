/** Jing, the reference: run as a command on many files at once. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const hasJing = (): boolean => spawnSync('sh', ['-c', 'command -v jing']).status === 0;

export interface JingError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * What Jing says of each document, in order. Documents must be well-formed: Jing stops at the first that is not.
 * @throws Error if Jing refuses the schema or stops early
 */
export function runJing(
  schema: string,
  documents: readonly string[],
  options: readonly string[] = [],
): JingError[][] {
  const folder = mkdtempSync(path.join(tmpdir(), 'jing-'));
  try {
    const schemaFile = path.join(folder, 'schema.rng');
    writeFileSync(schemaFile, schema);
    const results: JingError[][] = documents.map(() => []);
    const chunk = 20_000;
    for (let from = 0; from < documents.length; from += chunk) {
      const part = path.join(folder, String(from));
      mkdirSync(part);
      const files = documents.slice(from, from + chunk).map((text, index) => {
        writeFileSync(path.join(part, String(index)), text);
        return String(index);
      });
      const { stdout } = spawnSync('jing', [...options, schemaFile, ...files], {
        cwd: part,
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      });
      for (const line of stdout.split('\n')) {
        const m = /^(?:.*\/)?([^/:]+):(\d+):(\d+): (\w+): (.*)$/.exec(line);
        if (!m) continue;
        const [, file, row, column, severity, message] = m as unknown as [
          string,
          string,
          string,
          string,
          string,
          string,
        ];
        if (file === 'schema.rng') throw new Error(`Jing refuses the schema: ${line}`);
        if (severity === 'fatal') throw new Error(`Jing stopped: ${line}`);
        if (severity === 'error')
          results[from + Number(file)]!.push({ line: Number(row), column: Number(column), message });
      }
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
