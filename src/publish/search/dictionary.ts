/** The words with their lists: a run of words becomes pieces of a size that a browser loads at once. */
import { createHash } from 'node:crypto';
import { type Posting, written } from './postings.ts';

/** Characters in a piece of the dictionary and of lists, of positions, and how long a list may be to stand in the dictionary. */
const pieceLength = 7_000;
const placesLength = 8_192;
const inlineLength = 60;

/** Positions of a word that stands everywhere are not kept: a phrase is then looked for in the text itself. */
const mostPlaces = 60_000;

/** One word in so many begins a run. */
const wordsInRun = 64;

/** Words by themselves say whether they begin a run of the dictionary, so that a new word changes one run alone. */
export function beginsRun(term: string): boolean {
  return term.length <= 24 && createHash('sha1').update(term).digest().readUInt32LE(0) % wordsInRun === 0;
}

/** What the files of a run are called; as `search-tokens.cjs` has it. */
export { fileOf } from './tokens.ts';

interface File {
  /** `t-0`: kind and number within the run. */
  readonly kind: 't' | 'p' | 'x';
  readonly number: number;
  readonly content: unknown;
}

/**
 * A word's line: word, documents, list, positions. A list stands as `=…`, or as the number of its piece in the run and
 * its place there, several for a long one: `3.0 4.0`; positions likewise, each with its first day: `2.0:808719`, or as
 * `-` where they are not kept.
 */
type Line = readonly [string, number, string, string];

/** @returns files of the run, and the first word of each piece of the dictionary */
export function runOf(words: Iterable<readonly [string, Posting]>): { files: File[]; first: string[] } {
  const lines = new Pieces<Line>('t');
  const lists = new Pieces<string>('p');
  const places = new Pieces<string>('x');
  const first: string[] = [];
  for (const [term, { documents, list: stretches }] of words) {
    const all = written(stretches, 'list', pieceLength);
    const [only] = all;
    const list =
      only && all.length === 1 && only.text.length <= inlineLength
        ? `=${only.text}`
        : all.map(({ text }) => lists.put(text, text.length)).join(' ');
    const positions = positionsOf(stretches, places);
    const place = lines.put(
      [term, documents, list, positions],
      term.length + list.length + positions.length + 20,
    );
    if (place.endsWith('.0')) first.push(term);
  }
  return { files: [lines, lists, places].flatMap((pieces) => pieces.files), first };
}

function positionsOf(stretches: Posting['list'], places: Pieces<string>): string {
  if (stretches.reduce((n, [, , , text]) => n + text.length, 0) > mostPlaces) return '-';
  // What no document has positions of is a fact, not a word.
  const all = written(stretches, 'places', placesLength);
  const [only] = all;
  if (only && all.length === 1 && only.text.length <= inlineLength) return `=${only.text}`;
  return all.map(({ first, text }) => `${places.put(text, text.length)}:${first}`).join(' ');
}

/** Things gathered until a piece is full. */
class Pieces<T> {
  readonly #kind: File['kind'];
  readonly #pieces: T[][] = [];
  #length = 0;

  constructor(kind: File['kind']) {
    this.#kind = kind;
  }

  /** @returns where the thing stands: piece and place in it; a piece is not filled beyond its length but by one thing alone */
  put(thing: T, length: number): string {
    let piece = this.#pieces.at(-1);
    if (piece === undefined || this.#length + length > pieceLength) {
      piece = [];
      this.#pieces.push(piece);
      this.#length = 0;
    }
    piece.push(thing);
    this.#length += length;
    return `${this.#pieces.length - 1}.${piece.length - 1}`;
  }

  get files(): File[] {
    return this.#pieces.map((content, number) => ({ kind: this.#kind, number, content }));
  }
}
