/**
 * What is said of the classification agrees: the header names a marking that the text bears, the archive's own
 * record gives the same, and no paragraph is marked higher than the whole.
 *
 *     <catRef scheme="#classification" target="#classification.secret"/>
 *     <seg type="classification" ana="#classification.secret">極秘</seg>
 */
import { attribute, closest, textOf, tokens, type XmlElement } from '../../xml/tree.ts';
import type { TeiFile } from '../file.ts';
import type { Rule } from '../rule.ts';

/** From low to high; levels of different states are not equated, those of one document are compared. */
const levels = ['unclassified', 'limited-official-use', 'restricted', 'confidential', 'secret', 'top-secret'];

/** The categories that an element names: `secret` of `#classification.secret`. */
function named(element: XmlElement, name: string): readonly string[] {
  return tokens(element, name)
    .filter((pointer) => pointer.startsWith('#classification.'))
    .map((pointer) => pointer.slice('#classification.'.length));
}

interface Marking {
  readonly element: XmlElement;
  readonly value: string;
}

function markings(file: TeiFile): readonly Marking[] {
  return file
    .named('seg')
    .filter((seg) => attribute(seg, 'type') === 'classification')
    .flatMap((element) => named(element, 'ana').map((value) => ({ element, value })));
}

const isPortion = ({ element }: Marking): boolean =>
  closest(element, 'p') !== undefined && /^\s*[([][A-Z/ -]+[)\]]\s*$/.test(textOf(element));
const isAboutOther = ({ element }: Marking): boolean =>
  closest(element, 'quote') !== undefined || closest(element, 'floatingText') !== undefined;

export const classification: Rule = {
  id: 'classification',
  code: 'classification.differs',
  severity: 'warning',
  says: 'The classification in the header is one the text bears, the archive’s record agrees, and no paragraph is marked higher than the whole.',
  basis:
    'TEI chapter 2.4.3 (The Text Classification); portion marking after Executive Order 12065, section 1-504',
  *check(file) {
    const all = markings(file);
    const inText = all.filter((m) => closest(m.element, 'text') && !isPortion(m) && !isAboutOther(m));
    const ofText = new Set(inText.map((m) => m.value));
    const inHeader = file
      .named('catRef')
      .flatMap((element) =>
        attribute(element, 'scheme') === '#classification'
          ? named(element, 'target').map((value) => ({ element, value }))
          : [],
      );
    if (ofText.size > 0) {
      for (const { element, value } of inHeader) {
        if (ofText.has(value)) continue;
        yield {
          assert: 'classification-header',
          element,
          attribute: 'target',
          message: `The header classifies the document as ${value}; the text is marked ${[...ofText].join(', ')}`,
          fix: 'Correct the target, or the ana of the marking; what is printed stays.',
        };
      }
      for (const { element, value } of all) {
        if (!closest(element, 'sourceDesc') || ofText.has(value)) continue;
        yield {
          assert: 'classification-archive',
          element,
          message: `The archive’s record says ${value}; the text is marked ${[...ofText].join(', ')}`,
          fix: 'Nothing, if both are printed so: say in a note which of them is right. Else correct ana.',
        };
      }
    }
    const whole = Math.max(...inHeader.map((m) => levels.indexOf(m.value)), -1);
    if (whole < 0) return;
    for (const marking of all) {
      if (!closest(marking.element, 'text') || !isPortion(marking)) continue;
      if (levels.indexOf(marking.value) <= whole) continue;
      yield {
        assert: 'classification-portion',
        element: marking.element,
        message: `The paragraph is marked ${marking.value}, higher than the whole document (${levels[whole]})`,
        fix: 'Compare with the original; correct ana where the marking was misread.',
      };
    }
  },
};
