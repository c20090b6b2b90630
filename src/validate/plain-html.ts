/**
 * A reader for plain HTML: every element closed where it was opened, attributes in double quotation marks, nothing
 * that a parser of HTML would report, close by itself, move or put in. For such a page the tree of the WHATWG parser
 * is the tree of its tags (HTML Living Standard, 13.2.6), so that checks may be asked of it at a tenth of the cost.
 *
 * It refuses whatever it does not know; that says nothing against the page. What it takes, parse5 takes without a
 * fault and with the same elements in the same order; a test holds it to that.
 */
import type { PageElement } from './html-checks.ts';

export interface PlainElement extends PageElement {
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly parentNode: PlainElement | null;
}

export interface PlainHtml {
  readonly elements: readonly PlainElement[];
  readonly title: string;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Elements that have no end tag. */
const voids = set('br hr img input wbr meta link col');
/** What head may hold. */
const inHead = set('title meta link script style');
/** Elements that a parser opens and closes as they are written. */
const inline =
  set(`span a time code sup sub del ins q em strong b i u s small cite dfn abbr kbd samp var mark bdi bdo
  label data output button select script br img input wbr`);
/** Elements before which a parser closes a paragraph that is open. */
const block = set(`p div section article aside main header footer nav h1 h2 h3 h4 h5 h6 ul ol menu dl pre hr
  blockquote figure figcaption address details summary fieldset form table`);
const headings = set('h1 h2 h3 h4 h5 h6');
/** Elements that may lie nowhere inside their like. */
const neverInItself = set('a button form select p');
/** Elements that may stand in these only, and elements in which these alone may stand. */
const parents: Readonly<Record<string, ReadonlySet<string>>> = {
  li: set('ul ol menu'),
  dt: set('dl'),
  dd: set('dl'),
  caption: set('table'),
  colgroup: set('table'),
  thead: set('table'),
  tbody: set('table'),
  tfoot: set('table'),
  tr: set('thead tbody tfoot'),
  td: set('tr'),
  th: set('tr'),
  col: set('colgroup'),
  option: set('select'),
};
const holdsOnlyThose = set('table colgroup thead tbody tfoot tr select option');
/** Where words may not stand: a parser would move them, or begin the body. */
const wordless = set('html head table colgroup thead tbody tfoot tr');

/** Controls, noncharacters and halves of characters: a parser of HTML reports them. */
const strangeCharacters = /[\0-\x08\x0b-\x1f\x7f-\x9f\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
const otherReferences = /&(?!(?:amp|lt|gt|quot|nbsp|#39|#160);)/;
const startTag = /<([a-z][a-z0-9]*)((?:[ \n]+[a-z][a-z0-9:-]*(?:="[^"]*")?)*)[ \n]*>/y;
const attributePattern = /([a-z][a-z0-9:-]*)(?:="([^"]*)")?/g;
const beginning = /^<!doctype html>[ \n]*(?=<html[ >])/i;
const ending = /^<\/body>[ \n]*<\/html>[ \n]*$/;

/** The elements of the page and the words of its title; nothing where the page is not as plain as that. */
export function readPlainHtml(html: string): PlainHtml | undefined {
  const start = beginning.exec(html)?.[0].length;
  if (start === undefined || strangeCharacters.test(html) || otherReferences.test(html)) return undefined;
  const elements: PlainElement[] = [];
  const opened = new Map<string, number>();
  let current: PlainElement | null = null;
  let title: string | undefined;
  let hasBody = false;
  let at = start;

  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next === -1) return undefined;
    if (
      next > at &&
      (current === null || wordless.has(current.tagName)) &&
      /[^ \n]/.test(html.slice(at, next))
    )
      return undefined;
    at = next;
    if (html.charCodeAt(at + 1) === 0x2f) {
      if (current === null) return undefined;
      const { tagName } = current;
      if (tagName === 'body') {
        return hasBody && ending.test(html.slice(at)) ? { elements, title: title ?? '' } : undefined;
      }
      if (tagName === 'html' || !html.startsWith(`${tagName}>`, at + 2)) return undefined;
      opened.set(tagName, (opened.get(tagName) ?? 1) - 1);
      current = current.parentNode;
      at += tagName.length + 3;
      continue;
    }
    startTag.lastIndex = at;
    const tag = startTag.exec(html);
    if (tag === null) return undefined;
    const [written, tagName = '', attributes = ''] = tag;
    if (!mayStand(tagName, current, opened, hasBody)) return undefined;
    const attrs = attributesOf(attributes);
    if (attrs === undefined) return undefined;
    const element: PlainElement = { tagName, attrs, parentNode: current };
    elements.push(element);
    at += written.length;
    if (voids.has(tagName)) continue;
    if (tagName === 'body') hasBody = true;
    if (tagName === 'title' || tagName === 'script' || tagName === 'style') {
      // Their content is no markup; with none in it there is no doubt about where it ends.
      const end = html.indexOf('<', at);
      const closing = `</${tagName}>`;
      if (end === -1 || !html.startsWith(closing, end)) return undefined;
      if (tagName === 'title') title ??= resolved(html.slice(at, end));
      at = end + closing.length;
      continue;
    }
    opened.set(tagName, (opened.get(tagName) ?? 0) + 1);
    current = element;
  }
  return undefined;
}

function mayStand(
  tagName: string,
  parent: PlainElement | null,
  opened: ReadonlyMap<string, number>,
  hasBody: boolean,
): boolean {
  const isOpen = (name: string): boolean => (opened.get(name) ?? 0) > 0;
  if (parent === null) return tagName === 'html';
  const around = parent.tagName;
  if (around === 'html') return hasBody ? false : tagName === (opened.has('head') ? 'body' : 'head');
  if (around === 'head') return inHead.has(tagName);
  if (holdsOnlyThose.has(around)) return parents[tagName]?.has(around) ?? false;
  const own = parents[tagName];
  if (own !== undefined)
    return own.has(around) || (isGroup(parent) && (tagName === 'dt' || tagName === 'dd'));
  if (neverInItself.has(tagName) && isOpen(tagName)) return false;
  if (block.has(tagName)) return !isOpen('p') && !(headings.has(tagName) && headings.has(around));
  return inline.has(tagName);
}

/** A term and its descriptions may be kept together by a div. */
const isGroup = ({ tagName, parentNode }: PlainElement): boolean =>
  tagName === 'div' && parentNode?.tagName === 'dl';

function attributesOf(written: string): PlainElement['attrs'] | undefined {
  if (written === '') return [];
  const attrs: { name: string; value: string }[] = [];
  for (const [, name = '', value = ''] of written.matchAll(attributePattern)) {
    for (const other of attrs) if (other.name === name) return undefined;
    attrs.push({ name, value: resolved(value) });
  }
  return attrs;
}

const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  '#39': "'",
  '#160': '\u00a0',
};

const resolved = (text: string): string =>
  text.includes('&') ? text.replace(/&([^;]*);/g, (_, name: string) => references[name] ?? '') : text;
