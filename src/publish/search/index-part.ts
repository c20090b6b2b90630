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
import type { RegisterEntry } from '../../register.ts';
import { assetText } from '../assets.ts';
import { dayOf } from '../dates.ts';
import type { Passage, PublishedDocument } from '../document-facts.ts';
import { facets, Parties } from '../facets.ts';
import { draftOf, type MakePart, valuesOf } from '../part.ts';
import type { Draft, Sheaf } from '../sheaves.ts';
import { summaryKey } from '../summary.ts';
import { code } from './codes.ts';
import { beginsRun, fileOf, runOf } from './dictionary.ts';
import { dealtOut, numberOfDay } from './numbers.ts';
import { piece, pieces } from './pieces.ts';
import { type Occurrences, type Posting, type Stretch, stretchesOf } from './postings.ts';
import { namesPerPiece, searchNames } from './search-names.ts';
import { type Choices, searchPage } from './search-page.ts';
import { tokens } from './tokens.ts';

/** What a result shows, and what is searched. */
interface SearchedDocument {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly number?: string;
  readonly date?: string;
  readonly certainty?: string;
  readonly inferred?: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly place?: string;
  /** Words that find the document besides its passages: names of the register in all languages, markings, abstract. */
  readonly facts: string;
  readonly passages: readonly Passage[];
  /** `sender=r-g-casey` … */
  readonly values: readonly string[];
}

/** Documents in a piece of `search/m/`. */
const idsPerPiece = 16;

/** A word in the facts weighs as much as this many in the text. */
const weightOfFacts = 4;

/** Positions of different passages are so far apart that no phrase reaches over. */
const betweenPassages = 16;

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
export interface OfDay {
  readonly documents?: number;
  readonly names?: number;
  readonly words: Readonly<Record<string, readonly Stretch[]>>;
}

function searched(
  document: PublishedDocument,
  parties: Parties,
  known: ReadonlyMap<string, RegisterEntry>,
): SearchedDocument {
  const { id, title, kind, number, date, dating, senders, addressees, place, abstract, markings } = document;
  const registered = new Set(
    [...document.from, ...document.to, ...document.entities].flatMap((a) => (a.register ? [a.register] : [])),
  );
  const names = [...registered].flatMap((r) => known.get(r)?.names.map((n) => n.text) ?? []);
  const facts = [
    title,
    kind,
    number,
    ...senders,
    ...addressees,
    place,
    abstract,
    ...markings.map((m) => m.name),
    ...names,
  ];
  return {
    id,
    title,
    kind,
    ...(number && { number }),
    ...(date && { date }),
    ...(dating && { certainty: dating.certainty, inferred: dating.inferred }),
    from: senders,
    to: addressees,
    ...(place && { place }),
    facts: facts.filter(Boolean).join(' \n '),
    passages: document.passages,
    values: facets.flatMap((facet) =>
      facet.name === 'year' ? [] : facet.values(document, parties).map((v) => `${facet.name}=${v.slug}`),
    ),
  };
}
/** Saturation and length as BM25 has them (k1 = 1.2, b = 0.75), for an average of 600 words. */
function scoreOf(frequency: number, length: number): number {
  return (63 * frequency) / (frequency + 1.2 * (0.25 + (0.75 * length) / 600));
}

function termsOf({ facts, passages, values }: SearchedDocument): Map<string, Occurrences> {
  const found = new Map<string, { positions: number[]; weight: number }>();
  let offset = 0;
  let length = 0;
  const add = (text: string, weight: number): void => {
    let last = -1;
    for (const { term, position } of tokens(text)) {
      const entry = found.get(term) ?? { positions: [], weight: 0 };
      entry.positions.push(offset + position);
      entry.weight += weight;
      found.set(term, entry);
      last = position;
      length++;
    }
    offset += last + betweenPassages;
  };
  for (const fact of facts.split('\n')) add(fact, weightOfFacts);
  for (const { text } of passages) add(text, 1);
  const terms = new Map<string, Occurrences>();
  for (const [term, { positions, weight }] of found)
    terms.set(term, { positions, score: scoreOf(weight, length) });
  for (const value of values) terms.set(value, { positions: [], score: 0 });
  return terms;
}

/** Bytes of passages in a piece of `search/d/`: a long document is loaded no further than it is needed. */
const passagesPerPiece = 9000;

/** A passage longer than this is several, each with the last words of the one before, so that phrases stay whole. */
const passageLength = 8000;
const overlap = 120;

/**
 * As arrays, for there are many: title, kind, number, day, certainty, inferred, from, to, place, passages, pieces.
 * A long document has its further passages in `ID.2`, `ID.3` …
 */
function* documentPieces(document: SearchedDocument): Generator<Draft> {
  const { id, title, kind, number, date, certainty, inferred, from, to, place, passages } = document;
  const parts: (readonly unknown[])[][] = [[]];
  let length = 0;
  for (const { anchor, text, speakers } of passages)
    for (const stretch of stretches(text)) {
      const size = Buffer.byteLength(stretch);
      if (length > 0 && length + size > passagesPerPiece) {
        parts.push([]);
        length = 0;
      }
      length += size;
      parts.at(-1)?.push(speakers ? [anchor, stretch, speakers.slice(0, mostNames)] : [anchor, stretch]);
    }
  const head = [
    title,
    kind,
    number ?? '',
    date ?? '',
    certainty ?? '',
    inferred ? 1 : 0,
    from.slice(0, mostNames),
    to.slice(0, mostNames),
    place ?? '',
    parts[0],
    parts.length,
  ];
  yield piece(`d/${id}`, head);
  for (const [i, part] of parts.entries()) if (i > 0) yield piece(`d/${id}.${i + 1}`, part);
}

/** A circular goes to many: so many are shown with a result. */
const mostNames = 12;

function* stretches(text: string): Generator<string> {
  let rest = text;
  while (Buffer.byteLength(rest) > passageLength) {
    // A Chinese character has three bytes.
    let end = passageLength;
    while (Buffer.byteLength(rest.slice(0, end)) > passageLength) end = Math.floor(end * 0.8);
    const blank = rest.lastIndexOf(' ', end);
    if (blank > end / 2) end = blank;
    yield rest.slice(0, end);
    const back = rest.indexOf(' ', end - overlap);
    rest = rest.slice(back > 0 && back < end ? back + 1 : end);
  }
  yield rest;
}
