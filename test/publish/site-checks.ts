/**
 * What a site must be, whoever made it: links and anchors that resolve, and the Endings principles for what is
 * published (The Endings Project, version 2.2.1: 3.1, 4.1-4.7, 5.3-5.5). Each check says what is wrong, so that a
 * broken site can be held against it too.
 */
import type { Artifact } from '../../src/artifact.ts';
import { validate } from '../../src/validate/index.ts';
import { contextWith } from '../transform/documents.ts';
import { attributeOf, type Element, elementsOf } from '../transform/words.ts';

export type SiteFiles = ReadonlyMap<string, Artifact>;

interface ReadPage {
  readonly path: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

export function siteOf(artifacts: Iterable<Artifact>): SiteFiles {
  return new Map(Array.from(artifacts, (a) => [a.path, a]));
}

function pagesOf(site: SiteFiles): readonly ReadPage[] {
  return [...site.values()]
    .filter((a) => a.mediaType === 'text/html')
    .map(({ path, content }) => {
      const html = String(content);
      const elements = elementsOf(html);
      return { path, html, elements, ids: new Set(elements.flatMap((e) => attributeOf(e, 'id') ?? [])) };
    });
}

interface Link {
  readonly from: string;
  readonly written: string;
  /** Path in the site; absent for an address elsewhere. */
  readonly path?: string;
  readonly anchor: string;
  readonly query: string;
  readonly element: Element;
}

function linksOf({ path, elements }: ReadPage): readonly Link[] {
  return elements.flatMap((element) =>
    ['href', 'src', 'action'].flatMap((name): Link[] => {
      const written = attributeOf(element, name);
      if (written === undefined) return [];
      const url = new URL(written, `file:///${path}`);
      return [
        {
          from: path,
          written,
          ...(url.protocol === 'file:' && { path: decodeURIComponent(url.pathname.slice(1)) }),
          anchor: decodeURIComponent(url.hash.slice(1)),
          query: url.search,
          element,
        },
      ];
    }),
  );
}

/** Links and anchors that lead nowhere. */
export function lostLinks(site: SiteFiles): readonly string[] {
  const pages = pagesOf(site);
  const ids = new Map(pages.map((p) => [p.path, p.ids]));
  return pages.flatMap((page) =>
    linksOf(page).flatMap(({ from, written, path, anchor, element }) => {
      if (path === undefined || attributeOf(element, 'rel') === 'canonical') return [];
      if (!site.has(path)) return [`${from}: ${written} leads to no file`];
      if (anchor !== '' && ids.has(path) && !ids.get(path)?.has(anchor))
        return [`${from}: ${written} leads to no anchor`];
      return [];
    }),
  );
}

const staticKinds =
  /\.(?:html|css|js|svg|xml|txt|json|jsonld|ttl|nt|nq|epub|pdf|md|docx|rng|sch|odd|png|jpg|webp|woff2|ris|bib)$/;

/**
 * @param formerly paths of an earlier state of the same edition, which must still be there
 */
export function endings(site: SiteFiles, formerly: Iterable<string> = []): readonly string[] {
  const pages = pagesOf(site);
  const faults: string[] = [];
  const fault = (principle: string, path: string, what: string): void => {
    faults.push(`${principle} ${path}: ${what}`);
  };
  const context = contextWith();

  // Data that does not pass is not published at all; that is held elsewhere.
  for (const artifact of [...site.values()].filter((a) => a.mediaType === 'text/html'))
    for (const { severity, message } of validate(artifact, context))
      if (severity === 'error') fault('3.1', artifact.path, message);
  for (const lost of lostLinks(site)) fault('3.1', '', lost);

  for (const path of site.keys()) if (!staticKinds.test(path)) fault('4.1', path, 'is no static file');

  for (const { path, elements } of pages) {
    for (const { tagName } of elements)
      if (tagName.includes('-') || ['object', 'embed', 'applet', 'frame', 'iframe'].includes(tagName))
        fault('4.2', path, `<${tagName}>`);
  }

  for (const page of pages)
    for (const { path, written, element, query } of linksOf(page)) {
      const loads =
        ['script', 'img', 'source', 'iframe'].includes(element.tagName) ||
        (element.tagName === 'link' && /stylesheet|icon|preload/.test(attributeOf(element, 'rel') ?? ''));
      if (loads && path === undefined && !written.startsWith('data:'))
        fault('4.3', page.path, `loads ${written}`);
      if (query !== '' && path !== undefined) fault('4.4', page.path, `leads to ${written}`);
    }
  for (const { path, mediaType, content } of site.values())
    if (mediaType === 'text/css' && /@import|url\(\s*['"]?(?:https?:)?\/\//.test(String(content)))
      fault('4.3', path, 'loads what is elsewhere');

  const dataOf = (path: string): string => path.replace(/^([^/]+)\/index\.html$/, '$1/$1.xml');
  const documents = pages.filter((p) => dataOf(p.path) !== p.path && site.has(dataOf(p.path)));
  if (documents.length === 0) fault('4.5', '', 'no document has its data beside it');
  for (const page of documents) {
    const data = dataOf(page.path);
    if (!linksOf(page).some((l) => l.path === data)) fault('4.5', page.path, 'does not lead to its TEI');
  }

  for (const { path, elements, html } of pages) {
    const has = (tag: string): boolean => elements.some((e) => e.tagName === tag);
    if (!has('title') || !has('h1') || !has('footer')) fault('4.6', path, 'has no title, heading or foot');
    if (!/<dt>(Licence|Lizenz|ライセンス)/.test(html)) fault('4.6', path, 'does not say its licence');
    if (!/Chancery \d+\.\d+/.test(html)) fault('5.3', path, 'does not say what made it, in which version');
  }

  // Without a script every page can be reached and has words of its own.
  const reached = new Set<string>(['index.html']);
  const byPath = new Map(pages.map((p) => [p.path, p]));
  for (const path of reached) {
    const page = byPath.get(path);
    if (page === undefined) continue;
    for (const link of linksOf(page))
      if (link.path !== undefined && link.element.tagName === 'a') reached.add(link.path);
  }
  for (const { path, elements, html } of pages) {
    if (!reached.has(path)) fault('4.7', path, 'cannot be reached without a script');
    const main =
      /<main[\s\S]*<\/main>/
        .exec(html)?.[0]
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ') ?? '';
    if (main.trim().length < 12) fault('4.7', path, 'is empty without a script');
    if (elements.some((e) => e.attrs.some((a) => /^on/.test(a.name))))
      fault('4.7', path, 'has a handler in its markup');
    if (!elements.some((e) => attributeOf(e, 'class') === 'skip'))
      fault('4.7', path, 'has no way past its head');
  }

  for (const { path, html } of documents)
    if (!/<section[^>]*id="sec-cite"|class="citations"/.test(html))
      fault('5.4', path, 'does not say how to cite it');
  for (const path of formerly) if (!site.has(path)) fault('5.5', path, 'was there and is gone');
  return faults;
}
