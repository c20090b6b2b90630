/**
 * Names in the header that no title marks: a surname or a full name as sender, addressee, copy, signature; the
 * first words of a line of a list of participants; «SURNAME, FORENAME» of an archive's form.
 */
import type { HeaderField } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { type Mention, titleCase, tokensOf } from './person-finder.ts';
import { isPlaceName } from './places.ts';
import { isCommon, isInitial, isNameWord, isParticle, nameRun } from './words.ts';

/** Words that a body or an office has in its name and a person has not. */
const body =
  /^(?:am|us|u\.s\.)?(?:embassy|membassy|consul|congen|mission|lo\b|oecd|un\b|nato|int\b|del\b)|washdc|\b(?:government|department|office|ministry|delegation|legation|embassy|amembassy|consul\w*|commission\w*|committee|council|cabinet|mission|usmission|command\w*|board|staff|posts?|chiefs?|bank|conference|secretariat|bureau|minister|secretary|president|ambassador|director|delegates?|representatives?|company|agency|division|council|secstate|congress|record|file|party|division|assembly|amt|(?:bundes)?ministerium|botschaft|ministère|département|direction|the)\b/i;

export function partyOf(draft: Draft, field: HeaderField): Mention | undefined {
  if (['subject', 'salutation'].includes(field.name)) return undefined;
  const words = draft.words(field.span);
  const first = words[0];
  if (!first) return undefined;
  //   > | KIRKPATRICK, LYMAN B.
  //       ^^^^^^^^^^^^^^^^^^^^
  const printed = draft.slice(field.span);
  const inverted = /^(\p{Lu}[\p{Lu}’'-]{2,20}),\s+(\p{Lu}[\p{Lu}.’' -]{1,24})$/u.exec(printed);
  if (
    inverted &&
    words.length <= 4 &&
    !body.test(printed) &&
    !isCommon(first.key) &&
    !isPlaceName(first.text)
  )
    return {
      span: field.span,
      tokens: [...tokensOf(draft.text, words.slice(1)), ...tokensOf(draft.text, words.slice(0, 1))],
      rule: field.rule,
      certainty: 'medium',
    };
  //   > | A. S. D[RAKE]      an editor completes what was initialled
  const completed = /^(?<initials>(?:\p{Lu}\.\s?)+)(?<surname>\p{Lu}\[[\p{L}'’-]+\])$/u.exec(printed)?.groups;
  if (completed)
    return {
      span: field.span,
      tokens: [
        ...(completed.initials?.match(/\p{Lu}\./gu) ?? []),
        titleCase((completed.surname ?? '').replace(/[[\]]/g, '')),
      ],
      rule: field.rule,
      certainty: 'medium',
    };
  const capitals = !/\p{Ll}/u.test(printed);
  // The words of a signature in capitals are judged by their place, not by the dictionary.
  const signed = field.name === 'signature' || field.name === 'drafter';
  const length = signed && capitals ? words.length : nameRun(draft.text, words, 0, capitals, 6);
  const names = words.slice(0, length);
  const last = names.at(-1);
  if (!last || last.text.length < 2 || length > 5) return undefined;
  const whole = draft.text.slice(first.start, last.end);
  if (first.start > field.span.start + 1 || body.test(whole) || isPlaceName(whole)) return undefined;
  const rest = draft.text.slice(last.end, field.span.end);
  const alone = /^[\s.,;:()[\]\d*_]*$/.test(rest) || /^\s*\([^()]{2,40}\)\s*$/.test(rest);
  //   > | Casey, Australian Minister to the United States
  //       ^^^^^
  const described = /^(?:\s*\[\d+\]|\d)?\s*[,(—–-]/.test(rest) && field.name !== 'copy';
  if (!alone && !described) return undefined;
  if (described && names.length < 2 && field.name === 'participants' && !/^\s*[,(]/.test(rest))
    return undefined;
  if (!signed && names.every((w) => w.text.length === 1 || isCommon(w.key))) return undefined;
  if (/^[A-Z]{2,4}$/.test(whole) && !signed) return undefined;
  if (
    names.some(
      (w) =>
        w.text.length > 1 && !isParticle(w) && !isInitial(draft.text, w) && !isNameWord(w, false) && !signed,
    )
  )
    return undefined;
  return {
    span: { start: first.start, end: last.end },
    tokens: tokensOf(draft.text, names),
    rule: field.rule,
    certainty: field.certainty,
  };
}
