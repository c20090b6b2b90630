/** The words with their lists, parted into pieces of a size that a browser loads at once. */
import { code, read } from './codes.ts';
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
 * place there, several for a long one: `3.0 4.0`; positions likewise, or as `-` where they are not kept. Long positions have several pieces, each with
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
    const place = yield* this.#lines.put(line, term.length + written.length + positions.length + 20);
    if (place.endsWith('.0')) this.first.push(term);
  }

  *end(): Generator<File> {
    yield* this.#lines.end();
    yield* this.#lists.end();
    yield* this.#places.end();
  }

  *#list(list: string): Generator<File, string> {
    if (list.length <= inlineLength) return `=${list}`;
    const written: string[] = [];
    for (const stretch of stretches(list)) {
      written.push(yield* this.#lists.put(stretch, stretch.length));
    }
    return written.join(' ');
  }

  *#positions(places: Posting['places']): Generator<File, string> {
    const length = places.reduce((n, p) => n + p.text.length, 0);
    const [only] = places;
    if (length > mostPlaces) return '-';
    if (places.length === 1 && only && length <= inlineLength) return `${only.first}=${only.text}`;
    const written: string[] = [];
    for (const { first, text } of places) {
      written.push(`${yield* this.#places.put(text, text.length)}:${first}`);
    }
    return written.join(' ');
  }
}

/** A list in stretches that a piece has room for, each with the number of its first document in full. */
function* stretches(list: string): Generator<string> {
  let document = 0;
  let stretch = '';
  for (let at = 0; at < list.length; ) {
    const [step, next] = read(list, at);
    document += step;
    // The step, and one character of the score.
    stretch += stretch === '' ? code(document) + list[next] : list.slice(at, next + 1);
    at = next + 1;
    if (stretch.length < pieceLength) continue;
    yield stretch;
    stretch = '';
  }
  if (stretch !== '') yield stretch;
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

  /** @returns where the thing stands: piece and place in it; a piece is not filled beyond its length but by one thing alone */
  *put(thing: T, length: number): Generator<File, string> {
    if (this.#length + length > pieceLength) yield* this.end();
    const place = `${this.#number}.${this.#things.length}`;
    this.#things.push(thing);
    this.#length += length;
    return place;
  }

  *end(): Generator<File> {
    if (this.#things.length === 0) return;
    yield { path: `${this.#folder}/${this.#number}`, content: this.#things };
    this.#number++;
    this.#things = [];
    this.#length = 0;
  }
}
