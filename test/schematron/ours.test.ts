/** schemas/chancery.sch, run by our own engine, says what the rules in TypeScript say. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { teiFile } from '../../src/validate/file.ts';
import { rules } from '../../src/validate/rules.ts';
import { parseXml } from '../../src/xml/tree.ts';
import { read, root } from '../validate/context.ts';
import { make, run } from './engine.ts';

const schematron = make(read('schemas/chancery.sch'), { uri: '/schemas/chancery.sch' });

test('every file of test/rules', () => {
  for (const folder of readdirSync(new URL('test/rules/', root))) {
    // A rule over several files has folders of them; the Schematron is for one.
    const files = readdirSync(new URL(`test/rules/${folder}/`, root));
    for (const name of files.filter((file) => /^(?:in)?valid.*\.xml$/.test(file))) {
      const xml = read(`test/rules/${folder}/${name}`);
      const file = teiFile(parseXml(xml, 'x.xml').root!);
      const byRules = rules
        .flatMap((rule) => [...rule.check(file)])
        .map((f) => {
          // The rule on labels points at the label in TypeScript, at the paragraph in Schematron.
          const e =
            f.assert === 'numbering-style' && f.element.name === 'label' ? f.element.parent! : f.element;
          return `${f.assert} ${e.line}:${e.column}`;
        });
      const { failures, faults } = run(schematron, xml);
      const bySchematron = failures.map((f) => `${f.check.id} ${f.element?.line}:${f.element?.column}`);
      expect(faults).toEqual([]);
      expect([...new Set(bySchematron)].sort(), `${folder}/${name}`).toEqual([...new Set(byRules)].sort());
    }
  }
});
