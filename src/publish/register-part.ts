/**
 * The registers. `register/index.html` has the entries of the edition's register, each under its id;
 * `register/person/index.html` every name of a kind; `register/person/han-nianlong.html` an entry, or a name that
 * several documents have, with every mention in its context.
 */
import type { Artifact } from '../artifact.ts';
import type { EntityKind } from '../document.ts';
import type { RegisterEntry } from '../register.ts';
import { counted, spaced, type Words } from '../words/index.ts';
import { day } from './dates.ts';
import type { Mention } from './document-facts.ts';
import { facets, Parties } from './facets.ts';
import { type Html, html } from './html.ts';
import { initial, slug, sortForm } from './names.ts';
import { masthead } from './page.ts';
import { neighbours, pagePath, pager } from './paging.ts';
import type { Part, Site } from './part.ts';
import { entryDetails } from './register-entry.ts';
import { grouped, portions, type Sorted } from './sorted.ts';
import { summaryKey } from './summary.ts';

const kinds: readonly EntityKind[] = ['person', 'office', 'org', 'place', 'document', 'event'];

/** Documents on a page of mentions, and names on a page of a list. */
const documentsPerPage = 60;
const namesPerPage = 250;

/** What one document says of one entity. */
interface Use {
  readonly label: string;
  readonly register?: string;
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  /** Anchor of the entity in the document's page. */
  readonly anchor: string;
  readonly mentions: readonly Mention[];
}

interface Name {
  readonly slug: string;
  readonly label: string;
  readonly documents: number;
  readonly mentions: number;
  /** The one document that has it, where it has no page of its own. */
  readonly only?: Use;
}

export function registerPart(site: Site): Part {
  const { register } = site.context;
  const parties = new Parties(register);
  const known = new Map(register.entries.map((e) => [e.id, e]));
  const uses = site.sorted<Use>();
  const roles = new Set<string>();
  const totals = new Map<EntityKind, number>();
  return {
    take: (document) => {
      const { id, title, date } = document;
      for (const { id: anchor, kind, name, register: entry, mentions } of document.entities) {
        const value = parties.valueOf({ name, ...(entry && { register: entry }) });
        uses.add(`${kinds.indexOf(kind)}\t${value.slug}\t${summaryKey(document)}`, {
          label: value.label,
          ...(entry && { register: entry }),
          id,
          title,
          ...(date && { date }),
          anchor,
          mentions,
        });
      }
      for (const facet of facets.slice(0, 3))
        for (const value of facet.values(document, parties)) roles.add(`${facet.name}/${value.slug}`);
    },
    *finish() {
      const names = site.sorted<Name>();
      const claimed = new Map<string, { kind: EntityKind; name: Name }>();
      for (const { group, size, rows } of grouped(uses, (key) => key.slice(0, key.lastIndexOf('\t')))) {
        const [index = '', path = ''] = group.split('\t');
        const kind = kinds[Number(index)] ?? 'person';
        const own = function* () {
          for (const row of rows) yield row.value;
        };
        const name = yield* namePages({ kind, path, size, uses: own(), known, roles }, site);
        totals.set(kind, (totals.get(kind) ?? 0) + 1);
        names.add(`${index}\t${initial(name.label)}\t${sortForm(name.label)}\t${path}`, name);
        if (name.register !== undefined) claimed.set(name.register, { kind, name });
      }
      uses.clear();
      for (const entry of register.entries) {
        if (claimed.has(entry.id)) continue;
        const name = { slug: slug(entry.id), label: entry.name, documents: 0, mentions: 0 };
        totals.set(entry.kind, (totals.get(entry.kind) ?? 0) + 1);
        names.add(
          `${kinds.indexOf(entry.kind)}\t${initial(entry.name)}\t${sortForm(entry.name)}\t${name.slug}`,
          name,
        );
        yield entryPage(
          {
            kind: entry.kind,
            path: name.slug,
            label: entry.name,
            entry,
            roles,
            size: 0,
            number: 1,
            of: 1,
            uses: [],
          },
          site,
        );
      }
      yield* nameLists(names, totals, site);
      names.clear();
      yield registerIndex(claimed, totals, site);
    },
    teaser: () => {
      const { words } = site;
      const found = kinds.filter((k) => (totals.get(k) ?? 0) > 0);
      if (found.length === 0) return undefined;
      return html`<section class="back" aria-labelledby="registers-title"><h2 id="registers-title">${words.register}</h2>
<ul class="tiles">${found.map((k) => html`<li><a href="register/${k}/index.html">${words[`group.${k}`]}</a> <span class="quiet">${spaced(totals.get(k) ?? 0)}</span></li>`)}</ul></section>
`;
    },
  };
}

