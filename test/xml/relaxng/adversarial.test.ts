/** No schema and no document makes the engine slow, deep or large beyond measure. */
import { describe, expect, test } from 'vitest';
import {
  compileRelaxNg,
  RelaxNgError,
  RelaxNgValidator,
  type Schema,
  validateXml,
} from '../../../src/xml/relaxng/index.ts';

const NS =
  'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"';
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Milliseconds a run takes. */
function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

describe('documents', () => {
  const open = compileRelaxNg(`<grammar ${NS}><start><ref name="any"/></start><define name="any">
    <element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element>
  </define></grammar>`);

  test('100,000 elements inside one another', () => {
    const depth = 100_000;
    expect(validateXml(open, '<a>'.repeat(depth) + '</a>'.repeat(depth))).toEqual([]);
  });

  test('as many that are not allowed', () => {
    const schema = compileRelaxNg(`<element name="a" ${NS}><empty/></element>`);
    const depth = 100_000;
    const findings = validateXml(schema, `<a>${'<b>'.repeat(depth)}${'</b>'.repeat(depth)}</a>`);
    expect(findings.map(({ message }) => message)).toEqual([
      'element "b" not allowed here; expected nothing more',
    ]);
  });

  test('50,000 attributes, allowed or not', () => {
    const attributes = range(50_000).map((i) => ({ uri: '', local: `a${i}`, value: `${i}` }));
    const validate = (schema: Schema) => {
      const validator = new RelaxNgValidator(schema, { maxFindings: 100_000 });
      validator.startElement('', 'a', attributes, 1, 1);
      validator.endElement(1, 1);
      return validator.end().length;
    };
    expect(validate(open)).toBe(0);
    expect(validate(compileRelaxNg(`<element name="a" ${NS}><empty/></element>`))).toBe(50_000);
  });

  test('100,000 different names leave nothing behind', () => {
    const schema = open;
    const names = (prefix: string) =>
      range(50_000)
        .map((i) => `<${prefix}${i} ${prefix}${i}="${i}"/>`)
        .join('');
    validateXml(schema, `<a>${names('x')}</a>`);
    const before = schema.derivatives.remembered;
    validateXml(schema, `<a>${names('y')}</a>`);
    expect(schema.derivatives.remembered).toBeLessThanOrEqual(before + 10);
  });

  test('different values are not kept without end', () => {
    const schema = compileRelaxNg(
      `<element name="a" ${NS}><zeroOrMore><element name="b"><attribute name="c"><data type="date"/></attribute></element></zeroOrMore></element>`,
    );
    validateXml(
      schema,
      `<a>${range(100_000)
        .map((i) => `<b c="${i}"/>`)
        .join('')}</a>`,
    );
    expect(schema.derivatives.remembered).toBeLessThan(31_000);
  });

  test('findings end at their number', () => {
    const schema = compileRelaxNg(`<element name="a" ${NS}><empty/></element>`);
    expect(validateXml(schema, `<a>${'<b/>'.repeat(100_000)}</a>`, { maxFindings: 10 })).toHaveLength(10);
    expect(validateXml(schema, `<a>${'<b/>'.repeat(100_000)}</a>`)).toHaveLength(1_000);
  });

  test('time grows with the length of the document', () => {
    const schema =
      compileRelaxNg(`<element name="a" ${NS}><zeroOrMore><choice><element name="b"><text/></element>
      <element name="c"><data type="integer"/></element></choice></zeroOrMore></element>`);
    const document = (n: number): string => `<a>${'<b>text</b><c>12</c>'.repeat(n)}</a>`;
    validateXml(schema, document(20_000));
    const short = time(() => validateXml(schema, document(20_000)));
    const long = time(() => validateXml(schema, document(200_000)));
    expect(long).toBeLessThan(Math.max(short, 20) * 40);
  });

  test('a value of a million characters against a treacherous pattern', () => {
    const schema = compileRelaxNg(
      `<element name="a" ${NS}><data type="token"><param name="pattern">(a+)+b|(a|aa)*c</param></data></element>`,
    );
    const took = time(() => {
      expect(validateXml(schema, `<a>${'a'.repeat(1_000_000)}</a>`)).toHaveLength(1);
    });
    expect(took).toBeLessThan(2_000);
  });
});

