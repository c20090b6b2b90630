/**
 * The inverted index while it is being built. Documents come in the order of their numbers; what has been gathered
 * is put aside as sorted rows whenever it has grown large, so that memory does not grow with the edition.
 */
import { grouped, type Sorted } from '../sorted.ts';
import { code, digit, read } from './codes.ts';

/** Where one word stands in a document. */
export interface Occurrences {
  readonly positions: readonly number[];
  /** From 0 to 63: how much the document is about it. */
  readonly score: number;
}

/** What is known of one word. */
export interface Posting {
  readonly term: string;
  /** Documents that have it. */
  readonly documents: number;
  /** Steps from document to document, each followed by the score. */
  readonly list: string;
  /** Steps, then the number of positions, then the steps between them; with the number of the first document. */
  readonly places: readonly { readonly first: number; readonly text: string }[];
}

/** A stretch of a word's list, from one document to another. */
interface Block {
  readonly documents: number;
  readonly first: number;
  readonly last: number;
  readonly list: string;
  readonly places: string;
}

/** Entries gathered before they are put aside: some 100 MB at most. */
const mostEntries = 600_000;

/** Positions are parted into pieces of about this many characters, each beginning with a document of its own. */
const pieceLength = 8_192;

interface Growing {
  documents: number;
  readonly first: number;
  last: number;
  readonly list: string[];
  readonly places: string[];
}

export class Postings {
  #terms = new Map<string, Growing>();
  #entries = 0;
  #blocks = 0;
  readonly #rows: Sorted<Block>;

  constructor(rows: Sorted<Block>) {
    this.#rows = rows;
  }

  /** Documents must come in the order of their numbers. */
  add(document: number, terms: ReadonlyMap<string, Occurrences>): void {
    for (const [term, { positions, score }] of terms) {
      const growing = this.#terms.get(term);
      const step = growing ? code(document - growing.last) : '';
      let places = step + code(positions.length);
      let before = 0;
      for (const position of positions) {
        places += code(position - before);
        before = position;
      }
      if (growing) {
        growing.documents++;
        growing.last = document;
        growing.list.push(step + digit(score));
        growing.places.push(places);
      } else {
        this.#terms.set(term, {
          documents: 1,
          first: document,
          last: document,
          list: [digit(score)],
          places: [places],
        });
      }
      this.#entries++;
    }
    if (this.#entries > mostEntries) this.#putAside();
  }

  /** Every word in order, with its whole list. */
  *[Symbol.iterator](): Generator<Posting> {
    this.#putAside();
    for (const { group: term, rows } of grouped(this.#rows, (key) => key.slice(0, key.indexOf('\t')))) {
      let documents = 0;
      let last = 0;
      let list = '';
      const places: { first: number; text: string }[] = [];
      for (const { value } of rows) {
        documents += value.documents;
        list += code(value.first - last) + value.list;
        addPlaces(places, value);
        last = value.last;
      }
      yield { term, documents, list, places };
    }
    this.#rows.clear();
  }

  #putAside(): void {
    this.#blocks++;
    const block = String(this.#blocks).padStart(6, '0');
    for (const [term, { documents, first, last, list, places }] of this.#terms) {
      this.#rows.add(`${term}\t${block}`, {
        documents,
        first,
        last,
        list: list.join(''),
        places: places.join(''),
      });
    }
    this.#terms = new Map();
    this.#entries = 0;
  }
}

/** A block's positions as pieces of their own; each piece begins with its first document, the steps are within it. */
function addPlaces(pieces: { first: number; text: string }[], { first, places }: Block): void {
  if (places.length <= pieceLength) {
    pieces.push({ first, text: places });
    return;
  }
  let document = first;
  let begin = 0;
  let at = 0;
  let start = first;
  while (at < places.length) {
    const entry = at;
    if (entry > 0) {
      const [step, next] = read(places, at);
      document += step;
      at = next;
    }
    const body = at;
    const [count, next] = read(places, at);
    at = next;
    for (let i = 0; i < count; i++) at = read(places, at)[1];
    if (entry > begin && at - begin > pieceLength) {
      pieces.push({ first: start, text: places.slice(begin, entry) });
      begin = body;
      start = document;
    }
  }
  pieces.push({ first: start, text: places.slice(begin) });
}
