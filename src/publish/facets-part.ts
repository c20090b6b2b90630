/** `browse/`: for each facet its values (`browse/sender/index.html`), for each value its documents. */
import type { Artifact } from '../artifact.ts';
import { counted, spaced, type Words } from '../words/index.ts';
import { type Facet, facets, Parties } from './facets.ts';
import { type Html, html } from './html.ts';
import { compare, initial, sortForm } from './names.ts';
import { masthead } from './page.ts';
import { neighbours, pagePath, pager, perPage } from './paging.ts';
import { draftOf, type MakePart, type Site, valuesOf } from './part.ts';
import { kinds } from './register-pages.ts';
import { searchForm } from './search-form.ts';
import type { Draft, Sheaf, Row as SheafRow } from './sheaves.ts';
import { portions } from './sorted.ts';
import { item, type Summary, summaryKey, summaryOf } from './summary.ts';

interface Row {
  readonly label: string;
  readonly summary: Summary;
}

interface Value {
  readonly slug: string;
  readonly label: string;
  /** The label as documents have it. */
  readonly plain: string;
  readonly count: number;
}

/** As many values as `browse/index.html` and the front page show of one facet. */
const mostShown = 12;

/** Values of a facet that can be chosen in the search; others can be reached from their pages, and stand in the address. */
const mostChoices = 60;

/** Values on one page of a facet. */
const valuesPerPage = 600;

/** Documents by value, values by facet, facets on one page. */
export const facetsPart: MakePart = (site) => {
  const parties = new Parties(site.context.register);
  return [
    {
      name: 'values',
      share: (document, give) => {
        const key = summaryKey(document);
        const summary = summaryOf(document);
        for (const facet of facets)
          for (const { slug, label } of facet.values(document, parties))
            give('values', `${facet.name}/${slug}`, key, { label, summary });
      },
      // Entries of the register say where they are senders, addressees, places.
      told: (name) => kinds.map((_, index) => ['uses', `${index}/${slugOf(name)}`] as const),
      *pages({ name, size, rows }: Sheaf<Row>, give) {
        const facet = facetOf(name);
        const slug = slugOf(name);
        const [first] = rows;
        const plain = first?.value.label ?? slug;
        const label = labelOf(facet, plain, site.words);
        const order = facet.name === 'year' ? slug : `${sortForm(label)}\t${slug}`;
        give('facets', facet.name, order, { slug, label, plain, count: size });
        const path = `browse/${facet.name}/${slug}.html`;
        let number = 0;
        for (const portion of portions(rows, perPage)) {
          const leaf = { facet, slug, size, label, number: ++number };
          yield draftOf(pagePath(path, number), [size, label], portion, () =>
            valuePage({ ...leaf, summaries: portion.map((r) => r.value.summary) }, site),
          );
        }
      },
    },
    {
      name: 'facets',
      always: facets.map((facet) => facet.name),
      *pages({ name, size, rows }: Sheaf<Value>, give) {
        const facet = facetOf(name);
        const best = new Best(mostShown);
        const choices = new Best(mostChoices, (a, b) => compare(a.plain, b.plain));
        for (const { value } of rows) {
          best.add(value);
          choices.add(value);
        }
        const inOrder =
          facet.name === 'year' ? [...best.values].sort((a, b) => compare(a.slug, b.slug)) : best.values;
        const shown: Shown = { name, values: inOrder, total: size };
        give('browse', '', String(facets.indexOf(facet)), shown);
        if (facet.name !== 'year')
          give('search', '', `choices ${facets.indexOf(facet)}`, { name, values: choices.values });
        yield* valuePages(facet, rows, size, site);
      },
    },
    {
      name: 'browse',
      always: [''],
      *pages({ rows }: Sheaf<Shown>, give) {
        const shown = valuesOf(rows);
        give('front', '', 'browse', shown);
        yield draftOf('browse/index.html', '', rows, () => browsePage(shown, site));
      },
    },
  ];
};

const facetOf = (name: string): Facet =>
  facets.find((f) => f.name === name.replace(/\/.*$/, '')) ?? (facets[0] as Facet);
const slugOf = (name: string): string => name.slice(name.indexOf('/') + 1);

/** For the front page. */
export function facetTeaser(shown: readonly Shown[], words: Words): Html {
  return html`<section class="back" aria-labelledby="find-by"><h2 id="find-by">${words.findBy}</h2>
${facetBoxes(shown, 3, words, 'browse/')}</section>
`;
}

/** The values with most documents; of equals, those that come first. */
class Best {
  #values: Value[] = [];
  readonly #limit: number;
  readonly #orEqual: (a: Value, b: Value) => number;

  constructor(limit: number, orEqual: (a: Value, b: Value) => number = () => 0) {
    this.#limit = limit;
    this.#orEqual = orEqual;
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
    this.#values = [...this.#values]
      .sort((a, b) => b.count - a.count || this.#orEqual(a, b))
      .slice(0, this.#limit);
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
  values: Iterable<SheafRow<Value>>,
  total: number,
  { page, words }: Site,
): Generator<Draft> {
  const leaf = { path: `browse/${facet.name}/index.html`, of: Math.max(1, Math.ceil(total / valuesPerPage)) };
  const name = facet.title(words);
  let number = 0;
  for (const portion of total === 0 ? [[]] : portions(values, valuesPerPage)) {
    number++;
    const here = { ...leaf, number };
    const path = pagePath(leaf.path, number);
    yield draftOf(path, total, portion, () => {
      const main = html`${masthead(name, { above: html`<a href="../index.html">${words.browse}</a>` })}
${pager(here, words)}
${portion.length === 0 ? html`<p class="quiet">${words.none}</p>` : byInitial(valuesOf(portion), facet)}
${pager(here, words, true)}`;
      return page({ path, title: name, main, ...neighbours(here) });
    });
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

export interface Shown {
  readonly name: string;
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
    .map(({ name, values, total }) => {
      const facet = facetOf(name);
      return html`<section class="facet">${heading(html`<a href="${folder}${facet.name}/index.html">${facet.title(words)}</a>`)}<ul>${values.map((v) => html`<li>${valueLink(v, `${folder}${facet.name}/`)}</li>`)}</ul>${total > values.length && html`<p class="all"><a href="${folder}${facet.name}/index.html">${words.allOf.replace('{n}', spaced(total))}</a></p>`}</section>
`;
    })}</div>`;
}
