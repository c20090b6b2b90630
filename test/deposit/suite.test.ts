/** The conformance suite of the Library of Congress: every bag gets the verdict that its folder names. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPackage } from '../../src/deposit/index.ts';
import { shared } from '../helpers/shared.ts';

/** A bag of `valid` may be warned of; what is dangerous on Windows is refused everywhere. */
const verdicts: Readonly<Record<string, readonly string[]>> = {
  valid: ['valid', 'warning'],
  warning: ['warning'],
  invalid: ['invalid'],
  'windows-only': ['invalid'],
};

const folders = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => e.name)
        .sort()
    : [];

test('40 bags of the suite', async (context) => {
  const suite = shared('fixtures/bagit', context);
  const found: string[] = [];
  const wrong: string[] = [];
  for (const version of folders(suite)) {
    for (const category of folders(join(suite, version))) {
      for (const bag of folders(join(suite, version, category))) {
        const { findings } = await checkPackage(join(suite, version, category, bag), bag);
        const worst = findings.some((f) => f.severity === 'error')
          ? 'invalid'
          : findings.length > 0
            ? 'warning'
            : 'valid';
        const name = `${version}/${category}/${bag}`;
        found.push(name);
        if (!verdicts[category]?.includes(worst)) {
          wrong.push(`${name} is ${worst}: ${findings.map((f) => f.message).join('; ')}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(found.length).toBeGreaterThanOrEqual(40);
});
