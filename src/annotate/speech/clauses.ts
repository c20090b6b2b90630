/**
 * Clauses of saying: who says, with which verb. A subject stands right before its verb; a verb without one has that of
 * the clause before («… but proposed»), of its sentence («took the floor and said»), or comes after it («was told by»).
 */
import type { Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { inCapitals } from '../names/words.ts';
import { firstFrom } from '../span-index.ts';
import { describedBefore, describedEntity } from './describers.ts';
import { heldLetters } from './holders.ts';
import { actsAt, mainSubject, type Subject, sentenceAt, subjectsIn } from './subjects.ts';
import {
  isBase,
  isGerund,
  isNounToo,
  isThinking,
  isThirdSingular,
  verbForms,
  verbFormsInCapitals,
} from './verbs.ts';

/** Words that may stand between subject and verb. */
const between =
  /^(?:[\s\u00a0]*\[\d{1,3}\])?(?:\d{1,2}(?=\s))?(?:[\s\u00a0]+(?:of|from|at)[\s\u00a0]+[^,.;:]{2,50}(?=,?[\s\u00a0]+who\b)|[\s\u00a0]+of[\s\u00a0]+(?:\p{Lu}[\p{L}.’'-]*[\s\u00a0]*){1,4}(?=[\s\u00a0]|,))?(?:,?[\s\u00a0]+(?:[JS]r|[JS]R)\.?,?(?=[\s\u00a0]))?(?:[\s\u00a0]*(?:,[^,.;:]{1,150},|\([^();:]{1,60}\)|—[^—.;:]{1,60}—)?\d{0,2},?[\s\u00a0]*(?:(?:who|always|often|twice|soon|then|next|also|further|again|only|thereupon|thereafter|here|at first|at once|at (?:the )?(?:end|outset|close|beginning)(?: of (?:the )?\p{L}+)?|first|finally|lastly|later|now|just|simply|merely|briefly|in (?:reply|response|turn|conclusion)|in (?:an? |the |his |her |their )?(?:\p{L}+ ){0,2}(?:speech|statement|broadcast|letter|telegram|interview|message|note|memorandum|address)|yesterday|to-?day|last night|this (?:morning|afternoon|evening)|after (?:an? |the )?(?:\p{L}+ )?(?:discussions?|consultations?|conversations?|talks?|conferring) with [^,.;:()]{3,60}?(?=[\s\u00a0]*$)|himself|herself|had|has|have|would|did|does|do|once|once again|therefore|however|accordingly|already|both|all|still|nevertheless|rather|quite|never|too|earlier|jokingly|\p{L}{3,}ly|(?:went|goes) on(?: to| by)?|(?:proceeded|wished|wanted|was careful|hastened|continued|desires?|called|telephoned|wrote|intervened|took (?:the )?floor|tried|sought|hoped|was anxious|asked me)(?: to)?|(?:was|is|were|are)[\s\u00a0]+(?:reported|understood|alleged|said|stated)[\s\u00a0]+to[\s\u00a0]+have|(?:began|continued|concluded|ended|opened) by|took (?:the |this )?(?:occasion|opportunity) to)[\s\u00a0]+)*)$/iu;

export interface Clause {
  readonly verb: Span;
  /** A mention of a person or organisation, the writer, a pronoun of the third person, or a description. */
  readonly subject?: Subject;
}

/** Clauses of saying of a paragraph, outside quotations, in order. */
export function clausesOf(draft: Draft, prose: Prose): readonly Clause[] {
  const span = prose.span;
  const clauses: Clause[] = [];
  const capitals = inCapitals(draft.text, span);
  const outer = prose.quotations.filter((q) => q.depth === 0);
  const quoted = (at: number) =>
    at < (outer[firstFrom(outer, at + 1, (q) => q.span.start) - 1]?.span.end ?? -1);
  const candidates = subjectsIn(draft, span, capitals).filter((s) => !quoted(s.span.start));
  for (const match of draft.slice(span).matchAll(capitals ? verbFormsInCapitals : verbForms)) {
    const at = span.start + match.index;
    if (quoted(at)) continue;
    const verb = { start: at, end: at + match[0].length };
    // A name that is a verb too: «AHMAD SAID SAYS THAT».
    if (
      /^said$/iu.test(match[0]) &&
      /^[\s\u00a0]+(?:says|said|told|stated|replied|added|asked)\b/iu.test(
        draft.text.slice(verb.end, verb.end + 10),
      )
    )
      continue;
    if (verb.start < (clauses.at(-1)?.verb.end ?? 0)) continue;
    const told = passive(draft, prose, verb);
    if (told) {
      clauses.push(told);
      continue;
    }
    const sentence = sentenceAt(prose, at) ?? span;
    const subject = subjectOf(draft, sentence, verb, candidates, sharing(draft, sentence, verb, clauses));
    // «their reply», «in answer»: a base form is a verb only with a subject of many, or behind «to».
    if (isBase(match[0]) && !infinitive(draft, verb) && !pluralSubject(draft, subject)) continue;
    // «such knowledge as I have suggests»: the verb is another's.
    const another =
      subject !== undefined &&
      ((/^(?:I|we|they)$/.test(subject.pronoun ?? '') && isThirdSingular(match[0])) ||
        (!pluralSubject(draft, subject) && ofSeveral.test(draft.text.slice(subject.span.end, at))));
    clauses.push(subject && !another && !isOneOfTwo(draft, subject) ? { verb, subject } : { verb });
  }
  return clauses;
}

/**
 * The clause with which a verb without a subject of its own may share one: the last, but for what is told in the
 * pluperfect within another's words.
 *
 *     > | Alvarez said that Brown had agreed with him, and added that …
 *         ^^^^^^^ ^^^^                ^^^^^^               ^^^^^
 */
function sharing(draft: Draft, sentence: Span, verb: Span, clauses: readonly Clause[]): Clause | undefined {
  const last = clauses.at(-1);
  const earlier = clauses.at(-2);
  if (!last?.subject || !earlier?.subject || earlier.verb.start < sentence.start) return last;
  if (isGerund(draft.slice(verb)) || isPluperfect(draft, verb) || !isPluperfect(draft, last.verb))
    return last;
  const within = /^[^.;]*\bthat[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu;
  return last.subject.span.start > earlier.verb.end &&
    within.test(draft.text.slice(earlier.verb.end, last.subject.span.start))
    ? earlier
    : last;
}

const isPluperfect = (draft: Draft, verb: Span): boolean =>
  /\bhad[\s\u00a0]+(?:\p{L}+ly[\s\u00a0]+|also[\s\u00a0]+)?$/iu.test(
    draft.text.slice(Math.max(0, verb.start - 24), verb.start),
  );

/**
 * «In their declarations Mr. Roe and Mr. Brown said»: not the last of them alone, where the pair opens its clause.
 */
const isOneOfTwo = (draft: Draft, { name, span }: Subject): boolean => {
  if (name?.type !== 'person') return false;
  const gap = /[\s\u00a0]+and[\s\u00a0]+$/u.exec(draft.text.slice(Math.max(0, span.start - 8), span.start));
  if (!gap) return false;
  const end = span.start - gap[0].length;
  const first = draft.namesIn({ start: Math.max(0, end - 60), end }).find((n) => n.span.end === end);
  return (
    first?.type === 'person' &&
    /(?:^|[.,;:\n”"’)][\s\u00a0]*|\d[\s\u00a0]+|\b(?:[Bb]oth|that|[Bb]ut|[Ww]hen|January|February|March|April|May|June|July|August|September|October|November|December)[\s\u00a0]+)$/u.test(
      draft.text.slice(Math.max(0, first.span.start - 12), first.span.start),
    )
  );
};

/** «and the French Ambassador, … both said»: not the last of them alone. */
const ofSeveral = /\b(?:both|all|each)[\s\u00a0]+$/iu;

const infinitive = (draft: Draft, verb: Span): boolean =>
  /\b(?:to|did|does|do|tried|sought|wished|attempted|continued)[\s\u00a0]+(?:\p{L}+ly[\s\u00a0]+)?$/iu.test(
    draft.text.slice(Math.max(0, verb.start - 20), verb.start),
  );

const pluralSubject = (draft: Draft, subject: Subject | undefined): boolean =>
  subject !== undefined &&
  (subject.pronoun === 'they' ||
    subject.pronoun === 'we' ||
    subject.pronoun === 'I' ||
    (subject.described !== undefined && draft.entity(subject.described)?.kind === 'org') ||
    //   > | The Chiefs of Staff state        > | His Majesty’s Government consider
    ((subject.name?.type === 'org' || subject.name?.type === 'office') &&
      ofMany.test(draft.slice(subject.name.span))));

/** Bodies with a verb in the plural. */
const ofMany =
  /(?:\bgovernments?|\bchiefs of staff|\bauthorities|\bministers|\bministries|\bdepartments|\bofficials|\bcommittee|\bcabinet|\bdelegation|\bcommissioners|\bgovt|\boffice|\badmiralty|\bstaffs?|\bboard|\bmission|\bministry|\bcouncil)$/iu;

function subjectOf(
  draft: Draft,
  sentence: Span,
  verb: Span,
  candidates: readonly Subject[],
  previous: Clause | undefined,
): Subject | undefined {
  const shared = sharedSubject(draft, previous, verb);
  // «X has telegraphed Y suggesting»: nobody stands before a gerund as its subject.
  const main = () =>
    mainSubject(draft, sentence, candidates, verb.start) ?? describedMain(draft, sentence, verb.start);
  // «stating that Rusk felt it helpful, but also saying»: who only thought in between is not who says.
  if (isGerund(draft.slice(verb)))
    return (
      (previous && isThinking(draft.slice(previous.verb)) ? undefined : shared) ??
      governed(draft, verb, candidates) ??
      main() ??
      claimant(draft, sentence, verb, candidates) ??
      soleActor(draft, sentence, verb, candidates) ??
      subjectBehind(draft, sentence, verb, candidates)
    );
  const adjacent = subjectBefore(draft, verb, candidates);
  if (adjacent) return inApposition(draft, sentence, adjacent, candidates);
  const behind = inverted(draft, verb, candidates);
  if (behind) return behind;
  if (shared) return shared;
  if (
    !isNounToo(draft.slice(verb)) &&
    coordinated.test(draft.text.slice(Math.max(sentence.start, verb.start - 40), verb.start))
  )
    return main();
  //   > | On 21 December he wrote to both to report that …
  //                      ^^^^^^^^                ^^^^^^
  const errand = infinitive(draft, verb) ? main() : undefined;
  if (
    errand &&
    // «tried to get Brown to agree that» is not said.
    !/\b(?:get|persuade|induce|make|convince|lead|bring|force)\b/iu.test(
      draft.text.slice(errand.span.end, verb.start),
    ) &&
    /^[\s\u00a0]+(?:wrote|called|telephoned|approached|cabled|telegraphed|took|rose|intervened|came|spoke|phoned|visited|wishes|wished|desires?|desired|wanted|sought|tried|interrupted|asked me)\b[^.;:]{0,90}[\s\u00a0]to[\s\u00a0]+$/iu.test(
      draft.text.slice(errand.span.end, verb.start),
    )
  )
    return errand;
  //   > | Said that he would …        the telegraph saves the «he»
  //       ^^^^
  if (
    (/^[\s\u00a0(–—-]*$/u.test(draft.text.slice(sentence.start, verb.start)) &&
      /^(?:\p{Lu}\p{Ll}+(?:ed|id)|SAID|\p{Lu}+ED)$/u.test(draft.slice(verb))) ||
    (/^[\s\u00a0(–—-]*(?:Also|ALSO|Further|FURTHER|Then|THEN)[\s\u00a0]+$/u.test(
      draft.text.slice(sentence.start, verb.start),
    ) &&
      /(?:ed|id)$/iu.test(draft.slice(verb)))
  )
    return { span: { start: verb.start, end: verb.start }, pronoun: 'he' };
  return descriptionBefore(draft, sentence, verb);
}

/**
 * At the head of a sentence a gerund has the subject of the clause behind it.
 *
 *     > | In informing us that the port was open, the Peruvian Government proposed …
 *            ^^^^^^^^^                                ^^^^^^^^^^^^^^^^^^^
 */
function subjectBehind(
  draft: Draft,
  sentence: Span,
  verb: Span,
  candidates: readonly Subject[],
): Subject | undefined {
  if (
    !/^[\s\u00a0]*(?:(?:In|While|When|After|Before|By|On|Besides|IN|WHILE|WHEN|AFTER|BEFORE|BY|ON)[\s\u00a0]+)?(?:\p{L}+ly[\s\u00a0]+|also[\s\u00a0]+)?$/u.test(
      draft.text.slice(sentence.start, verb.start),
    )
  )
    return undefined;
  const behind = candidates.filter(
    (s) =>
      s.span.start > verb.end &&
      s.span.end < sentence.end &&
      /,[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(draft.text.slice(s.span.start - 7, s.span.start)) &&
      actsAt(draft, s),
  );
  return behind.length === 1 ? behind[0] : undefined;
}

/**
 * Within a report of a paper: the one who acts in it, where a comma sets the gerund off.
 *
 *     > | It reported that the Governor, Ernesto Alvarez, had addressed the meeting, declaring: “…”
 *                                        ^^^^^^^^^^^^^^^                              ^^^^^^^^^
 */
function soleActor(
  draft: Draft,
  sentence: Span,
  verb: Span,
  candidates: readonly Subject[],
): Subject | undefined {
  if (!/,[\s\u00a0]+$/u.test(draft.text.slice(Math.max(sentence.start, verb.start - 3), verb.start)))
    return undefined;
  const acting = candidates.filter(
    (s) =>
      s.span.start >= sentence.start &&
      s.span.end < verb.start &&
      (actsAt(draft, s) ||
        //   > | the Governor, Alvarez, had
        (/,[\s\u00a0]+$/u.test(draft.text.slice(Math.max(0, s.span.start - 3), s.span.start)) &&
          /^,[\s\u00a0]+(?:had|has|was|is)\b/u.test(draft.text.slice(s.span.end, s.span.end + 8)))),
  );
  const [one] = acting;
  return acting.length === 1 &&
    one?.name?.type === 'person' &&
    !/[;:]|\b(?:which|who|that)\b/u.test(draft.text.slice(one.span.end, verb.start))
    ? one
    : undefined;
}

/**
 * An office that stands in apposition to a name at the head of its sentence is the man named.
 *
 *     > | On 2 May Mr. Roe, the Under-Secretary for Harbours said: “…”
 *                  ^^^^^^^
 */
function inApposition(
  draft: Draft,
  sentence: Span,
  subject: Subject,
  candidates: readonly Subject[],
): Subject {
  if (subject.name?.type !== 'office') return subject;
  const person = candidates.find(
    (s) =>
      s.name?.type === 'person' &&
      s.span.end < subject.span.start &&
      s.span.start >= sentence.start &&
      /^,[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(draft.text.slice(s.span.end, subject.span.start)) &&
      /^[\s\u00a0>]*(?:(?:On|In|At)[\s\u00a0][^;:]{1,50},?[\s\u00a0]+)?$/u.test(
        draft.text.slice(sentence.start, s.span.start),
      ),
  );
  return person ?? subject;
}

/**
 * Within a quotation that it breaks, the verb has its subject behind it.
 *
 *     > | “There never has been,” said Mr. Roe, “any doubt …”
 *                                 ^^^^ ^^^^^^^
 */
function inverted(draft: Draft, verb: Span, candidates: readonly Subject[]): Subject | undefined {
  if (
    !/^(?:said|replied|asked|added|answered|remarked|continued|observed|declared)$/u.test(
      draft.slice(verb),
    ) ||
    !/[”"»’'][\s\u00a0]*$/u.test(draft.text.slice(Math.max(0, verb.start - 3), verb.start))
  )
    return undefined;
  const next = candidates[firstFrom(candidates, verb.end, (s) => s.span.start)];
  return next?.name && /^[\s\u00a0]+(?:the[\s\u00a0]+)?$/u.test(draft.text.slice(verb.end, next.span.start))
    ? next
    : undefined;
}

/** In telegraphic style a gerund has its own subject: `ALVAREZ CLAIMING THEY TOLD HIM`, at the head of a clause. */
function claimant(
  draft: Draft,
  sentence: Span,
  verb: Span,
  candidates: readonly Subject[],
): Subject | undefined {
  return candidates.find(
    (s) =>
      s.span.end < verb.start &&
      verb.start - s.span.end < 8 &&
      /^[\s\u00a0]+(?:also[\s\u00a0]+)?$/iu.test(draft.text.slice(s.span.end, verb.start)) &&
      /(?:^|[,;][\s\u00a0]+)$/u.test(draft.text.slice(sentence.start, s.span.start)),
  );
}

/**
 * Who stands right before a gerund that a preposition governs.
 *
 *     > | The Chiefs of Staff, in intimating that …        > | the Soviets are correct in stating that …
 *             ^^^^^^^^^^^^^^^      ^^^^^^^^^^                       ^^^^^^^                ^^^^^^^
 */
const governing =
  /^(?:,[\s\u00a0]+(?:in|while|when|after|before|by)|[\s\u00a0]+(?:(?:is|are|was|were)[\s\u00a0]+)?(?:correct|right|wrong|justified)[\s\u00a0]+in|[\s\u00a0]+(?:kept|keeps))[\s\u00a0]+$/iu;
const governed = (draft: Draft, verb: Span, candidates: readonly Subject[]): Subject | undefined =>
  candidates.find(
    (s) =>
      s.span.end < verb.start &&
      verb.start - s.span.end < 40 &&
      governing.test(draft.text.slice(s.span.end, verb.start)),
  );

/** A described subject at the head of the sentence: «MFA officials raised the topic and indicated». */
function describedMain(draft: Draft, sentence: Span, before: number): Subject | undefined {
  const words = draft.text.slice(sentence.start, Math.min(before, sentence.start + 160));
  const verb =
    /[\s\u00a0](?=(?:had|has|have|was|were|is|are|gave|took|made|went|came|broke|spoke|met|\p{L}{3,}ed)\b)/iu.exec(
      words,
    );
  if (!verb) return undefined;
  const found = describedBefore(draft.text, sentence.start, sentence.start + verb.index);
  if (!found || found.span.start - sentence.start > 6) return undefined;
  return { span: found.span, described: describedEntity(draft, found).id };
}

/** The nearest that can stand before the verb; some are looked at, since names may lie within an insertion. */
function subjectBefore(draft: Draft, verb: Span, candidates: readonly Subject[]): Subject | undefined {
  const nearest = firstFrom(candidates, verb.start, (s) => s.span.start);
  for (let back = 1; back <= 5; back++) {
    const s = candidates[nearest - back];
    if (
      s &&
      s.span.end <= verb.start &&
      verb.start - s.span.end < 200 &&
      // Who stands in brackets is no subject outside them.
      !/^[^()]*\)/u.test(draft.text.slice(s.span.end, verb.start)) &&
      between.test(draft.text.slice(s.span.end, verb.start))
    )
      return s;
  }
  return undefined;
}

/** «… and had added», «, but then proposed». */
const coordinated =
  /(?:\b(?:and|but|or|yet)|[,;]|[\s\u00a0][–—-])[\s\u00a0]+(?:(?:then|also|further|later|again|has|have|had|finally|repeatedly|once more|in turn|at first|instead|nevertheless|however,?|therefore|in addition|\p{L}+ly)[\s\u00a0]+)*$/iu;

/** Words that stand between a description and its verb. */
const adverbs =
  /(?:[\s\u00a0]+\([^()]{1,50}\))?[\s\u00a0]+(?:(?:at first|at once|at (?:the )?(?:end|outset|close|beginning)(?: of (?:the )?\p{L}+)?|first|always|often|then|also|further|had|has|have|who|only|again|later|now|\p{L}{3,}ly|took (?:the )?floor to)[\s\u00a0]+)*$/iu;

function descriptionBefore(draft: Draft, sentence: Span, verb: Span): Subject | undefined {
  const start = Math.max(sentence.start, verb.start - 150);
  const gap = adverbs.exec(draft.text.slice(start, verb.start));
  if (!gap) return undefined;
  const letters = heldLetters(draft, start, start + gap.index);
  if (letters) return { span: letters.span, described: letters.holder };
  const found = describedBefore(draft.text, start, start + gap.index);
  // Somebody whom the text names is called by his name, or is no subject here.
  if (found && draft.namesIn(found.span).some((n) => n.type === 'person' || n.type === 'office'))
    return undefined;
  return found && { span: found.span, described: describedEntity(draft, found).id };
}

/**
 * The subject of the clause before, within the same sentence: «… but proposed», «and added», «in proposing».
 */
function sharedSubject(draft: Draft, previous: Clause | undefined, verbAt: Span): Subject | undefined {
  if (!previous?.subject) return undefined;
  const gap = draft.text.slice(previous.verb.end, verbAt.start);
  if (gap.length > 600 || /[.!?][”"’»)]*[\s\u00a0]/u.test(gap)) return undefined;
  // What was said in brackets ends with them: «(though X had said no one proposed it) and had added».
  if (/^[^()]*\)/u.test(gap)) return undefined;
  //   > | Roe reported that the President had called him and expressed concern        either may be meant
  //                                       ^^^^^^^^^^     ^^^
  if (ownDeed.test(gap)) return undefined;
  const participle =
    isGerund(draft.slice(verbAt)) &&
    /(?:\b(?:in|by|before|after|while|when)|,)[\s\u00a0]+$/iu.test(gap.slice(-14));
  return coordinated.test(gap.slice(-40)) || participle ? previous.subject : undefined;
}

const ownDeed =
  /(?:\b[Hh]e|\p{Lu}[\p{L}.’'ʼ-]*)[\s\u00a0]+had[\s\u00a0]+(?:called|telephoned|met|seen|approached|summoned|written|cabled|visited|phoned)\b[^,;.]{0,60}[\s\u00a0](?:and|but)[\s\u00a0]+$/u;

const by =
  /^[\s\u00a0]+(?:to (?:me|us|him|them)[\s\u00a0]+)?(?:\p{L}+ly[\s\u00a0]+)?by[\s\u00a0]+(?:the[\s\u00a0]+|an?[\s\u00a0]+)?/iu;

//   > | He has been informed by friendly sources that …
//                           ^^^^^^^^    ^^^^^^^^^^^^^^^^
function passive(draft: Draft, prose: Prose, verb: Span): Clause | undefined {
  if (
    !/\b(?:was|were|been|is|are|am|be|being)[\s\u00a0]+(?:\p{L}+ly[\s\u00a0]+|also[\s\u00a0]+)?$/iu.test(
      draft.text.slice(Math.max(prose.span.start, verb.start - 24), verb.start),
    )
  )
    return undefined;
  const lead = by.exec(draft.text.slice(verb.end, verb.end + 40));
  if (!lead) return undefined;
  const at = verb.end + lead[0].length;
  const that = /^[^.;:]{2,110}?(?=[\s\u00a0,]+(?:that|whether)\b)/iu.exec(draft.text.slice(at, at + 130));
  if (!that) return undefined;
  const name = draft.namesIn({ start: at, end: at + that[0].length }).find((n) => n.span.start === at);
  if (name && ['person', 'org', 'office'].includes(name.type))
    return { verb: { start: verb.start, end: at + that[0].length }, subject: { span: name.span, name } };
  //   > | by a reliable source within the organization that
  const words =
    /^(?:[^\s,]+[\s\u00a0]+){0,5}?(?:sources?|officials?|authorities|officers?|representatives?|spokesm[ae]n|delegates?|members|informants?)(?=[^\p{L}]|$)/iu.exec(
      that[0],
    );
  if (!words) return undefined;
  const span = { start: at, end: at + words[0].length };
  const described = describedEntity(draft, { span, many: /(?:s|ies|men)$/i.test(words[0]) });
  return {
    verb: { start: verb.start, end: at + that[0].length },
    subject: { span, described: described.id },
  };
}
