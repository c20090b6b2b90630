/**
 * «Reviewed» is said by a person: the status of the whole is that of the newest change, and one that claims a
 * review names a person and a day (TEI chapter 2.6; att.docStatus).
 */
import { attribute, elementsOf, tokens, type XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

const claims = new Set(['reviewed', 'published']);

/** The status of the newest change, where that of the whole is another. */
export function newestDiffers(revision: XmlElement): string | undefined {
  const status = attribute(revision, 'status');
  const newest = changesIn(revision)[0];
  const changeStatus = newest && attribute(newest, 'status');
  return status === undefined || changeStatus === status ? undefined : changeStatus;
}

/** Some change is by a person. */
export function isByPerson(revision: XmlElement): boolean {
  return changesIn(revision).some((c) => tokens(c, 'who').some((who) => who !== '#chancery'));
}

function changesIn(revision: XmlElement): readonly XmlElement[] {
  return [...elementsOf(revision)].filter((e) => e.name === 'change');
}

export const revisionStatus: Rule = {
  id: 'revision-status',
  code: 'tei.rule',
  severity: 'error',
  says: 'revisionDesc has the status of its newest change; a review names a person and a day.',
  basis: 'TEI chapter 2.6 (The Revision Description), att.docStatus',
  *check(file) {
    for (const revision of file.named('revisionDesc')) {
      const status = attribute(revision, 'status');
      const newest = newestDiffers(revision);
      if (newest !== undefined) {
        yield {
          assert: 'revision-newest',
          element: revision,
          attribute: 'status',
          message: `The status is ${status}, but that of the newest change (the first) is ${newest}`,
          fix: 'Make the two agree; the newest change stands first.',
        };
      }
    }
    for (const change of file.named('change')) {
      const status = attribute(change, 'status') ?? '';
      if (!claims.has(status)) continue;
      const person = tokens(change, 'who').some((who) => who !== '#chancery');
      if (person && attribute(change, 'when') !== undefined) continue;
      yield {
        assert: 'revision-person',
        element: change,
        message: `The change claims «${status}», but does not name ${person ? 'the day' : 'a person'}`,
        fix: 'Add @who with the id of the person’s respStmt, and @when with the day.',
      };
    }
    for (const revision of file.named('revisionDesc')) {
      const status = attribute(revision, 'status') ?? '';
      if (!claims.has(status) || newestDiffers(revision) || isByPerson(revision)) continue;
      yield {
        assert: 'revision-reviewed',
        element: revision,
        attribute: 'status',
        message: `The status is ${status}, but no change is by a person`,
        fix: 'Add a change with @who and @when, or set the status back to unreviewed.',
      };
    }
  },
};
