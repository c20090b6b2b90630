/** What the register says of an entry: names in their languages, offices, dates, identifiers in authority files. */
import type { RegisterEntry } from '../register.ts';
import { fill, type Words } from '../words/index.ts';
import { day } from './dates.ts';
import { type Html, html } from './html.ts';

export function entryDetails(entry: RegisterEntry, words: Words): Html {
  const others = entry.names.filter((n) => n.text !== entry.name);
  const facts = [
    ...entry.offices.map((o) =>
      [o.title, [o.from, o.to].filter(Boolean).join('–')].filter(Boolean).join(', '),
    ),
    entry.date && day(entry.date, words),
    entry.zone && fill(words.timeZone, { zone: entry.zone }),
    entry.geo?.join(', '),
  ].filter((f): f is string => Boolean(f));
  const links = Object.entries(entry.authorities);
  return html`${others.length > 0 && html`<p class="entry-also">${others.map((n, i) => html`${i > 0 && ' · '}<span${n.language && html` lang="${n.language}"`}>${n.text}</span>`)}</p>\n`}${facts.length > 0 && html`<p class="entry-facts">${facts.join(' · ')}</p>\n`}${links.length > 0 && html`<p class="entry-links">${links.map(([name, id], i) => html`${i > 0 && ' · '}${authority(name, id)}`)}</p>\n`}`;
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
