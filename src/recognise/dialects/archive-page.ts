/**
 * A page of an archive's web site, pasted or saved as text: furniture, the archive's date, abstract and
 * citation, then the document with header pairs, markings, title and paragraphs; the header of the original
 * may follow below, and the notices of the viewer at the end.
 */
import type { Block, CatalogueFact, HeaderLine, OpenQuestion } from '../../document.ts';
import { isCitation, isDateLine, readCitation } from '../catalogue.ts';
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import { furnitureClass } from '../furniture.ts';
import { readPair } from '../header-pairs.ts';
import { isJapaneseLine, readJapaneseLine } from '../japanese-header.ts';
import { type Chunk, type Line, trimSpan } from '../lines.ts';
import { findMarkings, markingFields, withoutMarkings } from '../markings.ts';
import { paragraphsOf } from '../paragraphs.ts';

/** No header of a page is longer than this many lines. */
const headLines = 80;

function recognise(page: Page): Recognition {
  const head = page.lines.slice(0, headLines).filter((l) => l.text !== '');
  const furniture = page.lines.filter((l) => l.text !== '' && furnitureClass(l.text) !== undefined).length;
  const citation = head.some((l) => isCitation(l.text));
  const pairs = head.filter((l) => readPair(page.text, l.inner) !== undefined).length;
  const score = Math.min(1, (citation ? 0.5 : 0) + Math.min(furniture, 5) * 0.07 + Math.min(pairs, 5) * 0.05);
  return {
    score,
    why: `${citation ? 'an archive’s citation' : 'no citation'}, ${furniture} lines of page furniture, ${pairs} header pairs`,
  };
}

function read(page: Page): Reading {
  const { text } = page;
  const blocks: Block[] = [];
  const catalogue: CatalogueFact[] = [];
  const questions: OpenQuestion[] = [];
  const furnitureOf = (line: Line): boolean => {
    const kind = furnitureClass(line.text);
    if (!kind) return false;
    blocks.push({
      kind: 'furniture',
      class: kind,
      span: line.inner,
      rule: 'block.furniture',
      certainty: 'high',
    });
    return true;
  };

  // 1. The head of the page: up to the first line of the document.
  const chunks = [...page.chunks];
  let dated = false;
  let cited = false;
  let chunk: Chunk | undefined;
  while ((chunk = chunks[0])) {
    if (readPair(text, chunk.span) || (cited && !isHead(chunk))) break;
    chunks.shift();
    for (const line of chunk.lines) {
      if (furnitureOf(line)) continue;
      if (isDateLine(line.text) && !dated) {
        dated = true;
        blocks.push({
          kind: 'catalogue',
          name: 'date',
          span: line.inner,
          rule: 'catalogue.date',
          certainty: 'high',
        });
        catalogue.push({
          name: 'date',
          value: line.text,
          span: line.inner,
          rule: 'catalogue.date',
          certainty: 'high',
        });
      } else if (isCitation(line.text)) {
        cited = true;
        blocks.push({
          kind: 'catalogue',
          name: 'citation',
          span: line.inner,
          rule: 'catalogue.citation',
          certainty: 'high',
        });
        catalogue.push(...readCitation(text, line.inner));
      } else if (!cited && /[.!?]$/.test(line.text) && line.text.length > 30) {
        blocks.push({
          kind: 'catalogue',
          name: 'abstract',
          span: line.inner,
          rule: 'catalogue.abstract',
          certainty: 'high',
        });
        catalogue.push({
          name: 'abstract',
          value: line.text,
          span: line.inner,
          rule: 'catalogue.abstract',
          certainty: 'high',
        });
      } else {
        blocks.push({
          kind: 'furniture',
          class: 'other',
          span: line.inner,
          rule: 'block.furniture-by-place',
          certainty: 'medium',
        });
      }
    }
  }

  // 2. Furniture after the document.
  while ((chunk = chunks[chunks.length - 1])?.lines.every((l) => furnitureClass(l.text) !== undefined)) {
    for (const line of chunk.lines) furnitureOf(line);
    chunks.pop();
  }

  // 3. The header of the original, in its own script, below the translation.
  let original = chunks.length;
  while (original > 0 && chunks[original - 1]?.lines.every((l) => isJapaneseLine(l.text))) original--;
  for (const line of chunks.splice(original).flatMap((c) => c.lines)) {
    blocks.push(
      readJapaneseLine(text, line, 'original') ?? {
        kind: 'unrecognised',
        layer: 'original',
        span: line.inner,
        rule: 'block.unrecognised',
        certainty: 'low',
      },
    );
  }

  // 4. The document's own header, then its paragraphs.
  let seen = 0;
  while ((chunk = chunks[0]) && seen < 20) {
    const lines = chunk.lines.map((line) => readHeaderLine(text, line));
    if (lines.every((l) => l !== undefined)) blocks.push(...lines);
    else if (isTitle(chunk, chunks[1]))
      blocks.push({
        kind: 'heading',
        layer: 'text',
        span: chunk.span,
        rule: 'header.title',
        certainty: 'high',
      });
    else break;
    chunks.shift();
    seen++;
  }
  const body = paragraphsOf(text, chunks);
  blocks.push(...body.blocks);
  questions.push(...body.questions);
  return { blocks, catalogue, questions, language: 'en' };

  function isHead(candidate: Chunk): boolean {
    return candidate.lines.every((l) => furnitureClass(l.text) !== undefined);
  }
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
export function readMarkingLine(text: string, line: Line): HeaderLine | undefined {
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
    !/[.,;:]$/.test(chunk.text) &&
    next !== undefined
  );
}

export const archivePage: Dialect = {
  id: 'archive-page',
  name: 'page of an archive’s web site',
  recognise,
  read,
};
