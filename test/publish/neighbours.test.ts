/** Which documents stand beside a document, and how its page says so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentFacts, Reference } from '../../src/publish/document-facts.ts';
import { factsOf } from '../../src/publish/index.ts';
import { withNavigation, withoutNavigation } from '../../src/publish/neighbours/index.ts';
import { contextWith, teiWith } from '../transform/documents.ts';
import { navigationsOf } from './sample-site.ts';

interface Letter {
  readonly id: string;
  readonly date?: string;
  readonly number?: string;
  readonly from?: string;
  readonly to?: string;
  readonly references?: readonly Reference[];
}

const blank = factsOf(teiWith('<p>One.</p>'), 'x');

function letter({
  id,
  date,
  number,
  from = 'Casey',
  to = 'Hodgson',
  references = [],
}: Letter): DocumentFacts {
  const own = { ...(date && { date }), ...(number && { number }) };
  return {
    ...blank,
    id,
    title: `Letter ${id}`,
    from: [{ name: from }],
    to: [{ name: to }],
    references,
    ...own,
  };
}

function navigations(letters: readonly Letter[]): Record<string, string> {
  return Object.fromEntries(navigationsOf(letters.map(letter), contextWith()));
}

/** `prev a, next c` */
function relations(navigation: string | undefined): string {
  const items = navigation?.matchAll(/<li class="([^"]*)">.*?href="\.\.\/([^/]*)\/index\.html"/g) ?? [];
  return Array.from(items, ([, relation, id]) => `${relation} ${id}`).join(', ');
}

describe('by date', () => {
  const letters = [
    { id: 'c', date: '1941-12-09' },
    { id: 'a', date: '1941-12-07T22:00:00Z' },
    { id: 'undated' },
    { id: 'b', date: '1941-12-08' },
  ];

  it('leads to the document before and after, in words that say which', () => {
    const found = navigations(letters);
    expect(relations(found.a)).toBe('next b');
    expect(relations(found.b)).toBe('prev a, next c');
    expect(relations(found.c)).toBe('prev b');
    expect(found.undated).toBeUndefined();
    expect(found.b).toContain(
      'After, by date</span> <a href="../c/index.html" rel="next">Letter c</a>, 9 December 1941',
    );
  });

  it('is the same whatever the order of the documents', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(letters, { minLength: letters.length }), (order) => {
        expect(navigations(order)).toEqual(navigations(letters));
      }),
    );
  });
});

describe('the thread', () => {
  const asked: Letter = { id: 'asked', number: '40', date: '1941-06-01', from: 'Hodgson', to: 'Casey' };
  const answer: Letter = {
    id: 'answer',
    date: '1941-06-03',
    references: [{ number: '40', whose: 'your' }],
  };
  const thread = (...letters: readonly Letter[]) =>
    Object.entries(navigations(letters)).flatMap(([id, nav]) =>
      relations(nav)
        .split(', ')
        .filter((relation) => relation.startsWith('answer'))
        .map((relation) => `${id}: ${relation}`),
    );

  it('leads from a reply to what it answers, and back', () => {
    expect(thread(asked, answer)).toEqual(['answer: answers asked', 'asked: answered-by answer']);
  });

  it.each([
    ['another pair of posts', { ...asked, from: 'Bruce' }],
    ['a later document', { ...asked, date: '1941-06-04' }],
    ['one of another year', { ...asked, date: '1940-05-01' }],
    ['one that the writer sent himself', { ...asked, from: 'Casey', to: 'Hodgson' }],
    ['one without a date', { ...asked, date: undefined }],
  ])('is not taken to be %s', (_, other) => {
    expect(thread(other as Letter, answer)).toEqual([]);
  });

  it('is left open where two documents can be meant', () => {
    expect(thread(asked, { ...asked, id: 'second', date: '1941-05-01' }, answer)).toEqual([]);
  });

  it('reads whose telegram is meant from the text', () => {
    const standOff = `<standOff><listBibl>
      <bibl xml:id="t1" type="telegram"><title>Your telegram No. 40</title><idno type="telegram-number">40</idno></bibl>
      <bibl xml:id="t2" type="telegram"><title>cablegram D. 450</title><idno type="telegram-number">D. 450</idno></bibl>
      <bibl xml:id="t3" type="treaty"><title>Tripartite Pact</title></bibl></listBibl></standOff>`;
    const tei = teiWith('<p>One.</p>').replace('<text', `${standOff}<text`);
    expect(factsOf(tei, 'x').references).toEqual([{ number: '40', whose: 'your' }, { number: 'D. 450' }]);
  });
});

describe('the page', () => {
  const page = '<main>Words &lt;nav class="contents"<nav class="contents"><ul></ul></nav></main>';
  const hostile = navigations([
    { id: 'a', date: '1941-01-01' },
    { id: '</nav><script>', date: '1941-01-02' },
  ]).a as string;

  it('gets its navigation, another in its place, and is itself again without', () => {
    const given = withNavigation(page, hostile);
    expect(given).toContain(`${hostile}<nav class="contents">`);
    expect(hostile).not.toContain('<script>');
    expect(withNavigation(given, hostile)).toBe(given);
    expect(withNavigation(withNavigation(page, '<nav class="neighbours">x</nav>'), hostile)).toBe(given);
    expect(withoutNavigation(given)).toBe(page);
    expect(withNavigation(given, '')).toBe(page);
  });

  it('of other style sheets stays as it is', () => {
    expect(withNavigation('<main>Words</main>', hostile)).toBe('<main>Words</main>');
  });
});
