/** `statistics.html`: figures of the edition. */
import type { Artifact } from '../artifact.ts';
import { fill, spaced } from '../words/index.ts';
import { dayOf } from './dates.ts';
import { labelOf } from './facets-part.ts';
import { type Html, html } from './html.ts';
import { compare } from './names.ts';
import { masthead } from './page.ts';
import { count, counting, draftOf, type MakePart, type Site, under } from './part.ts';
import { bar } from './timeline-part.ts';

const figureNames = [
  'documents',
  'dated',
  'words',
  'paragraphs',
  'utterances',
  'mentions',
  'questions',
] as const;

export const statisticsPart: MakePart = (site) =>
  counting(
    'statistics',
    (document) => {
      const counts: Record<string, number> = {
        documents: 1,
        paragraphs: document.paragraphs,
        utterances: document.utterances,
        questions: document.questions ?? 0,
        words: document.passages.reduce((n, { text }) => n + wordCount(text), 0),
        mentions: document.entities.reduce((n, { mentions }) => n + mentions.length, 0),
      };
      const year = dayOf(document.date ?? '').slice(0, 4);
      if (!year.startsWith('~')) {
        count(counts, 'dated');
        count(counts, `year ${year}`);
        count(counts, `certainty ${document.dating?.certainty ?? 'unknown'}`);
      }
      count(counts, `type ${document.kind}`);
      for (const { scheme, name } of document.markings)
        if (scheme === 'classification') count(counts, `classification ${name}`);
      for (const language of document.languages) count(counts, `language ${language}`);
      count(counts, `review ${document.status}`);
      return counts;
    },
    (sums) => [draftOf('statistics.html', [...sums].sort(), [], () => statisticsPage(sums, site))],
  );

function statisticsPage(sums: ReadonlyMap<string, number>, site: Site): Artifact {
  const { words, page } = site;
  const names = [
    words.documents,
    words.dated,
    words.words,
    words.paragraphs,
    words.utterances,
    words.mentions,
    words.openQuestions,
  ];
  const main = html`${masthead(words.statistics, { below: words.statisticsIntro })}
<dl class="totals">${figureNames.map((name, i) => html`<div><dt>${names[i]}</dt><dd>${spaced(sums.get(name) ?? 0)}</dd></div>`)}</dl>
${table('year', words['facet.year'], byName(under(sums, 'year ')))}
${table('type', words['facet.type'], byCount(under(sums, 'type ')))}
${table('classification', words['facet.classification'], byCount(under(sums, 'classification ')))}
${table('language', words['facet.language'], byCount(under(sums, 'language ')))}
${table('certainty', words.datesByCertainty, byCount(under(sums, 'certainty ')), (v) => ({ high: words['certainty.high'], medium: words['certainty.medium'], low: words['certainty.low'] })[v] ?? words['certainty.unknown'])}
${table('review', words['facet.review'], byCount(under(sums, 'review ')))}`;
  return page({ path: 'statistics.html', title: words.statistics, main });

  function table(
    name: string,
    title: string,
    rows: readonly (readonly [string, number])[],
    say = (value: string) => labelOf({ name }, value, words),
  ): Html | undefined {
    if (rows.length === 0) return undefined;
    const all = rows.reduce((n, [, own]) => n + own, 0);
    const most = Math.max(...rows.map(([, own]) => own));
    return html`<section class="back"><h2 id="by-${name}">${title}</h2>
<section class="table" aria-labelledby="by-${name}" tabindex="0"><table class="figures"><thead><tr><th scope="col">${words.value}</th><th scope="col">${words.documents}</th><th scope="col">${words.share}</th></tr></thead>
<tbody>${rows.map(
      ([value, n]) =>
        html`<tr><th scope="row">${say(value)}</th><td class="sum">${spaced(n)}</td><td>${bar(n, most)} ${fill('{n} %', { n: Math.round((n / all) * 1000) / 10 })}</td></tr>
`,
    )}</tbody></table></section></section>
`;
  }
}

function byName(table: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...table].sort(([a], [b]) => compare(a, b));
}

function byCount(table: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...table].sort(([a, n], [b, m]) => m - n || compare(a, b));
}

/** Runs of letters and digits; of scripts without blanks, each character. */
function wordCount(text: string): number {
  return text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}
