/**
 * Which documents a project has: each source under sources/, each document of a container there, each TEI in
 * tei/ that has no source. Two files that would get the same id are both left out, and named.
 */
import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { documentId } from '../recognise/id.ts';
import { Documents, type Planned } from './documents.ts';
import { CommandError } from './errors.ts';
import { compareText, filesUnder, shown, statOf } from './files.ts';
import { finding } from './finding.ts';
import { isGlob, matcherOf } from './glob.ts';
import { isShared, objectionTo } from './ids.ts';
import { listingOf } from './listing.ts';
import type { Memory } from './memory.ts';
import type { Project } from './project.ts';

export interface Plan {
  /** In the order of their ids. */
  readonly documents: Documents;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param memory spares looking into containers that have not changed */
export async function planOf(project: Project, memory?: Memory): Promise<Plan> {
  const folders = project.settings.folders;
  const diagnostics: Diagnostic[] = [];
  const lines: string[] = [];
  for (const path of filesUnder(project.sources)) {
    const source = `${folders.sources}/${path}`;
    const listing = await listingOf(source, project, memory);
    if (listing === undefined) {
      lines.push(Documents.lineOf({ id: documentId(source, folders.sources), source, tei: '' }));
      continue;
    }
    diagnostics.push(...listing.findings);
    for (const [key, member] of listing.members) {
      const name = `${source}#${key}`;
      lines.push(Documents.lineOf({ id: documentId(name, folders.sources), source: name, member, tei: '' }));
    }
  }
  for (const path of filesUnder(project.tei)) {
    if (!/^[^/]+\.xml$/i.test(path) || isShared(path)) continue;
    const id = documentId(`${folders.tei}/${path}`, folders.tei);
    lines.push(Documents.lineOf({ id, tei: '' }, path === `${id}.xml` ? '' : `${folders.tei}/${path}`));
  }
  lines.sort(compareText);
  const kept = withoutCollisions(lines, diagnostics);
  return { documents: new Documents(kept, folders.tei), diagnostics };
}

/** Lines of one id stand together: a source and the TEI made of it are one document, all else collides. */
function withoutCollisions(lines: readonly string[], diagnostics: Diagnostic[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const id = idOf(lines[at]);
    let end = at + 1;
    while (end < lines.length && idOf(lines[end]) === id) end++;
    const group = lines.slice(at, end);
    // Id alone: a TEI under the name that its source gives it.
    const claims = group.length > 1 ? group.filter((line) => line !== `${id}\0\0\0`) : group;
    const objection = objectionTo(id);
    if (claims.length > 1) {
      const files = claims.map(fileOf).sort(compareText);
      const message = `These would all get the id "${id}": ${files.join(', ')}.`;
      diagnostics.push(finding('build.collision', files[0] ?? id, message, 'Rename all but one of them.'));
    } else if (objection !== undefined) {
      diagnostics.push(finding('build.collision', fileOf(claims[0] ?? ''), objection, 'Rename the file.'));
    } else kept.push(...claims);
    at = end;
  }
  return kept;
}

const idOf = (line = ''): string => line.slice(0, line.indexOf('\0'));

function fileOf(line: string): string {
  const [id = '', source = '', , tei = ''] = line.split('\0');
  return source || tei || `${id}.xml`;
}

/**
 * The part of a plan that a person named, with `*`, `**` and `?` for what varies. Throws `CommandError` 2 for a
 * file outside the folder of sources; a file that does not exist becomes a finding.
 */
export function chosen(plan: Plan, names: readonly string[], project: Project): Plan {
  if (names.length === 0) return plan;
  const diagnostics = [...plan.diagnostics];
  const wanted = new Set<string>();
  for (const name of names) {
    if (name === '-') {
      throw new CommandError(
        2,
        'A build reads the files of its project, not standard input.',
        'Lay the document into sources/, or encode it alone: `chancery encode -`.',
      );
    }
    const absolute = resolve(name);
    const path = relative(project.root, absolute).split(sep).join('/');
    const inside = [project.sources, project.tei].some((f) => absolute === f || absolute.startsWith(f + sep));
    if (!inside) {
      throw new CommandError(
        2,
        `${name} is not in ${shown(project.sources)}.`,
        'Move it there, or use `chancery encode` or `chancery convert` for files outside a project.',
      );
    }
    const there = statOf(absolute) !== undefined;
    const named = isGlob(path) && !there ? matcherOf(path) : nameMatcher(path);
    let found = 0;
    for (const { id, source, tei } of plan.documents) {
      if (!named(source?.replace(/#.*$/s, '')) && !named(source) && !named(tei)) continue;
      wanted.add(id);
      found++;
    }
    if (found === 0) {
      const known = plan.diagnostics.some((d) => d.file === path);
      const message = there ? 'It holds no document.' : 'There is no such file.';
      if (!known) diagnostics.push(finding('read.missing', path, message));
    }
  }
  return { documents: plan.documents.filter((d: Planned) => wanted.has(d.id)), diagnostics };
}

/** The file itself, or what lies in the folder. */
function nameMatcher(path: string): (file: string | undefined) => boolean {
  return (file) => file !== undefined && (file === path || file.startsWith(`${path}/`));
}
