/**
 * JSON Schemas (draft 2020-12) of the package as functions, and what they find in words. Built, the functions are
 * plain JavaScript that `npm run build` made (Ajv standalone); in the source tree, and where the built ones are
 * missing, they are compiled from schemas/ when first needed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ErrorObject } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { likelyMeant } from './xml/relaxng/nearest.ts';

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

/** `if`, `anyOf` and the like only say that something inside failed: kept where nothing else tells. */
export function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const composed = new Set(['if', 'anyOf', 'oneOf', 'allOf', 'not', 'contains']);
  const some = errors.filter(
    (e) => !composed.has(e.keyword) || e.keyword === 'not' || e.keyword === 'contains',
  );
  return some.length > 0 ? some : errors;
}

/** What was found, what is expected, where: one sentence, and how to mend it. */
export function wordJsonError(
  error: ErrorObject,
  where = error.instancePath === '' ? 'The file' : error.instancePath,
): { readonly message: string; readonly fix: string } {
  const params = error.params as Record<string, unknown>;
  const found = shown(error.data);
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(params.additionalProperty ?? params.unevaluatedProperty);
      const known = Object.keys(
        (error.parentSchema as { properties?: object } | undefined)?.properties ?? {},
      );
      const close = likelyMeant(key, known);
      return {
        message: `${where} has the key "${key}", which is not known there`,
        fix: close === undefined ? `Remove it; known keys: ${known.join(', ')}.` : `Did you mean "${close}"?`,
      };
    }
    case 'required':
      return {
        message: `${where} lacks the key "${String(params.missingProperty)}"`,
        fix: `Add "${String(params.missingProperty)}".`,
      };
    case 'type': {
      const type = [params.type].flat().map(String).join(' or ');
      return {
        message: `${where} is ${found}, but should be ${article(type)}`,
        fix: `Write ${article(type)}.`,
      };
    }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      const close = typeof error.data === 'string' ? likelyMeant(error.data, allowed) : undefined;
      return {
        message: `${where} is ${found}, but should be one of ${allowed.join(', ')}`,
        fix: close === undefined ? `Write one of ${allowed.join(', ')}.` : `Did you mean "${close}"?`,
      };
    }
    case 'const':
      return {
        message: `${where} is ${found}, but should be ${shown(params.allowedValue)}`,
        fix: `Write ${shown(params.allowedValue)}.`,
      };
    case 'pattern':
      return {
        message: `${where} is ${found}, which does not match ${String(params.pattern)}`,
        fix: describe(error),
      };
    case 'format':
      return { message: `${where} is ${found}, which is no ${String(params.format)}`, fix: describe(error) };
    default:
      return {
        message: `${where} is ${found}: it ${error.message ?? 'breaks the schema'}`,
        fix: describe(error),
      };
  }
}

function describe(error: ErrorObject): string {
  const description = (error.parentSchema as { description?: string } | undefined)?.description;
  return description ?? 'Correct the value.';
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
