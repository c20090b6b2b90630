/**
 * The edition and its documents for programs that keep references: CSL-JSON, BibTeX and RIS. A document that went
 * from one to another is a personal communication, as Zotero and CSL class letters and telegrams.
 */
import type { Description } from '../describe.ts';
import type { Agent, Deposit, Metadata, PackedDocument } from '../model.ts';
import { dayOf, isCorrespondence, listed } from '../words.ts';
import { json } from './json.ts';

/** CSL 1.0.2, csl-data.json. */
export function cslJson({ metadata: m, documents }: Deposit): string {
  const whole = {
    id: m.packageName,
    type: 'dataset',
    title: m.title,
    author: m.creators.map((a) => (a.family ? { family: a.family, given: a.given } : { literal: a.name })),
    issued: dateParts(m.date),
    publisher: m.publisher,
    version: m.version,
    abstract: m.description,
    language: m.language,
    DOI: m.doi,
    URL: m.url,
  };
  const literal = (name: string): object => ({ literal: name });
  const parts = documents.map(({ id, description: d }) => ({
    id,
    type: isCorrespondence(d) ? 'personal_communication' : 'document',
    title: d.title,
    author: d.senders.map(literal),
    recipient: d.recipients.map(literal),
    translator: d.translators.map(literal),
    issued: d.date === undefined ? undefined : dateParts(d.date),
    genre: d.kindName,
    number: d.number,
    archive: d.repository,
    archive_location: locationOf(d),
    source: d.collection,
    'container-title': m.title,
    abstract: d.abstract,
    language: d.language,
    URL: pageOf(m, id),
  }));
  return json([whole, ...parts]);
}

function dateParts(iso: string): { readonly 'date-parts': readonly (readonly number[])[] } | undefined {
  const found = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (found === null) return undefined;
  return { 'date-parts': [found.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))] };
}

/** Shelf mark and registry numbers; the number of the document itself stands apart. */
function locationOf({ identifiers, number }: Description): string | undefined {
  const values = identifiers.map((i) => i.value).filter((v) => v !== number);
  return values.length === 0 ? undefined : values.join('; ');
}

function pageOf(m: Metadata, id: string): string | undefined {
  return m.url && `${m.url}${id}/`;
}

/** BibLaTeX, UTF-8: `@dataset` and, for its parts, `@letter` or `@misc`. */
export function bibTex({ metadata: m, documents }: Deposit): string {
  const whole = entry('dataset', m.packageName, {
    author: m.creators.map((a) => bibName(a)).join(' and '),
    title: braced(m.title),
    date: m.date,
    publisher: braced(m.publisher),
    version: braced(m.version),
    abstract: braced(m.description),
    doi: m.doi,
    url: m.url,
  });
  const parts = documents.map(({ id, description: d }) =>
    entry(isCorrespondence(d) ? 'letter' : 'misc', id, {
      author: d.senders.map(braced).join(' and '),
      recipient: d.recipients.map(braced).join(' and '),
      translator: d.translators.map(braced).join(' and '),
      title: braced(d.title),
      date: d.date && dayOf(d.date),
      type: braced(d.kindName),
      number: braced(d.number),
      howpublished: braced(d.collection),
      library: braced([d.repository, locationOf(d)].filter(Boolean).join(', ')),
      url: pageOf(m, id),
    }),
  );
  return [whole, ...parts].join('\n');
}

function entry(type: string, key: string, fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

const bibName = (a: Agent): string => (a.family ? escaped(listed(a)) : braced(a.name));

/** In braces of its own a name is not taken apart, nor a title set in small letters. */
function braced(text: string): string;
function braced(text: string | undefined): string | undefined;
function braced(text: string | undefined): string | undefined {
  return text ? `{${escaped(text)}}` : undefined;
}

const macros: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '\\{',
  '}': '\\}',
};

const escaped = (text: string): string => text.replace(/[\\~^{}&%$#_]/g, (c) => macros[c] ?? `\\${c}`);

/** RIS: one `TAG  - value` a line, CR LF at its end, as the specification wants. */
export function ris({ metadata: m, documents }: Deposit): string {
  return [edition(m), ...documents.map((d) => risOf(d, m))].join('');
}

function edition(m: Metadata): string {
  return record('DATA', [
    ['ID', m.packageName],
    ...m.creators.map((a) => ['AU', listed(a)] as const),
    ['TI', m.title],
    ['PY', m.date.slice(0, 4)],
    ['DA', m.date.replaceAll('-', '/')],
    ['PB', m.publisher],
    ['ET', m.version],
    ['AB', m.description],
    ['LA', m.language],
    ...m.keywords.map((k) => ['KW', k] as const),
    ['DO', m.doi],
    ['UR', m.url],
  ]);
}

function risOf({ id, description: d }: PackedDocument, m: Metadata): string {
  return record(isCorrespondence(d) ? 'PCOMM' : 'GEN', [
    ['ID', id],
    ...d.senders.map((s) => ['AU', s] as const),
    ...d.recipients.map((r) => ['A2', r] as const),
    ...d.translators.map((t) => ['A4', t] as const),
    ['TI', d.title],
    ['T2', m.title],
    ['PY', d.date?.slice(0, 4)],
    ['DA', d.date && dayOf(d.date).replaceAll('-', '/')],
    ['M3', d.kindName],
    ['M1', d.number],
    ['AN', d.repository],
    ['AV', locationOf(d)],
    ['DB', d.collection],
    ['AB', d.abstract],
    ['LA', d.language],
    ['UR', pageOf(m, id)],
  ]);
}

function record(type: string, fields: readonly (readonly [string, string | undefined])[]): string {
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : []));
  return `${[`TY  - ${type}`, ...lines, 'ER  - '].join('\r\n')}\r\n\r\n`;
}
