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
}

export const { tokens } = createRequire(import.meta.url)('../../../assets/search-tokens.cjs') as Tokeniser;
