/** An edition's own style sheets take the place of the package's, module by module. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Artifact } from '../../src/artifact.ts';
import { CommandError } from '../../src/batch/errors.ts';
import { stylesheetsOf } from '../../src/batch/stylesheet.ts';
import type { Context } from '../../src/context.ts';
import { publishTei } from '../../src/pipeline.ts';
import { folderWith, namesIn } from '../helpers/folder.ts';
import { sampleContext } from '../publish/sample-site.ts';

const ours = (module: string): string => readFileSync(join('xslt', module), 'utf8');
const tei: Artifact = {
  path: '1978-07-22-sato-1384.xml',
  mediaType: 'application/tei+xml',
  content: readFileSync('tei/1978-07-22-sato-1384.xml', 'utf8'),
};
const markdown = (context: Context): string =>
  String(publishTei(tei, ['markdown'], context).editions.find((e) => e.path.endsWith('.md'))?.content);

async function refused(files: Readonly<Record<string, string>>): Promise<CommandError> {
  const error = await stylesheetsOf(folderWith(files)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CommandError);
  return error as CommandError;
}

describe('xslt/ of a project', () => {
  test('a module replaces ours of the same name; the sheet that has it is compiled, once, and no other', async () => {
    const own = ours('flow/inline.xsl').replace(
      'match="lb" mode="flow.inline">',
      'match="placeName" mode="flow.inline" priority="9"><ed>PLACE </ed><xsl:next-match/></xsl:template>\n  <xsl:template match="lb" mode="flow.inline">',
    );
    const project = folderWith({
      'xslt/flow/inline.xsl': own.replace(
        '<xsl:mode',
        '<xsl:include href="../../more/nothing.xsl"/>\n  <xsl:mode',
      ),
      'more/nothing.xsl': '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>',
      'xslt/README.md': 'no style sheet',
    });
    const [stylesheets] = await Promise.all([stylesheetsOf(project), stylesheetsOf(project)]);
    expect(Object.keys(stylesheets ?? {})).toEqual(['flow']);
    const compiled = namesIn(join(project, '.chancery')).filter((name) => /\.json/.test(name));
    expect(compiled).toHaveLength(1);
    expect(existsSync(join(project, '.chancery', compiled[0] ?? ''))).toBe(true);
    const context = sampleContext();
    expect(markdown(context)).not.toContain('PLACE');
    expect(markdown({ ...context, ...(stylesheets ? { stylesheets } : {}) })).toContain('PLACE');
    const { buildDateTime } = (stylesheets?.flow ?? {}) as { buildDateTime?: string };
    expect(buildDateTime).toBeTruthy();
    expect((await stylesheetsOf(project))?.flow).toHaveProperty('buildDateTime', buildDateTime);
  }, 120_000);

  test('one that cannot be compiled is named as the editor knows it, with the line', async () => {
    const error = await refused({
      'xslt/flow/inline.xsl': ours('flow/inline.xsl').replace('</xsl:stylesheet>', ''),
    });
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(/xslt\/flow\.xsl cannot be compiled/);
    expect(error.message).toMatch(/xslt\/flow\/inline\.xsl/);
    expect(error.message).not.toContain('.chancery');
  }, 120_000);

  test('one that nothing includes would be without effect, and is refused', async () => {
    const error = await refused({ 'xslt/inline.xsl': ours('flow/inline.xsl') });
    expect(error.message).toContain('xslt/inline.xsl has no effect');
    expect(error.fix).toContain('xslt/flow/inline.xsl');
    expect((await refused({ 'xslt/mine.xsl': '<x/>' })).fix).toContain('Include it from a module of yours');
  });

  test('a project without any has the package’s', async () => {
    expect(await stylesheetsOf(folderWith({ 'sources/a.txt': 'a' }))).toBeUndefined();
    expect(await stylesheetsOf(process.cwd())).toBeUndefined();
  });
});
