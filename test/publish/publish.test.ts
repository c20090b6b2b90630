/** The pages about the edition: they lead to every document and every mention, and what is in a document harms nobody. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/publish/html.ts';
import { publish } from '../../src/publish/index.ts';
import { vocabularyOf } from '../../src/words/index.ts';
import { report } from '../browser/site.ts';
import { elementsOf } from '../transform/words.ts';
import { madeUp, sampleContext, sampleFacts, sampleSite, scratch } from './sample-site.ts';
import { endings, lostLinks, siteOf } from './site-checks.ts';

const facts = sampleFacts();
const context = sampleContext({ title: 'Title & <all>', description: 'About "it"' });
const published = (documents = facts, own = context) => [...publish(documents, own, { scratch })];

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
  const artifacts = sampleSite(report, {
    title: 'Title & <all>',
    description: 'About "it"',
    baseUrl: 'https://example.org/e',
  });
  const site = siteOf(artifacts);
  const pages = published();

  it('are those that readers need', () => {
    const paths = pages.map((p) => p.path);
    for (const path of [
      'index.html',
      'documents/index.html',
      'documents/1978.html',
      'documents/1978-07.html',
      'browse/index.html',
      'browse/sender/sato-shoji.html',
      'browse/year/1978.html',
      'register/index.html',
      'register/person/index.html',
      'register/person/han-nianlong.html',
      'timeline/index.html',
      'network.html',
      'map.html',
      'statistics.html',
      'about.html',
      'search.html',
      'feed.xml',
      'assets/site.css',
    ])
      expect(paths).toContain(path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('have the same bytes whatever the order of the documents', () => {
    expect(published([...facts].reverse())).toEqual(pages);
  });

  it('lead nowhere but to files and anchors that are there', () => {
    expect(lostLinks(site)).toEqual([]);
  });

  it('pass an HTML validator of another make', () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        // Ids of the register are names of XML.
        'valid-id': ['error', { relaxed: true }],
      },
    });
    const faults = [...pages, ...artifacts.filter((a) => a.path.startsWith('report'))].flatMap(
      ({ path, mediaType, content }) =>
        mediaType === 'text/html'
          ? validator
              .validateStringSync(String(content))
              .results.flatMap((r) => r.messages)
              .map((m) => `${path}: ${m.ruleId}: ${m.message}`)
          : [],
    );
    expect(faults).toEqual([]);
  });

  it('keep the Endings principles', () => {
    expect(endings(site)).toEqual([]);
  });

  it('keep every address when documents are added', () => {
    const before = published().map((p) => p.path);
    const after = siteOf(published([...facts, madeUp('z-later', { date: '1978-07-22' })]));
    expect(before.filter((path) => !after.has(path))).toEqual([]);
  });

  it('have no script but the search and the copying of links, no handler, no address but plain ones', () => {
    for (const { mediaType, content, path } of artifacts) {
      if (mediaType !== 'text/html') continue;
      const elements = elementsOf(content as string);
      const scripts = elements.filter(
        (e) => e.tagName === 'script' && e.attrs.every((a) => a.value !== 'application/ld+json'),
      );
      // Pages of documents have one script of ours, by its address; nothing of the document can be another.
      const ofDocument = facts.some(({ id }) => path === `${id}/index.html`);
      if (ofDocument) {
        expect(scripts.map((e) => e.attrs.find((a) => a.name === 'src')?.value)).toEqual([
          '../assets/page.js',
        ]);
      } else expect(scripts.length, path).toBe(path === 'search.html' ? 1 : 0);
      expect(elements.filter((e) => ['img', 'iframe', 'style'].includes(e.tagName)).map(() => path)).toEqual(
        [],
      );
      for (const { name, value } of elements.flatMap((e) => e.attrs)) {
        expect(name).not.toMatch(/^on|^style$/);
        if (name === 'href') expect(value).not.toMatch(/^\s*\w*script:/i);
      }
    }
  });

  it('say how sure a date is', () => {
    const month = String(site.get('documents/1978-07.html')?.content);
    expect(month).toMatch(/class="certainty medium">.*medium certainty/);
    expect(month).toContain('zone inferred');
  });

  it('show open questions by document and kind', () => {
    const whole = String(site.get('report.html')?.content);
    expect(whole).toMatch(/Open questions by kind[\s\S]*Name <span class="quiet">1</);
    const own = String(site.get('report/1978-07-22-sato-1384.html')?.content);
    expect(own).toContain('Who is Ogawa?');
    expect(String(site.get('index.html')?.content)).toContain('6 open questions');
  });

  it('are split when a list is long, each page leading to the next', () => {
    const many = Array.from({ length: 250 }, (_, i) =>
      madeUp(`d${String(i).padStart(3, '0')}`, {
        date: `1941-12-${String((i % 28) + 1).padStart(2, '0')}`,
        from: [{ name: 'R. G. Casey' }],
        senders: ['Mr Casey'],
      }),
    );
    const split = siteOf(published(many));
    expect([...split.keys()].filter((p) => p.startsWith('documents/1941-12'))).toEqual([
      'documents/1941-12.html',
      'documents/1941-12-2.html',
      'documents/1941-12-3.html',
    ]);
    const listed = ['', '-2', '-3'].flatMap((n) => [
      ...String(split.get(`browse/sender/r-g-casey${n}.html`)?.content).matchAll(
        /doc-title"><a href="..\/..\/(d\d+)\//g,
      ),
    ]);
    expect(listed.length).toBe(250);
    expect(new Set(listed.map((m) => m[1])).size).toBe(250);
    const lost = lostLinks(split).filter((l) => !/\/d\d+\/|report|leads to no file/.test(l));
    expect(lost).toEqual([]);
  });

  it('a name that is no entry of the register never becomes one', () => {
    const split = siteOf(
      published([
        madeUp('a', { from: [{ name: 'Sato Shoji' }], senders: ['Sato Shoji'] }),
        madeUp('b', { from: [{ name: 'Sato', register: 'sato-shoji' }], senders: ['Sato'] }),
      ]),
    );
    expect(String(split.get('browse/sender/sato-shoji.html')?.content)).not.toContain('Letter a');
    expect(String(split.get('browse/sender/sato-shoji.named.html')?.content)).toContain('Letter a');
  });

  it('a site map and a description of the search where the address is known', () => {
    const own = siteOf(published(facts, sampleContext({ baseUrl: 'https://example.org/e' })));
    expect(own.get('sitemap.xml')?.content).toContain(
      '<loc>https://example.org/e/1978-07-22-sato-1384/</loc>',
    );
    expect(own.get('opensearch.xml')?.content).toContain('https://example.org/e/search.html?q={searchTerms}');
  });

  it.each(['de', 'ja'])('speak %s', (language) => {
    const own = siteOf(published(facts, sampleContext({ language })));
    const { words } = vocabularyOf(sampleContext({ language }));
    expect(own.get('index.html')?.content).toContain(`<html lang="${language}">`);
    expect(own.get('documents/index.html')?.content).toContain(`<h1>${words.documents}</h1>`);
    const english = vocabularyOf(sampleContext()).words;
    const same = Object.keys(english).filter((k) => words[k as never] === english[k as never]);
    // Words that are the same in these languages, and names of forms and styles.
    const shared =
      /^(register|edition|original|following|sic|times|cite\.in|chicago|mla|bibtex|format\..*|(date\.)?month|question\.name|kind\.(persName|person|orgName|org|other))$/;
    expect(same.filter((k) => !shared.test(k))).toEqual([]);
  });
});

describe('the checks of a site can fail', () => {
  const page = (body: string, head = '') =>
    `<!DOCTYPE html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;
  const html = (path: string, content: string) => ({ path, mediaType: 'text/html' as const, content });
  const broken = siteOf([
    html(
      'index.html',
      page(
        '<h1>A</h1><a href="x/index.html">x</a><a href="gone.html">g</a><a href="x/index.html#no">a</a><a href="x/index.html?id=3">q</a>',
      ),
    ),
    html(
      'x/index.html',
      page(
        '<main></main><h1>B</h1><h1>C</h1><my-thing></my-thing><p onclick="x()">p</p>',
        '<link rel="stylesheet" href="https://cdn.example.org/a.css">',
      ),
    ),
    { path: 'x/x.xml', mediaType: 'application/xml', content: '<a/>' },
    html('lonely.html', page('<h1>L</h1>')),
    { path: 'app.php', mediaType: 'text/plain', content: '' },
    { path: 'a.css', mediaType: 'text/css', content: '@import url(https://fonts.example.org/f.css);' },
  ]);

  it.each(['3.1', '4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '5.3', '5.4', '5.5'])(
    'Endings %s',
    (principle) => {
      const faults = endings(broken, ['former.html']);
      expect(faults.filter((f) => f.startsWith(`${principle} `))).not.toEqual([]);
    },
  );

  it('links', () => {
    expect(lostLinks(broken)).toEqual([
      'index.html: gone.html leads to no file',
      'index.html: x/index.html#no leads to no anchor',
    ]);
  });
});

describe('templates', () => {
  it('escape what is put into them', () => {
    expect(html`<a title="${'"><script>'}">${['&', html`<b>${"'"}</b>`, undefined, false, 0]}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&amp;<b>&#39;</b>0</a>',
    );
  });
});
