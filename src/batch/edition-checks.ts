/**
 * The checks of the whole edition in a build: each document left its share when it was done, so that only the files
 * that others point to are read again.
 */
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import type { SuppressedFinding } from '../report.ts';
import type { EditionCheck, EditionShare, Settled } from '../validate/index.ts';
import type { Documents } from './documents.ts';
import { readIfThere, sha256, statOf } from './files.ts';
import { suppressedAsWritten } from './finding.ts';
import type { Site } from './memory.ts';
import type { Project } from './project.ts';
import type { Stages } from './stages.ts';

export interface EditionChecked {
  readonly findings: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly beside: NonNullable<Site['beside']>;
}

/** So many entries that no document mentions are named; of more it is told how many there are. */
const orphansNamed = 10;

/** Takes the shares while the documents are read for the pages, so that none is kept for the checks alone. */
export class EditionChecks {
  readonly #check: EditionCheck;
  readonly #project: Project;
  #taken = 0;

  constructor(project: Project, stages: Pick<Stages, 'shareOf' | 'editionCheck'>) {
    this.#check = stages.editionCheck();
    this.#project = project;
    const file = registerOf(project);
    const xml = textIn(project, file);
    const share = xml === undefined ? undefined : stages.shareOf(xml, file);
    if (share) this.#check.take(share);
  }

  take(share: EditionShare): void {
    this.#check.take(share);
    this.#taken += 1;
  }

  /** @param settle what the settings make of findings */
  finish(documents: Documents, settle: (findings: readonly Diagnostic[]) => Settled): EditionChecked {
    const own = new Set([registerOf(this.#project)]);
    for (const { tei } of documents) own.add(tei);
    const beside: Record<string, string | null> = {};
    const read = (file: string): string | undefined => {
      const text = textIn(this.#project, file);
      if (!own.has(file)) beside[file] = text === undefined ? null : sha256(text);
      return text;
    };
    // What a document says that cannot be read is not known: then nothing is an orphan.
    const whole = this.#taken >= documents.size;
    const { findings, suppressed } = settle(this.#check.findings(read, whole));
    return { findings: fewOrphans(findings), suppressed: suppressedAsWritten(suppressed), beside };
  }
}

const registerOf = ({ settings }: Project): string => `${settings.folders.tei}/register.xml`;

/** Are the files that documents point to, and that are none themselves, as they were? */
export function besideStands({ beside = {} }: Site, project: Project): boolean {
  return Object.entries(beside).every(([file, checksum]) => {
    const text = textIn(project, file);
    return (text === undefined ? null : sha256(text)) === checksum;
  });
}

/** The text of a file of the project, if it is there. */
export function textIn(project: Project, file: string): string | undefined {
  const path = join(project.root, file);
  const bytes = statOf(path)?.isFile() ? readIfThere(path) : undefined;
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

/** A register is often larger than the edition that is under way. */
function fewOrphans(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const orphans = findings.filter((f) => f.code === 'register.orphan');
  if (orphans.length <= orphansNamed) return findings;
  const rest = new Set(orphans.slice(orphansNamed));
  const more = {
    ...orphans[orphansNamed]!,
    message: `No document of the edition mentions ${rest.size} more entries`,
    fix: 'chancery validate names them all.',
  };
  return [...findings.filter((f) => !rest.has(f)), more];
}
