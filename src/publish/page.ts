/** The frame that every page of the edition as a whole shares. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { vocabularyOf } from '../words/index.ts';
import { type Html, html, type Piece } from './html.ts';

export interface Page {
  /** Relative to `dist/`: `register/index.html`. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
  /** Addresses of the pages before and after, beside this one. */
  readonly previous?: string;
  readonly next?: string;
  /** Scripts of the edition's own, relative to `dist/`; a page needs none to be read. */
  readonly scripts?: readonly string[];
}

/** What a page may load: its own style and pictures, and scripts only where it has any. */
function policy(scripts: readonly string[]): string {
  const script = scripts.length > 0 ? " script-src 'self';" : '';
  return `default-src 'none'; style-src 'self';${script} img-src 'self' data:; base-uri 'none'; form-action 'self'`;
}

const sections = [
  ['documents', 'documents/index.html'],
  ['browse', 'browse/index.html'],
  ['register', 'register/index.html'],
  ['timeline', 'timeline/index.html'],
  ['search', 'search.html'],
  ['about', 'about.html'],
] as const;

export function page(
  { path, title, description, main, previous, next, scripts = [] }: Page,
  context: Context,
): Artifact {
  const { settings, version, built } = context;
  const { words, language } = vocabularyOf(context);
  const up = '../'.repeat(path.split('/').length - 1);
  const heading = title === settings.title ? title : `${title} · ${settings.title}`;
  const address = settings.baseUrl && `${settings.baseUrl}/${path.replace(/(^|\/)index\.html$/, '$1')}`;
  const { licence } = settings;
  const content = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
${description && html`<meta name="description" content="${description}">\n`}<meta name="generator" content="Chancery ${version}">
<link rel="stylesheet" href="${up}assets/edition.css">
<link rel="stylesheet" href="${up}assets/site.css">
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
<link rel="alternate" href="${up}feed.xml" type="application/atom+xml" title="${settings.title}">
${settings.baseUrl && html`<link rel="search" href="${up}opensearch.xml" type="application/opensearchdescription+xml" title="${settings.title}">\n`}${address && html`<link rel="canonical" href="${address}">\n`}${previous && html`<link rel="prev" href="${previous}">\n`}${next && html`<link rel="next" href="${next}">\n`}${scripts.map((s) => html`<script src="${up}${s}" defer></script>\n`)}</head>
<body class="wide">
<a class="skip" href="#main">${words.skip}</a>
<header class="running"><nav aria-label="${words.edition}"><a class="edition" href="${up}index.html">${settings.title}</a><ul class="sections">${sections.map(([key, target]) => html`<li><a href="${up}${target}"${current(path, target)}>${words[key]}</a></li>`)}</ul></nav></header>
<main id="main">
${main}
</main>
<footer id="sec-about">
<dl>
<div><dt>${words.publisher}</dt><dd>${settings.publisher}</dd></div>
${settings.editors.length > 0 && html`<div><dt>${words.editors}</dt><dd>${settings.editors.map((e) => e.name).join(', ')}</dd></div>\n`}<div><dt>${words.licence}</dt><dd>${licence.url ? html`<a href="${licence.url}" rel="license noreferrer">${licence.name}</a>` : licence.name}</dd></div>
<div><dt>${words.rights}</dt><dd>${settings.rights}</dd></div>
<div><dt>${words['made-with']}</dt><dd>Chancery ${version}${built && html`, <time datetime="${built}">${built.slice(0, 10)}</time>`}</dd></div>
</dl>
</footer>
</body>
</html>
`;
  return { path, mediaType: 'text/html', content: content.text };
}

/** The section that a page is, or lies in. */
function current(path: string, target: string): Html | undefined {
  if (path === target) return html` aria-current="page"`;
  const folder = target.replace(/[^/]*$/, '');
  return folder !== '' && path.startsWith(folder) ? html` aria-current="true"` : undefined;
}

/** Title, with a line above and below. */
export function masthead(title: Piece, { above, below }: { above?: Piece; below?: Piece } = {}): Html {
  return html`<header class="masthead">${above && html`<p class="kicker">${above}</p>`}<h1>${title}</h1>
${below && html`<p class="correspondents">${below}</p>`}</header>
`;
}
