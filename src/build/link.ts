/**
 * In a checkout the command is made known to `npx`: npm links the commands of dependencies, not a package's
 * own, and `npx chancery` would first copy the package into npm's cache.
 */
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Links `node_modules/.bin/chancery` to `bin/chancery.js`, where there is such a folder (not on Windows). */
export function linkCommand(root: string): void {
  const folder = join(root, 'node_modules', '.bin');
  if (process.platform === 'win32' || !existsSync(folder)) return;
  const link = join(folder, 'chancery');
  rmSync(link, { force: true });
  symlinkSync(join('..', '..', 'bin', 'chancery.js'), link);
}
