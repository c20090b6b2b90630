/**
 * Memoranda and notes of conversation: a title that says who talked with whom, or a caption with the subject
 * below; those present; reported talk in paragraphs, or turns with the speaker's name before a colon.
 */
import type { Dialect, Page, Recognition } from '../dialect.ts';
import { evidenceOf } from '../letters/evidence.ts';
import { readEdited } from '../letters/read.ts';

function recognise(page: Page): Recognition {
  const { head, seen, score } = evidenceOf(page);
  if (head.kind !== 'conversation') return { score: 0, why: 'no conversation is named' };
  return { score: Math.min(1, score + 0.2), why: ['a conversation by title or subject', ...seen].join(', ') };
}

export const memorandum: Dialect = {
  id: 'memorandum',
  name: 'memorandum or note of conversation',
  recognise,
  read: readEdited,
};
