/** Long lists in pages: `1941.html`, `1941-2.html` …, each leading to its neighbours. */

import { fill, type Words } from '../words/index.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** Documents on a page: about 150 KB at most, and two screens' worth of scrolling is enough to find a day. */
export const perPage = 100;

/** `dir/name.html` for the first page, `dir/name-2.html` for the second. */
export function pagePath(path: string, number: number): string {
  return number === 1 ? path : path.replace(/\.html$/, `-${number}.html`);
}

export interface Leaf {
  readonly path: string;
  readonly number: number;
  readonly of: number;
}

/** The pages before and after, for the head of a page. */
export function neighbours({ path, number, of }: Leaf): Pick<Page, 'previous' | 'next'> {
  const name = path.replace(/^.*\//, '');
  return {
    ...(number > 1 && { previous: pagePath(name, number - 1) }),
    ...(number < of && { next: pagePath(name, number + 1) }),
  };
}

/**
 * Links to all pages of a list, or to those around and at the ends where there are many.
 *
 * @param below it stands once more under the list, and is named so
 */
export function pager({ path, number, of }: Leaf, words: Words, below = false): Html | undefined {
  if (of < 2) return undefined;
  const name = path.replace(/^.*\//, '');
  const shown = Array.from({ length: of }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === of || Math.abs(n - number) <= 3,
  );
  const link = (n: number, label: string | number, rel?: string): Html =>
    html`<li><a href="${pagePath(name, n)}"${rel && html` rel="${rel}"`}>${label}</a></li>`;
  return html`<nav class="pager" aria-label="${below ? words.pagesBelow : words.pages}"><ul>${number > 1 && link(number - 1, `← ${words.previous}`, 'prev')}${shown.map(
    (n, i) =>
      html`${i > 0 && n - (shown[i - 1] ?? 0) > 1 && html`<li aria-hidden="true">…</li>`}${n === number ? html`<li><span aria-current="page"><span class="vh">${fill(words.pageOf, { n, m: of })}</span><span aria-hidden="true">${n}</span></span></li>` : link(n, n)}`,
  )}${number < of && link(number + 1, `${words.next} →`, 'next')}</ul></nav>
`;
}