describe('schemas', () => {
  test('an interleave of 300 elements, in any order', () => {
    const names = range(300).map((i) => `e${i}`);
    const schema = compileRelaxNg(
      `<element name="a" ${NS}><interleave>${names.map((name) => `<element name="${name}"><empty/></element>`).join('')}</interleave></element>`,
    );
    const took = time(() => {
      for (const order of [names, names.toReversed(), [...names].sort()]) {
        expect(validateXml(schema, `<a>${order.map((name) => `<${name}/>`).join('')}</a>`)).toEqual([]);
      }
    });
    expect(took).toBeLessThan(5_000);
    expect(schema.derivatives.remembered).toBeLessThan(160_000);
  });

  test('what derivatives make is forgotten at the bound, and the verdict stays', () => {
    const names = range(12).map((i) => `e${i}`);
    const text = `<element name="r" ${NS}><zeroOrMore><element name="a"><interleave>${names
      .map((name) => `<optional><element name="${name}"><empty/></element></optional>`)
      .join('')}</interleave></element></zeroOrMore></element>`;
    const schema = compileRelaxNg(text, { maxRemembered: 500 });
    // 2,000 subsets: each a state of its own
    const children = (subset: number): string =>
      names.map((name, i) => (subset & (1 << i) ? `<${name}/>` : '')).join('');
    const document = (wrong: string): string =>
      `<r>${range(2_000)
        .map((i) => `<a>${children(i * 2)}${i === 1_999 ? wrong : ''}</a>`)
        .join('')}</r>`;
    expect(validateXml(schema, document(''))).toEqual([]);
    expect(validateXml(schema, document('<e1/><e1/>'))).toHaveLength(1);
    expect(schema.derivatives.remembered).toBeLessThan(2_000);
  });

  test('a choice of 5,000 elements and a group of 5,000 optional ones', () => {
    const elements = range(5_000).map((i) => `<element name="e${i}"><empty/></element>`);
    const choice = compileRelaxNg(
      `<element name="a" ${NS}><oneOrMore><choice>${elements.join('')}</choice></oneOrMore></element>`,
    );
    expect(
      validateXml(
        choice,
        `<a>${range(5_000)
          .map((i) => `<e${i}/>`)
          .join('')}</a>`,
      ),
    ).toEqual([]);
    const group = compileRelaxNg(
      `<element name="a" ${NS}>${elements.map((element) => `<optional>${element}</optional>`).join('')}</element>`,
    );
    expect(validateXml(group, '<a><e10/><e4000/><e4999/></a>')).toEqual([]);
    expect(validateXml(group, '<a><e4000/><e10/></a>')).toHaveLength(1);
  });

  test('5,000 attributes', () => {
    const names = range(5_000).map((i) => `a${i}`);
    const schema = compileRelaxNg(
      `<element name="a" ${NS}>${names.map((name) => `<optional><attribute name="${name}"/></optional>`).join('')}</element>`,
    );
    expect(
      validateXml(
        schema,
        `<a ${names
          .slice(0, 50)
          .map((name) => `${name}=""`)
          .join(' ')}/>`,
      ),
    ).toEqual([]);
  });

  test('ambiguity: (a|b)* a (a|b){12}', () => {
    const either =
      '<choice><element name="a"><empty/></element><element name="b"><empty/></element></choice>';
    const schema = compileRelaxNg(
      `<element name="r" ${NS}><zeroOrMore>${either}</zeroOrMore><element name="a"><empty/></element>${either.repeat(12)}</element>`,
      { maxRemembered: 20_000 },
    );
    let bits = '';
    for (let i = 0, x = 1; i < 20_000; i++) {
      x = (x * 1_103_515_245 + 12_345) & 0x7fffffff;
      bits += x & 0x10000 ? '<a/>' : '<b/>';
    }
    const took = time(() => {
      expect(validateXml(schema, `<r>${bits}<a/>${'<b/>'.repeat(12)}</r>`)).toEqual([]);
      expect(validateXml(schema, `<r>${bits}<b/>${'<b/>'.repeat(12)}</r>`)).toHaveLength(1);
    });
    expect(took).toBeLessThan(10_000);
    expect(schema.derivatives.remembered).toBeLessThan(40_000);
  });

  test('nesting without end is refused, not overflowed', () => {
    const deep = (n: number): string =>
      `<element name="a" ${NS}>${'<group>'.repeat(n)}<empty/>${'</group>'.repeat(n)}</element>`;
    expect(() => compileRelaxNg(deep(100_000))).toThrow(RelaxNgError);
    expect(() => compileRelaxNg(deep(300))).not.toThrow();
    expect(() => compileRelaxNg(`${'('.repeat(100_000)}text${')'.repeat(100_000)}`)).toThrow(RelaxNgError);
    const chain = range(100_000).map((i) => `<define name="d${i}"><ref name="d${i + 1}"/></define>`);
    expect(() =>
      compileRelaxNg(
        `<grammar ${NS}><start><element name="a"><ref name="d0"/></element></start>${chain.join('')}<define name="d100000"><text/></define></grammar>`,
      ),
    ).toThrow(RelaxNgError);
  });

  test('files and definitions that double one another', () => {
    const doubled =
      (combine: string) =>
      (uri: string): string => {
        const n = Number(uri.slice(1));
        if (n > 40) return `<text ${NS}/>`;
        const next = `<externalRef href="f${n + 1}"/>`;
        return `<${combine} ${NS}>${next}${next}</${combine}>`;
      };
    const bare = `<element name="a" ${NS}><externalRef href="f0"/></element>`;
    const grammar = `<grammar ${NS}><start>${bare}</start></grammar>`;
    expect(() => compileRelaxNg(bare, { resolve: doubled('choice') })).toThrow(/more than 2000 files/);
    expect(validateXml(compileRelaxNg(grammar, { resolve: doubled('choice') }), '<a>text</a>')).toEqual([]);
    for (const combine of ['group', 'interleave']) {
      expect(() => compileRelaxNg(grammar, { resolve: doubled(combine) })).toThrow(/more than 10000 parts/);
    }
  });

  test('a pattern that counts too far', () => {
    const data = (pattern: string): string =>
      `<element name="a" ${NS}><data type="token"><param name="pattern">${pattern}</param></data></element>`;
    expect(() => compileRelaxNg(data('((a{100}){100}){100}'))).toThrow(/too large/);
    expect(() => compileRelaxNg(data(`${'('.repeat(10_000)}a${')'.repeat(10_000)}`))).toThrow(RelaxNgError);
    expect(validateXml(compileRelaxNg(data('a{0,500}')), `<a>${'a'.repeat(500)}</a>`)).toEqual([]);
  });
});
