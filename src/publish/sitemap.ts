/** `sitemap.xml`, for an edition that knows where it will be published (sitemaps.org 0.9). */
import type { Artifact } from '../artifact.ts';
import { html } from './html.ts';

export function sitemap(paths: readonly string[], baseUrl: string): Artifact {
  const urls = paths.map(
    (path) => html`  <url><loc>${baseUrl}/${path.replace(/(^|\/)index\.html$/, '$1')}</loc></url>\n`,
  );
  const content = html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`;
  return { path: 'sitemap.xml', mediaType: 'application/xml', content: content.text };
}
