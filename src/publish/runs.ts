/** Rows that are put and taken away, and the sheaves that they fall into; a list that is parted into runs. */
import type { Store } from './sheaves.ts';
import { grouped } from './sorted.ts';

/** Rows of a sheaf as they are kept: order and checksum. */
export type KeptRows = readonly (readonly [order: string, hash: string])[];

/** A row is put, taken away, or the sheaf is only to be made again. */
export interface Operation {
  readonly hash?: string;
  readonly gone?: true;
}

export interface Raw {
  readonly key: string;
  readonly value: Operation;
}

/** A sheaf that is to be made, with the rows it has now. */
export interface Touched {
  readonly name: string;
  readonly rows: KeptRows;
}

/** Sheaves that operations fall into, with the rows that they then have. */
export function* sheaves(operations: Iterable<Raw>, keptOf: (name: string) => KeptRows): Generator<Touched> {
  for (const { group: name, rows } of grouped(operations, (key) => key.slice(0, key.indexOf('\t'))))
    yield { name, rows: merged(keptOf(name), rows, name.length + 1) };
}

/** The same for a list that is parted into runs; where runs begin is kept. */
export function* runs(
  part: string,
  begins: (order: string) => boolean,
  operations: Iterable<Raw>,
  keptOf: (name: string) => KeptRows,
  store: Store,
): Generator<Touched> {
  const key = `b/${part}`;
  const before = JSON.parse(store.get(key) ?? '[""]') as string[];
  const starts = new Set(before);
  for (const { order, value } of inList(operations)) {
    if (!begins(order)) continue;
    if (value.hash !== undefined) starts.add(order);
    else if (value.gone) starts.delete(order);
  }
  const after = [...starts].sort();
  if (JSON.stringify(after) !== JSON.stringify(before)) store.put(key, JSON.stringify(after));
  const was = new Set(before);
  // A run that another begins in loses what comes after; one that begins no longer goes to the one before it.
  const touched = new Set(before.filter((start) => !starts.has(start)));
  for (const [i, start] of after.entries()) if (i > 0 && !was.has(start)) touched.add(after[i - 1] ?? '');
  for (const { order, run } of inList(operations)) touched.add(run ?? floor(after, order));
  const names = [...touched].sort();
  const read = new Map<string, KeptRows>();
  const rowsOf = (name: string): KeptRows => {
    const known = read.get(name) ?? keptOf(name);
    read.delete(name);
    read.set(name, known);
    // Those before have been written anew; no run reaches so far back.
    for (const old of read.keys()) if (old < (before[before.indexOf(name) - 1] ?? '')) read.delete(old);
    return known;
  };
  const own = grouped(inRuns(operations, after), (order) => order);
  let next = own.next();
  for (const name of names) {
    if (!starts.has(name)) {
      rowsOf(name);
      yield { name, rows: [] };
      continue;
    }
    const end = after[after.indexOf(name) + 1];
    const kept: (readonly [string, string])[] = [];
    for (let at = before.indexOf(floor(before, name)); at < before.length; at++) {
      const start = before[at] ?? '';
      if (end !== undefined && start >= end) break;
      for (const row of rowsOf(start))
        if (row[0] >= name && (end === undefined || row[0] < end)) kept.push(row);
    }
    const changed = !next.done && next.value.group === name ? [...next.value.rows] : [];
    if (!next.done && next.value.group === name) next = own.next();
    yield {
      name,
      rows: merged(
        kept,
        changed.map(({ value }) => value),
        1,
      ),
    };
  }
}

/** Operations on the rows of a list; or a run that is only to be made again. */
function* inList(operations: Iterable<Raw>): Generator<{ order: string; value: Operation; run?: string }> {
  for (const { key, value } of operations) {
    const at = key.indexOf('\t');
    if (at > 0) yield { order: '', value: {}, run: key.slice(0, at) };
    else yield { order: key.slice(1), value };
  }
}

/** Operations under the names of their runs; may be read more than once. */
function inRuns(operations: Iterable<Raw>, starts: readonly string[]) {
  return {
    *[Symbol.iterator](): Generator<{ key: string; value: Raw }> {
      for (const raw of operations)
        if (raw.key.startsWith('\t')) yield { key: floor(starts, raw.key.slice(1)), value: raw };
    },
  };
}

/** The last of the starts that is not after an order. */
function floor(starts: readonly string[], order: string): string {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? '') <= order) low = middle;
    else high = middle - 1;
  }
  return starts[low] ?? '';
}

/** Both in order; of several operations on one row the last counts. */
function merged(
  kept: KeptRows,
  operations: Iterable<{ readonly key: string; readonly value: Operation }>,
  prefix: number,
): KeptRows {
  const rows: (readonly [string, string])[] = [];
  let at = 0;
  for (const { key, value } of operations) {
    const order = key.slice(prefix);
    for (let next = kept[at]; next && next[0] < order; next = kept[++at]) rows.push(next);
    if (value.hash === undefined && value.gone === undefined) continue;
    if (kept[at]?.[0] === order) at++;
    if (rows.at(-1)?.[0] === order) rows.pop();
    if (value.hash !== undefined) rows.push([order, value.hash]);
  }
  return [...rows, ...kept.slice(at)];
}
