/**
 * Quotations whose speaker a noun of saying tells, and no verb: a label (`Roe: “…”`), a genitive (`Roe’s comment: “…”`),
 * a paper with its author (`a note from Roe dated 27 May reads: “I agree”`). A letter or message is its author’s words
 * where it speaks in the first person; a note, an annotation, a marginal comment always is.
 */
import type { NameMention, Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import type { Clause } from './clauses.ts';
import { mainSubject, sentenceAt, subjectsIn } from './subjects.ts';

/** A clause of saying, and the words with which it frames a quotation. */
export interface Announced {
  readonly clause: Clause;
  readonly frame: Span;
  /** `speech.quoted`, where none is given. */
  readonly rule?: 'speech.noun' | 'speech.continued';
}

/** So far before the mark the noun and its author stand. */
const reach = 320;

const b = '[\\s\\u00a0]+';
/** What one says, or jots down on a paper: whoever wrote it speaks. */
const utterance =
  'reply|answer|remarks?|words|comments?|response|annotations?|minute|marginal (?:note|comment)|(?:hand-?written )?(?:note|comment|postscript)|statement|speech|address|broadcast|opinion|views?';
/** Papers with an author: his words where they say «I». */
const paper =
  'message|letter|telegram|cablegram|cable|note|memorandum|minute|despatch|dispatch|teleprinter message|report';
const reads =
  '(?:was|were|is|reads?|ran|runs|said|says|stated|states|began|begins|continued|continues|added|adds|concluded|concludes|warned|included the (?:words|sentence|statement|comment))';
const follows = `(?:${b}(?:as follows|in part|inter alia|the following|that))?`;
const colon = '[\\s\\u00a0]*[:,][–—-]?[\\s\\u00a0]*$';

//   > | (Kuchma: “That is so.”)
//        ^^^^^^^
export function labelled(draft: Draft, quotation: Quotation): Announced | undefined {
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
  return {
    clause: { verb: { start: at, end: at + 1 }, subject: { span: name.span, name } },
    frame: { start: name.span.start, end: at + 1 },
  };
}

//   > | he reported Brown’s comment: “…”        > | this copy bears Brown’s annotation: “…”
//                   ^^^^^^^^^^^^^^^                                 ^^^^^^^^^^^^^^^^^^
const somebodys = new RegExp(
  `(?<!\\bto${b}(?:(?:the|Mr\\.?|Dr\\.?|Sir|Lord)${b})?)(?<name>\\p{Lu}[\\p{L}.-]+)[’'ʼ]s?${b}(?:(?:own|hand-?written|marginal|written)${b})?(?:reply|answer|remark|words|comment|response|annotation|minute|note|postscript|proclamation|statement|broadcast|(?<paper>message|letter|telegram|cablegram|cable|declaration))(?:${b}(?:to|of|in|on)${b}[^.;:]{2,60}?)?(?:${b}(?:was|were|reads?))?(?:${b}as follows)?[\\s\\u00a0]*:[–—-]?[\\s\\u00a0]*$`,
  'du',
);

/** Whose comment the clause before the colon reports, and not who reports it. */
export function ofGenitive(draft: Draft, prose: Prose, { span, inner }: Quotation): Announced | undefined {
  const from = Math.max(prose.span.start, span.start - 130);
  const match = somebodys.exec(draft.text.slice(from, span.start));
  const author = match?.indices?.groups?.name;
  if (!author || (match.groups?.paper && !firstPerson.test(draft.slice(inner)))) return undefined;
  const end = from + author[1];
  return authored(
    draft.namesIn({ start: from, end }).find((n) => n.type === 'person' && n.span.end === end),
    span,
  );
}

//   > | the reply of General Roe was as follows:- “I am opposed …”        > | a note from Roe dated 27 May, reads: “…”
//         ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^                               ^^^^^^^^^^^^^            ^^^^^
const ofSomebody = new RegExp(
  `\\b(?:(?<utterance>${utterance})|(?:${paper}))${b}(?:(?:to|on)${b}[^,.;:]{3,40}?${b})?(?:of|from|by)${b}(?:the${b})?(?<name>[^,.;:]{3,60}?)(?:,[^.;:]{2,80}?,|(?:,)?${b}(?:dated|of|on|to|in|about|for)${b}[^.;:]{1,70}?,?)?(?:${b}here)?${b}${reads}${follows}${colon}`,
  'diu',
);
//   > | The following statement by Hachiro Mori, Minister for Foreign Affairs, was reported in the Times: “…”
//                        ^^^^^^^^^^^^^^^^^^^^^^^^
const followingBy = new RegExp(
  `\\bfollowing${b}(?:\\p{L}+${b})?(?<utterance>${utterance}|${paper})${b}(?:of|from|by)${b}(?:the${b})?(?<name>[^,.;:]{3,60}?)(?:,[^.;:]{2,80}?,)?${b}(?:was|were|is|has been|had been|appeared|appears)(?:${b}(?:\\p{L}+ly${b})?(?:made|reported|issued|published|broadcast|given|sent|received|released|printed|carried|quoted))?[^.;:]{0,80}${colon}`,
  'diu',
);
//   > | … summed up in a recent speech by the Labour leader, Mr. Roe. “We shall …”
//                               ^^^^^^^^^                     ^^^^^^^
const speechBy =
  /\b(?:speech|broadcast|interview|statement|words|sentence|passage)[\s\u00a0]+(?:of|from|by)[\s\u00a0]+(?<name>[^.;:]{3,80}(?:\b(?:Mr|Dr|Mrs|Gen|Sen)\.[\s\u00a0]+)?[^.;:]{3,40}?)[.:][\s\u00a0]+(?:\[\d+\][\s\u00a0]*)?$/diu;
//   > | Mr Roe’s cable, sent on 10 March, had warned of a danger, and added: “…, we showed no interest.”
//       ^^^^^^^^^^^^^^
const inHisPaper = new RegExp(
  `(?<name>\\p{Lu}[\\p{L}.-]+)[’'ʼ]s?${b}(?:[\\p{L}-]+${b}){0,2}(?:${paper})\\b(?:[^.;:()]|\\([^()]{1,80}\\)){0,160}?(?:${b}|\\b)${reads}${follows}${colon}`,
  'du',
);
//   > | he sent a cablegram which read: “I have …”
//                 ^^^^^^^^^^^^^^^^^^^^
const whichRead = new RegExp(
  `\\b(?:reply|answer|statement|${paper})\\b[^.;:]{0,60}\\b(?:which|that)${b}(?:reads?|ran|runs|said|stated)(?:${b}(?:as follows|in part))?${colon}`,
  'iu',
);
//   > | 1 Roe to Foreign Office, 16 December 1939, not printed. It read: “I have today …”        an editor’s note
//         ^^^                                                   ^^^^^^^
const calendared =
  /(?:^|\s)(?:\d{1,3}[\s\u00a0]+)?(?<name>\p{Lu}[\p{L}’'.-]+(?:[\s\u00a0]\p{Lu}[\p{L}’'.-]+){0,2})[\s\u00a0]to[\s\u00a0]\p{Lu}[^.;:]{2,60},[\s\u00a0]\d[^;:]{2,120}[\s\u00a0](?:It|This|Which)[\s\u00a0](?:read|reads)(?:[\s\u00a0](?:as follows|in part))?:[\s\u00a0]*$/du;

