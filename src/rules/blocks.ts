import type { RuleDescription } from '../rules.ts';

const layout = 'Layout of the page; TEI chapter 4 (default text structure).';

export const blockRules = {
  'block.space': { description: 'White space between blocks, kept character by character.', basis: layout },
  'block.furniture': {
    description:
      'A line that an archive’s site uses for its own machinery: search, menus, citation and share tools, notices of the viewer.',
    basis: 'Wording of archive sites.',
  },
  'block.furniture-by-place': {
    description:
      'A line among the furniture at the head of the page that is neither date, abstract nor citation.',
    basis: 'Its place on the page.',
  },
  'block.of-markup': {
    description: 'A block of the TEI as it came; its element says what it is.',
    basis: 'The mark-up of the file that was enriched.',
  },
  'block.paragraph': { description: 'Lines that no blank line parts are one paragraph.', basis: layout },
  'block.numbered-paragraph': {
    description:
      'A paragraph that begins with a number or letter as a label; the printed label is kept, @n has the number within its level.',
    basis: 'Numbering of telegrams and dispatches; TEI chapter 3 (lists, label).',
  },
  'block.unrecognised': {
    description: 'Words of which no rule of the dialect says what they are; kept as a block of their own.',
    basis: layout,
  },
  'text.language': {
    description:
      'The language of a text: where most of its letters are of one script that is not Latin, the one that script tells; else the one that the settings of the edition give.',
    basis: 'TEI chapter 2.4.2 (language usage); ISO 15924.',
  },
  'text.slip': {
    description:
      'A sequence of words that English grammar does not allow and that a slip of the pen explains; marked, never changed.',
    basis: 'TEI chapter 3.5 (simple editorial changes).',
  },
  'text.blank': {
    description: 'A blank left in a form where a value belongs.',
    basis: 'TEI chapter 12 (gap).',
  },
  'text.redaction': {
    description: 'Words that say that something was withheld at declassification.',
    basis: 'Practice of declassification, FRUS “not declassified”; TEI chapter 12 (gap).',
  },
  'phrase.title': {
    description: 'Quoted words in title case that a document, a draft or a paper is called by.',
    basis: 'TEI chapter 3.12 (titles).',
  },
  'phrase.mentioned': {
    description:
      'Quoted words of which the text speaks instead of using them: “the phrase”, “the term”, or the same words again.',
    basis: 'TEI chapter 3.3 (mentioned).',
  },
  'phrase.so-called': {
    description: 'A short quoted phrase within a sentence that nobody utters there.',
    basis: 'TEI chapter 3.3 (soCalled, q).',
  },
  'phrase.single-quotes': {
    description: 'A word in single quotation marks inside a quotation.',
    basis: 'TEI chapter 3.3 (emph).',
  },
  'block.page-mark': {
    description: 'A page number, a page heading of the scan or a running head between pages of the original.',
    basis: layout,
  },
  'block.running-head': {
    description: 'A classification, a stamp or a handling notice repeated at the edges of pages.',
    basis: 'Marking of documents; practice of declassification.',
  },
  'block.transmission': {
    description:
      'A line that the transmission itself has left: routing, channel numbers, end-of-message signs.',
    basis: 'ACP 127; Department of State telegrams.',
  },
  'block.entity-list': {
    description: 'A list of names with their types, set before the text by those who annotated it.',
    basis: 'Layout of annotated corpora.',
  },
  'block.footnote': {
    description: 'A note below the text, with the number that its mark in the text has.',
    basis: 'TEI chapter 3.9 (notes).',
  },
  'text.note-mark': {
    description:
      'A number set against the end of a word, for which there is a note of that number below; the marks are looked for in the order of the notes.',
    basis: 'TEI chapter 3.9 (notes).',
  },
  'block.turn': {
    description:
      'A paragraph that begins with a short label and a colon, in a text where such labels alternate: a speaker has the floor.',
    basis: 'Layout of transcripts; TEI chapter 8 (u, sp).',
  },
  'block.section-heading': {
    description: 'A short line without a final stop between paragraphs, which heads what follows.',
    basis: layout,
  },
  'block.portion-marking': {
    description: 'A classification in brackets at the head of a paragraph: that of the paragraph alone.',
    basis: 'Executive orders on classification, portion marking.',
  },
  'block.markup': {
    description:
      'Marks of Markdown (number signs, asterisks, underscores) around a line: the file’s, not the document’s.',
    basis: 'CommonMark.',
  },
} as const satisfies Record<string, RuleDescription>;
