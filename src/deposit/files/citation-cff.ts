/** CITATION.cff, Citation File Format 1.2.0: how the package is cited, and the documents in it as references. */
import type { Agent, Deposit } from '../model.ts';
import { dayOf, isCorrespondence } from '../words.ts';

type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

export function citationCff(deposit: Deposit): string {
  return `${lines(citationData(deposit), '').join('\n')}\n`;
}

/** The same as data; what is absent is not there. */
export function citationData({ metadata: m, documents }: Deposit): Yaml {
  const { licence } = m;
  return withoutAbsent({
    'cff-version': '1.2.0',
    message: 'If you use this edition, please cite it as below.',
    type: 'dataset',
    title: m.title,
    abstract: m.description,
    authors: m.creators.map(person),
    version: m.version,
    'date-released': m.date,
    doi: m.doi,
    url: m.url,
    license: licence.spdx !== undefined && inSchema(licence.spdx) ? licence.spdx : undefined,
    'license-url': licence.spdx !== undefined && inSchema(licence.spdx) ? undefined : licence.url,
    contact: m.contact && [{ name: m.contact.name, email: m.contact.email }],
    keywords: m.keywords.length > 0 ? m.keywords : undefined,
    references: documents.map(({ description: d }): Yaml => {
      const authors = d.senders.length > 0 ? d.senders : ['Unknown'];
      return {
        type: isCorrespondence(d) ? 'personal-communication' : 'generic',
        title: d.title,
        authors: authors.map((name) => ({ name })),
        recipients: some(d.recipients.map((name) => ({ name }))),
        translators: some(d.translators.map((name) => ({ name }))),
        'date-released': d.date && /^\d{4}-\d{2}-\d{2}/.test(d.date) ? dayOf(d.date) : undefined,
        year: d.date && !/^\d{4}-\d{2}-\d{2}/.test(d.date) ? d.date.slice(0, 4) : undefined,
        number: d.number,
        languages: [d.originalLanguage ?? d.language].filter((l) => /^[a-z]{2,3}$/.test(l)),
        institution: d.repository && { name: d.repository },
      };
    }),
  });
}

function withoutAbsent(value: Yaml): Yaml {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(withoutAbsent);
  const entries = Object.entries(value).filter(
    ([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0),
  );
  return Object.fromEntries(entries.map(([k, v]) => [k, withoutAbsent(v as Yaml)]));
}

const some = (list: readonly Yaml[]): Yaml | undefined => (list.length > 0 ? list : undefined);

/** The schema knows identifiers of the SPDX list only; the Public Domain Mark is none. */
const inSchema = (spdx: string): boolean => spdx !== 'CC-PDM-1.0';

function person(agent: Agent): Yaml {
  if (agent.type === 'organisation') return { name: agent.name, website: agent.ror };
  return {
    'family-names': agent.family ?? agent.name,
    'given-names': agent.given,
    affiliation: agent.affiliation?.name,
    orcid: agent.orcid && `https://orcid.org/${agent.orcid}`,
  };
}

/** Strings in double quotation marks, as JSON writes them: every parser of YAML reads them alike. */
function lines(value: Yaml, indent: string): string[] {
  if (typeof value === 'string') return [`${indent}${quoted(value)}`];
  if (Array.isArray(value)) {
    return value.flatMap((item: Yaml) => {
      const [head = '', ...rest] = lines(item, `${indent}  `);
      return [`${indent}- ${head.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value as Record<string, Yaml | undefined>).flatMap(([key, item]) => {
    if (item === undefined || (Array.isArray(item) && item.length === 0)) return [];
    if (typeof item === 'string') return [`${indent}${key}: ${quotedFor(key, item)}`];
    return [`${indent}${key}:`, ...lines(item, `${indent}  `)];
  });
}

/** A year is a number, all else a string. */
const quotedFor = (key: string, text: string): string => (key === 'year' ? text : quoted(text));

const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
