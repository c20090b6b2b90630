/** A JSON file with a list of records: read whole, for it ends where its last bracket closes. */
import { readFile } from 'node:fs/promises';
import { recordsIn } from '../../read/json.ts';
import { keyOfRecord } from '../../read/records.ts';
import type { ContainerOptions, Member } from './index.ts';
import { uniqueKeys } from './lines.ts';

export async function* members(path: string, { columns, limit }: ContainerOptions): AsyncGenerator<Member> {
  const bytes = await readFile(path);
  // What is too large, or no list of records, is told by the reader of the file as one document.
  const records = bytes.length > limit ? [] : listIn(bytes);
  if (records.length < 2) return;
  const unique = uniqueKeys();
  for (const [index, record] of records.entries()) {
    yield {
      key: unique(keyOfRecord(record, columns, index)),
      bytes: Buffer.from(JSON.stringify(record)),
      format: 'record.json',
    };
  }
}

function listIn(bytes: Buffer): NonNullable<ReturnType<typeof recordsIn>> {
  try {
    return recordsIn(JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))) ?? [];
  } catch {
    return [];
  }
}
