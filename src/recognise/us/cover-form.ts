/**
 * The identification form that an archive has put before a document: labels in a fixed order, values beside them
 * or in a second column, all of it scanned.
 */
import type { CatalogueFact, CatalogueName, Span } from '../../document.ts';
import { type Line, trimSpan } from '../lines.ts';

type FormLabel =
  | 'AGENCY'
  | 'RECORD NUMBER'
  | 'RECORD SERIES'
  | 'AGENCY FILE NUMBER'
  | 'ORIGINATOR'
  | 'FROM'
  | 'TO'
  | 'TITLE'
  | 'DATE'
  | 'PAGES'
  | 'SUBJECTS'
  | 'DOCUMENT TYPE'
  | 'CLASSIFICATION'
  | 'RESTRICTIONS'
  | 'CURRENT STATUS'
  | 'DATE OF LAST REVIEW'
  | 'OPENING CRITERIA'
  | 'COMMENTS';

const labels: readonly FormLabel[] = [
  'AGENCY',
  'RECORD NUMBER',
  'RECORD SERIES',
  'AGENCY FILE NUMBER',
  'ORIGINATOR',
  'FROM',
  'TO',
  'TITLE',
  'DATE',
  'PAGES',
  'SUBJECTS',
  'DOCUMENT TYPE',
  'CLASSIFICATION',
  'RESTRICTIONS',
  'CURRENT STATUS',
  'DATE OF LAST REVIEW',
  'OPENING CRITERIA',
  'COMMENTS',
];

const bare = (s: string): string => s.toUpperCase().replace(/[^A-Z]/g, '');
const byBare = new Map<string, FormLabel>(labels.map((l) => [bare(l), l]));
byBare.set('AGENCYORIGINATOR', 'ORIGINATOR');
byBare.set('SUBJECT', 'SUBJECTS');
byBare.set('RECORDSSERIES', 'RECORD SERIES');

/** Labels that no other kind of page has. */
const telling: ReadonlySet<FormLabel> = new Set([
  'RECORD NUMBER',
  'RECORD SERIES',
  'AGENCY FILE NUMBER',
  'ORIGINATOR',
  'DOCUMENT TYPE',
  'CURRENT STATUS',
  'DATE OF LAST REVIEW',
  'OPENING CRITERIA',
]);

interface LabelledLine {
  readonly label: FormLabel;
  /** Where the words of the label end, with the colon. */
  readonly end: number;
  readonly value: Span | undefined;
}

