/**
 * Cablegrams as editions of diplomatic documents print them: title, a dateline that begins with «Cablegram» and
 * its number, or a line of serial number and markings below place and date; notes and archive reference below.
 */
import type { Dialect, Page, Recognition } from '../dialect.ts';
import { evidenceOf } from '../letters/evidence.ts';
import { readEdited } from '../letters/read.ts';

function recognise(page: Page): Recognition {
  const { head, seen, score } = evidenceOf(page);
  if (head.kind !== 'telegram') return { score: 0, why: 'no cablegram is named' };
  return { score: Math.min(1, score + 0.2), why: ['a cablegram by title or dateline', ...seen].join(', ') };
}

export const cablegram: Dialect = {
  id: 'cablegram',
  name: 'cablegram in an edition of documents',
  recognise,
  read: readEdited,
};
