/** Addresses of schema files: as much of RFC 3986 as RELAX NG 4.3 to 4.7 needs, relative bases included. */

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/**
 * A reference resolved against the address of the file it stands in (RFC 3986, 5.2).
 * The base may itself be relative (`schemas/tei.rng`); the result then is relative too.
 */
export function resolveUri(base: string, reference: string): string {
  if (SCHEME.test(reference)) return reference;
  const [, scheme = '', authority = '', path = ''] =
    /^([A-Za-z][A-Za-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)/.exec(base)!;
  if (reference.startsWith('//')) return scheme + reference;
  const [, refPath = '', refRest = ''] = /^([^?#]*)(.*)$/s.exec(reference)!;
  if (refPath === '') return scheme + authority + path + refRest;
  const merged = refPath.startsWith('/')
    ? refPath
    : authority !== '' && path === ''
      ? `/${refPath}`
      : path.slice(0, path.lastIndexOf('/') + 1) + refPath;
  return scheme + authority + withoutDots(merged) + refRest;
}

/** RFC 3986, 5.2.4: `.` and `..` taken out. Of a relative path, `..` at the front stay. */
function withoutDots(path: string): string {
  const absolute = path.startsWith('/');
  const result: string[] = [];
  const segments = path.split('/');
  if (absolute) segments.shift();
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (segment === '..') {
      if (result.length > 0 && result.at(-1) !== '..') result.pop();
      else if (!absolute) result.push('..');
      if (last) result.push('');
    } else if (segment === '.') {
      if (last) result.push('');
    } else result.push(segment);
  });
  return (absolute ? '/' : '') + result.join('/');
}

/** Section 3, `datatypeLibrary`: empty, or an absolute URI without fragment identifier. */
export function isDatatypeLibrary(text: string): boolean {
  if (text === '') return true;
  return SCHEME.test(text) && isUriText(text);
}

const isUriText = (text: string): boolean =>
  !text.includes('#') && !/:$/.test(text) && !/%(?![0-9A-Fa-f]{2})/.test(text);
