/**
 * What DataCite is told, once for XML and JSON (Metadata Schema 4.6; what is used is in 4.7 too).
 * Who made the edition is its creator; the senders of the documents are described with the documents.
 */
import type { ContributorRole } from '../../settings.ts';
import type { Agent, Deposit } from '../model.ts';
import { dayOf, heading, invalidOf, languagesOf, onlyDocument, span } from '../words.ts';

export interface RelatedItem {
  readonly type: 'Text';
  readonly relation: 'IsDerivedFrom' | 'IsTranslationOf';
  readonly title: string;
  readonly language: string;
  readonly creators: readonly string[];
  readonly year?: string;
  readonly number?: string;
  readonly publisher?: string;
}

export interface DataCite {
  readonly resourceTypeGeneral: 'Text' | 'Collection';
  readonly resourceType: string;
  readonly contributors: readonly (Agent & { readonly contributorType: string })[];
  readonly subjects: readonly string[];
  readonly dates: readonly { readonly date: string; readonly type: string; readonly information?: string }[];
  readonly alternateIdentifiers: readonly { readonly value: string; readonly type: string }[];
  readonly relatedIdentifiers: readonly {
    readonly value: string;
    readonly type: 'DOI' | 'URL';
    readonly relation: string;
  }[];
  readonly formats: readonly string[];
  readonly descriptions: readonly {
    readonly text: string;
    readonly type: 'Abstract' | 'Other' | 'TechnicalInfo';
  }[];
  readonly relatedItems: readonly RelatedItem[];
  readonly languages: readonly string[];
}

const contributorTypes: Readonly<Record<ContributorRole, string>> = {
  editor: 'Editor',
  translator: 'Translator',
  researcher: 'Researcher',
  'data-curator': 'DataCurator',
  other: 'Other',
};

export function dataCiteOf(deposit: Deposit): DataCite {
  const { metadata: m, documents, files, previous } = deposit;
  const only = onlyDocument(deposit)?.description;
  const covered = span(documents);
  const invalid = invalidOf(deposit);
  const contact = m.contact && {
    type: 'person' as const,
    name: m.contact.name,
    contributorType: 'ContactPerson',
  };
  return {
    resourceTypeGeneral: only === undefined ? 'Collection' : 'Text',
    resourceType: 'Digital scholarly edition',
    contributors: [
      ...m.contributors.map((c) => ({ ...c, contributorType: contributorTypes[c.role] })),
      ...(contact === undefined ? [] : [contact]),
    ],
    subjects: m.keywords,
    dates: [
      { date: m.date, type: 'Issued' },
      ...(only?.date === undefined
        ? []
        : [{ date: only.date, type: 'Created', information: 'The document was sent or written' }]),
      ...(covered === undefined
        ? []
        : [{ date: covered[0] === covered[1] ? covered[0] : covered.join('/'), type: 'Coverage' }]),
    ],
    alternateIdentifiers: [
      { value: m.packageName, type: 'Name of the package' },
      ...(only?.identifiers ?? []).map(({ type, value }) => ({ value, type: labelOf(type) })),
    ],
    relatedIdentifiers: [
      ...(m.url === undefined ? [] : [{ value: m.url, type: 'URL' as const, relation: 'IsVariantFormOf' }]),
      ...(previous?.doi === undefined
        ? []
        : [{ value: previous.doi, type: 'DOI' as const, relation: 'IsNewVersionOf' }]),
    ],
    formats: [...new Set(files.map((f) => f.mediaType))].sort(),
    descriptions: [
      { text: m.description, type: 'Abstract' },
      ...(invalid.length === 0 ? [] : [{ text: warning(invalid.length), type: 'Other' as const }]),
    ],
    relatedItems: documents.map(({ description: d }) => ({
      type: 'Text',
      relation: d.originalLanguage === undefined ? 'IsDerivedFrom' : 'IsTranslationOf',
      title: d.title === heading(d) ? d.title : `${d.title} (${heading(d)})`,
      language: d.language,
      creators: d.senders,
      ...(d.date === undefined ? {} : { year: dayOf(d.date).slice(0, 4) }),
      ...(d.number === undefined ? {} : { number: d.number }),
      ...(d.repository === undefined ? {} : { publisher: d.repository }),
    })),
    languages: languagesOf(documents),
  };
}

/** What is said wherever a package holds documents that fail their checks. */
export function warning(number: number): string {
  const which = number === 1 ? 'One document' : `${number} documents`;
  return `${which} in this package did not pass every check of validity; reports/validation.txt names them and says why.`;
}

/** telegram-number → Telegram number */
function labelOf(type: string): string {
  const words = type.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
