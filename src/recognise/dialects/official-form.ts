/**
 * Papers of offices and ministries whose layout is of no archive that Chancery knows better: a head of lines that say
 * by their form what they are (FM and TO, MEMORANDUM FOR, Betr., N°, place and date), the text, signature, copies.
 */
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import { footOf } from '../forms/foot.ts';
import { headOf } from '../forms/head.ts';
import type { Seen } from '../forms/lines.ts';
import type { Line } from '../lines.ts';
import { isWrapped, ParagraphReader } from '../us/paragraphs.ts';
import { readParticipants } from '../us/participants.ts';
import { ReadingDraft } from '../us/reading.ts';
import { markTurns } from '../us/turns.ts';

/** How much each thing seen tells, and in what words; what only some offices write tells most. */
const weights: Readonly<Record<Seen, readonly [number, string]>> = {
  telno: [0.45, 'TELNO and a number'],
  parties: [0.4, 'who wrote to whom'],
  diary: [0.4, 'the diary of an official'],
  memorandum: [0.3, 'MEMORANDUM FOR'],
  sender: [0.3, 'FM and a post'],
  group: [0.2, 'a date-time group'],
  title: [0.3, 'a title that names a conversation or a cable'],
  pair: [0.25, 'labels with their values'],
  address: [0.15, 'TO and INFO'],
  number: [0.2, 'a number'],
  file: [0.2, 'the number of a file'],
  dateline: [0.2, 'place and date'],
  participants: [0.2, 'those who took part'],
  marking: [0.15, 'markings'],
  other: [0, ''],
};

function recognise(page: Page): Recognition {
  const { seen } = headOf(page.text, page.lines);
  const told = [...seen].filter((s) => s !== 'other');
  const score =
    told.length < 2
      ? 0
      : Math.min(
          0.85,
          told.reduce((sum, s) => sum + weights[s][0], 0),
        );
  return { score, why: told.map((s) => weights[s][1]).join(', ') || 'no line that says what it is' };
}

function read(page: Page): Reading {
  const { text, lines } = page;
  const draft = new ReadingDraft(text);
  const head = headOf(text, lines);
  // What was sent has a sender; a record only has its day.
  const sent = head.rows.some((r) => r.reading?.fields.some((f) => f.name === 'from' || f.name === 'to'));
  const once = new Set<string>();
  for (const { line, reading } of head.rows) {
    if (!reading) continue;
    if (reading.furniture) {
      draft.furniture(line.inner, 'other', reading.rule);
      continue;
    }
    const fields = reading.fields
      .map((f) => (f.name === 'sent' && !sent ? { ...f, name: 'place-date' as const } : f))
      .filter((f) => {
        const first = !once.has(f.name);
        once.add(f.name);
        return first || many.has(f.name);
      });
    draft.header(line.inner, fields, reading.rule, { label: reading.label });
  }
  let from = head.end;
  while (lines[from]?.text === '') from++;
  from = readParticipants(draft, lines, from, lines.length) ?? from;
  const foot = footOf(text, lines, from);
  for (const { line, rule, fields, furniture } of foot.rows)
    if (furniture) draft.furniture(line.inner, 'other', rule);
    else draft.header(line.inner, fields, rule, { closer: true });
  const body = lines.slice(from, foot.start);
  const paragraphs = new ParagraphReader(text);
  draft.add(markTurns(text, paragraphs.read(body, { wrapped: isWrapped(body) })), paragraphs.questions);
  return draft.reading(languageOf(body));
}

/** Facts that a head may give more than once. */
const many: ReadonlySet<string> = new Set(['copy', 'to', 'reference', 'participants', 'handling']);

const german = /\b(?:der|die|das|und|ist|nicht|mit|von|daß|dass|wurde|sei)\b/giu;
const french = /\b(?:le|la|les|des|est|que|qui|dans|pour|une|vous|nous)\b/giu;
const english = /\b(?:the|and|that|was|with|for|have|his|would|not)\b/giu;

/** By the small words of the text. */
function languageOf(lines: readonly Line[]): string {
  const words = lines
    .map((l) => l.text)
    .join(' ')
    .slice(0, 6000);
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  const [de, fr, en] = [count(german), count(french), count(english)];
  return de > fr && de > en ? 'de' : fr > de && fr > en ? 'fr' : 'en';
}

export const officialForm: Dialect = {
  id: 'official-form',
  name: 'paper with the head of an office',
  recognise,
  read,
};
