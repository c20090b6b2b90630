/** One mistake in a JSON file gives one message, and the message helps. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkJson } from '../../src/validate/json.ts';

const root = new URL('../../', import.meta.url);
const settings = (body: string): string => `{\n  "title": "T",\n  ${body}\n}`;

const worded = (text: string, file: string, kind: 'chancery' | 'manifest' | 'jsonld'): readonly string[] =>
  checkJson(text, file, kind).map(
    ({ position, message, fix }) => `${position?.line}:${position?.column} ${message} | ${fix}`,
  );

describe('settings that are not JSON, or not as they should be', () => {
  test.each([
    [
      '{\n  "title": "T"\n  "language": "en"\n}',
      '2:15 A comma is missing between two keys | Write a comma here.',
    ],
    [
      settings('"formats": ["html",]'),
      '3:21 A comma stands before ] | Remove the comma: nothing follows it.',
    ],
    ['{\n  "title": "T",\n}', '2:15 A comma stands before } | Remove the comma: nothing follows it.'],
    ['{\n  title: "T"\n}', '2:3 A key in quotation marks is expected | Write "title".'],
    ["{\n  'title': 'T'\n}", '2:3 A key in quotation marks is expected | Write "title".'],
    [
      '{\n  "title": “T”\n}',
      '2:12 A value cannot begin with “ | Write straight double quotation marks: "…".',
    ],
    ['{\n  "title": T\n}', '2:12 A value cannot begin with T | Write words in quotation marks: "T".'],
    ['{\n  "title" "T"\n}', '2:11 A colon is missing after the key | Write "title": and the value.'],
    ['{\n  // the title\n  "title": "T"\n}', '2:3 JSON has no comments | Remove it.'],
    [
      '{\n  "title": "T"\n',
      '3:1 The file ends in the middle | A closing } or ] is missing, or the rest of the file.',
    ],
    ['{\n  "title": "T",\n  "title": "U"\n}', '3:3 The key "title" occurs twice | Keep one of them.'],
    [
      settings('"validation": { "severity": { "numbering": "warn" } }'),
      '3:33 /validation/severity/numbering is "warn", but should be one of error, warning, info, off | Did you mean "warning"?',
    ],
    [
      settings('"validation": { "suppress": [{ "reason": "as printed" }] }'),
      '3:32 /validation/suppress/0 lacks the key "code" or "rule" | Add "code" or "rule".',
    ],
    [
      settings('"formats": ["json-ld"]'),
      '3:15 /formats/0 is "json-ld", but should be one of html, source, text, jsonld, markdown, epub, docx, bibtex, ris, csl, tei, annotations, nquads, turtle, linkset, dts, iiif | Did you mean "jsonld"?',
    ],
  ])('%s', (text, said) => {
    expect(worded(text, 'chancery.json', 'chancery')).toEqual([said]);
  });
});

/** Each value of a document spoilt in turn: its key renamed, left out, another type. */
function* spoilt(text: string, step: number): Generator<{ readonly what: string; readonly text: string }> {
  type Node = Record<string, unknown>;
  const places: string[][] = [];
  const walk = (value: unknown, path: string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      if (key === '@context') continue;
      places.push([...path, key]);
      walk((value as Node)[key], [...path, key]);
    }
  };
  walk(JSON.parse(text), []);
  for (let i = 0; i < places.length; i += step) {
    const path = places[i]!;
    const key = path.at(-1)!;
    const how = (i / step) % 3;
    const whole = JSON.parse(text) as Node;
    const holder = path.slice(0, -1).reduce((at, k) => at[k] as Node, whole);
    if (how === 2 || Array.isArray(holder)) holder[key] = typeof holder[key] === 'string' ? 7 : 'x';
    else {
      if (how === 0) holder[`${key.slice(0, -1)}x`] = holder[key];
      delete holder[key];
    }
    yield { what: `${how} ${path.join('/')}`, text: JSON.stringify(whole) };
  }
}

test('a graph: a message for each mistake that is seen', () => {
  const graph = readFileSync(new URL('test/documents/sato-1384/7-graph.jsonld', root), 'utf8');
  expect(worded(graph, 'a.jsonld', 'jsonld')).toEqual([]);
  const several: string[] = [];
  let seen = 0;
  let all = 0;
  for (const { what, text } of spoilt(graph, 29)) {
    all++;
    const found = checkJson(text, 'a.jsonld', 'jsonld');
    if (found.length > 0) seen++;
    if (found.length > 1) several.push(`${what}: ${found.map((f) => f.message).join(' · ')}`);
  }
  expect(seen).toBeGreaterThan(all / 3);
  // An id that is renamed is missed by all that point to it, and a key of a type may be known to no other.
  expect(
    several.filter((s) => !/\/@id|leads nowhere|@type/.test(s)),
    several.join('\n'),
  ).toEqual([]);
});
