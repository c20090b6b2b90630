/** The head of a scanned telegram or memorandum, as far as the scan lets it be read. */
import type { HeaderField, Span } from '../../document.ts';
import type { Line } from '../lines.ts';
import { markingFields } from '../markings.ts';
import { readDateTimeGroup } from './date-time-group.ts';
import {
  dateIn,
  fieldsOf,
  isAddressee,
  isNumberLine,
  nameIn,
  numberBeforePrecedence,
  readDateLine,
  readInformation,
  readLabelledLine,
  readMemorandumFor,
  readNumber,
  readReportLine,
} from './incoming.ts';
import { field, type ReadingDraft } from './reading.ts';
import { leftover } from './scan-body.ts';
import { isNoise, isRunning } from './scan-marks.ts';

export const telegramHead =
  /\b(?:INCOMING|OUTGOING|COMING)\s+TELEGRAM\b|\bTELEGRAM\b.{0,20}Department of State/i;

export interface Head {
  readonly end: number;
  readonly telegram: boolean;
}

/** How far below the form, or the top, a head may reach. */
const headLines = 90;

/** The document's own head, as far as the scan lets it be read. */
export function readScanHead(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  facts: Set<string>,
): Head {
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
          'document-number',
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
  if (/^\W{0,4}MEMORANDUM\.? ?F[OC]R\b.{0,6}(?:RECORDS?|FILES?)\W{0,3}$/i.test(line.text))
    return { fields: [], label: undefined, rule: 'header.memorandum' };
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
  const urgent =
    telegram && !facts.has('telegram-number')
      ? numberBeforePrecedence(text, line.inner.start, line.inner.end)
      : [];
  if (urgent.length > 0) return { fields: urgent, label: undefined, rule: 'header.us-incoming' };
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
