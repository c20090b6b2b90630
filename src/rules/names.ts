import type { RuleDescription } from '../rules.ts';

const chapter = 'TEI chapter 14 (names, dates, people, places).';

export const nameRules = {
  'name.titled': {
    description:
      'An office or a title before capitalised names is a person; a shorter mention that fits exactly one person of the document is that person.',
    basis: chapter,
  },
  'name.register': {
    description: 'A name that the register of the edition has for exactly one entry.',
    basis: chapter,
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
    description:
      'Capitalised words that end in Treaty, Agreement, Statement, Declaration and the like, perhaps with the number of an article.',
    basis: chapter,
  },
  'name.draft': {
    description: 'In a text that speaks of one treaty draft, “the draft” is that draft.',
    basis: 'Usage of records of negotiations; TEI chapter 14 (rs).',
  },
  'name.office-of-addressee': {
    description: 'An office without a name, within speech that is addressed to a person who holds it.',
    basis: 'Usage of address; TEI chapter 14 (rs).',
  },
} as const satisfies Record<string, RuleDescription>;
