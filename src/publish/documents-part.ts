/**
 * Every document by its date: `documents/index.html` (years and months), `documents/1941.html` (the year as a
 * calendar) and `documents/1941-12.html` (the month's documents, in pages where there are many).
 */
import type { Artifact } from '../artifact.ts';
import { counted, spaced, type Words } from '../words/index.ts';
import { type CalendarDay, calendar, monthAndYear, monthName } from './calendar.ts';
import { day, dayOf } from './dates.ts';
import { type Html, html } from './html.ts';
import { masthead } from './page.ts';
import { neighbours, pagePath, pager, perPage } from './paging.ts';
import { draftOf, type MakePart, type Site, valuesOf } from './part.ts';
import type { Sheaf } from './sheaves.ts';
import { grouped, portions } from './sorted.ts';
import { item, type Summary, summaryKey, summaryOf } from './summary.ts';

/** Documents by day; what grows is the number of days. */
type Days = Map<string, number>;

/** Months as sheaves of documents, years as sheaves of months. */
export const documentsPart: MakePart = (site) => [
  {
    name: 'months',
    share: (document, give) => {
      const key = summaryKey(document);
      give('months', monthKey(key), key, summaryOf(document));
    },
    *pages({ name: group, size, rows }: Sheaf<Summary>, give) {
      const days: Days = new Map();
      for (const { order } of rows) {
        const at = order.slice(0, order.indexOf('|'));
        days.set(at, (days.get(at) ?? 0) + 1);
      }
      const year = group === 'undated' ? '' : group.slice(0, 4);
      if (year === '') give('documents', '', group, { documents: size });
      else give('years', year, group, { days: [...days], documents: size });
      const of = Math.ceil(size / perPage);
      const path = `documents/${group}.html`;
      let number = 0;
      for (const portion of portions(rows, perPage)) {
        number++;
        const leaf = { group, path, number, of, size, days };
        yield draftOf(pagePath(path, number), [size, number === 1 && [...days]], portion, () =>
          monthPage({ ...leaf, summaries: valuesOf(portion) }, site),
        );
      }
    },
  },
  {
    name: 'years',
    *pages({ name: year, rows }: Sheaf<{ days: [string, number][]; documents: number }>, give) {
      const found = valuesOf(rows);
      const days: Days = new Map(found.flatMap((month) => month.days));
      const months = new Map(
        Array.from(rows, (row, i) => [Number(row.order.slice(5)), found[i]?.documents ?? 0]),
      );
      give('documents', '', year, { documents: sum(months), months: [...months] });
      yield draftOf(`documents/${year}.html`, '', rows, () => yearPage(year, months, days, site));
    },
  },
  {
    name: 'documents',
    always: [''],
    *pages({ rows }: Sheaf<{ documents: number; months?: [number, number][] }>) {
      yield draftOf('documents/index.html', '', rows, () => {
        const all = Array.from(rows, ({ order, value }) => ({ year: order, ...value }));
        const years = all.flatMap(({ year, months }) => (months ? [[year, new Map(months)] as const] : []));
        const undated = all.find(({ year }) => year === 'undated')?.documents ?? 0;
        return indexOfYears(
          years,
          undated,
          all.reduce((n, { documents }) => n + documents, 0),
          site,
        );
      });
    },
  },
];

function monthPage(leaf: MonthLeaf, { page, words }: Site): Artifact {
  const { group, path, number, of, size, summaries } = leaf;
  const [year = '', month = '00'] = group.split('-');
  const title = titleOf(group, words);
  const lists: Html[] = [];
  for (const { group: at, rows: own } of grouped(rowsByDay(summaries), (key) => key)) {
    const ofDay = Array.from(own, (row) => row.value);
    lists.push(dayList(at, ofDay, words));
  }
  const main = html`${masthead(title, { above: up(year, words), below: counted(words.nDocuments, size) })}
${Number(month) > 0 && number === 1 && html`<div class="calendars one">${calendar(Number(year), Number(month), daysOf(group, leaf.days), words, monthName(Number(month), words))}</div>\n`}${pager(leaf, words)}
${lists}
${pager(leaf, words, true)}`;
  return page({ path: pagePath(path, number), title, main, ...neighbours({ path, number, of }) });
}

interface MonthLeaf {
  readonly group: string;
  readonly path: string;
  readonly number: number;
  readonly of: number;
  readonly size: number;
  readonly summaries: readonly Summary[];
  readonly days: Days;
}

/** Name of the page a document stands on: its month, its year where no month is known, or `undated`. */
function monthKey(key: string): string {
  const at = key.slice(0, key.indexOf('|'));
  return at === '~' ? 'undated' : at.slice(0, 7);
}

function titleOf(group: string, words: Words): string {
  if (group === 'undated') return words.undated;
  const [year = '', month = '00'] = group.split('-');
  return month === '00' ? `${year}: ${words.noMonth}` : monthAndYear(year, Number(month), words);
}

