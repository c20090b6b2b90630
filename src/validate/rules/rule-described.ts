/** Each rule that made an assertion is described in the header, so that a reader can judge it (TEI chapter 2.3.7). */
import { attribute, childElements, textOf } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

export const ruleDescribed: Rule = {
  id: 'rule-described',
  code: 'tei.rule',
  severity: 'error',
  says: 'Each category of the taxonomies has a description in words.',
  basis: 'TEI chapter 2.3.7 (The Classification Declaration)',
  *check(file) {
    for (const category of file.named('category')) {
      const described = ['catDesc', 'desc', 'gloss'].some((name) =>
        childElements(category, name).some((d) => textOf(d).trim() !== ''),
      );
      if (described) continue;
      yield {
        assert: 'rule-described',
        element: category,
        message: `The category ${attribute(category, 'xml:id') ?? '(without id)'} has no description`,
        fix: 'Say in a catDesc what it means, or what the rule looks for.',
      };
    }
  },
};
