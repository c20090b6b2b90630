/** jing, an independent RELAX NG validator: where it is installed, our grammar is held against tei_all. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const teiAll = fileURLToPath(new URL('../../../shared/schemas/tei_all.rng', import.meta.url));
export const ours = fileURLToPath(new URL('../../schemas/chancery.rng', import.meta.url));

function installed(): boolean {
  try {
    execFileSync('jing', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== 'ENOENT';
  }
}

/** Both are there; on CI they must be. */
export const haveJing = installed() && existsSync(teiAll);
if (!haveJing && process.env.CHANCERY_CI === '1') throw new Error('jing or tei_all.rng is missing');

/** What jing says of each text: its first complaint, or undefined. */
export function jing(schema: string, texts: readonly string[]): readonly (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-jing-'));
  try {
    const files = texts.map((text, i) => {
      const file = join(folder, `${i}.xml`);
      writeFileSync(file, text);
      return file;
    });
    const said: (string | undefined)[] = texts.map(() => undefined);
    // Many files in one call: starting Java and reading tei_all take longer than the files.
    for (let at = 0; at < files.length; at += 200) {
      const { stdout, stderr } = spawnSync('jing', [schema, ...files.slice(at, at + 200)], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      for (const line of `${stdout}${stderr}`.split('\n')) {
        const match = /\/(\d+)\.xml:(\d+:\d+: (?:fatal|error):? .*)/.exec(line);
        if (match) said[Number(match[1])] ??= match[2];
      }
    }
    return said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
