/**
 * A page of an archive's web site, pasted or saved as text: furniture, the archive's date, abstract and
 * citation, then the document with header pairs, markings, title and paragraphs; the header of the original
 * may follow below, and the notices of the viewer at the end.
 */
import type { Block, CatalogueFact } from '../../document.ts';
import { isCitation, isDateLine, readCitation } from '../catalogue.ts';
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import { furnitureClass } from '../furniture.ts';
import { readHeader } from '../header-block.ts';
import { readPair } from '../header-pairs.ts';
import { isJapaneseLine, readJapaneseLine } from '../japanese-header.ts';
import type { Chunk, Line } from '../lines.ts';
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
    why: `${citation ? 'an archive’s citation' : 'no citation'}, ${furniture} ${furniture === 1 ? 'line' : 'lines'} of page furniture, ${pairs} header ${pairs === 1 ? 'pair' : 'pairs'}`,
  };
}

function read(page: Page): Reading {
  const { text, chunks } = page;
  // The document stands between the head of the page and the notices of the viewer; the header of its original,
  // in another script, comes last.
  const head = readPageHead(text, chunks);
  const foot = footStart(chunks, head.end);
  const original = originalStart(chunks, head.end, foot);
  const header = readHeader(text, chunks.slice(head.end, original));
  const body = paragraphsOf(text, chunks.slice(head.end + header.taken, original));
  return {
    blocks: [
      ...head.blocks,
      ...header.blocks,
      ...body.blocks,
      ...chunks.slice(original, foot).flatMap((c) => c.lines.map((line) => originalLine(text, line))),
      ...chunks.slice(foot).flatMap((c) => c.lines.flatMap((line) => furnitureBlock(line) ?? [])),
    ],
    catalogue: head.catalogue,
    questions: body.questions,
    language: 'en',
  };
}

function furnitureBlock(line: Line): Block | undefined {
  const kind = furnitureClass(line.text);
  return (
    kind && { kind: 'furniture', class: kind, span: line.inner, rule: 'block.furniture', certainty: 'high' }
  );
}

const isFurniture = (chunk: Chunk): boolean => chunk.lines.every((l) => furnitureClass(l.text) !== undefined);

/** Date, abstract, citation and furniture, up to the first header pair, or to what follows the citation. */
function readPageHead(
  text: string,
  chunks: readonly Chunk[],
): { blocks: readonly Block[]; catalogue: readonly CatalogueFact[]; end: number } {
  const blocks: Block[] = [];
  const catalogue: CatalogueFact[] = [];
  const has = (name: CatalogueFact['name']) => catalogue.some((c) => c.name === name);
  let cited = false;
  let end = 0;
  for (const chunk of chunks) {
    if (readPair(text, chunk.span) || (cited && !isFurniture(chunk))) break;
    end++;
    for (const line of chunk.lines) {
      const found = { span: line.inner, certainty: 'high' } as const;
      const furniture = furnitureBlock(line);
      if (furniture) blocks.push(furniture);
      else if (isDateLine(line.text) && !has('date')) {
        blocks.push({ kind: 'catalogue', name: 'date', rule: 'catalogue.date', ...found });
        catalogue.push({ name: 'date', value: line.text, rule: 'catalogue.date', ...found });
      } else if (isCitation(line.text)) {
        cited = true;
        blocks.push({ kind: 'catalogue', name: 'citation', rule: 'catalogue.citation', ...found });
        catalogue.push(...readCitation(text, line.inner));
      } else if (!cited && !has('abstract') && /[.!?]$/.test(line.text) && line.text.length > 30) {
        blocks.push({ kind: 'catalogue', name: 'abstract', rule: 'catalogue.abstract', ...found });
        catalogue.push({ name: 'abstract', value: line.text, rule: 'catalogue.abstract', ...found });
      } else
        blocks.push({
          kind: 'furniture',
          class: 'other',
          rule: 'block.furniture-by-place',
          span: line.inner,
          certainty: 'medium',
        });
    }
  }
  return { blocks, catalogue, end };
}

/** Where the furniture below the document begins. */
function footStart(chunks: readonly Chunk[], from: number): number {
  let start = chunks.length;
  while (start > from && isFurniture(chunks[start - 1] as Chunk)) start--;
  return start;
}

/** Where the header of the original, in its own script, begins. */
function originalStart(chunks: readonly Chunk[], from: number, foot: number): number {
  let start = foot;
  while (start > from && chunks[start - 1]?.lines.every((l) => isJapaneseLine(l.text))) start--;
  return start;
}

function originalLine(text: string, line: Line): Block {
  return (
    readJapaneseLine(text, line, 'original') ?? {
      kind: 'unrecognised',
      layer: 'original',
      span: line.inner,
      rule: 'block.unrecognised',
      certainty: 'low',
    }
  );
}

export const archivePage: Dialect = {
  id: 'archive-page',
  name: 'page of an archive’s web site',
  recognise,
  read,
};
