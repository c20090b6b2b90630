/** The id of a document: the slug of its path under the folder of sources, without its ending. */

/**
 * ASCII letters, digits, hyphens; the folders of the path stay, joined by hyphens.
 *
 * Letters with marks lose them (NFD); any other character outside ASCII is written as its code point, so that
 * two different names hardly ever meet. Where they do, the build reports a collision.
 *
 * @example documentId('sources/1978/Sato 1384.txt') === '1978-sato-1384'
 */
export function documentId(name: string, sourcesFolder = 'sources'): string {
  const path = name.replaceAll('\\', '/');
  const marker = `${sourcesFolder}/`;
  const at = path.startsWith(marker) ? 0 : path.lastIndexOf(`/${marker}`);
  const under =
    at < 0 ? (path.split('/').pop() ?? path) : path.slice(at === 0 ? marker.length : at + 1 + marker.length);
  const slug = under
    // A file in an archive is named as if the archive were a folder.
    .replace(/\.(?:zip|tar|tgz|tar\.gz)#(?=.)/is, '/')
    .replace(/(?<=[^/])\.[A-Za-z0-9]{1,8}(?=$|#)/, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\x00-\x7f]/gu, (c) => `-u${c.codePointAt(0)?.toString(16)}-`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'document';
}
