/** The page of a document: what is on it besides the words, and the files that stand beside it. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { digestOf } from '../../src/transform/digest/index.ts';
import type { FormatName } from '../../src/transform/formats.ts';
import { transform } from '../../src/transform/index.ts';
import { linesOf } from '../../src/transform/source-page/lines.ts';
import { parseXml } from '../../src/xml/tree.ts';
import { artifact, cable, contextWith, hostile, teiWith, variety } from './documents.ts';
import { attributeOf, elementsOf } from './words.ts';

function made(document: typeof cable, format: FormatName, context: Context = contextWith()): string {
  const { artifacts, diagnostics } = transform(document, [format], context);
  expect(diagnostics).toEqual([]);
  return artifacts[0]?.content as string;
}

const citing = contextWith({
  formats: ['html', 'source', 'bibtex', 'ris', 'csl'],
  baseUrl: 'https://example.org/e',
});

describe('the digest', () => {
  it.each(Object.entries({ cable, variety, hostile }))(
    'adds to the TEI of %s and takes nothing away',
    (_, document) => {
      const tei = document.content as string;
      const prepared = digestOf(tei, document.path, contextWith()).xml;
      const back = prepared
        .replace(/<c:digest[\s\S]*<\/c:digest>/, '')
        .replace(/ (?:xmlns:c|c:\w+)="[^"]*"/g, '');
      expect(back).toBe(tei);
      expect(parseXml(prepared, 'prepared.xml').diagnostics).toEqual([]);
    },
  );
});

describe('citations', () => {
  it('RIS: a letter with its recipient, lines of the format', () => {
    const ris = made(cable, 'ris', citing);
    expect(ris.split('\r\n')).toEqual(
      expect.arrayContaining([
        'TY  - PCOMM',
        'AU  - Ambassador Sato',
        'A2  - The Foreign Minister',
        'DA  - 1978/07/22/',
        'M3  - Telegram',
        'UR  - https://example.org/e/1978-07-22-sato-1384/',
      ]),
    );
    for (const line of ris.replace(/\r\n$/, '').split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  });

  it('CSL-JSON: a personal communication with its genre and its date in parts', () => {
    const [item] = JSON.parse(made(cable, 'csl', citing)) as Record<string, unknown>[];
    expect(item).toMatchObject({
      id: '1978-07-22-sato-1384',
      type: 'personal_communication',
      genre: 'Telegram',
      recipient: [{ literal: 'The Foreign Minister' }],
      issued: { 'date-parts': [[1978, 7, 22]] },
    });
  });

  it('BibTeX: braces balance, whatever a title holds', () => {
    for (const document of [cable, hostile]) {
      const bibtex = made(document, 'bibtex', citing);
      expect(bibtex.match(/\{/g)?.length).toBe(bibtex.match(/\}/g)?.length);
    }
  });

  it('the page links to those that are published, and to no other', () => {
    const links = (context: Context) =>
      elementsOf(made(cable, 'html', context)).flatMap((e) => attributeOf(e, 'href') ?? []);
    expect(links(citing)).toEqual(
      expect.arrayContaining(['1978-07-22-sato-1384.ris', '1978-07-22-sato-1384.csl.json', 'source.html']),
    );
    expect(
      links(contextWith({ formats: ['html'] })).filter((href) => /\.ris$|source\.html/.test(href)),
    ).toEqual([]);
  });
});

describe('the source page', () => {
  it('has every line of the source, in its order', () => {
    const source = readFileSync(new URL('../../sources/1978-07-22-sato-1384.txt', import.meta.url), 'utf8');
    const { root } = parseXml(cable.content as string, cable.path);
    const lines = root ? linesOf(root).map((line) => line.map((run) => run.text).join('')) : [];
    expect(lines).toEqual(source.replace(/\n+$/, '').split('\n'));
  });

  it('says what each line became, with links that lead to the page', () => {
    const ids = new Set(elementsOf(made(cable, 'html', citing)).flatMap((e) => attributeOf(e, 'id') ?? []));
    const goals = elementsOf(made(cable, 'source', citing)).flatMap((e) =>
      [attributeOf(e, 'href')].filter((href) => href?.startsWith('index.html#')),
    );
    expect(goals.length).toBeGreaterThan(20);
    for (const goal of goals) expect(ids).toContain(goal?.slice('index.html#'.length));
  });
});

describe('the page', () => {
  it('of a cable of 10 KB: all that is loaded for it is under 60 KB, as web servers send it', () => {
    const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
    const settings = JSON.parse(file('chancery.json').toString());
    const page = made(cable, 'html', contextWith({ ...settings, baseUrl: 'https://example.org/e' }));
    const loaded = [page, ...['edition.css', 'page.js', 'icon.svg'].map((name) => file(`assets/${name}`))];
    expect(loaded.reduce((sum, part) => sum + gzipSync(part).length, 0)).toBeLessThan(60_000);
    // Unpacked, as it lies on the disk of the edition that ships.
    expect(Buffer.byteLength(made(cable, 'html', contextWith(settings)))).toBeLessThan(60_000);
  });

  it('shows every assertion of the TEI: the archive’s with the source, the others on the page', () => {
    const page = made(cable, 'html', citing);
    const source = made(cable, 'source', citing);
    const prepared = digestOf(cable.content as string, cable.path, contextWith()).xml;
    const assertions = prepared.match(/<c:a [^>]*>/g) ?? [];
    expect(assertions.length).toBeGreaterThan(60);
    for (const assertion of assertions.filter((a) => !a.includes(' furniture=')))
      expect(assertion.includes(' record=') ? source : page).toContain(
        `id="${/ id="([^"]*)"/.exec(assertion)?.[1]}"`,
      );
  });

  it('counts what the source does not show', () => {
    expect(made(variety, 'html')).toMatch(/Not declassified<\/dt><dd>1 passage: <a href="#p5">/);
  });

  it('speaks German and Japanese', () => {
    expect(made(cable, 'html', contextWith({ language: 'de' }))).toContain('22. Juli 1978');
    expect(made(cable, 'html', contextWith({ language: 'ja' }))).toContain('1978年7月22日');
  });

  it('lets no control of direction out of the text', () => {
    const turned = artifact('turned', teiWith('<p>One.</p>', '', 'Report \u202egnorw\u2066'));
    const head = made(turned, 'html').split('</head>')[0] ?? '';
    expect(head.replace(/<script[\s\S]*<\/script>/, '')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('is valid HTML for html-validate', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'attribute-boolean-style': 'off',
        'void-style': 'off',
        'no-inline-style': 'error',
      },
    });
    for (const document of [cable, variety, hostile]) {
      for (const format of ['html', 'source'] as const) {
        const report = await validator.validateString(made(document, format, citing));
        const messages = report.results.flatMap((r) =>
          r.messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`),
        );
        expect([...new Set(messages)]).toEqual([]);
      }
    }
  });
});
