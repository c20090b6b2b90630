/** What `npm run build` makes of the schemas is the same check, ready to load. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileSchemas } from '../../src/build/schemas.ts';
import { jsonSchemaNames } from '../../src/json-schema.ts';
import { loadCompiled, validateXml } from '../../src/xml/relaxng/index.ts';
import { read, root } from '../validate/context.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-build-'));
const built = (name: string): string => readFileSync(join(folder, 'lib/schemas', name), 'utf8');

beforeAll(async () => {
  cpSync(fileURLToPath(new URL('schemas/', root)), join(folder, 'schemas'), { recursive: true });
  await compileSchemas(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the grammar is loaded, not compiled', () => {
  const grammar = loadCompiled(JSON.parse(built('chancery.rng.json')));
  expect(validateXml(grammar, read('test/rules/ids/valid.xml'))).toEqual([]);
  const wrong = read('test/rules/ids/valid.xml').replace('xml:id="p1"', 'bogus="p1"');
  expect(validateXml(grammar, wrong)).toMatchObject([{ kind: 'attribute-not-allowed', name: 'bogus' }]);
});

test('the JSON Schemas are one module that asks for nothing but ajv', () => {
  const code = built('json.cjs');
  for (const name of jsonSchemaNames) expect(code).toContain(`exports.${name} = `);
  const asked = [...code.matchAll(/require\("([^"]+)"\)/g)].map((m) => m[1]!.split('/')[0]);
  expect(new Set(asked)).toEqual(new Set(['ajv', 'ajv-formats']));
});

test('building twice gives the same bytes', async () => {
  const before = [built('chancery.rng.json'), built('json.cjs')];
  await compileSchemas(folder);
  expect([built('chancery.rng.json'), built('json.cjs')]).toEqual(before);
});
