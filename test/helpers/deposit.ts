/** A package to hold the writers of single files against: two documents, everything given. */
import type { Deposit, PackedDocument } from '../../src/deposit/index.ts';
import { metadataOf, packageFile } from '../../src/deposit/index.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';

export const sampleSettings: Settings = {
  ...defaultSettings,
  title: 'Cables on the treaty of 1978',
  description: 'Telegrams between Tokyo and Beijing.',
  publisher: 'Institute for Diplomatic History',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  baseUrl: 'https://example.org/cables',
  deposit: {
    name: 'treaty-cables',
    version: '1.1.0',
    date: '2026-11-24',
    creators: [
      {
        family: 'Iriye',
        given: 'Aki',
        orcid: '0000-0002-1825-0097',
        affiliation: { name: 'Institute for Diplomatic History', ror: 'https://ror.org/03anb3s14' },
      },
      { name: 'Cable Edition Project', type: 'organisation' },
    ],
    contributors: [{ name: 'Mercado, Stephen', role: 'translator' }],
    contact: { name: 'Aki Iriye', email: 'aki.iriye@example.org' },
    funders: [{ name: 'Fund for History', award: 'H-17', title: 'Cables', url: 'https://example.org/h17' }],
    keywords: ['diplomatic history', 'treaties'],
    sources: true,
  },
};

export function sampleDocument(
  id: string,
  over: Partial<PackedDocument['description']> = {},
): PackedDocument {
  return {
    id,
    valid: true,
    findings: [],
    checks: [{ name: 'audit', result: 'passed' }],
    questions: 1,
    audit: { ok: true, total: 100, classes: { text: 90, space: 10 } },
    description: {
      title: 'Negotiations (2nd Meeting)',
      kind: 'telegram',
      kindName: 'Telegram',
      number: '1384',
      date: '1978-07-22T19:40:00+08:00',
      place: 'China',
      senders: ['Ambassador Sato'],
      recipients: ['The Foreign Minister'],
      translators: ['Stephen Mercado'],
      helpers: [],
      language: 'en',
      originalLanguage: 'ja',
      repository: 'Diplomatic Archives',
      collection: 'Digital Archive',
      identifiers: [
        { type: 'archive', value: '2010-367' },
        { type: 'telegram-number', value: '1384' },
      ],
      abstract: 'The anti-hegemony clause.',
      markings: ['Secret'],
      source: { name: `sources/${id}.txt`, sha256: 'a'.repeat(64) },
      status: 'unreviewed',
      paragraphs: 9,
      utterances: 4,
      people: 2,
      assertions: { high: 5, medium: 3, low: 1 },
      reviewed: 0,
      ...over,
    },
    files: {
      tei: `tei/${id}.xml`,
      source: `sources/${id}.txt`,
      page: `edition/${id}/index.html`,
      text: `edition/${id}/${id}.txt`,
      graph: `edition/${id}/${id}.jsonld`,
    },
  };
}

export interface Sample {
  readonly settings?: Settings;
  readonly doi?: string;
  readonly documents?: readonly PackedDocument[];
  readonly crateVersion?: '1.2' | '1.3';
  readonly previous?: Deposit['previous'];
}

export function sampleDeposit(sample: Sample = {}): Deposit {
  const {
    settings = sampleSettings,
    documents = [
      sampleDocument('cable-1384'),
      sampleDocument('memo-7', {
        kind: 'memorandum',
        kindName: 'Memorandum',
        recipients: [],
        date: '1978-08',
      }),
    ],
  } = sample;
  const { metadata } = metadataOf(settings, {
    program: '0.1.0',
    programUrl: 'urn:x-chancery',
    ...(sample.doi === undefined ? {} : { doi: sample.doi }),
    ...(sample.crateVersion === undefined ? {} : { crateVersion: sample.crateVersion }),
  });
  if (metadata === undefined) throw new Error('The sample lacks what is required.');
  const files = documents.flatMap((d) =>
    (
      [
        [d.files.tei, 'tei', 'TEI P5 encoding', 'application/tei+xml'],
        [d.files.source, 'source', 'Source', 'text/plain'],
        [d.files.page, 'edition', 'Reading edition', 'text/html'],
        [d.files.text, 'edition', 'Plain-text edition', 'text/plain'],
        [d.files.graph, 'edition', 'Linked-data edition', 'application/ld+json'],
      ] as const
    ).flatMap(([path, role, title, mediaType]) =>
      path === undefined
        ? []
        : [packageFile({ path, role, title, mediaType, document: d.id }, `content of ${path}`)],
    ),
  );
  return {
    metadata,
    documents,
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    selection: false,
    withoutSources: false,
    ...(sample.previous === undefined ? {} : { previous: sample.previous }),
  };
}
