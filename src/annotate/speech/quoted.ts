/**
 * Direct speech in quotation marks. A quotation is an utterance where a clause of saying announces it
 * («Vice Minister Han said, “…”») or follows it («“…,” he said»); anything else in quotation marks is left to
 * the rules of phrases.
 */
import type { EntityId, Span, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type Speaker, speakerOf } from './speakers.ts';

/** Outermost quotations of a paragraph that are utterances, with their speakers. */
export function quotedSpeech(draft: Draft, prose: Prose, writer: EntityId | undefined): readonly Speech[] {
  const found: Speech[] = [];
  const names = draft.names();
  const clauses = clausesOf(draft, prose, prose.span, names);
  for (const quotation of prose.quotations) {
    if (quotation.depth > 0 || quotation.marks === 'single') continue;
    const announced = announcing(draft, prose, quotation, clauses) ?? following(draft, quotation, clauses);
    if (!announced) continue;
    const before = clauses.filter((c) => c.verb.start < announced.clause.verb.start);
    const speaker = speakerOf(announced.clause, before, writer);
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
  const sentence = prose.sentences.find(
    (s) => s.start <= quotation.span.start && quotation.span.start < s.end,
  );
  if (!sentence) return undefined;
  const from = Math.max(
    sentence.start,
    ...prose.quotations
      .filter((q) => q.depth === 0 && q.span.end <= quotation.span.start)
      .map((q) => q.span.end),
  );
  const clause = clauses.filter((c) => c.verb.start >= from && c.verb.end <= quotation.span.start).at(-1);
  if (!clause) return undefined;
  const gap = draft.text.slice(clause.verb.end, quotation.span.start);
  // A comma or colon before the mark announces speech; without it the quotation must follow the verb at once,
  // or be a whole sentence («explained … on the basis of the “Explanation.”» is neither).
  if (/[,:][\s\u00a0]*$/u.test(gap) && gap.length <= 160)
    return {
      clause,
      frame: { start: clause.subject?.span.start ?? clause.verb.start, end: quotation.span.start },
    };
  if (/^[\s\u00a0]*$/u.test(gap))
    return {
      clause,
      frame: { start: clause.subject?.span.start ?? clause.verb.start, end: quotation.span.start },
    };
  return undefined;
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
  const clause = clauses.find(
    (c) =>
      c.subject &&
      c.subject.span.start >= quotation.span.end &&
      /^[\s\u00a0]*$/u.test(draft.text.slice(quotation.span.end, c.subject.span.start)),
  );
  return clause?.subject
    ? { clause, frame: { start: clause.subject.span.start, end: clause.verb.end } }
    : undefined;
}
