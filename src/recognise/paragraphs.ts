/** Paragraphs of a body: one for each chunk, numbered as printed. */
import type { Block, Layer, OpenQuestion, Paragraph } from '../document.ts';
import type { Chunk } from './lines.ts';
import { Numbering, readLabel } from './numbering.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly questions: readonly OpenQuestion[];
}

/** Chunks of prose as paragraphs; what is odd about their numbers becomes a question, never a change. */
export function paragraphsOf(text: string, chunks: readonly Chunk[], layer: Layer = 'text'): Body {
  const numbering = new Numbering();
  const blocks = chunks.map((chunk): Paragraph => {
    const { label, n } = numbering.next(readLabel(text, chunk.span));
    return {
      kind: 'paragraph',
      layer,
      span: chunk.span,
      ...(label ? { label } : {}),
      ...(n ? { n } : {}),
      rule: n ? 'block.numbered-paragraph' : 'block.paragraph',
      certainty: 'high',
    };
  });
  const questions = numbering.findings.map(
    (f): OpenQuestion => ({
      kind: 'numbering',
      span: f.span,
      rule: 'block.numbered-paragraph',
      question:
        f.problem === 'mixed'
          ? `the label ${JSON.stringify(text.slice(f.span.start, f.span.end))} is written otherwise than its predecessor`
          : `after the labels before it, ${JSON.stringify(f.expected)} was to be expected, not ${JSON.stringify(f.found)}`,
      candidates: [],
    }),
  );
  return { blocks, questions };
}
