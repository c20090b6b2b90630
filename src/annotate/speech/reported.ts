/**
 * Reported speech: a clause of saying with «that». It ends with the sentence, or where another clause of
 * saying takes over. Sentences in the pluperfect or with «would» that follow go on with it (free indirect
 * speech) as long as nobody else is said to speak.
 */
import type { EntityId, Span, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { firstFrom } from '../span-index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { speakerOf } from './speakers.ts';

const backshifted = /\b(?:had (?:been|had|\w+ed|made|given|taken)|would|was not|were not)\b/u;

export function reportedSpeech(draft: Draft, prose: Prose, writer: EntityId | undefined): readonly Speech[] {
  const found: Speech[] = [];
  const all = clausesOf(draft, prose);
  for (let s = 0; s < prose.sentences.length; s++) {
    const sentence = prose.sentences[s];
    if (!sentence) continue;
    const clauses = clausesIn(all, sentence);
    for (let i = 0; i < clauses.length; i++) {
      const clause = clauses[i];
      if (!clause?.subject) continue;
      //   > | Vice Minister Han said that he had heard …
      //                              ^^^^^
      const that =
        /^[\s\u00a0]+(?:(?:me|us|him|her|them|the \w+) )?(?:(?:yesterday|today|earlier|again|then|also|once more|in reply|repeatedly|at the outset),? )?that[\s\u00a0]+/u.exec(
          draft.text.slice(clause.verb.end, sentence.end),
        );
      if (!that) continue;
      const start = clause.verb.end + that[0].length;
      if (start < (found.at(-1)?.span.end ?? -1)) continue;
      const next = clauses.slice(i + 1).find((c) => c.verb.start >= start && takesOver(draft, c, start));
      let end = next ? endBefore(draft, next, start) : withoutStop(draft, sentence.end, start);
      let certainty: Speech['certainty'] = 'high';
      const speaker = speakerOf(clause, all, writer);
      if (!next) {
        for (let t = s + 1; t < prose.sentences.length; t++) {
          const later = prose.sentences[t];
          if (!later || !goesOn(draft, prose, later, all)) break;
          end = withoutStop(draft, later.end, later.start);
          certainty = 'medium';
        }
      }
      if (end <= start || !speaker.who) {
        if (end > start)
          draft.questions.push({
            kind: 'speaker',
            span: { start, end },
            rule: 'speech.reported',
            question: 'whose words are reported here?',
            candidates: speaker.candidates ?? [],
          });
        continue;
      }
      found.push({
        kind: 'speech',
        mode: 'reported',
        span: { start, end },
        frame: { start: clause.subject.span.start, end: start },
        who: speaker.who,
        rule: 'speech.reported',
        certainty: speaker.certainty === 'high' ? certainty : speaker.certainty,
      });
    }
  }
  return found;
}

/** The clauses of one sentence. */
const clausesIn = (all: readonly Clause[], sentence: Span): readonly Clause[] =>
  all.slice(
    firstFrom(all, sentence.start, (c) => c.verb.start),
    firstFrom(all, sentence.end, (c) => c.verb.start),
  );

/** «…, Vice Minister Han said» or «… but proposed, “»: the reported clause is over. */
function takesOver(draft: Draft, clause: Clause, after: number): boolean {
  const subject = clause.subject;
  if (!subject) return false;
  if (subject.span.start >= after)
    return /[,;][\s\u00a0]*(?:(?:and|but)[\s\u00a0]+)?$/u.test(draft.text.slice(after, subject.span.start));
  return /\b(?:but|and)[\s\u00a0]+$/u.test(draft.text.slice(after, clause.verb.start));
}

function endBefore(draft: Draft, clause: Clause, start: number): number {
  const at =
    clause.subject && clause.subject.span.start >= start ? clause.subject.span.start : clause.verb.start;
  const words = draft.text
    .slice(start, at)
    .replace(/(?:[,;]?[\s\u00a0]*(?:\b(?:and|but)\b[\s\u00a0]*)?)$/u, '');
  return start + words.length;
}

function withoutStop(draft: Draft, end: number, start: number): number {
  let at = end;
  while (at > start && /[.!?\s\u00a0]/u.test(draft.text[at - 1] ?? '')) at--;
  return at;
}

/** Free indirect speech: nobody is said to speak, the tense is shifted back, there is no «I» and no quotation. */
function goesOn(draft: Draft, prose: Prose, sentence: Span, clauses: readonly Clause[]): boolean {
  const words = draft.slice(sentence);
  if (clausesIn(clauses, sentence).some((c) => c.subject)) return false;
  const quotation = prose.quotations[firstFrom(prose.quotations, sentence.start, (q) => q.span.start)];
  if (quotation && quotation.span.start < sentence.end) return false;
  return backshifted.test(words) && !/\b(?:I|my|We|we|our)\b/u.test(words);
}
