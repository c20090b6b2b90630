/**
 * Clauses of saying: who says, with which verb. Everything the rules of speech know about English syntax is
 * here: a subject right before the verb, or the subject of the clause before («… but proposed»).
 */
import type { NameMention, Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';

const past =
  'said|stated|replied|proposed|asked|answered|added|continued|remarked|declared|explained|noted|observed|emphasi[sz]ed|stressed|pointed out|told|informed|suggested|responded|repeated|reiterated|insisted|commented|warned|agreed|admitted|concluded|mentioned|inquired|enquired|indicated|argued|maintained|claimed|assured|affirmed|recalled|requested|urged|expressed the (?:view|hope|opinion|belief)|read aloud';
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

/** Clauses of saying within a span of prose, outside quotations, in order. */
export function clausesOf(
  draft: Draft,
  prose: Prose,
  span: Span,
  names: readonly NameMention[],
): readonly Clause[] {
  const clauses: Clause[] = [];
  const text = draft.slice(span);
  const quoted = (at: number) =>
    prose.quotations.some((q) => q.depth === 0 && at >= q.span.start && at < q.span.end);
  const candidates = subjects(draft, span, names).filter((s) => !quoted(s.span.start));
  for (const match of text.matchAll(verb)) {
    const at = span.start + match.index;
    if (quoted(at)) continue;
    const where = { start: at, end: at + match[0].length };
    const adjacent = candidates
      .filter((s) => s.span.end <= at && between.test(draft.text.slice(s.span.end, at)))
      .at(-1);
    if (adjacent) {
      clauses.push({ verb: where, subject: adjacent });
      continue;
    }
    // «… but proposed», «and added», «in proposing»: the subject of the clause before.
    const before = draft.text.slice(Math.max(span.start, at - 12), at);
    const previous = clauses.at(-1)?.subject;
    if (
      previous &&
      (/(?:\b(?:but|and|or|then)|,)[\s\u00a0]+(?:then |also |further )?$/u.test(before) ||
        (gerund.test(match[0]) && /\b(?:in|by|before|after)?[\s\u00a0]*$/u.test(before)))
    )
      clauses.push({ verb: where, subject: previous });
    else clauses.push({ verb: where });
  }
  return clauses;
}

function subjects(
  draft: Draft,
  span: Span,
  names: readonly NameMention[],
): readonly NonNullable<Clause['subject']>[] {
  const found: NonNullable<Clause['subject']>[] = [];
  for (const name of names) {
    if (name.span.start < span.start || name.span.end > span.end) continue;
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
