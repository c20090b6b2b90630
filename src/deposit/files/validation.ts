/** `reports/validation.txt`: each document with its checks and what was found, to be read in any editor. */
import type { Finding } from '../../report.ts';
import type { Deposit, PackedDocument } from '../model.ts';
import { count, invalidOf } from '../words.ts';
import { verdictOf } from './ledger.ts';

export function validationText(deposit: Deposit): string {
  const { documents, metadata } = deposit;
  const invalid = invalidOf(deposit);
  const verdict =
    invalid.length === 0
      ? `All ${count(documents.length, 'document')} passed every check.`
      : `NOT VALID: ${count(invalid.length, 'document')} of ${documents.length} did not pass every check and ${invalid.length === 1 ? 'was' : 'were'} packed all the same, on demand: ${invalid.map((d) => d.id).join(', ')}.`;
  return [
    `Validation of “${metadata.title}”, version ${metadata.version}`,
    `Checked with Chancery ${metadata.program}: well-formedness, grammar (RELAX NG), rules (Schematron), links,`,
    'chronology, fidelity to the source (audit), and each edition against the rules of its own format.',
    '',
    verdict,
    '',
    ...documents.flatMap(section),
  ].join('\n');
}

function section(d: PackedDocument): string[] {
  const failed = d.checks.filter((c) => c.result === 'failed').map((c) => c.name);
  const passed = d.checks.length - failed.length;
  return [
    `${d.id}: ${d.valid ? 'valid' : 'NOT VALID'}`,
    `  checks     ${passed} of ${d.checks.length} passed${failed.length > 0 ? `; failed: ${[...new Set(failed)].join(', ')}` : ''}`,
    `  fidelity   ${verdictOf(d)}${d.audit === undefined ? '' : `, ${count(d.audit.total, 'character')}`}`,
    `  questions  ${d.questions === 0 ? 'none open' : `${d.questions} open, for a person to decide`}`,
    ...d.findings.filter((f) => f.severity !== 'info').map(line),
    ...(d.suppressed ?? []).map(({ finding, reason }) => `${line(finding)}; suppressed: ${reason}`),
    '',
  ];
}

function line({ severity, message, file, position, code }: Finding): string {
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  return `  ${severity.padEnd(9)}  ${place}: ${message.replace(/[\s\u0000-\u001f]+/g, ' ')} [${code}]`;
}
