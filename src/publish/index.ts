/**
 * From the documents of an edition to the pages about them. The documents are looked at once, one after the other;
 * pages come out one by one, so that neither need be held in memory.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { vocabularyOf } from '../words/index.ts';
import { assets } from './assets.ts';
import type { PublishedDocument } from './document-facts.ts';
import { frontPart } from './front-part.ts';
import { spotsOf } from './map-part.ts';
import { page } from './page.ts';
import type { Site } from './part.ts';
import { parts } from './parts.ts';
import { openSearch, sitemap } from './sitemap.ts';
import { Sorted } from './sorted.ts';

export { assets } from './assets.ts';
export type { DocumentFacts, PublishedDocument } from './document-facts.ts';
export { factsOf } from './facts.ts';
export { type NeighbourSearch, neighbourSearch } from './neighbours/index.ts';
export { reportPage, reportPages, type StreamedReport } from './report-pages.ts';

export interface PublishOptions {
  /** A folder for what does not fit in memory; whoever gives it removes it. */
  readonly scratch: string;
}

/**
 * The pages of an edition: lists, calendar, facets, registers, timeline, figures, search, feed, site map.
 *
 * In: its documents, in any order, read once. Out: artifacts in an order that is always the same; each is made when
 * it is asked for. The same documents give the same bytes whatever their order.
 */
export function* publish(
  documents: Iterable<PublishedDocument>,
  context: Context,
  { scratch }: PublishOptions,
): Generator<Artifact> {
  const site = siteOf(context, scratch);
  const front = frontPart(site);
  const all = [...parts.map((make) => make(site)), front];
  const pages = site.sorted<null>();
  for (const document of documents) {
    for (const part of all) part.take?.(document);
    pages.add(`${document.id}/index.html`, null);
  }
  const noted = function* (artifacts: Iterable<Artifact>): Generator<Artifact> {
    for (const artifact of artifacts) {
      if (artifact.mediaType === 'text/html') pages.add(artifact.path, null);
      yield artifact;
    }
  };
  for (const part of all) yield* noted(part.finish());
  yield* noted([front.front(all.flatMap((part) => part.teaser?.() ?? []))]);
  yield* assets(context.assets);
  const { baseUrl } = context.settings;
  if (baseUrl !== undefined) {
    const paths = function* () {
      for (const { key } of pages) yield key;
    };
    yield* sitemap(paths(), baseUrl);
    yield openSearch(context, baseUrl);
  }
}

function siteOf(context: Context, scratch: string): Site {
  return {
    context,
    words: vocabularyOf(context).words,
    hasMap: spotsOf(context.register.entries).size > 0,
    sorted: () => new Sorted(scratch),
    page: (made) => page(made, context),
  };
}
