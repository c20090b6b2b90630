/**
 * `dataverse.json`: a dataset for `POST /api/dataverses/ID/datasets`, with the fields of the citation block
 * (Dataverse 6). A dataset needs a contact with an address.
 */
import { languageOf } from '../languages.ts';
import type { Deposit } from '../model.ts';
import { heading, invalidOf, languagesOf, listed, span } from '../words.ts';
import { warning } from './datacite.ts';
import { json } from './json.ts';

interface Field {
  readonly typeName: string;
  readonly typeClass: 'primitive' | 'compound' | 'controlledVocabulary';
  readonly multiple: boolean;
  readonly value: unknown;
}

const text = (typeName: string, value: string): Field => ({
  typeName,
  typeClass: 'primitive',
  multiple: false,
  value,
});
const term = (typeName: string, value: string): Field => ({
  ...text(typeName, value),
  typeClass: 'controlledVocabulary',
});

/** A field made of others; those without a value are left out. */
function compound(typeName: string, items: readonly (readonly (Field | undefined)[])[]): Field {
  const value = items.map((fields) =>
    Object.fromEntries(fields.flatMap((f) => (f === undefined ? [] : [[f.typeName, f]]))),
  );
  return { typeName, typeClass: 'compound', multiple: true, value };
}

const contributorTypes = {
  editor: 'Editor',
  translator: 'Other',
  researcher: 'Researcher',
  'data-curator': 'Data Curator',
  other: 'Other',
} as const;

export function dataverseJson(deposit: Deposit): string | undefined {
  const { metadata: m, documents, previous } = deposit;
  if (m.contact === undefined) return undefined;
  const covered = span(documents);
  const invalid = invalidOf(deposit);
  const languages = languagesOf(documents).flatMap((tag) => languageOf(tag)?.name ?? []);
  const places = [...new Set(documents.flatMap(({ description: d }) => d.repository ?? []))];
  const fields: readonly (Field | undefined)[] = [
    text('title', m.title),
    compound('otherId', [[text('otherIdValue', m.packageName)]]),
    compound(
      'author',
      m.creators.map((a) => [
        text('authorName', listed(a)),
        a.affiliation && text('authorAffiliation', a.affiliation.name),
        a.orcid ? term('authorIdentifierScheme', 'ORCID') : undefined,
        a.orcid ? text('authorIdentifier', a.orcid) : undefined,
      ]),
    ),
    compound('datasetContact', [
      [
        text('datasetContactName', m.contact.name),
        m.contact.affiliation ? text('datasetContactAffiliation', m.contact.affiliation) : undefined,
        text('datasetContactEmail', m.contact.email),
      ],
    ]),
    compound('dsDescription', [
      [text('dsDescriptionValue', m.description), text('dsDescriptionDate', m.date)],
    ]),
    { typeName: 'subject', typeClass: 'controlledVocabulary', multiple: true, value: m.subjects },
    m.keywords.length > 0
      ? compound(
          'keyword',
          m.keywords.map((k) => [text('keywordValue', k)]),
        )
      : undefined,
    invalid.length > 0 ? text('notesText', warning(invalid.length)) : undefined,
    languages.length > 0
      ? { typeName: 'language', typeClass: 'controlledVocabulary', multiple: true, value: languages }
      : undefined,
    compound('producer', [[text('producerName', m.publisher)]]),
    m.contributors.length > 0
      ? compound(
          'contributor',
          m.contributors.map((c) => [
            term('contributorType', contributorTypes[c.role]),
            text('contributorName', listed(c)),
          ]),
        )
      : undefined,
    m.funders.length > 0
      ? compound(
          'grantNumber',
          m.funders.map((f) => [
            text('grantNumberAgency', f.name),
            f.award ? text('grantNumberValue', f.award) : undefined,
          ]),
        )
      : undefined,
    covered &&
      compound('timePeriodCovered', [
        [text('timePeriodCoveredStart', covered[0]), text('timePeriodCoveredEnd', covered[1])],
      ]),
    {
      typeName: 'kindOfData',
      typeClass: 'primitive',
      multiple: true,
      value: ['Digital scholarly edition (TEI P5)'],
    },
    compound('software', [[text('softwareName', 'Chancery'), text('softwareVersion', m.program)]]),
    previous?.doi === undefined
      ? undefined
      : {
          typeName: 'relatedDatasets',
          typeClass: 'primitive',
          multiple: true,
          value: [`Earlier version: https://doi.org/${previous.doi}`],
        },
    {
      typeName: 'dataSources',
      typeClass: 'primitive',
      multiple: true,
      value: documents.map(({ description: d }) =>
        [`“${d.title}”`, heading(d), d.repository].filter(Boolean).join(', '),
      ),
    },
    places.length > 0 ? text('originOfSources', places.join('; ')) : undefined,
  ];
  const { licence } = m;
  return json({
    datasetVersion: {
      ...(licence.spdx !== undefined && licence.url !== undefined
        ? { license: { name: dataverseName(licence.spdx), uri: licence.url } }
        : { termsOfUse: [licence.name, licence.url, licence.statement].filter(Boolean).join('. ') }),
      metadataBlocks: {
        citation: { displayName: 'Citation Metadata', fields: fields.filter((f) => f !== undefined) },
      },
    },
  });
}

/** CC-BY-4.0 → CC BY 4.0; CC0-1.0 → CC0 1.0: the names of its list. */
function dataverseName(spdx: string): string {
  return spdx.replace(/^CC-/, 'CC ').replace(/-(\d\.\d)$/, ' $1');
}
