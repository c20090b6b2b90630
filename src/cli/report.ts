/** Findings worded for people: grouped by file, each with its place and what to do about it. */
import type { CommandError } from '../batch/errors.ts';
import { compareText } from '../batch/files.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { Finding } from '../report.ts';
import type { Paint } from './terminal.ts';

/** `sources/a.txt:3:14`, or without what is not known. Names of files are words of strangers too. */
export function placeOf({ file, position }: Pick<Finding, 'file' | 'position'>): string {
  return position === undefined ? oneLine(file) : `${oneLine(file)}:${position.line}:${position.column}`;
}

/** By file, then by place, then by code: the same in every locale. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const line = (f: Finding): number => f.position?.line ?? 0;
  const column = (f: Finding): number => f.position?.column ?? 0;
  return [...findings].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      line(a) - line(b) ||
      column(a) - column(b) ||
      compareText(a.code, b.code),
  );
}

/**
 * > | sources/a.txt:3:14: error: The text has a NUL character, which XML cannot hold. [read.nul]
 *   |     Remove them, or save the file as UTF-8.
 */
export function findingsText(findings: readonly Finding[], paint: Paint): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const found of inOrder(findings)) {
    if (file !== undefined && file !== found.file) lines.push('');
    file = found.file;
    lines.push(...findingLines(found, paint));
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function findingLines(found: Finding, { bold, dim, red, yellow, cyan }: Paint): string[] {
  const colour = { error: red, warning: yellow, info: cyan }[found.severity];
  const lines = [
    `${bold(placeOf(found))}: ${colour(found.severity)}: ${oneLine(found.message)} ${dim(tagsOf(found))}`,
  ];
  if (found.element !== undefined) lines.push(`    at ${found.element}`);
  if (found.source !== undefined) {
    lines.push(`    from ${placeOf({ file: found.source.file, position: found.source.position })}`);
  }
  const fix = found.fix ?? diagnosticsTable[found.code].mend;
  if (found.severity !== 'info' || found.fix !== undefined) lines.push(`    ${oneLine(fix)}`);
  return lines;
}

/** What settings and `--explain` call it by: `[quotation] [quotation.unbalanced]`. */
export function tagsOf({ rule, code }: Pick<Finding, 'rule' | 'code'>): string {
  return rule === undefined ? `[${code}]` : `[${oneLine(rule)}] [${code}]`;
}

/** Words of a document may be in a message: they must not steer the terminal, nor break the line. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** Why a command cannot go on. */
export function commandErrorText(error: CommandError, paint: Paint): string {
  const told = error.diagnostics.length > 0 ? findingsText(error.diagnostics, paint) : '';
  const head = `${paint.red('chancery:')} ${oneLine(error.message)}\n`;
  return `${told}${head}${error.fix === undefined ? '' : `    ${oneLine(error.fix)}\n`}`;
}

/** `1 document`, `2 documents`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ',')} ${number === 1 ? one : many}`;
}