interface NameGroup {
  readonly kind: EntityKind;
  readonly path: string;
  readonly size: number;
  readonly uses: Iterable<Use>;
  readonly known: ReadonlyMap<string, RegisterEntry>;
  readonly roles: ReadonlySet<string>;
}

/** Pages of one name; none for a name that no register knows and one document alone has. */
function* namePages(
  { kind, path, size, uses, known, roles }: NameGroup,
  site: Site,
): Generator<Artifact, Name & { readonly register?: string }> {
  let label = '';
  let register: string | undefined;
  let mentions = 0;
  let number = 0;
  let only: Use | undefined;
  const of = Math.ceil(size / documentsPerPage);
  for (const portion of portions(uses, documentsPerPage)) {
    number++;
    const first = portion[0] as Use;
    label ||= first.label;
    register ??= first.register;
    for (const use of portion) mentions += use.mentions.length;
    if (size === 1 && register === undefined) only = first;
    else {
      const entry = register === undefined ? undefined : known.get(register);
      yield entryPage(
        { kind, path, label, ...(entry && { entry }), roles, size, number, of, uses: portion },
        site,
      );
    }
  }
  return {
    slug: path,
    label,
    documents: size,
    mentions,
    ...(only && { only }),
    ...(register && { register }),
  };
}

interface EntryLeaf {
  readonly kind: EntityKind;
  readonly path: string;
  readonly label: string;
  readonly entry?: RegisterEntry;
  readonly roles: ReadonlySet<string>;
  readonly size: number;
  readonly number: number;
  readonly of: number;
  readonly uses: readonly Use[];
}

function entryPage(leaf: EntryLeaf, { page, words }: Site): Artifact {
  const { kind, label, entry, size, number, of, uses } = leaf;
  const path = `register/${kind}/${leaf.path}.html`;
  const here = { path, number, of };
  const title = words[`group.${kind}`];
  const roles = (['sender', 'addressee', 'place'] as const).filter((r) =>
    leaf.roles.has(`${r}/${leaf.path}`),
  );
  const roleWords = { sender: words.asSender, addressee: words.asAddressee, place: words.asPlace };
  const main = html`${masthead(label, {
    above: html`<a href="../index.html">${words.register}</a> · <a href="index.html">${title}</a>`,
    below: size > 0 && counted(words.nDocuments, size),
  })}
${entry ? entryDetails(entry, words) : html`<p class="quiet">${words.notIdentified}</p>`}
${roles.length > 0 && html`<p class="entry-links">${words.seeDocuments}: ${roles.map((r, i) => html`${i > 0 && ' · '}<a href="../../browse/${r}/${leaf.path}.html">${roleWords[r]}</a>`)}</p>`}
<section aria-labelledby="mentions"><h2 id="mentions">${words.mentionsIn}</h2>
${size === 0 && html`<p class="quiet">${words.noMention}</p>`}${pager(here, words)}
${uses.map((use) => useOf(use, words))}
${pager(here, words, true)}</section>`;
  return page({ path: pagePath(path, number), title: `${label} (${title})`, main, ...neighbours(here) });
}

function useOf({ id, title, date, anchor, mentions }: Use, words: Words): Html {
  return html`<article class="use"><h3><a href="../../${id}/index.html#${anchor}">${title}</a></h3>
${date && html`<p class="when"><time datetime="${date}">${day(date, words)}</time></p>`}${mentions.length > 0 && html`<ul class="mentions">${mentions.map((m) => mention(id, m))}</ul>`}</article>
`;
}

function mention(id: string, { anchor, before, words, after }: Mention): Html {
  return html`<li>${before && `… ${before}`}<a href="../../${id}/index.html#${anchor}">${words || '…'}</a>${after && `${after} …`}</li>`;
}

/** `register/person/index.html`, and a page for each letter where there are many names. */
function* nameLists(
  names: Sorted<Name>,
  totals: ReadonlyMap<EntityKind, number>,
  site: Site,
): Generator<Artifact> {
  let kind: EntityKind | undefined;
  let few: Name[] = [];
  let letters: Letter[] = [];
  for (const { group, size, rows } of grouped(names, (key) => key.split('\t', 2).join('\t'))) {
    const [index = '', letter = ''] = group.split('\t');
    const next = kinds[Number(index)] ?? 'person';
    if (kind !== undefined && next !== kind) yield kindIndex(kind, few, letters, totals, site);
    if (next !== kind) [kind, few, letters] = [next, [], []];
    const own = function* () {
      for (const row of rows) yield row.value;
    };
    if ((totals.get(kind) ?? 0) <= namesPerPage) few.push(...own());
    else {
      letters.push({ letter, size });
      yield* letterPages(kind, { letter, size }, own(), site);
    }
  }
  if (kind !== undefined) yield kindIndex(kind, few, letters, totals, site);
}

