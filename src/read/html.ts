/**
 * HTML pages saved from archives, read as a browser shows them.
 *
 * The text is what can be seen of the page, in the order of the DOM: runs of white space are one blank (as CSS
 * `white-space: normal` has it), except in `pre` and for no-break spaces; `br` is a line end; a block begins on
 * a line of its own, and paragraphs, headings, lists and tables are parted by a blank line; cells of a row are
 * parted by a tab. What a browser does not show is no part of the text: comments, `script`, `style`, `template`,
 * `noscript`, the `head`, elements that are `hidden` or styled `display: none`, alternative texts of pictures.
 * The title and the `meta` elements of the head become metadata.
 *
 * All that is seen is in the text; what belongs to the page and not to the document (navigation, banners,
 * forms, and, where the page marks its main content, all outside it) is furniture with its place and class.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Furniture, FurnitureClass } from '../document.ts';
import { parse5 } from '../xml/libraries.ts';
import type { Read } from './formats.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const unseen = words(
  'script style template noscript head title meta link base iframe object embed applet audio video canvas svg math datalist colgroup col map area img picture source track input select option optgroup textarea progress meter param rp',
);
/** Parted from what is before and after them by a blank line. */
const paragraphs = words(
  'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table hr figure fieldset address article section header footer nav main aside form details menu',
);
/** On a line of their own. */
const lines = words('div li dt dd tr thead tbody tfoot caption figcaption summary legend center body html');
const cells = words('td th');

export function readHtml(text: string): Read & { readonly text: string } {
  const document = parse5().parse(text);
  const metadata: Record<string, string> = {};
  const root = child(document, 'html');
  const head = root && child(root, 'head');
  if (head) readHead(head, metadata);
  const language = root && attribute(root, 'lang');
  if (language) metadata.language ??= language;
  const body = root && child(root, 'body');
  const writer = new Writer();
  const main = body && mainOf(body);
  if (body) writer.body(body, main);
  return { text: writer.text(), furniture: writer.furniture(), metadata };
}

function child(node: { readonly childNodes: readonly Node[] }, name: string): Element | undefined {
  return node.childNodes.find((n): n is Element => n.nodeName === name);
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;

function readHead(head: Element, metadata: Record<string, string>): void {
  for (const node of head.childNodes) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'title') {
      const title = plainText(node);
      if (title !== '') metadata.title ??= title;
    }
    if (node.tagName !== 'meta') continue;
    const name = attribute(node, 'name') ?? attribute(node, 'property');
    const content = attribute(node, 'content')?.trim();
    if (
      name &&
      content &&
      !/^(?:viewport|robots|generator|theme-color|csrf|msapplication|apple-)/i.test(name)
    )
      metadata[name] ??= content;
  }
}

