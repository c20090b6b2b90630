/**
 * Flows as an EPUB 3.3: one document, or an edition with a chapter for each. Notes are notes to a reader's device,
 * dates are `time`, languages are named, the facts stand first; no script, no font, no image, no address outside but
 * those the text has.
 */
import { serialise } from '../../xml/serialise.ts';
import { type Element, el } from './element.ts';
import { type Chapter, chapter } from './epub-chapter.ts';
import { epubStyles } from './epub-styles.ts';
import type { Flow } from './flow.ts';
import { type Part, zipOf } from './zip.ts';

export interface Book {
  readonly title: string;
  /** BCP 47, of the book's own words. */
  readonly language: string;
  /** Told apart from every other book by it. */
  readonly identifier: string;
  readonly publisher: string;
  readonly rights: string;
  /** Heading of the list of contents. */
  readonly contents: string;
}

/** A document as a book of its own. */
export function epubOfOne(flow: Flow, contents: string): Uint8Array {
  const { title, language, id, publisher, rights } = flow;
  return epub([flow], { title, language, identifier: `urn:x-chancery:${id}`, publisher, rights, contents });
}

/** @param flows in the order of the book's chapters */
export function epub(flows: readonly Flow[], book: Book): Uint8Array {
  const chapters = flows.map((flow, index) => chapter(flow, `d${index + 1}.xhtml`));
  const file = (path: string, root: Element, doctype = ''): Part => ({
    path,
    content: doctype === '' ? serialise(root) : serialise(root).replace('\n', `\n${doctype}\n`),
  });
  return zipOf([
    { path: 'mimetype', content: 'application/epub+zip', stored: true },
    file('META-INF/container.xml', container()),
    file('EPUB/package.opf', packageDocument(chapters, flows, book)),
    file('EPUB/nav.xhtml', navigation(chapters, book), '<!DOCTYPE html>'),
    { path: 'EPUB/style.css', content: epubStyles },
    ...chapters.map(({ path, root }) => file(`EPUB/${path}`, root, '<!DOCTYPE html>')),
  ]);
}

function container(): Element {
  return el(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    el(
      'rootfiles',
      {},
      el('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  );
}

function packageDocument(chapters: readonly Chapter[], flows: readonly Flow[], book: Book): Element {
  const meta = (property: string, value: string) => el('meta', { property }, value);
  const creators = [...new Set(flows.flatMap((flow) => flow.creators))];
  const languages = [...new Set([book.language, ...flows.map((flow) => flow.language)])];
  const only = flows.length === 1 ? flows[0] : undefined;
  return el(
    'package',
    {
      ...{ xmlns: 'http://www.idpf.org/2007/opf', version: '3.0' },
      ...{ 'unique-identifier': 'id', 'xml:lang': book.language },
    },
    el(
      'metadata',
      { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      el('dc:identifier', { id: 'id' }, book.identifier),
      el('dc:title', {}, book.title),
      languages.map((language) => el('dc:language', {}, language)),
      only === undefined ? [] : creators.map((creator) => el('dc:creator', {}, creator)),
      book.publisher === '' ? [] : el('dc:publisher', {}, book.publisher),
      book.rights === '' ? [] : el('dc:rights', {}, book.rights),
      /^\d{4}(-\d\d(-\d\d)?)?/.test(only?.dated ?? '') ? el('dc:date', {}, (only as Flow).dated) : [],
      meta('dcterms:modified', modified(flows)),
      meta('schema:accessMode', 'textual'),
      meta('schema:accessModeSufficient', 'textual'),
      ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability'].map((feature) =>
        meta('schema:accessibilityFeature', feature),
      ),
      meta('schema:accessibilityHazard', 'none'),
      meta('schema:accessibilitySummary', 'Text only; headings, notes and languages are marked.'),
    ),
    el(
      'manifest',
      {},
      item('nav', 'nav.xhtml', 'application/xhtml+xml', 'nav'),
      item('css', 'style.css', 'text/css'),
      chapters.map(({ path }, index) => item(`d${index + 1}`, path, 'application/xhtml+xml')),
    ),
    el(
      'spine',
      {},
      flows.length > 1 ? el('itemref', { idref: 'nav' }) : [],
      chapters.map((_, index) => el('itemref', { idref: `d${index + 1}` })),
    ),
  );
}

const item = (id: string, href: string, mediaType: string, properties?: string): Element =>
  el('item', { id, href, 'media-type': mediaType, properties });

/**
 * EPUB wants a moment of change. Nothing here looks at a clock: the last change that a header tells of, else the
 * first moment of the format's own time stamps.
 */
function modified(flows: readonly Flow[]): string {
  const days = flows.map((flow) => flow.revised.slice(0, 10)).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  return `${days.sort().at(-1) ?? '1980-01-01'}T00:00:00Z`;
}

function navigation(chapters: readonly Chapter[], book: Book): Element {
  const entries = chapters.map(({ path, title, headings }) =>
    el(
      'li',
      {},
      el('a', { href: path }, title),
      headings.length === 0
        ? []
        : el(
            'ol',
            {},
            headings.map(({ id, words }) => el('li', {}, el('a', { href: `${path}#${id}` }, words))),
          ),
    ),
  );
  return el(
    'html',
    {
      ...{ xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' },
      ...{ lang: book.language, 'xml:lang': book.language },
    },
    el('head', {}, el('title', {}, book.title), el('link', { rel: 'stylesheet', href: 'style.css' })),
    el(
      'body',
      {},
      el('h1', {}, book.title),
      el(
        'nav',
        { 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'toc' },
        el('h2', { id: 'toc' }, book.contents),
        el('ol', {}, entries),
      ),
    ),
  );
}
