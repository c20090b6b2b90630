/**
 * Direct speech in quotation marks. A quotation is an utterance where a clause of saying announces it
 * («Vice Minister Han said, “…”») or follows it («“…,” he said»); anything else in quotation marks is left to
 * the rules of phrases.
 */
import type { NameMention, Span, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { firstFrom } from '../span-index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type Scene, type Speaker, speakerOf } from './speakers.ts';
import { mainSubject, sentenceAt, subjectsIn } from './subjects.ts';

/** A clause of saying, and the words with which it frames a quotation. */
interface Announced {
  readonly clause: Clause;
  readonly frame: Span;
}

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
    const announced =
      labelled(draft, quotation) ??
      ofGenitive(draft, prose, quotation) ??
      announcing(draft, prose, quotation, clauses) ??
      following(draft, quotation, clauses) ??
      inverted(draft, quotation) ??
      attributed(draft, prose, quotation);
    if (!announced || isCited(draft, announced.clause)) continue;
    const before = found.at(-1);
    if (before && last && goesOnBehind(draft, before, last, announced.clause, quotation)) {
      found[found.length - 1] = { ...before, span: { start: before.span.start, end: quotation.span.end } };
      continue;
    }
    last = announced.clause;
    const speaker = speakerOf(draft, prose, announced.clause, clauses, scene);
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
): Announced | undefined {
  const sentence = prose.sentences[firstFrom(prose.sentences, quotation.span.start + 1, (s) => s.start) - 1];
  const clause = clauses[firstFrom(clauses, quotation.span.start, (c) => c.verb.start) - 1];
  if (!sentence || !clause || clause.verb.start < sentence.start) return undefined;
  // A quotation between clause and mark has taken the clause for itself.
  const outer = prose.quotations.filter((q) => q.depth === 0);
  const before = outer[firstFrom(outer, quotation.span.start, (q) => q.span.start) - 1];
  if (before && clause.verb.start < before.span.end) return undefined;
  // What is thought, believed, expected «with respect to …» is no utterance in marks.
  if (mental.test(draft.slice(clause.verb))) return undefined;
  const gap = draft.text.slice(clause.verb.end, quotation.span.start);
  // A comma or colon before the mark announces speech; without it the quotation must follow the verb at once
  // («explained … on the basis of the “Explanation.”» is no speech).
  if ((completes(draft, quotation, gap) && !isWhole(draft, quotation, gap)) || opens(draft, quotation))
    return undefined;
  const announces =
    (/[,:][–—-]?[\s\u00a0]*$/u.test(gap) && gap.length <= 160) ||
    /^[\s\u00a0]*(?:[–—-]+[\s\u00a0]*)?$/u.test(gap) ||
    //   > | he stated that- ‘There are matters …’        a sentence of its own
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
    !/^(?:that|to|whether|as)\b/iu.test(words) &&
    words.split(/\s+/u).length >= 4 &&
    (/[.?!]$/u.test(words) || /^(?:[.?!]|[\s\u00a0]*$)/u.test(draft.text.slice(span.end, span.end + 3)))
  );
};

/** «said “speaking seriously”, he would not …»: a few words that the sentence goes on from. */
const opens = (draft: Draft, { span, inner }: Quotation): boolean =>
  /^,[\s\u00a0]+(?:he|she|it|they|we|I|there)\b/iu.test(draft.text.slice(span.end, span.end + 9)) &&
  draft.slice(inner).trim().split(/\s+/u).length <= 3;

/** «would be “considered,” he said»: a word or three within a sentence are no utterance. */
const within = (draft: Draft, { span, inner }: Quotation): boolean =>
  /[\p{L}\p{N}][\s\u00a0]+$/u.test(draft.text.slice(Math.max(0, span.start - 3), span.start)) &&
  draft.slice(inner).trim().split(/\s+/u).length <= 3;

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

