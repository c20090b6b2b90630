/** Dialects that an edition brings along: in its settings, or as a module. */
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/index.ts';
import { basisOf } from '../../src/batch/basis.ts';
import { dialectsOf } from '../../src/batch/dialects.ts';
import { openProject } from '../../src/batch/project.ts';
import { encodeSource } from '../../src/pipeline.ts';
import { explain, recognise } from '../../src/recognise/index.ts';
import { parseSettings } from '../../src/settings.ts';
import { bare, sourceOf } from '../helpers/document.ts';
import { addFiles, folderWith } from '../helpers/folder.ts';

const release = `EMBASSY OF RURITANIA
FOR IMMEDIATE RELEASE
No. 17

Streslau, 5 May 1961

Talks to open

The Minister said, “We shall go.”

12

He left on 7 May.

R. Hentzau
`;

const dialects = `"dialects": [{
  "id": "press-release",
  "when": ["^FOR IMMEDIATE RELEASE$"],
  "header": [
    { "line": "^EMBASSY OF (.+)$", "facts": ["from"] },
    { "line": "^FOR IMMEDIATE RELEASE$" },
    { "line": "^No\\\\. (\\\\d+)$", "facts": ["document-number"] },
    { "line": "^([A-Z][a-z]+, \\\\d+ \\\\w+ \\\\d{4})$", "facts": ["place-date"] }
  ],
  "closer": [{ "line": "^([A-Z]\\\\. [A-Z][a-z]+)$", "facts": ["signature"] }],
  "furniture": [{ "line": "^\\\\d{1,3}$", "class": "page-number" }]
}]`;

const settingsOf = (json: string) => {
  const { settings, diagnostics } = parseSettings(json, 'chancery.json');
  expect(diagnostics).toEqual([]);
  return settings;
};

describe('in the settings', () => {
  const context = { ...bare, settings: settingsOf(`{ ${dialects} }`) };
  const source = sourceOf(release, 'sources/release.txt');

  test('patterns tell the layout and its facts', () => {
    const document = recognise(source, context);
    expect(document.dialect).toBe('press-release');
    expect(document.header.fields.map((f) => [f.name, f.value])).toEqual([
      ['from', 'RURITANIA'],
      ['document-number', '17'],
      ['place-date', 'Streslau, 5 May 1961'],
      ['signature', 'R. Hentzau'],
    ]);
    expect(document.blocks.filter((b) => b.kind === 'furniture')).toHaveLength(1);
  });

  test('days are reckoned from its date, and nothing is lost', () => {
    const { tei } = encodeSource(source, context);
    expect(audit(source, String(tei.content), tei.path)).toMatchObject({ ok: true, diagnostics: [] });
    expect(String(tei.content)).toContain('when="1961-05-07"');
  });

  test('it comes before ours, and a page without its signs is not its own', () => {
    expect(explain(source, context)[0]).toMatchObject({ id: 'press-release', score: 0.9 });
    expect(recognise(sourceOf('Dear Sir,\n\nWe shall go.\n'), context).dialect).not.toBe('press-release');
  });

  test('a pattern that is none is a finding with its line', () => {
    const { diagnostics } = parseSettings('{"dialects": [{"id": "x",\n "when": ["("]}]}', 'chancery.json');
    expect(diagnostics[0]).toMatchObject({ code: 'settings.invalid', position: { line: 2 } });
  });

  test('a dialect that is named and does not exist is an open question', () => {
    const settings = settingsOf('{"documents": {"sources/release.txt": {"dialect": "pres-release"}}}');
    const { questions } = recognise(source, { ...bare, settings });
    expect(questions.map((q) => q.question).join('\n')).toContain('pres-release, and there is none');
  });
});

describe('as a module', () => {
  const module = `export default ({ paragraphsOf }) => ({
  id: 'press-release',
  name: 'press release',
  recognise: (page) => ({ score: page.text.includes('IMMEDIATE') ? 0.9 : 0, why: 'its words' }),
  read: (page) => ({ blocks: paragraphsOf(page.text, page.chunks).blocks, catalogue: [], questions: [], language: 'en' }),
});`;
  const source = sourceOf(release, 'sources/release.txt');
  const contextWith = async (code: string) => {
    const root = folderWith({ 'sources/release.txt': release, 'dialects/release.js': code });
    return { ...bare, dialects: await dialectsOf(root) };
  };

  test('it is loaded and reads the page', async () => {
    expect(recognise(source, await contextWith(module))).toMatchObject({
      dialect: 'press-release',
      dialectEvidence: { score: 0.9, why: 'its words' },
    });
  });

  test.each([
    ['throws', module.replace('read: (page) => (', 'read: (page) => missing(')],
    ['gives no blocks', module.replace('blocks: paragraphsOf(page.text, page.chunks).blocks,', '')],
    [
      'gives blocks beyond the text',
      module.replace(
        'paragraphsOf(page.text, page.chunks).blocks',
        '[{ kind: "paragraph", span: { start: 0, end: 9999 }, layer: "text", rule: "block.paragraph", certainty: "high" }]',
      ),
    ],
    [
      'names no rule of ours',
      module.replace(
        'paragraphsOf(page.text, page.chunks).blocks',
        '[{ kind: "paragraph", span: { start: 0, end: 9 }, layer: "text", rule: "mine", certainty: "high" }]',
      ),
    ],
  ])('one that %s leaves the document whole', async (_, code) => {
    const context = await contextWith(code);
    const { document, tei } = encodeSource(source, context);
    expect(document.questions.some((q) => q.question.includes('press-release of this edition failed'))).toBe(
      true,
    );
    expect(audit(source, String(tei.content), tei.path)).toMatchObject({ ok: true });
  });

  test.each([
    ['is no JavaScript', 'export default ('],
    ['exports nothing', 'export const x = 1;'],
    ['gives no dialect', 'export default () => ({ id: "x" });'],
  ])('a module that %s stops the command with its name', async (_, code) => {
    await expect(contextWith(code)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('dialects/release.js'),
    });
  });

  test('a build does anew what a changed module may read otherwise', () => {
    const root = folderWith({ 'sources/release.txt': release, 'dialects/release.js': module });
    const before = basisOf(openProject(root), '').hash;
    addFiles(root, { 'dialects/release.js': `${module}\n` });
    expect(basisOf(openProject(root), '').hash).not.toBe(before);
  });
});
