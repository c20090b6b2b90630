import type { RuleDescription } from '../rules.ts';

const chapter = 'TEI chapter 3.3.3 (quotation: said, direct and reported).';

export const speechRules = {
  'speech.quoted': {
    description:
      'Words in quotation marks after a clause of saying with comma or colon, or before one; the subject of the clause speaks.',
    basis: chapter,
  },
  'speech.noun': {
    description:
      'Words in quotation marks that a noun or a phrase of saying announces (“Roe’s comment: …”, “a note from Roe reads: …”, “in the following terms: …”): its author, or the subject of the sentence, speaks; letters and messages are their author’s where they say “I” or “we”.',
    basis: chapter,
  },
  'speech.continued': {
    description:
      'Whole sentences in quotation marks right behind an utterance or a report, or at the head of the next paragraph: the same speaker goes on.',
    basis: chapter,
  },
  'speech.printed': {
    description:
      'The text of a speech that a telegram prints between BEGIN TEXT and END TEXT: whoever it is announced to be the speech of speaks, and “I” in it is his.',
    basis: chapter,
  },
  'speech.frame': {
    description:
      'A sentence of saying that ends in a colon announces the paragraphs numbered below it; its subject speaks in them, and “I” and “we” there are his.',
    basis: chapter,
  },
  'speech.reported': {
    description:
      'What follows a verb of saying and “that”, up to the end of the sentence or the next clause of saying; sentences in shifted tense that follow go on with it.',
    basis: chapter,
  },
  'speech.inserted': {
    description:
      'A clause of saying between commas, within or at the end of a sentence (“…, he said, …”): the sentence is the speaker’s.',
    basis: chapter,
  },
  'speech.interjection': {
    description:
      'Within brackets in a note of a conversation, a name and a colon, and words without quotation marks: an interjection, and perhaps the answer to it.',
    basis: chapter,
  },
  'speech.turn': {
    description:
      'The label at the head of a paragraph gives the floor to a speaker until the next label; a label is resolved by name, by office, or by the initials of one participant.',
    basis: 'TEI chapter 8 (sp, speaker).',
  },
  'phrase.quote': {
    description:
      'Words in quotation marks that a paper is said to have (“reads:”, “in the following terms:”), or that are too many for a word set off.',
    basis: chapter,
  },
  'phrase.cabled': {
    description: 'What stands between “Begins” and “Ends” in a cable is another message, quoted whole.',
    basis: 'Usage of cablegrams; TEI chapter 3.3.3 (quote).',
  },
  'speech.addressee': {
    description:
      'Where the writer and one other person speak in the report of a meeting, each speaks to the other; so did he, in what one of them recalls of the other’s words.',
    basis: chapter,
  },
} as const satisfies Record<string, RuleDescription>;
