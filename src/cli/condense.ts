/**
 * Of many findings of one kind the first ten are shown, and the rest counted: so that the others can be seen. Of
 * pointers in one file to one thing that is missing the first is shown: that thing is the mistake.
 */
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
  const targets = firstOf(findings, targetOf, 1);
  const kinds = firstOf(targets.shown, kindOf, shownOfAKind);
  const rest = [...targets.cut, ...kinds.cut].map(([first, more]) => {
    const files = new Set(more.map((f) => f.file)).size;
    const where = files === 1 ? oneLine(more[0]!.file) : count(files, 'file');
    return `… and ${count(more.length, 'more', 'more')} ${first.severity}${more.length === 1 ? '' : 's'} [${first.rule ?? first.code}] like «${oneLine(first.message)}», in ${where}; --all shows them.`;
  });
  return { shown: kinds.shown, rest };
}

type Cut = readonly [first: Diagnostic, more: readonly Diagnostic[]];

/** The first so many of each key, and what was cut; without a key a finding stands for itself. */
function firstOf(
  findings: readonly Diagnostic[],
  keyOf: (found: Diagnostic) => string | undefined,
  most: number,
): { readonly shown: readonly Diagnostic[]; readonly cut: readonly Cut[] } {
  const groups = new Map<string, Diagnostic[]>();
  const shown = findings.filter((found) => {
    const key = keyOf(found);
    if (key === undefined) return true;
    const alike = groups.get(key) ?? [];
    groups.set(key, alike);
    alike.push(found);
    return alike.length <= most;
  });
  const cut = [...groups.values()]
    .filter((alike) => alike.length > most)
    .map((alike): Cut => [alike[0]!, alike.slice(most)]);
  return { shown, cut };
}

/** What a pointer that leads nowhere points to, in its file. */
function targetOf({ code, file, message }: Diagnostic): string | undefined {
  const target = code === 'link.unresolved' ? / points to (\S+?),? /.exec(message)?.[1] : undefined;
  return target === undefined ? undefined : `${file} ${target}`;
}

/** Of one rule; of the grammar, with the same words. */
function kindOf(found: Diagnostic): string {
  const what = found.code === 'tei.schema' ? found.message : (found.rule ?? '');
  return `${found.severity} ${found.code} ${what}`;
}
