/**
 * Rows in the order of their keys, however many: an external merge sort. Up to a limit they are kept in memory;
 * beyond it, sorted runs go to files in a scratch folder and are merged while they are read. Rows with the same
 * key come out in the order in which they were put in.
 */
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

export interface Row<T> {
  readonly key: string;
  readonly value: T;
}

const defaultLimit = 12 * 1024 * 1024;
const bytesARead = 256 * 1024;
/** More runs than this are first merged into one, so that few files are open at a time. */
const mostRuns = 64;

let counter = 0;

export class Sorted<T> implements Iterable<Row<T>> {
  readonly #folder: string;
  readonly #limit: number;
  #rows: { readonly key: string; readonly json: string }[] = [];
  #size = 0;
  #runs: string[] = [];

  /**
   * @param folder where runs may be written; removed by whoever owns it
   * @param limit characters of rows that are kept in memory
   */
  constructor(folder: string, limit: number = defaultLimit) {
    this.#folder = folder;
    this.#limit = limit;
  }

  add(key: string, value: T): void {
    const json = JSON.stringify(value);
    this.#rows.push({ key, json });
    this.#size += key.length + json.length + 48;
    if (this.#size > this.#limit) this.#spill();
  }

  /** Reads everything in order; may be done more than once, but not while rows are being added. */
  *[Symbol.iterator](): Generator<Row<T>> {
    this.#rows.sort(byKey);
    for (const { key, json } of merged([...this.#runs.map(rowsOf), this.#rows])) {
      yield { key, value: JSON.parse(json) as T };
    }
  }

  /** Forgets the rows and removes the runs. */
  clear(): void {
    for (const run of this.#runs) rmSync(run, { force: true });
    this.#rows = [];
    this.#runs = [];
    this.#size = 0;
  }

  #spill(): void {
    this.#rows.sort(byKey);
    this.#runs.push(this.#write(this.#rows));
    this.#rows = [];
    this.#size = 0;
    if (this.#runs.length >= mostRuns) {
      const all = this.#runs;
      this.#runs = [this.#write(merged(all.map(rowsOf)))];
      for (const run of all) rmSync(run, { force: true });
    }
  }

  #write(rows: Iterable<Raw>): string {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, `run-${process.pid}-${counter++}`);
    const file = openSync(path, 'wx');
    try {
      let lines = '';
      for (const { key, json } of rows) {
        lines += `${JSON.stringify(key)}\t${json}\n`;
        if (lines.length > bytesARead) {
          writeAll(file, lines);
          lines = '';
        }
      }
      writeAll(file, lines);
    } finally {
      closeSync(file);
    }
    return path;
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
}

interface Raw {
  readonly key: string;
  readonly json: string;
}

/** By UTF-16 code unit: the same on every machine. `sort` is stable. */
function byKey(a: Raw, b: Raw): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The lines of a run; neither a key nor a value has a line end or a tab of its own, for both are JSON. */
function* rowsOf(path: string): Generator<Raw> {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(bytesARead);
    let rest = '';
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const tab = line.indexOf('\t');
        yield { key: JSON.parse(line.slice(0, tab)) as string, json: line.slice(tab + 1) };
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Merges sorted inputs; of equal keys, the earlier input's come first. */
function* merged(inputs: readonly Iterable<Raw>[]): Generator<Raw> {
  const heads = inputs.flatMap((input, rank) => {
    const rows = input[Symbol.iterator]();
    const first = rows.next();
    return first.done === true ? [] : [{ rank, rows, row: first.value }];
  });
  while (heads.length > 0) {
    let least = heads[0] as (typeof heads)[number];
    for (const head of heads) {
      const order = byKey(head.row, least.row);
      if (order < 0 || (order === 0 && head.rank < least.rank)) least = head;
    }
    yield least.row;
    const next = least.rows.next();
    if (next.done === true) heads.splice(heads.indexOf(least), 1);
    else least.row = next.value;
  }
}

export interface Group<T> {
  readonly group: string;
  /** How many rows it has. */
  readonly size: number;
  /** Its rows, to be read once and before the next group is asked for. */
  readonly rows: Iterable<Row<T>>;
}

/**
 * The rows parted by what `groupOf` gives for their keys. Two readers go through the rows, one ahead to count,
 * so that a group's size is known before its first row is used and no group need be held.
 */
export function* grouped<T>(rows: Iterable<Row<T>>, groupOf: (key: string) => string): Generator<Group<T>> {
  const ahead = rows[Symbol.iterator]();
  const behind = rows[Symbol.iterator]();
  if (ahead === behind) throw new Error('Rows that can be read only once cannot be grouped.');
  let next = ahead.next();
  while (next.done !== true) {
    const group = groupOf(next.value.key);
    let size = 0;
    while (next.done !== true && groupOf(next.value.key) === group) {
      size++;
      next = ahead.next();
    }
    let left = size;
    let open = true;
    const own = function* (): Generator<Row<T>> {
      if (!open) throw new Error('The rows of a group are to be read before the next group is asked for.');
      while (left > 0) {
        left--;
        yield behind.next().value as Row<T>;
      }
    };
    yield { group, size, rows: own() };
    open = false;
    for (; left > 0; left--) behind.next();
  }
}

/** Parts rows into portions of at most `size`. */
export function* portions<T>(rows: Iterable<T>, size: number): Generator<readonly T[]> {
  let portion: T[] = [];
  for (const row of rows) {
    portion.push(row);
    if (portion.length === size) {
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}
