/**
 * What was withheld is first-class: a redaction says what stands printed in its place, and how much is missing.
 *
 *     <gap reason="redacted" quantity="1" unit="lines"><desc>[1 line not declassified]</desc></gap>
 */
import { attribute, childElements, textOf, type XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** The encoder leaves the printed words in the text: `<seg type="gap"><gap/>[1 line not declassified]</seg>`. */
const standsBeside = (parent: XmlElement | undefined): boolean =>
  parent?.name === 'seg' && attribute(parent, 'type') === 'gap' && textOf(parent).trim() !== '';

export const redaction: Rule = {
  id: 'redaction',
  code: 'tei.rule',
  severity: 'error',
  says: 'A redaction keeps the printed words, in desc or beside it in seg type="gap"; a quantity has its unit.',
  basis: 'TEI chapter 12.3.1 (gap); att.dimensions',
  *check(file) {
    for (const gap of file.named('gap')) {
      if (
        attribute(gap, 'reason') === 'redacted' &&
        !childElements(gap, 'desc').some((d) => textOf(d).trim() !== '') &&
        !standsBeside(gap.parent)
      ) {
        yield {
          assert: 'redaction-desc',
          element: gap,
          message: 'The redaction does not say what is printed in its place',
          fix: 'Put the printed words into a desc inside gap: <desc>[1 line not declassified]</desc>.',
        };
      }
    }
    for (const element of file.named('gap', 'space', 'unclear', 'supplied')) {
      if (attribute(element, 'quantity') === undefined || attribute(element, 'unit') !== undefined) continue;
      yield {
        assert: 'redaction-unit',
        element,
        attribute: 'quantity',
        message: `<${element.name}> has a quantity without a unit`,
        fix: 'Add @unit: chars, words, lines, paragraphs, pages.',
      };
    }
  },
};
