/** The tables of an edition: documents are taken one by one, in any order; the files come out the same. */
import type { Context } from '../../context.ts';
import { Sorted } from '../sorted.ts';
import { columnsOf, type TableName, tableNames, type Value } from './columns.ts';
import { csvw, type Described, dataPackage, dictionary } from './describe.ts';
import { type TableFormatName, tableFormats } from './formats.ts';
import { rowsOf } from './rows.ts';

export { isTableFormat } from './formats.ts';

export interface TableFile {
  /** Relative to the folder of the results. */
  readonly path: string;
  readonly pieces: Iterable<string | Uint8Array>;
}

export class Tables {
  readonly #formats: readonly TableFormatName[];
  readonly #context: Context;
  readonly #rows: Readonly<Record<TableName, Sorted<readonly Value[]>>>;
  readonly #count: Record<TableName, number> = { documents: 0, utterances: 0, mentions: 0, dates: 0 };

  /** @param scratch a folder for rows that do not fit in memory; whoever gives it removes it */
  constructor(formats: readonly TableFormatName[], context: Context, scratch: string) {
    this.#formats = formats;
    this.#context = context;
    const sorted = () => new Sorted<readonly Value[]>(scratch);
    this.#rows = { documents: sorted(), utterances: sorted(), mentions: sorted(), dates: sorted() };
  }

  /** Throws when the TEI is not well-formed: nothing of it is then in the tables. */
  take(tei: string, id: string, file: string): void {
    const rows = rowsOf(tei, id, file);
    for (const table of tableNames) {
      const names = columnsOf(table).map(([name]) => name);
      for (const row of rows[table] as readonly Readonly<Record<string, Value | undefined>>[]) {
        // Rows with one key come out as they were put in: the order of the text.
        this.#rows[table].add(
          id,
          names.map((name) => row[name] ?? null),
        );
        this.#count[table]++;
      }
    }
  }

  async *finish(): AsyncGenerator<TableFile> {
    const program = `chancery version ${this.#context.version}`;
    for (const name of this.#formats) {
      const { ending, load } = tableFormats[name];
      const write = await load();
      for (const table of tableNames) {
        yield { path: `tables/${table}.${ending}`, pieces: write(table, values(this.#rows[table]), program) };
      }
    }
    const described: Described = { formats: this.#formats, context: this.#context, rows: this.#count };
    yield { path: 'tables/README.md', pieces: [dictionary(described)] };
    yield { path: 'tables/datapackage.json', pieces: [dataPackage(described)] };
    if (this.#formats.includes('csv')) yield { path: 'tables/csv-metadata.json', pieces: [csvw(described)] };
  }
}

function* values<T>(rows: Iterable<{ readonly value: T }>): Generator<T> {
  for (const { value } of rows) yield value;
}
