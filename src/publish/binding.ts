/**
 * The binding of sheaves: documents that have changed give their rows, and the sheaves that these touch are made again,
 * part by part, from above to below.
 */
import { type KeptRows, type Operation, runs, sheaves } from './runs.ts';
import {
  type Binding,
  checksum,
  type Give,
  type Row,
  type Sheaf,
  type Step,
  type Store,
  sheafName,
} from './sheaves.ts';
import type { Sorted } from './sorted.ts';

type Address = readonly [part: string, sheaf: string, order: string, hash: string];

interface Kept {
  readonly given: readonly Address[];
  readonly rows: KeptRows;
}

const nothing: Kept = { given: [], rows: [] };
const sheafKey = (part: string, name: string): string => `i/${part}\t${name}`;
/** The keys of a giver's rows are in one store; a tab stands in no name of a part or a sheaf. */
const keyOf = ([part, sheaf, order]: Address): string => rowKey(part, sheaf, order);
const rowKey = (part: string, name: string, order: string): string => `v/${part}\t${name}\t${order}`;

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
  const sheafOf = <U>(part: string, name: string, rows: KeptRows, under = name): Sheaf<U> => ({
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
    const rowsOf = (name: string): KeptRows => keptOf(name).rows;
    for (const { name, rows } of part.begins
      ? runs(part.name, part.begins, own, rowsOf, store)
      : sheaves(own, rowsOf)) {
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

function parsed<T>(json: string | undefined, otherwise: T): T {
  return json === undefined ? otherwise : (JSON.parse(json) as T);
}
