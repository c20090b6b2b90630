/** Writes pages of the edition as they come: those that pass their own checks, and of those only what has changed. */
import type { Artifact } from '../artifact.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Finding } from '../report.ts';
import type { Workshop } from './document.ts';
import { compareText, sha256, Writer } from './files.ts';
import { finding, guarded, hasError } from './finding.ts';
import type { Output } from './memory.ts';
import { renewed, stampOfWritten } from './stamp.ts';

export class Press {
  readonly #workshop: Workshop;
  readonly #writer: Writer;
  readonly #documents: { has(id: string): boolean };
  readonly #former: ReadonlyMap<string, Output>;
  readonly #untrusted: boolean;
  readonly #findings: Diagnostic[];
  readonly #checked: ReadonlyMap<string, readonly Finding[]> | undefined;
  readonly #outputs: Output[] = [];
  /** Parts of the edition that a document has the name of: told once. */
  readonly #collided = new Set<string>();

  /**
   * @param documents whose folders no page may lie in
   * @param former what the last build wrote; what is still the same is not written again
   * @param findings where faults of pages are told
   * @param untrusted what the last build wrote may be torn, whatever the times of the files say
   * @param checked what the last build found, if it checked as this one does: a page that is the same is not checked again
   */
  constructor(
    workshop: Workshop,
    documents: { has(id: string): boolean },
    former: readonly Output[],
    findings: Diagnostic[],
    untrusted: boolean,
    checked?: readonly Finding[],
  ) {
    this.#workshop = workshop;
    this.#writer = new Writer(workshop.project.dist, { flush: false });
    this.#documents = documents;
    this.#former = new Map(former.map((output) => [output.path, output]));
    this.#findings = findings;
    this.#untrusted = untrusted;
    this.#checked = checked && byFile(checked);
  }

  /** What has been written, in the order of the paths. */
  get outputs(): readonly Output[] {
    return [...this.#outputs].sort((a, b) => compareText(a.path, b.path));
  }

  /** Pages as they are made. A fault of the program ends them, not the build. */
  printAll(name: string, make: () => Iterable<Artifact>): void {
    const all = (): void => {
      for (const artifact of make()) {
        const checksum = sha256(artifact.content);
        if (this.#passes(artifact, checksum)) this.#print(artifact, checksum);
      }
    };
    guarded(name, 'transform.failed', all, this.#findings);
  }

  /** JSON that comes in pieces and is not held. */
  printJson(path: string, pieces: Iterable<string>): void {
    const { stats, sha256: checksum } = this.#writer.writePieces(path, pieces);
    this.#outputs.push({ ...stampOfWritten(path, stats, checksum), mediaType: 'application/json' });
  }

  #print({ path, mediaType, content }: Artifact, checksum: string): void {
    const former = this.#former.get(path);
    const { dist } = this.#workshop.project;
    const stands = former?.sha256 === checksum ? renewed(former, dist, this.#untrusted) : undefined;
    const stamp = stands ?? stampOfWritten(path, this.#writer.write(path, content), checksum);
    this.#outputs.push({ ...stamp, mediaType });
  }

  /** Of a page that was printed, so it passed; nothing where it is to be checked. */
  #foundBefore(path: string): readonly Finding[] | undefined {
    if (this.#checked === undefined) return undefined;
    const found = this.#checked.get(path) ?? [];
    return found.some(({ code }) => code === 'transform.failed') ? undefined : found;
  }

  #passes(page: Artifact, checksum: string): boolean {
    const [first = '', ...rest] = page.path.split('/');
    if (rest.length > 0 && this.#documents.has(first)) {
      if (!this.#collided.has(first)) {
        const message = `The document "${first}" has the name of a part of the edition.`;
        this.#findings.push(finding('build.collision', page.path, message));
      }
      this.#collided.add(first);
      return false;
    }
    const known = this.#former.get(page.path)?.sha256 === checksum ? this.#foundBefore(page.path) : undefined;
    if (known !== undefined) {
      this.#findings.push(...known);
      return true;
    }
    const { stages, context } = this.#workshop;
    const problems =
      guarded(page.path, 'transform.failed', () => stages.validate(page, context), this.#findings) ?? [];
    this.#findings.push(...problems);
    return !hasError(problems);
  }
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const others = files.get(finding.file);
    if (others === undefined) files.set(finding.file, [finding]);
    else others.push(finding);
  }
  return files;
}
