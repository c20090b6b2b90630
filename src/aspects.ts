/**
 * What a conversion may keep of a document. Each reader says what it takes from a file, each format what of that it
 * writes; so what a pair keeps is what both have. docs/formats.md has the table, and a test converts a document of each
 * reader to each format and looks.
 */
export const aspects = {
  words: 'every word of the document, in order',
  spacing: 'white space and line ends as in the file, character by character',
  paragraphs: 'where paragraphs begin and end',
  catalogue: 'what stands beside the text: columns of its record',
  facts: 'the date and the parties as facts for programs',
  names: 'who and what is mentioned, identified',
  speech: 'what is said, as utterances with their speakers',
  evidence: 'the rule and the certainty of each assertion',
} as const;

export type Aspect = keyof typeof aspects;

/** What recognising and annotating add, whatever was read. */
export const recognised: readonly Aspect[] = ['words', 'paragraphs', 'facts', 'names', 'speech', 'evidence'];
