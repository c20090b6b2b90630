/**
 * What would change from one text to another, as a short unified diff. For people: lines that differ with two
 * lines around them, no more than a cap.
 */
const context = 2;
const lineLimit = 160;

/** Empty when the texts are equal. `limit` caps the lines of the answer. */
export function unifiedDiff(before: string, after: string, limit = 60): string {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  if (head === a.length && head === b.length) return '';
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const edits = compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const lines = hunks(a, head, edits, tail);
  if (lines.length <= limit) return lines.join('\n');
  return [...lines.slice(0, limit), `… ${lines.length - limit} more lines`].join('\n');
}

type Edit = { readonly sign: ' ' | '-' | '+'; readonly line: string };

/** Longest common subsequence; where the middle is too large for a table, one block replaces the other. */
function compare(a: readonly string[], b: readonly string[]): Edit[] {
  if (a.length * b.length > 4_000_000) {
    return [...a.map((line): Edit => ({ sign: '-', line })), ...b.map((line): Edit => ({ sign: '+', line }))];
  }
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      edits.push({ sign: ' ', line: a[i] ?? '' });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && cell(i + 1, j) >= cell(i, j + 1)))
      edits.push({ sign: '-', line: a[i++] ?? '' });
    else edits.push({ sign: '+', line: b[j++] ?? '' });
  }
  return edits;
}

/** Edits with their surroundings, each group under its `@@` line. */
function hunks(a: readonly string[], head: number, middle: readonly Edit[], tail: number): string[] {
  const same = (line: string): Edit => ({ sign: ' ', line });
  const all = [
    ...a.slice(Math.max(0, head - context), head).map(same),
    ...middle,
    ...a.slice(a.length - tail, a.length - tail + context).map(same),
  ];
  const lines: string[] = [];
  let oldLine = Math.max(0, head - context) + 1;
  let newLine = oldLine;
  let open = false;
  all.forEach((edit, at) => {
    const near = all.slice(Math.max(0, at - context), at + context + 1).some((e) => e.sign !== ' ');
    if (near && !open) lines.push(`@@ -${oldLine} +${newLine} @@`);
    if (near) lines.push(edit.sign + shorten(edit.line, changeIn(all, at)));
    open = near;
    if (edit.sign !== '+') oldLine++;
    if (edit.sign !== '-') newLine++;
  });
  return lines;
}

/**
 * Where a changed line begins to differ from its counterpart: paragraphs of TEI are long lines, and their
 * beginnings alone would look the same.
 */
function changeIn(all: readonly Edit[], at: number): number {
  const edit = all[at];
  if (!edit || edit.sign === ' ') return 0;
  const first = (from: number, step: number): number => {
    let i = from;
    while (all[i + step]?.sign === edit.sign) i += step;
    return i;
  };
  // Lines of a block pair up in order: the n-th taken away with the n-th put in its place.
  const start = first(at, -1);
  const end = first(at, 1);
  const other = edit.sign === '-' ? end + 1 : firstOf(all, start - 1, '-');
  const counterpart = all[other + at - start];
  if (!counterpart || counterpart.sign === ' ' || counterpart.sign === edit.sign) return 0;
  let i = 0;
  while (i < edit.line.length && edit.line[i] === counterpart.line[i]) i++;
  return i;
}

/** The beginning of the block of such edits that ends at `end`; beyond the list where there is none. */
function firstOf(all: readonly Edit[], end: number, sign: Edit['sign']): number {
  if (all[end]?.sign !== sign) return all.length;
  let i = end;
  while (all[i - 1]?.sign === sign) i--;
  return i;
}

/** No more than a screen of the line, around the place that counts. */
function shorten(line: string, from: number): string {
  if (line.length <= lineLimit) return line;
  const start = Math.max(0, Math.min(from - lineLimit / 4, line.length - lineLimit));
  const end = start + lineLimit;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
