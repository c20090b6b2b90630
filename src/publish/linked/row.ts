/** What the linked data of the edition keeps of a document. */
import type { EntityKind } from '../../document.ts';
import type { Correspondence } from './correspondence.ts';

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly number?: string;
  readonly date?: string;
  readonly abstract?: string;
  readonly correspondence: Correspondence;
  readonly entities: readonly {
    readonly id: string;
    readonly kind: EntityKind;
    readonly name: string;
    readonly register?: string | undefined;
    readonly mentions: number;
  }[];
}

/** The facts of a document that a row is made from. */
export interface Linkable extends Omit<Row, 'entities'> {
  readonly entities: readonly {
    readonly id: string;
    readonly kind: EntityKind;
    readonly name: string;
    readonly register?: string;
    readonly mentions: readonly unknown[];
  }[];
}

/** Rows that come out in the order of their keys; they may be read more than once. */
export interface Rows<T> extends Iterable<{ readonly key: string; readonly value: T }> {
  add(key: string, value: T): void;
}
