/**
 * JSON with one record or a list of records, and JSON Lines with one record on each line. Lists may stand at the
 * top or as the one list of objects within: `{"documents": [ … ]}`.
 */
import { parseJson } from '../json.ts';
import { type Columns, documentsOf, type Record_, type RecordFault, type Records } from './records.ts';

export function readJson(text: string, columns: Columns): Records {
  const parsed = parseJson(text);
  if ('fault' in parsed)
    return {
      documents: [],
      faults: [{ code: 'json.syntax', message: `${parsed.fault.message}.`, at: parsed.fault.offset }],
    };
  const records = recordsIn(parsed.json.value);
  if (records === undefined)
    return {
      documents: [],
      faults: [
        {
          code: 'read.empty',
          message: 'The JSON holds no record: an object or a list of objects is wanted.',
        },
      ],
    };
  return documentsOf(records, columns);
}

//   > | {"id": 7, "text_body": "…"}
//   > | {"id": 8, "text_body": "…"}
export function readJsonLines(text: string, columns: Columns): Records {
  const records: Record_[] = [];
  const faults: RecordFault[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      const parsed = parseJson(line);
      if ('fault' in parsed)
        faults.push({
          code: 'json.syntax',
          message: `${parsed.fault.message}.`,
          at: at + parsed.fault.offset,
        });
      else if (isRecord(parsed.json.value)) records.push(parsed.json.value);
      else faults.push({ code: 'json.syntax', message: 'The line is no object.', at });
    }
    at += line.length + 1;
  }
  const read = records.length > 0 ? documentsOf(records, columns) : { documents: [], faults: [] };
  return { documents: read.documents, faults: [...faults, ...read.faults] };
}

const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function recordsIn(value: unknown): readonly Record_[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRecord) ? value : undefined;
  if (!isRecord(value)) return undefined;
  const lists = Object.values(value).filter(
    (v): v is readonly Record_[] => Array.isArray(v) && v.length > 0 && v.every(isRecord),
  );
  const texts = Object.values(value).some((v) => typeof v === 'string' && v.length > 200);
  return lists.length === 1 && !texts ? lists[0] : [value];
}
