/** Every rule there is, wherever it is asked, in one table: for documentation, settings and `--explain`. */
import { editionLinks, oneEntry, orphans } from './edition.ts';
import { grammarRules } from './grammar-rules.ts';
import { redactionsShown } from './redactions-shown.ts';
import { referenceOrder } from './reference-order.ts';
import { registerRules } from './register-rules.ts';
import type { RuleDescription } from './rule.ts';
import { rules } from './rules.ts';

/** Those that need more than one file: examples in test/rules/ are folders. */
export const widerRules: readonly RuleDescription[] = [
  ...registerRules,
  editionLinks,
  oneEntry,
  orphans,
  referenceOrder,
  redactionsShown,
];

export const everyRule: readonly RuleDescription[] = [...rules, ...widerRules, ...grammarRules];
