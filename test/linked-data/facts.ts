/** The facts of a TEI header, and whether a graph has them: what is left out on purpose stands in docs/linked-data.md. */
import { readFileSync } from 'node:fs';
import { triplesOf } from '../../src/transform/rdf/quads.ts';
import { childElements, parseXml, textOf, type XmlElement } from '../../src/xml/tree.ts';

/** Paths of the table under the heading «What is left out». */
export const leftOut: readonly string[] = (() => {
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

export function factsOf(tei: string): readonly Fact[] {
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
export const isLeftOut = (path: string): boolean =>
  leftOut.some(
    (entry) =>
      path === entry ||
      path.startsWith(`${entry}/`) ||
      path.endsWith(`/${entry}`) ||
      path.includes(`/${entry}/`),
  );

/**
 * Facts of a header that its graph does not have. A value is there if it is one of the graph's values, or stands in one
 * as whole words; the words of the text itself prove nothing about the header.
 */
export function absentFrom(graph: string, tei: string): readonly string[] {
  const values = triplesOf(graph)
    .filter(({ predicate }) => !ofTheText.includes(predicate))
    .map(({ object }) => (typeof object === 'string' ? object : object.value).toLowerCase());
  const exact = new Set(values);
  const all = values.join('\n');
  const has = (value: string): boolean => exact.has(value) || standsIn(value, all);
  return factsOf(tei)
    .filter(({ path }) => !isLeftOut(path))
    .filter(({ value }) => !has(value.toLowerCase()))
    .map(({ path, value }) => `${path}: ${value.slice(0, 80)}`);
}

/** Words of the document, and words that an assertion rests on. */
const ofTheText = ['http://schema.org/text', 'urn:x-chancery:vocabulary#words'];

/** As whole words: «en» is not in «sent». */
function standsIn(value: string, all: string): boolean {
  for (let at = all.indexOf(value); at >= 0; at = all.indexOf(value, at + 1)) {
    const [before = '', after = ''] = [all[at - 1], all[at + value.length]];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
