/** The pages in a real browser: they are shown, they are silent, they ask nothing of the network, everybody can use them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, skipped, writeSite } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const document = '1978-07-22-sato-1384/index.html';
/** Every kind of page there is. */
const pages = [
  document,
  '1978-07-22-sato-1384/source.html',
  'variety/index.html',
  'hostile/index.html',
  'index.html',
  'documents/index.html',
  'documents/1978.html',
  'documents/1978-07.html',
  'browse/index.html',
  'browse/sender/sato-shoji.html',
  'register/index.html',
  'register/person/index.html',
  'register/person/sato-shoji.html',
  'timeline/index.html',
  'timeline/1978.html',
  'network.html',
  'map.html',
  'statistics.html',
  'about.html',
  'search.html',
  'report.html',
  'report/1978-07-22-sato-1384.html',
];

describe.skipIf(skipped)('in a browser', () => {
  let browser: Browser;
  let root: URL;

  beforeAll(async () => {
    browser = await launch();
    root = writeSite().root;
  });
  afterAll(() => browser?.close());

  /** Opens a page; what the console says and what is asked for outside the folder goes into `complaints`. */
  async function open(
    path: string,
    options: {
      readonly width?: number;
      readonly colorScheme?: 'light' | 'dark';
      readonly bypassCSP?: boolean;
    } = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const { width = 1440, colorScheme = 'light', bypassCSP = false } = options;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(root.href)) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(new URL(path, root).href);
    return { page, complaints };
  }

  /** How far things have moved since the page was opened (Layout Instability API), but for what the reader did. */
  const shifted = (page: Page): Promise<number> =>
    page.evaluate(`new Promise((tell) => {
      let sum = 0;
      const add = (list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; };
      new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(sum), 50)));
    })`);

  it.each(pages)('%s is shown with its style, without a word, a start or the network', async (path) => {
    const { page, complaints } = await open(path);
    expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toContain('Palatino');
    expect(await shifted(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('what moves is noticed', async () => {
    const { page } = await open('index.html');
    await page.evaluate(`new Promise((done) => requestAnimationFrame(() => {
      document.querySelector('main').style.marginTop = '300px';
      requestAnimationFrame(() => setTimeout(done, 50));
    }))`);
    expect(await shifted(page)).toBeGreaterThan(0.05);
    await page.context().close();
  });

  const widths = [320, 768, 1440];
  const schemes = ['light', 'dark'] as const;
  // Every width and scheme for the page of a document; for the others the narrow light and the wide dark one, and
  // with CHANCERY_AXE=all every one too.
  const cases = pages
    .flatMap((path) => widths.flatMap((width) => schemes.map((scheme) => [path, width, scheme] as const)))
    .filter(
      ([path, width, scheme]) =>
        process.env.CHANCERY_AXE === 'all' ||
        path === document ||
        (width === 320 && scheme === 'light') ||
        (width === 1440 && scheme === 'dark'),
    );

  it.each(cases)(
    '%s at %i px, %s: nothing for axe to find, nothing wider than the window',
    async (path, width, colorScheme) => {
      const { page } = await open(path, { width, colorScheme, bypassCSP: true });
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(wide).toBe(false);
      await page.evaluate(axe);
      const violations = await page.evaluate(
        `axe.run(document, { resultTypes: ['violations'] }).then((found) =>
          found.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')))`,
      );
      expect(violations).toEqual([]);
      await page.context().close();
    },
  );

  /** The words of each page that can be seen: what lies outside the window for those who listen is not. */
  async function wordsOf(options: { readonly styles: boolean; readonly javaScriptEnabled: boolean }) {
    const context = await browser.newContext({ javaScriptEnabled: options.javaScriptEnabled });
    if (!options.styles) await context.route(/\.css$/, (route) => route.abort());
    const page = await context.newPage();
    const words = new Map<string, string>();
    for (const path of pages.filter((p) => p !== 'search.html')) {
      await page.goto(new URL(path, root).href);
      words.set(path, (await page.locator('main').innerText()).replace(/\s+/g, ' '));
    }
    await context.close();
    return words;
  }

  it('without scripts every page reads as with them; without styles no word of it is lost', async () => {
    const whole = await wordsOf({ styles: true, javaScriptEnabled: true });
    expect(await wordsOf({ styles: true, javaScriptEnabled: false })).toEqual(whole);
    const plain = await wordsOf({ styles: false, javaScriptEnabled: false });
    const letters = (words = '') =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .split(' ');
    const lost = [...whole].flatMap(([path, words]) => {
      const seen = new Set(letters(plain.get(path)));
      expect(words.length, path).toBeGreaterThan(12);
      // In the text of a document nothing is put between lines that the source does not part.
      const together = path === 'variety/index.html' ? letters(plain.get(path)).join(' ') : '';
      return letters(words)
        .filter((word) => !seen.has(word) && !together.includes(word))
        .map((word) => `${path}: ${word}`);
    });
    expect(lost).toEqual([]);
  });

  it('without scripts the search leads to the lists', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(new URL('search.html', root).href);
    expect(await page.locator('#results').innerText()).toContain('Searching needs JavaScript');
    await page.locator('#results a').first().click();
    expect(await page.title()).toContain('Documents');
    await context.close();
  });

  async function found(query: string): Promise<{ text: string; complaints: string[] }> {
    const { page, complaints } = await open(`search.html?q=${encodeURIComponent(query)}`);
    await page.waitForSelector('#results[data-state=done]');
    const text = await page.locator('#results').innerText();
    await page.context().close();
    return { text, complaints };
  }

  it('the search finds words, phrases, beginnings, and the Japanese header, from a folder on the disk', async () => {
    const one = await found('hegemony “third country”');
    expect(one.text).toContain('1 document');
    expect(one.text).toContain('Treaty of Peace and Friendship');
    expect(one.text).toMatch(/medium certainty/);
    expect(one.text).toMatch(/Han Nianlong speaking:/);
    expect(one.complaints).toEqual([]);
    expect((await found('佐藤')).text).toContain('1 document');
    expect((await found('佐藤')).text).toContain('佐藤大使');
    expect((await found('negotiat*')).text).toContain('1 document');
    expect((await found('“country third”')).text).toContain('Nothing found');
    expect((await found('hegemoni')).text).toMatch(/No document has “hegemoni”[\s\S]*hegemony/);
    expect((await found('Han Nianlong')).text).toMatch(/In the register\s+Han Nianlong/);
  });

  it('the search is as harmless as its documents are not', async () => {
    const { text, complaints } = await found('<img src=x onerror=alert(9)> alert');
    expect(complaints).toEqual([]);
    expect((await found('script alert')).text).toContain('<script>alert(');
    expect(text).toBeDefined();
  });

  it('a result leads to its paragraph', async () => {
    const { page } = await open('search.html?q=hegemony');
    await page.locator('.passages a').first().click();
    await page.waitForURL(/1978-07-22-sato-1384\/index\.html#/);
    expect(await page.locator(':target').count()).toBe(1);
    await page.context().close();
  });

  it('a name opens its entry over the page, and closing it moves nothing', async () => {
    const { page } = await open(document);
    const name = page.locator('#p14 a[href="#han-nianlong"]').first();
    await name.scrollIntoViewIfNeeded();
    await name.click();
    const card = page.locator('.cards > :target');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.cards > :target')).position")).toBe(
      'fixed',
    );
    const before = await page.evaluate('scrollY');
    await card.locator('a:last-child').last().click();
    expect(await page.locator('.cards > :target').count()).toBe(0);
    expect(await page.evaluate('scrollY')).toBe(before);
    await page.context().close();
  });

  it('a date opens its value, its rule and its certainty', async () => {
    const { page } = await open(document);
    await page.locator('#p13 a:has(time)').first().click();
    expect(await page.locator('.cards > :target').innerText()).toMatch(/1978-07-22[\s\S]*Certainty/);
    await page.context().close();
  });

  it('prints', async () => {
    const { page } = await open(document);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.context().close();
  });

  it('the words can be read aloud in the order of the document', async () => {
    const { page } = await open(document);
    const text = await page.locator('#sec-text').innerText();
    expect(text.indexOf('Following is a summary')).toBeGreaterThan(text.indexOf('Ambassador Sato'));
    await page.context().close();
  });
});
