/** A build asks what only all documents together can tell, and asks again when any of them has changed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/batch/build.ts';
import { addFiles, folderWith } from '../helpers/folder.ts';
import { simpleStages } from '../helpers/stages.ts';

const tei = (words: string): string => `<TEI>${words}</TEI>`;

test('links between documents, the register, and files beside them', async () => {
  const project = folderWith({
    'chancery.json': '{}',
    'tei/a.xml': tei('<p corresp="b.xml#p1 b.xml#p2 taxonomy.xml#t"/>'),
    'tei/b.xml': tei('<p xml:id="p1"/>'),
    'tei/register.xml': '<TEI type="register"><person xml:id="sato"/></TEI>',
  });
  const told = async (): Promise<readonly string[]> => {
    const { findings } = await build({ project, stages: simpleStages() });
    return findings.map((f) => `${f.file}: ${f.message}`);
  };
  const orphan = 'tei/register.xml: No document of the edition mentions the entry sato (<person>)';
  const missing =
    'tei/a.xml: @corresp of <p> points to taxonomy.xml#t, and there is no file tei/taxonomy.xml';
  const first = ['tei/a.xml: @corresp of <p> points to b.xml#p2, which is not in tei/b.xml', missing, orphan];
  expect(await told()).toEqual(first);
  // Nothing to do: what is remembered is told.
  expect(await told()).toEqual(first);
  // The target gets what was missing; the document that points there is not done anew.
  addFiles(project, { 'tei/b.xml': tei('<p xml:id="p1"/><p xml:id="p2"/>') });
  expect(await told()).toEqual([missing, orphan]);
  // A file that is no document comes and goes.
  addFiles(project, { 'tei/taxonomy.xml': tei('') });
  expect(await told()).toEqual([orphan]);
  rmSync(join(project, 'tei/taxonomy.xml'));
  expect(await told()).toEqual([missing, orphan]);
});
