/** James Clark's suites for RELAX NG, each case. What fails is listed with its reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  compileRelaxNg,
  loadCompiled,
  RelaxNgError,
  type Schema,
  validateXml,
} from '../../../src/xml/relaxng/index.ts';
import { readSuite, resourcesOf, type SuiteNode, testCases } from './clark-suite.ts';
import { describeWithShared, SHARED } from './shared.ts';

const read = (name: string): string => readFileSync(path.join(SHARED, 'fixtures/relaxng', name), 'utf8');

const resolverOf = (files: ReadonlyMap<string, string>) => (uri: string) => {
  const text = files.get(uri);
  if (text === undefined) throw new Error(`no file ${uri}`);
  return text;
};

/** What one part of a case should give, and what it gave; undefined if they agree. */
function failure(expected: string, run: () => unknown): string | undefined {
  try {
    run();
    return expected === 'error' ? 'an incorrect schema was accepted' : undefined;
  } catch (error) {
    if (!(error instanceof RelaxNgError)) return `failed with ${(error as Error).stack}`;
    return expected === 'error' ? undefined : `a correct schema was refused: ${error.message}`;
  }
}

describeWithShared('spectest.xml', ['fixtures/relaxng/spectest.xml'], () => {
  /**
   * Lines of the suite whose outcome differs: all five hold U+0E35 at the beginning of a name. The suite is of 2001
   * and follows XML 1.0, second edition, where the character may not begin a name; since the fifth edition (2008)
   * it may, and the parser and we follow the fifth.
   */
  const DIFFERENT = [758, 774, 783, 792, 871];

  test('965 outcomes, 5 of them different for a reason', () => {
    const suite = readSuite(
      read('spectest.xml'),
      new Set(['correct', 'incorrect', 'valid', 'invalid', 'resource']),
    );
    const failures: { line: number; message: string }[] = [];
    let outcomes = 0;
    for (const testCase of testCases(suite)) {
      const resolve = resolverOf(resourcesOf(testCase));
      let schema: Schema | undefined;
      for (const part of testCase.children) {
        if (!['correct', 'incorrect', 'valid', 'invalid'].includes(part.name)) continue;
        outcomes++;
        const message = outcomeOf(part);
        if (message !== undefined) failures.push({ line: part.line, message });
      }

      function outcomeOf(part: SuiteNode): string | undefined {
        if (part.name === 'incorrect') {
          return failure('error', () => compileRelaxNg(part.inner, { resolve, syntax: 'xml' }));
        }
        if (part.name === 'correct') {
          return failure('schema', () => {
            // Through the stored form, so that it is held against the suite as well.
            const compiled = compileRelaxNg(part.inner, { resolve, syntax: 'xml' });
            schema = loadCompiled(JSON.parse(JSON.stringify(compiled)));
          });
        }
        const findings = validateXml(schema!, part.inner.trim());
        if ((findings.length === 0) === (part.name === 'valid')) return undefined;
        return `${part.name}, but ${findings.length} findings: ${findings[0]?.message}`;
      }
    }
    expect(failures.filter(({ line }) => !DIFFERENT.includes(line))).toEqual([]);
    expect(failures.map(({ line }) => line)).toEqual(DIFFERENT);
    expect(outcomes).toBe(965);
  });
});

describeWithShared('compacttest.xml', ['fixtures/relaxng/compacttest.xml'], () => {
  test('87 cases: refused, or the same patterns as the XML syntax gives', () => {
    const source = read('compacttest.xml');
    const compactCases = [...testCases(readSuite(source, new Set()))];
    const xmlCases = [...testCases(readSuite(source, new Set(['correct', 'incorrect', 'resource'])))];
    const failures: string[] = [];
    compactCases.forEach((testCase, index) => {
      const compact = testCase.children.find(({ name }) => name === 'compact')!;
      const xml = xmlCases[index]!.children.find(({ name }) => name === 'xml');
      const files = new Map(xml ? resourcesOf(xml) : []);
      for (const child of compact.children)
        if (child.name === 'resource') files.set(child.attributes.name!, child.text);
      const resolve = resolverOf(files);
      const compile = (part: SuiteNode) =>
        part.name === 'incorrect'
          ? failure('error', () => compileRelaxNg(part.text, { resolve, syntax: 'compact' }))
          : undefined;
      for (const part of compact.children) {
        const message = compile(part);
        if (message) failures.push(`line ${part.line}: ${message}`);
      }
      const correct = compact.children.find(({ name }) => name === 'correct');
      const translated = xml?.children.find(({ name }) => name === 'correct');
      if (!correct) return;
      const stored = (text: string, syntax: 'xml' | 'compact'): string => {
        try {
          return JSON.stringify(compileRelaxNg(text, { resolve, syntax }));
        } catch (error) {
          // Correct compact syntax may still be an incorrect schema; then both are refused.
          if (error instanceof RelaxNgError) return 'refused';
          throw error;
        }
      };
      const compiled = stored(correct.text, 'compact');
      const expected = translated ? stored(translated.inner, 'xml') : 'refused';
      if (compiled !== expected) failures.push(`line ${correct.line}: ${correct.text}`);
    });
    expect(failures).toEqual([]);
    expect(compactCases.length).toBe(87);
  });
});

