/** The neighbours of a document as they stand in its page. */

import type { Words } from '../../words/index.ts';
import { html } from '../html.ts';

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
