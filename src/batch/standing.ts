/**
 * Editions that stand although the register has changed. What a document takes from the register is in its TEI, and
 * in what the checks say of it; the editions are made from the TEI alone. So after a change of the register each
 * document is encoded and checked again, and where TEI and findings are the same, its editions are not made again.
 * What the settings make of findings is a matter of the same kind.
 */
import type { Diagnostic } from '../diagnostic.ts';
import type { Check, Finding } from '../report.ts';
import { type Basis, changedNames, ownBasis, partsBeforeEditions } from './basis.ts';
import type { Planned } from './documents.ts';
import { written } from './finding.ts';
import type { Memory, Output } from './memory.ts';
import type { Project } from './project.ts';
import { renewed } from './stamp.ts';

/** What the last build made of a document, and of what. */
export interface Standing {
  /** Checksums. */
  readonly source?: string;
  readonly tei: string;
  readonly findings: readonly Finding[];
  /** Of TEI and editions. */
  readonly checks: readonly Check[];
  readonly outputs: readonly Output[];
  readonly navigation?: string;
}

/** Nothing where more than register and severities have changed, or a file in dist/ is not as it was made. */
export function standingOf(
  { id, source, tei }: Planned,
  basis: Basis,
  project: Project,
  memory: Memory,
): Standing | undefined {
  const entry = memory.entry(id);
  if (entry === undefined || entry.tei === undefined || !entry.published || entry.stopped) return undefined;
  const changed = changedNames(memory.basis(entry.basis), basis.parts);
  if (changed === undefined || changed.length === 0) return undefined;
  if (!changed.every((part) => partsBeforeEditions.has(part))) return undefined;
  if (entry.own !== ownBasis(source, project.settings) || entry.tei.path !== tei) return undefined;
  const outputs: Output[] = [];
  for (const output of entry.outputs) {
    const now = renewed(output, project.dist, memory.untrusted);
    if (now === undefined) return undefined;
    outputs.push({ ...output, ...now });
  }
  const report = memory.record(id)?.report;
  if (report === undefined) return undefined;
  return {
    ...(entry.source && { source: entry.source.sha256 }),
    tei: entry.tei.sha256,
    findings: report.findings,
    checks: report.checks.filter(({ name }) => name !== 'audit'),
    outputs,
    ...(entry.navigation !== undefined && { navigation: entry.navigation }),
  };
}

/**
 * Whether the editions are those that would be made now.
 *
 * @param found everything that has been found up to the making of the editions: that nothing more was found in them
 * then is part of the answer
 */
export function stands(
  standing: Standing,
  source: string | undefined,
  tei: string | undefined,
  found: readonly Diagnostic[],
): boolean {
  if (standing.source !== source || standing.tei !== tei) return false;
  return JSON.stringify(found.map(written)) === JSON.stringify(standing.findings);
}
