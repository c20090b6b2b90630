/** The neighbours of a document as they stand in its page, and the page with and without them. */
import { html } from '../html.ts';
import type { Words } from '../words/index.ts';

export interface Neighbour {
  /** Before and after it by date; what it refers to; what refers to it. */
  readonly relation: 'prev' | 'next' | 'answers' | 'answered-by';
  readonly id: string;
  readonly title: string;
  /** In words. */
  readonly date?: string;
}

/** Markup for `withNavigation`. */
export function navigation(neighbours: readonly Neighbour[], words: Words): string {
  const relation = (of: Neighbour['relation']) => words[`neighbour.${of}`];
  const items = neighbours.map((n) => {
    const rel = n.relation === 'prev' || n.relation === 'next' ? html` rel="${n.relation}"` : undefined;
    return html`<li class="${n.relation}"><span class="relation">${relation(n.relation)}</span> <a href="../${n.id}/index.html"${rel}>${n.title}</a>${n.date && `, ${n.date}`}</li>`;
  });
  return html`<nav class="neighbours" aria-label="${words.neighbours}"><ul>${items}</ul></nav>`.text;
}

/** Where it stands: before the contents of the page. No text of a document can hold this, for its < is written &lt;. */
const place = '<nav class="contents"';

/** The page with this navigation in the place of any other; a page of other style sheets may have no place for it. */
export function withNavigation(page: string, markup: string): string {
  const plain = withoutNavigation(page);
  const at = plain.indexOf(place);
  return at < 0 ? plain : plain.slice(0, at) + markup + plain.slice(at);
}

/** The page as it was made of its document alone. */
export function withoutNavigation(page: string): string {
  return page.replace(/<nav class="neighbours"(?:(?!<\/nav>)[\s\S])*<\/nav>(?=<nav class="contents")/, '');
}
