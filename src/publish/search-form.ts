/** A form that needs no script: it leads to the search page, with the words in the address. */

import type { Words } from '../words/index.ts';
import { type Html, html } from './html.ts';

export interface SearchFormOptions {
  readonly label: string;
  /** A fact that the documents are to have: facet and value. */
  readonly within?: readonly [string, string];
}

/** @param up from the page to `dist/` */
export function searchForm(up: string, words: Words, { label, within }: SearchFormOptions): Html {
  return html`<form class="search" role="search" action="${up}search.html" method="get"><label for="q">${label}</label><div><input id="q" name="q" type="search" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}">${within && html`<input type="hidden" name="${within[0]}" value="${within[1]}">`}<button type="submit">${words.find}</button></div></form>
`;
}