function up(year: string, words: Words): Html {
  return year === 'undated'
    ? html`<a href="index.html">${words.documents}</a>`
    : html`<a href="index.html">${words.documents}</a> · <a href="${year}.html">${year}</a>`;
}

function rowsByDay(summaries: readonly Summary[]) {
  return summaries.map((value) => ({ key: dayOf(value.date ?? ''), value }));
}

function dayList(at: string, summaries: readonly Summary[], words: Words): Html {
  const list = (underDay: boolean): Html =>
    html`<ol class="doc-list">${summaries.map((s) => item(s, { up: '../', words, level: underDay ? 3 : 2, underDay }))}</ol>`;
  if (at === '~' || at.endsWith('-00')) {
    const title = at === '~' ? undefined : at.endsWith('-00-00') ? undefined : words.noDay;
    return title ? html`<section class="day"><h2>${title}</h2>${list(true)}</section>\n` : list(false);
  }
  return html`<section class="day" id="d-${at}" aria-labelledby="t-${at}"><h2 id="t-${at}">${day(at, words)}</h2>
${list(true)}</section>
`;
}

/** The days of a month that have documents, each with the page on which the first of them stands. */
function daysOf(month: string, days: Days): Map<number, CalendarDay> {
  const path = `${month}.html`;
  const own = [...days].filter(([at]) => at.startsWith(`${month}-`)).sort(([a], [b]) => (a < b ? -1 : 1));
  let before = 0;
  const found = new Map<number, CalendarDay>();
  for (const [at, documents] of own) {
    const number = Math.floor(before / perPage) + 1;
    const date = Number(at.slice(8));
    if (date > 0) found.set(date, { documents, href: `${pagePath(path, number)}#d-${at}` });
    before += documents;
  }
  return found;
}

type Months = ReadonlyMap<number, number>;

const sum = (months: Months): number => [...months.values()].reduce((a, b) => a + b, 0);
const monthNumbers = Array.from({ length: 12 }, (_, i) => i + 1);
const two = (n: number): string => String(n).padStart(2, '0');

function indexOfYears(
  years: readonly (readonly [string, Months])[],
  undated: number,
  all: number,
  { page, words }: Site,
): Artifact {
  const most = Math.max(1, ...years.flatMap(([, months]) => [...months.values()]));
  const short = words.monthsShort.split(' ');
  const cell = (year: string, month: number, count: number | undefined): Html =>
    count === undefined
      ? html`<td></td>`
      : html`<td class="heat-${Math.ceil((count / most) * 4)}"><a href="${year}-${two(month)}.html"><span class="vh">${monthAndYear(year, month, words)}: </span>${count}</a></td>`;
  const anyUnknown = years.some(([, months]) => months.has(0));
  const main = html`${masthead(words.documents, { below: counted(words.nDocuments, all) })}
<p class="intro">${words.documentsIntro}</p>
${
  years.length > 0 &&
  html`<section class="table" aria-label="${words.byYear}" tabindex="0"><table class="years"><caption class="vh">${words.byYear}</caption><colgroup span="${anyUnknown ? 15 : 14}"></colgroup><thead><tr><th scope="col">${words.year}</th>${short.map((m) => html`<th scope="col">${m}</th>`)}${anyUnknown && html`<th scope="col"><abbr title="${words.noMonth}">?</abbr></th>`}<th scope="col">${words.total}</th></tr></thead>
<tbody>${years.map(
    ([year, months]) =>
      html`<tr><th scope="row"><a href="${year}.html">${year}</a></th>${monthNumbers.map((m) => cell(year, m, months.get(m)))}${anyUnknown && html`<td>${months.has(0) && html`<a href="${year}-00.html"><span class="vh">${words.noMonth}: </span>${months.get(0)}</a>`}</td>`}<td class="sum">${spaced(sum(months))}</td></tr>
`,
  )}</tbody></table></section>
`
}${undated > 0 && html`<p><a href="undated.html">${words.undated}</a>: ${counted(words.nDocuments, undated)}</p>`}`;
  return page({ path: 'documents/index.html', title: words.documents, main });
}

function yearPage(year: string, months: Months, days: Days, { page, words }: Site): Artifact {
  const known = [...months].filter(([m]) => m > 0).sort(([a], [b]) => a - b);
  const main = html`${masthead(year, {
    above: html`<a href="index.html">${words.documents}</a>`,
    below: counted(words.nDocuments, sum(months)),
  })}
<div class="calendars">${known.map(([month, count]) => {
    const name = `${year}-${two(month)}`;
    const caption = html`<a href="${name}.html">${monthName(month, words)}</a> <span class="quiet">${count}</span>`;
    const own = [...daysOf(name, days)];
    return calendar(Number(year), month, new Map(own), words, caption);
  })}</div>
${months.has(0) && html`<p><a href="${year}-00.html">${words.noMonth}</a>: ${counted(words.nDocuments, months.get(0) ?? 0)}</p>`}`;
  return page({ path: `documents/${year}.html`, title: year, main });
}
