/** The W3C's test suite for Web Annotations: JSON Schemas, one for each assertion of the data model. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';

const addFormats = createRequire(import.meta.url)('ajv-formats') as (ajv: Ajv) => void;

/** Draft-04 of JSON Schema, as far as the suite uses it, said as draft-07. */
const modern = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(modern);
  if (schema === null || typeof schema !== 'object') return schema;
  const { $schema, id, minimum, exclusiveMinimum, ...rest } = schema as Record<string, unknown>;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)])),
    ...(typeof id === 'string' ? { $id: id } : id === undefined ? {} : { id: modern(id) }),
    ...(exclusiveMinimum === true ? { exclusiveMinimum: minimum } : minimum === undefined ? {} : { minimum }),
  };
};
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

/** Each assertion of a list of the suite, as a question that can be asked of a value. */
export function suite(folder: string, list: string) {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  for (const file of readdirSync(join(folder, 'definitions')).filter((f) => f.endsWith('.json')))
    ajv.addSchema(modern(read(join(folder, 'definitions', file))) as object);
  const { assertions } = read(join(folder, list)) as { assertions: readonly string[] };
  return assertions.map((path) => {
    const schema = read(join(folder, path));
    const check = ajv.compile(modern({ ...schema, id: undefined }) as object);
    const wanted = schema.expectedResult !== 'invalid';
    return { path, holds: (value: unknown): boolean => check(value) === wanted };
  });
}
