/** The head of a telegram as the Department of State distributed it, and of memoranda of the time, from scans. */
import type { HeaderField, Span } from '../../document.ts';
import { type Line, trimSpan } from '../lines.ts';
import { markingFields } from '../markings.ts';
import { field } from './reading.ts';

type Label = 'from' | 'to' | 'action' | 'info' | 'no' | 'control' | 'received' | 'subject' | 'participants';

const words: Readonly<Record<string, Label>> = {
  FROM: 'from',
  TO: 'to',
  '10': 'to',
  ACTION: 'action',
  INFO: 'info',
  T0: 'to',
  NO: 'no',
  N0: 'no',
  CONTROL: 'control',
  'REC’D': 'received',
  "REC'D": 'received',
  RECD: 'received',
  'REC D': 'received',
  RECEIVED: 'received',
  SUBJECT: 'subject',
  SUBJ: 'subject',
  PARTICIPANTS: 'participants',
  PRESENT: 'participants',
};

//   > | 'FROM: . HARBORVILLE 023        > | NO: 631, October 15, 6 p.m.        > | Rec'd: October 15, 1962
//        ^^^^^   ^^^^^^^^^^^                 ^^^  ^^^  ^^^^^^^^^^^^^^^^^^           ^^^^^^ ^^^^^^^^^^^^^^^^
const label =
  /^(?:[^\p{L}\p{N}]{0,4}|[^\s:]{1,3} |[A-Z]\p{L}{3,5} (?=ACTION|INFO))(FROM|TO|10|T0|ACTION|INFO|NO|N0|CONTROL|REC[’' ]?D|RECEIVED|SUBJECT|SUBJ|PARTICIPANTS|PRESENT)\s{0,3}[:;.]\s*(?<value>.*)$/diu;

export interface LabelledLine {
  readonly label: Label;
  readonly span: Span;
  readonly value: Span | undefined;
}

export function readLabelledLine(text: string, line: Line): LabelledLine | undefined {
  const match = line.text.length < 240 ? label.exec(line.text) : null;
  const at = match?.indices?.[1];
  const value = match?.indices?.groups?.value;
  const name = words[(match?.[1] ?? '').toUpperCase()];
  if (!match || !at || !value || !name) return undefined;
  const span = clean(text, line.inner.start + value[0], line.inner.end);
  return {
    label: name,
    span: { start: line.inner.start + at[0], end: line.inner.start + at[1] },
    value: span.end > span.start ? span : undefined,
  };
}

/** Without the dots and dashes that the scan has set before the words. */
function clean(text: string, start: number, end: number): Span {
  let a = start;
  while (a < end && /[^\p{L}\p{N}(]/u.test(text[a] ?? '')) a++;
  return trimSpan(text, a, end);
}

/** Facts of a labelled line. */
export function fieldsOf(text: string, name: Label, value: Span): readonly HeaderField[] {
  const rule = 'header.us-incoming';
  switch (name) {
    case 'from':
    case 'to': {
      const span = nameIn(text, value);
      return span ? [field(name, text, span, rule, { certainty: 'medium' })] : [];
    }
    case 'action':
    case 'info': {
      // Of an outgoing telegram: a post by its short name, else the words say who has to act in the Department.
      const span = postIn(text, value);
      if (!span) return [];
      const number = name === 'action' ? numberBeforePrecedence(text, span.end, value.end) : [];
      return [field(name === 'action' ? 'to' : 'copy', text, span, rule, { certainty: 'medium' }), ...number];
    }
    case 'no':
      return readNumber(text, value);
    case 'control': {
      const match = /^\d[\d ]{1,8}/.exec(text.slice(value.start, value.end));
      if (!match) return [];
      const span = trimSpan(text, value.start, value.start + match[0].length);
      // The Department's own count of what comes in, not the number of the post that sent it.
      return [field('document-number', text, span, rule, { certainty: 'medium' })];
    }
    case 'received': {
      const span = dateIn(text, value);
      return span ? [field('received', text, span, rule, { certainty: 'medium' })] : [];
    }
    case 'subject':
      return [field('subject', text, value, 'header.memorandum')];
    case 'participants':
      return [field('participants', text, value, 'header.participants')];
  }
}

/**
 * The name at the beginning of a value; what the scan has added is left.
 *
 *     > | SAIGON a ei 6256 AM        > | Secretary of State 4 FILE
 *         ^^^^^^                         ^^^^^^^^^^^^^^^^^^
 */
export function nameIn(text: string, value: Span): Span | undefined {
  const printed = text.slice(value.start, value.end);
  const match = /^\p{Lu}[\p{L}.’'-]*(?:,? (?:(?:of|the|and|for|de)\s)*\p{Lu}[\p{L}.’'-]*){0,5}/u.exec(
    printed,
  );
  if (!match) return undefined;
  let end = match[0].length;
  // Stray capitals after a name: `Brussels I`, `OSLO WM`.
  const stray = / (?:\p{L}{1,2}|[^AEIOUYaeiouy\s]{3,})$/u;
  while (stray.test(printed.slice(0, end)) && !/ (?:II|III|IV|UN|DC|U\.S)$/.test(printed.slice(0, end)))
    end = printed.slice(0, end).lastIndexOf(' ');
  while (end > 0 && /[\s.,'-]/.test(printed[end - 1] ?? '')) end--;
  const name = printed.slice(0, end);
  return name.replace(/[^\p{L}]/gu, '').length >= 3 && /[AEIOUYaeiouy]/.test(name) && !tableWords.test(name)
    ? { start: value.start, end: value.start + end }
    : undefined;
}

//   > | ACTION: Amembassy HARBORVILLE 96
//               ^^^^^^^^^^^^^^^^^^^^^
function postIn(text: string, value: Span): Span | undefined {
  const match = /^(?:Am(?:embassy|consul|congen)|US(?:UN|MISSION|RO|LO)|Embassy)(?: [A-Z][A-Z]+){0,3}/i.exec(
    text.slice(value.start, value.end),
  );
  return match ? { start: value.start, end: value.start + match[0].length } : undefined;
}

//   > | ACTION: Amembassy HARBORVILLE 96 PRIORITY        > | 1213 NIACT
//                                     ^^ ^^^^^^^^             ^^^^ ^^^^^
const urgent =
  /^[^\p{L}\p{N}]{0,4}(?:NO\.? ?)?(?<number>\d{1,5})[,. ]{1,3}(?<precedence>(?:NIACT|OPERATIONAL|EMERGENCY|MOST)? ?(?:NIACT|IMMEDIATE|PRIORITY|ROUTINE|FLASH|EMERGENCY|DEFERRED|URGENT))\b[^\p{L}\p{N}]{0,4}$/diu;

/** A telegram's number that stands before its precedence, with nothing else beside them. */
export function numberBeforePrecedence(text: string, start: number, end: number): readonly HeaderField[] {
  const match = urgent.exec(text.slice(start, end));
  const number = match?.indices?.groups?.number;
  const precedence = match?.indices?.groups?.precedence;
  if (!number || !precedence) return [];
  const rule = 'header.us-incoming';
  const marked = { start: start + precedence[0], end: start + precedence[1] };
  return [
    field('telegram-number', text, { start: start + number[0], end: start + number[1] }, rule, {
      certainty: 'medium',
    }),
    ...markingFields(text, marked, 'text', rule, 'medium'),
  ];
}

/** Words that a form's own table has, and no one's name. */
const tableWords = /\b(?:NAME|ADDRESS|PHONE|ROUTING|INITIALS|OFFICE SYMBOL|PAGE)\b/;

/** Is a value on a line of its own an addressee beyond doubt? */
export const isAddressee = (words: string): boolean =>
  /\b(?:SECRETARY|SECSTATE|DEPARTMENT|STATE|EMBASSY|AMEMBASSY|PRESIDENT|DIRECTOR|WHITE HOUSE)\b/i.test(words);

const month = '(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)';

//   > | 631, October 15, 6 p.m.
//       ^^^  ^^^^^^^^^^^^^^^^^^
const numbered = new RegExp(
  `^(?<number>[A-Z]{0,6}[ -]?\\d{1,5})[,.; ]{1,3}(?<when>${month}[ .]{1,2}\\d{1,2}(?:[,. :]{1,3}(?:19\\d\\d[,. ]{1,3})?(?:\\d{1,2}(?:[:.]\\d\\d)?\\s?[AP]\\.?\\s?M\\b\\.?|noon|midnight))?)`,
  'diu',
);

/** Number, day and hour of a telegram: the year stands in the line of receipt. */
export function readNumber(text: string, value: Span): readonly HeaderField[] {
  const printed = text.slice(value.start, value.end);
  const match = numbered.exec(printed);
  const number = match?.indices?.groups?.number;
  const when = match?.indices?.groups?.when;
  if (match && number && when)
    return [
      field(
        'telegram-number',
        text,
        { start: value.start + number[0], end: value.start + number[1] },
        'header.us-incoming',
      ),
      field(
        'sent',
        text,
        { start: value.start + when[0], end: value.start + when[1] },
        'header.us-incoming',
        {
          certainty: 'medium',
        },
      ),
    ];
  const alone = /^[A-Z]{0,6}[ -]?\d{1,5}(?=[,.\s]|$)/i.exec(printed);
  return alone
    ? [
        field(
          'telegram-number',
          text,
          { start: value.start, end: value.start + alone[0].length },
          'header.us-incoming',
          { certainty: 'medium' },
        ),
      ]
    : [];
}

/** Does a line without a label give number, day and hour? */
export const isNumberLine = (line: Line): boolean =>
  line.text.length < 70 && /^[^\s,]{1,12},/.test(line.text) && numbered.test(line.text);

const date = new RegExp(
  `(?:${month}\\.?\\s{0,2}\\d{1,2}[,. ]{1,3}\\s?(?:19|20)\\d\\d|\\d{1,2}\\s{1,2}${month},?\\s(?:19|20)\\d\\d)(?:[,. ]{1,3}\\d{1,2}[:.]\\d\\d ?[AP]\\.?\\s?M\\b\\.?)?`,
  'iu',
);

/** A whole date within a value. */
export function dateIn(text: string, value: Span): Span | undefined {
  const match = date.exec(text.slice(value.start, value.end));
  return match
    ? { start: value.start + match.index, end: value.start + match.index + match[0].length }
    : undefined;
}

//   > | June 30, 1962        > | 18 June 1964        > | WASHINGTON, June 30, 1962
/** A date alone on its line, or after a place. */
export function readDateLine(text: string, line: Line): Span | undefined {
  if (line.text.length > 44) return undefined;
  const span = dateIn(text, line.inner);
  if (!span) return undefined;
  const before = text.slice(line.inner.start, span.start).trim();
  const after = text.slice(span.end, line.inner.end).trim();
  if (after.replace(/[^\p{L}\p{N}]/gu, '').length > 0) return undefined;
  if (before === '') return span;
  return /^(?:\p{Lu}[\p{L}.]{2,14}|[A-Z][A-Z ]{2,20}),$/u.test(before)
    ? { start: line.inner.start, end: span.end }
    : undefined;
}

//   > | MEMORANDUM FOR THE PRESIDENT        > | MEMORANDUM FOR: The Inspector General
//                      ^^^^^^^^^^^^^                             ^^^^^^^^^^^^^^^^^^^^^
const memorandum = /^[^\p{L}]{0,4}MEMORANDUM\.? ?F[OC]R\b\s{0,2}:?\s*(?<who>.{3,70})$/diu;

/** The line that names a memorandum’s addressee. */
export function readMemorandumFor(text: string, line: Line): Span | undefined {
  const match = memorandum.exec(line.text);
  const at = match?.indices?.groups?.who;
  // For the record, for the files: addressed to nobody.
  if (!match || !at || /^(?:THE )?(?:RECORDS?|FILES?)\b/i.test(match.groups?.who ?? '')) return undefined;
  return nameIn(text, { start: line.inner.start + at[0], end: line.inner.end });
}

//   > | ACTION DEPARTMENT 748, INFORMATION HARBORVILLE 439, USUN 387.
//                                          ^^^^^^^^^^^      ^^^^
/** Posts to which the telegram was repeated. */
export function readInformation(text: string, line: Line): readonly HeaderField[] {
  const match =
    /\b(?:INFORMATION|INFO|REPEATED(?: INFORMATION)?(?: TO)?)[ :]+(?<list>[A-Z][A-Z ,.;\d]{2,120})$/d.exec(
      line.text,
    );
  const at = match?.indices?.groups?.list;
  if (!match || !at || !/^\W{0,3}(?:ACTION|SENT)\b.*\d/.test(line.text)) return [];
  const fields: HeaderField[] = [];
  let from = line.inner.start + at[0];
  for (const part of text.slice(from, line.inner.start + at[1]).split(/([,;])/)) {
    const name = /^\s*(?<name>[A-Z][A-Z ]{2,24}?)(?= \d|\s*$|\.)/d.exec(part)?.indices?.groups?.name;
    if (name && part.length > 2 && !/^\s*DEPARTMENT/.test(part))
      fields.push(
        field('copy', text, { start: from + name[0], end: from + name[1] }, 'header.us-incoming', {
          certainty: 'medium',
        }),
      );
    from += part.length;
  }
  return fields;
}

//   > | COUNTRY FREEDONIA    REPORT NO. TDCS-3/651,793
//                                       ^^^^^^^^^^^^^^
//   > | SUBJECT THE ROAD     DATE DISTR. 23 SEPTEMBER 1963        > | PRECEDENCE ROUTINE
//                                        ^^^^^^^^^^^^^^^^^                        ^^^^^^^
/** Number, day of distribution and precedence of an information report, wherever on the line they stand. */
export function readReportLine(text: string, line: Line): readonly HeaderField[] {
  if (line.text.length > 160) return [];
  const { start } = line.inner;
  const found: HeaderField[] = [];
  const number = /\bREPORT NO\.?\s*(?<value>[A-Z]{2,6}[A-Z0-9 -]{0,6}\/\d{3},? ?\d{3}(?:-\d\d)?)/d.exec(
    line.text,
  );
  const at = number?.indices?.groups?.value;
  if (at)
    found.push(
      field('document-number', text, { start: start + at[0], end: start + at[1] }, 'header.us-incoming', {
        certainty: 'medium',
      }),
    );
  const distributed = /\bD?ISTR[.,]?\s{1,3}/i.exec(line.text);
  const date = distributed
    ? dateIn(text, { start: start + distributed.index + distributed[0].length, end: line.inner.end })
    : undefined;
  if (date) found.push(field('sent', text, date, 'header.us-incoming', { certainty: 'medium' }));
  const precedence = /\bPRECEDENCE\s+(?<value>ROUTINE|PRIORITY|IMMEDIATE|FLASH)\b/di.exec(line.text);
  const urgent = precedence?.indices?.groups?.value;
  if (urgent)
    found.push(
      field('precedence', text, { start: start + urgent[0], end: start + urgent[1] }, 'header.us-incoming', {
        value: (precedence?.groups?.value ?? '').toLowerCase(),
        certainty: 'medium',
      }),
    );
  return found;
}
