/**
 * Which documents a project has: each source under sources/, each TEI in tei/ that has no source. Two files
 * that would get the same id are both left out, and named.
 */
import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { documentId } from '../recognise/id.ts';
import { CommandError } from './errors.ts';
import { compareText, filesUnder, shown, statOf } from './files.ts';
import { finding } from './finding.ts';
import { isShared, objectionTo } from './ids.ts';
import type { Project } from './project.ts';

export interface Planned {
  readonly id: string;
  readonly source?: string;
  readonly tei: string;
}

export interface Plan {
  /** In the order of their ids. */
  readonly documents: readonly Planned[];
  readonly diagnostics: readonly Diagnostic[];
}

export function planOf(project: Project): Plan {
  const folders = project.settings.folders;
  const sources = filesUnder(project.sources).map((path) => `${folders.sources}/${path}`);
  const teis = filesUnder(project.tei)
    .filter((path) => /^[^/]+\.xml$/i.test(path) && !isShared(path))
    .map((path) => `${folders.tei}/${path}`);

  const claims = new Map<string, { id: string; files: string[]; source?: string; tei: string }>();
  for (const source of sources) {
    const id = documentId(source, folders.sources);
    const tei = `${folders.tei}/${id}.xml`;
    const claim = claims.get(id);
    if (claim === undefined) claims.set(id, { id, files: [source], source, tei });
    else claim.files.push(source);
  }
  for (const tei of teis) {
    const id = documentId(tei, folders.tei);
    const claim = claims.get(id);
    if (claim === undefined) claims.set(id, { id, files: [tei], tei });
    else if (claim.tei !== tei) claim.files.push(tei);
  }

  const documents: Planned[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { id, files, source, tei } of [...claims.values()].sort((a, b) => compareText(a.id, b.id))) {
    const objection = objectionTo(id);
    if (files.length > 1) {
      const message = `These would all get the id "${id}": ${files.join(', ')}.`;
      diagnostics.push(finding('build.collision', files[0] ?? id, message, 'Rename all but one of them.'));
    } else if (objection !== undefined) {
      diagnostics.push(finding('build.collision', files[0] ?? id, objection, 'Rename the file.'));
    } else documents.push({ id, ...(source === undefined ? {} : { source }), tei });
  }
  return { documents, diagnostics };
}

/**
 * The part of a plan that a person named. Throws `CommandError` 2 for a file outside the folder of sources;
 * a file that does not exist becomes a finding.
 */
export function chosen(plan: Plan, names: readonly string[], project: Project): Plan {
  if (names.length === 0) return plan;
  const diagnostics = [...plan.diagnostics];
  const wanted = new Set<string>();
  for (const name of names) {
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
    const matching = plan.documents.filter((d) =>
      [d.source, d.tei].some((f) => f === path || f?.startsWith(`${path}/`)),
    );
    for (const { id } of matching) wanted.add(id);
    if (matching.length === 0) {
      const known = plan.diagnostics.some((d) => d.file === path);
      const message = statOf(absolute) === undefined ? 'There is no such file.' : 'It holds no document.';
      if (!known) diagnostics.push(finding('read.missing', path, message));
    }
  }
  return { documents: plan.documents.filter((d) => wanted.has(d.id)), diagnostics };
}
