/**
 * What the settings make of findings: severities by rule or code, suppressions with a reason. A suppression that
 * matches nothing is stale and is told, so that the list does not outlive the documents.
 */
import type { Diagnostic } from '../diagnostic.ts';
import type { SettableSeverity, Suppression } from '../settings.ts';

/** By rule first, then by code; what is `off` is left out. */
export function withSeverities(
  findings: readonly Diagnostic[],
  severities: Readonly<Record<string, SettableSeverity>>,
): readonly Diagnostic[] {
  if (Object.keys(severities).length === 0) return findings;
  return findings.flatMap((found) => {
    const { rule, code } = found;
    const severity = (rule === undefined ? undefined : severities[rule]) ?? severities[code];
    if (severity === undefined) return [found];
    return severity === 'off' ? [] : [{ ...found, severity }];
  });
}

export interface Suppressed {
  readonly findings: readonly Diagnostic[];
  readonly suppressed: number;
  /** Suppressions that matched nothing, though their file was looked at. */
  readonly stale: readonly Suppression[];
}

/**
 * @param files every file that was looked at, relative to the project as the suppressions are: one for another file
 *   is not stale for this run
 * @param whole the edition is all here: then one that is for every file must have matched
 * @param relativeTo from the name of a file in a finding to the same
 */
export function suppress(
  findings: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  files: readonly string[],
  whole: boolean,
  relativeTo: (file: string) => string = (file) => file,
): Suppressed {
  const used = new Set<Suppression>();
  const patterns = new Map(
    suppressions.map((s) => [s, s.file === undefined ? undefined : patternOf(s.file)]),
  );
  const kept = findings.filter((found) => {
    const matching = suppressions.filter((s) => {
      if (s.code !== undefined && s.code !== found.code) return false;
      if (s.rule !== undefined && s.rule !== found.rule) return false;
      return patterns.get(s)?.test(relativeTo(found.file)) !== false;
    });
    for (const s of matching) used.add(s);
    return matching.length === 0;
  });
  const stale = suppressions.filter((s) => {
    if (used.has(s)) return false;
    const pattern = patterns.get(s);
    return pattern === undefined ? whole : files.some((file) => pattern.test(file));
  });
  return { findings: kept, suppressed: findings.length - kept.length, stale };
}

/** `tei/*.xml`, `tei/**`: `*` within a name, `**` across folders. */
function patternOf(glob: string): RegExp {
  const parts = glob.split(/(\*\*\/|\*\*|\*)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
