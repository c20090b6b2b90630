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
import type { Sorted } from './sorted.ts';

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

/** What a sheaf is called in `Step.sheaf` and `Binding.again`. */
export const sheafName = (part: string, name: string): string => `${part}\t${name}`;

/** Short, for there are many; no adversary makes them. */
export function checksum(...texts: readonly string[]): string {
  return hash('sha1', texts.length === 1 ? (texts[0] ?? '') : texts.join('\n'), 'base64').slice(0, 14);
}

/** For what is summed up over all documents: so many heaps that few documents lie in one. */
export const heapOf = (id: string): string => hash('sha1', id).slice(0, 2);

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
