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

/** Is a straight mark left over? Not where those that stand alone between blanks are ditto marks. */
const isOdd = (text: string): boolean =>
  count(text, '"') % 2 === 1 && count(text.replace(/(?<=^|\s)"(?=\s|$)/g, ''), '"') % 2 === 1;

/** Opening mark, closing mark, name. */
function pairs(text: string): readonly (readonly [string, string])[] {
  const german = text.includes('„');
  return [german ? ['„', '“'] : ['“', '”'], ['«', '»'], ['「', '」'], ['『', '』']];
}

/** A quotation is closed so many paragraphs later at most. */
const farthest = 20;

const fix =
  'Compare with the original. If it is so there, mark the place with sic or a note; the marks stay.';

export const quotation: Rule = {
  id: 'quotation',
  code: 'quotation.unbalanced',
  severity: 'warning',
  says: 'Quotation marks are balanced in each paragraph, or over several that belong together, and open and close as they are turned.',
  basis:
    'TEI chapter 3.3.3 (Quotation), editorialDecl/quotation; typographic practice for quotations of several paragraphs',
  *check(file) {
    const paragraphs = file.named('p').filter((p) => closest(p, 'text'));
    const texts = paragraphs.map(words);
    for (const [index, p] of paragraphs.entries()) {
      const text = texts[index]!;
      if (!/["“”„«»「」『』]/.test(text)) continue;
      const next = texts[index + 1]?.trimStart() ?? '';
      const turned = text.includes('„') ? undefined : turnedMark(text);
      const odd = isOdd(text);
      let mixed = false;
      for (const [open, close] of pairs(text)) {
        if (turned !== undefined && open === '“') continue; // One mistake, one finding: below.
        const opened = count(text, open);
        const closed = count(text, close);
        if (opened === closed || (opened === closed + 1 && next.startsWith(open))) continue;
        // “so" is closed: the typist or the recognition had both kinds of mark.
        if (open === '“' && odd && Math.abs(opened - closed) === 1) {
          mixed = true;
          continue;
        }
        if (hasPartner(texts, index, open, close)) continue;
        yield {
          assert: 'quotation-pairs',
          element: p,
          message: `${label(p)} opens ${opened} ${open} and closes ${closed} ${close}`,
          fix,
        };
      }
      if (turned !== undefined) {
        yield {
          assert: 'quotation-turned',
          element: p,
          message: `${label(p)} has a quotation mark that is turned the wrong way: «${turned}»`,
          fix,
        };
      }
      if (!odd || mixed || next.startsWith('"')) continue;
      // What one paragraph opens, the next one closes.
      if ([texts[index - 1], texts[index + 1]].some((other) => isOdd(other ?? ''))) continue;
      yield {
        assert: 'quotation-straight',
        element: p,
        message: `${label(p)} has an odd number (${count(text, '"')}) of straight quotation marks`,
        fix,
      };
    }
  },
};

/** A paragraph later closes what this one opens, or one before opens what this one closes. */
function hasPartner(texts: readonly string[], index: number, open: string, close: string): boolean {
  const excess = (text: string): number => count(text, open) - count(text, close);
  const own = excess(texts[index]!);
  if (Math.abs(own) !== 1) return false;
  for (let step = 1; step <= farthest; step++) {
    const text = texts[index + own * step];
    if (text === undefined) return false;
    const other = excess(text);
    if (other !== 0) return other === -own;
  }
  return false;
}

/** An opening mark after a word and before a blank, or a closing one after a blank and before a word. */
function turnedMark(text: string): string | undefined {
  return /[\p{L}\p{Nd},.]“(?=[ \t\n\r]|$)|(?<=^|[ \t\n\r])”[\p{L}\p{Nd}]/u.exec(text)?.[0];
}

function label(p: XmlElement): string {
  const n = attribute(p, 'n');
  return n === undefined ? 'The paragraph' : `Paragraph ${n}`;
}
