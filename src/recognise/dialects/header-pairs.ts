/** A document that opens with header pairs (`From:`, `To:`, `Subject:`) and has nothing of a page around it. */
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import { readHeader } from '../header-block.ts';
import { readPair } from '../header-pairs.ts';
import { paragraphsOf } from '../paragraphs.ts';

/** Sender or addressee, and one pair more, among the first lines. */
function recognise(page: Page): Recognition {
  const first = page.chunks
    .slice(0, 8)
    .flatMap((c) => c.lines)
    .slice(0, 12);
  const pairs = first.flatMap((l) => readPair(page.text, l.inner) ?? []);
  const parties = pairs.some((p) => p.name === 'from' || p.name === 'to');
  const opens = first[0] !== undefined && readPair(page.text, first[0].inner) !== undefined;
  return {
    score: parties && pairs.length >= 2 && opens ? 0.5 + Math.min(pairs.length, 5) * 0.02 : 0,
    why: `${pairs.length} header pairs at the head${parties ? ', sender or addressee among them' : ''}`,
  };
}

function read(page: Page): Reading {
  const header = readHeader(page.text, page.chunks);
  const body = paragraphsOf(page.text, page.chunks.slice(header.taken));
  return {
    blocks: [...header.blocks, ...body.blocks],
    catalogue: [],
    questions: body.questions,
    language: 'en',
  };
}

export const headerPairs: Dialect = {
  id: 'header-pairs',
  name: 'document with header pairs',
  recognise,
  read,
};
