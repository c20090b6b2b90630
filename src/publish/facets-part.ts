/** `browse/`: for each facet its values (`browse/sender/index.html`), for each value its documents. */
import type { Artifact } from '../artifact.ts';
import { counted, spaced, type Words } from '../words/index.ts';
import { type Facet, facets, Parties } from './facets.ts';
import { type Html, html } from './html.ts';
import { compare, initial, sortForm } from './names.ts';
import { masthead } from './page.ts';
import { neighbours, pagePath, pager, perPage } from './paging.ts';
import type { Part, Site } from './part.ts';
import { searchForm } from './search-form.ts';
import { grouped, portions, type Sorted } from './sorted.ts';
import { item, type Summary, summaryKey, summaryOf } from './summary.ts';

interface Row {
  readonly label: string;
  readonly summary: Summary;
}

interface Value {
  readonly slug: string;
  readonly label: string;
  readonly count: number;
}

/** As many values as `browse/index.html` and the front page show of one facet. */
const mostShown = 12;

/** Values on one page of a facet. */
const valuesPerPage = 600;

export function facetsPart(site: Site): Part {
  const parties = new Parties(site.context.register);
  const shown: Shown[] = [];
  const lists = facets.map((facet) => ({ facet, rows: site.sorted<Row>() }));
  return {
    take: (document) => {
      const summary = summaryOf(document);
      for (const { facet, rows } of lists) {
        for (const { slug, label } of facet.values(document, parties))
          rows.add(`${slug}\t${summaryKey(document)}`, { label, summary });
      }
    },
    *finish() {
      for (const { facet, rows } of lists) {
        const values = site.sorted<Value>();
        let total = 0;
        const best = new Best(mostShown);
        for (const { group, size, rows: own } of grouped(rows, (key) => key.slice(0, key.indexOf('\t')))) {
          const leaf = { facet, slug: group, size };
          let label = '';
          let number = 0;
          for (const portion of portions(own, perPage)) {
            number++;
            label ||= labelOf(facet, portion[0]?.value.label ?? group, site.words);
            yield valuePage({ ...leaf, label, number, summaries: portion.map((r) => r.value.summary) }, site);
          }
          const value = { slug: group, label, count: size };
          values.add(facet.name === 'year' ? group : `${sortForm(label)}\t${group}`, value);
          best.add(value);
          total++;
        }
        rows.clear();
        yield* valuePages(facet, values, total, site);
        const inOrder =
          facet.name === 'year' ? [...best.values].sort((a, b) => compare(a.slug, b.slug)) : best.values;
        shown.push({ facet, values: inOrder, total });
        values.clear();
      }
      yield browsePage(shown, site);
    },
    teaser: () => {
      const { words } = site;
      return html`<section class="back" aria-labelledby="find-by"><h2 id="find-by">${words.findBy}</h2>
${facetBoxes(shown, 3, words, 'browse/')}</section>
`;
    },
  };
}

/** The values with most documents; of equals, those that come first. */
class Best {
  #values: Value[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(value: Value): void {
    this.#values.push(value);
    if (this.#values.length > this.#limit * 8) this.#cut();
  }

  get values(): readonly Value[] {
    this.#cut();
    return this.#values;
  }

  #cut(): void {
    this.#values = [...this.#values].sort((a, b) => b.count - a.count).slice(0, this.#limit);
  }
}

/** States of review have names of their own in the language of the pages. */
export function labelOf({ name }: Pick<Facet, 'name'>, label: string, words: Words): string {
  const known = words as Readonly<Record<string, string>>;
  return (
    (name === 'review'
      ? known[`status.${label}`]
      : name === 'language'
        ? known[`language.${label}`]
        : undefined) ?? label
  );
}

interface ValueLeaf {
  readonly facet: Facet;
  readonly slug: string;
  readonly label: string;
  readonly size: number;
  readonly number: number;
  readonly summaries: readonly Summary[];
}

