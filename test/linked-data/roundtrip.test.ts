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
import { triplesOf } from '../../src/transform/rdf/quads.ts';
import { childElements, parseXml, textOf, type XmlElement } from '../../src/xml/tree.ts';
import { bare as context } from '../helpers/document.ts';
import { shared } from '../helpers/shared.ts';
import { cable, documents, editionsOf } from './documents.ts';

/** Paths of the table under the heading «What is left out». */
const leftOut: readonly string[] = (() => {
  const page = readFileSync(new URL('../../docs/linked-data.md', import.meta.url), 'utf8');
  const [, after = ''] = page.split('## What is left out');
  const table = after.split('\n## ')[0] ?? '';
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = '']) => path);
})();

interface Fact {
  readonly path: string;
  readonly value: string;
}

/** Attributes that say something which no words say. */
const telling = ['when', 'from', 'to', 'notBefore', 'notAfter', 'status', 'ident', 'form', 'mainLang'];

function factsOf(tei: string): readonly Fact[] {
  const { root } = parseXml(tei, 'x.xml');
  const header = root && childElements(root, 'teiHeader')[0];
  if (header === undefined) throw new Error('no header');
  const facts: Fact[] = [];
  const visit = (element: XmlElement, path: string): void => {
    for (const { name, value } of element.attributes)
      if (telling.includes(name)) facts.push({ path: `${path}/@${name}`, value });
    // Commas between parts say nothing.
    const words = element.children.some((c) => c.type === 'text' && /[\p{L}\p{N}]/u.test(c.value));
    if (words) facts.push({ path, value: textOf(element).replace(/\s+/g, ' ').trim() });
    for (const child of childElements(element)) visit(child, `${path}/${child.name}`);
  };
  for (const part of childElements(header)) visit(part, part.name);
  return facts;
}

/** Is the path, or one it lies under, in the table? */
const isLeftOut = (path: string): boolean =>
  leftOut.some(
    (entry) =>
      path === entry ||
      path.startsWith(`${entry}/`) ||
      path.endsWith(`/${entry}`) ||
      path.includes(`/${entry}/`),
  );

function missing(document: Artifact): readonly string[] {
  // The publisher is the settings' own, here the one that the TEI names.
  const publisher = /<publisher>([^<]*)</.exec(String(document.content))?.[1] ?? '';
  const { jsonld } = editionsOf(document, ['jsonld'], { publisher, formats: ['jsonld'] });
  const values = triplesOf(jsonld).map(({ object }) => (typeof object === 'string' ? object : object.value));
  const all = values.join('\n').toLowerCase();
  return factsOf(String(document.content))
    .filter(({ path }) => !isLeftOut(path))
    .filter(({ value }) => !all.includes(value.toLowerCase()))
    .map(({ path, value }) => `${path}: ${value.slice(0, 80)}`);
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
