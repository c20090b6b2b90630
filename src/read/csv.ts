/**
 * CSV and TSV (RFC 4180): a line of column names, then a record on each line; a quoted value may hold line
 * ends, and a quotation mark in it is doubled.
 */
import { type Columns, documentsOf, type Record_, type Records } from './records.ts';

export function readCsv(text: string, columns: Columns): Records {
  const separator = separatorOf(text);
  const table = rowsOf(text, separator);
  if ('at' in table)
    return { documents: [], faults: [{ code: 'read.format', message: table.message, at: table.at }] };
  const [names, ...rows] = table.rows;
  if (!names || rows.length === 0)
    return {
      documents: [],
      faults: [{ code: 'read.empty', message: 'The table has no record below its column names.' }],
    };
  const records = rows.filter((row) => row.some((cell) => cell !== '')).map((row) => recordOf(names, row));
  return documentsOf(records, columns);
}

function recordOf(names: readonly string[], row: readonly string[]): Record_ {
  return Object.fromEntries(row.map((cell, i) => [names[i]?.trim() || `column ${i + 1}`, cell]));
}

/** The one record of a table that has its line of column names and one line more; nothing if it has none. */
export function onlyRecord(text: string): Record_ | undefined {
  const table = rowsOf(text, separatorOf(text));
  if ('at' in table) return undefined;
  const [names, row] = table.rows;
  return names && row?.some((cell) => cell !== '') ? recordOf(names, row) : undefined;
}

/** The separator that parts the column names: a comma, a semicolon or a tab. */
function separatorOf(text: string): string {
  const head = (text.split('\n', 1)[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const count = (c: string) => head.split(c).length;
  return [',', ';', '\t'].reduce((best, c) => (count(c) > count(best) ? c : best));
}

//   > | id,title,text
//   > | 7,"Smith, to Jones","He said ""no"".
//       ^ ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^
function rowsOf(
  text: string,
  separator: string,
): { readonly rows: readonly (readonly string[])[] } | { readonly at: number; readonly message: string } {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const start = at;
      const parts: string[] = [];
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return { at: start, message: 'A quotation mark opens a value and none closes it.' };
        parts.push(text.slice(at, end));
        at = end + 1;
        if (text[at] !== '"') break;
        parts.push('"');
        at++;
      }
      row.push(parts.join(''));
      const next = text[at];
      if (next !== undefined && next !== separator && next !== '\n')
        return { at, message: 'Something follows a quoted value before the next separator.' };
    } else {
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
      row.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push('');
    } else {
      endRow();
      at++;
    }
  }
  if (row.length > 0) endRow();
  return { rows };
}
