/** Tables (RFC 4180): a record may go over several lines, as long as a quotation mark is open. */
import { onlyRecord } from '../../read/csv.ts';
import { keyOfRecord } from '../../read/records.ts';
import type { ContainerOptions, Member } from './index.ts';
import { linesOf, uniqueKeys } from './lines.ts';

const quote = 0x22;

/** Each record comes with the line of column names before it: a table of its own. */
export async function* members(
  path: string,
  { columns, limit, fault }: ContainerOptions,
): AsyncGenerator<Member> {
  const unique = uniqueKeys();
  let head: Buffer | undefined;
  let parts: Buffer[] = [];
  let size = 0;
  let open = false;
  let first = 1;
  let index = 0;
  const rows = linesOf(path, limit);
  for await (const { bytes, number } of rows) {
    if (parts.length === 0) first = number;
    parts.push(bytes);
    size += bytes.length + 1;
    if (quotesIn(bytes) % 2 === 1) open = !open;
    if (open && size <= limit) continue;
    const row = joined(parts);
    parts = [];
    size = 0;
    if (open || row.length > limit) {
      open = false;
      const message = `The record on line ${first} has more than ${limit} bytes, or a quotation mark that nothing closes.`;
      fault({ code: 'read.too-large', message });
      if (head === undefined) return;
    } else if (head === undefined) head = row;
    else {
      const table = joined([head, row, Buffer.alloc(0)]);
      const record = onlyRecord(table.toString('utf8'));
      if (record !== undefined || row.length > 0) {
        yield {
          key: unique(keyOfRecord(record ?? {}, columns, index++)),
          bytes: table,
          format: format(path),
        };
      }
    }
  }
  if (parts.length > 0) {
    fault({
      code: 'read.format',
      message: `A quotation mark in the record on line ${first} is closed nowhere.`,
    });
  }
}

const format = (path: string): string => (path.toLowerCase().endsWith('.tsv') ? 'record.tsv' : 'record.csv');

function quotesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(quote); at >= 0; at = bytes.indexOf(quote, at + 1)) count++;
  return count;
}

function joined(lines: readonly Buffer[]): Buffer {
  return Buffer.concat(lines.flatMap((line, i) => (i === 0 ? [line] : [Buffer.from('\n'), line])));
}
