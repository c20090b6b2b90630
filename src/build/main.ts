/**
 * What `npm run build` does after the compiler: style sheets and schemas are compiled into lib/, so that
 * nothing is compiled at run time; then the whole is given its fingerprint.
 */
import { writeFileSync } from 'node:fs';
import { computeFingerprint, fingerprintFile, packageRoot } from '../batch/program.ts';
import { linkCommand } from './link.ts';
import { compileSchemas } from './schemas.ts';
import { compileStylesheets } from './stylesheets.ts';

async function step(name: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(
      `build: ${name} failed.\n${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
    );
    process.exit(1);
  }
}

await step('compiling the schemas', () => compileSchemas(packageRoot));
await step('compiling the style sheets', () => compileStylesheets(packageRoot));
await step('the fingerprint', () => writeFileSync(fingerprintFile, `${computeFingerprint()}\n`));
await step('linking the command', () => linkCommand(packageRoot));
