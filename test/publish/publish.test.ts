/** The pages about the edition: they lead to every document and every mention, and what is in a document harms nobody. */
import { describe, expect, it } from 'vitest';
import { html } from '../../src/publish/html.ts';
import { factsOf, publish, reportPage } from '../../src/publish/index.ts';
import { idOf, transform } from '../../src/transform/index.ts';
import { report } from '../browser/site.ts';
import { cable, contextWith, hostile, variety } from '../transform/documents.ts';
import { attributeOf, elementsOf } from '../transform/words.ts';

const documents = [cable, variety, hostile];
const facts = documents.map((d) => factsOf(d.content as string, idOf(d.path)));
const context = contextWith({ title: 'Title & <all>', description: 'About "it"' });

describe('the facts of a document', () => {
  it('are those of the cable', () => {
    expect(facts[0]).toMatchObject({
      id: '1978-07-22-sato-1384',
      title: 'Treaty of Peace and Friendship between Japan and China Negotiations (2nd Meeting)',
      kind: 'Telegram',
      number: '1384',
      date: '1978-07-22T19:40:00+08:00',
      senders: ['Ambassador Sato'],
      place: 'China',
      paragraphs: 15,
      status: 'unreviewed',
    });
    expect(facts[0]?.markings.map((m) => m.scheme)).toEqual(['classification', 'precedence', 'handling']);
    expect(facts[0]?.events.map((e) => [e.type, e.inferred])).toEqual(
      expect.arrayContaining([
        ['sent', true],
        ['received', true],
      ]),
    );
  });

  it('give each mention with the words around it', () => {
    const han = facts[0]?.entities.find((e) => e.name === 'Han Nianlong');
    expect(han?.register).toBe('han-nianlong');
    expect(han?.mentions[0]).toMatchObject({ anchor: 'p2', words: 'Vice Minister Han' });
    expect(han?.mentions[0]?.before).toMatch(/First, $/);
  });

  it('are plain data', () => {
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });
});

describe('the pages', () => {
  const editions = documents.flatMap(
    (d) => transform(d, ['html', 'text', 'jsonld', 'tei'], context).artifacts,
  );
  const pages = [...publish(facts, context), reportPage(report, context)];
  const all = new Map([...editions, ...pages].map((a) => [a.path, a]));

  it('are index, register, style and report', () => {
    expect(pages.map((p) => p.path)).toEqual([
      'index.html',
      'register/index.html',
      'assets/edition.css',
      'assets/icon.svg',
      'report.html',
    ]);
  });

  it('are in the same order whatever the order of the documents', () => {
    expect(publish([...facts].reverse(), context)).toEqual(publish(facts, context));
  });

  it('lead nowhere but to files and anchors that are there', () => {
    const lost: string[] = [];
    const anchors = new Map<string, Set<string>>();
    const ids = (path: string): Set<string> => {
      const found =
        anchors.get(path) ??
        new Set(elementsOf(all.get(path)?.content as string).flatMap((e) => attributeOf(e, 'id') ?? []));
      anchors.set(path, found);
      return found;
    };
    for (const [path, { mediaType, content }] of all) {
      if (mediaType !== 'text/html') continue;
      for (const element of elementsOf(content as string)) {
        const href = attributeOf(element, 'href');
        if (href === undefined || /^https?:/.test(href)) continue;
        const target = new URL(href, `file:///${path}`);
        const file = decodeURIComponent(target.pathname.slice(1));
        const anchor = decodeURIComponent(target.hash.slice(1));
        if (!all.has(file)) lost.push(`${path}: ${href}`);
        else if (anchor !== '' && !ids(file).has(anchor)) lost.push(`${path}: ${href}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('have no script, no handler, no address but plain ones', () => {
    for (const { mediaType, content, path } of pages) {
      if (mediaType !== 'text/html') continue;
      const elements = elementsOf(content as string);
      expect(
        elements.filter((e) => ['script', 'img', 'iframe', 'style'].includes(e.tagName)).map(() => path),
      ).toEqual([]);
      for (const { name, value } of elements.flatMap((e) => e.attrs)) {
        expect(name).not.toMatch(/^on|^style$/);
        if (name === 'href') expect(value).not.toMatch(/^\s*\w*script:/i);
      }
    }
  });

  it('a site map where the address is known', () => {
    const map = publish(facts, contextWith({ baseUrl: 'https://example.org/e' })).find(
      (a) => a.path === 'sitemap.xml',
    );
    expect(map?.content).toContain('<loc>https://example.org/e/1978-07-22-sato-1384/</loc>');
  });
});

describe('templates', () => {
  it('escape what is put into them', () => {
    expect(html`<a title="${'"><script>'}">${['&', html`<b>${"'"}</b>`, undefined, false, 0]}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&amp;<b>&#39;</b>0</a>',
    );
  });
});
