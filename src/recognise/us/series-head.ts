/** What stands between the title of a document in a published volume and its text. */
import type { HeaderField, Span } from '../../document.ts';
import { type Line, trimSpan } from '../lines.ts';
import { findMarkings } from '../markings.ts';
import { isDateline, readReceived } from './dateline.ts';
import { readParticipants } from './participants.ts';
import { field, type ReadingDraft } from './reading.ts';
import { isCable, type SeriesTitle } from './series-title.ts';

/** Dateline, receipt, file number, number of the document, subject, participants: each at most a few lines. */
export function readSeriesHead(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  title: SeriesTitle | undefined,
): number {
  const { text } = draft;
  const editorial = title !== undefined && /^Editorial Note/.test(title.title);
  let at = from;
  let dated = editorial;
  for (let i = from; i < to && !editorial; ) {
    const line = lines[i] as Line;
    if (line.text === '') {
      i++;
      continue;
    }
    const received = readReceived(text, line);
    if (!dated && isDateline(line)) {
      draft.header(
        line.inner,
        [field(title?.sent ? 'sent' : 'place-date', text, line.inner, 'header.dateline')],
        'header.dateline',
      );
      dated = true;
    } else if (received)
      draft.header(line.inner, [field('received', text, received, 'header.dateline')], 'header.dateline');
    else if (isFileNumber(line.text))
      draft.header(
        line.inner,
        [field('archive-reference', text, line.inner, 'header.frus-number')],
        'header.frus-number',
      );
    else if (
      /^(?:No\. ?\d{1,5}|[A-Z]{2,6}[/-][A-Z0-9/. -]{1,20}\d|[A-Z]{2,5} [\d-]{2,12})$/.test(line.text) &&
      /\d/.test(line.text)
    )
      draft.header(
        line.inner,
        [
          field('document-number', text, line.inner, 'header.frus-number', {
            value: line.text.replace(/^No\. ?/, ''),
          }),
        ],
        'header.frus-number',
      );
    else {
      const subject = readSubject(draft, lines, i, to);
      const next = subject ?? readParticipants(draft, lines, i, to);
      if (next === undefined) break;
      i = next;
      at = i;
      continue;
    }
    at = ++i;
  }
  if (!dated && title)
    draft.ask('header', title.span, 'header.dateline', 'no line of place and date was found below the title');
  while (at < to && (lines[at] as Line).text === '') at++;
  return at;
}

//   > | 741.61/1234: Telegram
const isFileNumber = (words: string): boolean => /^\d{3}[\dA-Z.]*\/[\d-]+(?: ?: ?[A-Z][a-z]+)?$/.test(words);

//   > | SUBJECT
//   > |
//   > | Talks on the northern road
function readSubject(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
): number | undefined {
  const { text } = draft;
  const line = lines[from] as Line;
  const match = /^(?:SUBJECT|Subject)(?:\s*:)?\s*/.exec(line.text);
  if (!match || (match[0].length < line.text.length && !/:/.test(match[0]))) return undefined;
  const label = trimSpan(text, line.inner.start, line.inner.start + match[0].length);
  if (match[0].length < line.text.length) {
    const span = { start: line.inner.start + match[0].length, end: line.inner.end };
    draft.header(line.inner, [field('subject', text, span, 'header.memorandum')], 'header.memorandum', {
      label,
    });
    return from + 1;
  }
  let i = from + 1;
  while (i < to && (lines[i] as Line).text === '') i++;
  const value = lines[i];
  if (!value || i >= to || value.text.length > 250) return undefined;
  draft.header(
    { start: line.inner.start, end: value.inner.end },
    [field('subject', text, value.inner, 'header.memorandum')],
    'header.memorandum',
    { label },
  );
  return i + 1;
}

/**
 * Number, handling and salutation before the first words of the text. Returns the offset where the text begins.
 *
 *     > | 1673. Eyes only for Ambassador. You will have noted the announcement.
 *         ^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function readOpening(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  title: SeriesTitle | undefined,
): number {
  const { text } = draft;
  const line = from < to ? lines[from] : undefined;
  if (!line) return 0;
  let start = line.inner.start;
  if (title && isCable(title.title)) {
    const match =
      /^(?:(?<number>(?:[A-Z]{1,6}-|[A-Z][a-z]{2,8} (?:[A-Z]-)?)?\d{1,5})(?:\. |: )|No\. ?(?<no>\d{1,5})\. )/d.exec(
        text.slice(start, Math.min(line.inner.end, start + 30)),
      );
    const at = match?.indices?.groups?.number ?? match?.indices?.groups?.no;
    if (match && at) {
      const number = field(
        'telegram-number',
        text,
        { start: start + at[0], end: start + at[1] },
        'header.frus-number',
      );
      const span = trimSpan(text, start, start + match[0].length);
      start += match[0].length;
      const handling = handlingSentence(text, start, line.inner.end);
      draft.header(
        { start: span.start, end: handling?.span.end ?? span.end },
        [number, ...(handling?.fields ?? [])],
        'header.frus-number',
      );
      if (handling) start = handling.span.end;
    }
  }
  //   > | Dear Senator Roe: I have your letter.
  //       ^^^^^^^^^^^^^^^^^
  const dear = /^(?:My )?[Dd]ear [^:,.\n]{2,50}[:,]/.exec(
    text.slice(start, Math.min(line.inner.end, start + 70)),
  );
  if (dear) {
    const span = { start, end: start + dear[0].length };
    draft.header(span, [field('salutation', text, span, 'header.memorandum')], 'header.memorandum');
    start = span.end;
  }
  while (start < line.inner.end && /\s/u.test(text[start] ?? '')) start++;
  return start >= line.inner.end ? line.inner.start : start;
}

/** A first sentence of nothing but handling: «Eyes only for Ambassador.» */
function handlingSentence(
  text: string,
  start: number,
  end: number,
): { readonly span: Span; readonly fields: readonly HeaderField[] } | undefined {
  const match = /^[^.\n]{4,60}\.(?=\s)/.exec(text.slice(start, Math.min(end, start + 64)));
  if (!match) return undefined;
  const span = { start, end: start + match[0].length };
  const found = findMarkings(text, span.start, span.end);
  if (found.length === 0 || found.some((f) => f.marking.scheme === 'classification')) return undefined;
  if (found[0]?.span.start !== start) return undefined;
  return {
    span,
    fields: found.map((f) =>
      field(f.marking.scheme, text, f.span, 'header.frus-number', { value: f.marking.id }),
    ),
  };
}
