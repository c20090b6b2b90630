/** JSON Lines: every column in every object, so that the first line shows them all. */
import { columnsOf, type TableName, type Value } from './columns.ts';

export function* jsonLines(table: TableName, rows: Iterable<readonly Value[]>): Generator<string> {
  const names = columnsOf(table).map(([name]) => name);
  for (const row of rows) {
    yield `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])))}\n`;
  }
}
