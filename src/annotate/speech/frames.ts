/**
 * Direct speech without quotation marks: a sentence that ends in a colon announces it, and it goes on for as
 * long as the numbering keeps within the announcing paragraph.
 *
 *     > | He then stated the following two points:
 *         ^^      ^^^^^^     ^^^^^^^^^            ^
 */
import type { Span, Speech } from '../../document.ts';
import { type Draft, type Prose, wholeQuotation } from '../draft.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { byNoun } from './nouns-of-saying.ts';
import { subjectOfPhrase } from './phrases-of-saying.ts';
import { type Scene, speakerOf } from './speakers.ts';
import { mainSubject, subjectsIn } from './subjects.ts';
import { isBase, isNounToo, isThinking } from './verbs.ts';

/** A colon at the end; telegrams put a stop: «made following statement.», «spoke as follows.» */
const announcing =
  /(?::(?:[–—-]|\d{1,2}|[\s\u00a0]?\[\d+\])?|\b(?:following (?:\p{L}+[\s\u00a0])?(?:statement|points?|remarks?|message|reply|observations?|comments?)|as follows)\.)[\s\u00a0]*$/iu;

/** No speech is taken to go on for more paragraphs than this. */
const longest = 200;

const firstPerson = /\b(?:I|we|We|my|My|our|Our|us|me)\b/u;

export function framedSpeech(draft: Draft, scene: Scene): readonly Speech[] {
  const found: Speech[] = [];
  for (let i = 0; i < draft.prose.length; i++) {
    const prose = draft.prose[i];
    const last = prose?.sentences.at(-1);
    if (!prose || !last || !announcing.test(draft.slice(last))) continue;
    const clauses = clausesOf(draft, prose);
    const following = draft.prose.slice(i + 1, i + 1 + longest);
    //   > | On 2 May Mr. Roe said:
    //       | “We shall study it.”        quotations of whole paragraphs, as many as follow each other
    const whole = takeWhile(following, (p) => wholeQuotation(draft.text, p) !== undefined);
    const quoted = whole[0] && wholeQuotation(draft.text, whole[0]);
    const told = announcer(draft, last, clauses);
    //   > | The following statement by Mr. Roe was reported in the Times:
    const author =
      quoted && !told?.subject
        ? byNoun(draft, prose, { ...quoted, span: { start: last.end, end: quoted.span.end } })?.clause
        : undefined;
    const clause = author ?? told;
    if (!clause?.subject || isThinking(draft.slice(clause.verb))) continue;
    // «I note:», «we suggest:» is the writer himself, and goes on being so.
    if (isBase(draft.slice(clause.verb)) && /^(?:I|we)$/.test(clause.subject.pronoun ?? '')) continue;
    const governed = whole.length > 0 ? whole : governedBy(prose, following);
    const first = governed[0];
    const end = governed.at(-1);
    if (!first || !end) continue;
    const speaker = speakerOf(draft, prose, clause, clauses, scene);
    const direct = whole.length > 0 || governed.some((p) => firstPerson.test(draft.slice(p.span)));
    const frame = { start: clause.subject?.span.start ?? clause.verb.start, end: last.end };
    // What is spoken is one speech over all its paragraphs; what is only told is told in each.
    const spans =
      whole.length > 0
        ? whole.flatMap((p) => wholeQuotation(draft.text, p)?.span ?? [])
        : direct
          ? [{ start: first.block.span.start, end: end.block.span.end }]
          : governed.map((p) => p.span).filter((s) => (draft.slice(s).match(/\p{L}{2,}/gu)?.length ?? 0) > 3);
    for (const span of spans)
      found.push({
        kind: 'speech',
        mode: direct ? 'direct' : 'reported',
        span,
        frame,
        rule: 'speech.frame',
        certainty: speaker.who ? (speaker.certainty === 'low' ? 'low' : 'medium') : 'low',
        ...(speaker.who ? { who: speaker.who } : {}),
        ...(speaker.candidates?.length ? { candidates: speaker.candidates } : {}),
      });
    if (!speaker.who)
      draft.questions.push({
        kind: 'speaker',
        span: last,
        rule: 'speech.frame',
        question: 'who speaks in the paragraphs that this sentence announces?',
        candidates: speaker.candidates ?? [],
      });
  }
  return found;
}

/**
 * The clause that announces: the last of the sentence, a noun in the form of a verb left out («my previous remarks»); a
 * phrase of saying tells its own subject. «Roe called me in and reading from a paper made following statement»: the
 * subject is that of the sentence.
 */
function announcer(draft: Draft, sentence: Span, clauses: readonly Clause[]): Clause | undefined {
  const phrased = subjectOfPhrase(draft, sentence, sentence.end);
  if (phrased) return { verb: { start: sentence.end - 1, end: sentence.end }, subject: phrased };
  const here = clauses.filter((c) => c.verb.start >= sentence.start);
  const [before, last] = [here.at(-2), here.at(-1)];
  const clause =
    last &&
    !last.subject &&
    before?.subject &&
    isNounToo(draft.slice(last.verb)) &&
    !/[,;]/u.test(draft.text.slice(before.verb.end, last.verb.start))
      ? before
      : last;
  if (!clause || clause.subject || !/^(?:made|gave|read)\b/iu.test(draft.slice(clause.verb))) return clause;
  const subject = mainSubject(draft, sentence, subjectsIn(draft, sentence, false), clause.verb.start);
  return subject ? { ...clause, subject } : clause;
}

/**
 * Paragraphs under a frame: numbered below it, with the unnumbered ones between; without numbers only the
 * next paragraph, since nothing says where the speech would end.
 */
function governedBy(frame: Prose, following: readonly Prose[]): readonly Prose[] {
  const n = frame.block.n;
  const first = following[0];
  if (!first) return [];
  if (n === undefined)
    return first.block.n === undefined ? [first] : takeWhile(following, (p) => p.block.n !== undefined);
  if (!first.block.n?.startsWith(`${n}.`)) return first.block.n === undefined ? [first] : [];
  return takeWhile(following, (p) => p.block.n === undefined || p.block.n.startsWith(`${n}.`));
}

function takeWhile<T>(items: readonly T[], test: (item: T) => boolean): readonly T[] {
  const end = items.findIndex((item) => !test(item));
  return end < 0 ? items : items.slice(0, end);
}
