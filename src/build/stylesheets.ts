/**
 * Compiles the style sheets to SEF, the form SaxonJS runs: once when the package is built, once for a project
 * with style sheets of its own. The compiler is the command of the xslt3 package, in a process of its own: it is
 * a program, not a library.
 */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { stylesheetNames } from '../context.ts';

/** `xslt/edition.xsl` and `xslt/flow.xsl` of the package → `lib/xslt/*.sef.json`, side by side. */
export async function compileStylesheets(root: string): Promise<void> {
  await Promise.all(
    stylesheetNames.map((name) =>
      compileStylesheet(join(root, 'xslt', `${name}.xsl`), join(root, 'lib', 'xslt', `${name}.sef.json`)),
    ),
  );
}

/** Throws with the compiler's own words, which name the module and the line. */
export async function compileStylesheet(entry: string, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const compiler = createRequire(import.meta.url).resolve('xslt3/xslt3.js');
  try {
    await promisify(execFile)(process.execPath, [
      compiler,
      `-xsl:${entry}`,
      `-export:${target}`,
      '-nogo',
      '-relocate:on',
    ]);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`The style sheet ${entry} cannot be compiled.\n${stderr?.trim() || message}`);
  }
}
