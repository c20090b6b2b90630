/** Annotations on the plain text: the W3C's MUSTs, one by one; every selector finds its words; nothing asserted is missing. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/transform/annotations/alignment.ts';
import { assertionsOf } from '../../src/transform/annotations/assertions.ts';
import { selector } from '../../src/transform/annotations/selectors.ts';
import { transform } from '../../src/transform/index.ts';
import { checkJson } from '../../src/validate/json.ts';
import { parseXml } from '../../src/xml/tree.ts';
import { shared } from '../helpers/shared.ts';
import { artifact, contextWith, teiWith } from '../transform/documents.ts';
import { address, cable, documents, editionsOf, odd } from './documents.ts';
import { byJsonLd, quadsOf } from './rdf.ts';
import { suite } from './web-annotation.ts';

interface Selectors {
  readonly source: string;
  readonly selector: readonly [
    { readonly start: number; readonly end: number },
    { readonly exact: string; readonly prefix: string; readonly suffix: string },
  ];
}
interface Annotation {
  readonly id: string;
  readonly motivation: string;
  readonly body: object | readonly object[];
  readonly target: Selectors | readonly Selectors[];
  readonly creator?: unknown;
  readonly generator?: string;
}
interface Collection {
  readonly '@context': unknown;
  readonly total: number;
  readonly 'schema:about': { readonly id: string; readonly 'schema:sha256': string };
  readonly first: { readonly items: readonly Annotation[] };
}

const made = (document: typeof cable, settings = {}) => {
  const { text, annotations } = editionsOf(document, ['text', 'annotations'], settings);
  return { text, json: annotations, collection: JSON.parse(annotations) as Collection };
};
const targets = (a: Annotation): readonly Selectors[] => [a.target].flat() as readonly Selectors[];
const bare = (words: string): string => words.replace(/⟦[^⟧]*⟧/g, '').replace(/[ \t\r\n]+/g, '');

describe.each(Object.entries(documents))('annotations of %s', (_, document) => {
  const { text, json, collection } = made(document);
  const points = [...text];

  it('pass their own checks', () => {
    expect(checkJson(json, 'x.anno.jsonld', 'annotations')).toEqual([]);
    expect(collection.first.items).toHaveLength(collection.total);
    expect(new Set(collection.first.items.map((a) => a.id)).size).toBe(collection.total);
  });

  it('find their words by position and by quote', () => {
    for (const annotation of collection.first.items) {
      for (const {
        selector: [position, quote],
      } of targets(annotation)) {
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
        expect(position.end).toBeGreaterThan(position.start);
        expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
        expect(quote.prefix).toBe(points.slice(Math.max(0, position.start - 32), position.start).join(''));
        expect(quote.suffix).toBe(points.slice(position.end, position.end + 32).join(''));
      }
    }
  });

  it('are on the file as it is published', () => {
    expect(collection['schema:about']['schema:sha256']).toBe(createHash('sha256').update(text).digest('hex'));
    for (const annotation of collection.first.items)
      for (const { source } of targets(annotation)) expect(source).toBe(collection['schema:about'].id);
  });

  it('are one for each assertion of the text', () => {
    const { root } = parseXml(String(document.content), 'x.xml');
    if (root === undefined) throw new Error('not well-formed');
    const { assertions, words } = assertionsOf(root);
    const inText = String(document.content)
      .replace(/^[\s\S]*?<text[ >]/, '')
      .replace(/<\/text>[\s\S]*$/, '');
    const elements = inText.match(/<\w[^>]*\sresp="[^>]*>/g) ?? [];
    const asserted = elements.filter((tag) => /\s(?:ana|cert)="/.test(tag));
    expect(asserted.length).toBeGreaterThan(0);
    expect(assertions.filter((a) => a.element.name !== 'correspAction')).toHaveLength(asserted.length);
    expect(collection.total).toBe(assertions.length);
    if (document === odd) return;
    for (const [i, { stretches }] of assertions.entries()) {
      const quoted = targets(collection.first.items[i] as Annotation).map((t) => bare(t.selector[1].exact));
      for (const [j, { start, end, mark }] of stretches.entries())
        if (mark === undefined) expect(quoted[j]).toBe(bare(words.slice(start, end)));
    }
  });
});

describe('the odd letter', () => {
  const { collection } = made(odd);
  const quoted = collection.first.items.flatMap((a) => targets(a).map((t) => t.selector[1].exact));
  const positions = collection.first.items.flatMap((a) => targets(a).map((t) => t.selector[0]));

  it('characters outside the BMP count as one', () => {
    expect(quoted).toContain('Mr. 𠮷田');
    const name = positions[quoted.indexOf('Mr. 𠮷田')];
    expect(name && name.end - name.start).toBe(6);
  });

  it('marks of the source and marks of ours are told apart', () => {
    const speech = quoted.find((q) => q.startsWith('they'));
    expect(speech?.replace(/\s+/g, ' ')).toBe('they ⟦would⟧ 𝒩ot ⟦illegible⟧ come');
    expect(quoted).toContain('⟦illegible⟧');
  });

  it('an editor’s correction and note are the editor’s', () => {
    const own = collection.first.items.filter((a) => a.creator !== undefined);
    expect(own.map((a) => [a.motivation, targets(a)[0]?.selector[1].exact.replace(/\s+/g, ' ')])).toEqual([
      ['tagging', '⟦read: receive⟧'],
      ['commenting', '⟦Editor’s note: So 😀 in the draft.⟧'],
      ['linking', '“No.”'],
    ]);
    expect(own.map((a) => a.generator !== undefined)).toEqual([false, false, true]);
  });
});

it('a text edition with other words has none, and says so', () => {
  expect(align('abc', 0, `${'='.repeat(72)}\n\nab\nd\n\n${'='.repeat(72)}\n`)).toBeUndefined();
  expect(align('abc', 1, `${'='.repeat(72)}\n\n⟦x⟧ ab\nc\n\n${'='.repeat(72)}\n`)?.marks).toHaveLength(1);
});

describe('the W3C’s assertions', () => {
  const cases = Object.values(documents).flatMap((d) => [made(d), made(d, address)]);
  const items = cases.flatMap(({ collection }) =>
    collection.first.items.map((item) => ({ '@context': collection['@context'], ...item })),
  );

  it('54 on each annotation', (context) => {
    const musts = suite(shared('fixtures/web-annotation', context), 'annotations/annotationMusts.test');
    expect(musts).toHaveLength(54);
    expect(items.length).toBeGreaterThan(300);
    for (const { path, holds } of musts) {
      const failing = items.find((item) => !holds(item));
      expect(failing, path).toBeUndefined();
    }
  });

  it('those on collections and pages', (context) => {
    const folder = shared('fixtures/web-annotation', context);
    for (const { path, holds } of suite(folder, 'collections/collectionMusts.test'))
      for (const { collection } of cases) expect(holds(collection), path).toBe(true);
  });

  it.for([
    [
      'a position in letters',
      (a: Record<string, never>) => ({
        ...a,
        target: { source: 'https://e.org/', selector: { type: 'TextPositionSelector', start: '1', end: 2 } },
      }),
    ],
    ['no target', ({ target: _, ...a }: Record<string, unknown>) => a],
    ['two bodies', (a: Record<string, unknown>) => ({ ...a, bodyValue: 'x' })],
    ['no context', ({ '@context': _, ...a }: Record<string, unknown>) => a],
    ['no type', (a: Record<string, unknown>) => ({ ...a, type: 'Note' })],
  ] as const)('catch %s', ([_, spoil], context) => {
    const musts = suite(shared('fixtures/web-annotation', context), 'annotations/annotationMusts.test');
    const spoilt = (spoil as (a: unknown) => unknown)(items[0]);
    expect(musts.filter(({ holds }) => !holds(spoilt)).length).toBeGreaterThan(0);
    const own = {
      ...cases[0]?.collection,
      total: 1,
      first: { ...cases[0]?.collection.first, items: [spoilt] },
    };
    if (_ !== 'no context')
      expect(checkJson(JSON.stringify(own), 'x.anno.jsonld', 'annotations')).not.toEqual([]);
  });
});

it('as RDF: each annotation, its target and its bodies', async (context) => {
  const { anno } = {
    anno: JSON.parse(readFileSync(shared('fixtures/contexts/anno.jsonld', context), 'utf8')),
  };
  const { json, collection } = made(cable, address);
  const quads = quadsOf(await byJsonLd(json, { 'http://www.w3.org/ns/anno.jsonld': anno }));
  const oa = 'http://www.w3.org/ns/oa#';
  const of = (name: string) => quads.filter((q) => q.predicate.value === oa + name);
  expect(of('hasTarget').length).toBeGreaterThanOrEqual(collection.total);
  expect(of('start').every((q) => q.object.datatype?.value.endsWith('nonNegativeInteger'))).toBe(true);
  expect(of('exact')).toHaveLength(of('start').length);
  const rules = quads.filter((q) => q.predicate.value === 'urn:x-chancery:vocabulary#rule');
  expect(rules.length).toBeGreaterThan(100);
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'a',
    'word',
    ' ',
    '\n',
    '𠮷',
    '😀',
    '—',
    '\u00a0',
    'é',
    '⟦',
    '⟧',
    'x '.repeat(50),
  );

  it('positions count code points', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const text = pieces.join('');
        const points = [...text];
        const [from = 0, to = 0] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y);
        const units = (n: number): number => points.slice(0, n).join('').length;
        const { position, quote } = selector(text)(units(from), units(to));
        expect([position.start, position.end]).toEqual([from, to]);
        expect(quote.exact).toBe(points.slice(from, to).join(''));
        expect(/\p{Surrogate}/u.test(quote.prefix + quote.suffix)).toBe(false);
      }),
    );
  });

  it('wherever the style sheet breaks its lines', { timeout: 120_000 }, () => {
    const words = fc.array(piece, { minLength: 1, maxLength: 12 }).map((p) => p.join(''));
    const named = words.map(
      (w) => `<persName ref="#x" resp="#chancery" cert="high" ana="#r.x">${w}</persName>`,
    );
    const paragraph = fc
      .array(fc.oneof(words, named), { minLength: 1, maxLength: 8 })
      .map((p) => `<p>${p.join('')}</p>`);
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const tei = artifact('any', teiWith(paragraphs.join('')));
        const { artifacts, diagnostics } = transform(tei, ['text', 'annotations'], contextWith());
        expect(diagnostics).toEqual([]);
        const [text, collection] = artifacts.map((a) => String(a.content));
        const points = [...(text ?? '')];
        for (const annotation of (JSON.parse(collection ?? '') as Collection).first.items)
          for (const {
            selector: [position, quote],
          } of targets(annotation))
            expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
      }),
      { numRuns: 25 },
    );
  });
});
