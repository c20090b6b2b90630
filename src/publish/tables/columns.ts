/**
 * The tables of an edition for people who analyse, column by column. Everything else follows from here: the rows in
 * each format, the data dictionary, the metadata of Frictionless and CSVW. To add a column: a line here and a value in
 * `rows.ts`; the compiler asks for it.
 */

export interface Column {
  /** `date` is a day of the calendar, ISO 8601. */
  readonly type: 'string' | 'integer' | 'boolean' | 'date';
  readonly about: string;
  /** Always there. */
  readonly required?: true;
  /** Several values, with `; ` between them. */
  readonly list?: true;
  /** No other value occurs. */
  readonly values?: readonly string[];
}

export interface Table {
  readonly about: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

const document = {
  type: 'string',
  required: true,
  about: 'Id of the document: `document` in the table documents',
} as const satisfies Column;
const position = {
  type: 'integer',
  required: true,
  about: 'Its number in the document, from 1, in the order of the text',
} as const satisfies Column;
const anchor = {
  type: 'string',
  about:
    'xml:id of the paragraph, heading or note it stands in: BASE/DOCUMENT/#ANCHOR in the pages of the edition',
} as const satisfies Column;
const certainty = {
  type: 'string',
  values: ['high', 'medium', 'low', 'unknown'],
  about: 'How sure the rule is (TEI cert); empty where nothing was asserted by rule',
} as const satisfies Column;
const rules = {
  type: 'string',
  list: true,
  about: 'Rules the assertion rests on; docs/rules and the TEI header describe each',
} as const satisfies Column;
const reviewed = {
  type: 'boolean',
  required: true,
  about: 'A person has signed the assertion (TEI resp names more than the program)',
} as const satisfies Column;
const register = (of: string) => ({
  type: 'string' as const,
  about: `Entry of the edition’s register for ${of}; the same in all documents. Empty: not in the register`,
});

export const tables = {
  documents: {
    about: 'One row for each document.',
    key: ['document'],
    columns: {
      document: { type: 'string', required: true, about: 'Id of the document; unique in the edition' },
      file: {
        type: 'string',
        required: true,
        about: 'The file it was read from; #KEY is a record or an entry of it',
      },
      title: { type: 'string', required: true, about: 'Title, in the words of the source where it has one' },
      kind: { type: 'string', required: true, about: 'Kind of document in words: Telegram, Memorandum …' },
      number: { type: 'string', about: 'Number of the telegram or despatch, as printed' },
      date: {
        type: 'string',
        about:
          'Date of the document, ISO 8601, as precise as it is known: 1978, 1978-07, 1978-07-22, 1978-07-22T19:40:00+08:00',
      },
      day: { type: 'date', about: 'The day of `date`; empty where the day is not known' },
      year: { type: 'integer', about: 'The year of `date`' },
      date_certainty: certainty,
      date_inferred: {
        type: 'boolean',
        required: true,
        about: 'A part of the date or its time zone is an inference of the edition',
      },
      date_reviewed: { ...reviewed, about: 'A person has signed the date' },
      place: { type: 'string', about: 'Where it was sent from, as printed' },
      senders: {
        type: 'string',
        list: true,
        about: 'Who sent it, as printed; the authors where the header names no sender',
      },
      sender_entries: { ...register('each sender'), list: true },
      addressees: { type: 'string', list: true, about: 'Whom it is addressed to, as printed' },
      addressee_entries: { ...register('each addressee'), list: true },
      classification: {
        type: 'string',
        list: true,
        about: 'Classification as printed; not equated with that of another state',
      },
      precedence: { type: 'string', list: true, about: 'Precedence of transmission as printed' },
      handling: { type: 'string', list: true, about: 'Distribution and handling as printed' },
      languages: { type: 'string', list: true, about: 'Languages (BCP 47)' },
      holder: { type: 'string', about: 'Archive that holds the original' },
      abstract: { type: 'string', about: 'Abstract of the catalogue' },
      paragraphs: { type: 'integer', required: true, about: 'How many paragraphs the text has' },
      utterances: { type: 'integer', required: true, about: 'How many rows it has in the table utterances' },
      mentions: { type: 'integer', required: true, about: 'How many rows it has in the table mentions' },
      dates: { type: 'integer', required: true, about: 'How many rows it has in the table dates' },
      characters: {
        type: 'integer',
        required: true,
        about: 'Unicode characters of its text, runs of white space as one',
      },
      status: {
        type: 'string',
        required: true,
        about: 'State of the edition: unreviewed until a person says otherwise',
      },
    },
  },
  utterances: {
    about: 'One row for each thing said: speech in quotation marks, speech reported, turns of a transcript.',
    key: ['document', 'utterance'],
    columns: {
      document,
      utterance: {
        type: 'string',
        required: true,
        about: 'xml:id of the utterance; `u` and its number where it has none',
      },
      position,
      mode: {
        type: 'string',
        required: true,
        values: ['direct', 'indirect', 'unknown', 'turn'],
        about: 'In the speaker’s words; reported; not to be told; a turn of a transcript',
      },
      speaker: {
        type: 'string',
        list: true,
        about: 'Name of who speaks; empty where none could be established',
      },
      speaker_entry: { ...register('who speaks'), list: true },
      addressed_to: { type: 'string', list: true, about: 'Name of whom it is said to' },
      certainty,
      rules,
      reviewed,
      anchor,
      text: {
        type: 'string',
        required: true,
        about: 'Its words, quotation marks with them; runs of white space as one blank',
      },
    },
  },
  mentions: {
    about:
      'One row for each mention of a person, office, organisation, place, document or event in the text.',
    key: ['document', 'position'],
    columns: {
      document,
      position,
      kind: {
        type: 'string',
        required: true,
        values: ['person', 'office', 'org', 'place', 'document', 'event', 'unknown'],
        about: 'What is mentioned',
      },
      words: { type: 'string', required: true, about: 'The words of the mention' },
      form: {
        type: 'string',
        required: true,
        values: ['name', 'description'],
        about: 'A proper name, or a description such as “the Ambassador” (TEI rs)',
      },
      entity: {
        type: 'string',
        about: 'xml:id of the person, place … in the document’s own lists; empty: unresolved',
      },
      name: { type: 'string', about: 'Its name in those lists' },
      register: register('it'),
      certainty,
      rules,
      reviewed,
      anchor,
    },
  },
  dates: {
    about: 'One row for each date, time and length of time, of the header and of the text.',
    key: ['document', 'position'],
    columns: {
      document,
      position,
      of: {
        type: 'string',
        required: true,
        about: 'Where it stands: `text`, or in the header: sent, received and other transmissions, creation',
      },
      words: { type: 'string', about: 'The words as printed' },
      value: {
        type: 'string',
        about: 'What it comes to, ISO 8601: a date, a moment, START/END, a duration; empty: unresolved',
      },
      first_day: { type: 'date', about: 'First day it may be' },
      last_day: { type: 'date', about: 'Last day it may be' },
      relative: {
        type: 'boolean',
        required: true,
        about: 'Reckoned from another date: “yesterday”, “next Monday”',
      },
      inferred: {
        type: 'boolean',
        required: true,
        about: 'A part of it or its time zone is an inference of the edition',
      },
      certainty,
      rules,
      reviewed,
      anchor,
    },
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as readonly TableName[];

/** Columns of a table in their order. */
export function columnsOf(name: TableName): readonly (readonly [name: string, column: Column])[] {
  return Object.entries(tables[name].columns);
}

type ValueOf<C extends Column> =
  | (C['type'] extends 'integer' ? number : C['type'] extends 'boolean' ? boolean : string)
  | (C extends { readonly required: true } ? never : undefined);

/** A row as `rows.ts` makes it: every column named, those that may be empty too. */
export type RowOf<N extends TableName> = {
  readonly [K in keyof (typeof tables)[N]['columns']]: (typeof tables)[N]['columns'][K] extends infer C extends
    Column
    ? ValueOf<C>
    : never;
};

export type Value = string | number | boolean | null;
