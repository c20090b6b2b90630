/**
 * Which ids documents of a project may have. The id itself is `recognise/id.ts`; here are the names it must
 * not take, because it becomes a file in tei/ and a folder in dist/.
 */

/** Names in tei/ and dist/ that belong to the edition as a whole. */
const reserved: ReadonlySet<string> = new Set([
  'about',
  'assets',
  'browse',
  'documents',
  'events',
  'index',
  'manifest',
  'offices',
  'organisations',
  'people',
  'places',
  'register',
  'registers',
  'report',
  'schemas',
  'search',
  'taxonomies',
  'timeline',
]);

/** Longest id: with `.jsonld` behind it, it must fit into the 255 bytes of a file name. */
const longest = 240;

/** Why an id cannot be used, or nothing. */
export function objectionTo(id: string): string | undefined {
  if (reserved.has(id)) return `The id "${id}" is the name of a part of every edition.`;
  if (id.length > longest) return `The id would have ${id.length} characters; ${longest} is the limit.`;
  return undefined;
}

/** Files in tei/ that belong to the edition as a whole and are no documents. */
export function isShared(fileName: string): boolean {
  return /^(?:register|taxonom[a-z-]*)\.xml$/.test(fileName);
}
