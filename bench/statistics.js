/** What the benchmarks reckon with, and the tables they write. */
const sorted = (list) => [...list].sort((a, b) => a - b);

export const median = (list) => sorted(list)[list.length >> 1] ?? 0;

/** The middle nine tenths. */
export function spread(list, digits = 0) {
  const all = sorted(list);
  const at = (share) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  return `${at(0.05).toFixed(digits)} and ${at(0.95).toFixed(digits)}`;
}

/** The straight line through points [x, y], by least squares. */
export function line(points) {
  const n = points.length;
  const mean = (i) => points.reduce((sum, p) => sum + p[i], 0) / n;
  const [x, y] = [mean(0), mean(1)];
  const across = points.reduce((sum, p) => sum + (p[0] - x) ** 2, 0);
  const slope = across === 0 ? 0 : points.reduce((sum, p) => sum + (p[0] - x) * (p[1] - y), 0) / across;
  return { fixed: y - slope * x, slope };
}

/** Markdown; the first column is words, the others are figures. */
export function table(head, rows) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');
}
