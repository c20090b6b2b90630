/** From the documents of an edition to the pages about them: index, register, style sheet, site map. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { assets } from './assets.ts';
import { instant } from './dates.ts';
import { compare, entriesOf } from './entries.ts';
import type { PublishedDocument } from './facts.ts';
import { indexPage } from './index-page.ts';
import { linkedData } from './linked/index.ts';
import { rowsInMemory } from './linked/row.ts';
import { registerPage } from './register-page.ts';
import { sitemap } from './sitemap.ts';

export { assets } from './assets.ts';
export { type DocumentFacts, factsOf, type PublishedDocument } from './facts.ts';
export { reportPage } from './report-page.ts';

export function publish(documents: readonly PublishedDocument[], context: Context): readonly Artifact[] {
  const ordered = [...documents].sort(
    (a, b) => instant(a.date ?? '') - instant(b.date ?? '') || compare(a.id, b.id),
  );
  const entries = entriesOf(ordered, context.register);
  const pages = [indexPage(ordered, entries, context), registerPage(entries, context)];
  const linked = linkedData(context, rowsInMemory());
  for (const document of ordered) linked.take(document);
  const { baseUrl } = context.settings;
  const paths = [...pages.map((p) => p.path), ...ordered.map((d) => `${d.id}/index.html`)];
  return [...pages, ...linked.finish(), ...assets(), ...(baseUrl ? [sitemap(paths, baseUrl)] : [])];
}
