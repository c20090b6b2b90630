/**
 * Quotation marks are balanced in each paragraph. Marks are text and stay as printed; a paragraph may leave a
 * quotation open when the next one takes it up again with an opening mark, as multi-paragraph quotations do.
 * ’ is not counted: it is mostly an apostrophe.
 */
import { attribute, closest, type XmlElement, type XmlNode } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** Notes have paragraphs of their own; of choice the source's side is read, and nothing that an editor supplied. */
const aside = new Set(['note', 'corr', 'reg', 'expan', 'supplied']);

/** The words of the source in a paragraph. */
function words(element: XmlElement): string {
  const read = (node: XmlNode): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || aside.has(node.name)) return '';
    return node.children.map(read).join('');
  };
  return element.children.map(read).join('');
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Opening mark, closing mark, name. */
function pairs(text: string): readonly (readonly [string, string])[] {
  const german = text.includes('„');
  return [german ? ['„', '“'] : ['“', '”'], ['«', '»'], ['「', '」'], ['『', '』']];
}

export const quotation: Rule = {
  id: 'quotation',
  code: 'quotation.unbalanced',
  severity: 'warning',
  says: 'Quotation marks are balanced in each paragraph, or taken up again by the next, and open and close as they are turned.',
  basis:
    'TEI chapter 3.3.3 (Quotation), editorialDecl/quotation; typographic practice for quotations of several paragraphs',
  *check(file) {
    const paragraphs = file.named('p').filter((p) => closest(p, 'text'));
    for (const [index, p] of paragraphs.entries()) {
      const text = words(p);
      const following = paragraphs[index + 1];
      const next = following === undefined ? '' : words(following).trimStart();
      const turned = text.includes('„') ? undefined : turnedMark(text);
      for (const [open, close] of pairs(text)) {
        if (turned !== undefined && open === '“') continue; // One mistake, one finding: below.
        const opened = count(text, open);
        const closed = count(text, close);
        if (opened === closed || (opened === closed + 1 && next.startsWith(open))) continue;
        yield {
          assert: 'quotation-pairs',
          element: p,
          message: `${label(p)} opens ${opened} ${open} and closes ${closed} ${close}`,
          fix: 'Compare with the original. If it is so there, mark the place with sic or a note; the marks stay.',
        };
      }
      if (turned !== undefined) {
        yield {
          assert: 'quotation-turned',
          element: p,
          message: `${label(p)} has a quotation mark that is turned the wrong way: «${turned}»`,
          fix: 'Compare with the original. If it is so there, mark the place with sic or a note; the marks stay.',
        };
      }
      if (count(text, '"') % 2 === 1 && !next.startsWith('"')) {
        yield {
          assert: 'quotation-straight',
          element: p,
          message: `${label(p)} has an odd number (${count(text, '"')}) of straight quotation marks`,
          fix: 'Compare with the original. If it is so there, mark the place with sic or a note; the marks stay.',
        };
      }
    }
  },
};

/** An opening mark after a word and before a blank, or a closing one after a blank and before a word. */
function turnedMark(text: string): string | undefined {
  return /[\p{L}\p{Nd},.]“(?=[ \t\n\r]|$)|(?<=^|[ \t\n\r])”[\p{L}\p{Nd}]/u.exec(text)?.[0];
}

function label(p: XmlElement): string {
  const n = attribute(p, 'n');
  return n === undefined ? 'The paragraph' : `Paragraph ${n}`;
}