//   > | (Kuchma: “That is so.”)
//        ^^^^^^^
function labelled(draft: Draft, quotation: Quotation): Announced | undefined {
  const gap = /:[\s\u00a0]*$/u.exec(
    draft.text.slice(Math.max(0, quotation.span.start - 3), quotation.span.start),
  );
  if (!gap) return undefined;
  const at = quotation.span.start - gap[0].length;
  const name = draft
    .namesIn({ start: Math.max(0, at - 60), end: at })
    .find((n) => n.span.end === at && n.type === 'person');
  const before = name ? draft.text.slice(Math.max(0, name.span.start - 2), name.span.start) : 'x';
  if (!name || !/(?:^|[\n(]|\.\s)$/u.test(before)) return undefined;
  const verb = { start: at, end: at + 1 };
  return {
    clause: { verb, subject: { span: name.span, name } },
    frame: { start: name.span.start, end: at + 1 },
  };
}

const firstPerson = /\b(?:I|my|me|we|our)\b/iu;
//   > | the reply of General Roe was as follows:- “I am opposed …”        > | he sent a cablegram which read: “I have …”
//         ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const ofSomebody =
  /\b(?:reply|answer|statement|remarks?|message|words|comments?|speech|letter|telegram|cablegram|note|opinion|views?)[\s\u00a0]+(?:of|from|by)[\s\u00a0]+(?:the[\s\u00a0]+)?(?<name>[^,.;:]{3,60}?)[\s\u00a0]+(?:was|were|is|reads?|ran|runs)(?:[\s\u00a0]+(?:as follows|in part|the following))?[\s\u00a0]*[:,][–—-]?[\s\u00a0]*$/diu;
//   > | he reported Brown’s comment: “…”
//                   ^^^^^^^^^^^^^^^
const somebodys =
  /(?<name>\p{Lu}[\p{L}.-]+)[’'ʼ]s?[\s\u00a0]+(?:reply|answer|remark|words|comment|response)(?:[\s\u00a0]+(?:was|were))?(?:[\s\u00a0]+(?:as follows))?[\s\u00a0]*:[–—-]?[\s\u00a0]*$/du;
const whichRead =
  /\b(?:reply|answer|statement|message|letter|telegram|cablegram|cable|note)\b[^.;:]{0,60}\b(?:which|that)[\s\u00a0]+(?:reads?|ran|runs|said|stated)(?:[\s\u00a0]+(?:as follows|in part))?[\s\u00a0]*[:,][–—-]?[\s\u00a0]*$/iu;

/** Whose comment the clause before the colon reports, and not who reports it. */
function ofGenitive(draft: Draft, prose: Prose, { span }: Quotation): Announced | undefined {
  const from = Math.max(prose.span.start, span.start - 90);
  const author = somebodys.exec(draft.text.slice(from, span.start))?.indices?.groups?.name;
  if (!author) return undefined;
  const at = { start: from + author[0], end: from + author[1] };
  const name = draft.namesIn(at).find((n) => n.type === 'person' && n.span.end === at.end);
  return (
    name && {
      clause: { verb: { start: span.start - 1, end: span.start }, subject: { span: name.span, name } },
      frame: { start: name.span.start, end: span.start },
    }
  );
}

/** A letter or message in the first person, whose author the sentence names. */
function attributed(draft: Draft, prose: Prose, quotation: Quotation): Announced | undefined {
  if (!firstPerson.test(draft.slice(quotation.inner))) return undefined;
  const sentence = sentenceAt(prose, quotation.span.start - 1) ?? prose.span;
  const from = Math.max(sentence.start, quotation.span.start - 220);
  const before = draft.text.slice(from, quotation.span.start);
  const author = ofSomebody.exec(before)?.indices?.groups?.name;
  const verb = { start: quotation.span.start - 1, end: quotation.span.start };
  if (author) {
    const name = draft
      .namesIn({ start: from + author[0], end: from + author[1] })
      .find((n) => n.type === 'person' || n.type === 'office');
    return (
      name && {
        clause: { verb, subject: { span: name.span, name } },
        frame: { start: name.span.start, end: quotation.span.start },
      }
    );
  }
  if (!whichRead.test(before)) return undefined;
  const subject = mainSubject(draft, sentence, subjectsIn(draft, sentence, false), quotation.span.start);
  return (
    subject && { clause: { verb, subject }, frame: { start: subject.span.start, end: quotation.span.start } }
  );
}

/** Words cited from a paper are nobody’s utterance: «The note stated: “…”», «Article 3 says: “…”». */
function isCited(draft: Draft, { subject, verb }: Clause): boolean {
  if (subject) return false;
  return /\b(?:articles?|paragraphs?|telegram|cablegram|cable|note|treaty|agreement|communiqu[eé]|resolution|draft|text|letter|memorandum|statement|declaration|report|document|minute|newspaper|estimate|paper|directive|reftel|proposal|formula)\b[^.;:]{0,30}$/iu.test(
    draft.text.slice(Math.max(0, verb.start - 60), verb.start),
  );
}
