import type { RuleDescription } from '../rules.ts';

const corresp = 'TEI chapter 2.4.6 (correspondence description); practice of the TEI Correspondence SIG.';
const catalogue = 'Citation as archives print it; TEI chapter 3.12 (bibl).';

export const headerRules = {
  'header.pair': {
    description:
      'A line “Label: value” whose label is one that ministries and archives use; the label says which fact the value is.',
    basis: corresp,
  },
  'header.document-kind': {
    description:
      'What kind of document it is: as its layout or its title says; a telegram, where the header has a number, a precedence or a time group of telegrams; else simply a document.',
    basis: 'TEI chapter 2.4.3 (text classification).',
  },
  'header.of-edition': {
    description:
      'A line matches a pattern that the settings of this edition give for a layout of its own; the settings say which fact each part is.',
    basis: 'chancery.json of the edition, “dialects”.',
  },
  'header.title': {
    description: 'A short line without a final stop among the lines of the header is the title.',
    basis: 'Layout of telegrams; TEI chapter 4 (head).',
  },
  'header.marking-line': {
    description: 'A line of nothing but a number and terms of classification, precedence and handling.',
    basis: 'Marking of telegrams; TEI chapter 2.4.3 (text classification).',
  },
  'header.office-line': {
    description:
      'An office or bureau on a line of its own at the head of a paper that names no sender made it.',
    basis: 'Layout of ministries’ papers; TEI chapter 2.4.6.',
  },
  'header.number-line': {
    description: 'A line that opens with “No.” and a number: the paper’s own number, or that of the copy.',
    basis: 'Layout of registries; TEI chapter 11.4 (altIdentifier).',
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
  'catalogue.disclosure-number': {
    description:
      'A number of the citation that stands beside the act under which the document was released: that of the request or the release, no shelfmark.',
    basis: catalogue,
  },
  'catalogue.access': {
    description: 'A part of the citation that names an act or a law: the ground of disclosure.',
    basis: catalogue,
  },
  'catalogue.repository': {
    description: 'The words after “available at”, “held by”: the repository of the original.',
    basis: catalogue,
  },
  'catalogue.other-holder': {
    description:
      'The words after “also available at”, “also held by”: a holder beside the archive whose page this is. Which copy the text was made from is not said.',
    basis: catalogue,
  },
  'catalogue.contributor': {
    description: 'The name after “contributed by”, “obtained by”.',
    basis: catalogue,
  },
  'catalogue.translator': { description: 'The name after “translated by”.', basis: catalogue },
  'header.us-date-time-group': {
    description:
      'A line of precedence letters and a group of day, hour, minute, zone, month and year: when the telegram was sent, and how urgently.',
    basis: 'ACP 121, date-time group; Department of State telegrams.',
  },
  'header.us-address': {
    description:
      'FM, TO and INFO before the short names of posts, and the lines below them: sender, addressees, copies. The serial number after an addressee is not part of the name.',
    basis: 'ACP 121, format lines 6 to 8; Department of State telegrams.',
  },
  'header.us-marking-line': {
    description:
      'A classification, spaced or not, before the name of the sending post and the number of the telegram.',
    basis: 'Department of State telegrams, first line of the text.',
  },
  'header.us-label': {
    description:
      'E.O., TAGS, SUBJECT and REF at the beginning of a line, up to the next label or blank line.',
    basis: 'Department of State telegrams, 5 FAH-2.',
  },
  'header.us-reference': {
    description: 'The short name of a post before a number: another telegram that is referred to.',
    basis: 'Department of State telegrams, message reference number.',
  },
  'header.us-signature': {
    description: 'A surname alone on the last line of the text: whoever signs for the post.',
    basis: 'Department of State telegrams.',
  },
  'header.us-drafter': {
    description: 'The name after “drafted by”, or before the signature in a line of clearances.',
    basis: 'Department of State telegrams and memoranda.',
  },
  'header.us-current-marking': {
    description:
      'Lines in asterisks below a telegram that say how it is classified and handled now, as the archive’s system wrote them.',
    basis: 'Department of State, Central Foreign Policy Files 1973-79.',
  },
  'header.us-entire-text': {
    description:
      'A first paragraph that says nothing but that the entire text is of one classification, which is the telegram’s.',
    basis: 'Department of State telegrams since 1978, portion marking.',
  },
  'header.frus-title': {
    description: 'A number and a title at the head of a document of a published volume.',
    basis: 'Layout of the series Foreign Relations of the United States.',
  },
  'header.frus-parties': {
    description:
      'In such a title, the words after “From” and after “to”: who sent the document and to whom. A number before “From” is the document’s own.',
    basis: 'Titles of the series Foreign Relations of the United States.',
  },
  'header.dateline': {
    description: 'A line of a place and a date, perhaps with the time, below the title.',
    basis: 'TEI chapter 4 (dateline).',
  },
  'header.frus-number': {
    description: 'A number and a full stop before the first words of a telegram: its number.',
    basis: 'Telegrams in the series Foreign Relations of the United States.',
  },
  'header.frus-source-note': {
    description:
      'The note that says where the original lies: archive, collection, file number; then classification, precedence, handling, drafter, copies, each in a sentence of its own.',
    basis: 'Source notes of the series Foreign Relations of the United States.',
  },
  'header.participants': {
    description: 'Lines below the word PARTICIPANTS (or PRESENT), each a person who took part.',
    basis: 'Form of memoranda of conversation.',
  },
  'header.memorandum': {
    description:
      'A memorandum’s head: MEMORANDUM FOR, TO, FROM, THROUGH, SUBJECT, each before its value; the lone date beside them.',
    basis: 'Form of US government memoranda.',
  },
  'header.us-page-head': {
    description:
      'What the document’s head does not say and the head or foot of its scanned pages does: the classification stamped there, the post in the line a further page begins with. Only where all pages agree.',
    basis: 'Executive Order 10501 (1953), section 5: markings at head and foot of each page.',
  },
  'header.us-incoming': {
    description:
      'The head of a telegram as the Department of State distributed it: Control, Rec’d, FROM, TO, NO, ACTION, INFO, read through the damage of the scan.',
    basis: 'Form of incoming and outgoing telegrams of the Department of State.',
  },
  'catalogue.form': {
    description:
      'A field of the identification form that an archive has put before a document. Where labels and values stand in two columns, a value is taken only if its own form or the number of values leaves no doubt.',
    basis: 'Identification forms of records collections.',
  },
  'header.title-line': {
    description:
      'The line an editor puts over a document: its number in the edition, its kind, who wrote to whom (“A to B”, “Letter from A to B”). The first “to” that is no part of an office parts sender and addressee.',
    basis: 'Layout of editions of diplomatic documents.',
  },
  'header.attention': {
    description: '“For A from B” above the text of a message: for whom it is, from whom.',
    basis: corresp,
  },
  'header.parties': {
    description:
      'Lines at the head of a paper that say who writes to whom: an office above, “to” and another below it; “A an das B”; “From the diary of A”.',
    basis: 'Layout of editions of diplomatic documents and of ministries’ papers; TEI chapter 2.4.6.',
  },
  'header.copies': {
    description: '“Repeated to”, “Copy to” before a name: who received the same message.',
    basis: corresp,
  },
  'header.subject-line': {
    description:
      'A short line above the first paragraph that is no sentence, or that “Subject” introduces: what the document is about.',
    basis: 'Layout of cablegrams and minutes.',
  },
  'header.salutation': {
    description: 'A line of address at the head of a letter: “My dear Minister,”.',
    basis: 'TEI chapter 4 (salute).',
  },
  'header.closing': {
    description: 'A line of courtesy at the end of a letter: “Yours sincerely,”.',
    basis: 'TEI chapter 4 (salute).',
  },
  'header.signature': {
    description:
      'A line below the text that is nothing but a name: who signed. Where neither title nor address names the sender, the sender too.',
    basis: 'TEI chapter 4 (signed).',
  },
  'header.archive-reference': {
    description: 'Holder, series and item in square brackets below the text: where the original lies.',
    basis: 'Practice of editions of diplomatic documents; TEI chapter 11 (msIdentifier).',
  },
  'catalogue.front-matter': {
    description:
      'A pair in the front matter of a Markdown file: what the collection knows of the document. A date there is only used where the document gives none.',
    basis: 'Convention of Markdown files.',
  },
  'catalogue.column': {
    description: 'A column delivered beside the text: what the archive’s catalogue says of the document.',
    basis: 'Exports of archives’ catalogues.',
  },
} as const satisfies Record<string, RuleDescription>;
