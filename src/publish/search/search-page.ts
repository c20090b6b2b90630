/** `search.html`: the form, the ways without a script, and room for what is found. */
import type { Artifact } from '../../artifact.ts';
import type { Words } from '../../words/index.ts';
import { facets } from '../facets.ts';
import { labelOf } from '../facets-part.ts';
import { type Html, html } from '../html.ts';
import { masthead } from '../page.ts';
import type { Site } from '../part.ts';

/** Words of the program, given to it as data of the page. */
const programWords = [
  'searching',
  'someWords',
  'nothing',
  'nothingFor',
  'didYouMean',
  'results',
  'resultsNames',
  'resultsMore',
  'saying',
  'failed',
  'tooCommon',
  'number',
  'to_',
  'undated',
  'zoneInferred',
  'dateCertainty',
  'certainty.high',
  'certainty.medium',
  'certainty.low',
  'certainty.unknown',
  'months',
  'day',
  'month',
  'nDocuments',
  'group.person',
  'group.office',
  'group.org',
  'group.place',
  'group.document',
  'group.event',
] as const satisfies readonly (keyof Words)[];

/** Values of one facet that can be chosen, those with most documents first. */
export interface Choices {
  readonly name: string;
  readonly values: readonly { readonly slug: string; readonly plain: string; readonly count: number }[];
}

export function searchPage(offered: readonly Choices[], program: string, { page, words }: Site): Artifact {
  const choices = facets
    .map((facet) => ({ facet, own: offered.find(({ name }) => name === facet.name)?.values ?? [] }))
    .filter(({ own }) => own.length > 1);
  const own = Object.fromEntries(programWords.map((key) => [key, words[key]]));
  const main = html`${masthead(words.searchTitle)}
<form class="search full" role="search" action="search.html" method="get" id="search-form">
<label for="q">${words.query}</label><div><input id="q" name="q" type="search" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}" aria-describedby="search-help"><button type="submit">${words.find}</button></div>
<p class="quiet" id="search-help">${words.searchIntro}</p>
<details class="narrow"><summary>${words.narrow}</summary><div class="filters">${day('since', words.since)}${day('until', words.until)}${choices.map(
    ({
      facet,
      own: list,
    }) => html`<div><label for="f-${facet.name}">${facet.title(words)}</label><select id="f-${facet.name}" name="${facet.name}"><option value="">${words.any}</option>${list.map((v) => html`<option value="${v.slug}">${labelOf(facet, v.plain, words)} (${v.count})</option>`)}</select></div>
`,
  )}<div><label for="order">${words.order}</label><select id="order" name="order"><option value="">${words.byRelevance}</option><option value="date">${words.byDate}</option></select></div></div></details>
</form>
<section id="results" aria-live="polite" data-words="${JSON.stringify(own)}">
<div class="without-script"><p>${words.searchNoScript}</p>
<ul class="ways"><li><a href="documents/index.html">${words.documents}</a> <span class="quiet">${words.aboutDocuments}</span></li><li><a href="browse/index.html">${words.browse}</a> <span class="quiet">${words.browseIntro}</span></li><li><a href="register/index.html">${words.register}</a> <span class="quiet">${words.aboutRegister}</span></li></ul></div>
</section>`;
  return page({ path: 'search.html', title: words.searchTitle, main, scripts: [program] });
}

/** A day, a month or a year. */
function day(name: 'since' | 'until', label: string): Html {
  return html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" inputmode="numeric" pattern="[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" placeholder="1941-12-01" size="10"></div>
`;
}
