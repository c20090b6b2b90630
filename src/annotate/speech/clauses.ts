/**
 * Clauses of saying: who says, with which verb. Everything the rules of speech know about English syntax is
 * here: a subject right before the verb, or the subject of the clause before («… but proposed»).
 */
import type { NameMention, Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { firstFrom } from '../span-index.ts';

const past =
  'said|stated|replied|proposed|asked|answered|added|continued|remarked|declared|explained|noted|observed|emphasi[sz]ed|stressed|pointed out|told|informed|suggested|responded|repeated|reiterated|insisted|commented|warned|agreed|admitted|concluded|mentioned|inquired|enquired|indicated|argued|maintained|claimed|assured|affirmed|recalled|requested|urged|expressed the (?:view|hope|opinion|belief)|read aloud|made (?:the |these )?(?:following |two |three |several )*(?:points?|remarks?|statements?|comments?|observations?)|spoke as follows';
const other =
  'says|saying|states|stating|replying|proposing|asking|answering|adding|remarking|declaring|explaining|suggesting|responding|insisting|concluding|replies|asks|adds|thinks|thought|believed|felt|hoped';
const verb = new RegExp(`\\b(?:${past}|${other})\\b`, 'gu');
/** Forms that can stand without a subject of their own: «in proposing», «but proposed». */
const gerund = /ing$/u;

/** Words that may stand between subject and verb. */
const between =
  /^(?:[\s\u00a0]*(?:,[^,.;:]{1,80},)?[\s\u00a0]*(?:(?:then|next|also|further|again|only|thereupon|thereafter|first|finally|lastly|later|now|just|simply|merely|briefly|in (?:reply|response|turn|conclusion)|had|has|have|would|did|once|once again|immediately|repeatedly|clearly|frankly|again)[\s\u00a0]+)*)$/u;

export interface Clause {
  readonly verb: Span;
  /** A mention of a person or organisation, the writer, or a pronoun of the third person. */
  readonly subject?: {
    readonly span: Span;
    readonly name?: NameMention;
    readonly pronoun?: 'I' | 'he' | 'we' | 'they';
  };
}

/** Clauses of saying of a paragraph, outside quotations, in order. */
export function clausesOf(draft: Draft, prose: Prose): readonly Clause[] {
  const span = prose.span;
  const clauses: Clause[] = [];
  const outer = prose.quotations.filter((q) => q.depth === 0);
  const quoted = (at: number) =>
    at < (outer[firstFrom(outer, at + 1, (q) => q.span.start) - 1]?.span.end ?? -1);
  const candidates = subjects(draft, span).filter((s) => !quoted(s.span.start));
  for (const match of draft.slice(span).matchAll(verb)) {
    const at = span.start + match.index;
    if (quoted(at)) continue;
    const where = { start: at, end: at + match[0].length };
    // The nearest that can stand before the verb; two are looked at, since a name may lie within an insertion.
    const nearest = firstFrom(candidates, at, (s) => s.span.start);
    const adjacent = [candidates[nearest - 1], candidates[nearest - 2], candidates[nearest - 3]].find(
      (s) => s && s.span.end <= at && at - s.span.end < 200 && between.test(draft.text.slice(s.span.end, at)),
    );
    const subject = adjacent ?? sharedSubject(draft, clauses.at(-1), where);
    clauses.push(subject ? { verb: where, subject } : { verb: where });
  }
  return clauses;
}

/**
 * The subject of the clause before, within the same sentence: «… but proposed», «and added», «in proposing».
 */
function sharedSubject(draft: Draft, previous: Clause | undefined, verbAt: Span): Clause['subject'] {
  if (!previous?.subject) return undefined;
  if (/[.!?][”"’»)]*[\s\u00a0]/u.test(draft.text.slice(previous.verb.end, verbAt.start))) return undefined;
  const before = draft.text.slice(Math.max(previous.verb.end, verbAt.start - 14), verbAt.start);
  const coordinated = /(?:\b(?:but|and|or|then)|,)[\s\u00a0]+(?:then |also |further )?$/u.test(before);
  const participle =
    gerund.test(draft.slice(verbAt)) && /(?:\b(?:in|by|before|after|while|when)|,)[\s\u00a0]+$/u.test(before);
  return coordinated || participle ? previous.subject : undefined;
}

function subjects(draft: Draft, span: Span): readonly NonNullable<Clause['subject']>[] {
  const found: NonNullable<Clause['subject']>[] = [];
  for (const name of draft.namesIn(span)) {
    if (name.type !== 'person' && name.type !== 'org' && name.type !== 'office') continue;
    // A possessive is no subject: «Han’s statement».
    if (/^[’']s\b/u.test(draft.text.slice(name.span.end, name.span.end + 3))) continue;
    found.push({ span: name.span, name });
  }
  for (const match of draft.slice(span).matchAll(/\b(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey)\b(?![’'])/gu)) {
    const word = match[0].toLowerCase();
    const pronoun = word === 'i' ? 'I' : word === 'we' ? 'we' : word === 'they' ? 'they' : 'he';
    found.push({
      span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
      pronoun,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
