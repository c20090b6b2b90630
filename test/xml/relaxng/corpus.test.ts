/** The engine against Jing: every file of corpus/tei, mutations of them, and random schemas with random documents. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  compileRelaxNg,
  loadCompiled,
  NotWellFormedError,
  RelaxNgError,
  type RelaxNgFinding,
  type Schema,
  validateXml,
} from '../../../src/xml/relaxng/index.ts';
import { type JingError, runJing } from './jing.ts';
import { mutate, Random } from './random.ts';
import { makeContent, makePattern, SCHEMA_NAMES, writeElement, writePattern } from './randomSchema.ts';
import { describeWithJing, describeWithShared, SHARED } from './shared.ts';

const TEI_ALL = 'schemas/tei_all.rng';
const VERDICTS = 'corpus/tei/validity-tei_all.tsv';

const shared = (name: string): string => readFileSync(path.join(SHARED, name), 'utf8');

let tei: { rng: string; schema: Schema } | undefined;
function teiAll(): { rng: string; schema: Schema } {
  if (!tei) {
    const rng = shared(TEI_ALL);
    tei = { rng, schema: compileRelaxNg(rng) };
  }
  return tei;
}

function teiFiles(): { file: string; xml: string }[] {
  return readdirSync(path.join(SHARED, 'corpus/tei'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => ({ file, xml: shared(`corpus/tei/${file}`) }));
}

/** Needs another file that is not there: Jing reports that, we do not read it. */
const needsOtherFiles = (xml: string): boolean => /<!DOCTYPE|XInclude/.test(xml);

/** Disagreements about verdict or line of the first finding, in words. */
function disagreement(ours: readonly RelaxNgFinding[], jing: readonly JingError[]): string | undefined {
  if (ours.length > 0 !== jing.length > 0) {
    return `Jing: ${jing[0]?.message ?? 'valid'}; ours: ${ours[0]?.message ?? 'valid'}`;
  }
  if (ours[0]?.line === jing[0]?.line) return undefined;
  return `line ${jing[0]?.line} ${jing[0]?.message}; ours: line ${ours[0]?.line} ${ours[0]?.message}`;
}

describeWithShared('verdicts noted for corpus/tei', [TEI_ALL, VERDICTS], () => {
  /** What the list says for reasons that have nothing to do with the schema given here. */
  const REASONS: [RegExp, string][] = [
    [/fatal: file not found/, 'Jing looked for a DTD that is not there; the document is valid'],
    [
      /"place" not allowed here; expected the element end-tag or element "listRelation"/,
      'the list was made with TEI 4.1.0, the schema is newer',
    ],
    [
      /element "TEI\.2" not allowed here/,
      'the document uses an entity of a DTD, so we say that it is not well-formed',
    ],
  ];

  test('agree, or differ for a reason', () => {
    const rows = shared(VERDICTS).trim().split('\n').slice(1);
    const present = new Set(teiFiles().map(({ file }) => file));
    let compared = 0;
    const wrong: string[] = [];
    for (const row of rows) {
      const [file, verdict, , first = ''] = row.split('\t') as [string, string, string, string];
      if (!present.has(file)) continue;
      compared++;
      let valid: boolean | undefined;
      try {
        valid = validateXml(teiAll().schema, shared(`corpus/tei/${file}`)).length === 0;
      } catch (error) {
        if (!(error instanceof NotWellFormedError)) throw error;
      }
      if (valid === (verdict === 'yes')) continue;
      if (!REASONS.some(([pattern]) => pattern.test(first))) wrong.push(`${file}: ${verdict}, ${first}`);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });

  test('the stored form finds the same', () => {
    const { schema } = teiAll();
    const stored = JSON.parse(JSON.stringify(schema));
    const loaded = loadCompiled(stored);
    for (const { file, xml } of teiFiles()) {
      let expected: readonly RelaxNgFinding[];
      try {
        expected = validateXml(schema, xml);
      } catch {
        continue;
      }
      expect(validateXml(loaded, xml), file).toEqual(expected);
    }
  });
});

describeWithJing('Jing on corpus/tei', [TEI_ALL], () => {
  test('same verdict, same line of the first error, for every file', () => {
    const documents = teiFiles().flatMap(({ file, xml }) => {
      if (needsOtherFiles(xml)) return [];
      try {
        return [{ file, xml, ours: validateXml(teiAll().schema, xml) }];
      } catch (error) {
        if (error instanceof NotWellFormedError) return [];
        throw error;
      }
    });
    const jing = runJing(
      teiAll().rng,
      documents.map(({ xml }) => xml),
    );
    const wrong = documents.flatMap(({ file, ours }, index) => {
      const difference = disagreement(ours, jing[index]!);
      return difference === undefined ? [] : [`${file}: ${difference}`];
    });
    expect(wrong).toEqual([]);
    expect(documents.length).toBeGreaterThan(500);
  }, 60_000);

  test('2,000 mutated documents', () => {
    const { schema, rng } = teiAll();
    const random = new Random(20_261_124);
    const seeds = teiFiles()
      .map(({ xml }) => xml)
      .filter((xml) => xml.length < 40_000 && !needsOtherFiles(xml) && isNearlyValid(schema, xml));
    const written = [...rng.matchAll(/<element name="([^"]+)"/g)].map((match) => match[1]!);
    const attributes = [...rng.matchAll(/<attribute name="([^"]+)"/g)].map((match) => match[1]!);
    const documents = Array.from({ length: 2_000 }, () =>
      mutate(random.pick(seeds), [...written, 'foo'], [...attributes, 'xml:id', 'foo'], random),
    );
    const jing = runJing(rng, documents);
    const wrong = documents.flatMap((xml, index) => {
      const difference = disagreement(validateXml(schema, xml), jing[index]!);
      return difference === undefined ? [] : [difference];
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});

function isNearlyValid(schema: Schema, xml: string): boolean {
  try {
    return validateXml(schema, xml).length < 2;
  } catch {
    return false;
  }
}

describeWithJing('Jing on random schemas', [], () => {
  test('150 schemas with 20 documents each: same verdict, same line', () => {
    const random = new Random(4_711);
    const head =
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">';
    const cases: { pattern: ReturnType<typeof makePattern>; written: string }[] = [];
    while (cases.length < 150) {
      const pattern = makePattern(random, 2 + random.below(4));
      const written = `<element name="case${cases.length}">${writePattern(pattern)}</element>`;
      try {
        compileRelaxNg(`${head}<start>${written}</start></grammar>`);
      } catch (error) {
        if (error instanceof RelaxNgError) continue;
        throw error;
      }
      cases.push({ pattern, written });
    }
    const rng = `${head}<start><choice>${cases.map(({ written }) => written).join('')}</choice></start></grammar>`;
    const schema = compileRelaxNg(rng);
    const documents = cases.flatMap(({ pattern }, index) =>
      Array.from({ length: 20 }, () => {
        const xml = writeElement(`case${index}`, makeContent(pattern, random));
        return random.chance(50) ? xml : mutate(xml, SCHEMA_NAMES.elements, SCHEMA_NAMES.attributes, random);
      }),
    );
    const jing = runJing(rng, documents, ['-i']);
    const wrong = documents.flatMap((xml, index) => {
      const difference = disagreement(validateXml(schema, xml), jing[index]!);
      return difference === undefined ? [] : [`${xml}: ${difference}`];
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});
