/** Paths that strangers wrote: which lead out of the package, and which some system cannot hold. */

/** Why a path leads out of the package on some system, or nothing (RFC 8493, section 5.1: security). */
export function outOfScope(path: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  if (path === '') return 'it is empty';
  if (path.includes('\0')) return 'it has a NUL character';
  if (slashed.startsWith('//')) return 'it names another machine';
  if (slashed.startsWith('/')) return 'it begins at the root of the disk';
  if (/^[A-Za-z]:/.test(path)) return 'it names a drive of Windows';
  if (slashed.split('/').includes('..')) return 'it goes up with ..';
  if (/^~/.test(path)) return 'it begins in a home folder (~)';
  if (/^%[A-Za-z]+%/.test(path) || /^\$(?:\w+|\{)/.test(path))
    return 'it begins with a variable of the system';
  if (path.includes('\\')) return 'it has a backslash, which parts folders on Windows';
  return undefined;
}

const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Why some system cannot hold a file of this name, or nothing. */
export function fragile(path: string): string | undefined {
  for (const part of path.split('/')) {
    if (/[<>:"|?*\u0001-\u001f]/.test(part))
      return `Windows cannot hold a name with ${JSON.stringify(/[<>:"|?*\u0001-\u001f]/.exec(part)?.[0])}`;
    if (reserved.test(part)) return `Windows reserves the name ${part}`;
    if (/[. ]$/.test(part)) return 'Windows drops the full stop or blank at its end';
    if (Buffer.byteLength(part) > 255) return 'a part of it is longer than 255 bytes';
  }
  if (path.normalize('NFC') !== path)
    return 'it is not in Unicode normal form C; some systems will change it';
  return undefined;
}

/** Files that systems make and remove by themselves. */
export function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]+)$/i.test(path);
}

/** Two paths with the same key are one file on some system. */
export function key(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
