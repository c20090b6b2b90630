/** Answers of the Distributed Text Services against the JSON Schemas of DTS 1.0, and templates expanded. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { TestContext } from 'vitest';
import { shared } from '../helpers/shared.ts';

const addFormats = createRequire(import.meta.url)('ajv-formats') as (ajv: Ajv2020) => void;

const schemas: Readonly<Record<string, string>> = {
  EntryPoint: 'entry_response',
  Collection: 'collection_response',
  Resource: 'collection_response',
  Navigation: 'navigation_response',
};

let compiled: Ajv2020 | undefined;
function schemasIn(folder: string): Ajv2020 {
  if (compiled !== undefined) return compiled;
  compiled = new Ajv2020({ strict: false, allErrors: true });
  addFormats(compiled);
  for (const name of ['citable_unit', 'resource', ...new Set(Object.values(schemas))])
    compiled.addSchema(
      JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')),
      `${name}.schema.json`,
    );
  return compiled;
}

/** What is wrong with an answer, by the schema of its type. */
export function dtsProblems(answer: { readonly '@type'?: string }, context: TestContext): readonly string[] {
  const ajv = schemasIn(shared('fixtures/dts/schemas', context));
  const check = ajv.getSchema(`${schemas[answer['@type'] ?? '']}.schema.json`);
  if (check === undefined) return [`there is no schema for ${answer['@type']}`];
  return check(answer) ? [] : (check.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

/** RFC 6570, as far as the templates use it. */
export function expand(
  template: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  return template.replace(/\{([+.])([^}]+)\}/g, (_, operator: string, names: string) =>
    names
      .split(',')
      .flatMap((name) =>
        values[name] === undefined ? [] : [operator === '+' ? `${values[name]}` : `.${values[name]}`],
      )
      .join(''),
  );
}
