/** CSV as RFC 4180 has it: a line of names, CRLF, quotation marks where a value needs them. */
import { columnsOf, type TableName, type Value } from './columns.ts';

export function* csv(table: TableName, rows: Iterable<readonly Value[]>): Generator<string> {
  yield line(columnsOf(table).map(([name]) => name));
  for (const row of rows) yield line(row);
}

const line = (values: readonly Value[]): string => `${values.map(cell).join(',')}\r\n`;

function cell(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
