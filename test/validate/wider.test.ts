/** Rules that need more than one file: test/rules/<rule-id>/valid/ and invalid/ are small editions. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/cli/check-files.ts';
import { emptyRegister } from '../../src/register.ts';
import { widerRules } from '../../src/validate/every-rule.ts';
import { readRegister } from '../../src/xml/register.ts';
import { context, root, worded } from './context.ts';

const folder = (id: string, name: string): string => fileURLToPath(new URL(`test/rules/${id}/${name}`, root));

async function told(path: string): Promise<string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const register = existsSync(join(path, 'register.xml'))
    ? readRegister(readFileSync(join(path, 'register.xml'), 'utf8'), 'register.xml').register
    : emptyRegister;
  const settings = { context: { ...context, register }, project: undefined, whole: true, options: {} };
  const { findings } = await checkFiles(files, settings);
  const named = findings.map((f) => ({ ...f, file: f.file.slice(f.file.indexOf('valid/') + 6) }));
  return named.map((f) => `${f.file}: ${worded([f])}`).join('\n');
}

describe.each(widerRules)('$id', ({ id }) => {
  test('valid/ is sound', async () => {
    expect(await told(folder(id, 'valid'))).toBe('');
  });

  test('invalid/ breaks this rule and no other', async () => {
    const found = await told(folder(id, 'invalid'));
    expect(found).toContain(`[${id}]`);
    expect(found.match(/ \[[a-z-]+\]$/gm)?.filter((rule) => rule !== ` [${id}]`)).toEqual([]);
    const expected = folder(id, 'expected.txt');
    if (process.env.CHANCERY_EXPECT === 'write' || !existsSync(expected)) writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, 'utf8'));
  });
});
