/**
 * Which part of the page goes where: runs of furniture and catalogue become pieces of the header, everything
 * else is the text. Together the pieces and the text are the source, character by character.
 */
import type { Block, SpaceBlock, Span } from '../document.ts';

export interface Piece {
  /** Includes the white space up to what follows. */
  readonly span: Span;
  readonly blocks: readonly Block[];
  /** Does the archive's catalogue speak in it? Then it is a `bibl`, else a note. */
  readonly catalogue: boolean;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** The blocks of the text, white space included. */
  readonly body: readonly Block[];
}

/** White space as one block up to each form feed, and one from it on. */
function partedAtFormFeeds(block: SpaceBlock, text: string): readonly SpaceBlock[] {
  const { start, end } = block.span;
  // The block alone is searched: a text without form feeds is not read to its end again and again.
  const space = text.slice(start, end);
  if (!space.includes('\f')) return [block];
  // The form feed alone: what follows may belong to a piece again.
  const parts: SpaceBlock[] = [];
  for (const { 0: part, index } of space.matchAll(/\f|[^\f]+/g))
    parts.push({ ...block, span: { start: start + index, end: start + index + part.length } });
  return parts;
}

const isPage = (block: Block): boolean => block.kind === 'furniture' || block.kind === 'catalogue';

/**
 * @param text the source text: a page that begins amid furniture begins in the text all the same
 */
export function piecesOf(all: readonly Block[], text: string): Pieces {
  const blocks = all.flatMap((b): readonly Block[] =>
    b.kind === 'space' ? partedAtFormFeeds(b, text) : [b],
  );
  const begins = (b: Block): boolean => b.kind === 'space' && text[b.span.start] === '\f';
  const pieces: Piece[] = [];
  const body: Block[] = [];
  let i = 0;
  while (i < blocks.length) {
    const block = blocks[i] as Block;
    // Blank lines at the very top belong to the page head, if there is one.
    const next = blocks[i + 1];
    const leading = i === 0 && block.kind === 'space' && !begins(block) && next !== undefined && isPage(next);
    if (!isPage(block) && !leading) {
      body.push(block);
      i++;
      continue;
    }
    const run: Block[] = [];
    while (i < blocks.length) {
      const b = blocks[i] as Block;
      if ((!isPage(b) && b.kind !== 'space') || (run.length > 0 && begins(b))) break;
      run.push(b);
      i++;
    }
    const first = run[0] as Block;
    const last = run[run.length - 1] as Block;
    pieces.push({
      span: { start: first.span.start, end: last.span.end },
      blocks: run,
      catalogue: run.some((b) => b.kind === 'catalogue'),
    });
  }
  return { pieces, body };
}
