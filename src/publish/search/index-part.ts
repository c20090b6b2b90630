/**
 * `search.html` and `search/`: an index that a browser reads piece by piece, with no server. Each piece is a
 * script that hands its data over, so that it works from a folder on a disk as well. docs/search.md tells why.
 *
 *     search/index.js      what there is: months, facets, the first word of each piece of the dictionary
 *     search/t/N.js        dictionary: words in order, with their short lists, or where the long ones are
 *     search/p/N.js        lists of documents
 *     search/x/N.js        positions, for phrases
 *     search/m/N.js        numbers of documents to their ids and days
 *     search/n/N.js        names of the registers
 *     search/d/ID.js       a document: facts and passages; a long one goes on in ID.2.js
 */
import type { Artifact } from '../../artifact.ts';
import { assetText } from '../assets.ts';
import { dayOf } from '../dates.ts';
import type { Passage, PublishedDocument } from '../document-facts.ts';
import { facets, Parties } from '../facets.ts';
import type { Part, Site } from '../part.ts';
import { portions } from '../sorted.ts';
import { summaryKey } from '../summary.ts';
import { Dictionary } from './dictionary.ts';
import { type Occurrences, Postings } from './postings.ts';
import { namesPerPiece, SearchNames } from './search-names.ts';
import { searchPage } from './search-page.ts';
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
  readonly values: readonly (readonly [string, string])[];
}

/** Documents in a piece of `search/m/`. */
const idsPerPiece = 16;

/** A word in the facts weighs as much as this many in the text. */
const weightOfFacts = 4;

/** Positions of different passages are so far apart that no phrase reaches over. */
const betweenPassages = 16;

/** What the browser runs: the words of a text, then the search. */
const program = 'search/search.js';

export function searchPart(site: Site): Part {
  const { register } = site.context;
  const parties = new Parties(register);
  const known = new Map(register.entries.map((e) => [e.id, e]));
  const documents = site.sorted<SearchedDocument>();
  const names = new SearchNames(site, parties, known);
  return {
    take: (document) => {
      names.take(document);
      documents.add(summaryKey(document), searched(document));
    },
    *finish() {
      const postings = new Postings(site.sorted());
      const months: [string, number][] = [];
      const values = new Map<string, { label: string; count: number }>();
      let number = 0;
      let ids: [string, string][] = [];
      for (const { value: document } of documents) {
        const day = dayOf(document.date ?? '');
        const month = day === '~' ? '~' : day.slice(0, 7);
        if (months.at(-1)?.[0] !== month) months.push([month, number]);
        for (const [value, label] of document.values) {
          const found = values.get(value) ?? { label, count: 0 };
          found.count++;
          values.set(value, found);
        }
        postings.add(number, termsOf(document));
        yield* documentPieces(document);
        ids.push([document.id, day]);
        number++;
        if (ids.length === idsPerPiece) {
          yield piece(`m/${number / idsPerPiece - 1}`, ids);
          ids = [];
        }
      }
      if (ids.length > 0) yield piece(`m/${Math.floor(number / idsPerPiece)}`, ids);
      documents.clear();
      const total = number;
      for (const portion of portions(names.items(), namesPerPiece)) {
        yield piece(
          `n/${Math.floor((number - total) / namesPerPiece)}`,
          portion.map((n) => n.name),
        );
        for (const { terms } of portion) postings.add(number++, terms);
      }

      const dictionary = new Dictionary();
      for (const posting of postings)
        for (const file of dictionary.add(posting)) yield piece(file.path, file.content);
      for (const file of dictionary.end()) yield piece(file.path, file.content);

      yield piece('index', {
        documents: total,
        names: number - total,
        idsPerPiece,
        namesPerPiece,
        months: shortened(months),
        first: dictionary.first,
      });
      yield {
        path: program,
        mediaType: 'text/javascript',
        content: assetText('search-tokens.cjs') + assetText('search.js'),
      };
      yield searchPage(values, program, site);
    },
  };

  function searched(document: PublishedDocument): SearchedDocument {
    const { id, title, kind, number, date, dating, senders, addressees, place, abstract, markings } =
      document;
    const registered = new Set(
      [...document.from, ...document.to, ...document.entities].flatMap((a) =>
        a.register ? [a.register] : [],
      ),
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
        facet.name === 'year'
          ? []
          : facet.values(document, parties).map((v) => [`${facet.name}=${v.slug}`, v.label] as const),
      ),
    };
  }
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
  for (const [value] of values) terms.set(value, { positions: [], score: 0 });
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
function* documentPieces(document: SearchedDocument): Generator<Artifact> {
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

/** Where each month begins; for an edition of many centuries, each year. */
function shortened(months: readonly [string, number][]): readonly [string, number][] {
  if (months.length <= 1200) return months;
  return months.filter(([month], i) => month.slice(0, 4) !== months[i - 1]?.[0].slice(0, 4));
}

/** A script that gives its data to the search. Line separators and `<` cannot end it, wherever it stands. */
function piece(name: string, data: unknown): Artifact {
  const json = JSON.stringify(data).replace(
    /[<\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return {
    path: `search/${name}.js`,
    mediaType: 'text/javascript',
    content: `chancery.piece(${JSON.stringify(name).replaceAll('<', '\\u003c')},${json});\n`,
  };
}
