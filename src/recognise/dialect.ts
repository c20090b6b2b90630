/** What a dialect is: a family of layouts, how to tell it, and how to read it. */
import type { Annotation, Block, CatalogueFact, OpenQuestion, Source } from '../document.ts';
import type { Chunk, Line } from './lines.ts';

/** A source cut into lines and chunks once, for all dialects. */
export interface Page {
  readonly source: Source;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly chunks: readonly Chunk[];
}

export interface Recognition {
  /** From 0 (not at all) to 1 (beyond doubt); below {@link threshold} the dialect is not taken. */
  readonly score: number;
  /** What was seen, in words a person can check. */
  readonly why: string;
}

export interface Reading {
  /** Need not tile: what is left out becomes white space or an unrecognised block. */
  readonly blocks: readonly Block[];
  readonly catalogue: readonly CatalogueFact[];
  readonly questions: readonly OpenQuestion[];
  /** What only the layout can tell: the marks of footnotes. */
  readonly annotations?: readonly Annotation[];
  /** BCP 47 language of the text. */
  readonly language: string;
}

export interface Dialect {
  readonly id: string;
  readonly name: string;
  /** Is the page of this family? Must be cheap: it is asked of every page. */
  recognise(page: Page): Recognition;
  read(page: Page): Reading;
}

/** The least score with which a dialect is taken. */
export const threshold = 0.5;
