/** What every edition owes to the document: its words, all of them and once; and to the reader: no harm. */
import { describe, expect, it } from 'vitest';
import { type Format, type FormatName, formatNames, formats } from '../../src/transform/formats.ts';
import { idOf, transform } from '../../src/transform/index.ts';
import { artifact, cable, contextWith, hostile, teiWith, variety } from './documents.ts';
import { attributeOf, bare, elementsOf, normal, pageWords, sourceWords, textWords } from './words.ts';

function edition(document: typeof cable, format: FormatName, context = contextWith()): string {
  const { artifacts, diagnostics } = transform(document, [format], context);
  expect(diagnostics).toEqual([]);
  return artifacts[0]?.content as string;
}

const documents = { cable, variety, hostile };
/** Formats that every document has; the others are tested in test/linked-data. */
const always = formatNames.filter((name) => (formats[name] as Format).needs === undefined);

describe.each(Object.entries(documents))('the editions of %s', (_, document) => {
  it('come under their paths, with their media types', () => {
    const { artifacts, diagnostics } = transform(document, formatNames, contextWith());
    const id = idOf(document.path);
    expect(diagnostics).toEqual([]);
    expect(always.length).toBeGreaterThan(6);
    expect(artifacts.map((a) => [a.path, a.mediaType])).toEqual(
      always.map((name) => [formats[name].path(id), formats[name].mediaType]),
    );
  });

  it('are the same bytes each time, alone or together', () => {
    const together = transform(document, formatNames, contextWith()).artifacts.map((a) => a.content);
    const alone = always.map((name) => edition(document, name));
    expect(alone).toEqual(together);
  });

  it('page: the words of the text, character by character', () => {
    expect(pageWords(edition(document, 'html'))).toBe(sourceWords(document.content as string));
  });

  it('plain text: the words of the text, whatever the line breaks', () => {
    const words = sourceWords(document.content as string);
    expect(bare(textWords(edition(document, 'text')))).toBe(bare(words));
  });

  it('plain text: no line over 72 columns that has a blank to break at', () => {
    const long = edition(document, 'text')
      .split('\n')
      .filter((line) => line.length > 72 && / /.test(line.trim()));
    expect(long).toEqual([]);
  });

  it('page: every id once, every link of the page leads somewhere', () => {
    const elements = elementsOf(edition(document, 'html'));
    const ids = elements.flatMap((e) => attributeOf(e, 'id') ?? []);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const links = elements.flatMap((e) => (e.tagName === 'a' ? (attributeOf(e, 'href') ?? []) : []));
    const lost = links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)));
    expect(lost).toEqual([]);
  });

  it('page: no script but data, no style of its own, nothing from elsewhere', () => {
    const elements = elementsOf(edition(document, 'html'));
    const scripts = elements.filter((e) => e.tagName === 'script');
    expect(scripts.map((e) => attributeOf(e, 'type') ?? attributeOf(e, 'src'))).toEqual([
      'application/ld+json',
      '../assets/page.js',
    ]);
    const data = scripts[0]?.childNodes.map((n) => ('value' in n ? n.value : '')).join('') ?? '';
    expect(data).not.toContain('<');
    expect(() => JSON.parse(data)).not.toThrow();
    for (const element of elements) {
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^on|^style$/);
        if (name === 'href' || name === 'src') expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
      }
    }
    expect(elements.filter((e) => ['img', 'iframe', 'object', 'style', 'form'].includes(e.tagName))).toEqual(
      [],
    );
  });
});

describe('the page', () => {
  const page = edition(cable, 'html');
  const elements = elementsOf(page);
  const withClass = (name: string) =>
    elements.filter((e) => attributeOf(e, 'class')?.split(' ').includes(name));

  it('has an anchor for each paragraph and each utterance', () => {
    const ids = new Set(elements.flatMap((e) => attributeOf(e, 'id') ?? []));
    for (const id of ['p1', 'p2', 'p10', 'u1', 'u2']) expect(ids).toContain(id);
  });

  it('names the speaker of each utterance', () => {
    const said = withClass('said');
    expect(withClass('who')).toHaveLength(said.length);
    expect(said.length).toBeGreaterThan(10);
  });

  it('tells what was inferred from what was given', () => {
    expect(page).toContain('zone inferred from the place and the year');
    expect(page).toContain('50 minutes after sending');
  });

  it('has the metadata that reference managers read', () => {
    const meta = new Map(
      elements.flatMap((e) =>
        e.tagName === 'meta' ? [[attributeOf(e, 'name'), attributeOf(e, 'content')]] : [],
      ),
    );
    expect(meta.get('z:itemType')).toBe('letter');
    expect(meta.get('z:letterType')).toBe('Telegram');
    expect(meta.get('dcterms:creator')).toBe('Ambassador Sato');
    expect(meta.get('dcterms:date')).toBe('1978-07-22');
    const alternates = elements
      .filter((e) => attributeOf(e, 'rel') === 'alternate')
      .map((e) => attributeOf(e, 'type'));
    expect(alternates).toEqual([
      'text/plain',
      'application/ld+json',
      'application/tei+xml',
      'application/ld+json',
    ]);
  });

  it('shows an element it has no template for', () => {
    expect(edition(variety, 'html')).toContain('odd element');
    expect(edition(variety, 'html')).toContain('‹zork›');
  });

  it('adds no quotation marks', () => {
    expect(
      elements.filter((e) => e.tagName === 'q' && e.parentNode && pageWords(page).includes('<q')),
    ).toEqual([]);
    expect(normal(pageWords(page)).match(/[“”]/g)?.length).toBe(
      sourceWords(cable.content as string).match(/[“”]/g)?.length,
    );
  });

  it('gives as many gaps as the TEI has', () => {
    const gaps = (sourceGaps: string) => sourceGaps.match(/<gap[\s/]/g)?.length ?? 0;
    const shown = elementsOf(edition(variety, 'html')).filter(
      (e) => attributeOf(e, 'class')?.split(' ')[0] === 'gap',
    );
    expect(shown).toHaveLength(gaps(variety.content as string));
  });
});

describe('what goes wrong', () => {
  it('is a diagnostic, not an exception', () => {
    const { artifacts, diagnostics } = transform(
      artifact('broken', '<TEI><p></TEI>'),
      ['html'],
      contextWith(),
    );
    expect(artifacts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'transform.failed', severity: 'error', file: 'broken.xml' }]);
  });

  it('a document with next to nothing still has its editions', () => {
    const { diagnostics, artifacts } = transform(
      artifact('small', teiWith('<p>One.</p>')),
      formatNames,
      contextWith(),
    );
    expect(diagnostics).toEqual([]);
    expect(artifacts).toHaveLength(always.length);
  });
});
