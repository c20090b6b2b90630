/**
 * The navigation of documents: before and after by date, the thread. A page gets it when all documents are there,
 * and only where it is not the same as before; so a change in one document touches the pages of its neighbours and
 * no other, and does none of them anew.
 */
import { join } from 'node:path';
import type { NeighbourSearch } from '../publish/index.ts';
import { withNavigation } from '../publish/neighbours/place.ts';
import type { Documents } from './documents.ts';
import { compareText, readIfThere, sha256, Writer } from './files.ts';
import type { Entry, Memory } from './memory.ts';
import type { Project } from './project.ts';
import { stampOfWritten } from './stamp.ts';

/**
 * @param found in the order of ids, as documents are
 * @returns ids of the documents whose pages were written
 */
export async function giveNavigation(
  documents: Documents,
  found: ReturnType<NeighbourSearch['finish']>,
  project: Project,
  memory: Memory,
): Promise<readonly string[]> {
  const changed: string[] = [];
  const rows = found[Symbol.iterator]();
  let next = rows.next();
  for (const { id } of documents) {
    while (!next.done && compareText(next.value.id, id) < 0) next = rows.next();
    const navigation = !next.done && next.value.id === id ? next.value.navigation : '';
    const entry = memory.entry(id);
    const given = entry?.published ? withNavigationOf(entry, navigation, project) : undefined;
    if (given === undefined) continue;
    await memory.renew([given]);
    changed.push(id);
  }
  return changed;
}

/** The entry when its page has this navigation; nothing where it has it already, or there is no such page. */
function withNavigationOf(entry: Entry, navigation: string, { dist }: Project): Entry | undefined {
  const checksum = sha256(navigation).slice(0, 16);
  if (entry.navigation === checksum) return undefined;
  const path = pageOf(entry.id);
  const page = entry.outputs.some((output) => output.path === path)
    ? readIfThere(join(dist, path))
    : undefined;
  if (page === undefined) return { ...entry, navigation: checksum };
  const content = withNavigation(Buffer.from(page).toString('utf8'), navigation);
  const stats = new Writer(dist, { flush: false }).write(path, content);
  const outputs = entry.outputs.map((output) =>
    output.path === path ? { ...output, ...stampOfWritten(path, stats, sha256(content)) } : output,
  );
  return { ...entry, outputs, navigation: checksum };
}

/** The reading page: the one that has navigation. */
export const pageOf = (id: string): string => `${id}/index.html`;
