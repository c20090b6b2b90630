/** JSON files: syntax with line and column, then the JSON Schema (draft 2020-12) of their kind. */
import type { ErrorObject } from 'ajv';
import type { Artifact } from '../artifact.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import { parseJson } from '../json.ts';
import { positionsIn } from '../xml/scan.ts';
import { checkGraph, type Graph } from './graph.ts';
import { nearest } from './nearest.ts';
import { type JsonSchemaName, jsonCheck } from './schema.ts';

/** Which schema a file must meet: by its name; others must be JSON. */
const byName: Readonly<Record<string, JsonSchemaName>> = {
  'chancery.json': 'chancery',
  'report.json': 'report',
  'manifest.json': 'manifest',
  'edition.jsonld': 'collection',
  'register.jsonld': 'collection',
};

export function schemaOf(artifact: Pick<Artifact, 'path' | 'mediaType'>): JsonSchemaName | undefined {
  const name = artifact.path.split('/').at(-1) ?? '';
  const known = byName[name];
  if (known) return known;
  // Linked data of the edition; crates of others have schemas of their own.
  if (artifact.mediaType !== 'application/ld+json' || /ro-crate-metadata\.json$/.test(name)) return undefined;
  return name.endsWith('.anno.jsonld') ? 'annotations' : 'jsonld';
}

export function validateJson(artifact: Artifact): readonly Diagnostic[] {
  const content = artifact.content;
  const text = typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
  return checkJson(text, artifact.path, schemaOf(artifact));
}

/** @param schema absent: syntax alone */
export function checkJson(text: string, file: string, schema?: JsonSchemaName): readonly Diagnostic[] {
  const body = text.replace(/^\uFEFF/, '');
  const positionOf = positionsIn(body);
  const parsed = parse(body);
  if ('fault' in parsed) {
    const { message, offset } = parsed.fault;
    return [
      {
        code: 'json.syntax',
        severity: 'error',
        file,
        message,
        fix: diagnosticsTable['json.syntax'].mend,
        position: positionOf(offset),
        span: { start: offset, end: offset },
      },
    ];
  }
  if (schema === undefined) return [];
  const { value, offsetOf } = parsed.json;
  const found: Diagnostic[] = [];
  const add = (pointer: string, message: string, fix: string): void => {
    found.push({
      code: schema === 'chancery' ? 'settings.invalid' : 'json.schema',
      severity: 'error',
      file,
      message,
      fix,
      position: positionOf(offsetOf(pointer)),
      element: pointer === '' ? '/' : pointer,
    });
  };
  const check = jsonCheck(schema);
  if (!check(value)) {
    for (const error of telling(check.errors ?? [])) {
      const { message, fix } = wordJsonError(error);
      add(error.instancePath, message, fix);
    }
  } else if (schema === 'jsonld' || schema === 'collection') {
    for (const { pointer, message, fix } of checkGraph(value as Graph)) add(pointer, message, fix);
  }
  return found;
}

/** A text nested so deep that reading it takes the whole stack is a fault like another. */
function parse(text: string): ReturnType<typeof parseJson> {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { fault: { message: 'The values are nested too deep to be read', offset: 0 } };
  }
}

/** `if`, `anyOf` and the like only say that something inside failed: kept where nothing else tells. */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const composed = new Set(['if', 'anyOf', 'oneOf', 'allOf', 'not', 'contains']);
  const some = errors.filter(
    (e) => !composed.has(e.keyword) || e.keyword === 'not' || e.keyword === 'contains',
  );
  return some.length > 0 ? some : errors;
}

/** What was found, what is expected, where: one sentence, and how to mend it. */
function wordJsonError(error: ErrorObject): { readonly message: string; readonly fix: string } {
  const where = error.instancePath === '' ? 'The file' : error.instancePath;
  const params = error.params as Record<string, unknown>;
  const found = shown(error.data);
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(params.additionalProperty ?? params.unevaluatedProperty);
      const known = Object.keys(
        (error.parentSchema as { properties?: object } | undefined)?.properties ?? {},
      );
      const close = nearest(key, known);
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
      const close = typeof error.data === 'string' ? nearest(error.data, allowed) : undefined;
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
