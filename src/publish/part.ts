/** What the parts of the edition's pages share: each is some lines of the table in `parts.ts`. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Words } from '../words/index.ts';
import type { PublishedDocument } from './document-facts.ts';
import type { Page } from './page.ts';
import { checksum, type Draft, type Give, heapOf, type Part, type Row } from './sheaves.ts';

export type PagePart = Part<PublishedDocument>;
export type MakePart = (site: Site) => readonly PagePart[];

export interface Site {
  readonly context: Context;
  readonly words: Words;
  /** Whether the register has places to draw a map of. */
  readonly hasMap: boolean;
  readonly page: (page: Page) => Artifact;
}

/** A page that is made of rows and of some facts about them. */
export function draftOf(
  path: string,
  facts: unknown,
  rows: Iterable<Row<unknown>>,
  make: () => Artifact,
): Draft {
  const texts = [path, JSON.stringify(facts)];
  for (const { order, hash } of rows) texts.push(order, hash);
  return { path, inputs: checksum(...texts), make };
}

export const valuesOf = <T>(rows: Iterable<Row<T>>): T[] => Array.from(rows, (row) => row.value);

/** What is counted in a document: what is counted, and how often. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Pages of what is counted over all documents. Sums are made of the sums of heaps, so that a change in one document
 * reads those of its heap alone.
 */
export function counting(
  name: string,
  countsOf: (document: PublishedDocument) => Counts,
  pages: (sums: ReadonlyMap<string, number>, give: Give) => Iterable<Draft>,
): readonly PagePart[] {
  const heaps = `${name} of a heap`;
  return [
    {
      name: heaps,
      share: (document, give) => give(heaps, heapOf(document.id), document.id, countsOf(document)),
      pages({ name: heap, rows }, give) {
        give(name, '', heap, Object.fromEntries(summed(rows)));
        return [];
      },
    },
    {
      name,
      always: [''],
      pages: ({ rows }, give) => pages(summed(rows), give),
    },
  ];
}

function summed(rows: Iterable<Row<Counts>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { value } of rows)
    for (const [key, n] of Object.entries(value)) sums.set(key, (sums.get(key) ?? 0) + n);
  return sums;
}

/** Of sums those whose names begin so, without the beginning. */
export function under(sums: ReadonlyMap<string, number>, beginning: string): Map<string, number> {
  return new Map(
    [...sums].flatMap(([key, n]) => (key.startsWith(beginning) ? [[key.slice(beginning.length), n]] : [])),
  );
}

/** Adds to the counts of a document. */
export function count(counts: Record<string, number>, key: string, n = 1): void {
  counts[key] = (counts[key] ?? 0) + n;
}
