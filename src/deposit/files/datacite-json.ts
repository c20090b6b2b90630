/** `datacite.json`: the same as the XML, in the form of DataCite's REST API. */
import type { Agent, Deposit } from '../model.ts';
import { listed } from '../words.ts';
import { dataCiteOf } from './datacite.ts';
import { json } from './json.ts';

export function dataCiteJson(deposit: Deposit): string {
  const { metadata: m } = deposit;
  const d = dataCiteOf(deposit);
  return json({
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    doi: m.doi,
    prefix: m.doi?.split('/')[0],
    suffix: m.doi?.slice(m.doi.indexOf('/') + 1),
    url: m.url,
    types: { resourceTypeGeneral: d.resourceTypeGeneral, resourceType: d.resourceType },
    creators: m.creators.map(agent),
    titles: [{ title: m.title, lang: m.language }],
    publisher: { name: m.publisher },
    publicationYear: m.date.slice(0, 4),
    subjects: d.subjects.map((subject) => ({ subject, lang: m.language })),
    contributors: d.contributors.map((c) => ({ ...agent(c), contributorType: c.contributorType })),
    dates: d.dates.map((x) => ({ date: x.date, dateType: x.type, dateInformation: x.information })),
    language: d.languages[0],
    alternateIdentifiers: d.alternateIdentifiers.map((i) => ({
      alternateIdentifier: i.value,
      alternateIdentifierType: i.type,
    })),
    relatedIdentifiers: d.relatedIdentifiers.map((i) => ({
      relatedIdentifier: i.value,
      relatedIdentifierType: i.type,
      relationType: i.relation,
    })),
    formats: d.formats,
    version: m.version,
    rightsList: [
      {
        rights: m.licence.name,
        rightsUri: m.licence.url,
        ...(m.licence.spdx && {
          rightsIdentifier: m.licence.spdx,
          rightsIdentifierScheme: 'SPDX',
          schemeUri: 'https://spdx.org/licenses/',
        }),
        lang: m.language,
      },
    ],
    descriptions: d.descriptions.map((x) => ({
      description: x.text,
      descriptionType: x.type,
      lang: m.language,
    })),
    fundingReferences: m.funders.map((f) => ({
      funderName: f.name,
      ...(f.ror && { funderIdentifier: f.ror, funderIdentifierType: 'ROR' }),
      awardNumber: f.award,
      awardUri: f.url,
      awardTitle: f.title,
    })),
    relatedItems: d.relatedItems.map((item) => ({
      relatedItemType: item.type,
      relationType: item.relation,
      creators: item.creators.map((name) => ({ name })),
      titles: [{ title: item.title }],
      publicationYear: item.year,
      number: item.number,
      publisher: item.publisher,
    })),
  });
}

function agent(a: Agent): object {
  const identifiers = [
    a.orcid && {
      nameIdentifier: `https://orcid.org/${a.orcid}`,
      nameIdentifierScheme: 'ORCID',
      schemeUri: 'https://orcid.org/',
    },
    a.ror &&
      a.type === 'organisation' && {
        nameIdentifier: a.ror,
        nameIdentifierScheme: 'ROR',
        schemeUri: 'https://ror.org/',
      },
  ].filter(Boolean);
  return {
    name: listed(a),
    nameType: a.type === 'person' ? 'Personal' : 'Organizational',
    givenName: a.given,
    familyName: a.family,
    affiliation: a.affiliation && [
      {
        name: a.affiliation.name,
        ...(a.affiliation.ror && {
          affiliationIdentifier: a.affiliation.ror,
          affiliationIdentifierScheme: 'ROR',
          schemeUri: 'https://ror.org/',
        }),
      },
    ],
    nameIdentifiers: identifiers.length > 0 ? identifiers : undefined,
  };
}
