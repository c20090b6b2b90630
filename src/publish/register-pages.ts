/** The pages of the registers: an entry with its mentions, lists of names, the register itself. */
import type { Artifact } from '../artifact.ts';
import type { EntityKind } from '../document.ts';
import type { RegisterEntry } from '../register.ts';
import { counted, spaced, type Words } from '../words/index.ts';
import { day } from './dates.ts';
import type { Mention } from './document-facts.ts';
import { type Html, html } from './html.ts';
import { compare, slug, sortForm } from './names.ts';
import { masthead } from './page.ts';
import { neighbours, pagePath, pager } from './paging.ts';
import { draftOf, type Site, valuesOf } from './part.ts';
import { entryDetails } from './register-entry.ts';
import type { Draft, Sheaf } from './sheaves.ts';
import { portions } from './sorted.ts';

export const kinds: readonly EntityKind[] = ['person', 'office', 'org', 'place', 'document', 'event'];

/** Names on a page of a list. */
export const namesPerPage = 250;

export const roleNames = ['sender', 'addressee', 'place'] as const;

/** What one document says of one entity. */
export interface Use {
  readonly label: string;
  readonly register?: string;
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  /** Anchor of the entity in the document's page. */
  readonly anchor: string;
  readonly mentions: readonly Mention[];
}

export interface Name {
  readonly slug: string;
  readonly label: string;
  readonly documents: number;
  readonly mentions: number;
  /** The one document that has it, where it has no page of its own. */
  readonly only?: Use;
}

/** A name that stands for an entry of the register. */
export interface Claim {
  readonly kind: EntityKind;
  readonly label: string;
  readonly slug: string;
  readonly documents: number;
}

/** Names of one kind that begin with one letter. */
export interface Letter {
  readonly size: number;
  /** Changes with any of them. */
  readonly sum: string;
}

/** For the front page. */
export function registerTeaser(
  totals: readonly (readonly [EntityKind, number])[],
  words: Words,
): Html | undefined {
  if (totals.length === 0) return undefined;
  return html`<section class="back" aria-labelledby="registers-title"><h2 id="registers-title">${words.register}</h2>
<ul class="tiles">${totals.map(([k, n]) => html`<li><a href="register/${k}/index.html">${words[`group.${k}`]}</a> <span class="quiet">${spaced(n)}</span></li>`)}</ul></section>
`;
}

interface EntryLeaf {
  readonly kind: EntityKind;
  readonly path: string;
  readonly label: string;
  readonly entry?: RegisterEntry;
  readonly roles: readonly (typeof roleNames)[number][];
  readonly size: number;
  readonly number: number;
  readonly of: number;
  readonly uses: readonly Use[];
}

export function entryPage(leaf: EntryLeaf, { page, words }: Site): Artifact {
  const { kind, label, entry, size, number, of, uses, roles } = leaf;
  const path = `register/${kind}/${leaf.path}.html`;
  const here = { path, number, of };
  const title = words[`group.${kind}`];
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

const letterName = (letter: string): string => (letter === '0' ? '…' : letter.toUpperCase());

/** All names of a kind, or the letters that lead to them. */
export function kindIndex(
  kind: EntityKind,
  few: readonly Name[],
  letters: readonly (Letter & { readonly letter: string })[],
  total: number,
  { page, words }: Site,
): Artifact {
  const title = words[`group.${kind}`];
  const main = html`${masthead(title, {
    above: html`<a href="../index.html">${words.register}</a>`,
    below: counted(words.nEntries, total),
  })}
<p class="intro">${words.namedIntro}</p>
${few.length > 0 && nameList(few, words)}${letters.length > 0 && html`<ul class="tiles letters">${letters.map(({ letter, size }) => html`<li><a href="letter-${letter}.html">${letterName(letter)}</a> <span class="quiet">${spaced(size)}</span></li>`)}</ul>`}`;
  return page({ path: `register/${kind}/index.html`, title, main });
}

export function* letterPages(
  kind: EntityKind,
  letter: string,
  { size, rows }: Sheaf<Name>,
  { page, words }: Site,
): Generator<Draft> {
  const path = `register/${kind}/letter-${letter}.html`;
  const of = Math.ceil(size / namesPerPage);
  const title = `${words[`group.${kind}`]}: ${letterName(letter)}`;
  let number = 0;
  for (const portion of portions(rows, namesPerPage)) {
    number++;
    const here = { path, number, of };
    yield draftOf(pagePath(path, number), size, portion, () => {
      const main = html`${masthead(title, {
        above: html`<a href="../index.html">${words.register}</a> · <a href="index.html">${words[`group.${kind}`]}</a>`,
        below: counted(words.nEntries, size),
      })}
${pager(here, words)}
${nameList(valuesOf(portion), words)}
${pager(here, words, true)}`;
      return page({ path: pagePath(path, here.number), title, main, ...neighbours(here) });
    });
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
export function registerIndex(
  claimed: ReadonlyMap<string, Claim>,
  totals: ReadonlyMap<EntityKind, number>,
  { context, page, words }: Site,
): Artifact {
  const { entries } = context.register;
  const ids = new Set(entries.map((e) => e.id));
  const rows = [
    ...entries.map((e) => ({ id: e.id, kind: e.kind, label: e.name, slug: slug(e.id), entry: e })),
    ...[...claimed]
      .filter(([id]) => !ids.has(id))
      .map(([id, { kind, label, slug: path }]) => ({ id, kind, label, slug: path, entry: undefined })),
  ].sort((a, b) => compare(sortForm(a.label), sortForm(b.label)) || compare(a.id, b.id));
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
  const name = claimed.get(id);
  return html`<article class="doc-entry" id="${id}"><h3><a href="${kind}/${path}.html">${label}</a>${name && html` <span class="quiet">${counted(words.nDocuments, name.documents)}</span>`}</h3>
${entry ? entryDetails(entry, words) : html`<p class="quiet">${words.notIdentified}</p>`}</article>
`;
})}</section>
`,
)}`;
  return page({ path: 'register/index.html', title: words.register, main });
}
