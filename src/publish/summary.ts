/** A document as lists show it. */

import { fill, type Words } from '../words/index.ts';
import { dayKey, moment } from './dates.ts';
import type { Dating, PublishedDocument } from './document-facts.ts';
import { type Html, html } from './html.ts';

export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly number?: string;
  readonly date?: string;
  readonly dating?: Dating;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly place?: string;
  readonly abstract?: string;
  readonly markings: readonly { readonly scheme: string; readonly name: string }[];
}

/** Longer abstracts are cut at a word. */
const abstractLength = 220;

export function summaryOf(document: PublishedDocument): Summary {
  const { id, title, kind, number, date, dating, senders, addressees, place, abstract, markings } = document;
  return {
    id,
    title,
    kind,
    ...(number && { number }),
    ...(date && { date }),
    ...(dating && { dating }),
    from: senders,
    to: addressees,
    ...(place && { place }),
    ...(abstract && { abstract: shortened(abstract, abstractLength) }),
    markings: markings.filter((m) => m.scheme === 'classification'),
  };
}

/** In the order of days, then instants, then ids. */
export function summaryKey({ id, date }: Pick<PublishedDocument, 'id' | 'date'>): string {
  return `${dayKey(date)}|${id}`;
}

export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/u, '')} …`;
}

export interface ItemOptions {
  /** From the page to `dist/`. */
  readonly up: string;
  readonly words: Words;
  /** Level of the title among the headings of the page. */
  readonly level?: 2 | 3 | 4;
  /** Leaves out the day, where a heading has it. */
  readonly underDay?: boolean;
}

/** One entry of a list: when and how sure, title, who to whom, markings. */
export function item(summary: Summary, { up, words, level = 2, underDay = false }: ItemOptions): Html {
  const { id, title, kind, number, from, to, place, abstract, markings } = summary;
  const label = [kind, number && fill(words.number, { n: number })].filter(Boolean).join(' ');
  const address = `${up}${id}/index.html`;
  const heading = new HeadingTag(level);
  return html`<li class="doc"><p class="when">${dateLine(summary, words, underDay)} <span class="doc-kind">${label}</span></p>
${heading.open}<a href="${address}">${title}</a>${heading.close}
${(from.length > 0 || to.length > 0) && html`<p class="who-to-whom">${from.join(', ')}${place && html` <span class="quiet">(${place})</span>`}${to.length > 0 && html` <span class="arrow" aria-hidden="true">→</span><span class="vh"> ${words.to_} </span> ${to.join(', ')}`}</p>\n`}${abstract && html`<p>${abstract}</p>\n`}${markings.length > 0 && html`<ul class="markings">${markings.map((m) => html`<li class="marking ${m.scheme}">${m.name}</li>`)}</ul>`}</li>
`;
}

class HeadingTag {
  readonly open: Html;
  readonly close: Html;

  constructor(level: number) {
    this.open = html`<h${level} class="doc-title">`;
    this.close = html`</h${level}>`;
  }
}

function dateLine({ date, dating }: Summary, words: Words, underDay: boolean): Html {
  if (date === undefined) return html`<span class="moment">${words.undated}</span>`;
  const shown = underDay ? /T(\d\d:\d\d)/.exec(date)?.[1] : moment(date, words);
  return html`${shown && html`<time class="moment" datetime="${date}">${shown}</time> `}${dating && certainty(dating, words)}`;
}

/** How sure the date is, what of it is inferred, and whether a person has seen it. */
function certainty({ certainty: level, inferred, reviewed }: Dating, words: Words): Html {
  return html`<span class="certainty ${level}"><span class="vh">${words.dateCertainty} </span>${words[`certainty.${level}`]}</span>${inferred && html` <span class="inferred">${words.zoneInferred}</span>`}${reviewed ? html` <span class="reviewed">${words.reviewedDate}</span>` : html`<span class="vh">, ${words.unreviewedDate}</span>`}`;
}
