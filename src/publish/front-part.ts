/** `index.html`: what the edition is, a search, and every way in. A small edition lists its documents here. */
import type { Artifact } from '../artifact.ts';
import { counted, spaced } from '../words/index.ts';
import { day, dayOf } from './dates.ts';
import { type Html, html } from './html.ts';
import { compare } from './names.ts';
import type { Part, Site } from './part.ts';
import { searchForm } from './search-form.ts';
import { item, type Summary, summaryKey, summaryOf } from './summary.ts';
import { bar } from './timeline-part.ts';

/** An edition of so few documents needs no calendar to be looked through. */
const fewDocuments = 30;

export interface FrontPart extends Part {
  readonly front: (teasers: readonly Html[]) => Artifact;
}

export function frontPart(site: Site): FrontPart {
  const { words, context } = site;
  const years = new Map<string, number>();
  const first: { key: string; summary: Summary }[] = [];
  let total = 0;
  let questions = 0;
  let bounds: readonly [string, string] | undefined;
  return {
    take: (document) => {
      total++;
      questions += document.questions ?? 0;
      if (first.length <= fewDocuments)
        first.push({ key: summaryKey(document), summary: summaryOf(document) });
      const at = dayOf(document.date ?? '');
      if (at === '~') return;
      years.set(at.slice(0, 4), (years.get(at.slice(0, 4)) ?? 0) + 1);
      const date = document.date?.slice(0, 10) ?? at;
      bounds = bounds
        ? [date < bounds[0] ? date : bounds[0], date > bounds[1] ? date : bounds[1]]
        : [date, date];
    },
    finish: () => [],
    front: (teasers) => {
      const { settings } = context;
      const span =
        bounds &&
        (bounds[0] === bounds[1]
          ? day(bounds[0], words)
          : `${day(bounds[0], words)} – ${day(bounds[1], words)}`);
      const few = total <= fewDocuments;
      const main = html`<header class="masthead front"><h1>${settings.title}</h1>
${settings.description && html`<p class="correspondents">${settings.description}</p>\n`}<p class="kicker">${counted(words.nDocuments, total)}${span && ` · ${span}`}${questions > 0 && html` · <a href="report.html">${counted(words.nQuestions, questions)}</a>`}</p>
${searchForm('', words, { label: words.frontSearch })}</header>
${few ? list() : byYears()}
${teasers}
<section class="back" aria-labelledby="more"><h2 id="more">${words.moreWays}</h2><ul class="ways">${ways().map(([target, name, told]) => html`<li><a href="${target}">${name}</a> <span class="quiet">${told}</span></li>`)}</ul></section>`;
      return site.page({
        path: 'index.html',
        title: settings.title,
        ...(settings.description && { description: settings.description }),
        main,
      });
    },
  };

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
    const ordered = [...first].sort((a, b) => compare(a.key, b.key));
    return html`<section aria-labelledby="documents"><h2 id="documents">${words.documents}</h2>
<ol class="doc-list">${ordered.map(({ summary }) => item(summary, { up: '', words, level: 3 }))}</ol></section>
`;
  }

  function byYears(): Html {
    const ordered = [...years].sort(([a], [b]) => compare(a, b));
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
