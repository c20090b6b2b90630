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
} as const satisfies Record<string, RuleDescription>;
