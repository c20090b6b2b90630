/** JSON Lines: a record on each line. */
import { keyOfRecord, type Record_ } from '../../read/records.ts';
import type { ContainerOptions, Member } from './index.ts';
import { linesOf, uniqueKeys } from './lines.ts';

export async function* members(
  path: string,
  { columns, limit, fault }: ContainerOptions,
): AsyncGenerator<Member> {
  const unique = uniqueKeys();
  let index = 0;
  for await (const { bytes, number } of linesOf(path, limit)) {
    if (isBlank(bytes)) continue;
    if (bytes.length > limit) {
      fault({
        code: 'read.too-large',
        message: `The record on line ${number} has more than ${limit} bytes.`,
      });
      continue;
    }
    const key = unique(keyOfRecord(recordOf(bytes), columns, index++));
    // The reader of records says what is wrong with a line that is no JSON.
    yield { key, bytes, format: 'record.jsonl' };
  }
}

function recordOf(bytes: Buffer): Record_ {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record_) : {};
  } catch {
    return {};
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
