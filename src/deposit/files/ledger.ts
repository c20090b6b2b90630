/**
 * The ledger of fidelity: document by document, how many characters the source has, in which class each was
 * accounted for, and what the rules have asserted. As CSV for a table, as JSON for programs.
 */
import { compareText } from '../../order.ts';
import type { Deposit, PackedDocument } from '../model.ts';
import { json } from './json.ts';

export function ledgerJson({ documents, metadata }: Deposit): string {
  return json({
    title: metadata.title,
    totals: totals(documents),
    documents: documents.map((d) => ({
      id: d.id,
      tei: d.files.tei,
      source: d.files.source,
      sourceSha256: d.description.source?.sha256,
      verdict: verdictOf(d),
      characters: d.audit?.total,
      classes: d.audit?.classes,
      assertions: d.description.assertions,
      confirmedByAPerson: d.description.reviewed,
      openQuestions: d.questions,
      valid: d.valid,
    })),
  });
}

export function ledgerCsv({ documents }: Deposit): string {
  const classes = [...new Set(documents.flatMap((d) => Object.keys(d.audit?.classes ?? {})))].sort(
    compareText,
  );
  const head = [
    'document',
    'date',
    'title',
    'verdict',
    'characters',
    ...classes.map((c) => `characters: ${c}`),
    'assertions: high',
    'assertions: medium',
    'assertions: low',
    'confirmed by a person',
    'open questions',
    'valid',
    'source sha256',
    'tei',
  ];
  const rows = documents.map((d) => [
    d.id,
    d.description.date ?? '',
    d.description.title,
    verdictOf(d),
    d.audit?.total ?? '',
    ...classes.map((c) => d.audit?.classes[c] ?? ''),
    d.description.assertions.high,
    d.description.assertions.medium,
    d.description.assertions.low,
    d.description.reviewed,
    d.questions,
    d.valid ? 'yes' : 'no',
    d.description.source?.sha256 ?? '',
    d.files.tei,
  ]);
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** RFC 4180; a cell that a spreadsheet would take for a formula is kept from it by an apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function verdictOf({ audit }: PackedDocument): 'complete' | 'differs' | 'no source' {
  if (audit === undefined) return 'no source';
  return audit.ok ? 'complete' : 'differs';
}

/** Sums over the documents of a package. */
export function totals(documents: readonly PackedDocument[]) {
  const sum = (of: (d: PackedDocument) => number): number => documents.reduce((n, d) => n + of(d), 0);
  return {
    documents: documents.length,
    complete: documents.filter((d) => d.audit?.ok).length,
    withoutSource: documents.filter((d) => d.audit === undefined).length,
    invalid: documents.filter((d) => !d.valid).length,
    characters: sum((d) => d.audit?.total ?? 0),
    charactersAccounted: sum((d) => (d.audit?.ok ? d.audit.total : 0)),
    assertions: sum(({ description: { assertions: a } }) => a.high + a.medium + a.low),
    confirmedByAPerson: sum((d) => d.description.reviewed),
    openQuestions: sum((d) => d.questions),
  };
}
