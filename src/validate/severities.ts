/**
 * What the settings make of findings: severities by rule or code, suppressions with a reason. A suppression that
 * matches nothing is stale and is told, so that the list does not outlive the documents.
 */
import type { Diagnostic } from '../diagnostic.ts';
import type { SettableSeverity, Suppression, ValidationSettings } from '../settings.ts';

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

/** A finding that the settings keep silent, and why. */
export interface Suppressed<Found = Diagnostic> {
  readonly finding: Found;
  readonly reason: string;
}

/** Name of a file of a finding as suppressions have it: relative to chancery.json. */
export type NameOf = (file: string) => string;

export interface Settled {
  readonly findings: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
}

/** The suppressions of an edition, which remember what they have matched. */
export class Suppressions {
  readonly #list: readonly { readonly suppression: Suppression; readonly file: RegExp | undefined }[];
  readonly #used = new Set<Suppression>();

  constructor(list: readonly Suppression[] = []) {
    this.#list = list.map((suppression) => ({
      suppression,
      file: suppression.file === undefined ? undefined : patternOf(suppression.file),
    }));
  }

  apply(findings: readonly Diagnostic[], nameOf: NameOf): Settled {
    if (this.#list.length === 0) return { findings, suppressed: [] };
    const kept: Diagnostic[] = [];
    const suppressed: Suppressed[] = [];
    for (const finding of findings) {
      const first = this.match(finding, nameOf);
      if (first === undefined) kept.push(finding);
      else suppressed.push({ finding, reason: first.reason });
    }
    return { findings: kept, suppressed };
  }

  /** The first suppression of a finding; all that are for it are of use. */
  match(found: Pick<Diagnostic, 'rule' | 'code' | 'file'>, nameOf: NameOf): Suppression | undefined {
    const matching = this.#list.filter(({ suppression: { code, rule }, file }) => {
      if (code !== undefined && code !== found.code) return false;
      if (rule !== undefined && rule !== found.rule) return false;
      return file === undefined || file.test(nameOf(found.file));
    });
    for (const { suppression } of matching) this.#used.add(suppression);
    return matching[0]?.suppression;
  }

  /**
   * Those that have matched nothing, though their file was looked at.
   *
   * @param files every file that was looked at, as suppressions have it: one for another file is not stale for this run
   * @param whole the edition is all here: then one that is for every file must have matched
   */
  stale(files: readonly string[], whole: boolean): readonly Suppression[] {
    return this.#list
      .filter(({ suppression, file }) => {
        if (this.#used.has(suppression)) return false;
        return file === undefined ? whole : files.some((name) => file.test(name));
      })
      .map(({ suppression }) => suppression);
  }
}

/**
 * What a build, which publishes, makes of findings in a TEI: the settings decide over rules. A finding without a
 * rule (XML that is not well-formed, a fault of the program) is as it is.
 */
export function settled(
  findings: readonly Diagnostic[],
  { severity = {}, suppress = [] }: ValidationSettings = {},
  nameOf: NameOf = (file) => file,
): Settled {
  if (Object.keys(severity).length === 0 && suppress.length === 0) return { findings, suppressed: [] };
  const suppressions = new Suppressions(suppress);
  const suppressed: Suppressed[] = [];
  const kept = findings.flatMap((finding) => {
    if (finding.rule === undefined) return [finding];
    const outcome = suppressions.apply(withSeverities([finding], severity), nameOf);
    suppressed.push(...outcome.suppressed);
    return outcome.findings;
  });
  return { findings: kept, suppressed };
}

/** A suppression that matches nothing, as a finding. */
export function staleness({ rule, code, file }: Suppression, settingsFile: string): Diagnostic {
  const what = [rule ?? code, file === undefined ? undefined : `in ${file}`].filter(Boolean).join(' ');
  return {
    code: 'settings.stale',
    severity: 'warning',
    file: settingsFile,
    message: `The suppression of ${what} matches no finding any more`,
    fix: 'Remove it from "validation.suppress".',
  };
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
