/** One document as a chapter of an EPUB: XHTML, paragraphs in quotations as deep as the flow says. */
import { type Element, el } from './element.ts';
import { type Flow, type Line, linkedIds, type Paragraph, type Run, wordsOf } from './flow.ts';

export interface Chapter {
  readonly path: string;
  readonly title: string;
  readonly root: Element;
  /** Its headings, for the list of contents. */
  readonly headings: readonly { readonly id: string; readonly words: string }[];
}

export function chapter(flow: Flow, path: string): Chapter {
  const linked = linkedIds(flow);
  const headings: { id: string; words: string }[] = [];
  const blocks = flow.paragraphs.map((paragraph): Block => {
    const heading = paragraph.kind === 'head' ? `heading-${headings.length + 1}` : undefined;
    if (heading !== undefined) headings.push({ id: heading, words: wordsOf(paragraph).replace(/\s+/g, ' ') });
    return { depth: paragraph.depth, element: blockElement(paragraph, linked, heading) };
  });
  const { language } = flow;
  const root = el(
    'html',
    {
      ...{ xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' },
      ...{ lang: language, 'xml:lang': language },
    },
    el('head', {}, el('title', {}, flow.title), el('link', { rel: 'stylesheet', href: 'style.css' })),
    el(
      'body',
      {},
      el(
        'section',
        { 'epub:type': 'chapter', role: 'doc-chapter', 'aria-labelledby': 'title' },
        el('h1', { id: 'title' }, flow.title),
        lines('facts', flow.facts),
        el('div', { class: 'document' }, nested(blocks, 0)),
        lines('about', flow.about),
      ),
    ),
  );
  return { path, title: flow.title, root, headings };
}

interface Block {
  readonly depth: number;
  readonly element: Element;
}

/** Neighbours that stand deeper share one block quotation. */
function nested(blocks: readonly Block[], depth: number): Element[] {
  const out: Element[] = [];
  for (let start = 0; start < blocks.length; ) {
    const block = blocks[start] as Block;
    let end = start + 1;
    if (block.depth <= depth) out.push(block.element);
    else {
      while (end < blocks.length && (blocks[end] as Block).depth > depth) end += 1;
      out.push(el('blockquote', {}, nested(blocks.slice(start, end), depth + 1)));
    }
    start = end;
  }
  return out;
}

function blockElement(
  paragraph: Paragraph,
  linked: ReadonlySet<string>,
  heading: string | undefined,
): Element {
  const { kind, ids, language, level, runs } = paragraph;
  const own = ids.filter((id) => linked.has(id));
  const languages = language === undefined ? {} : { lang: language, 'xml:lang': language };
  // Links lead to the anchors; the heading's own id is the table of contents'.
  const anchors = own.map((id) => el('span', { id }));
  const words = runs.map((run) => runElement(run, linked));
  if (heading !== undefined) {
    return el(`h${Math.min(6, Math.max(2, level + 1))}`, { id: heading, ...languages }, anchors, words);
  }
  if (kind === 'note') {
    return el(
      'aside',
      {
        ...(own.length > 0 && { 'epub:type': 'footnote', role: 'doc-footnote' }),
        class: 'note',
        ...languages,
      },
      el('p', {}, anchors, words),
    );
  }
  return el('p', { class: kind === 'text' ? undefined : kind, ...languages }, anchors, words);
}

function runElement(run: Run, linked: ReadonlySet<string>): Element | string {
  if (run === 'break') return el('br');
  let inner: Element | string = run.marks.includes('ed') ? `⟦${run.text}⟧` : run.text;
  for (const mark of [...run.marks].reverse()) {
    if (mark === 'ed') inner = el('span', { class: 'ed' }, inner);
    else if (mark === 'sc') inner = el('span', { class: 'sc' }, inner);
    else inner = el(mark, {}, inner);
  }
  if (run.datetime !== undefined && htmlDate.test(run.datetime))
    inner = el('time', { datetime: run.datetime }, inner);
  const href = run.href;
  if (href !== undefined && !href.startsWith('#')) return el('a', { href }, inner);
  if (href !== undefined && linked.has(href.slice(1)))
    return el('a', { href, 'epub:type': 'noteref' }, inner);
  return inner;
}

/** Of the dates a TEI may have, those that HTML's `time` takes: year, month, day, with a moment and a zone or not. */
const htmlDate = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

function lines(name: string, all: readonly Line[]): Element[] {
  if (all.length === 0) return [];
  return [
    el(
      'dl',
      { class: name },
      all.flatMap(({ label, value }) => [el('dt', {}, label), el('dd', {}, value)]),
    ),
  ];
}
