/** Findings about packages, with the severity and the remedy of their code. */
import type { Code, Diagnostic, Position } from '../../diagnostic.ts';
import { diagnosticsTable } from '../../diagnostics-table.ts';

export function tell(code: Code, file: string, message: string, position?: Position): Diagnostic {
  const { severity, mend } = diagnosticsTable[code];
  return {
    code,
    severity,
    message: message.replace(/\.$/, ''),
    file,
    fix: mend,
    ...(position && { position }),
  };
}

export const lineOf = (line: number, column = 1): Position => ({ line, column });
