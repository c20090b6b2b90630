/**
 * What a dialect is: a family of layouts, how to tell it, and how to read it. Types only: the dialects of
 * Chancery are in `recognise/dialects/`, those of an edition in its settings and in its folder `dialects/`.
 */
import type { Annotation, Block, CatalogueFact, OpenQuestion, Source, Span } from './document.ts';

export interface Line {
  /** Without the line end. */
  readonly span: Span;
  /** Without white space at either end; empty for a blank line. */
  readonly inner: Span;
  /** The words: `text.slice(inner.start, inner.end)`. */
  readonly text: string;
}

/** A paragraph as typed: lines that no blank line parts. */
export interface Chunk {
  /** From the first word to the last. */
  readonly span: Span;
  readonly text: string;
  readonly lines: readonly Line[];
}

/** A source cut into lines and chunks once, for all dialects. */
export interface Page {
  readonly source: Source;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly chunks: readonly Chunk[];
}

export interface Recognition {
  /** From 0 (not at all) to 1 (beyond doubt); below the threshold of 0.5 the dialect is not taken. */
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
