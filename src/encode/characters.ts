/**
 * Characters that XML 1.0 cannot hold (a form feed, a stray control character) stand as empty elements that
 * name them, so that `audit` finds every one again: `g` within words, `pb` or `lb` between blocks.
 */
import type { Span } from '../document.ts';
import { el, type XmlNode } from './node.ts';

// XML 1.0 (5th edition), production 2: Char.
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const each = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const code = (c: string): string =>
  `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

// White space that is none to XML (no-break and ideographic spaces …): it may not stand between elements.
const foreign = /[^\t\n\r ]/u;
const eachForeign = /[^\t\n\r ]/gu;

function split(
  text: string,
  stand: (c: string) => XmlNode,
  test: RegExp = illegal,
  all: RegExp = each,
): readonly XmlNode[] {
  if (!test.test(text)) return text === '' ? [] : [text];
  const out: XmlNode[] = [];
  let at = 0;
  for (const match of text.matchAll(all)) {
    if (match.index > at) out.push(text.slice(at, match.index));
    out.push(stand(match[0]));
    at = match.index + match[0].length;
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}

/** Words within a block. */
export const within = (text: string, start: number, end: number): readonly XmlNode[] =>
  split(text.slice(start, end), (c) => el('g', { n: code(c) }));

/** White space between blocks. */
export const between = (text: string, span: Span): readonly XmlNode[] =>
  split(
    text.slice(span.start, span.end),
    (c) => el(c === '\f' ? 'pb' : 'lb', { rend: code(c) }),
    foreign,
    eachForeign,
  );
