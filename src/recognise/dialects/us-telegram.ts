/**
 * A telegram of the US Department of State, 1973-79, in capitals: perhaps the head with date-time group,
 * addresses and labels; numbered paragraphs; a surname as signature; what transmission and filing have left.
 * Many come as the body alone.
 */
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import type { Line } from '../lines.ts';
import { isAddress } from '../us/addresses.ts';
import { attributesStart, readAttribute } from '../us/attributes.ts';
import { readCurrentMarking } from '../us/current-marking.ts';
import { readDateTimeGroup } from '../us/date-time-group.ts';
import { entityListEnd } from '../us/entity-list.ts';
import { isLabelled } from '../us/labels.ts';
import { readMarkingLine } from '../us/marking-line.ts';
import { isWrapped, labelOf, ParagraphReader } from '../us/paragraphs.ts';
import { field, ReadingDraft } from '../us/reading.ts';
import { readDrafter, readGluedSignature, readSignature } from '../us/signature.ts';
import { beginsHead, HeadFacts, readHead } from '../us/telegram-head.ts';
import { isRunningHead, transmissionAtEnd, transmissionOf } from '../us/transmission.ts';

/** Share of capitals among the letters of the first lines; what the archive's system has added does not count. */
function capitals(page: Page): number {
  let upper = 0;
  let lower = 0;
  for (const line of page.lines.slice(0, 120)) {
    if (readCurrentMarking(page.text, line) || transmissionOf(line.text)) continue;
    for (const c of line.text.slice(0, 2000)) {
      if (c >= 'A' && c <= 'Z') upper++;
      else if (c >= 'a' && c <= 'z') lower++;
    }
  }
  return upper + lower < 20 ? 0 : upper / (upper + lower);
}

function recognise(page: Page): Recognition {
  const share = capitals(page);
  if (share < 0.75) return { score: 0, why: `${Math.round(share * 100)} of 100 letters are capitals` };
  const filled = page.lines.filter((l) => l.text !== '');
  const head = filled.slice(0, 80);
  const seen: string[] = [];
  let score = share > 0.95 ? 0.3 : 0.15;
  const add = (points: number, what: string) => {
    score += points;
    seen.push(what);
  };
  if (head.some((l) => readDateTimeGroup(page.text, l))) add(0.4, 'a date-time group');
  if (filled.some(isAddress)) add(0.3, 'addresses of posts');
  if (head.some((l) => isLabelled(l.text))) add(0.2, 'TAGS, SUBJECT or REF');
  if (
    filled.some(
      (l) =>
        l.text.length < 120 && readMarkingLine(page.text, l.inner)?.some((f) => f.name === 'document-number'),
    )
  )
    add(0.3, 'a marking line with post and number');
  if (head.some((l) => /^1\s?[.)]|^2\s?[.)]/.test(l.text))) add(0.2, 'numbered paragraphs');
  const tail = filled.slice(-6);
  if (tail.some((l) => readSignature(page.text, l) ?? readGluedSignature(page.text, l)))
    add(0.2, 'a surname as signature');
  if (tail.some((l) => transmissionOf(l.text) ?? readCurrentMarking(page.text, l)))
    add(0.2, 'signs of transmission');
  if (
    filled.some((l) =>
      /\b(?:REFTEL|SEPTEL|DEPTEL|EMBTEL|RPT|EMBOFFS?|PRIMIN|FONMIN|POLCOUNS|DCM|FYI|USG|PARA \d)\b/.test(
        l.text.slice(0, 4000),
      ),
    )
  )
    add(0.2, 'words of telegraphic English');
  return {
    score: Math.min(1, score),
    why: `capitals; ${seen.length > 0 ? seen.join(', ') : 'nothing else of a telegram'}`,
  };
}

function read(page: Page): Reading {
  const { text } = page;
  let { lines } = page;
  const draft = new ReadingDraft(text);
  const facts = new HeadFacts();
  const paragraphs = new ParagraphReader(text);

  // 1. What others have set before and below the telegram.
  const start = entityListEnd(lines);
  for (const line of lines.slice(0, start))
    if (line.text !== '') draft.furniture(line.inner, 'other', 'block.entity-list', 'medium');
  const attributes = Math.max(start, attributesStart(lines));
  for (const line of lines.slice(attributes)) {
    if (line.text === '') continue;
    const left = transmissionOf(line.text);
    if (left) draft.furniture(line.inner, left.class, left.rule);
    else draft.archive(line.inner, readAttribute(text, line));
  }

  // 2. The foot, from below; the head, from above.
  const { foot, cut } = readFoot(draft, lines, start, attributes, facts);
  // A signature at the end of the last line is the foot's; the head must not take that line whole.
  const last = lines[foot - 1];
  if (cut !== undefined && last) lines = lines.with(foot - 1, upTo(text, last, cut));
  let at = readHead(draft, lines, start, foot, facts, false);
  at = orphans(draft, lines, at, foot, facts);
  at = entireText(draft, lines, at, foot, facts, paragraphs);

  // 3. The text between, with the heads of later sections in it.
  const wrapped = isWrapped(lines.slice(at, foot));
  let run: Line[] = [];
  const flush = () => {
    draft.add(paragraphs.read(run, { wrapped }));
    run = [];
  };
  while (at < foot) {
    const line = lines[at] as Line;
    const left = transmissionOf(line.text);
    const end = transmissionAtEnd(line);
    if (beginsHead(text, line, lines[at + 1])) {
      flush();
      const next = readHead(draft, lines, at, foot, facts, true);
      at = Math.max(next, at + 1);
    } else if (left ?? isRunningHead(text, line)) {
      flush();
      draft.furniture(line.inner, left?.class ?? 'page-head', left?.rule ?? 'block.running-head');
      at++;
    } else if (end) {
      run.push(upTo(text, line, end.start));
      flush();
      draft.furniture(end, 'other', 'block.transmission');
      at = Math.max(readHead(draft, lines, at + 1, foot, facts, true), at + 1);
    } else {
      run.push(line);
      at++;
    }
  }
  flush();
  draft.add([], paragraphs.findings());
  return draft.reading();
}

