/**
 * The inverted index while it is being made: where words stand in the documents of a day, days put together to months,
 * months to the whole list of a word.
 *
 *     list     step from day to day, number of documents; for each the step to its place among those of the day, score
 *     places   the same, with the number of positions and the steps between them in the place of the score
 *
 * A day with many documents has several stretches, the later ones no step from the first.
 */
import { code, digit } from './codes.ts';

/** Where one word stands in a document. */
export interface Occurrences {
  readonly positions: readonly number[];
  /** From 0 to 63: how much the document is about it. */
  readonly score: number;
}

/** Documents of a day that have a word: its number, how many, list and places without the head. */
export type Stretch = readonly [day: number, documents: number, list: string, places: string];

/** What is known of one word. */
export interface Posting {
  readonly documents: number;
  readonly list: readonly Stretch[];
}

/** So much is in a stretch, so that it can stand in one piece. */
const mostDocuments = 64;
const mostCharacters = 6_000;

/** @param documents of one day, in their order */
export function stretchesOf(
  day: number,
  documents: Iterable<ReadonlyMap<string, Occurrences>>,
): Record<string, Stretch[]> {
  const found = new Map<string, { last: number; stretches: [number, number, string, string][] }>();
  let place = -1;
  for (const terms of documents) {
    place++;
    for (const [term, { positions, score }] of terms) {
      let own = found.get(term);
      if (own === undefined) {
        own = { last: 0, stretches: [] };
        found.set(term, own);
      }
      let stretch = own.stretches.at(-1);
      if (stretch === undefined || stretch[1] >= mostDocuments || stretch[3].length > mostCharacters) {
        stretch = [day, 0, '', ''];
        own.stretches.push(stretch);
        own.last = 0;
      }
      const step = code(place - own.last);
      own.last = place;
      stretch[1]++;
      stretch[2] += step + digit(score);
      stretch[3] += step + code(positions.length) + stepsOf(positions);
    }
  }
  return Object.fromEntries(Array.from(found, ([term, { stretches }]) => [term, stretches]));
}

function stepsOf(positions: readonly number[]): string {
  let text = '';
  let before = 0;
  for (const position of positions) {
    text += code(position - before);
    before = position;
  }
  return text;
}

/** Stretches as they are published, in parts of at most about `length`, each with the first day in full. */
export function written(
  stretches: readonly Stretch[],
  what: 'list' | 'places',
  length: number,
): { readonly first: number; readonly text: string }[] {
  const parts: { first: number; text: string }[] = [];
  let last = 0;
  for (const [day, documents, list, places] of stretches) {
    const body = code(documents) + (what === 'list' ? list : places);
    const part = parts.at(-1);
    if (part !== undefined && part.text.length + body.length <= length) part.text += code(day - last) + body;
    else parts.push({ first: day, text: code(day) + body });
    last = day;
  }
  return parts;
}
