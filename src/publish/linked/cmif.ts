/**
 * `cmif.xml`: the letter index for correspSearch, Correspondence Metadata Interchange Format 1.1 (TEI Correspondence
 * SIG, 2025). It has days, not times of day, and knows people and organisations, not offices: those who are named by
 * their office stand under its title.
 *
 * CMIF must say where it is, when it was made, and that it is free (CC BY 4.0 or CC0): without `baseUrl`,
 * `SOURCE_DATE_EPOCH` and `metadataLicence` there is none.
 */
import { createHash } from 'node:crypto';
import type { Artifact } from '../../artifact.ts';
import type { Context } from '../../context.ts';
import type { Register } from '../../register.ts';
import type { Party, Transmission } from './correspondence.ts';
import type { Row } from './row.ts';
import { metadataLicence } from './terms.ts';
import { element, escaped } from './xml.ts';

export function* cmif(rows: readonly Row[], context: Context): Generator<Artifact> {
  const { settings, register, built } = context;
  const licence = metadataLicence(settings);
  const { baseUrl } = settings;
  if (baseUrl === undefined || built === undefined || licence === undefined) return;
  const source = idOf(baseUrl);
  const authorities = new Map(register.entries.map((entry) => [entry.id, entry]));
  const letters: string[] = [];
  for (const value of rows) {
    const letter = description(value, baseUrl, source, authorities);
    if (letter !== undefined) letters.push(letter);
  }
  if (letters.length === 0) return;
  const editors = settings.editors.map(({ name }) => name);
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt>
${element('title', {}, escaped(`${settings.title}: index of letters`))}
${(editors.length > 0 ? editors : [settings.publisher]).map((name) => element('editor', {}, escaped(name))).join('\n')}
</titleStmt>
<publicationStmt>
${element('publisher', {}, element('ref', { target: `${baseUrl}/` }, escaped(settings.publisher)))}
${element('idno', { type: 'url' }, escaped(`${baseUrl}/cmif.xml`))}
${element('date', { when: built })}
${element('availability', {}, element('licence', { target: licence }, escaped(licence)))}
</publicationStmt>
<sourceDesc>
${element('bibl', { type: 'online', 'xml:id': source }, element('ref', { target: `${baseUrl}/` }, escaped(settings.title)))}
</sourceDesc>
</fileDesc>
<profileDesc>
${letters.join('\n')}
</profileDesc>
</teiHeader>
<text><body><p/></body></text>
</TEI>
`;
  yield { path: 'cmif.xml', mediaType: 'application/xml', content };
}

type Authorities = ReadonlyMap<string, Register['entries'][number]>;

/** One letter: exactly one action of sending and one of receipt. A document without either is no letter. */
function description(row: Row, baseUrl: string, source: string, known: Authorities): string | undefined {
  const { actions } = row.correspondence;
  const sent = actions.find((a) => a.type === 'sent');
  const received = actions.filter((a) => a.type === 'received' && !a.copy);
  if (sent === undefined && received.length === 0) return undefined;
  const receipt: Transmission = {
    ...received[0],
    type: 'received',
    agents: received.flatMap((a) => a.agents),
    places: received[0]?.places ?? [],
  };
  return element(
    'correspDesc',
    { key: row.number, ref: `${baseUrl}/${row.id}/`, source: `#${source}` },
    action(sent ?? { type: 'sent', agents: [], places: [] }, known, row.date),
    action(receipt, known),
  );
}

function action(
  { type, agents, places, when, from, to }: Transmission,
  known: Authorities,
  date?: string,
): string {
  // The body an agent acts for stands beside him in TEI; CMIF would take it for another correspondent.
  const people = agents.filter((a) => a.kind !== 'org');
  const named = people.length > 0 ? people : agents;
  const days = {
    when: day(when ?? (from === undefined && to === undefined ? date : undefined)),
    from: day(from),
    to: day(to),
  };
  return element(
    'correspAction',
    { type },
    ...(named.length > 0
      ? named.map((a) => name(a.kind === 'org' ? 'orgName' : 'persName', a, known))
      : [element('persName', {}, 'Unknown')]),
    ...places.slice(0, 1).map((p) => name('placeName', p, known)),
    ...(Object.values(days).some(Boolean) ? [element('date', days)] : []),
  );
}

function day(iso: string | undefined): string | undefined {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)/.exec(iso ?? '')?.[0];
}

/** Authority files that CMIF names (2.2.4, 2.2.5), the better known first. */
const files: readonly (readonly [string, string])[] = [
  ['viaf', 'http://viaf.org/viaf/'],
  ['gnd', 'https://d-nb.info/gnd/'],
  ['lc', 'http://id.loc.gov/authorities/names/'],
  ['bnf', 'http://data.bnf.fr/ark:/12148/'],
  ['ndl', 'http://id.ndl.go.jp/auth/ndlna/'],
];

function name(element_: string, { name: words, register }: Party, known: Authorities): string {
  const entry = register === undefined ? undefined : known.get(register);
  const { authorities } = entry ?? {};
  const people = files.flatMap(([file, start]) => {
    const value = authorities?.[file];
    return value === undefined ? [] : [value.startsWith('http') ? value : start + value];
  });
  const geonames = authorities?.geonames;
  const places =
    geonames === undefined ? [] : [`https://www.geonames.org/${geonames.replace(/^.*\/(?=\d+$)/, '')}`];
  const ref = (element_ === 'placeName' ? places : people)[0];
  return element(element_, { ref }, escaped(entry?.name ?? words));
}

/** An id in the form of a UUID, the same for the same address, that begins with a letter as an XML id must. */
function idOf(address: string): string {
  const hex = createHash('sha256').update(address).digest('hex');
  const first = 'abcdef'[Number.parseInt(hex.charAt(0), 16) % 6];
  return `${first}${hex.slice(1, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
