/**
 * JSON Schemas (draft 2020-12) of the package as functions; what they find is worded by json-faults.ts. Built, they are
 * plain JavaScript that `npm run build` made (Ajv standalone); in the source tree, and where the built ones are
 * missing, they are compiled from schemas/ when first needed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ErrorObject } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';

/** JSON Schemas by the name of their file, `NAME.schema.json`. */
export const jsonSchemaNames = [
  'chancery',
  'jsonld',
  'annotations',
  'collection',
  'events',
  'report',
  'manifest',
] as const;
export type JsonSchemaName = (typeof jsonSchemaNames)[number];

export type JsonCheck = ((value: unknown) => boolean) & { errors?: null | ErrorObject[] };

const require = createRequire(import.meta.url);
const inSource = import.meta.url.endsWith('.ts');
const compiled = new URL('../lib/schemas/', import.meta.url);
const schemas = new URL('../schemas/', import.meta.url);

const checks = new Map<JsonSchemaName, JsonCheck>();

/** The check that a JSON Schema stands for; `errors` of the function has what it found last. */
export function jsonCheck(name: JsonSchemaName): JsonCheck {
  let check = checks.get(name);
  if (check) return check;
  const built = new URL('json.cjs', compiled);
  if (!inSource && existsSync(built)) {
    check = (require(fileURLToPath(built)) as Record<JsonSchemaName, JsonCheck>)[name];
  } else {
    check = newAjv().compile(
      JSON.parse(readFileSync(new URL(`${name}.schema.json`, schemas), 'utf8')),
    ) as JsonCheck;
  }
  checks.set(name, check);
  return check;
}

/** Ajv for draft 2020-12 as all our schemas need it. */
export function newAjv(forCode = false): Ajv2020 {
  const ajv2020 = require('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 };
  const addFormats = require('ajv-formats') as (ajv: Ajv2020) => void;
  const ajv = new ajv2020.Ajv2020({
    allErrors: true,
    verbose: true,
    strictSchema: true,
    allowUnionTypes: true,
    code: { source: forCode, lines: true },
  });
  addFormats(ajv);
  return ajv;
}