/** The line without what has run on at its end. */
function upTo(text: string, line: Line, end: number): Line {
  let stop = end;
  while (stop > line.inner.start && /\s/u.test(text[stop - 1] ?? '')) stop--;
  return {
    span: { start: line.span.start, end },
    inner: { start: line.inner.start, end: stop },
    text: text.slice(line.inner.start, stop),
  };
}

/** Signature, drafter, notes of the communications centre, markings in asterisks. Returns where the foot begins. */
function readFoot(
  draft: ReadingDraft,
  lines: readonly Line[],
  start: number,
  end: number,
  facts: HeadFacts,
): { readonly foot: number; readonly cut: number | undefined } {
  const { text } = draft;
  let foot = end;
  let signed = false;
  let cut: number | undefined;
  for (let i = end - 1; i >= start; i--) {
    const line = lines[i] as Line;
    if (line.text === '') continue;
    const left = transmissionOf(line.text);
    const current = readCurrentMarking(text, line);
    const drafter = readDrafter(text, line);
    if (left) draft.furniture(line.inner, left.class, left.rule);
    else if (current)
      draft.header(line.inner, facts.fresh(current.fields), 'header.us-current-marking', {
        closer: true,
        label: current.label,
        certainty: 'medium',
      });
    else if (drafter && !signed) draft.header(line.inner, [drafter], 'header.us-drafter', { closer: true });
    else if (/^NOTE BY [A-Z/]+ ?:/.test(line.text) && !signed)
      draft.blocks.push({
        kind: 'note',
        layer: 'text',
        span: line.inner,
        rule: 'block.transmission',
        certainty: 'medium',
      });
    else if (isRunningHead(text, line) && !signed)
      draft.furniture(line.inner, 'page-head', 'block.running-head');
    else {
      const signature = signed ? undefined : readSignature(text, line);
      if (signature) {
        draft.header(line.inner, [signature], 'header.us-signature', { closer: true });
        signed = true;
      } else {
        const glued = signed ? undefined : readGluedSignature(text, line);
        if (glued) {
          draft.header(glued.span, [glued], 'header.us-signature', {
            closer: true,
            certainty: glued.certainty,
          });
          cut = glued.span.start;
          foot = i + 1;
        }
        break;
      }
    }
    foot = i;
  }
  return { foot, cut };
}

/** What is left of a subject or a list of references above the first paragraph. */
function orphans(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  facts: HeadFacts,
): number {
  let first = from;
  while (first < to && first - from < 12 && !/^1\s?[.)]|^\(?1\)/.test((lines[first] as Line).text)) first++;
  if (first >= to || first - from >= 12) return from;
  const between = lines.slice(from, first).filter((l) => l.text !== '');
  if (between.some((l) => l.text.length > 90 || /[.:]$|^(?:BEGIN|END)\b/.test(l.text))) return from;
  for (const line of between) {
    draft.blocks.push({
      kind: 'unrecognised',
      layer: 'text',
      span: line.inner,
      rule: 'block.unrecognised',
      certainty: 'low',
    });
    draft.ask(
      'header',
      line.inner,
      'block.unrecognised',
      'is this the end of a subject whose beginning is lost?',
    );
  }
  return between.length > 0 ? readHead(draft, lines, first, to, facts, true) : from;
}

//   > | 1. (C-ENTIRE TEXT)      > | 1. CONFIDENTIAL ENTIRE TEXT.
//           ^                          ^^^^^^^^^^^^
const whole =
  /^(?:1\s?\.)?\s*\(?\s*(?<class>U|LOU|C|S|TS|UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)\s*[-–—,]{0,2}\s*ENTIRE (?:TEXT|MESSAGE|TELEGRAM)\s*\.?\s*\)?\s*\.?$/d;

const categories: Readonly<Record<string, string>> = {
  U: 'unclassified',
  UNCLASSIFIED: 'unclassified',
  LOU: 'limited-official-use',
  'LIMITED OFFICIAL USE': 'limited-official-use',
  C: 'confidential',
  CONFIDENTIAL: 'confidential',
  S: 'secret',
  SECRET: 'secret',
  TS: 'top-secret',
  'TOP SECRET': 'top-secret',
};

function entireText(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  facts: HeadFacts,
  paragraphs: ParagraphReader,
): number {
  let i = from;
  while (i < to && (lines[i] as Line).text === '') i++;
  const line = lines[i];
  if (!line || i >= to) return from;
  const match = whole.exec(line.text);
  const at = match?.indices?.groups?.class;
  const value = categories[match?.groups?.class ?? ''];
  if (!match || !at || !value) return from;
  const printed = labelOf(line);
  const span = { start: line.inner.start + at[0], end: line.inner.start + at[1] };
  draft.header(
    line.inner,
    facts.fresh([field('classification', draft.text, span, 'header.us-entire-text', { value })]),
    'header.us-entire-text',
    { label: printed?.span },
  );
  paragraphs.count(printed);
  return i + 1;
}

export const usTelegram: Dialect = {
  id: 'us-telegram',
  name: 'telegram of the US Department of State, 1973-79',
  recognise,
  read,
};