const firstPerson = /\b(?:I|my|me|we|our)\b/iu;

/** A quotation that is the words of a paper or remark whose author its sentence names. */
export function byNoun(draft: Draft, prose: Prose, quotation: Quotation): Announced | undefined {
  const { span } = quotation;
  const sentence = sentenceAt(prose, span.start - 1) ?? prose.span;
  const from = Math.max(sentence.start, span.start - reach);
  const before = draft.text.slice(from, span.start);
  if (!/[:,.\]–—-][\s\u00a0]*$/u.test(before)) return undefined;
  const speaks = firstPerson.test(draft.slice(quotation.inner));
  for (const pattern of [ofSomebody, followingBy]) {
    const match = pattern.exec(before);
    const at = match?.indices?.groups?.name;
    if (!match || !at || !(speaks || match.groups?.utterance)) continue;
    const name = authorIn(draft, { start: from + at[0], end: from + at[1] });
    if (name) return authored(name, span);
  }
  const spoken = afterStop(draft, prose, quotation);
  if (spoken) return spoken;
  if (!speaks) return undefined;
  const owner = inHisPaper.exec(before)?.indices?.groups?.name;
  if (owner) {
    const end = from + owner[1];
    return authored(
      draft.namesIn({ start: from, end }).find((n) => n.type === 'person' && n.span.end === end),
      span,
    );
  }
  if (whichRead.test(before)) {
    const subject = mainSubject(draft, sentence, subjectsIn(draft, sentence, false), span.start);
    return (
      subject && {
        clause: { verb: { start: span.start - 1, end: span.start }, subject },
        frame: { start: subject.span.start, end: span.start },
        rule: 'speech.noun',
      }
    );
  }
  return inCalendar(draft, prose, span);
}

/** A speech and its speaker close a sentence, and its words stand right behind it. */
function afterStop(draft: Draft, prose: Prose, { span, inner }: Quotation): Announced | undefined {
  if (!/^[\s\u00a0]*\p{Lu}/u.test(draft.text.slice(inner.start, inner.start + 3))) return undefined;
  const from = Math.max(prose.span.start, span.start - 160);
  const at = speechBy.exec(draft.text.slice(from, span.start))?.indices?.groups?.name;
  if (!at) return undefined;
  const end = from + at[1];
  const name = draft
    .namesIn({ start: from + at[0], end })
    .filter((n) => n.type === 'person')
    .find((n) => n.span.end === end);
  return authored(name, span);
}

/** Editors call a paper by its sender and addressee, and quote from it. */
function inCalendar(draft: Draft, prose: Prose, span: Span): Announced | undefined {
  if (prose.block.label === undefined && !draft.notes.includes(prose)) return undefined;
  const from = Math.max(prose.span.start, span.start - reach);
  const at = calendared.exec(draft.text.slice(from, span.start))?.indices?.groups?.name;
  if (!at) return undefined;
  return authored(authorIn(draft, { start: from + at[0], end: from + at[1] }), span);
}

/** The one person within some words, else the one office: «the Labour leader, Mr. Roe» is Roe. */
function authorIn(draft: Draft, within: Span): NameMention | undefined {
  const names = draft.namesIn(within);
  const people = names.filter((n) => n.type === 'person');
  const offices = names.filter((n) => n.type === 'office');
  if (people.length > 0) return people.length === 1 ? people[0] : undefined;
  return offices.length === 1 ? offices[0] : undefined;
}

const authored = (name: NameMention | undefined, quotation: Span): Announced | undefined =>
  name && {
    clause: {
      verb: { start: quotation.start - 1, end: quotation.start },
      subject: { span: name.span, name },
    },
    frame: { start: name.span.start, end: quotation.start },
    rule: 'speech.noun',
  };
