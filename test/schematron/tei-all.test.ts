/** The Schematron inside the TEI’s own schema, on TEI from everywhere: it runs, and says what the TEI means. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseXml } from '../../src/xml/tree.ts';
import { shared } from '../helpers/shared.ts';
import { make, run } from './engine.ts';

test('tei_all on a sample of editions', (context) => {
  const schema = shared('schemas/tei_all.rng', context);
  const corpus = shared('corpus/tei', context);
  const schematron = make(readFileSync(schema, 'utf8'), { uri: schema });
  expect(schematron.schema.patterns.length).toBeGreaterThan(80);
  const wrong = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><p><date when="1978" notBefore="1977">1978</date>
    <q subtype="x">y</q><ab><lb/><l>verse</l></ab></p></TEI>`;
  const said = run(schematron, wrong).failures.map(
    (f) => `${f.element?.name} ${f.check.severity} ${f.message}`,
  );
  expect(said).toContain(
    'date warning The @when attribute cannot be used with any other att.datable.w3c attributes.',
  );
  expect(said.join('\n')).toMatch(
    /q error The q element should not be categorized in detail with @subtype unless/,
  );

  let files = 0;
  for (const { name: folder } of readdirSync(corpus, { withFileTypes: true }).filter((e) =>
    e.isDirectory(),
  )) {
    const names = readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names
      .filter((n) => n.endsWith('.xml'))
      .sort()
      .slice(0, 3)) {
      const xml = readFileSync(join(corpus, folder, name), 'utf8');
      if (xml.length > 300_000 || !parseXml(xml, name).root) continue;
      const { failures, faults } = run(schematron, xml);
      expect(
        faults.map((f) => f.reason),
        name,
      ).toEqual([]);
      for (const failure of failures) {
        expect(failure.element, `${name} ${failure.path}`).toBeDefined();
        expect(failure.message).not.toBe('');
      }
      files++;
    }
  }
  expect(files).toBeGreaterThan(5);
});
