/** Findings as SARIF 2.1.0 (OASIS, 2023), which code hosts and editors show beside the lines. */
import { programVersion } from '../batch/program.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { Finding } from '../report.ts';
import { everyRule } from '../validate/every-rule.ts';
import { rulePage } from '../validate/rule-pages.ts';
import { inOrder } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

export function sarif(findings: readonly Finding[]): string {
  const ordered = inOrder(findings);
  const ids = [...new Set(ordered.map(idOf))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'chancery',
            version: programVersion(),
            rules: ids.map((id) => ruleOf(id, ordered)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: ordered.map((f) => resultOf(f, ids.indexOf(idOf(f)))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A rule where there is one: code hosts group and silence by it; else the code. */
const idOf = (found: Finding): string => found.rule ?? found.code;

function ruleOf(id: string, findings: readonly Finding[]): object {
  const code = findings.find((f) => idOf(f) === id)!.code;
  const { means, mend, severity } = diagnosticsTable[code];
  const rule = everyRule.find((r) => r.id === id);
  const page = rule && rulePage(id);
  return {
    id,
    shortDescription: { text: rule?.says ?? means },
    help: { text: page ?? mend, ...(page === undefined ? {} : { markdown: page }) },
    defaultConfiguration: { level: levels[rule?.severity ?? severity] },
    properties: { tags: [code] },
  };
}

function resultOf(found: Finding, ruleIndex: number): object {
  const text = found.fix === undefined ? found.message : `${found.message} ${found.fix}`;
  return {
    ruleId: idOf(found),
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
