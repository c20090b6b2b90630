/** The frame that every page of the edition as a whole shares. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { type Html, html } from './html.ts';

export interface Page {
  /** Relative to `dist/`: `register/index.html`. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
}

export function page({ path, title, description, main }: Page, { settings, version }: Context): Artifact {
  const up = '../'.repeat(path.split('/').length - 1);
  const heading = title === settings.title ? title : `${title} · ${settings.title}`;
  const address = settings.baseUrl && `${settings.baseUrl}/${path.replace(/(^|\/)index\.html$/, '$1')}`;
  const content = html`<!DOCTYPE html>
<html lang="${settings.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
${description ? html`<meta name="description" content="${description}">` : ''}
<meta name="generator" content="Chancery ${version}">
<link rel="stylesheet" href="${up}assets/edition.css">
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
${address ? html`<link rel="canonical" href="${address}">` : ''}
</head>
<body class="wide">
<a class="skip" href="#main">Skip to the content</a>
<header class="running"><nav aria-label="Edition"><a class="edition" href="${up}index.html">${settings.title}</a><a href="${up}register/index.html">Register</a></nav></header>
<main id="main">
${main}
</main>
<footer id="sec-about">
<dl>
<div><dt>Publisher</dt><dd>${settings.publisher}</dd></div>
${settings.editors.length > 0 && html`<div><dt>Edited by</dt><dd>${settings.editors.map((e) => e.name).join(', ')}</dd></div>`}
<div><dt>Licence</dt><dd>${settings.licence.name}</dd></div>
<div><dt>Rights</dt><dd>${settings.rights}</dd></div>
<div><dt>Made with</dt><dd>Chancery ${version}</dd></div>
</dl>
</footer>
</body>
</html>
`;
  return { path, mediaType: 'text/html', content: content.text };
}
