/** `timeline/`: sending, receipt and the events told of, by the instant; a page for each year, or more. */
import type { Artifact } from '../artifact.ts';
import { counted, fill, spaced, type Words } from '../words/index.ts';
import { dayOf, instantKey, moment } from './dates.ts';
import type { EventFacts } from './document-facts.ts';
import { type Html, html } from './html.ts';
import { masthead } from './page.ts';
import { neighbours, pagePath, pager } from './paging.ts';
import { draftOf, type MakePart, type Site, valuesOf } from './part.ts';
import type { Sheaf } from './sheaves.ts';
import { portions } from './sorted.ts';

interface Row extends EventFacts {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly number?: string;
}

const eventsPerPage = 200;

/** Events by the year as printed first, so that a zone at New Year moves nothing to another page. */
export const timelinePart: MakePart = (site) => {
  const { words, page } = site;
  return [
    {
      name: 'events',
      share: ({ id, title, kind, number, events }, give) => {
        for (const [i, event] of events.entries()) {
          const year = dayOf(event.when).slice(0, 4);
          const order = `${instantKey(event.when)}\t${id}\t${event.type}\t${String(i).padStart(5, '0')}`;
          give('events', year.startsWith('~') ? '~' : year, order, {
            ...event,
            id,
            title,
            kind,
            ...(number && { number }),
          });
        }
      },
      *pages({ name: group, size, rows }: Sheaf<Row>, give) {
        const year = group === '~' ? words.undated : group;
        const path = `timeline/${group === '~' ? 'undated' : group}.html`;
        give('timeline', '', group, { year, size });
        const of = Math.ceil(size / eventsPerPage);
        let number = 0;
        for (const portion of portions(rows, eventsPerPage)) {
          number++;
          const here = { path, number, of };
          yield draftOf(pagePath(path, number), size, portion, () => {
            const main = html`${masthead(year, {
              above: html`<a href="index.html">${words.timeline}</a>`,
              below: counted(words.nEvents, size),
            })}
${pager(here, words)}
<ol class="timeline">
${portion.map((row) => event(row.value, words))}</ol>
${pager(here, words, true)}`;
            return page({
              path: pagePath(path, here.number),
              title: `${words.timeline}: ${year}`,
              main,
              ...neighbours(here),
            });
          });
        }
      },
    },
    {
      name: 'timeline',
      always: [''],
      *pages({ rows }: Sheaf<{ year: string; size: number }>) {
        yield draftOf('timeline/index.html', '', rows, () => {
          const years = valuesOf(rows);
          return indexPage(
            years,
            years.reduce((n, { size }) => n + size, 0),
            site,
          );
        });
      },
    },
  ];
};

function event({ type, when, what, inferred, anchor, id, title, kind, number }: Row, words: Words): Html {
  const named = words as Readonly<Record<string, string>>;
  const label = [kind, number && fill(words.number, { n: number })].filter(Boolean).join(' ');
  const subject = html`<a href="../${id}/index.html${anchor && `#${anchor}`}">${title}</a> <span class="quiet">(${label})</span>`;
  const told =
    type === 'event'
      ? html`${what}, ${words.toldIn} ${subject}`
      : html`<span class="happened">${named[`event.${type}`] ?? type}</span> ${subject}${what && !title.includes(what.slice(0, 12)) && html`<span class="who-to-whom">: ${what}</span>`}`;
  return html`<li class="${type}"><time datetime="${when}">${moment(when, words)}</time>${inferred && html` <span class="inferred">${words.zoneInferred}</span>`}<br>${told}</li>
`;
}

/** Years as bars: how many events, and the way to them. */
function indexPage(
  years: readonly { readonly year: string; readonly size: number }[],
  total: number,
  { page, words }: Site,
): Artifact {
  const most = Math.max(1, ...years.map((y) => y.size));
  const main = html`${masthead(words.timeline, { below: counted(words.nEvents, total) })}
<p class="intro">${words.timelineIntro}</p>
<ol class="bars">${years.map(({ year, size }) => {
    const name = year === words.undated ? 'undated' : year;
    return html`<li><a href="${name}.html">${year}</a> ${bar(size, most)} <span class="quiet">${spaced(size)}</span></li>
`;
  })}</ol>`;
  return page({ path: 'timeline/index.html', title: words.timeline, main });
}

/** A bar whose length is a share of the longest; its number stands beside it in words. */
export function bar(value: number, most: number): Html {
  const width = Math.max(0.5, Math.round((value / most) * 1000) / 10);
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${width}" height="4"/></svg>`;
}
