/** Findings about a file that is being read: severity and remedy come from the table of codes. */
import type { Code, Diagnostic, Position } from '../diagnostic.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';

interface Place {
  readonly text: string;
  readonly at: number;
  readonly fix?: string;
}

export function diagnose(code: Code, file: string, message: string, place?: Place): Diagnostic {
  const { severity, mend } = diagnosticsTable[code];
  const found = { code, severity, message: message.replace(/\.$/, ''), file, fix: place?.fix ?? mend };
  if (place === undefined) return found;
  const span = { start: place.at, end: place.at + 1 };
  return { ...found, position: positionAt(place.text, place.at), span };
}

/** Line and column of an offset, both from 1, as an editor shows them; lines end at U+000A. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
