import type { RuleDescription } from '../rules.ts';

const corresp = 'TEI chapter 2.4.6 (correspondence description); practice of the TEI Correspondence SIG.';
const catalogue = 'Citation as archives print it; TEI chapter 3.12 (bibl).';

export const headerRules = {
  'header.pair': {
    description:
      'A line “Label: value” whose label is one that ministries and archives use; the label says which fact the value is.',
    basis: corresp,
  },
  'header.title': {
    description: 'A short line without a final stop among the lines of the header is the title.',
    basis: 'Layout of telegrams; TEI chapter 4 (head).',
  },
  'header.marking-line': {
    description: 'A line of nothing but a number and terms of classification, precedence and handling.',
    basis: 'Marking of telegrams; TEI chapter 2.4.3 (text classification).',
  },
  'header.reference': {
    description: '“Re”, “Ref” or “Reference” before the number of another document.',
    basis: corresp,
  },
  'header.japanese-cable': {
    description:
      'The header of a cable of the Japanese Ministry of Foreign Affairs: 総番号, dates with 発 and 着, 殿 after the addressee, 第…号, markings.',
    basis: 'Form of Japanese diplomatic telegrams (電信).',
  },
  'header.place-of-date': {
    description: 'The words before the date in a line of dispatch or receipt are the place or the office.',
    basis: corresp,
  },
  'date.zone-of-place': {
    description:
      'A local time without a zone is read by the clocks of the place it was sent from or received at, as the IANA data have them for that day; an inference.',
    basis: 'IANA time zone data through ECMA-402 Intl; TEI chapter 14.4.',
  },
  'date.from-counterpart': {
    description: 'A date with a part left blank, supplied from the same field in the other language.',
    basis: 'TEI chapter 12 (gap, supplied).',
  },
  'catalogue.date': {
    description:
      'A line at the head of an archive’s page that is a date and nothing else: the archive’s date of the document.',
    basis: catalogue,
  },
  'catalogue.abstract': {
    description: 'A sentence at the head of an archive’s page before the citation: the archive’s abstract.',
    basis: 'TEI chapter 2.4.4 (abstract).',
  },
  'catalogue.citation': {
    description: 'A line with a title, a date and a holder: the archive’s citation.',
    basis: catalogue,
  },
  'catalogue.title': {
    description: 'The words in quotation marks that begin the citation.',
    basis: catalogue,
  },
  'catalogue.citation-date': {
    description: 'The date that follows the title in the citation.',
    basis: catalogue,
  },
  'catalogue.collection': {
    description: 'A part of the citation that names an archive, a library, a programme or a collection.',
    basis: catalogue,
  },
  'catalogue.identifier': { description: 'A part of the citation that is a number.', basis: catalogue },
  'catalogue.access': {
    description: 'A part of the citation that names an act or a law: the ground of disclosure.',
    basis: catalogue,
  },
  'catalogue.repository': {
    description: 'The words after “available at”, “held by”: the repository of the original.',
    basis: catalogue,
  },
  'catalogue.contributor': {
    description: 'The name after “contributed by”, “obtained by”.',
    basis: catalogue,
  },
  'catalogue.translator': { description: 'The name after “translated by”.', basis: catalogue },
} as const satisfies Record<string, RuleDescription>;
