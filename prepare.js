/**
 * `npm ci` runs this, and the first `npx chancery` in this folder runs it again: it builds the package unless
 * what is built is younger than everything it is built from.
 */
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const origins = ['src', 'schemas', 'xslt', 'assets', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
const built = 'lib/fingerprint.txt';

/** When a file, or the youngest thing in a folder, was last changed. */
function changed(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changed(`${path}/${name}`)));
}

const youngest = Math.max(...origins.filter((path) => existsSync(path)).map(changed));
if (!existsSync(built) || statSync(built).mtimeMs < youngest) execSync('npm run build', { stdio: 'inherit' });
