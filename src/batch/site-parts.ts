/** What only a build makes of the documents' reports. */
import type { Part, Sheaf } from '../publish/sheaves.ts';
import type { DocumentReport } from '../report.ts';
import type { EditionShare } from '../validate/index.ts';
import type { DocumentRecord } from './memory.ts';
import { listed } from './report-file.ts';

/** What each document tells the checks of the whole edition, and the suppressions. */
export interface ToldToChecks {
  readonly share?: EditionShare;
  readonly report: Pick<DocumentReport, 'tei' | 'suppressed'>;
}

export function sharesPart(conclude: (told: Iterable<ToldToChecks>) => void): Part<DocumentRecord> {
  return {
    name: 'shares',
    always: [''],
    share: ({ report: { id, tei, suppressed }, share }, give) => {
      const report = { ...(tei && { tei }), ...(suppressed && { suppressed }) };
      give('shares', '', id, { ...(share && { share }), report });
    },
    pages({ rows }: Sheaf<ToldToChecks>) {
      conclude(valuesIn(rows));
      return [];
    },
  };
}

/** Reports in the words of `report.json`. */
export function reportFilePart(print: (texts: Iterable<string>) => void): Part<DocumentRecord> {
  return {
    name: 'report.json',
    always: [''],
    share: ({ report }, give) => give('report.json', '', report.id, listed(report)),
    pages({ rows }: Sheaf<string>) {
      print(valuesIn(rows));
      return [];
    },
  };
}

function* valuesIn<T>(rows: Sheaf<T>['rows']): Generator<T> {
  for (const { value } of rows) yield value;
}
