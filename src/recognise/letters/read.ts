/**
 * Reads an edited document from top to bottom: front matter, title, dateline, markings, address, subject; the
 * body; below it close and signature, notes, the archive's reference.
 *
 *     title → dateline → markings → address → subject │ paragraphs │ signature → notes → archive reference
 */
import type { CatalogueFact } from '../../document.ts';
import type { Page, Reading } from '../dialect.ts';
import { Coverage } from './coverage.ts';
import { Edited } from './edited.ts';
import { headOf } from './head.ts';
import { readBody } from './read-body.ts';
import { readFoot } from './read-foot.ts';
import { readHead } from './read-head.ts';
import { markBlocks, rowOf } from './rows.ts';

/** Everything after the head is asked for only when a dialect has been chosen. */
export function readEdited(page: Page): Reading {
  const { text } = page;
  const head = headOf(page);
  const rows = page.lines
    .slice(head.front?.lines ?? 0)
    .filter((l) => l.text !== '')
    .map((l) => rowOf(text, l));
  return readRows(new Edited(text, rows, head, page.source.metadata));
}

function readRows(d: Edited): Reading {
  const { front } = d.head;
  const body = readHead(d);
  const end = readFoot(d, body);
  readBody(d, body, end);
  const catalogue: CatalogueFact[] = [];
  if (front) {
    d.blocks.push(front.block);
    // Its date is a fact of the catalogue only where the document is silent.
    const dated = d.found.has('sent') || d.found.has('place-date');
    catalogue.push(...front.facts.filter((f) => f.name !== 'date' || !dated));
  }
  const covered = new Coverage(d.blocks);
  for (const row of d.rows)
    for (const mark of markBlocks(row)) if (!covered.has(mark.span)) d.blocks.push(mark);
  return { blocks: d.blocks, catalogue, questions: d.questions, language: languageOf(d.text) };
}

const languageOf = (text: string): string => {
  const cyrillic = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  return cyrillic > text.length * 0.2 ? 'ru' : 'en';
};
