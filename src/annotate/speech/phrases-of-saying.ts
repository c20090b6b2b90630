/**
 * Phrases that announce a quotation where the verb says something else: «repeated his views in the following terms:»,
 * «closed his speech with the following statement:», «used a noteworthy phrase:», «laid down the following principle.», «had written to Roe on 2 May:», «recorded that:»
 * The speaker is the subject of the sentence, or whom `by` names.
 */
import type { Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { inCapitals } from '../names/words.ts';
import type { Quotation } from '../quotations.ts';
import type { Announced } from './nouns-of-saying.ts';
import { mainSubject, type Subject, sentenceAt, subjectsIn } from './subjects.ts';

const phrase =
  /\b(?:in (?:the following|these|such) (?:terms|words|sense)|with (?:the following|these|the) (?:\p{L}+ )?(?:words|statement|comment|remark|observation|sentence|warning)|used (?:the|an?|these|another|the following) (?:\p{L}+ )?(?:words|phrase|expression|sentence|language)|(?:had|has|have) (?:\p{L}+ly )?(?:written|cabled|telegraphed)(?: back)?(?: to [^.;:]{3,60}?)?(?=(?: (?:on|at) [^.;:]{3,40})?[\s\u00a0]*:)|recorded(?: [^.;:]{2,80}?)?(?: that)?(?=[\s\u00a0]*:)|laid down the following (?:\p{L}+ )?(?:principles?|conditions?|rules?|polic(?:y|ies))(?: (?:to|for) [^.;:]{3,60})?|(?:sent|addressed|dispatched|despatched|cabled|telegraphed|wrote) (?:\p{L}+ )?the following(?: \p{L}+)? ?(?:to [^.;:]{3,60})?)(?: (?:on|at) [^.;:]{3,40})?(?:[\s\u00a0]*\[\d+\])?[\s\u00a0]*[:.,][–—-]?[\s\u00a0]*(?:\[\d+\][\s\u00a0]*)?$/iu;

/** The subject of a sentence that ends in such a phrase; undefined where it does not. */
export function subjectOfPhrase(draft: Draft, sentence: Span, before: number): Subject | undefined {
  const match = phrase.exec(draft.text.slice(Math.max(sentence.start, before - 170), before));
  if (!match) return undefined;
  const candidates = subjectsIn(draft, sentence, inCapitals(draft.text, sentence));
  const at = before - match[0].length;
  //   > | these views were relayed to Curtin by Bruce with the following comment:
  //                                          ^^^^^^^^
  const agent = draft
    .namesIn({ start: Math.max(sentence.start, at - 60), end: at })
    .find(
      (n) =>
        (n.type === 'person' || n.type === 'office') &&
        /\bby[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(
          draft.text.slice(Math.max(0, n.span.start - 9), n.span.start),
        ) &&
        /^(?:[\s\u00a0]+(?:on|at)[\s\u00a0][^,.;:]{2,30})?[\s\u00a0]*$/u.test(
          draft.text.slice(n.span.end, at),
        ),
    );
  if (agent) return { span: agent.span, name: agent };
  const subject = mainSubject(draft, sentence, candidates, at);
  // «suggests that a telegram be sent in the following terms» is nobody’s yet.
  return subject &&
    !/\b(?:that|which|who|should|might|would|be|been|was|were)\b/iu.test(
      draft.text.slice(subject.span.end, at),
    )
    ? subject
    : undefined;
}

/** A quotation that such a phrase announces. */
export function phrased(draft: Draft, prose: Prose, { span, inner }: Quotation): Announced | undefined {
  if (!/^[\s\u00a0]*[\p{Lu}\p{N}]/u.test(draft.text.slice(inner.start, inner.start + 3))) return undefined;
  // Behind a stop the sentence before announces.
  const sentence = sentenceAt(prose, span.start - 1);
  const subject = sentence && subjectOfPhrase(draft, sentence, span.start);
  return (
    subject && {
      clause: { verb: { start: span.start - 1, end: span.start }, subject },
      frame: { start: subject.span.start, end: span.start },
      rule: 'speech.noun',
    }
  );
}
