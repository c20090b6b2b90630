import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { schemaCache } from '../../src/cli/schema-cache.ts';
import { chancery } from '../helpers/command.ts';
import { emptyFolder, folderWith } from '../helpers/folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const schema = `<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>`;

test('a project keeps its compiled schemas itself', () => {
  const memory = emptyFolder();
  schemaCache(memory).write('relaxng/a.json', '{}');
  expect(schemaCache(memory).read('relaxng/a.json')).toBe('{}');
  expect(readdirSync(memory)).toEqual(['relaxng']);
});

test('outside a project the cache of the user keeps the last of a kind', () => {
  const home = emptyFolder();
  vi.stubEnv('XDG_CACHE_HOME', home);
  const cache = schemaCache(undefined);
  for (let i = 0; i < 30; i++) cache.write(`relaxng/${i}.json`, 'x');
  cache.write('schematron/a.sef.json', 'y');
  expect(readdirSync(join(home, 'chancery/relaxng'))).toHaveLength(24);
  expect(cache.read('schematron/a.sef.json')).toBe('y');
  expect(cache.read('relaxng/other.json')).toBeUndefined();
});

test('a cache that cannot be used is none', () => {
  const folder = folderWith({ file: '' });
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'file'));
  const cache = schemaCache(undefined);
  cache.write('relaxng/a.json', 'x');
  expect(cache.read('relaxng/a.json')).toBeUndefined();
});

test('with a kept schema the verdict is the same, and a damaged one is made anew', async () => {
  const home = emptyFolder();
  const cwd = folderWith({
    'letter.rng': schema,
    'good.xml': '<letter/>',
    'bad.xml': '<letter><p/></letter>',
  });
  const check = () =>
    chancery(['validate', '--schema', 'letter.rng', 'good.xml', 'bad.xml'], {
      cwd,
      env: { XDG_CACHE_HOME: home },
    });
  const first = await check();
  expect(first.code).toBe(1);
  expect(first.stderr + first.stdout).toContain('bad.xml:1:');
  const folder = join(home, 'chancery/relaxng');
  const kept = readdirSync(folder);
  expect(kept).toHaveLength(1);
  expect(await check()).toEqual(first);
  for (const damaged of ['{"files"', '{"files":{},"schema":{}}', 'null']) {
    writeFileSync(join(folder, kept[0]!), damaged);
    expect(await check()).toEqual(first);
  }
});
