/** Each rule has a file that keeps it, one that breaks it, and what is said of that: test/rules/<rule-id>/. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { everyRule, widerRules } from '../../src/validate/every-rule.ts';
import { rules } from '../../src/validate/rules.ts';
import { check, invalidFiles, read, root, worded } from './context.ts';

const folders = rules.map((r) => r.id).sort();

test('each rule has its folder, and each folder its rule', () => {
  const wider = widerRules.map((r) => r.id); // wider.test.ts
  expect(readdirSync(new URL('test/rules/', root)).sort()).toEqual([...folders, ...wider].sort());
});

describe.each(folders)('%s', (id) => {
  test('valid.xml is sound', () => {
    expect(worded(check(read(`test/rules/${id}/valid.xml`)))).toBe('');
  });

  test('invalid.xml breaks this rule and no other', () => {
    const found = invalidFiles(id).flatMap((file) => check(read(file), 'application/tei+xml', 'invalid.xml'));
    for (const { rule } of found) expect(rule).toBe(id);
    const expected = new URL(`test/rules/${id}/expected.txt`, root);
    // To take what is said now: CHANCERY_EXPECT=write, then read the difference.
    if (process.env.CHANCERY_EXPECT === 'write' || !existsSync(expected))
      writeFileSync(expected, worded(found));
    expect(worded(found)).toBe(read(`test/rules/${id}/expected.txt`));
  });
});

test('a rule says where it comes from', () => {
  for (const { says, basis } of everyRule) {
    expect(says).toMatch(/\.$/);
    expect(basis).not.toBe('');
  }
});
