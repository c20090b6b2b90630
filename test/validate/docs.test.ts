/** docs/validation.md has every code and every rule, as the tables have them. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CodeDescription, diagnosticsTable } from '../../src/diagnostics-table.ts';
import { everyRule } from '../../src/validate/every-rule.ts';
import { pages, rulePage } from '../../src/validate/rule-pages.ts';
import { read, root } from './context.ts';

const page = 'docs/validation.md';

test('each rule has a page, and each page its rule', () => {
  const folder = new URL('docs/rules/', root);
  if (process.env.CHANCERY_EXPECT === 'write') {
    mkdirSync(folder, { recursive: true });
    for (const { id } of everyRule) writeFileSync(new URL(`${id}.md`, folder), rulePage(id) ?? '');
  }
  expect(Object.keys(pages).sort()).toEqual(everyRule.map((r) => r.id).sort());
  expect(readdirSync(folder).sort()).toEqual(everyRule.map((r) => `${r.id}.md`).sort());
  for (const { id } of everyRule) expect(read(`docs/rules/${id}.md`)).toBe(rulePage(id));
});

function generated(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const ruleLines = everyRule.map(
    (r) =>
      `| [\`${r.id}\`](rules/${r.id}.md) | \`${r.code}\` | ${r.severity} | ${cell(r.says)} | ${cell(r.basis)} |`,
  );
  const codes = Object.entries(diagnosticsTable) as [string, CodeDescription][];
  const codeLines = codes.map(
    ([code, d]) => `| \`${code}\` | ${d.severity} | ${cell(d.means)} | ${cell(d.mend)} |`,
  );
  return [
    '### Rules',
    '',
    '| rule | code | severity | what holds | after |',
    '|---|---|---|---|---|',
    ...ruleLines,
    '',
    '### Codes',
    '',
    '| code | severity | what it means | how to mend it |',
    '|---|---|---|---|',
    ...codeLines,
  ].join('\n');
}

test('the tables of the page are those of the program', () => {
  const begin = '<!-- tables: begin (CHANCERY_EXPECT=write npx vitest run test/validate/docs.test.ts) -->\n';
  const end = '\n<!-- tables: end -->';
  const text = read(page);
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  expect(from).toBeGreaterThan(begin.length);
  expect(to).toBeGreaterThan(0);
  if (process.env.CHANCERY_EXPECT === 'write') {
    writeFileSync(new URL(page, root), text.slice(0, from) + generated() + text.slice(to));
  }
  const now = read(page);
  expect(now.slice(now.indexOf(begin) + begin.length, now.indexOf(end))).toBe(generated());
});

test('the action and the hook call commands that there are', () => {
  expect(read('action.yml')).toContain('chancery.js" validate');
  expect(read('.pre-commit-hooks.yaml')).toContain('entry: npx --no-install chancery validate');
});
