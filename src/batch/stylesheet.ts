/**
 * An edition's own style sheets: a project with `xslt/edition.xsl` uses it in place of ours (it may import
 * ours). Compiled once and kept in `.chancery/` under the hash of all its modules.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CommandError } from './errors.ts';
import { filesUnder, sha256 } from './files.ts';
import { packageRoot, programFingerprint } from './program.ts';

/** Throws `CommandError` 2 when the style sheet cannot be compiled. */
export async function stylesheetOf(root: string): Promise<object | undefined> {
  const entry = join(root, 'xslt', 'edition.xsl');
  if (!existsSync(entry) || realpathSync(root) === realpathSync(packageRoot)) return undefined;
  const modules = filesUnder(join(root, 'xslt')).map((p) => [p, sha256(readFileSync(join(root, 'xslt', p)))]);
  const key = sha256(JSON.stringify([programFingerprint(), modules])).slice(0, 16);
  const compiled = join(root, '.chancery', 'xslt', `${key}.sef.json`);
  if (!existsSync(compiled)) await compile(entry, compiled);
  return JSON.parse(readFileSync(compiled, 'utf8')) as object;
}

async function compile(entry: string, target: string): Promise<void> {
  try {
    createRequire(import.meta.url).resolve('xslt3/xslt3.js');
  } catch {
    const fix = 'Install it beside Chancery: npm install xslt3@2.7';
    throw new CommandError(
      2,
      'This edition has style sheets of its own, and their compiler is missing.',
      fix,
    );
  }
  try {
    const { compileStylesheet } = await import('../build/stylesheets.ts');
    await compileStylesheet(entry, target);
  } catch (error) {
    throw new CommandError(
      2,
      error instanceof Error ? error.message : String(error),
      'Mend the style sheet.',
    );
  }
}
