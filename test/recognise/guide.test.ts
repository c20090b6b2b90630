/** The guide docs/adding-a-dialect.md, followed literally: its document, its settings, its module. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { dialectsOf } from '../../src/batch/dialects.ts';
import { encodeSource } from '../../src/pipeline.ts';
import { parseSettings } from '../../src/settings.ts';
import { root } from '../helpers/command.ts';
import { bare, sourceOf } from '../helpers/document.ts';
import { folderWith } from '../helpers/folder.ts';

const guide = readFileSync(join(root, 'docs/adding-a-dialect.md'), 'utf8');
const block = (language: string): string => {
  const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1];
  if (!found) throw new Error(`The guide has no block of ${language}.`);
  return found;
};
const source = sourceOf(block('text'), 'sources/release.txt');

test('the settings tell the layout, its date and its title', () => {
  const { settings, diagnostics } = parseSettings(block('json'), 'chancery.json');
  expect(diagnostics).toEqual([]);
  const { document, tei } = encodeSource(source, { ...bare, settings });
  expect(document.dialect).toBe('press-release');
  expect(document.header.fields.map((f) => f.name)).toEqual([
    'from',
    'document-number',
    'place-date',
    'title',
    'signature',
  ]);
  expect(audit(source, String(tei.content), tei.path)).toMatchObject({ ok: true, diagnostics: [] });
  expect(String(tei.content)).toContain('when="1961-05-07"');
});

test('so does the module', async () => {
  const dialects = await dialectsOf(folderWith({ 'dialects/press-release.js': block('js') }));
  const { document, tei } = encodeSource(source, { ...bare, dialects });
  expect(document.dialect).toBe('press-release');
  expect(document.questions.filter((q) => q.kind === 'dialect')).toEqual([]);
  expect(document.blocks.some((b) => b.kind === 'heading')).toBe(true);
  expect(audit(source, String(tei.content), tei.path)).toMatchObject({ ok: true, diagnostics: [] });
  expect(String(tei.content)).toContain('when="1961-05-07"');
});
