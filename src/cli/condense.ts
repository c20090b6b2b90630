/** Of many findings of one kind the first ten are shown, and the rest counted: so that the others can be seen. */
import type { Diagnostic } from '../diagnostic.ts';
import { count, oneLine } from './report.ts';

const shownOfAKind = 10;

export interface Condensed {
  readonly shown: readonly Diagnostic[];
  /** One line for each kind that was cut. */
  readonly rest: readonly string[];
}

/** @param findings in the order in which they are shown */
export function condensed(findings: readonly Diagnostic[]): Condensed {
  const kinds = new Map<string, Diagnostic[]>();
  const shown = findings.filter((found) => {
    const kind = kindOf(found);
    const alike = kinds.get(kind) ?? [];
    kinds.set(kind, alike);
    alike.push(found);
    return alike.length <= shownOfAKind;
  });
  const rest = [...kinds.values()]
    .filter((alike) => alike.length > shownOfAKind)
    .map((alike) => {
      const first = alike[0]!;
      const more = alike.slice(shownOfAKind);
      const files = new Set(more.map((f) => f.file)).size;
      const where = files === 1 ? oneLine(more[0]!.file) : count(files, 'file');
      return `… and ${count(more.length, 'more', 'more')} ${first.severity}${more.length === 1 ? '' : 's'} [${first.rule ?? first.code}] like «${oneLine(first.message)}», in ${where}; --all shows them.`;
    });
  return { shown, rest };
}

/** Of one rule; of the grammar, with the same words. */
function kindOf(found: Diagnostic): string {
  const what = found.code === 'tei.schema' ? found.message : (found.rule ?? '');
  return `${found.severity} ${found.code} ${what}`;
}
