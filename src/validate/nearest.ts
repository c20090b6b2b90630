/** The name most likely meant, for «did you mean»: at most two edits away, one for short names. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = name.length < 5 ? 2 : 3;
  for (const other of names) {
    if (Math.abs(other.length - name.length) >= least) continue;
    const far = distance(name, other, least);
    if (far < least) {
      least = far;
      best = other;
    }
  }
  return best;
}

function distance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let low = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      next.push(value);
      low = Math.min(low, value);
    }
    if (low >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
