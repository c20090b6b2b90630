/**
 * Direct speech in quotation marks. A quotation is an utterance where a clause of saying announces it
 * («Vice Minister Han said, “…”») or follows it («“…,” he said»); anything else in quotation marks is left to
 * the rules of phrases.
 */
import type { EntityId, Span, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { firstFrom } from '../span-index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type Speaker, speakerOf } from './speakers.ts';

/** Outermost quotations of a paragraph that are utterances, with their speakers. */
export function quotedSpeech(draft: Draft, prose: Prose, writer: EntityId | undefined): readonly Speech[] {
  const found: Speech[] = [];
  const clauses = clausesOf(draft, prose);
  for (const quotation of prose.quotations) {
    if (quotation.depth > 0 || quotation.marks === 'single') continue;
    const announced = announcing(draft, prose, quotation, clauses) ?? following(draft, quotation, clauses);
    if (!announced) continue;
    const speaker = speakerOf(announced.clause, clauses, writer);
    found.push(speech(quotation.span, speaker, announced.frame));
    if (!speaker.who)
      draft.questions.push({
        kind: 'speaker',
        span: quotation.span,
        rule: 'speech.quoted',
        question: 'who speaks here?',
        candidates: speaker.candidates ?? [],
      });
  }
  return found;
}

const speech = (span: Span, speaker: Speaker, frame: Span): Speech => ({
  kind: 'speech',
  mode: 'direct',
  span,
  frame,
  rule: 'speech.quoted',
  certainty: speaker.certainty,
  ...(speaker.who ? { who: speaker.who } : {}),
  ...(speaker.candidates?.length ? { candidates: speaker.candidates } : {}),
});

/**
 * The clause before the mark, in the same sentence, with a comma, a colon or nothing but an object between.
 *
 *     > | Vice Minister Han then replied only with, “I would like …
 *         ^^^^^^^^^^^^^^^^^      ^^^^^^^           ^
 */
function announcing(
  draft: Draft,
  prose: Prose,
  quotation: Quotation,
  clauses: readonly Clause[],
): { clause: Clause; frame: Span } | undefined {
  const sentence = prose.sentences[firstFrom(prose.sentences, quotation.span.start + 1, (s) => s.start) - 1];
  const clause = clauses[firstFrom(clauses, quotation.span.start, (c) => c.verb.start) - 1];
  if (!sentence || !clause || clause.verb.start < sentence.start) return undefined;
  // A quotation between clause and mark has taken the clause for itself.
  const outer = prose.quotations.filter((q) => q.depth === 0);
  const before = outer[firstFrom(outer, quotation.span.start, (q) => q.span.start) - 1];
  if (before && clause.verb.start < before.span.end) return undefined;
  const gap = draft.text.slice(clause.verb.end, quotation.span.start);
  // A comma or colon before the mark announces speech; without it the quotation must follow the verb at once
  // («explained … on the basis of the “Explanation.”» is no speech).
  const announces = (/[,:][\s\u00a0]*$/u.test(gap) && gap.length <= 160) || /^[\s\u00a0]*$/u.test(gap);
  return announces
    ? { clause, frame: { start: clause.subject?.span.start ?? clause.verb.start, end: quotation.span.start } }
    : undefined;
}

/**
 *     > | “…,” he said.   > | “…,” said the Minister.
 *              ^^ ^^^^             ^^^^
 */
function following(
  draft: Draft,
  quotation: Quotation,
  clauses: readonly Clause[],
): { clause: Clause; frame: Span } | undefined {
  if (!/[,?!.][”"»]?$/u.test(draft.slice(quotation.span))) return undefined;
  const clause = clauses
    .slice(firstFrom(clauses, quotation.span.end, (c) => c.verb.start))
    .slice(0, 1)
    .find(
      (c) =>
        c.subject &&
        c.subject.span.start >= quotation.span.end &&
        /^[\s\u00a0]*$/u.test(draft.text.slice(quotation.span.end, c.subject.span.start)),
    );
  return clause?.subject
    ? { clause, frame: { start: clause.subject.span.start, end: clause.verb.end } }
    : undefined;
}
