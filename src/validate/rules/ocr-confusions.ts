/**
 * Letters that a scanner or a typist put in place of digits: l and I for 1, O and o for 0. Only words that are
 * numbers but for such a letter are told; a word marked sic or orig has been seen already.
 *
 * > | on l3 July 1976, the I949 treaty, 3O years, $1,5oo
 *        ^^^               ^^^^       ^^         ^^^^^
 */
import { attribute, type XmlElement, type XmlText } from '../../xml/tree.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** A year; a letter between digits; thousands; a number that begins with l or ends in l or O; a date-time group. */
const numbers: readonly RegExp[] = [
  /^[1lI][89][0-9lIOo]{2}$/,
  /^[0-9]+[lIOo]+[0-9]+$/,
  /^[0-9lIOo]{1,3}([,.][0-9lIOo]{3})+$/,
  /^l[0-9]+$/,
  /^[0-9]+[lO]$/,
  /^[0-9lIO]{6}Z$/,
];

/** A day that is no number by those above: «I September 1962», «II April 1946», «Lo February 1948». */
const date =
  /(?:^|[ \t\n\r\u00a0([])([lIO][lIO]?|[IO][0-9]|[0-9]I|L[oO])[ \t\n\r\u00a0]+(?:January|February|March|April|May|June|July|August|September|October|November|December),?[ \t\n\r\u00a0]+[1lI][89][0-9lIO]{2}(?:[^0-9A-Za-z]|$)/;

/** Most texts have nothing of the kind; they need not be parted into words. */
const beside = /[0-9][,.]?[lIOo]|[lIOo][,.]?[0-9]/;

const settled = new Set(['sic', 'orig', 'surplus', 'del']);

/** The words of a text that are numbers but for a letter. */
function misread(text: string): readonly string[] {
  if (!beside.test(text)) return [];
  return text
    .split(/[ \t\n\r\u00a0]+/)
    .map((word) => word.replace(/^[^\p{L}\p{Nd}]+|[^\p{L}\p{Nd}]+$/gu, ''))
    .filter((word) => /[0-9]/.test(word) && /[lIOo]/.test(word) && numbers.some((n) => n.test(word)));
}

const asDigits = (word: string): string => word.replace(/[lIL]/g, '1').replace(/[Oo]/g, '0');

/** The texts in an element that nobody has marked as doubtful. */
function* texts(element: XmlElement): Generator<XmlText> {
  if (settled.has(element.name)) return;
  for (const node of element.children) {
    if (node.type === 'text') yield node;
    else if (node.type === 'element') yield* texts(node);
  }
}

export const ocrConfusions: Rule = {
  id: 'ocr-confusions',
  code: 'text.misread',
  severity: 'warning',
  says: 'No number or date of the text has a letter in place of a digit (l or I for 1, O for 0).',
  basis: 'TEI chapter 3.5.1 (Apparent Errors); confusions that optical character recognition is known for',
  *check(file) {
    for (const element of file.named('text')) {
      if (element.parent?.name !== 'TEI') continue;
      for (const text of texts(element)) {
        for (const word of misread(text.value)) yield finding('ocr-number', text, word, asDigits(word));
        const day = date.exec(text.value)?.[1];
        if (day !== undefined) yield finding('ocr-date', text, day, asDigits(day));
      }
    }
  },
};

function finding(assert: string, text: XmlText, found: string, meant: string): RuleFinding {
  const element = text.parent;
  const when = attribute(element, 'when');
  return {
    assert,
    element,
    text: { node: text, index: text.value.indexOf(found) },
    message: `«${found}» has a letter where a digit should be`,
    fix: `If the original has ${meant}, write <choice><sic>${found}</sic><corr>${meant}</corr></choice>${
      when === undefined ? '' : ', and check @when'
    }; if it has ${found}, mark it <sic>.`,
  };
}
