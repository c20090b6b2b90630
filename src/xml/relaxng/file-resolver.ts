/** Schema files from one folder: the only part of the engine that reads files, and only where a caller asks for it. */
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A resolver for `compileRelaxNg` that reads files inside a folder and nothing else, also not through links.
 * @param root the folder
 * @returns a function from an address (a path, relative to the folder, or a file: URL) to the text of the file;
 *   it throws an Error for an address outside the folder, of another scheme, or of a file that cannot be read
 */
export function fileResolver(root: string): (uri: string) => string {
  const folder = realpathSync(root);
  return (uri) => {
    if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(uri) && !uri.startsWith('file:')) {
      throw new Error(`"${uri}" is not a local file`);
    }
    const wanted = uri.startsWith('file:') ? fileURLToPath(uri) : path.resolve(folder, decodeURI(uri));
    const real = realpathSync(wanted);
    const relative = path.relative(folder, real);
    if (relative.startsWith('..') || path.isAbsolute(relative)) {
      throw new Error(`"${uri}" lies outside the folder "${root}"`);
    }
    return readFileSync(real, 'utf8');
  };
}
