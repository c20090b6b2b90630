/** docs/deposit.md shows the tables of the program, and its chancery.json can be used. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { depositFiles } from '../../src/deposit/files.ts';
import { metadataOf } from '../../src/deposit/index.ts';
import { requirements } from '../../src/deposit/requirements.ts';
import { parseSettings } from '../../src/settings.ts';
import { root } from '../helpers/command.ts';

const page = join(root, 'docs/deposit.md');
const cell = (text: string): string => text.replaceAll('|', '\\|');

const tables: Readonly<Record<string, string>> = {
  requirements: [
    '| field | written as | weight | asked by | without it |',
    '|---|---|---|---|---|',
    ...requirements.map(
      (r) =>
        `| ${r.field} | ${cell(r.key)}: \`${r.example}\` | ${r.weight} | ${cell(r.askedBy)} | ${r.without} |`,
    ),
  ].join('\n'),
  files: [
    '| file | what it is |',
    '|---|---|',
    ...depositFiles.map((f) => `| \`${f.path}\` | ${cell(f.title)} |`),
  ].join('\n'),
};

test.each(Object.keys(tables))('the table of %s is that of the program', (name) => {
  const place = new RegExp(`(<!-- ${name}: begin[^\\n]*-->\\n)([\\s\\S]*?)(<!-- ${name}: end -->)`);
  const table = `${tables[name]}\n`;
  if (process.env.CHANCERY_EXPECT === 'write') {
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace(place, (_, a, __, c) => `${a}${table}${c}`),
    );
  }
  expect(place.exec(readFileSync(page, 'utf8'))?.[2]).toBe(table);
});

test('the chancery.json of the page is enough for every file', () => {
  const json = /```json\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
  const { settings, diagnostics } = parseSettings(json, 'chancery.json');
  expect(diagnostics).toEqual([]);
  const { metadata, unmet } = metadataOf(settings, { program: '0.1.0', programUrl: 'urn:x-chancery' });
  expect(metadata?.packageName).toBe('treaty-cables-1.0.0');
  expect(unmet.map((r) => r.field)).toEqual(['DOI']);
});
