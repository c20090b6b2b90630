/** Removing from dist/ what was made of documents: files we know to be ours, never others. */
import type { Documents } from './documents.ts';
import { Writer } from './files.ts';
import type { Entry, Memory } from './memory.ts';
import type { Project } from './project.ts';

/**
 * Removes what was made of documents that are gone. Where nothing is remembered, the manifest tells, when the
 * pages of the edition are written.
 *
 * @returns their ids, in order
 */
export async function removeGone(documents: Documents, project: Project, memory: Memory): Promise<string[]> {
  const gone = await goneFrom(documents, memory);
  const dist = new Writer(project.dist);
  for (const id of gone) {
    for (const path of filesOf(id, memory.entry(id))) dist.remove(path);
    await memory.forget(id);
  }
  return gone;
}

/** Ids that are remembered and no longer planned, in order. */
export async function goneFrom(documents: Documents, memory: Memory): Promise<string[]> {
  const gone = new Set([...memory.begun].filter((id) => !documents.has(id)));
  for await (const id of memory.ids()) if (!documents.has(id)) gone.add(id);
  return [...gone].sort();
}

/** Files of a document that it no longer has: another format was asked for, or it fails now. */
export function removeStale(before: Entry | undefined, now: Entry, project: Project): void {
  const kept = new Set(now.outputs.map((o) => o.path));
  const dist = new Writer(project.dist);
  for (const path of filesOf(now.id, before)) if (!kept.has(path)) dist.remove(path);
}

/** What is remembered of a document's files; else what a build writes for one (design: fixed). */
function filesOf(id: string, entry: Entry | undefined): readonly string[] {
  if (entry !== undefined) return entry.outputs.map((o) => o.path);
  return ['index.html', `${id}.txt`, `${id}.jsonld`, `${id}.xml`].map((name) => `${id}/${name}`);
}
