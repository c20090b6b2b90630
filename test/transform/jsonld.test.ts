/** The linked-data edition: JSON-LD that any processor reads, in terms that exist, with the facts of the cable. */
import { describe, expect, it } from 'vitest';
import { transform } from '../../src/transform/index.ts';
import { cable, contextWith, hostile, variety } from './documents.ts';

// The package brings no types.
const jsonld = (await import('jsonld' as string)).default;

type Node = { readonly '@id': string; readonly '@type'?: string[] } & Readonly<Record<string, unknown>>;

function graphOf(document: typeof cable, settings = {}): string {
  const { artifacts, diagnostics } = transform(document, ['jsonld'], contextWith(settings));
  expect(diagnostics).toEqual([]);
  return artifacts[0]?.content as string;
}

async function expanded(text: string): Promise<readonly Node[]> {
  const documentLoader = (url: string) => Promise.reject(new Error(`${url} was asked for`));
  return jsonld.flatten(JSON.parse(text), undefined, { documentLoader, safe: true });
}

describe.each(Object.entries({ cable, variety, hostile }))('the graph of %s', (_, document) => {
  it('expands offline and loses nothing, with and without an address', async () => {
    expect((await expanded(graphOf(document))).length).toBeGreaterThan(10);
    expect(
      (await expanded(graphOf(document, { baseUrl: 'https://example.org/edition' }))).length,
    ).toBeGreaterThan(10);
  });

  it('names every node it links to', async () => {
    const nodes = await expanded(graphOf(document));
    const described = new Set(nodes.filter((n) => Object.keys(n).length > 1).map((n) => n['@id']));
    const own = [...JSON.stringify(nodes).matchAll(/"@id":"(urn:x-chancery:[^"]+)"/g)].map(
      (m) => m[1] as string,
    );
    const lost = own.filter((id) => !described.has(id) && !/vocabulary#|:register\/#/.test(id));
    expect([...new Set(lost)]).toEqual([]);
  });
});

describe('the facts of the cable', async () => {
  const nodes = await expanded(graphOf(cable));
  const byId = new Map(nodes.map((n) => [n['@id'].replace('urn:x-chancery:1978-07-22-sato-1384/', ''), n]));
  const values = (node: Node | undefined, property: string): unknown[] =>
    ((node?.[property] as { '@value'?: unknown; '@id'?: unknown }[]) ?? []).map(
      (v) => v['@value'] ?? v['@id'],
    );
  const schema = 'http://schema.org/';
  const ric = 'https://www.ica.org/standards/RiC/ontology#';
  const record = byId.get('#this.record');

  it('when it was sent and received', () => {
    expect(values(record, `${schema}dateSent`)).toEqual(['1978-07-22T19:40:00+08:00']);
    expect(values(record, `${schema}dateReceived`)).toEqual(['1978-07-22T21:30:00+09:00']);
    const dates = nodes.filter((n) => n['@type']?.includes(`${ric}Date`));
    expect(dates.flatMap((d) => values(d, `${ric}dateQualifier`)).join()).toContain('UTC offset inferred');
  });

  it('from a person to an office', () => {
    const [sender] = values(record, `${ric}hasSender`);
    const [addressee] = values(record, `${ric}hasAddressee`);
    expect(nodes.find((n) => n['@id'] === sender)?.['@type']).toContain(`${ric}Person`);
    expect(nodes.find((n) => n['@id'] === addressee)?.['@type']).toEqual([
      `${ric}Position`,
      `${schema}Audience`,
    ]);
  });

  it('three schemes of marking', () => {
    const schemes = nodes.filter((n) =>
      n['@type']?.includes('http://www.w3.org/2004/02/skos/core#ConceptScheme'),
    );
    const ids = schemes.map((n) => n['@id'].split('#')[1]);
    expect(ids).toEqual(expect.arrayContaining(['classification', 'precedence', 'handling']));
  });

  it('utterances in order, a speaker only where one is established', () => {
    const quotations = nodes.filter((n) => n['@type']?.includes(`${schema}Quotation`));
    const positions = quotations
      .map((q) => values(q, `${schema}position`)[0] as number)
      .sort((a, b) => a - b);
    expect(positions).toEqual(positions.map((_, i) => i + 1));
    for (const q of quotations) {
      for (const who of values(q, `${schema}spokenByCharacter`)) {
        // schema.org: spokenByCharacter has a person or an organisation («the Chinese side»).
        const types = nodes.find((n) => n['@id'] === who)?.['@type'] ?? [];
        expect(
          types.some((t) => t === `${schema}Person` || t === `${schema}Organization`),
          `${types}`,
        ).toBe(true);
      }
    }
  });

  it('a rule and a certainty for each assertion', () => {
    const assertions = nodes.filter((n) => n['@type']?.includes('urn:x-chancery:vocabulary#Assertion'));
    expect(assertions.length).toBeGreaterThan(50);
    for (const a of assertions) {
      expect(values(a, 'urn:x-chancery:vocabulary#certainty')).toHaveLength(1);
      expect(values(a, 'urn:x-chancery:vocabulary#rule').length).toBeGreaterThan(0);
    }
  });
});
