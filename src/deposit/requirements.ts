/**
 * What only a person knows: each field with where it is written, which repositories ask for it, and what the
 * package lacks without it. The guide `docs/deposit.md` shows this table.
 */
import type { Metadata } from './model.ts';

export interface Requirement {
  readonly field: string;
  /** Where it stands in chancery.json. */
  readonly key: string;
  /** How it is written there. */
  readonly example: string;
  /** Which formats and repositories ask for it. */
  readonly askedBy: string;
  /** `package`: nothing is packed without it. `file`: the file named is left out. `advice`: all files are written. */
  readonly weight: 'package' | 'file' | 'advice';
  /** What happens without it, a sentence. */
  readonly without: string;
  readonly isGiven: (draft: Draft) => boolean;
}

/** Metadata of which some may still be missing. */
export type Draft = Omit<Metadata, 'date' | 'licence'> & {
  readonly date: string | undefined;
  readonly licence: Metadata['licence'] | undefined;
};

const everyone = 'every repository (RO-Crate, DataCite, InvenioRDM, Dataverse)';

export const requirements: readonly Requirement[] = [
  {
    field: 'title',
    key: 'title',
    example: '"title": "Cables on the treaty of 1978"',
    askedBy: everyone,
    weight: 'package',
    without: 'Nothing can be packed.',
    isGiven: ({ title }) => title !== '',
  },
  {
    field: 'description',
    key: 'description',
    example: '"description": "What the edition holds, in two sentences."',
    askedBy: 'RO-Crate, Dataverse, ARCHE; DataCite and InvenioRDM advise it',
    weight: 'package',
    without: 'Nothing can be packed.',
    isGiven: ({ description }) => description !== '',
  },
  {
    field: 'publisher',
    key: 'publisher',
    example: '"publisher": "Institute for Diplomatic History"',
    askedBy: 'DataCite, RO-Crate, InvenioRDM (for a DOI), BagIt (Source-Organization)',
    weight: 'package',
    without: 'Nothing can be packed.',
    isGiven: ({ publisher }) => publisher !== '',
  },
  {
    field: 'creators',
    key: 'deposit.creators',
    example: '"creators": [{ "family": "Iriye", "given": "Aki", "orcid": "0000-0002-1825-0097" }]',
    askedBy: `${everyone}; who is cited, in this order. An organisation has a "name" alone`,
    weight: 'package',
    without: 'Nothing can be packed.',
    isGiven: ({ creators }) => creators.length > 0,
  },
  {
    field: 'licence',
    key: 'licence, or deposit.licence',
    example: '"licence": { "name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/" }',
    askedBy: `${everyone}; what others may do with the package`,
    weight: 'package',
    without: 'Nothing can be packed.',
    isGiven: ({ licence }) => licence !== undefined,
  },
  {
    field: 'date of publication',
    key: 'deposit.date, or SOURCE_DATE_EPOCH in the environment',
    example: '"date": "2026-11-24"',
    askedBy: `${everyone}; the clock is never asked, so that the same edition gives the same package`,
    weight: 'package',
    without: 'Nothing can be packed.',
    isGiven: ({ date }) => date !== undefined,
  },
  {
    field: 'contact',
    key: 'deposit.contact',
    example: '"contact": { "name": "Aki Iriye", "email": "aki.iriye@example.org" }',
    askedBy: 'Dataverse, ARCHE; RO-Crate and BagIt advise it',
    weight: 'file',
    without: 'metadata/dataverse.json and metadata/arche.ttl are left out.',
    isGiven: ({ contact }) => contact !== undefined,
  },
  {
    field: 'address of the licence',
    key: 'licence.url, or deposit.licence.url',
    example: '"url": "https://creativecommons.org/licenses/by/4.0/"',
    askedBy: 'ARCHE; all others show a link with it, and the identifier of a licence they know',
    weight: 'file',
    without: 'metadata/arche.ttl is left out; elsewhere the licence is given in words.',
    isGiven: ({ licence }) => licence?.url !== undefined,
  },
  {
    field: 'ORCID of each person',
    key: 'deposit.creators[].orcid',
    example: '"orcid": "0000-0002-1825-0097"',
    askedBy: 'none strictly; Zenodo, DataCite, Dataverse and ARCHE tell people of one name apart by it',
    weight: 'advice',
    without: 'People are known by their names alone.',
    isGiven: ({ creators }) => creators.every((a) => a.type === 'organisation' || a.orcid !== undefined),
  },
  {
    field: 'family name of each person',
    key: 'deposit.creators[].family',
    example: '"family": "Iriye", "given": "Aki"',
    askedBy: 'InvenioRDM (Zenodo, KCWorks); DataCite, CFF and bibliographies sort by it',
    weight: 'advice',
    without: 'The whole name stands in the place of the family name.',
    isGiven: ({ creators }) => creators.every((a) => a.type === 'organisation' || a.family !== undefined),
  },
  {
    field: 'DOI',
    key: '--doi, as the repository has reserved it',
    example: '--doi 10.5072/example',
    askedBy:
      'DataCite, when the package is registered; a repository that reserves one shows it before the upload',
    weight: 'advice',
    without: 'Files say that the DOI is still to be assigned.',
    isGiven: ({ doi }) => doi !== undefined,
  },
];

/** Requirements that a draft does not meet, in the order of the table. */
export function unmet(draft: Draft): readonly Requirement[] {
  return requirements.filter((r) => !r.isGiven(draft));
}
