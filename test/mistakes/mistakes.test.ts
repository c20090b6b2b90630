/** One mistake gives one message, and the message helps: expected.txt is read by people before it is taken. */
import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, read, root, worded } from '../validate/context.ts';
import { mistakes } from './mistakes.ts';

const base = read('test/mistakes/base.xml');
const broken = mistakes.map(({ name, was, is }) => ({ name, was, found: check(base.replace(was, is)) }));

test('the file is sound before', () => {
  expect(worded(check(base))).toBe('');
});

describe('mistakes', () => {
  test('there are fifty or more, each in one place', () => {
    expect(new Set(mistakes.map((m) => m.name)).size).toBeGreaterThanOrEqual(50);
    for (const { name, was } of mistakes) expect(base.split(was), name).toHaveLength(2);
  });

  test.each(broken)('$name', ({ found }) => {
    expect(found, worded(found)).toHaveLength(1);
    const [only] = found;
    expect(only?.message).toMatch(/^\S.*[^.\s]$/);
    expect(only?.fix).toMatch(/\S/);
  });

  test('what is said', () => {
    const said = broken.map(({ name, found }) => `## ${name}\n\n${worded(found)}`).join('\n');
    const expected = new URL('test/mistakes/expected.txt', root);
    if (process.env.CHANCERY_EXPECT === 'write' || !existsSync(expected)) writeFileSync(expected, said);
    expect(said).toBe(read('test/mistakes/expected.txt'));
  });
});
