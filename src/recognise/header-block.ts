/** The header of a document as a block of lines: header pairs, markings, a title among them. */
import type { Block, HeaderLine } from '../document.ts';
import { readPair } from './header-pairs.ts';
import { type Chunk, type Line, trimSpan } from './lines.ts';
import { findMarkings, markingFields, withoutMarkings } from './markings.ts';

/** No header of a document has more chunks than this. */
const headerChunks = 20;

/** Header pairs, lines of markings, a title; the first chunk that is none of these is the text. */
export function readHeader(
  text: string,
  chunks: readonly Chunk[],
): { blocks: readonly Block[]; taken: number } {
  const blocks: Block[] = [];
  let taken = 0;
  for (const chunk of chunks.slice(0, headerChunks)) {
    const lines = chunk.lines.flatMap((line) => readHeaderLine(text, line) ?? []);
    if (lines.length === chunk.lines.length) blocks.push(...lines);
    else if (isTitle(chunk, chunks[taken + 1]))
      blocks.push({
        kind: 'heading',
        layer: 'text',
        span: chunk.span,
        rule: 'header.title',
        certainty: 'high',
      });
    else break;
    taken++;
  }
  return { blocks, taken };
}

/** A header pair, or a line of number and markings. */
function readHeaderLine(text: string, line: Line): HeaderLine | undefined {
  const pair = readPair(text, line.inner);
  if (pair) {
    return {
      kind: 'header',
      layer: 'text',
      span: line.inner,
      label: pair.label,
      fields: [
        {
          name: pair.name,
          value: text.slice(pair.value.start, pair.value.end).replace(/\s+/g, ' '),
          span: pair.value,
          layer: 'text',
          rule: pair.name === 'reference' ? 'header.reference' : 'header.pair',
          certainty: 'high',
        },
      ],
      rule: 'header.pair',
      certainty: 'high',
    };
  }
  return readMarkingLine(text, line);
}

/**
 * A line that is nothing but a number and markings.
 *
 *     > | No. 1384 Secret Top Urgent (Limited Distribution)
 *         ^^^^^^^^ ^^^^^^ ^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^
 */
function readMarkingLine(text: string, line: Line): HeaderLine | undefined {
  const { start, end } = line.inner;
  if (findMarkings(text, start, end).length === 0) return undefined;
  const number = /^(?:Telegram |Cable |Cablegram )?(No\.?|Number|Nr\.?)\s*(\d[\d/A-Z-]*)/d.exec(line.text);
  const rest = withoutMarkings(text, start + (number ? number[0].length : 0), end);
  if (/[\p{L}\p{N}]/u.test(rest)) return undefined;
  const fields = [...markingFields(text, { start, end }, 'text', 'header.marking-line')];
  if (number?.indices?.[2])
    fields.unshift({
      name: 'telegram-number',
      value: number[2] ?? '',
      span: { start: start + number.indices[2][0], end: start + number.indices[2][1] },
      layer: 'text',
      rule: 'header.marking-line',
      certainty: 'high',
    });
  const label = number?.indices?.[1];
  return {
    kind: 'header',
    layer: 'text',
    span: line.inner,
    ...(label ? { label: trimSpan(text, start + label[0], start + label[1]) } : {}),
    fields,
    rule: 'header.marking-line',
    certainty: 'high',
  };
}

/** One short line without a final stop among header lines: the title of the document. */
function isTitle(chunk: Chunk, next: Chunk | undefined): boolean {
  return (
    chunk.lines.length === 1 &&
    chunk.text.length <= 200 &&
    /^[\p{Lu}\d"“‘]/u.test(chunk.text) &&
    !/[.,;:!?][”’"')]*$/u.test(chunk.text) &&
    next !== undefined
  );
}