//   > | ~ FROM : Harborville        > | DATE OF LASTREVIEW: 9/10/2000        > | TITLE
//         ^^^^^^ ^^^^^^^^^^^
const shape = /^[\W_]{0,4}([A-Za-z][A-Za-z_' ]{0,22}?[A-Za-z!])(?:\s*[:;]\s*[—–-]?\s*|\s*[._—–]?\s*$)/d;

/** Reads a line as a label of the form, perhaps with its value. */
function readLabel(text: string, line: Line): LabelledLine | undefined {
  const match = shape.exec(line.text.slice(0, 40));
  const at = match?.indices?.[1];
  if (!match || !at) return undefined;
  const label = known(bare(match[1] ?? ''));
  if (!label) return undefined;
  // A short word is a label only with its colon or alone on the line.
  const end = line.inner.start + match[0].length;
  const rest = trimSpan(text, end, line.inner.end);
  let start = rest.start;
  while (start < rest.end && /[\s.,:;—–*°•'‘’"~_-]/.test(text[start] ?? '')) start++;
  const value = { start, end: rest.end };
  return {
    label,
    end,
    value:
      value.end - value.start > 0 && /[\p{L}\p{N}]/u.test(text.slice(value.start, value.end))
        ? value
        : undefined,
  };
}

/** The label itself, or with one letter misread where it is long enough to be sure. */
function known(word: string): FormLabel | undefined {
  const exact = byBare.get(word);
  if (exact || word.length < 7) return exact;
  for (const [candidate, label] of byBare)
    if (candidate.length >= 7 && Math.abs(candidate.length - word.length) <= 1 && near(candidate, word))
      return label;
  return undefined;
}

/** At most one letter differs, is missing or too many. */
function near(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1);
}

/** How many labels that only such a form has stand in the first lines. */
export function formLabels(text: string, lines: readonly Line[]): number {
  const found = new Set<FormLabel>();
  for (const line of lines.slice(0, 140)) {
    const read = line.text.length < 120 ? readLabel(text, line) : undefined;
    if (read && telling.has(read.label)) found.add(read.label);
  }
  return found.size;
}

export interface CoverForm {
  /** Index of the first line after the form. */
  readonly end: number;
  /** Values by label, each with its line; `sure` if it stood beside the label. */
  readonly values: readonly {
    readonly label: FormLabel;
    readonly span: Span;
    readonly line: Line;
    readonly sure: boolean;
  }[];
}

//   > | NW 65994 Docld:32171186 Page 1     > | RW 65994 DocIld:32171186 Paye 3     > | HW 65994 . Docld:32171186
export const scanMark =
  /^[\W_]{0,3}[A-Z]{1,2} ?\d{4,6}[ .-]{1,4}Doc.{1,4}:\d{6,9}(?: +Pa[gyq]e (?:\d{1,4}|[il])\b.{0,12})?\W{0,2}$/i;

/** Reads the form at the head of a page. */
export function readCoverForm(text: string, lines: readonly Line[]): CoverForm | undefined {
  if (formLabels(text, lines) < 4) return undefined;
  const limit = Math.min(lines.length, 150);
  const read = lines.slice(0, limit).map((l) => (l.text.length < 200 ? readLabel(text, l) : undefined));
  const first = read.findIndex((r) => r !== undefined);
  let last = first;
  let seen = new Set<FormLabel>();
  for (let i = first; i < limit; i++) {
    const label = read[i]?.label;
    if (!label) continue;
    // A gap below the last label: what follows are the document's own FROM and TO.
    if (
      seen.has('COMMENTS') &&
      lines.slice(last + 1, i).some((l, k, all) => l.text === '' && all[k + 1]?.text === '')
    )
      break;
    // The labels begin again: another form, or the document's own FROM and TO.
    if (seen.has(label) && i - last > 12) break;
    if (seen.has(label) && !telling.has(label)) {
      if (seen.has('COMMENTS') || i - last > 6) break;
      continue;
    }
    seen = seen.add(label);
    last = i;
  }
  const values: CoverForm['values'][number][] = [];
  for (let i = first; i <= last; i++) {
    const r = read[i];
    const line = lines[i] as Line;
    // The day the form was printed stands above its first label.
    if (
      r?.label === 'DATE' &&
      !read.slice(first, i).some((b) => b && b.label !== 'DATE' && b.label !== 'PAGES')
    )
      continue;
    const beneath = r && !r.value && !read[i - 1] ? valueBelow(text, lines, i) : undefined;
    if (r && beneath && !values.some((v) => v.label === r.label))
      values.push({ label: r.label, span: beneath.span, line: beneath.line, sure: true });
    if (r?.value && !values.some((v) => v.label === r.label))
      values.push({ label: r.label, span: r.value, line, sure: true });
  }
  const end = formEnd(lines, last, limit);
  for (const value of secondColumn(lines, read, first, end, values)) values.push(value);
  return { end, values };
}

//   > | FROM
//   > | : HARBORVILLE
//         ^^^^^^^^^^^
/** A value that has slipped to the line below its label, with the colon. */
function valueBelow(
  text: string,
  lines: readonly Line[],
  i: number,
): { readonly span: Span; readonly line: Line } | undefined {
  const next = [lines[i + 1], lines[i + 2]].find((l) => l && l.text !== '');
  if (!next || !/^:\s*[\p{L}\p{N}]/u.test(next.text)) return undefined;
  return { span: trimSpan(text, next.inner.start + 1, next.inner.end), line: next };
}

/** The form ends at the mark of the scan, at a page line, or at the first gap after its last label and values. */
function formEnd(lines: readonly Line[], last: number, limit: number): number {
  let blanks = 0;
  let gap: number | undefined;
  for (let i = last + 1; i < Math.min(limit, last + 60); i++) {
    const { text } = lines[i] as Line;
    if (scanMark.test(text) && /Page 1\b/i.test(text)) return i + 1;
    if (/^## Page \d+$/.test(text) || /^---$/.test(text)) return i;
    if (text === '') blanks++;
    else {
      if (blanks >= 2 && gap === undefined) gap = i;
      blanks = 0;
    }
  }
  return gap ?? Math.min(last + 2, lines.length);
}

const dateValue = /^(?:\d{1,2}|[A-Z]{2}) ?\/ ?\d{0,2}\/? ?\d{2,4}$|^\d{1,2}\/\d{1,2}\/\d{2,4}$/;

/**
 * Values in a column of their own, below the labels. Between the heading of the second section and the date four
 * values are originator, sender, addressee and title; any other number leaves them open, but for the date.
 */
function secondColumn(
  lines: readonly Line[],
  read: readonly (LabelledLine | undefined)[],
  first: number,
  end: number,
  known: CoverForm['values'],
): CoverForm['values'] {
  const has = (label: FormLabel) => known.some((v) => v.label === label);
  const empty = read.slice(first, end).flatMap((r) => (r && !r.value && !has(r.label) ? [r.label] : []));
  if (!empty.includes('TITLE') && !empty.includes('DATE') && !empty.includes('FROM')) return [];
  const heading = lines.findIndex(
    (l, i) => i < end && /^\W{0,3}document\s+in\w*ormat\s*ion\W{0,3}$/i.test(l.text),
  );
  if (heading < 0) return [];
  const values: Line[] = [];
  let date: Line | undefined;
  for (let i = heading + 1; i < end; i++) {
    const line = lines[i] as Line;
    if (line.text === '') continue;
    if (read[i]) {
      // Labels stand here: the column of values does not follow the heading.
      if (values.length > 0) break;
      continue;
    }
    const words = line.text.replace(/^[\s:.~-]+/, '');
    if (dateValue.test(words)) {
      date = line;
      break;
    }
    if (values.length >= 8) break;
    values.push(line);
  }
  if (!date) return [];
  const found: CoverForm['values'][number][] = [];
  const put = (label: FormLabel, line: Line | undefined) => {
    if (line && empty.includes(label)) found.push({ label, span: line.inner, line, sure: false });
  };
  put('DATE', date);
  const order: readonly FormLabel[] = ['ORIGINATOR', 'FROM', 'TO', 'TITLE'];
  if (!order.every((l) => empty.includes(l))) return found;
  const last = values.at(-1)?.text ?? '';
  // Without a title, an addressee beyond doubt closes the list.
  const untitled =
    values.length === 3 && /^(?:THE )?(?:PRESIDENT|RECORD|FILES?|DIRECTOR|SECRETARY OF STATE)$/.test(last);
  if (values.length === 4 || untitled) for (const [i, label] of order.entries()) put(label, values[i]);
  return found;
}

const catalogueNames: Readonly<Partial<Record<FormLabel, CatalogueName>>> = {
  'RECORD NUMBER': 'identifier',
  'RECORD SERIES': 'collection',
  AGENCY: 'repository',
  TITLE: 'title',
  DATE: 'date',
  RESTRICTIONS: 'access',
};

//   > | 9/21/1963 :        > | THE NORTHERN ROAD .
//       ^^^^^^^^^              ^^^^^^^^^^^^^^^^^
/** The value without what the scan has set around it; undefined where it says that there is none. */
function tidy(text: string, { label, span }: CoverForm['values'][number]): Span | undefined {
  const printed = text.slice(span.start, span.end);
  if (label === 'DATE') {
    const match = /\d{1,2}\/\d{1,2}\/\d{2,4}/.exec(printed);
    return match
      ? { start: span.start + match.index, end: span.start + match.index + match[0].length }
      : undefined;
  }
  if (label === 'TITLE' && !/\p{L}{4,}/u.test(printed)) return undefined;
  const tail = /[\s:.,~°*|_-]+(?:[a-z]\b[\s:.]*)?$/.exec(printed);
  const end = tail ? span.start + tail.index : span.end;
  return end > span.start && !/^\W{0,2}(?:WITHHELD|RESTRICTED|NONE|R)(?:\W{0,2}$|\])/i.test(printed)
    ? { start: span.start, end }
    : undefined;
}

/** A value as a fact of the catalogue, where it is one. */
export function formFact(text: string, value: CoverForm['values'][number]): CatalogueFact | undefined {
  const name = catalogueNames[value.label];
  const span = name && tidy(text, value);
  if (!name || !span) return undefined;
  return {
    name,
    span,
    value: text.slice(span.start, span.end),
    rule: 'catalogue.form',
    certainty: value.sure ? 'high' : 'medium',
  };
}
