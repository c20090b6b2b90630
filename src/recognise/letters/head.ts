/**
 * The head of an edited document: what can be told of it before its body is read. All dialects of letters ask for
 * it, so it is computed once for each page.
 */
import type { Span } from '../../document.ts';
import type { Page } from '../dialect.ts';
import { readAttention } from './attention.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { readMarkingRow } from './marking-row.ts';
import { type Row, rowOf } from './rows.ts';
import { type Kind, readTitle, type TitleReading } from './title.ts';

/** The head of a document: what can be told before its body is read. */
export interface Head {
  readonly front: FrontMatter | undefined;
  readonly rows: readonly Row[];
  readonly title: { readonly row: number; readonly reading: TitleReading } | undefined;
  /** `left`: words of another column on the same line: who wrote it. */
  readonly dateline: { readonly row: number; readonly reading: Dateline; readonly left?: Span } | undefined;
  /** A line that names the kind in spaced letters or capitals: `M e m o r a n d u m`. */
  readonly caption: number | undefined;
  /** A line of markings near the top, a serial number of telegrams in it. */
  readonly serial: boolean;
  readonly markings: boolean;
  readonly kind: Kind | undefined;
}

/** No head of a document is longer than this many lines. */
export const headRows = 14;

const heads = new WeakMap<Page, Head>();

/** Title and dateline of a page; computed once, however many dialects ask. */
export function headOf(page: Page): Head {
  const known = heads.get(page);
  if (known) return known;
  const front = readFrontMatter(page.text, page.lines);
  const rows: Row[] = [];
  for (const line of page.lines.slice(front?.lines ?? 0)) {
    if (line.text !== '') rows.push(rowOf(page.text, line));
    if (rows.length >= headRows + 4) break;
  }
  const top = rows.findIndex((r) => r.text !== '');
  const first = rows[top];
  const same = (s: string) => s.replace(/\W+/g, ' ').trim().toLowerCase();
  let title: Head['title'];
  if (first && first.text.length < 320) {
    const reading = readTitle(page.text, first.span);
    const isTitle =
      first.level === 1 ||
      same(front?.title ?? page.source.metadata.title ?? '') === same(first.text) ||
      (reading.fields.some((f) => f.name === 'from' || f.name === 'to') &&
        !readDateline(page.text, first.span) &&
        !/[.:;!?]$/.test(first.text) &&
        readAttention(page.text, first.span) === undefined);
    if (isTitle) title = { row: top, reading };
  }
  let dateline: Head['dateline'];
  let serial = false;
  let markings = false;
  let caption: number | undefined;
  let conversation = false;
  for (let i = title ? title.row + 1 : 0; i < Math.min(rows.length, headRows); i++) {
    const row = rows[i] as Row;
    if (row.text === '') continue;
    const reading = dateline ? undefined : readDateline(page.text, row.span);
    if (reading) dateline = { row: i, reading };
    else if (!dateline) dateline = inColumns(page.text, row, i) ?? afterCopies(page.text, row, i);
    if (caption === undefined && isCaption(row.text)) caption = i;
    conversation ||= /^(?:Subject|SUBJECT|Re)\s*[:.]/.test(row.text) && talk.test(row.text);
    const marked = readMarkingRow(page.text, row.span, title !== undefined);
    if (marked) {
      markings = true;
      serial ||= marked.fields.some((f) => f.name === 'telegram-number');
    }
    if (row.text.length > 260) break;
  }
  const kind =
    title?.reading.kind ??
    dateline?.reading.kind ??
    (serial && title?.reading.correspondence ? 'telegram' : undefined);
  const captioned =
    caption === undefined
      ? undefined
      : conversation || talk.test(rows[caption]?.text ?? '')
        ? 'conversation'
        : 'letter';
  const better = dateline?.reading.kind === 'telegram' ? 'telegram' : (kind ?? captioned);
  const head: Head = { front, rows, title, dateline, caption, serial, markings, kind: better };
  heads.set(page, head);
  return head;
}

const talk = /\b(?:conversation|meeting|talks?|discussion|interview|telephone call)s?\b/i;

//   > | M e m o r a n d u m       > | MEMORANDUM OF CONVERSATION       > | Memorandum of conversation
//       ^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^
function isCaption(words: string): boolean {
  const joined = /^(?:\p{L} ){3,}\p{L}$/u.test(words) ? words.replace(/ /g, '') : words;
  return /^(?:memorandum|note|minutes?|record|protocol|aide[- ]m[eé]moire|report)(?: (?:of|for|on) (?:the )?(?:record|file|conversation|(?:telephone )?conversation|meeting|talks?|discussions?))?$/i.test(
    joined,
  );
}

/**
 * Two columns on one line: who wrote it, and where and when.
 *
 *     > | Head of Division 212                                    Bonn, 30 July 1997
 *         ^^^^^^^^^^^^^^^^^^^^                                    ^^^^^^^^^^^^^^^^^^
 */
function inColumns(text: string, row: Row, at: number): Head['dateline'] {
  const gap = /[ \t\u00a0]{5,}/.exec(row.text);
  if (!gap || row.text.length > 400) return undefined;
  const right = { start: row.span.start + gap.index + gap[0].length, end: row.span.end };
  const reading = readDateline(text, right);
  return reading && { row: at, reading, left: { start: row.span.start, end: row.span.start + gap.index } };
}

//   > | Repeated to High Commissioner in London Cablegram 12 CANBERRA, 17 March 1938
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^             the dateline begins here
function afterCopies(text: string, row: Row, at: number): Head['dateline'] {
  if (!/^\(?(?:and )?repeated to\b/i.test(row.text) || row.text.length > 300) return undefined;
  const cut = /\s(?=(?:Circular |Draft )?(?:Cablegrams?|Telegrams?|Letter|Memorandum)\b)/.exec(row.text);
  if (!cut) return undefined;
  const reading = readDateline(text, { start: row.span.start + cut.index + 1, end: row.span.end });
  return reading && { row: at, reading, left: { start: row.span.start, end: row.span.start + cut.index } };
}
