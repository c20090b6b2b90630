/**
 * chancery.rng is a subset of TEI: whatever it accepts, tei_all accepts. Held against jing on the edition's own
 * files, on the files of the rules, on documents said at random by the grammar itself, and on mutations of all
 * these. Our engine is held against jing on the same.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { teiGrammar } from '../../src/validate/schema.ts';
import { RelaxNgValidator } from '../../src/xml/relaxng/index.ts';
import { parseXml } from '../../src/xml/tree.ts';
import { Generator, randomFrom } from './generate.ts';
import { haveJing, jing, ours, teiAll } from './jing.ts';
import { mutate } from './mutate.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const grammar = read('schemas/chancery.rng');

const own = readdirSync(new URL('tei/', root))
  .filter((f) => f.endsWith('.xml'))
  .map((f) => `tei/${f}`);
/** A rule over several files has a folder in the place of each. */
const ofRules = readdirSync(new URL('test/rules/', root))
  .flatMap((f) => [`test/rules/${f}/valid.xml`, `test/rules/${f}/invalid.xml`])
  .filter((path) => existsSync(new URL(path, root)));

function generated(count: number, seed: number): readonly string[] {
  const generator = new Generator(grammar);
  return Array.from({ length: count }, (_, i) => generator.document(seed + i));
}

function mutations(count: number, seed: number): readonly string[] {
  const random = randomFrom(seed);
  const texts = [...own, ...ofRules].map(read);
  return Array.from({ length: count }, (_, i) => mutate(texts[i % texts.length]!, random));
}

/** First complaint of our own engine. */
function engine(xml: string): string | undefined {
  const validator = new RelaxNgValidator(teiGrammar());
  const { diagnostics } = parseXml(xml, 'x.xml', {
    startElement: (e) =>
      validator.startElement(e.uri, e.name, e.attributes, e.line, e.column, e.resolvePrefix),
    text: (t) => validator.text(t.value, t.line, t.column),
    endElement: (_n, _u, p) => validator.endElement(p.line, p.column),
  });
  return diagnostics.find((d) => d.severity === 'error')?.message ?? validator.end()[0]?.message;
}

test('random documents reach every element of the grammar', { timeout: 300_000 }, () => {
  const names = new Set([...grammar.matchAll(/<element name="([^"]+)"/g)].map((m) => m[1]!));
  const generator = new Generator(grammar);
  for (let seed = 0; seed < 3_000 && names.size > 0; seed++) {
    for (const m of generator.document(seed).matchAll(/<([A-Za-z]+)/g)) names.delete(m[1]!);
  }
  expect([...names]).toEqual([]);
});

describe.skipIf(!haveJing)('with jing and tei_all.rng', () => {
  test('the edition’s own files are valid by both', { timeout: 300_000 }, () => {
    const texts = own.map(read);
    expect(jing(ours, texts).filter(Boolean)).toEqual([]);
    expect(jing(teiAll, texts).filter(Boolean)).toEqual([]);
  });

  test('what the grammar says at random is TEI, and valid by itself', { timeout: 300_000 }, () => {
    const texts = generated(200, 1_978);
    expect(jing(ours, texts).filter(Boolean)).toEqual([]);
    expect(jing(teiAll, texts).filter(Boolean)).toEqual([]);
    expect(texts.map(engine).filter(Boolean)).toEqual([]);
  });

  test('of mutations, those we accept are TEI; our engine agrees with jing', { timeout: 300_000 }, () => {
    const texts = [...ofRules.map(read), ...mutations(200, 722)];
    const byOurs = jing(ours, texts);
    const byAll = jing(teiAll, texts);
    const wrong = texts.filter((_, i) => byOurs[i] === undefined && byAll[i] !== undefined);
    expect(wrong).toEqual([]);
    const disagree = texts.flatMap((text, i) => {
      const said = engine(text);
      return (said === undefined) === (byOurs[i] === undefined)
        ? []
        : [{ engine: said, jing: byOurs[i], text }];
    });
    expect(disagree).toEqual([]);
    // The mutations are worth something only if there are both kinds.
    expect(byOurs.filter((m) => m === undefined).length).toBeGreaterThan(30);
    expect(byOurs.filter((m) => m !== undefined).length).toBeGreaterThan(30);
  });
});