const plainText = (node: Element): string =>
  node.childNodes
    .map((n) => (n.nodeName === '#text' ? (n as DefaultTreeAdapterTypes.TextNode).value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The element that the page itself marks as its main content; undefined where there is none or several. */
function mainOf(body: Element): Element | undefined {
  const found: { main: Element[]; article: Element[] } = { main: [], article: [] };
  const stack: Node[] = [...body.childNodes];
  while (stack.length > 0) {
    const node = stack.pop() as Node;
    if (!('tagName' in node)) continue;
    if (node.tagName === 'main' || attribute(node, 'role') === 'main') found.main.push(node);
    else if (node.tagName === 'article') found.article.push(node);
    stack.push(...node.childNodes);
  }
  if (found.main.length === 1) return found.main[0];
  return found.main.length === 0 && found.article.length === 1 ? found.article[0] : undefined;
}

/** What an element that is the page's own is for. */
function classOf(element: Element): FurnitureClass | undefined {
  const role = attribute(element, 'role') ?? '';
  if (element.tagName === 'nav' || /^(?:navigation|menu|menubar)$/.test(role)) return 'menu';
  if (
    role === 'search' ||
    (element.tagName === 'form' &&
      /search/i.test(`${attribute(element, 'action') ?? ''} ${attribute(element, 'class') ?? ''}`))
  )
    return 'search';
  if (role === 'banner') return 'site-title';
  if (
    role === 'contentinfo' ||
    element.tagName === 'footer' ||
    element.tagName === 'aside' ||
    role === 'complementary' ||
    element.tagName === 'dialog'
  )
    return 'other';
  if (element.tagName === 'button' || role === 'button') return 'other';
  return undefined;
}

function hidden(element: Element): boolean {
  if (unseen.has(element.tagName)) return true;
  if (element.attrs.some((a) => a.name === 'hidden')) return true;
  const style = attribute(element, 'style');
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Where a step of the walk stands: an element to enter, or one to leave. */
type Step = { readonly enter: Node; readonly pre: boolean } | { readonly leave: Element };

class Writer {
  private readonly parts: string[] = [];
  private length = 0;
  /** Line ends that are due before the next word: 0, 1 or 2. */
  private due = 0;
  private blank = false;
  private readonly marks: Furniture[] = [];
  private open: { element: Element; class: FurnitureClass; start: number } | undefined;

  text(): string {
    return this.parts.join('');
  }

  furniture(): readonly Furniture[] {
    return this.marks;
  }

  /** Walks the body without recursion: pages can be nested deep. */
  body(body: Element, main: Element | undefined): void {
    const outside = main ? ancestors(main) : undefined;
    const stack: Step[] = [{ enter: body, pre: false }];
    while (stack.length > 0) {
      const step = stack.pop() as Step;
      if ('leave' in step) {
        this.leave(step.leave);
        continue;
      }
      const node = step.enter;
      if (node.nodeName === '#text') {
        this.write((node as DefaultTreeAdapterTypes.TextNode).value, step.pre);
        continue;
      }
      if (!('tagName' in node) || hidden(node)) continue;
      if (node.tagName === 'br') {
        this.lineEnd();
        continue;
      }
      const own =
        classOf(node) ??
        (outside && !outside.has(node) && node.parentNode !== main && outside.has(node.parentNode as Element)
          ? 'other'
          : undefined);
      const inMain = main !== undefined && (node === main || outside?.has(node));
      if (own && !inMain) this.begin(node, own);
      this.part(node);
      const pre = step.pre || node.tagName === 'pre';
      stack.push({ leave: node });
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        stack.push({ enter: node.childNodes[i] as Node, pre });
    }
    this.close();
  }

  private part(element: Element): void {
    if (paragraphs.has(element.tagName)) this.due = Math.max(this.due, 2);
    else if (lines.has(element.tagName)) this.due = Math.max(this.due, 1);
    else if (cells.has(element.tagName) && this.due === 0 && this.length > 0) {
      const row = element.parentNode as Element | null;
      if (row && row.childNodes.find((n) => 'tagName' in n) !== element) this.put('\t');
    }
  }

  private leave(element: Element): void {
    if (this.open?.element === element) this.close();
    this.part(
      element.tagName === 'td' || element.tagName === 'th' ? { ...element, tagName: 'span' } : element,
    );
  }

  private begin(element: Element, kind: FurnitureClass): void {
    if (this.open) return;
    this.due = Math.max(this.due, 1);
    this.open = { element, class: kind, start: -1 };
  }

  private close(): void {
    const open = this.open;
    this.open = undefined;
    if (!open || open.start < 0 || this.length === open.start) return;
    this.marks.push({
      class: open.class,
      span: { start: open.start, end: this.length },
      rule: 'block.furniture',
      certainty: open.class === 'other' ? 'medium' : 'high',
    });
    this.due = Math.max(this.due, 1);
  }

  private lineEnd(): void {
    if (this.length === 0) return;
    if (this.due > 0) return;
    this.blank = false;
    this.parts.push('\n');
    this.length++;
  }

  private write(value: string, pre: boolean): void {
    const clean = value.replace(/[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]/g, '\ufffd').replace(/\r\n?/g, '\n');
    if (pre) {
      if (clean !== '') this.put(clean);
      return;
    }
    const collapsed = clean.replace(/[ \t\n\f]+/g, ' ');
    if (collapsed === '') return;
    if (collapsed === ' ') {
      this.blank = true;
      return;
    }
    if (collapsed.startsWith(' ')) this.blank = true;
    this.put(collapsed.trimStart() === '' ? collapsed : collapsed.replace(/^ | $/g, ''));
    this.blank = collapsed.endsWith(' ');
  }

  private put(value: string): void {
    if (this.length > 0) {
      const before = this.parts.at(-1) ?? '';
      let have = 0;
      while (have < before.length && before[before.length - 1 - have] === '\n') have++;
      if (this.due > have) this.push('\n'.repeat(this.due - have));
      else if (this.blank && this.due === 0 && !/[\n\t]$/.test(before) && value !== '\t') this.push(' ');
    }
    this.due = 0;
    this.blank = false;
    if (this.open && this.open.start < 0) this.open.start = this.length;
    this.push(value);
  }

  private push(value: string): void {
    this.parts.push(value);
    this.length += value.length;
  }
}

/** An element's ancestors, and itself. */
function ancestors(element: Element): ReadonlySet<Element> {
  const found = new Set<Element>([element]);
  for (let node = element.parentNode; node && 'tagName' in node; node = node.parentNode) found.add(node);
  return found;
}
