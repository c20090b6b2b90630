/**
 * Schemas made ready at package build, so that a run compiles none: the RELAX NG grammar as data, the JSON Schemas
 * as one module of plain JavaScript (Ajv standalone). `validate/schema.ts` and `json-schema.ts` load them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { jsonSchemaNames, newAjv } from '../json-schema.ts';
import { compileRelaxNg } from '../xml/relaxng/index.ts';

const require = createRequire(import.meta.url);

/** @param root folder of the package */
export async function compileSchemas(root: string): Promise<void> {
  const from = join(root, 'schemas');
  const to = join(root, 'lib', 'schemas');
  mkdirSync(to, { recursive: true });

  const grammar = compileRelaxNg(readFileSync(join(from, 'chancery.rng'), 'utf8'), { uri: 'chancery.rng' });
  writeFileSync(join(to, 'chancery.rng.json'), `${JSON.stringify(grammar)}\n`);

  const ajv = newAjv(true);
  const ids: Record<string, string> = {};
  for (const name of jsonSchemaNames) {
    const schema = JSON.parse(readFileSync(join(from, `${name}.schema.json`), 'utf8')) as {
      readonly $id: string;
    };
    ajv.addSchema(schema);
    ids[name] = schema.$id;
  }
  const { default: standalone } = require('ajv/dist/standalone') as {
    default: (ajv: Ajv2020, exports: Record<string, string>) => string;
  };
  // CommonJS: what Ajv writes asks for its helpers by require().
  writeFileSync(join(to, 'json.cjs'), standalone(ajv, ids));
}
