import type { RuleDescription } from '../rules.ts';

const chapter = 'TEI chapter 14 (names, dates, people, places).';

export const nameRules = {
  'name.titled': {
    description:
      'An office or a title before capitalised names is a person; a shorter mention that fits exactly one person of the document is that person.',
    basis: chapter,
  },
  'name.initials': { description: 'Initials before a capitalised surname are a person.', basis: chapter },
  'name.forename': {
    description: 'A forename known as one before capitalised words is a person.',
    basis: chapter,
  },
  'name.sayer': {
    description:
      'A capitalised word that is no common word, place or nationality, before a verb of saying, is a person.',
    basis: chapter,
  },
  'name.letters': {
    description:
      'Two to four capitals that stand before verbs of saying more than once: the person of the document whose names begin with them, else an office called so.',
    basis: 'Usage of minutes: the parties are abbreviated after their first mention.',
  },
  'name.list': {
    description:
      'Surnames in a list after “Drafted by”, “cleared by”, “approved by” or “Eyes only for” are people, up to the first word that can be none.',
    basis: chapter,
  },
  'name.bare': {
    description:
      'A word with a capital within a sentence that is none of the language’s and no place’s, and that the text lets act or be spoken to as people do; or an East Asian name, the surname first.',
    basis: 'TEI chapter 14.2.1 (personal names); usage of diplomatic prose.',
  },
  'name.surname': {
    description: 'A surname alone is the one person of the document who bears it.',
    basis: chapter,
  },
  'name.apposition': {
    description: 'Capitalised words before a comma and an office are a person, who holds it.',
    basis: chapter,
  },
  'name.office': {
    description:
      'The title of an office without a name, with its nationality and its portfolio; the article stays outside.',
    basis: 'TEI chapter 14 (roleName).',
  },
  'name.organisation': {
    description: 'A body by its name, or by a name made of what such bodies are called after.',
    basis: chapter,
  },
  'name.acronym': {
    description: 'Capitals in brackets behind the name of a body are short for it in the whole document.',
    basis: chapter,
  },
  'name.place': {
    description:
      'A place of the gazetteer. A capital that stands for its government (“Washington thinks”) is still a place name.',
    basis: chapter,
  },
  'name.register': {
    description: 'A name that the register of the edition has for exactly one entry.',
    basis: chapter,
  },
  'name.register-person': {
    description:
      'A person of the register one of whose names fits, and whose office at the date of the document is the one beside the name; if exactly one is.',
    basis: 'Dates of office in the register of the edition; TEI chapter 14.3 (biographical data).',
  },
  'name.of-own-side': {
    description:
      'A capitalised body after “our” or “my” is that of whoever speaks: the one body of this kind to which their office belongs, at which the telegram is received or which sends it; “the” body of the same kind further on is the same. Else it stays open.',
    basis: 'Usage of reports of missions to their ministry; TEI chapter 14 (names, dates, people, places).',
  },
  'name.presence': {
    description:
      'In the report of a meeting, outside of what anybody says there, a person who reads, explains, hands over or does the like took part.',
    basis: 'Usage of records of meetings; TEI chapter 16.2 (participants).',
  },
  'name.event': {
    description:
      'A sentence of the opening with “meeting”, “talks” or “conversation”, a day and words such as “took place”: the event that the document reports; two times of the sentence are its beginning and end.',
    basis: 'Usage of records of meetings; TEI chapter 14.3.2 (events).',
  },
  'name.article': {
    description:
      'An article, chapter or paragraph with its number before “of” and the name of an instrument: that part of it.',
    basis: 'Citation of treaties; TEI chapter 3.12.2.5 (scopes and ranges).',
  },
  'name.treaty-at-hand': {
    description:
      '“This treaty”, “our treaty” and the like: the instrument of this kind named last before in the same paragraph; else the one instrument that the title of the document names.',
    basis: 'Usage of records of negotiations; TEI chapter 14 (rs).',
  },
  'name.state': { description: 'The name of a state or of its capital.', basis: chapter },
  'name.government': {
    description: '“Government of” a state, or its adjective before “Government”.',
    basis: chapter,
  },
  'name.side': {
    description: 'An adjective of nationality before “side”: whoever speaks for that state in the meeting.',
    basis: 'Usage of records of negotiations; TEI chapter 14 (rs).',
  },
  'name.telegram': {
    description: '“Telegram”, “cablegram” or “despatch” with a number.',
    basis: 'Numbering of diplomatic telegrams.',
  },
  'name.instrument': {
    description: 'Capitalised words that end in Treaty, Agreement, Statement, Declaration and the like.',
    basis: chapter,
  },
  'name.draft': {
    description:
      'In a text that speaks of one treaty draft, “the draft” is that draft; where the title names one instrument of the kind, a draft of it.',
    basis: 'Usage of records of negotiations; TEI chapter 14 (rs).',
  },
  'name.office-of-addressee': {
    description: 'An office without a name, within speech that is addressed to a person who holds it.',
    basis: 'Usage of address; TEI chapter 14 (rs).',
  },
} as const satisfies Record<string, RuleDescription>;
