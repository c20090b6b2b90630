/**
 * A category stands in the scheme it is said to: catRef/@target within @scheme, the marking of a header line in
 * the taxonomy of its kind.
 *
 *     <catRef scheme="#classification" target="#classification.secret"/>
 *     <seg type="precedence" ana="#precedence.top-urgent …">Top Urgent</seg>
 */
import { ancestorsOrSelf, attribute, closest, tokens, type XmlElement } from '../../xml/tree.ts';
import { pointed } from '../file.ts';
import type { Rule } from '../rule.ts';

const markings = new Set(['classification', 'precedence', 'handling']);

function liesIn(category: XmlElement, scheme: string): boolean {
  for (const e of ancestorsOrSelf(category)) {
    if (e !== category && attribute(e, 'xml:id') === scheme) return true;
  }
  return false;
}

function taxonomyOf(category: XmlElement): string | undefined {
  const taxonomy = closest(category, 'taxonomy');
  return taxonomy && attribute(taxonomy, 'xml:id');
}

export const categoryInScheme: Rule = {
  id: 'category-in-scheme',
  code: 'tei.rule',
  severity: 'error',
  says: 'The target of catRef lies in its scheme; a marking names a category of its own taxonomy.',
  basis: 'TEI chapter 2.4.3 (The Text Classification)',
  *check(file) {
    for (const catRef of file.named('catRef')) {
      const scheme = attribute(catRef, 'scheme') ?? '';
      for (const target of tokens(catRef, 'target')) {
        const category = pointed(file, target);
        if (!category || liesIn(category, scheme.slice(1))) continue;
        yield {
          assert: 'category-scheme',
          element: catRef,
          attribute: 'target',
          message: `${target} is no category of ${scheme}`,
          fix: `Write scheme="#${taxonomyOf(category) ?? '…'}", or name a category of ${scheme === '' ? 'the scheme' : scheme}.`,
        };
      }
    }
    for (const seg of file.named('seg')) {
      const type = attribute(seg, 'type') ?? '';
      const ana = tokens(seg, 'ana');
      if (!markings.has(type) || ana.length === 0) continue;
      const sound = ana.some((pointer) => {
        const category = pointed(file, pointer);
        return category !== undefined && liesIn(category, type);
      });
      if (sound) continue;
      yield {
        assert: 'category-marking',
        element: seg,
        attribute: 'ana',
        message: `The ${type} names no category of the taxonomy ${type}`,
        fix: `Add the category to the taxonomy ${type} of the header and its id to @ana.`,
      };
    }
  },
};
