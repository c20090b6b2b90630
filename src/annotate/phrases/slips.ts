/**
 * Slips that English grammar does not allow: «statement in say,», «I would to end». Few patterns, each of
 * which no correct sentence can contain; marked with low certainty, never changed.
 */
import type { Draft } from '../draft.ts';

const patterns: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  //   > | in say, “I think
  //       ^^^^^^^
  {
    pattern: /\b(?:in|by|after|before|without) (?:say|state|reply|propose|ask|add|explain|answer)\b,?/gu,
    why: 'a preposition before a bare verb',
  },
  //   > | I would to end today’s meeting
  //       ^^^^^^^^^^
  {
    pattern: /\b(?:I|we|We|he|He|she|they) (?:would|could|should|shall|will) to (?=\p{Ll})/gu,
    why: 'a modal verb before “to”',
  },
  { pattern: /\b(the|of|to|and|in|that|is|was|for|with) \1\b/gu, why: 'a word written twice' },
];

export function annotateSlips(draft: Draft): void {
  for (const { span } of draft.prose) {
    for (const { pattern, why } of patterns) {
      for (const match of draft.slice(span).matchAll(pattern)) {
        const words = match[0].trimEnd();
        const where = { start: span.start + match.index, end: span.start + match.index + words.length };
        draft.add({ kind: 'slip', span: where, rule: 'text.slip', certainty: 'low' });
        draft.questions.push({
          kind: 'slip',
          span: where,
          rule: 'text.slip',
          question: `is ${JSON.stringify(words)} a slip (${why})?`,
          candidates: [],
        });
      }
    }
  }
}
