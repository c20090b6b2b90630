/** `statistics.html`: figures of the edition. */

import { fill, spaced } from '../words/index.ts';
import { dayOf } from './dates.ts';
import { labelOf } from './facets-part.ts';
import { type Html, html } from './html.ts';
import { compare } from './names.ts';
import { masthead } from './page.ts';
import type { Part, Site } from './part.ts';
import { bar } from './timeline-part.ts';

export function statisticsPart(site: Site): Part {
  const { words, page } = site;
  const sums = { documents: 0, words: 0, paragraphs: 0, utterances: 0, mentions: 0, questions: 0, dated: 0 };
  const tables = {
    year: new Map<string, number>(),
    type: new Map<string, number>(),
    classification: new Map<string, number>(),
    language: new Map<string, number>(),
    review: new Map<string, number>(),
    certainty: new Map<string, number>(),
  };
  return {
    take: (document) => {
      sums.documents++;
      sums.paragraphs += document.paragraphs;
      sums.utterances += document.utterances;
      sums.questions += document.questions ?? 0;
      for (const { text } of document.passages) sums.words += wordCount(text);
      for (const { mentions } of document.entities) sums.mentions += mentions.length;
      const year = dayOf(document.date ?? '').slice(0, 4);
      if (!year.startsWith('~')) {
        sums.dated++;
        count(tables.year, year);
        count(tables.certainty, document.dating?.certainty ?? 'unknown');
      }
      count(tables.type, document.kind);
      for (const { scheme, name } of document.markings)
        if (scheme === 'classification') count(tables.classification, name);
      for (const language of document.languages) count(tables.language, language);
      count(tables.review, document.status);
    },
    *finish() {
      const figures = [
        [words.documents, sums.documents],
        [words.dated, sums.dated],
        [words.words, sums.words],
        [words.paragraphs, sums.paragraphs],
        [words.utterances, sums.utterances],
        [words.mentions, sums.mentions],
        [words.openQuestions, sums.questions],
      ] as const;
      const main = html`${masthead(words.statistics, { below: words.statisticsIntro })}
<dl class="totals">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${spaced(value)}</dd></div>`)}</dl>
${table('year', words['facet.year'], byName(tables.year))}
${table('type', words['facet.type'], byCount(tables.type))}
${table('classification', words['facet.classification'], byCount(tables.classification))}
${table('language', words['facet.language'], byCount(tables.language))}
${table('certainty', words.datesByCertainty, byCount(tables.certainty), (v) => ({ high: words['certainty.high'], medium: words['certainty.medium'], low: words['certainty.low'] })[v] ?? words['certainty.unknown'])}
${table('review', words['facet.review'], byCount(tables.review))}`;
      yield page({ path: 'statistics.html', title: words.statistics, main });
    },
  };

  function table(
    name: string,
    title: string,
    rows: readonly (readonly [string, number])[],
    say = (value: string) => labelOf({ name }, value, words),
  ): Html | undefined {
    if (rows.length === 0) return undefined;
    const all = rows.reduce((n, [, count]) => n + count, 0);
    const most = Math.max(...rows.map(([, count]) => count));
    return html`<section class="back"><h2 id="by-${name}">${title}</h2>
<section class="table" aria-labelledby="by-${name}" tabindex="0"><table class="figures"><thead><tr><th scope="col">${words.value}</th><th scope="col">${words.documents}</th><th scope="col">${words.share}</th></tr></thead>
<tbody>${rows.map(
      ([value, count]) =>
        html`<tr><th scope="row">${say(value)}</th><td class="sum">${spaced(count)}</td><td>${bar(count, most)} ${fill('{n} %', { n: Math.round((count / all) * 1000) / 10 })}</td></tr>
`,
    )}</tbody></table></section></section>
`;
  }
}

function count(table: Map<string, number>, value: string): void {
  table.set(value, (table.get(value) ?? 0) + 1);
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
