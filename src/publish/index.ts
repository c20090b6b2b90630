/**
 * From the documents of an edition to the pages about them. Documents are looked at once, one after the other; pages
 * come out one by one, so that neither need be held in memory.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { vocabularyOf } from '../words/index.ts';
import { assets } from './assets.ts';
import { bound } from './binding.ts';
import type { PublishedDocument } from './document-facts.ts';
import { spotsOf } from './map-part.ts';
import { compare } from './names.ts';
import { page } from './page.ts';
import type { PagePart, Site } from './part.ts';
import { parts } from './parts.ts';
import { PassingStore } from './sheaves.ts';
import { openSearch, sitemap } from './sitemap.ts';
import { Sorted } from './sorted.ts';

export { assets } from './assets.ts';
export type { DocumentFacts, PublishedDocument } from './document-facts.ts';
export { factsOf } from './facts.ts';
export { type NavigationDraft, navigationPart } from './neighbours/index.ts';
export { type Reported, reportPage, reportPages, reportParts, type Told } from './report-pages.ts';

export interface PublishOptions {
  /** A folder for what does not fit in memory; whoever gives it removes it. */
  readonly scratch: string;
}

/**
 * What the pages of an edition are made from: lists, calendar, facets, registers, timeline, figures, search, feed; and
 * the navigation of documents. The same documents give the same bytes whatever their order, and whatever was before.
 */
export function siteParts(context: Context): readonly PagePart[] {
  const site = siteOf(context);
  return parts.flatMap((make) => make(site));
}

/**
 * What is not made from rows: styles, pictures, schemas, the site map.
 *
 * @param pages paths of all pages of HTML, those of documents among them, in order
 */
export function* siteFiles(pages: Iterable<string>, context: Context): Generator<Artifact> {
  yield* assets(context.assets);
  const { baseUrl } = context.settings;
  if (baseUrl === undefined) return;
  yield* sitemap(pages, baseUrl);
  yield openSearch(context, baseUrl);
}

/** Everything about an edition that is made once. Its documents are read once. */
export function* publish(
  documents: Iterable<PublishedDocument>,
  context: Context,
  { scratch }: PublishOptions,
): Generator<Artifact> {
  const pages: string[] = [];
  const changes = function* () {
    for (const document of documents) {
      pages.push(`${document.id}/index.html`);
      yield { id: document.id, document };
    }
  };
  const store = new PassingStore();
  const steps = bound({
    parts: siteParts(context),
    changes: changes(),
    store,
    sorted: () => new Sorted(scratch),
    anew: true,
  });
  for (const { draft } of steps) {
    if (draft === undefined || 'navigation' in draft) continue;
    const artifact = draft.make();
    if (artifact.mediaType === 'text/html') pages.push(artifact.path);
    yield artifact;
  }
  yield* siteFiles(pages.sort(compare), context);
}

function siteOf(context: Context): Site {
  return {
    context,
    words: vocabularyOf(context).words,
    hasMap: spotsOf(context.register.entries).size > 0,
    page: (made) => page(made, context),
  };
}
