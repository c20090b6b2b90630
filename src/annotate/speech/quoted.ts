/**
 * Direct speech in quotation marks. A quotation is an utterance where a clause of saying announces it
 * («Vice Minister Han said, “…”») or follows it («“…,” he said»); anything else in quotation marks is left to
 * the rules of phrases.
 */
import type { Certainty, NameMention, Span, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { firstFrom } from '../span-index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type Announced, byNoun, labelled, ofGenitive } from './nouns-of-saying.ts';
import { phrased } from './phrases-of-saying.ts';
import { type Scene, type Speaker, speakerOf } from './speakers.ts';
import { isThinking } from './verbs.ts';

/** Outermost quotations of a paragraph that are utterances, with their speakers. */
export function quotedSpeech(
  draft: Draft,
  prose: Prose,
  scene: Scene,
  clauses: readonly Clause[] = clausesOf(draft, prose),
): readonly Speech[] {
  const found: Speech[] = [];
  let last: Clause | undefined;
  const outer = prose.quotations.filter((q) => q.depth === 0);
  for (const quotation of prose.long ? [...outer, prose.long] : outer) {
    // Single marks are speech only where the text has no others, and something long stands between them.
    if (
      quotation.marks === 'single' &&
      (draft.doubleMarks || quotation.inner.end - quotation.inner.start < 24)
    )
      continue;
    if (prose.continues && quotation.span.start <= prose.span.start + 1) continue;
    const by = announcedBy(draft, prose, quotation, clauses);
    const before = found.at(-1);
    if (!by && before && last && isNext(draft, prose, before, last, quotation, outer)) {
      found.push({
        ...before,
        span: quotation.span,
        rule: 'speech.continued',
        certainty: atMostMedium(before.certainty),
      });
      continue;
    }
    const announced = by ?? byNoun(draft, prose, quotation) ?? behindReport(draft, prose, quotation, clauses);
    if (!announced || isCited(draft, announced.clause)) continue;
    if (before && last && goesOnBehind(draft, before, last, announced.clause, quotation)) {
      found[found.length - 1] = { ...before, span: { start: before.span.start, end: quotation.span.end } };
      continue;
    }
    last = announced.clause;
    const speaker = speakerOf(draft, prose, announced.clause, clauses, scene);
    found.push(speech(quotation.span, speaker, announced));
    if (!speaker.who)
      draft.questions.push({
        kind: 'speaker',
        span: quotation.span,
        rule: announced.rule ?? 'speech.quoted',
        question: 'who speaks here?',
        candidates: speaker.candidates ?? [],
      });
  }
  return found;
}

/** Who speaks: told by a label, a genitive, a clause before or behind; a paper’s author where the clause names none. */
function announcedBy(
  draft: Draft,
  prose: Prose,
  quotation: Quotation,
  clauses: readonly Clause[],
): Announced | undefined {
  const told =
    labelled(draft, quotation) ??
    ofGenitive(draft, prose, quotation) ??
    announcing(draft, prose, quotation, clauses) ??
    phrased(draft, prose, quotation) ??
    following(draft, quotation, clauses) ??
    inverted(draft, quotation);
  return told && !told.clause.subject ? (byNoun(draft, prose, quotation) ?? told) : told;
}

const atMostMedium = (certainty: Certainty): Certainty => (certainty === 'low' ? 'low' : 'medium');

/**
 * Statements to the press put the quotation first and the verb behind it; what they quote next, as a sentence of its
 * own, the same man says.
 *
 *     > | “We asked them to come”, he said. “They did not answer.”
 *                                          ^^^^^^^^^^^^^^^^^^^^^^
 */
function isNext(
  draft: Draft,
  prose: Prose,
  before: Speech,
  last: Clause,
  quotation: Quotation,
  outer: readonly Quotation[],
): boolean {
  if (last.verb.start < before.span.end || !standsAlone(draft, prose, quotation)) return false;
  const previous = outer[firstFrom(outer, quotation.span.start, (q) => q.span.start) - 1];
  return (
    previous?.span.start === before.span.start &&
    last.verb.end < quotation.span.start &&
    /^[^.!?;:]{0,60}[.][\s\u00a0]+$/u.test(draft.text.slice(last.verb.end, quotation.span.start))
  );
}

/** A quotation that is whole sentences: a capital opens it, a stop ends it, and it stands between sentences. */
function standsAlone(draft: Draft, prose: Prose, { span, inner }: Quotation): boolean {
  const words = draft.slice(inner).trim();
  return (
    /^\p{Lu}/u.test(words) &&
    words.split(/\s+/u).length >= 4 &&
    /(?:^|[.!?][”"’')\]]?(?:[\s\u00a0]?\[\d+\]|\d{1,2})?[\s\u00a0]+)$/u.test(
      draft.text.slice(Math.max(prose.span.start, span.start - 12), span.start),
    ) &&
    (/[.!?…]$/u.test(words) || /^[\s\u00a0]?[.!?]/u.test(draft.text.slice(span.end, span.end + 2)))
  );
}

/**
 * Between two sentences that tell what somebody said, a quotation that is a sentence of its own is his.
 *
 *     > | Roe stated that the debt was settled. “Just treat us as you did the others.” He added that …
 *                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function behindReport(
  draft: Draft,
  prose: Prose,
  quotation: Quotation,
  clauses: readonly Clause[],
): Announced | undefined {
  if (!standsAlone(draft, prose, quotation) || !speaks.test(draft.slice(quotation.inner))) return undefined;
  const here = firstFrom(prose.sentences, quotation.span.start + 1, (s) => s.start) - 1;
  const own = prose.sentences[here];
  const report = own && own.start < quotation.span.start ? own : prose.sentences[here - 1];
  const next = clauses[firstFrom(clauses, quotation.span.end, (c) => c.verb.start)];
  const told = clauses.filter(
    (c) => report && c.verb.start >= report.start && c.verb.end < quotation.span.start,
  );
  const [clause, another] = told;
  if (!report || !clause?.subject || another || isThinking(draft.slice(clause.verb))) return undefined;
  // The next sentence goes on with the same man: «He added …».
  const same =
    next?.subject &&
    /^[\s\u00a0]*$/u.test(draft.text.slice(quotation.span.end, next.subject.span.start)) &&
    (next.subject.pronoun === 'he' ||
      (next.subject.name?.entity !== undefined && next.subject.name.entity === clause.subject.name?.entity));
  return same
    ? {
        clause,
        frame: { start: clause.subject.span.start, end: quotation.span.start },
        rule: 'speech.continued',
      }
    : undefined;
}

/** Words that somebody speaks to somebody. */
const speaks = /\b(?:I|we|We|you|You|us|me|my|My|our|Our|your|Your)\b/u;

/**
 * An utterance that its clause of saying breaks is one.
 *
 *     > | “We shall study this,” he said, “but not now.”
 *                                ^^^^^^^
 */
const goesOnBehind = (
  draft: Draft,
  before: Speech,
  last: Clause,
  clause: Clause,
  quotation: Quotation,
): boolean =>
  clause.verb.start === last.verb.start &&
  clause.verb.start > before.span.end &&
  /^(?:[^.!?;:“”"]|(?<=\b(?:Dr|Mr|Mrs|Ms|Gen|Col|Sen|Amb|Sec|St))\.){2,80},[\s\u00a0]*(?:but[\s\u00a0]+|and[\s\u00a0]+)?$/iu.test(
    draft.text.slice(before.span.end, quotation.span.start),
  );

const speech = (span: Span, speaker: Speaker, { frame, rule }: Announced): Speech => ({
  kind: 'speech',
  mode: 'direct',
  span,
  frame,
  rule: rule ?? 'speech.quoted',
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
): Announced | undefined {
  const sentence = prose.sentences[firstFrom(prose.sentences, quotation.span.start + 1, (s) => s.start) - 1];
  const clause = clauses[firstFrom(clauses, quotation.span.start, (c) => c.verb.start) - 1];
  if (!sentence || !clause || clause.verb.start < sentence.start) return undefined;
  // A quotation between clause and mark has taken the clause for itself.
  const outer = prose.quotations.filter((q) => q.depth === 0);
  const before = outer[firstFrom(outer, quotation.span.start, (q) => q.span.start) - 1];
  if (before && clause.verb.start < before.span.end) return undefined;
  const gap = draft.text.slice(clause.verb.end, quotation.span.start);
  // What is thought, believed, expected «with respect to …» is no utterance in marks; what is noted behind a colon is.
  if (mental.test(draft.slice(clause.verb)) && !isNoted(draft.slice(clause.verb), gap)) return undefined;
  // A comma or colon before the mark announces speech; without it the quotation must follow the verb at once
  // («explained … on the basis of the “Explanation.”» is no speech).
  if ((completes(draft, quotation, gap) && !isWhole(draft, quotation, gap)) || opens(draft, quotation))
    return undefined;
  const announces =
    (/[,:][–—-]?[\s\u00a0]*$/u.test(gap) && gap.length <= 160) ||
    /^[\s\u00a0]*(?:[–—-]+[\s\u00a0]*)?$/u.test(gap) ||
    //   > | he stated that- ‘There are matters …’        a sentence of its own
    //   > | he said something to this effect- ‘In the last war …’
    /\b(?:to (?:this|that|the following) effect|in these words|as follows)[–—-]+[\s\u00a0]*$/u.test(gap) ||
    (/\bthat[\s\u00a0]?[:–—-]+[\s\u00a0]*$/u.test(gap) &&
      /^\p{Lu}/u.test(draft.text.slice(quotation.inner.start, quotation.inner.start + 1)));
  return announces
    ? { clause, frame: { start: clause.subject?.span.start ?? clause.verb.start, end: quotation.span.start } }
    : undefined;
}

/**
 * Words in marks that are the object of the verb are reported, not spoken: with neither comma nor colon before them,
 * and no sentence of their own.
 *
 *     > | expressed the belief “that the port is open”        > | said “they have a case”, he would not …
 *                              ^^^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^^^
 */
const completes = (draft: Draft, { inner }: Quotation, gap: string): boolean =>
  /^[\s\u00a0]*$|\bthat[\s\u00a0].*,[\s\u00a0]*$|\bthat[\s\u00a0]?:?[\s\u00a0]*$/su.test(gap) &&
  /^[\s\u00a0]*\p{Ll}/u.test(draft.text.slice(inner.start, inner.start + 3));

/**
 * Right behind the verb and up to the end of the sentence words in marks are an utterance, though they begin small.
 *
 *     > | He added 'if they come, we shall gain by it'.
 */
const isWhole = (draft: Draft, { span, inner }: Quotation, gap: string): boolean => {
  const words = draft.slice(inner).trim();
  return (
    /^[\s\u00a0]*$/u.test(gap) &&
    //   > | he said 'that is common sense. It should be done at once'
    (!/^(?:that|to|whether|as)\b/iu.test(words) ||
      (/^that[\s\u00a0](?:is|was|will|would)\b/u.test(words) && /[.!?][\s\u00a0]+\p{Lu}/u.test(words))) &&
    words.split(/\s+/u).length >= 4 &&
    (/[.?!]$/u.test(words) || /^(?:[.?!]|[\s\u00a0]*$)/u.test(draft.text.slice(span.end, span.end + 3)))
  );
};

/** «said “speaking seriously”, he would not …»: a few words that the sentence goes on from. */
const opens = (draft: Draft, { span, inner }: Quotation): boolean =>
  /^,[\s\u00a0]+(?:he|she|it|they|we|I|there)\b/iu.test(draft.text.slice(span.end, span.end + 9)) &&
  draft.slice(inner).trim().split(/\s+/u).length <= 3;

/**
 * «would be “considered,” he said»: a word or three within a sentence are no utterance, nor is what goes on with the
 * sentence in small letters: «with reference to the statement that “we cannot attack”, Brown explained». A question
 * is one: «but “what can I give?” Brown asked».
 */
const within = (draft: Draft, { span, inner }: Quotation): boolean =>
  /[\p{L}\p{N}][\s\u00a0]+$/u.test(draft.text.slice(Math.max(0, span.start - 3), span.start)) &&
  (draft.slice(inner).trim().split(/\s+/u).length <= 3 ||
    /^[\s\u00a0]*\p{Ll}.*[^?!]$/su.test(draft.slice(inner).trim()));

/**
 *     > | “…,” he said.   > | “…,” said the Minister.
 *              ^^ ^^^^             ^^^^
 */
function following(draft: Draft, quotation: Quotation, clauses: readonly Clause[]): Announced | undefined {
  //   > | “We shall defend what we decide”, he said.       the comma may stand behind the mark
  const comma = /^,[\s\u00a0]/u.test(draft.text.slice(quotation.span.end, quotation.span.end + 2));
  if ((!comma && !/[,?!.][”"»’']?$/u.test(draft.slice(quotation.span))) || within(draft, quotation))
    return undefined;
  const clause = clauses
    .slice(firstFrom(clauses, quotation.span.end, (c) => c.verb.start))
    .slice(0, 1)
    .find(
      (c) =>
        c.subject &&
        c.subject.span.start >= quotation.span.end &&
        /^,?[\s\u00a0]*(?:the[\s\u00a0]+)?$/iu.test(
          draft.text.slice(quotation.span.end, c.subject.span.start),
        ) &&
        // Behind a comma outside the marks the verb follows at once: «”, he would not say» is another sentence.
        (!comma ||
          /^[\s\u00a0]+(?:\p{L}+ly[\s\u00a0]+)?$/iu.test(draft.text.slice(c.subject.span.end, c.verb.start))),
    );
  // A stop within the marks ends the sentence, unless the clause behind them ends at once: «“…?” he asked.»
  if (
    /\.[”"»’']?$/.test(draft.slice(quotation.span)) &&
    clause &&
    !/^[\s\u00a0]*(?:[.,;:)]|$)/u.test(draft.text.slice(clause.verb.end, clause.verb.end + 4))
  )
    return undefined;
  return clause?.subject
    ? { clause, frame: { start: clause.subject.span.start, end: clause.verb.end } }
    : undefined;
}

//   > | Roe noted in the margin: “Yes.”        > | Roe noted here: “Yes.”
const isNoted = (verb: string, gap: string): boolean =>
  /^noted$/iu.test(verb) &&
  /^[\s\u00a0]*(?:here|(?:in|on|beside|against)[\s\u00a0][^.;:]{2,60})?[\s\u00a0]*:[\s\u00a0]*$/iu.test(gap);

const mental =
  /^(?:thought|thinks|believed|believes|felt|feels|hoped|hopes|considered|considers|feared|fears|doubted|understood|expected|assumed|speculated|predicted|estimated|envisaged|noted|agreed|requested)$/iu;

//   > | “I agree,” said the Minister.
//                  ^^^^ ^^^^^^^^^^^^
const said =
  /^[\s\u00a0]*(?<verb>said|replied|asked|added|answered|remarked|exclaimed|continued|explained|observed|retorted|declared)[\s\u00a0]+(?:the[\s\u00a0]+)?(?=\p{Lu})/u;

function inverted(draft: Draft, quotation: Quotation): Announced | undefined {
  const match = said.exec(draft.text.slice(quotation.span.end, quotation.span.end + 30));
  if (!match || within(draft, quotation)) return undefined;
  const at = quotation.span.end + match[0].length;
  const name = draft
    .namesIn({ start: at, end: at + 90 })
    .find(
      (n: NameMention) =>
        n.span.start === at && (n.type === 'person' || n.type === 'office' || n.type === 'org'),
    );
  if (!name) return undefined;
  const verb = { start: at - match[0].length, end: at };
  return {
    clause: { verb, subject: { span: name.span, name } },
    frame: { start: verb.start, end: name.span.end },
  };
}

/** Words cited from a paper are nobody’s utterance: «The note stated: “…”», «Article 3 says: “…”». */
function isCited(draft: Draft, { subject, verb }: Clause): boolean {
  if (subject) return false;
  return /\b(?:articles?|paragraphs?|telegram|cablegram|cable|note|treaty|agreement|communiqu[eé]|resolution|draft|text|letter|memorandum|statement|declaration|report|document|minute|newspaper|estimate|paper|directive|reftel|proposal|formula)\b[^.;:]{0,30}$/iu.test(
    draft.text.slice(Math.max(0, verb.start - 60), verb.start),
  );
}
