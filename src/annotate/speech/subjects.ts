/**
 * Subjects of clauses of saying: who stands right before the verb, or at the head of a sentence whose later verbs
 * have no subject of their own.
 */
import type { EntityId, NameMention, Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { firstFrom } from '../span-index.ts';

export interface Subject {
  readonly span: Span;
  readonly name?: NameMention;
  readonly pronoun?: 'I' | 'he' | 'we' | 'they' | 'you' | 'latter';
  /** Someone whom the text describes and does not name. */
  readonly described?: EntityId;
}

const pronouns = /\b(?:[Tt]he latter|I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Yy]ou)\b(?![’'ʼ.])/gu;
const pronounsInCapitals = /\b(?:THE LATTER|LATTER|I|HE|SHE|WE|THEY|YOU)\b(?![’'ʼ.])/gu;
/** What a scanner makes of «I» before a verb of saying. */
const misread =
  /(?<=^|[.\s|])[1l|](?=[ ](?:said|told|replied|asked|stated|answered|added|informed|advised)\b)/gu;

export function subjectsIn(draft: Draft, span: Span, capitals: boolean): readonly Subject[] {
  const found: Subject[] = [];
  for (const name of draft.namesIn(span)) {
    if (!['person', 'org', 'office', 'place'].includes(name.type)) continue;
    // A place speaks only where it stands for its government, at the head of a clause.
    if (name.type === 'place' && !speaksAsGovernment(draft, name, span)) continue;
    // A possessive is no subject: «Han’s statement»; nor is what a preposition governs: «a letter from Han said».
    if (/^[’'ʼ]s?\b/iu.test(draft.text.slice(name.span.end, name.span.end + 3))) continue;
    if (isGoverned(draft, name.span) && !goesOnWithWho(draft, name)) continue;
    if (name.type === 'org' && isWithin(draft, name.span)) continue;
    found.push({ span: name.span, name });
  }
  const words = draft.slice(span);
  for (const match of words.matchAll(capitals ? pronounsInCapitals : pronouns)) {
    const word = match[0].toLowerCase();
    const pronoun = word.endsWith('latter')
      ? 'latter'
      : word === 'i'
        ? 'I'
        : word === 'we'
          ? 'we'
          : word === 'they' || word === 'you'
            ? word
            : 'he';
    found.push({ span: at(span, match), pronoun });
  }
  if (draft.document.dialect === 'ocr-telegram')
    for (const match of words.matchAll(misread)) found.push({ span: at(span, match), pronoun: 'I' });
  return found.sort((a, b) => a.span.start - b.span.start);
}

const at = (span: Span, match: RegExpExecArray | RegExpMatchArray): Span => ({
  start: span.start + (match.index ?? 0),
  end: span.start + (match.index ?? 0) + match[0].length,
});

const governed =
  /\b(?:of|from|by|with|for|to|between|about|against|than|via|in|at|near|into)[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu;

/** «by Brown, who indicated»: only in the clause with «who». */
const isGoverned = (draft: Draft, { start }: Span): boolean =>
  governed.test(draft.text.slice(Math.max(0, start - 16), start));

/** «with United States Army General {Staff}»: the end of a longer name that a preposition governs. */
const isWithin = (draft: Draft, { start }: Span): boolean =>
  /\b(?:with|by|from)[\s\u00a0]+(?:the[\s\u00a0]+)?(?:\p{Lu}[\p{L}.]*[\s\u00a0]+){1,5}$/u.test(
    draft.text.slice(Math.max(0, start - 60), start),
  );

/** «friends of Brown, who» may be the friends. */
const goesOnWithWho = (draft: Draft, { type, span }: NameMention): boolean =>
  type === 'person' &&
  /\b(?:by|from|with|to)[\s\u00a0]+$/iu.test(draft.text.slice(Math.max(0, span.start - 8), span.start)) &&
  /^[^,.;:]{0,50},[\s\u00a0]who\b/iu.test(draft.text.slice(span.end, span.end + 60));

/** «…; Canberra suggested»: the name opens a clause, and is a state’s or its capital’s. */
function speaksAsGovernment(draft: Draft, name: NameMention, span: Span): boolean {
  const entity = name.entity ? draft.entity(name.entity) : undefined;
  if (!entity?.facts.zone) return false;
  const before = draft.text.slice(Math.max(span.start, name.span.start - 12), name.span.start);
  // «Redland, supported by Blueland, Greenland and others, had argued»: one of a list.
  if (
    /\b(?:supported|joined|backed|followed|seconded) by\b[^.;]*$|\b(?:including|such as|together with|along with)\b[^.;]*$/iu.test(
      draft.text.slice(Math.max(span.start, name.span.start - 160), name.span.start),
    )
  )
    return false;
  return (
    /^[\s\u00a0]*(?:the[\s\u00a0]+)?$/iu.test(draft.text.slice(span.start, name.span.start)) ||
    /(?:[.;:,]|\b(?:that|and|but|when|while|But|And))[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(before)
  );
}

/** Verbs that a subject may have before its verb of saying. */
const finite =
  '(?:had|has|have|was|were|is|are|would|will|did|does|could|can|gave|took|made|went|came|began|broke|brought|spoke|met|saw|read|left|sent|put|held|found|kept|thought|felt|wrote|drew|got|rose|laid|said|told|ran|sought|wants|says|thinks|feels|believes|hopes|questions|refers|turns|thanks|welcomes|agrees|asks|begins|opens|considers|addresses|describes|set|showed|understood|chose|saying|\\p{L}{2,}(?:ed|es))';
const predicate = new RegExp(
  `^(?:\\s?\\[\\d+\\]|\\d{1,2}(?=\\s))?(?:,[^,.;:]{1,90},|[\\s\\u00a0]*\\([^().;:]{1,60}\\))?[\\s\\u00a0]+(?:\\p{L}+ly[\\s\\u00a0]+|(?:also|then|again|who|now|next|first|further)[\\s\\u00a0]+)*${finite}\\b`,
  'iu',
);

/** Has it a verb of its own right behind it? */
export const actsAt = (draft: Draft, { span }: Subject): boolean =>
  predicate.test(draft.text.slice(span.end, span.end + 170));

/** What may stand before the subject of a sentence: a number, an article, a phrase that ends in a comma. */
const opening =
  /^[“"‘'(\s]*(?:\[\d+\]\s*)?(?:\d{1,2}[.)]\s*)?(?:(?:But|And|Yet|Thus|So)[\s\u00a0]+)?(?:(?:The (?:following|next|same|previous) |That |Earlier that |Later that )(?:day|morning|afternoon|evening|night|week|month|year)[\s\u00a0]+|(?:In|On|At|As|Against|Under|Upon|Over|Throughout|Despite|When|While|After|Before|During|To|For|From|With|By|Since|Later|Then|However|Earlier|Finally|Meanwhile|Although|Though|If|Regarding|Concerning|Following|Thereupon|Turning|Referring|Commenting|Asked|Speaking)\b(?:[^.;:]|(?<=\d)[.:](?=\d\d)|(?<=\b[ap](?:\.[ ]?m)?)\.){0,140}?,?[\s\u00a0]+|[^.;:]{1,120},[\s\u00a0]+)?(?:the[\s\u00a0]+)?$/iu;

/**
 * The subject of the sentence, for a verb further on in it that has none: «Khrushchev displayed satisfaction and
 * agreed …». Undefined where another subject with its own verb has come between.
 */
export function mainSubject(
  draft: Draft,
  sentence: Span,
  candidates: readonly Subject[],
  before: number,
): Subject | undefined {
  const first = firstFrom(candidates, sentence.start, (s) => s.span.start);
  const acting: Subject[] = [];
  for (let i = first; i < candidates.length; i++) {
    const candidate = candidates[i] as Subject;
    if (candidate.span.end > before) break;
    if (actsAt(draft, candidate) && !(candidate.name && isGoverned(draft, candidate.span)))
      acting.push(candidate);
    if (acting.length > 1) break;
  }
  const [one] = acting;
  if (acting.length !== 1 || !one) return undefined;
  return opening.test(draft.text.slice(sentence.start, one.span.start)) ? one : undefined;
}

/** The sentence of a paragraph in which a place lies. */
export const sentenceAt = (prose: Prose, offset: number): Span | undefined =>
  prose.sentences[firstFrom(prose.sentences, offset + 1, (s) => s.start) - 1];
