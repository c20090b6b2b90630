/** Names of places that everybody knows: states, capitals, and the gazetteer of the language. */
import { countries } from '../countries.ts';
import { places } from './data/places.ts';

const known: ReadonlySet<string> = new Set(
  [
    ...countries.flatMap((c) => [...c.names, ...(c.capital ? [c.capital] : [])]),
    ...places.flatMap((p) => p.names),
  ].map((n) => n.toLowerCase()),
);

/** In any case of letters. */
export const isPlaceName = (words: string): boolean =>
  known.has(words.toLowerCase().replace(/[\s\u00a0]+/gu, ' '));
