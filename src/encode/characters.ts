/**
 * Characters that XML 1.0 cannot hold (a form feed, a stray control character) stand as empty elements that
 * name them, so that `audit` finds every one again: a form feed is a `pb`, any other a `g` within words and an `lb` between blocks.
 */
import type { PageStart, Span } from '../document.ts';
import { el, type XmlNode } from './node.ts';

// XML 1.0 (5th edition), production 2: Char.
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const each = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const code = (c: string): string =>
  `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

// White space that is none to XML (no-break and ideographic spaces …): it may not stand between elements.
const foreign = /[^\t\n\r ]/u;
const eachForeign = /[^\t\n\r ]/gu;

/** Numbers of pages by the offset of the form feed that begins them. */
export type Pages = ReadonlyMap<number, string>;

export const pagesOf = (starts: readonly PageStart[] = []): Pages =>
  new Map(starts.map(({ at, n }) => [at, n]));

type Stand = (character: string, offset: number) => XmlNode;

function split(
  text: string,
  start: number,
  stand: Stand,
  test: RegExp = illegal,
  all: RegExp = each,
): readonly XmlNode[] {
  if (!test.test(text)) return text === '' ? [] : [text];
  const out: XmlNode[] = [];
  let at = 0;
  for (const match of text.matchAll(all)) {
    if (match.index > at) out.push(text.slice(at, match.index));
    out.push(stand(match[0], start + match.index));
    at = match.index + match[0].length;
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}

const formFeed = (pages: Pages | undefined, offset: number): XmlNode =>
  el('pb', { n: pages?.get(offset), rend: code('\f') });

/** Words within a block. */
export const within = (text: string, start: number, end: number, pages?: Pages): readonly XmlNode[] =>
  split(text.slice(start, end), start, (c, at) =>
    c === '\f' ? formFeed(pages, at) : el('g', { n: code(c) }),
  );

/** White space between blocks. */
export const between = (text: string, span: Span, pages?: Pages): readonly XmlNode[] =>
  split(
    text.slice(span.start, span.end),
    span.start,
    (c, at) => (c === '\f' ? formFeed(pages, at) : el('lb', { rend: code(c) })),
    foreign,
    eachForeign,
  );
