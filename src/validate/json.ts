/** JSON files: syntax with line and column, then the JSON Schema (draft 2020-12) of their kind. */
import type { Artifact } from '../artifact.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { parseJson } from '../json.ts';
import { telling, wordJsonError } from '../json-faults.ts';
import { type JsonSchemaName, jsonCheck } from '../json-schema.ts';
import { positionsIn } from '../xml/scan.ts';
import { checkGraph, type Graph } from './graph.ts';

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
    const { message, offset, fix } = parsed.fault;
    return [
      {
        code: 'json.syntax',
        severity: 'error',
        file,
        message,
        fix,
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
    const fix = 'Check that the file is what it should be.';
    return { fault: { message: 'The values are nested too deep to be read', offset: 0, fix } };
  }
}
