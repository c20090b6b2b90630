/**
 * Pages that are made again only where something has changed are those of a clean build, whatever has happened: the
 * parts of the real edition, over random sequences of documents that come, change, move and go.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bound } from '../../src/publish/binding.ts';
import type { PublishedDocument } from '../../src/publish/document-facts.ts';
import { siteParts } from '../../src/publish/index.ts';
import type { NavigationDraft } from '../../src/publish/neighbours/index.ts';
import { type Change, type Part, PassingStore, type Sheaf } from '../../src/publish/sheaves.ts';
import { Sorted } from '../../src/publish/sorted.ts';
import { madeUp, sampleContext, sampleFacts, scratch } from './sample-site.ts';

interface Page {
  readonly sheaf: string;
  readonly inputs?: string | undefined;
  readonly content: string;
}

/** What is in dist/, kept as a build keeps it. */
class Edition<D> {
  readonly pages = new Map<string, Page>();
  /** Pages made in the last round. */
  made = 0;
  readonly #store = new PassingStore();
  readonly #parts: readonly Part<D>[];
  #anew = true;

  constructor(parts: readonly Part<D>[]) {
    this.#parts = parts;
  }

  change(changes: readonly Change<D>[]): this {
    const former = new Map(this.pages);
    this.made = 0;
    const binding = { parts: this.#parts, changes, store: this.#store, anew: this.#anew };
    for (const { sheaf, draft } of bound({ ...binding, sorted: () => new Sorted(scratch, 4000) })) {
      if (draft === undefined) {
        for (const [path, page] of this.pages) if (page.sheaf === sheaf) this.pages.delete(path);
        continue;
      }
      const { path, inputs } = draft;
      const before = former.get(path);
      if (before && inputs !== undefined && before.inputs === inputs && before.sheaf === sheaf) {
        this.pages.set(path, before);
        continue;
      }
      this.made++;
      const content = (draft as Partial<NavigationDraft>).navigation?.markup ?? String(draft.make().content);
      this.pages.set(path, { sheaf, inputs, content });
    }
    this.#anew = false;
    return this;
  }

  get contents(): ReadonlyMap<string, string> {
    return new Map([...this.pages].sort().map(([path, { content }]) => [path, content]));
  }
}

const changesIn = <D extends { readonly id: string }>(documents: readonly D[]): Change<D>[] =>
  documents.map((document) => ({ id: document.id, document }));

const context = sampleContext();
const name = fc.constantFrom('R. G. Casey', 'Curtin', 'The Hague', '佐藤', 'Zed', 'Ångström');
const agent = fc
  .record({ name, register: fc.constantFrom(undefined, 'sato-shoji', 'han-nianlong') })
  .map(({ name: own, register }) => ({ name: own, ...(register !== undefined && { register }) }));
const text = fc
  .array(
    fc.constantFrom(
      'war',
      'peace',
      'treaty',
      '佐藤大使',
      'oil',
      'con',
      'negotiations',
      'U.S.S.R.',
      '__proto__',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((words) => words.join(' '));
const date = fc.constantFrom(
  '1941-12-07T10:00:00Z',
  '1941-12-07',
  '1941-12-08',
  '1941-12',
  '1942-01-01',
  '1942',
);
const number = fc.constantFrom('40', '41');
const document: fc.Arbitrary<PublishedDocument> = fc
  .record(
    {
      id: fc.constantFrom('a', 'a-b', 'b', 'c', 'd', 'e', 'f', 'g'),
      title: text,
      date,
      kind: fc.constantFrom('Letter', 'Telegram'),
      number,
      references: fc.array(fc.record({ number }), { maxLength: 2 }),
      from: fc.array(agent, { maxLength: 2 }),
      to: fc.array(agent, { maxLength: 2 }),
      changed: fc.constantFrom('1980-01-01', '1990-01-01'),
      status: fc.constantFrom('unreviewed', 'approved'),
      passages: fc.array(
        text.map((words) => ({ anchor: 'p1', text: words })),
        { maxLength: 3 },
      ),
      events: fc.array(
        date.map((when) => ({ type: 'event', when, what: 'a meeting', inferred: false })),
        { maxLength: 2 },
      ),
      entities: fc.array(
        fc.tuple(agent, fc.constantFrom('person', 'place', 'org'), text).map(([own, kind, words]) => ({
          ...own,
          id: 'x',
          kind: kind as 'person',
          mentions: [{ anchor: 'p1', before: '', words, after: '' }],
        })),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['id'] },
  )
  .map(({ id, ...own }) => madeUp(id, own));

/** Documents that come or change, and those that go. */
const round = fc.record({
  put: fc.array(document, { maxLength: 5 }),
  taken: fc.array(fc.nat(9), { maxLength: 2 }),
});

it('pages after any sequence of changes are those of a clean build', () => {
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 5 }), (rounds) => {
      const edition = new Edition(siteParts(context)).change([]);
      const now = new Map<string, PublishedDocument>();
      for (const { put, taken } of rounds) {
        const changes = new Map<string, Change<PublishedDocument>>();
        for (const own of put) {
          now.set(own.id, own);
          changes.set(own.id, { id: own.id, document: own });
        }
        for (const at of taken) {
          const id = [...now.keys()][at];
          if (id === undefined) continue;
          now.delete(id);
          changes.set(id, { id });
        }
        edition.change([...changes.values()]);
        const clean = new Edition(siteParts(context)).change(changesIn([...now.values()]));
        expect(edition.contents).toEqual(clean.contents);
      }
    }),
    { numRuns: Number(process.env.CHANCERY_RUNS ?? 12) },
  );
});

it('a change touches the pages that it concerns', () => {
  const documents = [
    ...sampleFacts(),
    ...Array.from({ length: 40 }, (_, i) => madeUp(`m${i}`, { date: `19${10 + i}-01-01` })),
  ];
  const edition = new Edition(siteParts(context)).change(changesIn(documents));
  const all = edition.made;
  const changed = {
    ...madeUp('m7', { date: '1917-01-01' }),
    passages: [{ anchor: 'p1', text: 'another word' }],
  };
  edition.change(changesIn([changed]));
  expect(edition.made).toBeLessThan(all / 10);
  edition.change(changesIn([changed]));
  expect(edition.made).toBe(0);
});

it('a list is parted into runs by what is in it, not by how it came to be', () => {
  const parts: readonly Part<{ id: string; words: readonly string[] }>[] = [
    {
      name: 'words',
      share: ({ id, words }, give) => {
        for (const word of new Set(words)) give('all', '', `${word} ${id}`, word);
      },
    },
    {
      name: 'all',
      begins: (order) => /^[aeiou]/.test(order),
      *pages({ name: run, rows }: Sheaf<string>) {
        const content = Array.from(rows, (row) => `${row.order}=${row.value}`).join('\n');
        yield { path: `run ${run}`, make: () => ({ path: run, mediaType: 'text/plain', content }) };
      },
    },
  ];
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k', 'o');
  const documents = fc.record({
    id: fc.constantFrom('1', '2', '3'),
    words: fc.array(word, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(documents, { minLength: 1, maxLength: 12 }), (steps) => {
      const list = new Edition(parts).change([]);
      const now = new Map<string, (typeof steps)[number]>();
      for (const step of steps) {
        now.set(step.id, step);
        list.change(changesIn([step]));
        expect(list.contents).toEqual(new Edition(parts).change(changesIn([...now.values()])).contents);
      }
    }),
    { numRuns: 60 },
  );
});
