/**
 * Values of dates are legal together: a span does not end before it begins, a point is not a span as well, and
 * the two ways of writing an instant agree (TEI chapter 14.4, att.datable.w3c and att.datable.iso).
 */
import { attribute } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { isLater, sameInstant } from '../when.ts';

/** Every finding needs one of them. */
const dating: ReadonlySet<string> = new Set(['from', 'to', 'notBefore', 'notAfter', 'when']);

export const dates: Rule = {
  id: 'dates',
  code: 'tei.rule',
  severity: 'error',
  says: 'from is not after to, notBefore not after notAfter; when stands alone; when and when-iso are one instant.',
  basis: 'TEI att.datable.w3c (constraints), att.datable.iso',
  *check(file) {
    for (const element of file.elements) {
      if (!element.attributes.some((a) => dating.has(a.name))) continue;
      const value = (name: string): string | undefined => attribute(element, name);
      if (element.name === 'biblScope' || element.name === 'citedRange') continue;
      for (const [early, late] of [
        ['from', 'to'],
        ['notBefore', 'notAfter'],
      ] as const) {
        const a = value(early);
        const b = value(late);
        if (a === undefined || b === undefined || !isLater(a, b)) continue;
        yield {
          assert: 'dates-order',
          element,
          attribute: early,
          message: `@${early} ${a} is after @${late} ${b}`,
          fix: 'Exchange the two, or correct the one that is wrong.',
        };
      }
      const when = value('when');
      const span = ['from', 'to', 'notBefore', 'notAfter'].find((name) => value(name) !== undefined);
      if (when !== undefined && span !== undefined) {
        yield {
          assert: 'dates-when-alone',
          element,
          attribute: 'when',
          message: `@when stands beside @${span}: a date is a point or a span, not both`,
          fix: `Remove @when or @${span}.`,
        };
      }
      const iso = value('when-iso');
      if (when !== undefined && iso !== undefined && sameInstant(when, iso) === false) {
        yield {
          assert: 'dates-instant',
          element,
          attribute: 'when-iso',
          message: `@when ${when} and @when-iso ${iso} are not the same instant`,
          fix: 'Make the two agree, or remove @when-iso.',
        };
      }
    }
  },
};
