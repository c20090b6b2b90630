/** What the program is: its folder, version, and a fingerprint that changes when its output could. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText, filesUnder, sha256 } from './files.ts';

/** Folder of the package: two levels above this file, in `src/` as in `lib/`. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Written by the build of the package, so that a run need not read every file. */
export const fingerprintFile = join(packageRoot, 'lib', 'fingerprint.txt');

export function programVersion(): string {
  return packageJson().version;
}

/** The home page of the program, or the name it has in its schemas. */
export function programAddress(): string {
  return packageJson().homepage ?? 'urn:x-chancery';
}

function packageJson(): { readonly version: string; readonly homepage?: string } {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
}

/** SHA-256 over everything that decides what comes out: code, style sheets, schemas, assets. */
export function programFingerprint(): string {
  return existsSync(fingerprintFile) ? readFileSync(fingerprintFile, 'utf8').trim() : computeFingerprint();
}

/** Reads the files themselves; from sources when the package is not built. */
export function computeFingerprint(): string {
  const code = existsSync(join(packageRoot, 'lib')) ? 'lib' : 'src';
  const folders = [code, 'schemas', 'assets', 'xslt'].filter((f) => readdirSync(packageRoot).includes(f));
  const lines = folders.flatMap((folder) =>
    filesUnder(join(packageRoot, folder))
      .filter((path) => path !== 'fingerprint.txt' && !path.endsWith('.d.ts'))
      .map((path) => `${sha256(readFileSync(join(packageRoot, folder, path)))} ${folder}/${path}`),
  );
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const dependencies = JSON.stringify(
    Object.entries(manifest.dependencies).sort(([a], [b]) => compareText(a, b)),
  );
  return sha256([manifest.version, dependencies, ...lines].join('\n'));
}
