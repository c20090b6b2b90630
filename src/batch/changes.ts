/** What has changed since a document was last done, and whether it must be done again. */
import { join } from 'node:path';
import { withoutNavigation } from '../publish/neighbours/place.ts';
import { type Basis, changedParts, ownBasis } from './basis.ts';
import type { Planned } from './documents.ts';
import { readIfThere, sha256, statOf } from './files.ts';
import type { Entry, Memory } from './memory.ts';
import { pageOf } from './navigation.ts';
import type { Project } from './project.ts';
import { renewed, type Stamp } from './stamp.ts';

/** Why a document is done anew, for a person: `sources/a.txt has changed`. */
export type Reason = string;

export interface Answer {
  /** Absent: nothing has changed. */
  readonly reason?: Reason;
  /** The entry with stamps whose times alone have changed. */
  readonly renewed?: Entry;
}

export function changeOf(planned: Planned, basis: Basis, project: Project, memory: Memory): Answer {
  const { id, source, tei, member } = planned;
  const entry = memory.entry(id);
  if (memory.begun.has(id) && entry === undefined) return { reason: 'the last build was cut short in it' };
  if (entry === undefined) return { reason: 'it is new' };
  if (entry.stopped) return { reason: 'it was stopped the last time' };
  if (entry.basis !== basis.hash)
    return { reason: `${changedParts(memory.basis(entry.basis), basis.parts)} has changed` };
  if (entry.own !== ownBasis(source, project.settings)) return { reason: 'its own settings have changed' };
  if (entry.source?.path !== source) return { reason: movedSource(entry, source) };
  const newTei =
    entry.tei === undefined ? statOf(join(project.root, tei)) !== undefined : entry.tei.path !== tei;
  if (newTei && !entry.teiUnused) return { reason: `${tei} is new` };

  if (member !== undefined && entry.source?.sha256.startsWith(member) !== true)
    return { reason: `${source} has changed` };
  let touched = false;
  const groups: readonly [readonly (Stamp | undefined)[], string, string][] = [
    [[member === undefined ? entry.source : undefined, entry.tei], project.root, ''],
    [entry.outputs, project.dist, `${project.settings.folders.dist}/`],
  ];
  for (const [stamps, root, prefix] of groups) {
    for (const stamp of stamps) {
      if (stamp === undefined) continue;
      const now = renewed(stamp, root, memory.untrusted) ?? asMade(stamp, id, root);
      if (now === undefined) {
        const gone = statOf(join(root, stamp.path)) === undefined;
        return { reason: `${prefix}${stamp.path} ${gone ? 'is gone' : 'has changed'}` };
      }
      if (now !== stamp) touched = true;
    }
  }
  return touched ? { renewed: renewedEntry(entry, project, member !== undefined) } : {};
}

/** A page that a build of all documents has given its navigation is still as this document's work made it. */
function asMade(stamp: Stamp, id: string, root: string): Stamp | undefined {
  if (stamp.path !== pageOf(id)) return undefined;
  const page = readIfThere(join(root, stamp.path));
  if (page === undefined) return undefined;
  return sha256(withoutNavigation(Buffer.from(page).toString('utf8'))) === stamp.sha256 ? stamp : undefined;
}

function movedSource({ source }: Entry, now: string | undefined): Reason {
  if (source === undefined) return `${now} is new`;
  if (now === undefined) return `${source.path} is gone`;
  return `its source is ${now} now, not ${source.path}`;
}

function renewedEntry(entry: Entry, project: Project, inContainer: boolean): Entry {
  const again = <T extends Stamp>(stamp: T, root: string): T => ({ ...stamp, ...renewed(stamp, root) });
  return {
    ...entry,
    ...(entry.source && { source: inContainer ? entry.source : again(entry.source, project.root) }),
    ...(entry.tei && { tei: again(entry.tei, project.root) }),
    outputs: entry.outputs.map((o) => again(o, project.dist)),
  };
}