function valuePage(
  { facet, slug, label, size, number, summaries }: ValueLeaf,
  { page, words }: Site,
): Artifact {
  const leaf = { path: `browse/${facet.name}/${slug}.html`, number, of: Math.ceil(size / perPage) };
  const name = facet.title(words);
  const main = html`${masthead(label, {
    above: html`<a href="../index.html">${words.browse}</a> · <a href="index.html">${name}</a>`,
    below: counted(words.nDocuments, size),
  })}
${number === 1 && searchForm('../../', words, { label: words.searchHere, within: [facet.name, slug] })}
${pager(leaf, words)}
<ol class="doc-list">${summaries.map((s) => item(s, { up: '../../', words }))}</ol>
${pager(leaf, words, true)}`;
  return page({ path: pagePath(leaf.path, number), title: `${name}: ${label}`, main, ...neighbours(leaf) });
}

function* valuePages(
  facet: Facet,
  values: Sorted<Value>,
  total: number,
  { page, words }: Site,
): Generator<Artifact> {
  const leaf = { path: `browse/${facet.name}/index.html`, of: Math.max(1, Math.ceil(total / valuesPerPage)) };
  const name = facet.title(words);
  const list = function* () {
    for (const row of values) yield row.value;
  };
  let number = 0;
  for (const portion of total === 0 ? [[]] : portions(list(), valuesPerPage)) {
    number++;
    const here = { ...leaf, number };
    const main = html`${masthead(name, { above: html`<a href="../index.html">${words.browse}</a>` })}
${pager(here, words)}
${portion.length === 0 ? html`<p class="quiet">${words.none}</p>` : byInitial(portion, facet)}
${pager(here, words, true)}`;
    yield page({ path: pagePath(leaf.path, number), title: name, main, ...neighbours(here) });
  }
}

/** Long lists are parted by first letter. */
function byInitial(values: readonly Value[], facet: Facet): Html {
  const list = (own: readonly Value[]): Html =>
    html`<ul class="columns">${own.map((v) => html`<li>${valueLink(v, '')}</li>`)}</ul>`;
  if (values.length <= 40 || facet.name === 'year') return list(values);
  const letters = new Map<string, Value[]>();
  for (const value of values) {
    const letter = initial(value.label);
    letters.set(letter, [...(letters.get(letter) ?? []), value]);
  }
  return html`${[...letters].map(([letter, own]) => {
    const title = letter === '0' ? '…' : letter.toUpperCase();
    return html`<section class="letter"><h2>${title}</h2>${list(own)}</section>`;
  })}`;
}

function valueLink({ slug, label, count }: Value, folder: string): Html {
  return html`<a href="${folder}${slug}.html">${label}</a> <span class="quiet">${spaced(count)}</span>`;
}

interface Shown {
  readonly facet: Facet;
  readonly values: readonly Value[];
  readonly total: number;
}

function browsePage(shown: readonly Shown[], { page, words }: Site): Artifact {
  const main = html`${masthead(words.browse)}
<p class="intro">${words.browseIntro}</p>
${facetBoxes(shown, 2, words, '')}`;
  return page({ path: 'browse/index.html', title: words.browse, main });
}

/** Each facet with its most frequent values, and a link to all. */
function facetBoxes(shown: readonly Shown[], level: 2 | 3, words: Words, folder: string): Html {
  const heading = (content: Html): Html =>
    level === 2 ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`;
  return html`<div class="facets">${shown
    .filter((s) => s.total > 0)
    .map(
      ({ facet, values, total }) =>
        html`<section class="facet">${heading(html`<a href="${folder}${facet.name}/index.html">${facet.title(words)}</a>`)}<ul>${values.map((v) => html`<li>${valueLink(v, `${folder}${facet.name}/`)}</li>`)}</ul>${total > values.length && html`<p class="all"><a href="${folder}${facet.name}/index.html">${words.allOf.replace('{n}', spaced(total))}</a></p>`}</section>
`,
    )}</div>`;
}
