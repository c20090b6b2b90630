/**
 * The suppressions of chancery.json in a build: each document was settled by itself (`publishTei`); here it is seen
 * which of them were of use to any, and what they make of findings about the edition as a whole.
 */
import type { Diagnostic } from '../diagnostic.ts';
import type { DocumentReport } from '../report.ts';
import { type Settled, Suppressions, settled, staleInBuild, staleness } from '../validate/index.ts';
import { textIn } from './edition-checks.ts';
import type { Entry } from './memory.ts';
import { type Project, registerName, settingsFile } from './project.ts';

export class EditionSuppressions {
  readonly #project: Project;
  readonly #suppressions: Suppressions;
  readonly #files: string[] = [];

  constructor(project: Project) {
    this.#project = project;
    this.#suppressions = new Suppressions(project.settings.validation?.suppress);
  }

  /** Takes what the report of a document tells of them. */
  take({ tei, suppressed = [] }: Pick<DocumentReport, 'tei' | 'suppressed'>): void {
    if (tei !== undefined) this.#files.push(tei.path);
    for (const { finding } of suppressed) this.#suppressions.match(finding, asNamed);
  }

  /** Findings about the edition as a whole. */
  settle(findings: readonly Diagnostic[]): Settled {
    const outcome = settled(findings, this.#project.settings.validation);
    for (const { finding } of outcome.suppressed) this.#suppressions.match(finding, asNamed);
    return outcome;
  }

  /**
   * Suppressions that were of no use, when every document has been taken.
   *
   * @param entries of all documents: where one was done with other settings, or not to its end, nothing is known
   */
  stale(
    entries: Iterable<Entry>,
    basis: string,
    validate: (xml: string, file: string) => readonly Diagnostic[],
  ): readonly Diagnostic[] {
    if (staleInBuild(this.#suppressions.stale(this.#files, true)).length === 0) return [];
    for (const entry of entries) if (entry.basis !== basis || entry.stopped || !entry.tei) return [];
    // Rules are for the register too; a build asks them there for this alone.
    const file = registerName(this.#project);
    const register = textIn(this.#project, file);
    if (register !== undefined)
      for (const found of validate(register, file)) this.#suppressions.match(found, asNamed);
    const files = [...this.#files, file];
    return staleInBuild(this.#suppressions.stale(files, true)).map((s) => staleness(s, settingsFile));
  }
}

const asNamed = (file: string): string => file;
