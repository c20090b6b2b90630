/**
 * Every rule that may make an assertion, in one table: its id goes into the TEI (`@ana`), its description
 * into the TEI header, so that a reader can say which rule made a tag. One module for each family of rules.
 */
import { blockRules } from './rules/blocks.ts';
import { dateRules } from './rules/dates.ts';
import { headerRules } from './rules/header.ts';
import { nameRules } from './rules/names.ts';
import { speechRules } from './rules/speech.ts';

export const rules = {
  ...blockRules,
  ...headerRules,
  ...dateRules,
  ...nameRules,
  ...speechRules,
} as const satisfies Record<string, RuleDescription>;

/** What a person needs to judge a rule's work. */
export interface RuleDescription {
  /** One or two sentences: what it looks for and what it concludes. */
  readonly description: string;
  /** Where the rule comes from: a TEI chapter, a manual, a standard, a convention of the archives. */
  readonly basis: string;
}

export type RuleId = keyof typeof rules;
