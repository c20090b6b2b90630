/**
 * Reported speech: a clause of saying with «that». It ends with the sentence, or where another clause of
 * saying takes over. Sentences in the pluperfect or with «would» that follow go on with it (free indirect
 * speech) as long as nobody else is said to speak.
 */
import type { Span, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { firstFrom } from '../span-index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { inPrint, inUpperCase } from './patterns.ts';
import { type Scene, speakerOf } from './speakers.ts';
import {
  isAsking,
  isBase,
  isGerund,
  isIntransitive,
  isNounToo,
  isPlain,
  isTelling,
  isThinking,
  isThinkingNow,
  isThirdSingular,
  isWanting,
  onlyWithThat,
} from './verbs.ts';

const backshifted = /\b(?:had (?:been|had|\w+ed|made|given|taken)|would|was not|were not)\b/iu;

/** Verbs after which a clause often stands without «that». */
const strong =
  /^(?:express.*(?:opinion|view|belief|hope|fear|suspicion|conviction)|observ|comment|indicat|recall|stat|stress|emphasi[sz]|insist|not(?:ed|es|ing)|remark|explain|added|adds|adding|told|tell|pointed out|points out|pointing out|contend|assert|agree|admit|maintain|argue|confirm|announc|warn|claim|mention|declar|repeat|suggest|inform|made .*clear|making .*clear).*$/iu;

/** Of these, the ones that seldom have a mere thing as their object. */
const saving =
  /^(?:observed|commented|indicated|stated|insisted|noted|remarked|explained|added|told|pointed out|asserted|maintained|argued|claimed|replied)$/iu;

export function reportedSpeech(
  draft: Draft,
  prose: Prose,
  scene: Scene,
  all: readonly Clause[] = clausesOf(draft, prose),
): readonly Speech[] {
  const found: Speech[] = [];
  for (let s = 0; s < prose.sentences.length; s++) {
    const sentence = prose.sentences[s];
    if (!sentence) continue;
    const clauses = clausesIn(all, sentence);
    for (let i = 0; i < clauses.length; i++) {
      const clause = clauses[i];
      if (!clause?.subject) continue;
      // What somebody thinks, hopes or fears is not what he says, but for «he» who has been speaking.
      const thinks = isThinking(draft.slice(clause.verb));
      if (
        thinks &&
        (clause.subject.pronoun !== 'he' ||
          found.length === 0 ||
          isThinkingNow.test(draft.slice(clause.verb)))
      )
        continue;
      const inserted = insertion(draft, sentence, clause);
      const start = inserted?.start ?? contentOf(draft, clause, sentence);
      if (start === undefined) continue;
      // Speech within speech has a speaker of its own, if the words name one; «he» in it may be anybody.
      const around = found.findLast((f) => f.span.end > start);
      const within = around !== undefined;
      if (within && (clause.subject.pronoun || clause.subject.span.start < around.span.start || inserted))
        continue;
      const next = inserted
        ? undefined
        : clauses.slice(i + 1).find((c) => c.verb.start >= start && takesOver(draft, c, start, clause));
      let end =
        inserted?.end ?? (next ? endBefore(draft, next, start) : withoutStop(draft, sentence.end, start));
      const speaker = speakerOf(draft, prose, clause, all, scene);
      if (thinks && !found.some((f) => f.who === speaker.who)) continue;
      let certainty: Speech['certainty'] = inserted ? 'medium' : 'high';
      if (around) end = Math.min(end, around.span.end);
      if (!next && !inserted && !within) {
        for (let t = s + 1; t < prose.sentences.length; t++) {
          const later = prose.sentences[t];
          if (!later || !goesOn(draft, prose, later, all)) break;
          end = withoutStop(draft, later.end, later.start);
          certainty = 'medium';
        }
      }
      end = Math.min(end, bracketEnd(draft, sentence, start));
      if (end <= start) continue;
      if (!speaker.who) {
        draft.questions.push({
          kind: 'speaker',
          span: { start, end },
          rule: 'speech.reported',
          question: 'whose words are reported here?',
          candidates: speaker.candidates ?? [],
        });
        continue;
      }
      const frame = inserted
        ? { start: clause.subject.span.start, end: clause.verb.end }
        : { start: Math.min(clause.subject.span.start, start), end: start };
      found.push({
        kind: 'speech',
        mode: 'reported',
        span: { start, end },
        frame,
        who: speaker.who,
        rule: inserted ? 'speech.inserted' : 'speech.reported',
        certainty: speaker.certainty === 'high' ? certainty : speaker.certainty,
      });
    }
  }
  return found;
}

/** Where the words begin that the clause reports; undefined where it reports none. */
function contentOf(draft: Draft, clause: Clause, sentence: Span): number | undefined {
  const verb = draft.slice(clause.verb);
  const p = /\p{Ll}/u.test(verb) ? inPrint : inUpperCase;
  const rest = draft.text.slice(clause.verb.end, Math.min(sentence.end, clause.verb.end + 260));
  if (clause.subject && parenthesis.test(draft.text.slice(sentence.start, clause.subject.span.start))) {
    // Of «As I have maintained, …» the first verb only, and not what a later participle does.
    const as = isGerund(verb) ? null : p.as.exec(rest);
    return as ? clause.verb.end + as[0].length : undefined;
  }
  // «has asked me to confirm»: what I am to do; «asked me to tell you» is a message.
  if (
    isBase(verb) &&
    !/^(?:say|tell|inform|advise|assure|state|add|explain|emphasi[sz]e|stress|point out|remind)$/iu.test(
      verb,
    ) &&
    /\basked me to[\s\u00a0]+$/iu.test(
      draft.text.slice(Math.max(sentence.start, clause.verb.start - 16), clause.verb.start),
    )
  )
    return undefined;
  // «would urge», «should say»: what might be said; «I suggest» of a writer is his business with the reader.
  if (isBase(verb) && possible(draft, clause)) return undefined;
  // «what the Minister said is», «the reports I had read»: no clause depends on it.
  if (
    relative.test(
      draft.text.slice(
        Math.max(sentence.start, (clause.subject?.span.start ?? 0) - 24),
        clause.subject?.span.start ?? 0,
      ),
    )
  )
    return undefined;
  const telling = isTelling.test(verb) || isAsking.test(verb);
  const that = (isTelling.test(verb) ? p.thatTold : p.thatSaid).exec(rest);
  if (that) return clause.verb.end + that[0].length;
  if (onlyWithThat.test(verb) || (isNounToo(verb) && !certainlyVerb(draft, clause))) return undefined;
  //   > | argued “that the port is open”        > | said “they have a case”, he would not …
  //             ^^^^^^^^^^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^^^^
  const quoted = /^[\s\u00a0]+(?=[“"‘']\p{Ll}[^“”"]{14})/u.exec(rest);
  if (quoted && !isAsking.test(verb)) return clause.verb.end + quoted[0].length;
  const wanted = isWanting.test(verb);
  const found =
    (isAsking.test(verb) ? p.question.exec(rest) : null) ??
    (wanted ? null : (telling ? p.pronounTold : p.pronounClause).exec(rest)) ??
    (isIntransitive.test(verb) ? p.thatFar.exec(rest) : null) ??
    (isPlain.test(verb) ? p.plainClause.exec(rest) : null) ??
    (strong.test(verb) || isNounToo(verb) ? p.nounClause.exec(rest) : null) ??
    (strong.test(verb) ? p.saved.exec(rest) : null) ??
    (saving.test(verb) ? p.copula.exec(rest) : null) ??
    (/^(?:summari[sz]ed|replied|answered|said|added|explained|concluded|remarked|stated)$/iu.test(verb)
      ? p.colon.exec(rest)
      : null);
  return found ? clause.verb.end + found[0].length : undefined;
}

//   > | Mikoyan states there is no need …        right behind a person it is no noun: «Embassy reports»
//             ^^^^^^
function certainlyVerb(draft: Draft, { subject, verb }: Clause): boolean {
  if (!subject || !isThirdSingular(draft.slice(verb))) return false;
  const person =
    subject.pronoun === 'he' || subject.name?.type === 'person' || subject.name?.type === 'office';
  return person && /^[\s\u00a0]+(?:also[\s\u00a0]+)?$/iu.test(draft.text.slice(subject.span.end, verb.start));
}

/** «should say that», «I suggest that». */
const possible = (draft: Draft, { subject, verb }: Clause): boolean =>
  ((subject?.pronoun === 'I' || subject?.pronoun === 'we') &&
    !/\b(?:went on|wanted|wished|proceeded|took|continued|hastened|began|called|wrote|tried|telephoned)\b.*\bto[\s\u00a0]+$/isu.test(
      draft.text.slice(subject.span.end, verb.start),
    )) ||
  /\b(?:would|will|should|could|may|might|can|must|shall|not|cannot|never|to be able to|instructed to)[\s\u00a0]+(?:\p{L}+ly[\s\u00a0]+|also[\s\u00a0]+|like to[\s\u00a0]+)?$/iu.test(
    draft.text.slice(Math.max(0, verb.start - 30), verb.start),
  );

const relative =
  /\b(?:what|whatever|(?<!\b(?:in|by|to|during|after)[\s\u00a0])which|whom|as to what|everything|all)[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu;

/** «As the Minister said, …», «This, as he admitted, …»: what follows the comma is his. */
const parenthesis = /^(?:(?:This|That|It|Which|All this),[\s\u00a0]+)?as[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu;

const inserting =
  /^(?:said|says|say|added|adds|continued|explained|explains|noted|observed|remarked|replied|argued|argues|concluded|stated|states|declared|declares|insisted|pointed out|points out|admitted|asserted|asserts|claimed|claims|maintained|contended|suggested|emphasi[sz]ed|emphasi[sz]es|stressed|affirmed|conceded|confirmed|alleged|announced|acknowledged|reported|warned|complained|commented|repeated|reiterated|answered|responded|recalled|indicated|told|tells)$/iu;

/** Whom one tells, up to the comma that ends the insertion; «told Brown, the Minister, that» is none. */
const listening =
  /^[\s\u00a0]+(?:(?:the|our|his)[\s\u00a0]+)?[^\s,.;:]+(?:[\s\u00a0][^\s,.;:]+){0,3}(?=,(?!.*\bthat\b)|\.(?:\s|$)|\.$)/u;

//   > | Thus, he said, the deposits would suffice.      > | That was all, the Minister said.
//       ^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^^^^^              ^^^^^^^^^^^^
function insertion(draft: Draft, sentence: Span, clause: Clause): Span | undefined {
  const subject = clause.subject;
  if (!subject || !inserting.test(draft.slice(clause.verb))) return undefined;
  const before = draft.text.slice(Math.max(sentence.start, subject.span.start - 6), subject.span.start);
  if (!/,[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(before)) return undefined;
  //   > | Failing that, Khrushchev told the ambassador, the talks would end.
  //                                    ^^^^^^^^^^^^^^^
  const told = isTelling.test(draft.slice(clause.verb))
    ? listening.exec(draft.text.slice(clause.verb.end, sentence.end))?.[0]
    : '';
  if (told === undefined) return undefined;
  const end = clause.verb.end + told.length;
  const after = draft.text.slice(end, end + 2);
  if (!/^(?:,[\s\u00a0]?|\.(?:\s|$)|\.$)/u.test(after)) return undefined;
  const words = draft.slice(sentence);
  if (/^["“]/u.test(words)) return undefined;
  //   > | the draft which, he said, would be referred to Cabinet        what comes before is not his
  //                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  if (
    /\b(?:which|who|that|whom|where|and|but)[\s\u00a0]*,[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(
      draft.text.slice(Math.max(sentence.start, subject.span.start - 14), subject.span.start),
    )
  ) {
    const gap = /^,[\s\u00a0]*/u.exec(draft.text.slice(end, end + 3));
    const start = end + (gap?.[0].length ?? 0);
    return gap ? { start, end: withoutStop(draft, sentence.end, start) } : undefined;
  }
  return { start: sentence.start, end: withoutStop(draft, sentence.end, sentence.start) };
}

/** The clauses of one sentence. */
const clausesIn = (all: readonly Clause[], sentence: Span): readonly Clause[] =>
  all.slice(
    firstFrom(all, sentence.start, (c) => c.verb.start),
    firstFrom(all, sentence.end, (c) => c.verb.start),
  );

/** What stands between the comma and the subject of another clause: «, and the same day the». */
const joining =
  '(?:(?:and|but|while|whereupon|to which)[\\s\\u00a0]+)?(?:(?:the (?:same|next|following)|that) (?:day|morning|afternoon|evening|week)[\\s\\u00a0]+|(?:later|then|subsequently|on \\d{1,2} \\p{Lu}\\p{L}+)[\\s\\u00a0]+)?(?:the[\\s\\u00a0]+)?$';
const afterComma = new RegExp(`[,;][\\s\\u00a0]*${joining}`, 'iu');
const afterCommaOrBut = new RegExp(`${afterComma.source}|\\bbut[\\s\\u00a0]+(?:the[\\s\\u00a0]+)?$`, 'iu');
/** «said that A and he believed that B» */
const afterAnd = new RegExp(`${afterComma.source}|\\band[\\s\\u00a0]+$`, 'iu');

/** «…, Vice Minister Han said» or «… but proposed, “»: the reported clause is over. */
function takesOver(draft: Draft, clause: Clause, after: number, before: Clause): boolean {
  const subject = clause.subject;
  if (!subject) return false;
  // «that, after it had read the paper, the Government believed»: what another thinks or might say is told too.
  const verb = draft.slice(clause.verb);
  const thinks = isThinking(verb);
  if (thinks && subject.pronoun !== 'he' && subject.pronoun !== 'I') return false;
  if (isBase(verb) && possible(draft, clause)) return false;
  // «propose that, should the Government agree, …»: the verb is the auxiliary's.
  if (
    isBase(verb) &&
    /\b(?:should|would|could|may|might|must|can|will|shall)\b[^,;]*$/iu.test(
      draft.text.slice(after, clause.verb.start),
    )
  )
    return false;
  //   > | The Office, in intimating that the ship was lost, stated that …
  //                        ^^^^^^^^^^                        ^^^^^^
  if (
    isGerund(draft.slice(before.verb)) &&
    !isGerund(verb) &&
    subject === before.subject &&
    /,[\s\u00a0]+(?:also[\s\u00a0]+)?$/u.test(draft.text.slice(after, clause.verb.start))
  )
    return true;
  if (subject.span.start >= after)
    return (thinks ? (subject.pronoun === 'he' ? afterAnd : afterComma) : afterCommaOrBut).test(
      draft.text.slice(after, subject.span.start),
    );
  return /(?:\b(?:but|and)|[\s\u00a0][–—-])[\s\u00a0]+(?:(?:had|has|also|then|later|further|finally|instead|\p{L}+ly)[\s\u00a0]+)*$/iu.test(
    draft.text.slice(after, clause.verb.start),
  );
}

function endBefore(draft: Draft, clause: Clause, start: number): number {
  const at =
    clause.subject && clause.subject.span.start >= start ? clause.subject.span.start : clause.verb.start;
  const words = draft.text
    .slice(start, at)
    .replace(new RegExp(`[,;][\\s\\u00a0]*${joining}`, 'iu'), '')
    .replace(
      /(?:[,;]?[\s\u00a0]*(?:\b(?:and|but|while|whereupon|to which)\b[\s\u00a0]*)?(?:\bthe\b[\s\u00a0]*)?)$/iu,
      '',
    );
  return start + words.length;
}

function withoutStop(draft: Draft, end: number, start: number): number {
  let at = end;
  // An editor's pointer behind the sentence is none of its words.
  const pointer =
    /[\s\u00a0]*[([](?:see|cf|ibid|document|telegram|cablegram|reftel|ref|[A-Z]{2,5}\s?:)[^()[\]]{0,80}[)\]][.\s\u00a0]*$/iu.exec(
      draft.text.slice(Math.max(start, end - 120), end),
    );
  if (pointer) at -= pointer[0].length;
  while (at > start && /[.!?\s\u00a0]/u.test(draft.text[at - 1] ?? '')) at--;
  return at;
}

/** Said within brackets, it ends where they do. */
function bracketEnd(draft: Draft, sentence: Span, start: number): number {
  const before = draft.text.slice(sentence.start, start);
  if (before.lastIndexOf('(') <= before.lastIndexOf(')')) return Number.POSITIVE_INFINITY;
  let depth = 1;
  for (let at = start; at < sentence.end; at++) {
    if (draft.text[at] === '(') depth++;
    else if (draft.text[at] === ')' && --depth === 0) return at;
  }
  return Number.POSITIVE_INFINITY;
}

/** A third person with a verb of his own in the plain past. */
const deed =
  /^(?:(?:However|Then|Thereupon|Later|Finally|At this point),?[\s\u00a0]+)?(?:[Hh]e|[Ss]he|They|The[\s\u00a0]\p{Lu}\p{L}+(?:[\s\u00a0]\p{Lu}\p{L}+)?|(?:Mr|Dr|Mrs|Sir|Lord|General|Ambassador|Secretary|President|Minister)\.?[\s\u00a0]\p{Lu}\p{L}+)[\s\u00a0]+(?:then[\s\u00a0]+|also[\s\u00a0]+|\p{L}+ly[\s\u00a0]+)*(?:\p{L}{2,}ed|made|gave|left|took|went|spoke|read|thought|felt|saw|put|told|called|began|showed|knew|seemed)\b/u;

/** A verb of saying in the past whose subject stands before it, known or not: «The envoys replied that». */
const tellsOfSpeech = (draft: Draft, { verb }: Clause): boolean => {
  const form = draft.slice(verb);
  return (
    !isBase(form) &&
    !isGerund(form) &&
    !isNounToo(form) &&
    !isThinking(form) &&
    /^[\s\u00a0]+(?:(?:\p{L}+[\s\u00a0]+){0,5}(?:that|whether)|(?:he|she|they|it|there)[\s\u00a0]\p{L}+)\b/iu.test(
      draft.text.slice(verb.end, verb.end + 60),
    ) &&
    !/\b(?:was|were|been|be|is|are|it|as)[\s\u00a0]+(?:\p{L}+ly[\s\u00a0]+)?$/iu.test(
      draft.text.slice(Math.max(0, verb.start - 24), verb.start),
    )
  );
};

/** «A similar message had been sent by …»: what was done, not what was said. */
const handedOn =
  /\bhad been (?:made(?! (?:clear|plain|known))|given|sent|handed|addressed|delivered|conveyed)\b[^.;]{0,80}\b(?:by|to the)\b/iu;

/** Free indirect speech: nobody is said to speak, the tense is shifted back, there is no «I» and no quotation. */
function goesOn(draft: Draft, prose: Prose, sentence: Span, clauses: readonly Clause[]): boolean {
  const words = draft.slice(sentence);
  // Somebody is said to speak, though nobody knows who: what follows is not the first one's.
  if (clausesIn(clauses, sentence).some((c) => c.subject ?? tellsOfSpeech(draft, c))) return false;
  const quotation = prose.quotations[firstFrom(prose.quotations, sentence.start, (q) => q.span.start)];
  if (quotation && quotation.span.start < sentence.end) return false;
  // «He then left the meeting» tells what somebody did.
  if (deed.test(words)) return false;
  if (handedOn.test(words)) return false;
  // «(Telegram 12; ibid.) The next day Roe sent a message stating that …»: a reference, or another's paper.
  if (/^\(/u.test(words) || /\b(?:stating|saying|reporting|suggesting|noting) that\b/iu.test(words))
    return false;
  return backshifted.test(words) && !/\b(?:I|my|We|we|our)\b/u.test(words);
}
