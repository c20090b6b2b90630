/** `datacite.xml`: DataCite Metadata Schema, kernel 4; valid against the XSD of 4.6 and of 4.7. */
import type { Agent, Deposit } from '../model.ts';
import { listed } from '../words.ts';
import { type DataCite, dataCiteOf } from './datacite.ts';
import { element as e, type XmlPiece, xmlDocument } from './xml.ts';

export function dataCiteXml(deposit: Deposit): string {
  const { metadata: m } = deposit;
  const d = dataCiteOf(deposit);
  const lang = { 'xml:lang': m.language };
  const list = (name: string, children: readonly XmlPiece[]): XmlPiece =>
    children.length === 0 ? undefined : e(name, {}, children);
  return xmlDocument(
    e(
      'resource',
      {
        xmlns: 'http://datacite.org/schema/kernel-4',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd',
      },
      [
        // «(:tba)» is DataCite's own value for what is to be assigned (Appendix 3 of the schema's documentation).
        e('identifier', { identifierType: 'DOI' }, m.doi ?? '(:tba)'),
        e(
          'creators',
          {},
          m.creators.map((a) => e('creator', {}, agent('creatorName', a))),
        ),
        e('titles', {}, [e('title', lang, m.title)]),
        e('publisher', {}, m.publisher),
        e('publicationYear', {}, m.date.slice(0, 4)),
        e('resourceType', { resourceTypeGeneral: d.resourceTypeGeneral }, d.resourceType),
        list(
          'subjects',
          d.subjects.map((s) => e('subject', lang, s)),
        ),
        list(
          'contributors',
          d.contributors.map((c) =>
            e('contributor', { contributorType: c.contributorType }, agent('contributorName', c)),
          ),
        ),
        e(
          'dates',
          {},
          d.dates.map(({ date, type, information }) =>
            e('date', { dateType: type, dateInformation: information }, date),
          ),
        ),
        d.languages[0] === undefined ? undefined : e('language', {}, d.languages[0]),
        list(
          'alternateIdentifiers',
          d.alternateIdentifiers.map((i) =>
            e('alternateIdentifier', { alternateIdentifierType: i.type }, i.value),
          ),
        ),
        list(
          'relatedIdentifiers',
          d.relatedIdentifiers.map((i) =>
            e('relatedIdentifier', { relatedIdentifierType: i.type, relationType: i.relation }, i.value),
          ),
        ),
        list(
          'formats',
          d.formats.map((f) => e('format', {}, f)),
        ),
        e('version', {}, m.version),
        e('rightsList', {}, [
          e(
            'rights',
            {
              ...lang,
              rightsURI: m.licence.url,
              rightsIdentifier: m.licence.spdx,
              rightsIdentifierScheme: m.licence.spdx && 'SPDX',
              schemeURI: m.licence.spdx && 'https://spdx.org/licenses/',
            },
            m.licence.name,
          ),
        ]),
        e(
          'descriptions',
          {},
          d.descriptions.map(({ text, type }) => e('description', { ...lang, descriptionType: type }, text)),
        ),
        list(
          'fundingReferences',
          m.funders.map((f) =>
            e('fundingReference', {}, [
              e('funderName', {}, f.name),
              f.ror && e('funderIdentifier', { funderIdentifierType: 'ROR' }, f.ror),
              f.award && e('awardNumber', { awardURI: f.url }, f.award),
              f.title && e('awardTitle', {}, f.title),
            ]),
          ),
        ),
        list('relatedItems', d.relatedItems.map(relatedItem)),
      ],
    ),
  );
}

function agent(name: string, a: Agent): readonly XmlPiece[] {
  return [
    e(name, { nameType: a.type === 'person' ? 'Personal' : 'Organizational' }, listed(a)),
    a.family && a.given && e('givenName', {}, a.given),
    a.family && e('familyName', {}, a.family),
    a.orcid &&
      e(
        'nameIdentifier',
        { nameIdentifierScheme: 'ORCID', schemeURI: 'https://orcid.org/' },
        `https://orcid.org/${a.orcid}`,
      ),
    a.ror &&
      a.type === 'organisation' &&
      e('nameIdentifier', { nameIdentifierScheme: 'ROR', schemeURI: 'https://ror.org/' }, a.ror),
    a.affiliation &&
      e(
        'affiliation',
        {
          affiliationIdentifier: a.affiliation.ror,
          affiliationIdentifierScheme: a.affiliation.ror && 'ROR',
          schemeURI: a.affiliation.ror && 'https://ror.org/',
        },
        a.affiliation.name,
      ),
  ];
}

function relatedItem(item: DataCite['relatedItems'][number]): XmlPiece {
  return e('relatedItem', { relatedItemType: item.type, relationType: item.relation }, [
    item.creators.length === 0
      ? undefined
      : e(
          'creators',
          {},
          item.creators.map((c) => e('creator', {}, [e('creatorName', {}, c)])),
        ),
    e('titles', {}, [
      e('title', { 'xml:lang': item.language === 'und' ? undefined : item.language }, item.title),
    ]),
    item.year && /^\d{4}$/.test(item.year) && e('publicationYear', {}, item.year),
    item.number && e('number', {}, item.number),
    item.publisher && e('publisher', {}, item.publisher),
  ]);
}
