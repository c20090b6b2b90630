/** `index.html`: the edition, its documents by date, ways into them, and the course of events. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { day, instant, moment } from './dates.ts';
import { compare, type Entry, kinds } from './entries.ts';
import type { PublishedDocument } from './facts.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

export function indexPage(
  documents: readonly PublishedDocument[],
  entries: readonly Entry[],
  context: Context,
): Artifact {
  const { title, description } = context.settings;
  const main = html`<header class="masthead">
<p class="kicker">${counted(documents.length, 'document')}${span(documents)}</p>
<h1>${title}</h1>
${description && html`<p class="correspondents">${description}</p>`}
</header>
<nav class="contents" aria-label="On this page"><ul>
<li><a href="#documents">Documents</a></li>
<li><a href="#facets">By marking, sender and place</a></li>
<li><a href="#timeline">Timeline</a></li>
<li><a href="register/index.html">People, places, organisations</a></li>
<li><a href="report.html">Report</a></li>
</ul></nav>
<section id="documents" aria-label="Documents">
<ol class="doc-list">
${documents.map(item)}
</ol>
</section>
${facets(documents)}
${timeline(documents)}
${registers(entries)}`;
  return page({ path: 'index.html', title, ...(description && { description }), main }, context);
}

/** One document of the list. */
function item(facts: PublishedDocument): Html {
  const { id, status, questions } = facts;
  const correspondents = [facts.senders.join(', '), facts.addressees.join(', ')].filter(Boolean).join(' to ');
  return html`<li class="doc" id="${id}">
<p class="when">${facts.date ? html`<time datetime="${facts.date}">${day(facts.date)}</time>` : 'undated'}<br>${facts.kind}${facts.number && ` No. ${facts.number}`}</p>
<h2><a href="${id}/index.html">${facts.title}</a></h2>
<p class="who-to-whom">${correspondents}${facts.place && `${correspondents ? ', ' : ''}${facts.place}`}</p>
<div>
${facts.abstract && html`<p>${facts.abstract}</p>`}
${facts.markings.length > 0 && html`<ul class="markings">${facts.markings.map(marking)}</ul>`}
<p class="when">${[
    counted(facts.paragraphs, 'paragraph'),
    counted(facts.utterances, 'utterance'),
    questions === undefined ? undefined : counted(questions, 'open question'),
    status,
  ]
    .filter(Boolean)
    .join(' · ')}</p>
</div>
</li>
`;
}

function marking({ scheme, name }: { readonly scheme: string; readonly name: string }): Html {
  return html`<li class="marking ${scheme}"><span class="vh">${scheme}: </span>${name}</li>`;
}

/** Ways in: each value with the documents that bear it. */
function facets(documents: readonly PublishedDocument[]): Html {
  const groups: readonly (readonly [string, (d: PublishedDocument) => readonly string[]])[] = [
    ['Year', (d) => (d.date ? [d.date.slice(0, 4)] : [])],
    ['Classification', (d) => d.markings.filter((m) => m.scheme === 'classification').map((m) => m.name)],
    ['Kind', (d) => [d.kind]],
    ['From', (d) => d.senders],
    ['Place', (d) => (d.place ? [d.place] : [])],
  ];
  return html`<section id="facets" class="back" aria-labelledby="facets-title"><h2 id="facets-title">Ways in</h2><div class="facets">
${groups.map(([title, valuesOf]) => {
  const values = new Map<string, PublishedDocument[]>();
  for (const d of documents) for (const v of valuesOf(d)) values.set(v, [...(values.get(v) ?? []), d]);
  const sorted = [...values].sort(([a], [b]) => compare(a, b));
  return sorted.length === 0
    ? undefined
    : html`<div><h3>${title}</h3><ul>${sorted.map(
        ([value, found]) =>
          html`<li>${value}: ${found.map((d, i) => html`${i > 0 && ', '}<a href="#${d.id}">${d.number ?? d.date ?? d.id}</a>`)}</li>`,
      )}</ul></div>`;
})}
</div></section>
`;
}

const verbs: Readonly<Record<string, string>> = { sent: 'sent', received: 'received', event: '' };

/** Sending, receipt and events told of, by the instant. */
function timeline(documents: readonly PublishedDocument[]): Html | undefined {
  const events = documents
    .flatMap((d) => d.events.map((event) => ({ ...event, document: d })))
    .sort(
      (a, b) =>
        instant(a.when) - instant(b.when) || compare(a.document.id, b.document.id) || compare(a.type, b.type),
    );
  if (events.length === 0) return undefined;
  return html`<section id="timeline" class="back" aria-labelledby="timeline-title"><h2 id="timeline-title">Timeline</h2>
<ol class="timeline">
${events.map(({ type, when, what, inferred, document }) => {
  const { kind, number } = document;
  const subject = html`<a href="${document.id}/index.html">${kind}${number && ` No. ${number}`}</a>`;
  return html`<li class="${type}"><time datetime="${when}">${moment(when)}</time>${inferred && html` <em class="inferred">zone inferred</em>`}<br>${type === 'event' ? html`${what}, told in ${subject}` : html`${subject} ${verbs[type] ?? type}${what && `: ${what}`}`}</li>
`;
})}
</ol></section>
`;
}

/** Names of the registers, with the number of mentions, as links to the entries. */
function registers(entries: readonly Entry[]): Html | undefined {
  const mentioned = entries.filter((e) => e.uses.length > 0);
  if (mentioned.length === 0) return undefined;
  return html`<section class="back" aria-labelledby="registers-title"><h2 id="registers-title">People, places, organisations, documents</h2><div class="facets">
${kinds.map(({ kind, title }) => {
  const list = mentioned.filter((e) => e.kind === kind);
  return list.length === 0
    ? undefined
    : html`<div><h3>${title}</h3><ul>${list.map(
        (e) =>
          html`<li><a href="register/index.html#${e.anchor}">${e.name}</a> <span class="quiet">${e.uses.reduce((n, u) => n + u.entity.mentions.length, 0)}</span></li>`,
      )}</ul></div>`;
})}
</div></section>
`;
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}

function span(documents: readonly PublishedDocument[]): string {
  const years = documents.flatMap((d) => (d.date ? [d.date.slice(0, 4)] : [])).sort(compare);
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined ? '' : first === last ? `, ${first}` : `, ${first}–${last}`;
}
