/** chancery.sch and the rules in TypeScript say the same of every file. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { teiFile } from '../../src/validate/file.ts';
import { rules } from '../../src/validate/rules.ts';
import { parseXml } from '../../src/xml/tree.ts';
import { invalidFiles } from '../validate/context.ts';
import { randomFrom } from './generate.ts';
import { mutate } from './mutate.ts';
import { Schematron } from './schematron.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const schematron = new Schematron(read('schemas/chancery.sch'));

const folders = rules.map((rule) => rule.id);
const files = [
  ...folders.flatMap((f) => [`test/rules/${f}/valid.xml`, ...invalidFiles(f)]),
  'tei/1978-07-22-sato-1384.xml',
  'tei/register.xml',
];

function byTypeScript(xml: string): readonly string[] {
  const { root: tree } = parseXml(xml, 'x.xml');
  if (!tree) throw new Error('not well-formed');
  const file = teiFile(tree);
  const found = rules.flatMap((rule) => [...rule.check(file)]);
  return [...new Set(found.map((f) => `${f.assert} ${file.elements.indexOf(f.element)}`))].sort();
}

function bySchematron(xml: string): readonly string[] {
  return [...new Set(schematron.run(xml).map(({ assert, element }) => `${assert} ${element}`))].sort();
}

/** The rule on labels points at the label in TypeScript, at the paragraph in Schematron. */
const atParagraph = (xml: string, found: readonly string[]): readonly string[] => {
  const file = teiFile(parseXml(xml, 'x.xml').root!);
  return found
    .map((f) => {
      const [assert, number] = f.split(' ');
      if (assert !== 'numbering-style') return f;
      const element = file.elements[Number(number)]!;
      return `${assert} ${file.elements.indexOf(element.name === 'label' ? element.parent! : element)}`;
    })
    .sort();
};

describe('Schematron and TypeScript', () => {
  for (const path of files) {
    test(path, { timeout: 300_000 }, () => {
      const xml = read(path);
      expect(atParagraph(xml, byTypeScript(xml))).toEqual(bySchematron(xml));
    });
  }

  test('mutations of the rules’ own files', { timeout: 300_000 }, () => {
    const random = randomFrom(1978);
    for (const folder of folders) {
      for (let n = 0; n < 6; n++) {
        const xml = mutate(read(`test/rules/${folder}/${n % 2 ? 'valid' : 'invalid'}.xml`), random);
        if (!parseXml(xml, 'x.xml').root) continue;
        expect(atParagraph(xml, byTypeScript(xml)), xml).toEqual(bySchematron(xml));
      }
    }
  });

  test('each assertion has a diagnostic and belongs to a rule', () => {
    for (const { id, pattern, role } of schematron.assertions) {
      expect(schematron.diagnostics).toContain(`fix.${id}`);
      expect(rules.map((r) => r.id)).toContain(pattern.split('.')[0]);
      expect(['error', 'warning', 'info']).toContain(role);
    }
  });

  test('each assertion fails somewhere in test/rules', { timeout: 300_000 }, () => {
    const failed = new Set<string>();
    for (const folder of folders) {
      for (const file of invalidFiles(folder)) {
        for (const { assert } of schematron.run(read(file))) failed.add(assert);
      }
    }
    const silent = schematron.assertions.map((a) => a.id).filter((id) => !failed.has(id));
    expect(silent).toEqual([]);
  });
});
