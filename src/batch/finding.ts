/** Findings of the batch itself, and faults of a stage turned into findings. */
import type { Code, Diagnostic } from '../diagnostic.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { Finding, SuppressedFinding } from '../report.ts';
import type { Suppressed } from '../validate/index.ts';

/** A finding with the severity and, unless another is given, the remedy of its code. The final stop is dropped. */
export function finding(code: Code, file: string, message: string, fix?: string): Diagnostic {
  const { severity, mend } = diagnosticsTable[code];
  return { code, severity, message: message.replace(/\.$/, ''), file, fix: fix ?? mend };
}

/**
 * The result of a stage; if it throws, nothing, and a finding. A stage that throws is a fault of the program,
 * but it is this document's fault only: the others go on.
 */
export function guarded<T>(file: string, code: Code, work: () => T, into: Diagnostic[]): T | undefined {
  try {
    return work();
  } catch (error) {
    into.push(ownFault(file, code, error));
    return undefined;
  }
}

/** The same for a stage that takes its time. */
export async function guardedAsync<T>(
  file: string,
  code: Code,
  work: () => Promise<T>,
  into: Diagnostic[],
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    into.push(ownFault(file, code, error));
    return undefined;
  }
}

function ownFault(file: string, code: Code, error: unknown): Diagnostic {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { ...finding(code, file, `The program stopped at a fault of its own (${reason}).`), cause: error };
}

/** A diagnostic as it is written down: without its cause, which may be anything. */
export function written(diagnostic: Diagnostic): Finding {
  const { cause: _, ...rest } = diagnostic;
  return rest;
}

export function suppressedAsWritten(suppressed: readonly Suppressed[] = []): readonly SuppressedFinding[] {
  return suppressed.map(({ finding: found, reason }) => ({ finding: written(found), reason }));
}

export function hasError(findings: readonly Pick<Diagnostic, 'severity'>[]): boolean {
  return findings.some((f) => f.severity === 'error');
}
