/** Scores as a table that a person reads, and disagreements with the words they are about. */
import { type Disagreement, f1, precision, recall, type Score } from './compare.ts';

const percent = (n: number): string => n.toFixed(3);

/** One line for each kind: how many, precision, recall and F1 with overlapping spans, F1 with exact spans. */
export function scoreTable(scores: readonly Score[]): string {
  const head = ['kind', 'gold', 'found', 'precision', 'recall', 'F1', 'F1 exact'];
  const rows = scores.map((s) => [
    s.kind,
    String(s.expected),
    String(s.found),
    percent(precision(s.relaxed, s)),
    percent(recall(s.relaxed, s)),
    percent(f1(s.relaxed, s)),
    percent(f1(s.exact, s)),
  ]);
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => (r[i] ?? '').length)));
  return [head, ...rows]
    .map((r) => r.map((c, i) => (i === 0 ? c.padEnd(widths[i] ?? 0) : c.padStart(widths[i] ?? 0))).join('  '))
    .join('\n');
}

/** `missed date 1941-12-07 «yesterday»` */
export function disagreementLine(d: Disagreement, text: string): string {
  const item = d.expected ?? d.found;
  const characters = item?.start === undefined ? undefined : [...text].slice(item.start, item.end).join('');
  const words =
    characters === undefined
      ? ''
      : ` «${characters.length > 70 ? `${characters.slice(0, 40)} … ${characters.slice(-20)}` : characters}»`.replaceAll(
          '\n',
          '¶',
        );
  const values =
    d.problem === 'wrong' ? `${d.expected?.value} expected, ${d.found?.value} found` : (item?.value ?? '');
  return `${d.problem} ${d.kind} ${values}${words}`;
}
