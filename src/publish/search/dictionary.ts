/** The words with their lists, parted into pieces of a size that a browser loads at once. */
import type { Posting } from './postings.ts';

/** Characters in a piece of the dictionary, and of lists, and how long a list may be to stand in the dictionary. */
const pieceLength = 7_000;
const inlineLength = 60;

/** Positions of a word that stands everywhere are not kept: a phrase is then looked for in the text itself. */
const mostPlaces = 60_000;

interface File {
  readonly path: string;
  readonly content: unknown;
}

/**
 * A word's line: word, documents, list, positions. A list stands as `=…`, or as the number of its piece and its
 * place there; positions likewise, or as `-` where they are not kept. Long positions have several pieces, each with
 * its first document: `12:0 13:840`.
 */
type Line = readonly [string, number, string, string];

export class Dictionary {
  /** First word of each piece of the dictionary. */
  readonly first: string[] = [];
  readonly #lines = new Pieces<Line>('t');
  readonly #lists = new Pieces<string>('p');
  readonly #places = new Pieces<string>('x');

  *add({ term, documents, list, places }: Posting): Generator<File> {
    const written = yield* this.#list(list);
    const positions = yield* this.#positions(places);
    const line: Line = [term, documents, written, positions];
    if (this.#lines.isEmpty) this.first.push(term);
    yield* this.#lines.add(line, term.length + written.length + positions.length + 20);
  }

  *end(): Generator<File> {
    yield* this.#lines.end();
    yield* this.#lists.end();
    yield* this.#places.end();
  }

  *#list(list: string): Generator<File, string> {
    if (list.length <= inlineLength) return `=${list}`;
    const place = this.#lists.place;
    yield* this.#lists.add(list, list.length);
    return place;
  }

  *#positions(places: Posting['places']): Generator<File, string> {
    const length = places.reduce((n, p) => n + p.text.length, 0);
    const [only] = places;
    if (length > mostPlaces) return '-';
    if (places.length === 1 && only && length <= inlineLength) return `${only.first}=${only.text}`;
    const written: string[] = [];
    for (const { first, text } of places) {
      written.push(`${this.#places.place}:${first}`);
      yield* this.#places.add(text, text.length);
    }
    return written.join(' ');
  }
}

/** Things gathered until a piece is full. */
class Pieces<T> {
  readonly #folder: string;
  #number = 0;
  #things: T[] = [];
  #length = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get isEmpty(): boolean {
    return this.#things.length === 0;
  }

  /** Where the next thing will stand: piece and place in it. */
  get place(): string {
    return `${this.#number}.${this.#things.length}`;
  }

  *add(thing: T, length: number): Generator<File> {
    this.#things.push(thing);
    this.#length += length;
    if (this.#length >= pieceLength) yield* this.end();
  }

  *end(): Generator<File> {
    if (this.#things.length === 0) return;
    yield { path: `${this.#folder}/${this.#number}`, content: this.#things };
    this.#number++;
    this.#things = [];
    this.#length = 0;
  }
}
