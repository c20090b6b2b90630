/**
 * What is called reviewed has been reviewed: a document whose status claims it has no assertion left that only a
 * rule vouches for.
 *
 *     <revisionDesc status="reviewed">  but  <persName ref="#sato" cert="low" resp="#chancery" ana="#r.…">
 */
import { attribute, tokens, type XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { isByPerson, newestDiffers } from './revision-status.ts';

const claims = new Set(['reviewed', 'published']);

/** Assertions that nobody but the program answers for. */
export function unreviewedIn(elements: readonly XmlElement[]): readonly XmlElement[] {
  return elements.filter((element) => {
    const resp = tokens(element, 'resp');
    return resp.length > 0 && resp.every((pointer) => pointer === '#chancery');
  });
}

export const unreviewed: Rule = {
  id: 'unreviewed',
  code: 'review.pending',
  severity: 'warning',
  says: 'A document whose status is reviewed or published has no assertion that only a rule vouches for.',
  basis: 'TEI chapter 2.6 (The Revision Description), att.docStatus; att.global.responsibility',
  *check(file) {
    for (const revision of file.named('revisionDesc')) {
      const status = attribute(revision, 'status') ?? '';
      // Without a person who reviewed, or with another newest status, that is what is wrong.
      if (!claims.has(status) || newestDiffers(revision) || !isByPerson(revision)) continue;
      const left = unreviewedIn(file.elements);
      const first = left[0];
      if (first === undefined) continue;
      const low = left.filter((element) => attribute(element, 'cert') === 'low').length;
      const several = left.length === 1 ? '1 assertion' : `${left.length} assertions`;
      const unsure = low === 0 ? '' : ` (${low} of low certainty)`;
      yield {
        assert: 'unreviewed-left',
        element: revision,
        attribute: 'status',
        message: `The status is ${status}, but nobody has put a name to ${several} made by rule${unsure}; the first is <${first.name}> at line ${first.line}`,
        fix: 'Add your id to @resp where you agree, correct or remove the others; or set the status back to unreviewed.',
      };
    }
  },
};
