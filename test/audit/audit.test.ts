import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/index.ts';
import { collect } from '../../src/audit/collect.ts';
import { audit } from '../../src/audit/index.ts';
import { encode } from '../../src/encode/index.ts';
import { recognise } from '../../src/recognise/index.ts';
import { parseXml } from '../../src/xml/tree.ts';
import { bare, cable, context, sourceOf } from '../helpers/document.ts';

const teiOf = (source = cable, ctx = context): string =>
  String(encode(annotate(recognise(source, ctx), ctx), ctx).content);
const tei = teiOf();
const check = (source = cable, xml = tei, options = {}) => audit(source, xml, 'tei/cable.xml', options);

describe('the audit of the first cable', () => {
  it('accounts for all 10,743 characters, by class', () => {
    const report = check();
    expect(report.diagnostics).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.total).toBe(10_743);
    expect(Object.values(report.classes).reduce((a, b) => a + b)).toBe(10_743);
    expect(report.classes).toMatchObject({ unaccounted: 0, unrecognised: 0 });
    expect(report.classes.furniture).toBeGreaterThan(300);
    expect(report.classes.catalogue).toBeGreaterThan(400);
  });

  it('finds the characters of every assertion in the source again', () => {
    const { assertions } = check();
    expect(assertions.length).toBeGreaterThan(150);
    const han = assertions.find((a) => a.rule === 'speech.frame');
    expect(cable.text.slice(han?.span?.start, han?.span?.end)).toMatch(
      /^1\) First, concerning[\s\S]*for its consideration\.$/,
    );
  });

  // Every place of the source is as good as another: each is tried with a deletion and a change.
  it('fails with the place when any one character of the source is deleted or changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: cable.text.length - 1 }), fc.boolean(), (at, remove) => {
        const c = cable.text[at] as string;
        const other = c === 'x' ? 'y' : 'x';
        const text = cable.text.slice(0, at) + (remove ? '' : other) + cable.text.slice(at + 1);
        const report = check({ ...cable, text });
        expect(report.ok).toBe(false);
        const found = report.diagnostics[0];
        expect(found?.source?.position.line).toBeGreaterThan(0);
        // A deletion in a run of equal characters can only be told from its end.
        const run = /^(.)\1*/su.exec(cable.text.slice(at))?.[0].length ?? 1;
        if (found?.code !== 'audit.checksum') {
          expect(found?.source?.span.start).toBeLessThanOrEqual(at + run);
          expect(found?.source?.span.start).toBeGreaterThanOrEqual(at - 30);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('fails with the place when any one character of the words in the TEI is deleted or changed', () => {
    const { root } = parseXml(tei, 'x');
    const { pieces, text } = collect(root as NonNullable<typeof root>);
    const runs = [...pieces, ...(text ? [text] : [])]
      .flatMap((s) => s.runs)
      .filter((r) => !r.text.includes('&'));
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.boolean(), (r, o, remove) => {
        const run = runs[r % runs.length] as (typeof runs)[number];
        const at = run.offset + (o % run.text.length);
        const other = tei[at] === 'x' ? 'y' : 'x';
        const xml = tei.slice(0, at) + (remove ? '' : other) + tei.slice(at + 1);
        const report = check(cable, xml);
        expect(report.ok).toBe(false);
        expect(report.diagnostics[0]?.position?.line).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it('holds after an editor has corrected, regularised, expanded, commented and tagged', () => {
    const edited = tei
      .replace(
        /<sic[^>]*>in say,<\/sic>/,
        '<choice><sic>in say,</sic><corr resp="#ed">in saying,</corr></choice>',
      )
      .replace('good-neighborly', '<choice><orig>good-neighborly</orig><reg>good-neighbourly</reg></choice>')
      .replace(
        'Negotiations</',
        '<choice><abbr>Negotiations</abbr><expan>Negotiations about the treaty</expan></choice></',
      )
      .replace(
        'This goes without saying.',
        'This goes <hi rend="italic">without</hi> saying.<note resp="#ed">A set phrase.</note>',
      )
      .replace('old trick', '<seg>old <supplied>dirty </supplied>trick</seg>');
    expect(edited).not.toBe(tei);
    expect(check(cable, edited)).toMatchObject({ ok: true });
  });

  it('fails on white space unless told that the file was re-indented', () => {
    const reflowed = tei.replace('</p>\n\n<p xml:id="p2"', '</p>\n    <p xml:id="p2"');
    expect(reflowed).not.toBe(tei);
    expect(check(cable, reflowed).diagnostics[0]?.code).toBe('audit.white-space');
    expect(check(cable, reflowed, { reflowed: true })).toMatchObject({ ok: true });
  });

  it('fails when the checksum is of another file', () => {
    expect(check({ ...cable, sha256: '0'.repeat(64) }).diagnostics[0]?.code).toBe('audit.checksum');
  });

  it('fails when an assertion loses its rule, its certainty, or words of its own', () => {
    expect(check(cable, tei.replace(/ ana="[^"]*#r\.speech\.frame"/, '')).diagnostics[0]?.code).toBe(
      'audit.evidence',
    );
    expect(check(cable, tei.replace(/(<said [^>]*?) cert="\w+"/, '$1')).diagnostics[0]?.code).toBe(
      'audit.evidence',
    );
    expect(
      check(cable, tei.replace('>Ambassador Sato</persName>\n', '>Ambassador Ogata</persName>\n'))
        .diagnostics[0]?.code,
    ).toBe('audit.evidence');
  });
});

describe('the audit of anything', () => {
  const char = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'abc ABC.:;,1234()[]“”‘’"\'\n\n\n\t\u00a0\u3000') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '\f',
        '\v',
        '\u0001',
        '\u2028',
        '\ufeff',
        '\ufffe',
        '𠮷',
        '佐',
        '&',
        '<',
        '>',
        ']]>',
        '\u0085',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'No. 12 Secret\n\n',
        'Sent: China, July 22, 1978, 19:40\n\n',
        '1. He said, “yes”.\n\n',
        'get citation\n',
        '[1 line not declassified]',
      ),
    },
  );
  const page = fc.array(char, { minLength: 1, maxLength: 120 }).map((c) => c.join(''));

  it('closes on any text, and the TEI is well-formed', () => {
    fc.assert(
      fc.property(page, (text) => {
        const source = sourceOf(text);
        const report = audit(source, teiOf(source, bare), 'tei/x.xml');
        expect(report.diagnostics).toEqual([]);
        expect(Object.values(report.classes).reduce((a, b) => a + b)).toBe([...text].length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same bytes for the same text', () => {
    fc.assert(
      fc.property(page, (text) => {
        const again = sourceOf(text);
        expect(teiOf(again, bare)).toBe(teiOf(sourceOf(text), bare));
      }),
      { numRuns: 100 },
    );
  });
});
