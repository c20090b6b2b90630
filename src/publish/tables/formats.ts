/**
 * The formats of the tables. Each gives a file piece by piece from rows that it reads once, so that an edition of any
 * size needs no more memory than a small one. To add a format: one file, one line here.
 */
import type { MediaType } from '../../artifact.ts';
import type { Aspect } from '../../aspects.ts';
import type { TableName, Value } from './columns.ts';
import { csv } from './csv.ts';
import { jsonLines } from './jsonl.ts';

export interface TableFormat {
  readonly ending: string;
  readonly mediaType: MediaType;
  /** What it is, for the data dictionary. */
  readonly about: string;
  /** Loaded when it is asked for: a row is the values of the columns in their order. */
  readonly load: () => Promise<WriteTable>;
}

/** What of a document is in its rows, whatever the format. */
export const tablesKeep: readonly Aspect[] = ['facts', 'names', 'speech', 'evidence'];

export type WriteTable = (
  table: TableName,
  rows: Iterable<readonly Value[]>,
  program: string,
) => Iterable<string | Uint8Array>;

export const tableFormats = {
  csv: {
    ending: 'csv',
    mediaType: 'text/csv',
    about: 'CSV (RFC 4180), UTF-8; what is empty is not known',
    load: async () => csv,
  },
  jsonl: {
    ending: 'jsonl',
    mediaType: 'application/x-ndjson',
    about: 'JSON Lines, an object on each line; what is not known is null',
    load: async () => jsonLines,
  },
  parquet: {
    ending: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    about: 'Apache Parquet, with the types of the columns; what is not known is null',
    load: async () => (await import('./parquet.ts')).parquet,
  },
} as const satisfies Record<string, TableFormat>;

export type TableFormatName = keyof typeof tableFormats;

export const tableFormatNames = Object.keys(tableFormats) as readonly TableFormatName[];

export const isTableFormat = (name: string): name is TableFormatName => name in tableFormats;
