/**
 * The search of an edition of 10,000 documents, made up: every piece of the index keeps its bound, and no question loads
 * more than 300 KB with the page, whatever is asked. Time is measured by hand (docs/search.md).
 */
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../src/publish/index.ts';
import { madeUp, sampleContext, scratch } from '../publish/sample-site.ts';
import { launch, skipped } from './site.ts';

const documents = 10_000;
const common = 'the ambassador of japan in washington said that as soon as possible the government'.split(
  ' ',
);

/** Words as language has them: some everywhere, many rarely; the same ones every time. */
function textOf(n: number): string {
  const own = Array.from({ length: 14 }, (_, i) => {
    const chance = ((n * 2_654_435_761 + i * 40_503 + 1) % 1_000_003) / 1_000_003;
    return `w${Math.floor(4000 ** chance)}`;
  });
  return [...common, ...own, ...(n % 2 ? ['peace', 'treaty'] : ['treaty', 'peace']), `n${n}`].join(' ');
}

function* madeUpDocuments() {
  for (let n = 0; n < documents; n++) {
    const day = `194${n % 5}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    const text = textOf(n);
    // Here and there a document of one paragraph without end.
    const passages = [{ anchor: 'p1', text: n % 1000 === 7 ? `${text} `.repeat(400) : text }];
    yield madeUp(`d${n}`, {
      date: day,
      senders: [`Sender ${n % 40}`],
      from: [{ name: `Sender ${n % 40}` }],
      passages,
    });
  }
}

describe.skipIf(skipped)('ten thousand documents', () => {
  let browser: Browser;
  let root: string;
  const sizes = new Map<string, number>();

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'chancery-search-'));
    const context = sampleContext();
    for (const { path, content } of publish(madeUpDocuments(), context, { scratch })) {
      if (!/^(?:search|assets)/.test(path)) continue;
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      sizes.set(path, statSync(file).size);
    }
    browser = await launch();
  }, 120_000);
  afterAll(() => browser?.close());

  it('no piece of the index is larger than the search reckons with', () => {
    const most: Readonly<Record<string, number>> = {
      t: 9000,
      p: 9000,
      x: 16_000,
      m: 3000,
      y: 3000,
      n: 6000,
      d: 12_000,
    };
    const large = [...sizes].filter(([path, size]) => {
      const kind = /^search\/(\w)\//.exec(path)?.[1];
      return kind !== undefined && size > (most[kind] ?? 0);
    });
    expect(sizes.size).toBeGreaterThan(documents);
    expect(large).toEqual([]);
    expect(sizes.get('search/index.js')).toBeLessThan(20_000);
  });

  it.each([
    ['a rare word', 'n4711', '', 1],
    ['a common word', 'japan', '', documents],
    ['common words', 'the government of japan said', '', documents],
    [
      'more words than are looked up',
      'the ambassador of japan in washington said that government possible',
      '',
      1,
    ],
    ['a phrase of words that stand everywhere', '“as soon as possible”', '', 1],
    ['a phrase that half of the documents have', '“peace treaty”', '', 1],
    ['a phrase that none has', '“treaty treaty”', '', 0],
    ['a beginning', 'w1*', '', 1],
    ['a span of days', 'japan', '&since=1942-03-07&until=1942-03-07', 1],
    ['a sender and everything else', 'the', '&sender=sender-7&review=unreviewed&type=letter', 1],
  ])('%s', async (_, question, rest, least) => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    let loaded = 0;
    const lost: string[] = [];
    tab.on('request', (request) => {
      const path = fileURLToPath(request.url().replace(/[?#].*$/, '')).slice(root.length + 1);
      const size = sizes.get(path);
      if (size === undefined) lost.push(path);
      loaded += size ?? 0;
    });
    const address = new URL(
      `search.html?q=${encodeURIComponent(question)}${rest}`,
      pathToFileURL(`${root}/`),
    );
    await tab.goto(address.href);
    await tab.waitForSelector('#results[data-state=done]');
    const shown = await tab.locator('#results .doc').count();
    await context.close();
    expect(lost).toEqual([]);
    expect(loaded).toBeGreaterThan(60_000);
    expect(loaded).toBeLessThan(300_000);
    if (least > 0) expect(shown).toBeGreaterThan(0);
    else expect(shown).toBe(0);
  });
});
