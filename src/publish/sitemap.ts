/**
 * `sitemap.xml`, for an edition that knows where it will be published (sitemaps.org 0.9: at most 50,000 addresses
 * in a file; with more, `sitemap.xml` lists `sitemap-1.xml` …), and `opensearch.xml` (OpenSearch 1.1).
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { vocabularyOf } from '../words/index.ts';
import { html } from './html.ts';
import { portions } from './sorted.ts';

const mostAddresses = 50_000;

/** @param paths of all pages, in the order they are to have; read once */
export function* sitemap(paths: Iterable<string>, baseUrl: string): Generator<Artifact> {
  const files: Artifact[] = [];
  let number = 0;
  for (const portion of portions(paths, mostAddresses)) {
    number++;
    const urls = portion.map((path) => html`  <url><loc>${baseUrl}/${addressOf(path)}</loc></url>\n`);
    const content = html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`;
    const file = xml(`sitemap-${number}.xml`, content.text);
    // The first is held back until it is known whether there is a second.
    if (number === 1) files.push(file);
    else {
      if (number === 2) yield* files;
      yield file;
    }
  }
  const [only] = files;
  if (number <= 1) {
    if (only) yield { ...only, path: 'sitemap.xml' };
    return;
  }
  const maps = Array.from(
    { length: number },
    (_, i) => html`  <sitemap><loc>${baseUrl}/sitemap-${i + 1}.xml</loc></sitemap>\n`,
  );
  const content = html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps}</sitemapindex>
`;
  yield xml('sitemap.xml', content.text);
}

function addressOf(path: string): string {
  return path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** The names have limits of length in the specification: 16 and 48 characters, 1,024 for the description. */
export function openSearch(context: Context, baseUrl: string): Artifact {
  const { settings } = context;
  const { language } = vocabularyOf(context);
  const content = html`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${[...settings.title].slice(0, 16).join('')}</ShortName>
<LongName>${[...settings.title].slice(0, 48).join('')}</LongName>
<Description>${[...(settings.description || settings.title)].slice(0, 1024).join('')}</Description>
<Language>${language}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Image height="16" width="16" type="image/svg+xml">${baseUrl}/assets/icon.svg</Image>
<Url type="text/html" template="${baseUrl}/search.html?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return xml('opensearch.xml', content.text);
}

function xml(path: string, content: string): Artifact {
  return { path, mediaType: 'application/xml', content };
}
