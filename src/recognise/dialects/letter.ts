/**
 * Letters, dispatches, minutes, submissions, memoranda and other papers as editions print them: who wrote to
 * whom, place and date, salutation, paragraphs, close and signature; notes and archive reference below.
 */
import type { Dialect, Page, Recognition } from '../dialect.ts';
import { evidenceOf } from '../letters/evidence.ts';
import { readEdited } from '../letters/read.ts';

function recognise(page: Page): Recognition {
  const { head, seen, score } = evidenceOf(page);
  if (head.kind === 'telegram' || head.kind === 'conversation')
    return { score: 0, why: `another kind is named: ${head.kind}` };
  return { score: Math.min(1, score), why: seen.join(', ') || 'neither title nor dateline' };
}

export const letter: Dialect = {
  id: 'letter',
  name: 'letter, dispatch, minute or other paper',
  recognise,
  read: readEdited,
};
