/** `index.html`: what the edition is, a search, and every way in. A small edition lists its documents here. */
import type { Artifact } from '../artifact.ts';
import type { EntityKind } from '../document.ts';
import { counted, spaced } from '../words/index.ts';
import { day, dayOf } from './dates.ts';
import { facetTeaser, type Shown } from './facets-part.ts';
import { fewDocuments, type Listed } from './feed-part.ts';
import { type Html, html } from './html.ts';
import { compare } from './names.ts';
import { counting, draftOf, type MakePart, type Site, under, valuesOf } from './part.ts';
import { registerTeaser } from './register-pages.ts';
import { searchForm } from './search-form.ts';
import type { Row, Sheaf } from './sheaves.ts';
import { item } from './summary.ts';
import { bar } from './timeline-part.ts';

/** A summing up of documents, and what other parts have to say on the front page. */
export const frontPart: MakePart = (site) => [
  ...counting(
    'front documents',
    ({ date = '', questions = 0 }) => {
      const at = dayOf(date);
      return {
        documents: 1,
        questions,
        ...(at !== '~' && { [`year ${at.slice(0, 4)}`]: 1, [`date ${date.slice(0, 10)}`]: 1 }),
      };
    },
    (sums, give) => {
      give('front', '', 'documents', [...sums].sort());
      return [];
    },
  ),
  {
    name: 'front',
    always: [''],
    *pages({ rows, other }: Sheaf<unknown>) {
      const latest = other<Listed>('latest', '');
      const few = latest.size <= fewDocuments ? [...latest.rows] : [];
      yield draftOf('index.html', '', [...rows, ...few], () => front(rows, few, site));
    },
  },
];

function front(rows: Iterable<Row<unknown>>, few: readonly Row<Listed>[], site: Site): Artifact {
  const { words, context } = site;
  const { settings } = context;
  const told = new Map(Array.from(rows, ({ order, value }) => [order, value]));
  const sums = new Map(told.get('documents') as [string, number][]);
  const total = sums.get('documents') ?? 0;
  const questions = sums.get('questions') ?? 0;
  const dates = [...under(sums, 'date ').keys()].sort(compare);
  const [first, last] = [dates[0], dates.at(-1)];
  const span =
    first && last && (first === last ? day(first, words) : `${day(first, words)} – ${day(last, words)}`);
  const shown = told.get('browse') as readonly Shown[];
  const kinds = [...told].flatMap(([order, value]) => (order.startsWith('register ') ? [value] : []));
  const teasers = [
    facetTeaser(shown, words),
    registerTeaser(kinds as (readonly [EntityKind, number])[], words),
  ];
  const main = html`<header class="masthead front"><h1>${settings.title}</h1>
${settings.description && html`<p class="correspondents">${settings.description}</p>\n`}<p class="kicker">${counted(words.nDocuments, total)}${span && ` · ${span}`}${questions > 0 && html` · <a href="report.html">${counted(words.nQuestions, questions)}</a>`}</p>
${searchForm('', words, { label: words.frontSearch })}</header>
${total <= fewDocuments ? list() : byYears()}
${teasers.filter((t) => t !== undefined)}
<section class="back" aria-labelledby="more"><h2 id="more">${words.moreWays}</h2><ul class="ways">${ways().map(([target, name, told]) => html`<li><a href="${target}">${name}</a> <span class="quiet">${told}</span></li>`)}</ul></section>`;
  return site.page({
    path: 'index.html',
    title: settings.title,
    ...(settings.description && { description: settings.description }),
    main,
  });

  function ways(): readonly (readonly [string, string, string])[] {
    return [
      ['documents/index.html', words.documents, words.aboutDocuments],
      ['timeline/index.html', words.timeline, words.aboutTimeline],
      ['network.html', words.network, words.aboutNetwork],
      ...(site.hasMap ? ([['map.html', words.map, words.aboutMap]] as const) : []),
      ['statistics.html', words.statistics, words.aboutStatistics],
      ['report.html', words.report, words.aboutReport],
      ['about.html', words.about, words.aboutAbout],
    ];
  }

  function list(): Html {
    const ordered = valuesOf(few).sort((a, b) => compare(a.key, b.key));
    return html`<section aria-labelledby="documents"><h2 id="documents">${words.documents}</h2>
<ol class="doc-list">${ordered.map(({ summary }) => item(summary, { up: '', words, level: 3 }))}</ol></section>
`;
  }

  function byYears(): Html {
    const ordered = [...under(sums, 'year ')].sort(([a], [b]) => compare(a, b));
    const most = Math.max(1, ...ordered.map(([, n]) => n));
    return html`<section aria-labelledby="by-year"><h2 id="by-year">${words.byYear}</h2>
<ol class="bars">${ordered.map(
      ([
        year,
        n,
      ]) => html`<li><a href="documents/${year}.html">${year}</a> ${bar(n, most)} <span class="quiet">${spaced(n)}</span></li>
`,
    )}</ol></section>
`;
  }
}
