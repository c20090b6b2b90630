/**
 * Pages of the edition that are made again only where something they are made from has changed.
 *
 * Each document gives rows; the rows of one name are a sheaf (the documents of a month, the mentions of a name); from
 * a sheaf its pages are made, and it gives rows to sheaves further down: a month to its year, a value to the list of
 * values. Rows are kept from build to build, so that a document that has changed touches the sheaves it gives to, and
 * no other. What stands in a sheaf, and in which order, follows from the documents that there are, whatever happened
 * before: the pages are those of a clean build, byte for byte.
 */
import { hash } from 'node:crypto';
import type { Artifact } from '../artifact.ts';
import { grouped, type Sorted } from './sorted.ts';

/** Where rows are kept. What is put may be written later, but is there at once. */
export interface Store {
  get(key: string): string | undefined;
  put(key: string, value: string): void;
  delete(key: string): void;
}

export interface Row<T> {
  readonly order: string;
  /** Changes with the value. */
  readonly hash: string;
  /** Read when it is asked for. */
  readonly value: T;
}

export interface Sheaf<T = unknown> {
  readonly name: string;
  readonly size: number;
  /** In their order; may be gone through more than once. */
  readonly rows: Iterable<Row<T>>;
  /** A sheaf of a part further up, as it is now. */
  readonly other: <U>(part: string, name: string) => Sheaf<U>;
}

/** @param order within the sheaf; two givers must not give the same */
export type Give = (part: string, sheaf: string, order: string, value: unknown) => void;

/** A page that need not be made where it was made of the same before. */
export interface Draft {
  readonly path: string;
  /** Checksum of all that the page is made from, besides what every page depends on; absent: it is made. */
  readonly inputs?: string;
  readonly make: () => Artifact;
}

/** A line in the table of the edition's pages. Parts give to parts further down, never up. */
export interface Part<D> {
  readonly name: string;
  /** What a document gives. */
  readonly share?: (document: D, give: Give) => void;
  /** What a sheaf becomes. */
  readonly pages?: (sheaf: Sheaf<never>, give: Give) => Iterable<Draft>;
  /**
   * Its rows are one list, given to the sheaf '', and parted into runs: a row says by its order whether it begins one.
   * A run is the sheaf of the name of its first row, or '' before the first of these.
   */
  readonly begins?: (order: string) => boolean;
  /** Sheaves that have pages although they may be empty. */
  readonly always?: Iterable<string>;
  /** Sheaves further down, of part and name, whose pages tell whether this sheaf is there. */
  readonly told?: (name: string) => Iterable<readonly [string, string]>;
}

export interface Change<D> {
  readonly id: string;
  /** Absent: it is gone. */
  readonly document?: D;
}

/** A sheaf is made anew: its former pages go, and those that follow take their place. */
export interface Step {
  readonly sheaf: string;
  readonly draft?: Draft;
}

export interface Binding<D> {
  readonly parts: readonly Part<D>[];
  readonly changes: Iterable<Change<D>>;
  readonly store: Store;
  readonly sorted: <T>() => Sorted<T>;
  /** Nothing is kept yet. */
  readonly anew: boolean;
  /** Sheaves to be made again although nothing has changed in them, as `sheafName` names them. */
  readonly again?: Iterable<string>;
}

type Address = readonly [part: string, sheaf: string, order: string, hash: string];

/** A row is put, taken away, or the sheaf is only to be made again. */
interface Operation {
  readonly hash?: string;
  readonly gone?: true;
}

interface Kept {
  readonly given: readonly Address[];
  readonly rows: readonly (readonly [order: string, hash: string])[];
}

const nothing: Kept = { given: [], rows: [] };
const sheafKey = (part: string, name: string): string => `i/${part}\t${name}`;
/** The keys of a giver's rows are in one store; a tab stands in no name of a part or a sheaf. */
const keyOf = ([part, sheaf, order]: Address): string => rowKey(part, sheaf, order);
const rowKey = (part: string, name: string, order: string): string => `v/${part}\t${name}\t${order}`;

/** What a sheaf is called in `Step.sheaf` and `Binding.again`. */
export const sheafName = (part: string, name: string): string => `${part}\t${name}`;

/** Short, for there are many; no adversary makes them. */
export function checksum(...texts: readonly string[]): string {
  return hash('sha1', texts.length === 1 ? (texts[0] ?? '') : texts.join('\n'), 'base64').slice(0, 14);
}

/** For what is summed up over all documents: so many heaps that few documents lie in one. */
export const heapOf = (id: string): string => hash('sha1', id).slice(0, 2);

