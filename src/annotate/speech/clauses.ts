/**
 * Clauses of saying: who says, with which verb. Everything the rules of speech know about English syntax is
 * here: a subject right before the verb, or the subject of the clause before («… but proposed»).
 */
import type { NameMention, Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { inCapitals } from '../names/words.ts';
import { firstFrom } from '../span-index.ts';

const past =
  'said|notified|recommended|demanded|reiterated (?:his|her|their|the) (?:hope|view|belief|position)|wrote|cabled|telegraphed|stated|replied|proposed|asked|answered|added|continued|remarked|declared|explained|noted|observed|emphasi[sz]ed|stressed|pointed out|told|informed|suggested|responded|repeated|reiterated|insisted|commented|warned|agreed|admitted|concluded|mentioned|inquired|enquired|indicated|argued|maintained|claimed|assured|affirmed|recalled|requested|urged|expressed (?:the |his |her |their |its |my |our |a |an )?(?:\\w+ )?(?:view|hope|opinion|belief|fear|conviction|suspicion|concern|doubt|regret|confidence|wish|appreciation)|read aloud|made (?:the |these )?(?:following |two |three |several )*(?:points?|remarks?|statements?|comments?|observations?)|spoke as follows|retorted|rejoined|protested|complained|objected|interjected|conceded|acknowledged|announced|asserted|contended|confirmed|confided|cautioned|countered|denied|reported|reminded|revealed|disclosed|advised|volunteered|wondered|went on|summed up|took the (?:view|line|position|attitude)|made (?:it |quite |perfectly |very )*(?:clear|plain)|drew attention to the fact|(?:was|were|is|are) of (?:the )?(?:opinion|view)|gave (?:his|her|their|the) (?:opinion|view|assurance)|let it be known';
const other =
  'says|saying|states|stating|replying|proposing|asking|answering|adding|remarking|declaring|explaining|suggesting|responding|insisting|concluding|observing|pointing out|replies|asks|adds|explains|suggests|notes|feels|hopes|believes|considers|thinks|thought|believed|felt|hoped|considered|feared|doubted|understood|expected|assumed|speculated|predicted|estimated|envisaged|points out|observes|emphasi[sz]es|informs|agrees|indicates|maintains|insists|stresses|claims|argues|fears|expresses the (?:view|hope|opinion|belief)';
const infinitive =
  'say|state|add|explain|ask|point out|remark|suggest|observe|emphasi[sz]e|stress|note|make (?:it )?(?:clear|plain)|tell|inquire|express the (?:view|hope|opinion|belief)';
const verb = new RegExp(`\\b(?:${past}|${other}|(?<=\\bto[ \\u00a0])(?:${infinitive}))\\b`, 'gu');
const verbInCapitals = new RegExp(verb.source, 'giu');
/** Forms that can stand without a subject of their own: «in proposing», «but proposed». */
const gerund = /ing$/iu;

/** Words that may stand between subject and verb. */
const between =
  /^(?:[\s\u00a0]*\[\d{1,3}\])?(?:\d{1,2}(?=\s))?(?:[\s\u00a0]*(?:,[^,.;:]{1,90},|\([^().;:]{1,60}\)|—[^—.;:]{1,60}—)?[\s\u00a0]*(?:(?:then|next|also|further|again|only|thereupon|thereafter|first|finally|lastly|later|now|just|simply|merely|briefly|in (?:reply|response|turn|conclusion)|himself|herself|had|has|have|would|did|once|once again|immediately|repeatedly|clearly|frankly|therefore|however|subsequently|accordingly|personally|always|already|recently|strongly|firmly|earnestly|emphatically|quickly|promptly|evidently|apparently|privately|candidly|definitely|specifically|explicitly|both|all|still|nevertheless|rather|quite|never|still|too|(?:went|goes) on(?: to| by)?|(?:proceeded|wished|wanted|was careful|hastened|continued) to|(?:began|continued|concluded|ended|opened) by|took (?:the |this )?(?:occasion|opportunity) to)[\s\u00a0]+)*)$/iu;

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
  const capitals = inCapitals(draft.text, span);
  const outer = prose.quotations.filter((q) => q.depth === 0);
  const quoted = (at: number) =>
    at < (outer[firstFrom(outer, at + 1, (q) => q.span.start) - 1]?.span.end ?? -1);
  const candidates = subjects(draft, span, capitals).filter((s) => !quoted(s.span.start));
  for (const match of draft.slice(span).matchAll(capitals ? verbInCapitals : verb)) {
    const at = span.start + match.index;
    if (quoted(at)) continue;
    const where = { start: at, end: at + match[0].length };
    // The nearest that can stand before the verb; some are looked at, since names may lie within an insertion.
    const nearest = firstFrom(candidates, at, (s) => s.span.start);
    let adjacent: Clause['subject'];
    for (let back = 1; back <= 5 && !adjacent; back++) {
      const s = candidates[nearest - back];
      if (s && s.span.end <= at && at - s.span.end < 200 && between.test(draft.text.slice(s.span.end, at)))
        adjacent = s;
    }
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
  const gap = draft.text.slice(previous.verb.end, verbAt.start);
  if (gap.length > 600 || /[.!?][”"’»)]*[\s\u00a0]/u.test(gap)) return undefined;
  const before = gap.slice(-14);
  const coordinated = /(?:\b(?:but|and|or|then)|,)[\s\u00a0]+(?:then |also |further )?$/iu.test(before);
  const participle =
    gerund.test(draft.slice(verbAt)) &&
    /(?:\b(?:in|by|before|after|while|when)|,)[\s\u00a0]+$/iu.test(before);
  return coordinated || participle ? previous.subject : undefined;
}

const pronouns = /\b(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey)\b(?![’'ʼ.])/gu;
const pronounsInCapitals = /\b(?:I|HE|SHE|WE|THEY)\b(?![’'ʼ.])/gu;

function subjects(draft: Draft, span: Span, capitals: boolean): readonly NonNullable<Clause['subject']>[] {
  const found: NonNullable<Clause['subject']>[] = [];
  for (const name of draft.namesIn(span)) {
    if (name.type !== 'person' && name.type !== 'org' && name.type !== 'office') continue;
    // A possessive is no subject: «Han’s statement»; nor is what a preposition governs: «a letter from Han said».
    if (/^[’'ʼ]s?\b/iu.test(draft.text.slice(name.span.end, name.span.end + 3))) continue;
    if (governed.test(draft.text.slice(Math.max(0, name.span.start - 16), name.span.start))) continue;
    found.push({ span: name.span, name });
  }
  for (const match of draft.slice(span).matchAll(capitals ? pronounsInCapitals : pronouns)) {
    const word = match[0].toLowerCase();
    const pronoun = word === 'i' ? 'I' : word === 'we' ? 'we' : word === 'they' ? 'they' : 'he';
    found.push({
      span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
      pronoun,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const governed =
  /\b(?:of|from|by|with|for|to|between|about|against|than|as|via)[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu;