interface Letter {
  readonly letter: string;
  readonly size: number;
}

const letterName = (letter: string): string => (letter === '0' ? '…' : letter.toUpperCase());

/** All names of a kind, or the letters that lead to them. */
function kindIndex(
  kind: EntityKind,
  few: readonly Name[],
  letters: readonly Letter[],
  totals: ReadonlyMap<EntityKind, number>,
  { page, words }: Site,
): Artifact {
  const title = words[`group.${kind}`];
  const main = html`${masthead(title, {
    above: html`<a href="../index.html">${words.register}</a>`,
    below: counted(words.nEntries, totals.get(kind) ?? 0),
  })}
<p class="intro">${words.namedIntro}</p>
${few.length > 0 && nameList(few, words)}${letters.length > 0 && html`<ul class="tiles letters">${letters.map(({ letter, size }) => html`<li><a href="letter-${letter}.html">${letterName(letter)}</a> <span class="quiet">${spaced(size)}</span></li>`)}</ul>`}`;
  return page({ path: `register/${kind}/index.html`, title, main });
}

function* letterPages(
  kind: EntityKind,
  { letter, size }: Letter,
  names: Iterable<Name>,
  { page, words }: Site,
): Generator<Artifact> {
  const path = `register/${kind}/letter-${letter}.html`;
  const of = Math.ceil(size / namesPerPage);
  const title = `${words[`group.${kind}`]}: ${letterName(letter)}`;
  let number = 0;
  for (const portion of portions(names, namesPerPage)) {
    number++;
    const here = { path, number, of };
    const main = html`${masthead(title, {
      above: html`<a href="../index.html">${words.register}</a> · <a href="index.html">${words[`group.${kind}`]}</a>`,
      below: counted(words.nEntries, size),
    })}
${pager(here, words)}
${nameList(portion, words)}
${pager(here, words, true)}`;
    yield page({ path: pagePath(path, number), title, main, ...neighbours(here) });
  }
}

function nameList(names: readonly Name[], words: Words): Html {
  return html`<ul class="names">${names.map(({ slug: path, label, documents, mentions, only }) =>
    only
      ? html`<li><span class="name">${label}</span> <span class="quiet">${words.mentionsIn}:</span> <a href="../../${only.id}/index.html#${only.anchor}">${only.title}</a>${only.mentions.length > 0 && html`<ul class="mentions">${only.mentions.map((m) => mention(only.id, m))}</ul>`}</li>`
      : html`<li><a class="name" href="${path}.html">${label}</a> <span class="quiet">${counted(words.nDocuments, documents)}, ${counted(words.nMentions, mentions)}</span></li>`,
  )}</ul>`;
}

/** Every kind with the number of its names; then the register's own entries, each with its id as anchor. */
function registerIndex(
  claimed: ReadonlyMap<string, { readonly kind: EntityKind; readonly name: Name }>,
  totals: ReadonlyMap<EntityKind, number>,
  { context, page, words }: Site,
): Artifact {
  const { entries } = context.register;
  const ids = new Set(entries.map((e) => e.id));
  const rows = [
    ...entries.map((e) => ({ id: e.id, kind: e.kind, label: e.name, slug: slug(e.id), entry: e })),
    ...[...claimed]
      .filter(([id]) => !ids.has(id))
      .map(([id, { kind, name }]) => ({ id, kind, label: name.label, slug: name.slug, entry: undefined })),
  ].sort((a, b) => (sortForm(a.label) < sortForm(b.label) ? -1 : 1));
  const found = kinds.filter((k) => (totals.get(k) ?? 0) > 0);
  const groups = kinds
    .map((kind) => ({ kind, own: rows.filter((r) => r.kind === kind) }))
    .filter((g) => g.own.length > 0);
  const main = html`${masthead(words.register, { below: words.registerIntro })}
<ul class="tiles">${found.map((k) => html`<li><a href="${k}/index.html">${words[`group.${k}`]}</a> <span class="quiet">${spaced(totals.get(k) ?? 0)}</span></li>`)}</ul>
${groups.map(
  ({
    kind,
    own,
  }) => html`<section class="back" id="kind:${kind}" aria-labelledby="title:${kind}"><h2 id="title:${kind}">${words[`group.${kind}`]}</h2>
${own.map(({ id, label, slug: path, entry }) => {
  const name = claimed.get(id)?.name;
  return html`<article class="doc-entry" id="${id}"><h3><a href="${kind}/${path}.html">${label}</a>${name && html` <span class="quiet">${counted(words.nDocuments, name.documents)}</span>`}</h3>
${entry ? entryDetails(entry, words) : html`<p class="quiet">${words.notIdentified}</p>`}</article>
`;
})}</section>
`,
)}`;
  return page({ path: 'register/index.html', title: words.register, main });
}