/** Pages of all sheaves that have changed, in the order of the parts. */
export function* bound<D>(binding: Binding<D>): Generator<Step> {
  const { parts, changes, store, sorted, anew, again = [] } = binding;
  const rank = new Map(parts.map((part, i) => [part.name, i]));
  if (rank.size < parts.length) throw new Error('Two parts have one name.');
  const operations = parts.map(() => sorted<Operation>());
  const touch = (part: string, name: string): void => {
    operations[rank.get(part) ?? -1]?.add(`${name}\t`, {});
  };
  /** Puts what a giver gives now in the place of what it gave before. */
  const replace = (former: readonly Address[], given: Given, above: number): readonly Address[] => {
    const before = new Map(former.map((address) => [keyOf(address), address]));
    const now: Address[] = [];
    for (const { part, sheaf, order, json } of given) {
      const at = rank.get(part) ?? -1;
      if (at <= above) throw new Error(`Nothing further up may give to ${part}.`);
      const address: Address = [part, sheaf, order, checksum(json)];
      now.push(address);
      if (before.size > 0) {
        const key = keyOf(address);
        const same = before.get(key)?.[3] === address[3];
        before.delete(key);
        if (same) continue;
      }
      store.put(rowKey(part, sheaf, order), json);
      operations[at]?.add(`${sheaf}\t${order}`, { hash: address[3] });
    }
    for (const [part, sheaf, order] of before.values()) {
      store.delete(rowKey(part, sheaf, order));
      operations[rank.get(part) ?? -1]?.add(`${sheaf}\t${order}`, { gone: true });
    }
    return now;
  };

  for (const { id, document } of changes) {
    const key = `d/${id}`;
    const former = parsed<Address[]>(store.get(key), []);
    const given = new Given();
    if (document !== undefined) for (const part of parts) part.share?.(document, given.give);
    const addresses = replace(former, given, -1);
    if (document === undefined) store.delete(key);
    else store.put(key, JSON.stringify(addresses));
    yield pause;
  }
  for (const key of again) touch(...(key.split('\t', 2) as [string, string]));
  for (const part of parts) if (anew) for (const name of part.always ?? []) touch(part.name, name);

  const other = <U>(part: string, name: string): Sheaf<U> =>
    sheafOf<U>(part, name, parsed<Kept>(store.get(sheafKey(part, name)), nothing).rows);
  const sheafOf = <U>(part: string, name: string, rows: Kept['rows'], under = name): Sheaf<U> => ({
    name,
    size: rows.length,
    rows: {
      *[Symbol.iterator]() {
        for (const [order, hash] of rows)
          yield new KeptRow<U>(order, hash, rowKey(part, under, order), store);
      },
    },
    other,
  });

  for (const [at, part] of parts.entries()) {
    const own = operations[at] as Sorted<Operation>;
    const always = new Set(part.always);
    const keptOf = (name: string): Kept => parsed<Kept>(store.get(sheafKey(part.name, name)), nothing);
    for (const { name, rows } of part.begins
      ? runs(part.name, part.begins, own, keptOf, store)
      : sheaves(own, keptOf)) {
      const key = sheafKey(part.name, name);
      const kept = keptOf(name);
      const there = rows.length > 0 || always.has(name);
      yield { sheaf: sheafName(part.name, name) };
      const given = new Given();
      // What others ask of the sheaf is what it has now.
      if (there) store.put(key, JSON.stringify({ given: kept.given, rows }));
      if (there && part.pages) {
        const sheaf = sheafOf<never>(part.name, name, rows, part.begins ? '' : name);
        for (const draft of part.pages(sheaf, given.give)) yield { sheaf: sheafName(part.name, name), draft };
      }
      const addresses = replace(kept.given, given, at);
      if (!there) store.delete(key);
      else if (addresses.length + kept.given.length > 0)
        store.put(key, JSON.stringify({ given: addresses, rows }));
      if (rows.length > 0 !== kept.rows.length > 0)
        for (const [below, beside] of part.told?.(name) ?? [])
          if (store.get(sheafKey(below, beside)) !== undefined) touch(below, beside);
    }
    own.clear();
  }
}

/** Sheaves that operations fall into, with the rows that they then have. */
function* sheaves(
  operations: Iterable<Raw>,
  keptOf: (name: string) => Kept,
): Generator<{ name: string; rows: Kept['rows'] }> {
  for (const { group: name, rows } of grouped(operations, (key) => key.slice(0, key.indexOf('\t'))))
    yield { name, rows: merged(keptOf(name).rows, rows, name.length + 1) };
}

/** The same for a list that is parted into runs; where runs begin is kept. */
function* runs(
  part: string,
  begins: (order: string) => boolean,
  operations: Iterable<Raw>,
  keptOf: (name: string) => Kept,
  store: Store,
): Generator<{ name: string; rows: Kept['rows'] }> {
  const key = `b/${part}`;
  const before = parsed<string[]>(store.get(key), ['']);
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
  const read = new Map<string, Kept['rows']>();
  const rowsOf = (name: string): Kept['rows'] => {
    const known = read.get(name) ?? keptOf(name).rows;
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

interface Raw {
  readonly key: string;
  readonly value: Operation;
}

/** A moment in which what has been put may be written. */
const pause: Step = { sheaf: '' };

class Given implements Iterable<{ part: string; sheaf: string; order: string; json: string }> {
  readonly #rows: { part: string; sheaf: string; order: string; json: string }[] = [];

  readonly give: Give = (part, sheaf, order, value) => {
    this.#rows.push({ part, sheaf, order, json: JSON.stringify(value) });
  };

  [Symbol.iterator]() {
    return this.#rows[Symbol.iterator]();
  }
}

class KeptRow<T> implements Row<T> {
  readonly order: string;
  readonly hash: string;
  readonly #key: string;
  readonly #store: Store;

  constructor(order: string, hash: string, key: string, store: Store) {
    this.order = order;
    this.hash = hash;
    this.#key = key;
    this.#store = store;
  }

  get value(): T {
    return JSON.parse(this.#store.get(this.#key) ?? 'null') as T;
  }
}

/** Both in order; of several operations on one row the last counts. */
function merged(
  kept: Kept['rows'],
  operations: Iterable<{ readonly key: string; readonly value: Operation }>,
  prefix: number,
): Kept['rows'] {
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

function parsed<T>(json: string | undefined, otherwise: T): T {
  return json === undefined ? otherwise : (JSON.parse(json) as T);
}

/** Keeps rows in memory, for an edition that is made once. */
export class PassingStore implements Store {
  readonly #values = new Map<string, string>();

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  put(key: string, value: string): void {
    this.#values.set(key, value);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }
}
