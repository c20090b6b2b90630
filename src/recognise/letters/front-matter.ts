/**
 * Front matter at the head of a Markdown file: what the collection's catalogue knows of the document. It is no
 * part of the document: its block is the catalogue's, each value a fact with its place.
 */
import type { CatalogueBlock, CatalogueFact, CatalogueName } from '../../document.ts';
import { type Line, trimSpan } from '../lines.ts';

export interface FrontMatter {
  readonly block: CatalogueBlock;
  readonly facts: readonly CatalogueFact[];
  /** The title it gives, without quotation marks. */
  readonly title: string | undefined;
  /** How many lines it takes. */
  readonly lines: number;
}

/** Keys that catalogues use, by what they announce; others are kept as they stand. */
const names: Readonly<Record<string, CatalogueName>> = {
  title: 'title',
  volume: 'collection',
  collection: 'collection',
  series: 'collection',
  // The number of the page or record in the collection's own site; a barcode is on the archive's box.
  doc_id: 'record',
  document_id: 'record',
  record_id: 'record',
  id: 'record',
  barcode: 'identifier',
  identifier: 'identifier',
  doc_date: 'date',
  date: 'date',
  repository: 'repository',
  rights: 'rights',
  subject: 'subject',
  translator: 'translator',
  contributor: 'contributor',
};

/**
 * Reads the front matter of a page.
 *
 *     > | ---
 *       | title: "12 Smith to Jones"
 *         ^^^^^   ^^^^^^^^^^^^^^^^^
 *       | ---
 */
export function readFrontMatter(text: string, lines: readonly Line[]): FrontMatter | undefined {
  const first = lines[0];
  if (first?.text !== '---') return undefined;
  let end = 1;
  while (end < lines.length && lines[end]?.text !== '---') {
    if (end > 60) return undefined;
    end++;
  }
  const last = lines[end];
  if (!last) return undefined;
  const facts: CatalogueFact[] = [];
  for (const line of lines.slice(1, end)) {
    const pair = /^([A-Za-z_][\w -]{0,30}):[ \t]*/.exec(line.text);
    const name = names[(pair?.[1] ?? '').toLowerCase()];
    if (!pair || !name) continue;
    let span = trimSpan(text, line.inner.start + pair[0].length, line.inner.end);
    if (/^(["']).*\1$/s.test(text.slice(span.start, span.end)))
      span = trimSpan(text, span.start + 1, span.end - 1);
    if (span.end === span.start) continue;
    facts.push({
      name,
      value: text.slice(span.start, span.end).replace(/\\(["\\])/g, '$1'),
      span,
      rule: 'catalogue.front-matter',
      // A date in a catalogue may be read off the page by machine: the document itself is the better witness.
      certainty: name === 'date' ? 'low' : 'high',
    });
  }
  return {
    block: {
      kind: 'catalogue',
      name: 'citation',
      span: { start: first.inner.start, end: last.inner.end },
      rule: 'catalogue.front-matter',
      certainty: 'high',
    },
    facts,
    title: facts.find((f) => f.name === 'title')?.value,
    lines: end + 1,
  };
}
