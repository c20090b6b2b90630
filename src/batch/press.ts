/**
 * Writes pages of the edition as they come: those that pass their own checks, and of those only what has changed. A
 * page that was made of the same before is not made.
 */
import type { Artifact } from '../artifact.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Draft } from '../publish/sheaves.ts';
import type { Workshop } from './document.ts';
import type { Documents } from './documents.ts';
import { compareText, sha256, Writer } from './files.ts';
import { finding, guarded, hasError } from './finding.ts';
import type { Output, Site } from './memory.ts';
import { renewed, stampOfWritten } from './stamp.ts';

/** What is in dist/ of the last build's pages. */
export interface Standing {
  /** As they were written; with times as they are now. */
  readonly outputs: ReadonlyMap<string, Output>;
  /** Sheaves of which a page is not as it was written. */
  readonly spoilt: ReadonlySet<string>;
}

/** @param thorough what was written may be torn, whatever the times of the files say */
export function standing(site: Site | undefined, dist: string, thorough: boolean): Standing {
  const outputs = new Map<string, Output>();
  const spoilt = new Set<string>();
  for (const output of site?.outputs ?? []) {
    const now = renewed(output, dist, thorough);
    if (now !== undefined) outputs.set(output.path, now === output ? output : { ...output, ...now });
    else if (output.sheaf !== undefined) spoilt.add(output.sheaf);
  }
  return { outputs, spoilt };
}

export class Press {
  readonly #workshop: Workshop;
  readonly #writer: Writer;
  readonly #documents: Pick<Documents, 'has'>;
  readonly #former: ReadonlyMap<string, Output>;
  readonly #checked: ReadonlyMap<string, readonly Diagnostic[]> | undefined;
  readonly #outputs = new Map<string, Output>();
  readonly #bySheaf = new Map<string, string[]>();
  readonly #findings = new Map<string, readonly Diagnostic[]>();
  readonly #collisions: Diagnostic[] = [];
  /** Parts of the edition that a document has the name of: told once. */
  readonly #collided = new Set<string>();
  #heldBack = 0;
  readonly #written: string[] = [];

  /**
   * @param documents whose folders no page may lie in
   * @param former what the last build wrote and is still there; what is the same is not written again
   * @param kept what the last build found, where its pages stand but for those of sheaves that are made anew
   */
  constructor(
    workshop: Workshop,
    documents: Pick<Documents, 'has'>,
    former: ReadonlyMap<string, Output>,
    kept: readonly Diagnostic[] | undefined,
  ) {
    this.#workshop = workshop;
    this.#writer = new Writer(workshop.project.dist, { flush: false });
    this.#documents = documents;
    this.#former = former;
    if (kept === undefined) return;
    this.#checked = byFile(kept);
    for (const output of former.values()) if (output.sheaf !== undefined) this.#stand(output);
  }

  /** What is in dist/ now, in the order of the paths. */
  get outputs(): readonly Output[] {
    return [...this.#outputs.values()].sort((a, b) => compareText(a.path, b.path));
  }

  /** Faults of pages, in the order of their paths. */
  get findings(): readonly Diagnostic[] {
    const pages = [...this.#findings].sort(([a], [b]) => compareText(a, b));
    return [...this.#collisions, ...pages.flatMap(([, own]) => own)];
  }

  /** Whether pages are missing, for a fault of theirs. */
  get heldBack(): boolean {
    return this.#heldBack > 0;
  }

  /** Paths of the files that have been written. */
  get written(): readonly string[] {
    return this.#written;
  }

  /** The pages of a sheaf are made anew; those that it no longer has will be removed. */
  begin(sheaf: string): void {
    for (const path of this.#bySheaf.get(sheaf) ?? []) {
      if (this.#outputs.get(path)?.sheaf !== sheaf) continue;
      this.#outputs.delete(path);
      this.#findings.delete(path);
    }
    this.#bySheaf.delete(sheaf);
  }

  /** A page, unless it was made of the same before. */
  printDraft({ path, inputs, make }: Draft, sheaf: string): void {
    const former = this.#former.get(path);
    if (this.#checked && inputs !== undefined && former?.inputs === inputs && former.sheaf === sheaf) {
      this.#stand(former);
      return;
    }
    this.print(make(), { sheaf, ...(inputs !== undefined && { inputs }) });
  }

  print(artifact: Artifact, marks: Pick<Output, 'sheaf' | 'inputs'> = {}): void {
    const { path, mediaType, content } = artifact;
    const checksum = sha256(content);
    const former = this.#former.get(path);
    const same = former?.sha256 === checksum;
    if (!this.#passes(artifact, same)) {
      this.#heldBack++;
      return;
    }
    if (!same) this.#written.push(path);
    const stamp = same ? former : stampOfWritten(path, this.#writer.write(path, content), checksum);
    const { size, mtimeMs, ctimeMs, seen } = stamp;
    this.#add({ path, size, mtimeMs, ctimeMs, sha256: checksum, seen, mediaType, ...marks });
  }

  /** JSON that comes in pieces and is not held. */
  printJson(path: string, pieces: Iterable<string>): void {
    const { stats, sha256: checksum } = this.#writer.writePieces(path, pieces);
    this.#written.push(path);
    this.#add({ ...stampOfWritten(path, stats, checksum), mediaType: 'application/json' });
  }

  #stand(output: Output): void {
    const found = this.#checked?.get(output.path);
    if (found) this.#findings.set(output.path, found);
    this.#add(output);
  }

  #add(output: Output): void {
    this.#outputs.set(output.path, output);
    if (output.sheaf === undefined) return;
    const own = this.#bySheaf.get(output.sheaf);
    if (own) own.push(output.path);
    else this.#bySheaf.set(output.sheaf, [output.path]);
  }

  #passes(page: Artifact, same: boolean): boolean {
    const [first = '', ...rest] = page.path.split('/');
    if (rest.length > 0 && this.#documents.has(first)) {
      if (!this.#collided.has(first)) {
        const message = `The document "${first}" has the name of a part of the edition.`;
        this.#collisions.push(finding('build.collision', page.path, message));
      }
      this.#collided.add(first);
      return false;
    }
    const known = same ? this.#checked && (this.#checked.get(page.path) ?? []) : undefined;
    if (known !== undefined) {
      if (known.length > 0) this.#findings.set(page.path, known);
      return true;
    }
    const { stages, context } = this.#workshop;
    const faults: Diagnostic[] = [];
    const problems =
      guarded(page.path, 'transform.failed', () => stages.validate(page, context), faults) ?? [];
    const found = [...faults, ...problems];
    if (found.length > 0) this.#findings.set(page.path, found);
    return !hasError(found);
  }
}

function byFile(findings: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const others = files.get(finding.file);
    if (others === undefined) files.set(finding.file, [finding]);
    else others.push(finding);
  }
  return files;
}