describeWithShared('xsdtest.xml', ['fixtures/relaxng/xsdtest.xml'], () => {
  const escaped = (text: string): string =>
    text.replace(/[&<>"\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

  /** Not ours, each with its reason. */
  const DIFFERENT = new Map([
    ['ENTITY valid', 'entities are declared in a DTD, and the engine reads none'],
    ['ENTITIES valid', 'entities are declared in a DTD, and the engine reads none'],
    ['untypedAtomic valid', 'a type of XPath 2.0, not of XML Schema 1.0'],
    ['anyAtomicType valid', 'a type of XPath 2.0, not of XML Schema 1.0'],
  ]);

  test('validity, equality, order and length', () => {
    const failures = new Set<string>();
    let outcomes = 0;
    const check = (datatype: string, what: string, expected: boolean, run: () => boolean): void => {
      outcomes++;
      let outcome: boolean | undefined;
      try {
        outcome = run();
      } catch (error) {
        if (!(error instanceof RelaxNgError)) throw error;
      }
      if (outcome !== expected) failures.add(`${datatype} ${what}`);
    };
    const accepts = (pattern: string, schemaPrefixes: string, value: string, prefixes: string): boolean => {
      const schema = `<element name="x" xmlns="http://relaxng.org/ns/structure/1.0" ${schemaPrefixes}
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">${pattern}</element>`;
      return validateXml(compileRelaxNg(schema), `<x ${prefixes}>${escaped(value)}</x>`).length === 0;
    };
    const prefixesOf = (node: SuiteNode): string =>
      Object.entries(node.attributes)
        .filter(([name]) => name.startsWith('xmlns:'))
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ');
    for (const datatype of readSuite(read('xsdtest.xml'), new Set()).children) {
      const type = datatype.attributes.name!;
      const data = (param = '', value = ''): string =>
        `<data type="${type}">${param && `<param name="${param}">${value}</param>`}</data>`;
      for (const node of datatype.children) {
        const [a, b] = node.children;
        switch (node.name) {
          case 'valid':
          case 'invalid':
            check(type, node.name, node.name === 'valid', () =>
              accepts(data(), '', node.text, prefixesOf(node)),
            );
            break;
          case 'length':
            check(type, 'length', true, () =>
              accepts(data('length', node.attributes.value), '', node.text, ''),
            );
            break;
          case 'equiv':
            node.children.forEach((one, i) => {
              node.children.forEach((other, j) => {
                for (const x of one.children) {
                  for (const y of other.children) {
                    const value = `<value type="${type}">${escaped(x.text)}</value>`;
                    check(type, `equiv ${x.text} ${y.text}`, i === j, () =>
                      accepts(value, prefixesOf(node), y.text, prefixesOf(node)),
                    );
                  }
                }
              });
            });
            break;
          case 'lessThan':
          case 'incomparable': {
            const less = node.name === 'lessThan';
            const [x, y] = [a!.text, b!.text];
            const order = (
              what: string,
              expected: boolean,
              facet: string,
              limit: string,
              value: string,
            ): void =>
              check(type, `${node.name} ${x} ${y} ${what}`, expected, () =>
                accepts(data(facet, limit), '', value, ''),
              );
            order('maxExclusive', less, 'maxExclusive', y, x);
            order('minExclusive', less, 'minExclusive', x, y);
            order('reverse', false, 'maxExclusive', x, y);
            break;
          }
        }
      }
    }
    expect([...failures].sort()).toEqual([...DIFFERENT.keys()].sort());
    expect(outcomes).toBeGreaterThan(2_500);
  });
});
