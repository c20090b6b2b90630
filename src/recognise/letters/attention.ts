/** Lines that say for whom a message is, from whom, to whom it was repeated, to what it refers. */
import type { FieldName, HeaderField, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { partiesIn } from './parties.ts';

const field = (text: string, name: FieldName, span: Span, rule: RuleId): HeaderField => ({
  name,
  value: text.slice(span.start, span.end).replace(/\s+/g, ' '),
  span,
  layer: 'text',
  rule,
  certainty: 'medium',
});

/**
 * A line of address and nothing else.
 *
 *     > | For Brown from Smith.       > | Following for Prime Minister from my Prime Minister.
 *             ^^^^^      ^^^^^                      ^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^
 */
export function readAttention(text: string, span: Span): readonly HeaderField[] | undefined {
  const words = text.slice(span.start, span.end);
  if (words.length > 140 || /[!?]/.test(words)) return undefined;
  const fields: HeaderField[] = [];
  let at = 0;
  for (const part of words.split(/(;\s*)/)) {
    const clause =
      /^(?:(?:Secret|Personal|Confidential|Most immediate|Private)(?: and (?:personal|confidential|secret))?[.,]?\s+)?(?:Following\s+)?(?:(?:is\s+)?for\s+(?:the\s+)?(.+?)(?:\s+from\s+(?:the\s+)?(.+?))?|from\s+(?:the\s+)?(.+?)\s+(?:to|for)\s+(?:the\s+)?(.+?)|from\s+(.+?))[\s.:,\\–—-]*(?:\s*\[\d{1,3}\]|(?<=\D)\d{1,2})*[\s.:,–—-]*$/diu.exec(
        part,
      );
    if (!/^;\s*$/.test(part)) {
      const to = clause?.indices?.[1] ?? clause?.indices?.[4];
      const from = clause?.indices?.[2] ?? clause?.indices?.[3] ?? clause?.indices?.[5];
      if (!clause || (!to && !from)) return undefined;
      for (const [name, place] of [
        ['to', to],
        ['from', from],
      ] as const) {
        if (!place) continue;
        const start = span.start + at + place[0];
        const end = span.start + at + place[1];
        if (!addressable(text.slice(start, end))) return undefined;
        for (const p of partiesIn(text, { start, end }))
          fields.push(field(text, name, p, 'header.attention'));
      }
    }
    at += part.length;
  }
  return fields.length > 0 ? fields.sort((a, b) => a.span.start - b.span.start) : undefined;
}

/** A name or an office, not a clause: capitals, few words, no verb. */
const addressable = (words: string): boolean =>
  /^(?:my |your |Acting )?(?:the )?\p{Lu}/u.test(words) &&
  words.length <= 70 &&
  !/\b(?:is|are|was|were|has|have|will|would|should|been|be|please|information|your|that|this|which|reply|text|reasons?)\b/i.test(
    words,
  ) &&
  !/[.!?]\s+\p{Lu}\p{Ll}{3}/u.test(words) &&
  !/^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(words);

/**
 *     > | Repeated to Secretary of State for Dominion Affairs and to Ministry of Defence
 *         ^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^^
 */
export function readCopies(
  text: string,
  span: Span,
): { readonly label: Span; readonly fields: readonly HeaderField[] } | undefined {
  const words = text.slice(span.start, span.end);
  const label =
    /^\(?(?:and )?(?:repeated(?: for information)?(?: to)?|(?:for )?repetition to|copy to|copies to|c\.?c\.?|info(?:rmation)?(?: to)?)(?:\s*:|(?<=to)(?=\s)|(?<=\.)(?=\s)|(?=\s\p{Lu}))\s*/iu.exec(
      words,
    );
  if (!label || words.length > 220) return undefined;
  const value = {
    start: span.start + label[0].length,
    end: span.end - (/[.)\s]*$/.exec(words)?.[0].length ?? 0),
  };
  const rest = text.slice(value.start, value.end);
  if (
    !/^[\p{Lu}\d]/u.test(rest) ||
    /\.\s+\p{Lu}\p{Ll}/u.test(rest.replace(/\b(?:\p{Lu}|Mr|Mrs|Dr|St|No|Nos|Lt|Col)\.\s?/gu, ''))
  )
    return undefined;
  if (/\b(?:is|are|was|were|has|have|will|would|should)\b/.test(rest)) return undefined;
  const fields = partiesIn(text, value).map((p) => field(text, 'copy', p, 'header.copies'));
  if (fields.length === 0) return undefined;
  return {
    label: { start: span.start, end: span.start + label[0].trimEnd().length },
    fields: fields.map((f) => ({ ...f, certainty: 'high' })),
  };
}

/**
 * A line of reference to another message, and nothing else.
 *
 *     > | Ref O.JA2498, O.JA2497       > | Your telegram No. 332. [1]       > | My 5 of 2nd March.1
 *         ^^^ ^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^^
 */
export function readReference(
  text: string,
  span: Span,
): { readonly label?: Span; readonly fields: readonly HeaderField[] } | undefined {
  const words = text.slice(span.start, span.end);
  if (words.length > 130) return undefined;
  const marked = /^(?:Refs?|Re|Reference)\b[.:]*\s*(?=\S)/.exec(words);
  const labelled = marked ?? /^Ref(?=[O0]\.)/.exec(words);
  const tail = /(?:\s*\[\d{1,3}\]|[\s.:,–—_-]+)*$/.exec(words)?.[0].length ?? 0;
  const value = { start: span.start + (labelled?.[0].length ?? 0), end: span.end - tail };
  const rest = text.slice(value.start, value.end);
  if (!/\d/.test(rest) || rest === '') return undefined;
  const named =
    /^(?:(?:my|your|our|their)\s+(?:(?:immediately\s+(?:preceding|following)\s+)?(?:circular\s+)?(?:cablegrams?|telegrams?|cables?|memorand(?:um|a)|letters?|savingrams?|messages?|despatch|dispatch)\b|(?=[A-Z]*\.?\s?\d))|(?:circular\s+)?(?:cablegrams?|telegrams?)\s+(?:no\.?\s*)?[A-Z]*\d)/i;
  if (labelled ? rest.length > 90 : !named.test(rest)) return undefined;
  if (
    /\b(?:is|are|was|were|has|have|had|will|would|should|been|received|been|not|regarding|stated|and\s+(?:I|we))\b|[.]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(
      rest,
    )
  )
    return undefined;
  const found: HeaderField = { ...field(text, 'reference', value, 'header.reference'), certainty: 'high' };
  return labelled
    ? { label: { start: span.start, end: span.start + labelled[0].trimEnd().length }, fields: [found] }
    : { fields: [found] };
}
