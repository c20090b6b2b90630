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
import { makeContent, makePattern, SCHEMA_NAMES, writeElement, writePattern } from './random-schema.ts';
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

interface TeiFile {
  readonly file: string;
  readonly xml: string;
  /** Undefined if the file is not well-formed for us. */
  readonly findings: readonly RelaxNgFinding[] | undefined;
}

let files: readonly TeiFile[] | undefined;
function teiFiles(): readonly TeiFile[] {
  files ??= readdirSync(path.join(SHARED, 'corpus/tei'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => {
      const xml = shared(`corpus/tei/${file}`);
      return { file, xml, findings: findingsOf(teiAll().schema, xml) };
    });
  return files;
}

function findingsOf(schema: Schema, xml: string): readonly RelaxNgFinding[] | undefined {
  try {
    return validateXml(schema, xml);
  } catch (error) {
    if (error instanceof NotWellFormedError) return undefined;
    throw error;
  }
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

const SLOW = 300_000;

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

  test(
    'agree, or differ for a reason',
    () => {
      const rows = shared(VERDICTS).trim().split('\n').slice(1);
      const present = new Map(teiFiles().map(({ file, findings }) => [file, findings]));
      let compared = 0;
      const wrong: string[] = [];
      for (const row of rows) {
        const [file, verdict, , first = ''] = row.split('\t') as [string, string, string, string];
        if (!present.has(file)) continue;
        compared++;
        if ((present.get(file)?.length === 0) === (verdict === 'yes')) continue;
        if (!REASONS.some(([pattern]) => pattern.test(first))) wrong.push(`${file}: ${verdict}, ${first}`);
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(500);
    },
    SLOW,
  );

  test(
    'the stored form finds the same',
    () => {
      const { schema } = teiAll();
      const stored = JSON.parse(JSON.stringify(schema));
      const loaded = loadCompiled(stored);
      for (const { file, xml, findings } of teiFiles())
        expect(findingsOf(loaded, xml), file).toEqual(findings);
    },
    SLOW,
  );
});

describeWithJing('Jing on corpus/tei', [TEI_ALL], () => {
  test(
    'same verdict, same line of the first error, for every file',
    () => {
      const documents = teiFiles().filter(({ xml, findings }) => findings && !needsOtherFiles(xml));
      const jing = runJing(
        teiAll().rng,
        documents.map(({ xml }) => xml),
      );
      const wrong = documents.flatMap(({ file, findings }, index) => {
        const difference = disagreement(findings!, jing[index]!);
        return difference === undefined ? [] : [`${file}: ${difference}`];
      });
      expect(wrong).toEqual([]);
      expect(documents.length).toBeGreaterThan(500);
    },
    SLOW,
  );

  test(
    '2,000 mutated documents',
    () => {
      const { schema, rng } = teiAll();
      const random = new Random(20_261_124);
      const seeds = teiFiles()
        .filter(
          ({ xml, findings }) =>
            findings && findings.length < 2 && xml.length < 20_000 && !needsOtherFiles(xml),
        )
        .map(({ xml }) => xml);
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
    },
    SLOW,
  );
});

describeWithJing('Jing on random schemas', [], () => {
  test(
    '150 schemas with 20 documents each: same verdict, same line',
    () => {
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
          return random.chance(50)
            ? xml
            : mutate(xml, SCHEMA_NAMES.elements, SCHEMA_NAMES.attributes, random);
        }),
      );
      const jing = runJing(rng, documents, ['-i']);
      const wrong = documents.flatMap((xml, index) => {
        const difference = disagreement(validateXml(schema, xml), jing[index]!);
        return difference === undefined ? [] : [`${xml}: ${difference}`];
      });
      expect(wrong).toEqual([]);
    },
    SLOW,
  );
});
