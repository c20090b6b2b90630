/** A part of the edition's pages: it looks at each document once, then makes its pages. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Words } from '../words/index.ts';
import type { PublishedDocument } from './document-facts.ts';
import type { Html } from './html.ts';
import type { Page } from './page.ts';
import type { Sorted } from './sorted.ts';

export interface Part {
  /** Called once for each document, before `finish`. What is kept must not grow with the documents' texts. */
  readonly take?: (document: PublishedDocument) => void;
  readonly finish: () => Iterable<Artifact>;
  /** A section for the front page, asked for after `finish`. */
  readonly teaser?: () => Html | undefined;
}

export type MakePart = (site: Site) => Part;

/** What the parts share. */
export interface Site {
  readonly context: Context;
  readonly words: Words;
  /** Whether the register has places to draw a map of. */
  readonly hasMap: boolean;
  /** An empty list of rows that sorts itself, on the disk where it must. */
  readonly sorted: <T>() => Sorted<T>;
  readonly page: (page: Page) => Artifact;
}
