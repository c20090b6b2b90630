/** Parquet, a group of rows at a time: what has been written is given away before the next group is begun. */
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import { portions } from '../sorted.ts';
import { type Column, columnsOf, type TableName, type Value } from './columns.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows of a group: some megabytes of text. */
const groupSize = 20_000;

export function* parquet(
  table: TableName,
  rows: Iterable<readonly Value[]>,
  program: string,
): Generator<Uint8Array> {
  const columns = columnsOf(table);
  const bytes = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: table, num_children: columns.length },
    ...columns.map(([name, column]) => element(name, column)),
  ];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: program });
  for (const portion of portions(rows, groupSize)) {
    const columnData = columns.map(
      ([name, column], i): ColumnSource => ({ name, data: portion.map((row) => decoded(row[i], column)) }),
    );
    writer.write({ columnData, rowGroupSize: groupSize });
    yield taken(bytes);
  }
  writer.finish();
  yield taken(bytes);
}

/** What the writer holds; its offset in the file goes on. */
function taken(bytes: ByteWriter): Uint8Array {
  const part = new Uint8Array(bytes.buffer, 0, bytes.index).slice();
  bytes.index = 0;
  return part;
}

function element(name: string, { type, required }: Column): SchemaElement {
  const repetition_type = required === true ? 'REQUIRED' : 'OPTIONAL';
  switch (type) {
    case 'string':
      return {
        name,
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
        logical_type: { type: 'STRING' },
        repetition_type,
      };
    case 'integer':
      return { name, type: 'INT32', repetition_type };
    case 'boolean':
      return { name, type: 'BOOLEAN', repetition_type };
    case 'date':
      return { name, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' }, repetition_type };
  }
}

const decoded = (value: Value | undefined, { type }: Column): string | number | boolean | Date | undefined =>
  value === null || value === undefined
    ? undefined
    : type === 'date'
      ? new Date(`${value}T00:00:00Z`)
      : value;
