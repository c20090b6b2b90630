/**
 * Scans of carbon copies read by machine: telegrams as the Department of State distributed them, memoranda and
 * interviews of the time, often behind an archive's identification form.
 */
import type { Block, HeaderField, Span } from '../../document.ts';
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import type { Line } from '../lines.ts';
import { markingFields } from '../markings.ts';
import { formFact, formLabels, readCoverForm } from '../us/cover-form.ts';
import { readDateTimeGroup } from '../us/date-time-group.ts';
import {
  dateIn,
  fieldsOf,
  isAddressee,
  isNumberLine,
  nameIn,
  readDateLine,
  readInformation,
  readLabelledLine,
  readMemorandumFor,
  readNumber,
  readReportLine,
} from '../us/incoming.ts';
import { ParagraphReader } from '../us/paragraphs.ts';
import { field, ReadingDraft } from '../us/reading.ts';
import { isNoise, isRunning, scanMarkOf } from '../us/scan-marks.ts';
import { readSignature } from '../us/signature.ts';
import { markTurns } from '../us/turns.ts';

const telegramHead = /\b(?:INCOMING|OUTGOING|COMING)\s+TELEGRAM\b|\bTELEGRAM\b.{0,20}Department of State/i;

function recognise(page: Page): Recognition {
  const labels = formLabels(page.text, page.lines);
  const head = page.lines.slice(0, 160).filter((l) => l.text !== '');
  const telegram = head.some((l) => telegramHead.test(l.text) && l.text.length < 90);
  const pairs = new Set(head.flatMap((l) => readLabelledLine(page.text, l)?.label ?? []));
  const paged = head.some((l) => /^## Page 1$/.test(l.text));
  const stamped = head.some(
    (l) => scanMarkOf(page.text, l)?.kind === 'furniture' && !isRunning(page.text, l.inner),
  );
  const score =
    (labels >= 4 ? 1 : labels >= 2 ? 0.2 : 0) +
    (telegram ? 0.4 : 0) +
    (['from', 'to', 'no', 'control', 'received'].filter((p) => pairs.has(p as 'from')).length >= 3
      ? 0.25
      : 0) +
    (paged ? 0.15 : 0) +
    (stamped ? 0.15 : 0) +
    (head.some((l) => readMemorandumFor(page.text, l) !== undefined) && stamped ? 0.3 : 0);
  return {
    score: Math.min(1, score),
    why: `${labels} labels of an identification form${telegram ? ', head of a telegram' : ''}${stamped ? ', marks of scanning or release' : ''}`,
  };
}

function read(page: Page): Reading {
  const { text, lines } = page;
  const draft = new ReadingDraft(text);
  const facts = new Set<string>();
  const at = readForm(draft, lines, facts);
  const head = readHead(draft, lines, at, facts);
  const foot = head.telegram ? readFoot(draft, lines, head.end) : lines.length;
  draft.add(readBody(draft, lines.slice(head.end, foot)));
  for (const line of lines.slice(foot))
    if (!draft.blocks.some((b) => b.span.start === line.inner.start)) leftover(draft, line);
  return draft.reading();
}

/** The archive's form: its words are catalogue, its FROM and TO facts of the document. */
function readForm(draft: ReadingDraft, lines: readonly Line[], facts: Set<string>): number {
  const { text } = draft;
  const form = readCoverForm(text, lines);
  if (!form) return 0;
  for (let i = 0; i < form.end; i++) {
    const line = lines[i] as Line;
    if (line.text === '') continue;
    const values = form.values.filter((v) => v.line === line);
    const party = values.find((v) => v.label === 'FROM' || v.label === 'TO');
    const name = party && partyOf(text, party.span);
    if (party && name) {
      const role = party.label === 'FROM' ? 'from' : 'to';
      facts.add(role);
      const label = {
        start: line.inner.start,
        end: Math.max(line.inner.start + 1, labelEnd(text, line, name)),
      };
      draft.header(
        line.inner,
        [field(role, text, name, 'catalogue.form', { certainty: party.sure ? 'high' : 'medium' })],
        'catalogue.form',
        { ...(label.end < name.start ? { label } : {}) },
      );
      continue;
    }
    const found = values.flatMap((v) => formFact(text, v) ?? []);
    const mark = scanMarkOf(text, line);
    if (found.length === 0 && mark?.kind === 'page') draft.pageBreak(line.inner, mark.n);
    else draft.archive(line.inner, found);
  }
  return form.end;
}

const labelEnd = (text: string, line: Line, name: Span): number => {
  let end = name.start;
  while (end > line.inner.start && /[^\p{L}\p{N}:]/u.test(text[end - 1] ?? '')) end--;
  return end;
};

/** A value of the form is a name unless it says that there is none. */
function partyOf(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && /[^\p{L}\p{N}(“"]/u.test(text[start] ?? '')) start++;
  while (end > start && /[^\p{L}\p{N})”".]/u.test(text[end - 1] ?? '')) end--;
  // A stamp of release beside the value.
  const stamp = /\s+(?:Released|Declassified) (?:under|by)\b/.exec(text.slice(start, end));
  if (stamp) end = start + stamp.index;
  // A stray letter that the scan has set after the name.
  const printed = text.slice(start, end);
  const stray = /(?<=\p{L}{3,})\s+[a-z]$/u.exec(printed);
  if (stray) end = start + stray.index;
  const words = text.slice(start, end);
  if (words.replace(/[^\p{L}]/gu, '').length < 2 || /^(?:WITHHELD|NONE|UNKNOWN|N\/?A|\[?R\]?)$/i.test(words))
    return undefined;
  return { start, end };
}

interface Head {
  readonly end: number;
  readonly telegram: boolean;
}

/** How far below the form, or the top, a head may reach. */
const headLines = 90;

/** The document's own head, as far as the scan lets it be read. */
function readHead(draft: ReadingDraft, lines: readonly Line[], from: number, facts: Set<string>): Head {
  const limit = Math.min(lines.length, from + headLines);
  let telegram = false;
  let memo = false;
  let end = from;
  let prose = 0;
  for (let i = from; i < limit && prose < 4; i++) {
    const line = lines[i] as Line;
    if (line.text === '') continue;
    const fields = headFields(draft, lines, i, { telegram, memo }, facts);
    if (telegramHead.test(line.text) && line.text.length < 90) {
      telegram = true;
      const sender = facts.has('from') ? undefined : department(draft, line);
      if (sender) facts.add('from');
      draft.header(line.inner, sender ? [sender] : [], 'header.us-incoming', { certainty: 'medium' });
      end = i + 1;
    } else if (fields) {
      const fresh = fields.fields.filter((f) => {
        const once = [
          'sent',
          'received',
          'classification',
          'precedence',
          'telegram-number',
          'general-number',
          'subject',
          'place-date',
        ];
        if (once.includes(f.name) && facts.has(f.name)) return false;
        if ((f.name === 'from' || f.name === 'to') && facts.has(f.name)) return false;
        facts.add(f.name);
        return true;
      });
      draft.header(line.inner, fresh, fields.rule, {
        ...(fields.label ? { label: fields.label } : {}),
        certainty: 'medium',
      });
      if (fields.rule === 'header.memorandum') memo = true;
      if (facts.has('telegram-number')) telegram = true;
      end = i + 1;
      prose = 0;
    } else if (line.text.length > 52 && !isNoise(line.text)) prose++;
  }
  // What stands among the lines of the head and was not read is marks of the scan, or unknown.
  for (const line of lines.slice(from, end))
    if (line.text !== '' && !draft.blocks.some((b) => b.span.start === line.inner.start))
      leftover(draft, line);
  return { end, telegram };
}

//   > | OUTGOING TELEGRAM Department of State
//                         ^^^^^^^^^^^^^^^^^^^
/** What goes out goes from the Department. */
function department(draft: ReadingDraft, line: Line): HeaderField | undefined {
  const match = /^.{0,4}OUTGOING\s+TELEGRAM\W{1,6}(\w?epartment of State)/i.exec(line.text);
  if (!match) return undefined;
  const end = line.inner.start + match[0].length;
  return field('from', draft.text, { start: end - (match[1] ?? '').length, end }, 'header.us-incoming', {
    value: 'Department of State',
    certainty: 'medium',
  });
}

interface HeadLine {
  readonly fields: readonly HeaderField[];
  readonly label: Span | undefined;
  readonly rule: 'header.us-incoming' | 'header.memorandum' | 'header.us-date-time-group';
}

function headFields(
  draft: ReadingDraft,
  lines: readonly Line[],
  i: number,
  { telegram, memo }: { readonly telegram: boolean; readonly memo: boolean },
  facts: ReadonlySet<string>,
): HeadLine | undefined {
  const { text } = draft;
  const line = lines[i] as Line;
  const group = readDateTimeGroup(text, line);
  if (group) return { fields: group, label: undefined, rule: 'header.us-date-time-group' };
  const to = readMemorandumFor(text, line);
  if (to)
    return {
      fields: [field('to', text, to, 'header.memorandum', { certainty: 'medium' })],
      label: undefined,
      rule: 'header.memorandum',
    };
  if (/^\W{0,3}M\s?E\s?M\s?O\s?R\s?A\s?N\s?D\s?U\s?M\W{0,3}$/i.test(line.text))
    return { fields: [], label: undefined, rule: 'header.memorandum' };
  const labelled = readLabelledLine(text, line);
  if (labelled) {
    const { label, span } = labelled;
    const rule =
      label === 'subject' || label === 'participants' || memo ? 'header.memorandum' : 'header.us-incoming';
    const { value } = labelled;
    return {
      fields: value ? fieldsOf(text, label, value).filter((f) => f.span.end <= line.inner.end) : [],
      label: span,
      rule,
    };
  }
  const column = columnValue(draft, lines, i);
  if (column) return { fields: column, label: undefined, rule: 'header.us-incoming' };
  if (isNumberLine(line) && telegram && !facts.has('telegram-number'))
    return { fields: readNumber(text, line.inner), label: undefined, rule: 'header.us-incoming' };
  const report = readReportLine(text, line);
  if (report.length > 0) return { fields: report, label: undefined, rule: 'header.us-incoming' };
  const information = readInformation(text, line);
  if (information.length > 0) return { fields: information, label: undefined, rule: 'header.us-incoming' };
  const received = isReceivedAbove(text, lines, i) ? dateIn(text, line.inner) : undefined;
  if (received)
    return {
      fields: [field('received', text, received, 'header.us-incoming', { certainty: 'medium' })],
      label: undefined,
      rule: 'header.us-incoming',
    };
  const date = telegram ? undefined : readDateLine(text, line);
  if (date && !facts.has('sent'))
    return {
      fields: [field('sent', text, date, 'header.memorandum', { certainty: 'medium' })],
      label: undefined,
      rule: 'header.memorandum',
    };
  if (isRunning(text, line.inner) && !facts.has('classification'))
    return {
      fields: markingFields(text, line.inner, 'text', 'header.us-incoming', 'medium'),
      label: undefined,
      rule: 'header.us-incoming',
    };
  return undefined;
}

/** Does the label of receipt stand alone on one of the two lines above? */
function isReceivedAbove(text: string, lines: readonly Line[], i: number): boolean {
  let seen = 0;
  for (let k = i - 1; k >= 0 && k > i - 8 && seen < 2; k--) {
    const line = lines[k] as Line;
    if (line.text === '') continue;
    seen++;
    const labelled = readLabelledLine(text, line);
    if (labelled) return labelled.label === 'received' && !labelled.value;
  }
  return false;
}

/**
 * Values below their labels: as many lines as there were labels alone above.
 *
 *     > | FROM:
 *     > | TO:
 *     > | HARBORVILLE
 *     > | SECRETARY OF STATE
 */
function columnValue(
  draft: ReadingDraft,
  lines: readonly Line[],
  i: number,
): readonly HeaderField[] | undefined {
  const { text } = draft;
  const above: Line[] = [];
  for (let k = i - 1; k >= 0 && k >= i - 16 && above.length < 5; k--) {
    const line = lines[k] as Line;
    if (line.text !== '') above.push(line);
  }
  // Nearest first: values already passed, then the labels, `TO` nearest.
  const passed = above.findIndex((l) => readLabelledLine(text, l) !== undefined);
  if (passed < 0 || passed > 3) return undefined;
  const labels = above.slice(passed).map((l) => readLabelledLine(text, l));
  const second = labels[0];
  const first = labels[1];
  if (first?.label !== 'from' || second?.label !== 'to' || first.value || second.value) return undefined;
  const span = nameIn(text, (lines[i] as Line).inner);
  // Other words may have come between; an addressee must then be one beyond doubt.
  if (!span || (passed > 0 && !isAddressee(text.slice(span.start, span.end)))) return undefined;
  return [field(passed === 0 ? 'from' : 'to', text, span, 'header.us-incoming', { certainty: 'medium' })];
}

/** The signature of a telegram: a surname in capitals among the last lines. */
function readFoot(draft: ReadingDraft, lines: readonly Line[], from: number): number {
  const { text } = draft;
  let words = 0;
  for (let i = lines.length - 1; i > from && words < 14; i--) {
    const line = lines[i] as Line;
    if (line.text === '' || scanMarkOf(text, line)) continue;
    words++;
    const signature = readSignature(text, line);
    if (
      signature &&
      /^[A-Z]{4,14}$/.test(signature.value) &&
      /[AEIOUY]/.test(signature.value) &&
      endsText(lines, i)
    ) {
      draft.header(line.inner, [{ ...signature, certainty: 'medium' }], 'header.us-signature', {
        closer: true,
        certainty: 'medium',
      });
      return i;
    }
    if (line.text.length > 52) break;
  }
  return lines.length;
}

/** Does the line above end a text: with a stop, or with the downgrading group? */
function endsText(lines: readonly Line[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const { text } = lines[k] as Line;
    if (text !== '') return /[.•:!?"”][\s\W]{0,3}$|^GP|^(?:END|UNQUOTE)\b/.test(text);
  }
  return false;
}

/** Marks of the scan as furniture; anything else as unrecognised. */
function leftover(draft: ReadingDraft, line: Line): void {
  if (line.text === '') return;
  const mark = scanMarkOf(draft.text, line);
  if (mark?.kind === 'page') draft.pageBreak(line.inner, mark.n);
  else if (mark?.kind === 'furniture') draft.furniture(line.inner, mark.class, mark.rule, 'medium');
  else
    draft.blocks.push({
      kind: 'unrecognised',
      layer: 'text',
      span: line.inner,
      rule: 'block.unrecognised',
      certainty: 'low',
    });
}

/** Paragraphs of the scan; marks between them, stray signs left aside. */
function readBody(draft: ReadingDraft, lines: readonly Line[]): readonly Block[] {
  const { text } = draft;
  const paragraphs = new ParagraphReader(text);
  const spaced = isDoubleSpaced(lines);
  const blocks: Block[] = [];
  let run: Line[] = [];
  const flush = () => {
    for (const block of paragraphs.read(joined(run, spaced), { wrapped: true, begins: isTurn }))
      blocks.push(block);
    run = [];
  };
  for (const line of lines) {
    if (line.text !== '' && (scanMarkOf(text, line) || isNoise(line.text))) {
      flush();
      leftover(draft, line);
    } else run.push(line);
  }
  flush();
  return markTurns(text, blocks);
}

/** Is every line followed by a blank one, as some readers of scans write them? */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  let single = 0;
  let filled = 0;
  lines.forEach((line, i) => {
    if (line.text === '') return;
    filled++;
    if ((lines[i + 1]?.text ?? '') === '' && (lines[i - 1]?.text ?? '') === '') single++;
  });
  return filled >= 8 && single / filled > 0.75;
}

//   > | M: I was.
//       ^^
const isTurn = (line: Line): boolean => /^[A-Z]: \S/.test(line.text);

/** Lines without the blank ones within a paragraph: between lines of a double-spaced page, before a small letter. */
function joined(lines: readonly Line[], spaced: boolean): readonly Line[] {
  const kept: Line[] = [];
  lines.forEach((line, i) => {
    if (line.text === '') {
      const before = kept.at(-1)?.text ?? '';
      const after = lines[i + 1]?.text ?? '';
      const runsOn = before.length > 45 && !/[.:?!]["”’)]?$/.test(before) && after !== '';
      if (runsOn && (spaced || /^\p{Ll}/u.test(after))) return;
    }
    kept.push(line);
  });
  return kept;
}

export const ocrTelegram: Dialect = {
  id: 'ocr-telegram',
  name: 'scan of a carbon copy',
  recognise,
  read,
};
