/**
 * Which part of the page goes where: runs of furniture and catalogue become pieces of the header, everything
 * else is the text. Together the pieces and the text are the source, character by character.
 */
import type { Block, Span } from '../document.ts';

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

const isPage = (block: Block): boolean => block.kind === 'furniture' || block.kind === 'catalogue';

export function piecesOf(blocks: readonly Block[]): Pieces {
  const pieces: Piece[] = [];
  const body: Block[] = [];
  let i = 0;
  while (i < blocks.length) {
    const block = blocks[i] as Block;
    // Blank lines at the very top belong to the page head, if there is one.
    const next = blocks[i + 1];
    const leading = i === 0 && block.kind === 'space' && next !== undefined && isPage(next);
    if (!isPage(block) && !leading) {
      body.push(block);
      i++;
      continue;
    }
    const run: Block[] = [];
    while (i < blocks.length) {
      const b = blocks[i] as Block;
      if (!isPage(b) && b.kind !== 'space') break;
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
