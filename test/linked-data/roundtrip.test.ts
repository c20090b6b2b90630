/**
 * Every fact of a TEI header is in its graph, or in the table of what is left out on purpose in docs/linked-data.md. A
 * fact: the words of an element, or a value that stands in an attribute alone.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../src/artifact.ts';
import { encodeSource } from '../../src/pipeline.ts';
import { read } from '../../src/read/index.ts';
import { bare as context } from '../helpers/document.ts';
import { shared } from '../helpers/shared.ts';
import { cable, documents, editionsOf } from './documents.ts';
import { absentFrom, factsOf, isLeftOut, leftOut } from './facts.ts';

function missing(document: Artifact): readonly string[] {
  // The publisher is the settings' own, here the one that the TEI names.
  const publisher = /<publisher>([^<]*)</.exec(String(document.content))?.[1] ?? '';
  const { jsonld } = editionsOf(document, ['jsonld'], { publisher, formats: ['jsonld'] });
  return absentFrom(jsonld, String(document.content));
}

describe('the header and the graph', () => {
  it('the table is read, and nothing that matters is in it', () => {
    expect(leftOut.length).toBeGreaterThan(5);
    for (const path of ['fileDesc', 'profileDesc', 'profileDesc/correspDesc', 'fileDesc/sourceDesc/msDesc'])
      expect(isLeftOut(path)).toBe(false);
    expect(factsOf(String(cable.content)).length).toBeGreaterThan(80);
  });

  it.each(Object.entries(documents))('%s', (_, document) => {
    expect(missing(document)).toEqual([]);
  });

  it('a fact that the graph does not have is seen', () => {
    const content = String(cable.content).replace(
      '<activity>Second meeting</activity>',
      '<activity>Second meeting</activity><locale>In the Great Hall</locale>',
    );
    expect(missing({ ...cable, content })).toEqual([
      'profileDesc/settingDesc/setting/locale: In the Great Hall',
    ]);
  });

  it('words of the text, and parts of other words, are no proof', () => {
    const speech = /<said[^>]*>([^<]{40,})/u.exec(String(cable.content))?.[1]?.trim() ?? '';
    expect(speech.length).toBeGreaterThan(30);
    for (const locale of [speech, 'apa']) {
      const content = String(cable.content).replace('</activity>', `</activity><locale>${locale}</locale>`);
      expect(missing({ ...cable, content })).toEqual([
        `profileDesc/settingDesc/setting/locale: ${locale.slice(0, 80)}`,
      ]);
    }
  });

  it('documents of all families', { timeout: 120_000 }, async (test) => {
    const corpus = shared('corpus', test);
    const volume = readdirSync(join(corpus, 'dfat')).sort()[3] ?? '';
    const folders = [`dfat/${volume}`, 'frus', 'us-telegrams/plain', 'ocr', 'wilson-center'];
    const files = folders.flatMap((folder) => {
      const names = readdirSync(join(corpus, folder))
        .filter((f) => /\.(txt|md)$/.test(f))
        .sort();
      return names
        .filter((_, i) => i % Math.ceil(names.length / 4) === 0)
        .map((name) => join(corpus, folder, name));
    });
    expect(files.length).toBeGreaterThan(14);
    const problems: string[] = [];
    for (const file of files) {
      const [source] = (await read(readFileSync(file), file, context)).sources;
      if (source === undefined) throw new Error(`${file} was not read`);
      const { tei } = encodeSource(source, context);
      problems.push(...missing(tei).map((m) => `${file.replace(corpus, '')} ${m}`));
    }
    expect(problems).toEqual([]);
  });
});
