/** The words of a text as the index has them. The code is `assets/search-tokens.cjs`, which the browser runs too. */
import { createRequire } from 'node:module';

export interface Token {
  readonly term: string;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  /** Two neighbouring characters of a script without blanks. */
  readonly pair: boolean;
}

interface Tokeniser {
  readonly tokens: (text: string) => readonly Token[];
  /** What the files of a run of the dictionary are called, by the word it begins with. */
  readonly fileOf: (word: string) => string;
}

export const { tokens, fileOf } = createRequire(import.meta.url)(
  '../../../assets/search-tokens.cjs',
) as Tokeniser;
