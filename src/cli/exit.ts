/** Exit codes (design: fixed). */
import type { Finding } from '../report.ts';

export const exitCodes = {
  well: 0,
  /** Some document has errors. They are reported; the others were done. */
  documentErrors: 1,
  /** The command or the settings cannot be used. */
  unusable: 2,
  /** Something outside failed: disk, queue, permission. */
  outside: 3,
  interrupted: 130,
} as const;

/** Warnings alone are well, unless `--strict` is given. */
export function exitCodeOf(findings: readonly Pick<Finding, 'severity'>[], strict = false): number {
  const bad = findings.some((f) => f.severity === 'error' || (strict && f.severity === 'warning'));
  return bad ? exitCodes.documentErrors : exitCodes.well;
}
