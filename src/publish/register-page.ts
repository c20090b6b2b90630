/** `register/index.html`: every entry with every mention in its context. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { RegisterEntry } from '../register.ts';
import { day } from './dates.ts';
import { type Entry, kinds } from './entries.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

export function registerPage(entries: readonly Entry[], context: Context): Artifact {
  const groups = kinds
    .map((k) => ({ ...k, entries: entries.filter((e) => e.kind === k.kind) }))
    .filter((g) => g.entries.length > 0);
  const main = html`<header class="masthead"><h1>Register</h1>
<p class="correspondents">People, offices, organisations, places, documents and events, with every mention</p></header>
<nav class="contents" aria-label="On this page"><ul>${groups.map((g) => html`<li><a href="#kind-${g.kind}">${g.title}</a></li>`)}</ul></nav>
${groups.map(
  (
    g,
  ) => html`<section class="back" id="kind-${g.kind}" aria-labelledby="title-${g.kind}"><h2 id="title-${g.kind}">${g.title}</h2>
${g.entries.map(entry)}</section>
`,
)}`;
  return page({ path: 'register/index.html', title: 'Register', main }, context);
}

function entry({ anchor, name, known, uses }: Entry): Html {
  return html`<article class="doc-entry" id="${anchor}"><h3>${name}</h3>
${known ? details(known) : html`<p class="entry-links quiet">Not in the register</p>`}
<ul class="mentions">${uses.map(
    ({
      document,
      entity,
    }) => html`<li><a href="../${document.id}/index.html#${entity.id}">${document.title}</a>${document.date && `, ${day(document.date)}`}
${
  entity.mentions.length > 0 &&
  html`<details><summary>${entity.mentions.length} ${entity.mentions.length === 1 ? 'mention' : 'mentions'}</summary><ul class="mentions">${entity.mentions.map(
    (m) =>
      html`<li>… ${m.before}<a href="../${document.id}/index.html#${m.anchor}">${m.words}</a>${m.after} …</li>`,
  )}</ul></details>`
}</li>`,
  )}</ul>
</article>
`;
}

/** Names in their languages, offices, dates, and identifiers in authority files. */
function details(known: RegisterEntry): Html {
  const others = known.names.filter((n) => n.text !== known.name);
  const facts = [
    ...known.offices.map((o) =>
      [o.title, [o.from, o.to].filter(Boolean).join('–')].filter(Boolean).join(', '),
    ),
    known.date && day(known.date),
    known.zone && `time zone ${known.zone}`,
    known.geo?.join(', '),
  ].filter((f): f is string => Boolean(f));
  return html`${others.length > 0 && html`<p class="entry-also">${others.map((n, i) => html`${i > 0 && ' · '}<span${n.language && html` lang="${n.language}"`}>${n.text}</span>`)}</p>`}
${facts.length > 0 && html`<p class="entry-facts">${facts.join(' · ')}</p>`}
${Object.keys(known.authorities).length > 0 && html`<p class="entry-links">${Object.entries(known.authorities).map(([name, id], i) => html`${i > 0 && ' · '}${authority(name, id)}`)}</p>`}`;
}

const authorities: Readonly<Record<string, string>> = {
  wikidata: 'https://www.wikidata.org/entity/',
  viaf: 'https://viaf.org/viaf/',
  gnd: 'https://d-nb.info/gnd/',
  geonames: 'https://www.geonames.org/',
};

/** A link where the address of the authority is known and the identifier is a plain one. */
function authority(name: string, id: string): Html {
  const base = authorities[name.toLowerCase()];
  return base && /^[A-Za-z0-9-]+$/.test(id)
    ? html`<a href="${base}${id}" rel="noreferrer">${name} ${id}</a>`
    : html`${name} ${id}`;
}
