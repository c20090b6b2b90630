/** Findings as SARIF 2.1.0 (OASIS, 2023), which code hosts and editors show beside the lines. */
import { programVersion } from '../batch/program.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { Finding } from '../report.ts';
import { inOrder } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

export function sarif(findings: readonly Finding[]): string {
  const ordered = inOrder(findings);
  const codes = [...new Set(ordered.map((f) => f.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'chancery', version: programVersion(), rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: ordered.map((f) => resultOf(f, codes.indexOf(f.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: Finding['code']): object {
  const { means, mend, severity } = diagnosticsTable[code];
  return {
    id: code,
    shortDescription: { text: means },
    help: { text: mend },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(found: Finding, ruleIndex: number): object {
  const text = found.fix === undefined ? found.message : `${found.message} ${found.fix}`;
  return {
    ruleId: found.code,
    ruleIndex,
    level: levels[found.severity],
    message: { text },
    locations: [
      {
        physicalLocation: placeIn(found.file, found.position),
        ...(found.element === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: found.element }] }),
      },
    ],
    ...(found.source === undefined
      ? {}
      : {
          relatedLocations: [
            {
              physicalLocation: placeIn(found.source.file, found.source.position),
              message: { text: 'in the source' },
            },
          ],
        }),
  };
}

function placeIn(file: string, position: Finding['position']): object {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  if (position === undefined) return { artifactLocation: { uri } };
  return { artifactLocation: { uri }, region: { startLine: position.line, startColumn: position.column } };
}
