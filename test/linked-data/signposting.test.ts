/** Link sets and IIIF manifests: made only with an address, and as their standards have them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { transform } from '../../src/transform/index.ts';
import { shared } from '../helpers/shared.ts';
import { artifact, contextWith, teiWith } from '../transform/documents.ts';
import { address, cable } from './documents.ts';

const addFormats = createRequire(import.meta.url)('ajv-formats') as (ajv: Ajv) => void;
const published = contextWith({
  ...address,
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'A. Editor', orcid: '0000-0002-1825-0097' }],
  formats: ['html', 'text', 'jsonld', 'annotations', 'turtle', 'linkset'],
});
const one = (document: typeof cable, format: 'linkset' | 'iiif', context = published) => {
  const { artifacts, diagnostics } = transform(document, [format], context);
  expect(diagnostics).toEqual([]);
  return artifacts.map((a) => JSON.parse(String(a.content)));
};

describe('linkset.json', () => {
  it('is made only for an edition with an address', () => {
    expect(one(cable, 'linkset', contextWith())).toEqual([]);
  });

  const [{ linkset }] = one(cable, 'linkset') as [{ linkset: Record<string, unknown>[] }];
  const page = 'https://example.org/edition/1978-07-22-sato-1384/';
  const [landing = {}, ...others] = linkset;

  it('has what a landing page must link to (FAIR signposting, level 2)', () => {
    expect(landing.anchor).toBe(page);
    for (const relation of ['cite-as', 'type', 'author', 'license', 'describedby', 'item'])
      expect((landing[relation] as unknown[]).length, relation).toBeGreaterThan(0);
    expect(landing.author).toEqual([{ href: 'https://orcid.org/0000-0002-1825-0097' }]);
    expect((landing.describedby as { type: string }[]).map((t) => t.type)).toEqual([
      'application/ld+json',
      'text/turtle',
    ]);
  });

  it('every file links back', () => {
    const targets = [...(landing.item as { href: string }[]), ...(landing.describedby as { href: string }[])];
    for (const { href } of targets) {
      const back = others.find((o) => o.anchor === href);
      const relation = back?.collection ?? back?.describes;
      expect(relation, href).toEqual([{ href: page, type: 'text/html' }]);
    }
  });

  it('relations are arrays of targets with an absolute address (RFC 9264, 4.2)', () => {
    for (const { anchor, ...relations } of linkset) {
      expect(anchor).toMatch(/^https:/);
      for (const list of Object.values(relations))
        for (const { href } of list as { href: string }[]) expect(href).toMatch(/^https:\/\/\S+$/);
    }
  });
});

describe('iiif.json', () => {
  const facsimile = `<facsimile><surface xml:id="f1" n="1r"><graphic url="https://example.org/i/1.jpg" width="1240px" height="1754px"/></surface>
<surface xml:id="f2"><graphic url="page-2.png" width="1200" height="1700"/></surface>
<surface xml:id="f3"><graphic url="page-3.png"/></surface></facsimile>`;
  const text =
    '<pb facs="#f1"/><p xml:id="p1">First page.</p><pb facs="#f2"/><p xml:id="p2">Second 𠮷 page.</p>';
  const document = artifact('images', teiWith(text).replace('<text ', `${facsimile}<text `));

  it('is not made without images, or without an address', () => {
    expect(one(cable, 'iiif')).toEqual([]);
    expect(one(document, 'iiif', contextWith())).toEqual([]);
  });

  const [manifest] = one(document, 'iiif');

  it('has a canvas for each image of known size, with its words', () => {
    const canvases = manifest.items as {
      width: number;
      items: { items: { body: { id: string } }[] }[];
      annotations: { items: { body: { value: string } }[] }[];
    }[];
    expect(canvases.map((c) => c.width)).toEqual([1240, 1200]);
    expect(canvases.map((c) => c.items[0]?.items[0]?.body.id)).toEqual([
      'https://example.org/i/1.jpg',
      'https://example.org/edition/images/page-2.png',
    ]);
    expect(canvases.map((c) => c.annotations[0]?.items[0]?.body.value)).toEqual([
      'First page.',
      'Second 𠮷 page.',
    ]);
  });

  it('meets the schema of Presentation 3', (context) => {
    const schema = JSON.parse(readFileSync(shared('fixtures/iiif/schema/iiif_3_0.json', context), 'utf8'));
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const check = ajv.compile(schema);
    expect(check(manifest), JSON.stringify(check.errors)).toBe(true);
    expect(check({ ...manifest, items: [{ type: 'Canvas' }] })).toBe(false);
  });
});
