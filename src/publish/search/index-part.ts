/**
 * `search.html` and `search/`: an index that a browser reads piece by piece, with no server. Each piece is a
 * script that hands its data over, so that it works from a folder on a disk as well. docs/search.md tells why.
 *
 *     search/index.js      what there is: years, the first word of each piece of the dictionary
 *     search/t/WORD-N.js   dictionary, run by run: words in order, with their short lists, or where the long ones are
 *     search/p/WORD-N.js   lists of documents
 *     search/x/WORD-N.js   positions, for phrases
 *     search/m/DAY-N.js    the documents of a day: ids and days
 *     search/y/YEAR.js     the days of a year that have documents, and how many
 *     search/n/HEAP-N.js   names of the registers
 *     search/d/ID.js       a document: facts and passages; a long one goes on in ID.2.js
 */
import { assetText } from '../assets.ts';
import { dayOf } from '../dates.ts';
import { Parties } from '../facets.ts';
import { draftOf, type MakePart, valuesOf } from '../part.ts';
import type { Sheaf } from '../sheaves.ts';
import { summaryKey } from '../summary.ts';
import { code } from './codes.ts';
import { beginsRun, fileOf, runOf } from './dictionary.ts';
import { dealtOut, numberOfDay } from './numbers.ts';
import { documentPieces, piece, pieces } from './pieces.ts';
import { type Posting, type Stretch, stretchesOf } from './postings.ts';
import { namesPerPiece, searchNames } from './search-names.ts';
import { type Choices, searchPage } from './search-page.ts';
import { type SearchedDocument, searched, termsOf } from './searched.ts';

/** Documents in a piece of `search/m/`. */
const idsPerPiece = 16;

/** What the browser runs: the words of a text, then the search. */
const program = 'search/search.js';

/** Documents by day, days by month, months by word, words by run of the dictionary. */
export const searchPart: MakePart = (site) => {
  const { register } = site.context;
  const parties = new Parties(register);
  const known = new Map(register.entries.map((e) => [e.id, e]));
  return [
    {
      name: 'days',
      share: (document, give) => {
        const day = dayOf(document.date ?? '');
        const sheaf = day === '~' ? `~${dealtOut(document.id)}` : day;
        give('days', sheaf, summaryKey(document), searched(document, parties, known));
      },
      *pages({ name: day, size, rows }: Sheaf<SearchedDocument>, give) {
        const number = numberOfDay(day);
        const documents = valuesOf(rows);
        give('words of a month', day.slice(0, day.startsWith('~') ? 2 : 7), day, {
          documents: size,
          words: stretchesOf(number, documents.map(termsOf)),
        });
        if (!day.startsWith('~')) give('years of the search', day.slice(0, 4), day, size);
        for (const document of documents) yield* documentPieces(document);
        yield* pieces(
          `m/${number}`,
          idsPerPiece,
          documents.map(({ id }) => [id, day.startsWith('~') ? '~' : day]),
        );
      },
    },
    ...searchNames(known),
    {
      name: 'words of a month',
      pages({ name: month, rows }: Sheaf<OfDay>, give) {
        const words = new Map<string, Stretch[]>();
        const counts = { documents: 0, names: 0 };
        for (const { value } of rows) {
          counts.documents += value.documents ?? 0;
          counts.names += value.names ?? 0;
          for (const [term, stretches] of Object.entries(value.words)) {
            const list = words.get(term);
            if (list) list.push(...stretches);
            else words.set(term, [...stretches]);
          }
        }
        give('search', '', `month ${month}`, counts);
        for (const [term, stretches] of words) give('words', term, month, stretches);
        return [];
      },
    },
    {
      name: 'words',
      pages({ name: term, rows }: Sheaf<readonly Stretch[]>, give) {
        const list = valuesOf(rows).flat();
        const documents = list.reduce((n, [, own]) => n + own, 0);
        give('dictionary', '', term, { documents, list } satisfies Posting);
        return [];
      },
    },
    {
      name: 'dictionary',
      begins: beginsRun,
      *pages({ name: run, rows }: Sheaf<Posting>, give) {
        const { files, first } = runOf(Array.from(rows, ({ order, value }) => [order, value] as const));
        give('search', '', `run ${run}`, [run, ...first.slice(1)]);
        for (const { kind, number, content } of files)
          yield piece(`${kind}/${fileOf(run)}-${number}`, content);
      },
    },
    {
      name: 'years of the search',
      *pages({ name: year, rows }: Sheaf<number>, give) {
        const days = Array.from(rows, ({ order, value }) => [numberOfDay(order), value] as const);
        give('search', '', `year ${year}`, Number(year));
        let last = 0;
        let text = '';
        for (const [day, documents] of days) {
          text += code(day - last) + code(documents);
          last = day;
        }
        yield piece(`y/${Number(year)}`, text);
      },
    },
    {
      name: 'search',
      always: [''],
      *pages({ rows }: Sheaf<unknown>) {
        const all = [...rows];
        const of = <T>(kind: string): T[] =>
          all.flatMap((row) => (row.order.startsWith(kind) ? [row.value as T] : []));
        const months = of<{ documents: number; names: number }>('month ');
        yield piece('index', {
          documents: months.reduce((n, { documents }) => n + documents, 0),
          names: months.reduce((n, own) => n + own.names, 0),
          idsPerPiece,
          namesPerPiece,
          years: of<number>('year '),
          runs: of<string[]>('run '),
        });
        yield {
          path: program,
          make: () => ({
            path: program,
            mediaType: 'text/javascript',
            content: assetText('search-tokens.cjs') + assetText('search.js'),
          }),
        };
        const choices = of<Choices>('choices ');
        yield draftOf('search.html', choices, [], () => searchPage(choices, program, site));
      },
    },
  ];
};

/** What a day, or a heap of names, gives to the index. */
interface OfDay {
  readonly documents?: number;
  readonly names?: number;
  readonly words: Readonly<Record<string, readonly Stretch[]>>;
}
