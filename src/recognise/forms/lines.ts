/**
 * Lines at the head of an official paper that say one thing by their form: a pair, a marking, a number, an address of a
 * telegram, a place and date, who wrote to whom. One reader for each; a line that is none of these says nothing.
 */
import type { FieldName, HeaderField, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { readDateline } from '../letters/dateline.ts';
import type { Line } from '../lines.ts';
import { findMarkings, markingFields, withoutMarkings } from '../markings.ts';
import { readDateTimeGroup } from '../us/date-time-group.ts';
import { field, groupSpan } from '../us/reading.ts';
import { transmissionOf } from '../us/transmission.ts';
import { readLabel } from './labels.ts';

/** What a line of the head was seen to be; each kind counts once for recognition. */
export type Seen =
  | 'pair'
  | 'memorandum'
  | 'marking'
  | 'number'
  | 'telno'
  | 'group'
  | 'sender'
  | 'address'
  | 'dateline'
  | 'parties'
  | 'diary'
  | 'title'
  | 'participants'
  | 'file'
  | 'other';

export interface FormLine {
  readonly seen: Seen;
  readonly rule: RuleId;
  readonly fields: readonly HeaderField[];
  readonly label?: Span;
  /** Not the document's own: signs of transmission. */
  readonly furniture?: true;
  /** The line below belongs to it. */
  readonly takesNext?: true;
}

type Reader = (text: string, line: Line, next: Line | undefined) => FormLine | undefined;

const part = (line: Line, start: number, end = line.text.length): Span => ({
  start: line.inner.start + start,
  end: line.inner.start + end,
});

/** Nothing but markings, and perhaps the code of a subject for the communications centre (`SIC ABC`). */
function isMarkings(text: string, span: Span): boolean {
  if (findMarkings(text, span.start, span.end).length === 0) return false;
  const rest = withoutMarkings(text, span.start, span.end).replace(/\bSIC [A-Z0-9]{3}\b|\band\b/g, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

const transmission: Reader = (_, line) =>
  transmissionOf(line.text)
    ? { seen: 'other', rule: 'block.transmission', fields: [], furniture: true }
    : undefined;

//   > | SECRET        > | N A T O  S E C R E T  SIC ABC
const marking: Reader = (text, line) =>
  isMarkings(text, line.inner)
    ? {
        seen: 'marking',
        rule: 'header.marking-line',
        fields: markingFields(text, line.inner, 'text', 'header.marking-line'),
      }
    : undefined;

//   > | MEMORANDUM FOR: Director        > | Bezug: DB Nr. 900 vom 10. Juni
//       ^^^^^^^^^^^^^^^ ^^^^^^^^            ^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^
const labelled: Reader = (text, line) => {
  const found = readLabel(line.text);
  if (!found || line.text.length > 200) return undefined;
  const end = /^\(/.test(line.text) ? line.text.replace(/[.)\s]+$/, '').length : line.text.length;
  const value = part(line, found.at, Math.max(end, found.at + 1));
  const { name } = found;
  if ((name === 'sent' || name === 'received') && !/\d/.test(text.slice(value.start, value.end)))
    return undefined;
  return {
    seen: /^memorandum/i.test(found.label) ? 'memorandum' : 'pair',
    rule: name === 'reference' ? 'header.reference' : 'header.pair',
    label: part(line, 0, found.label.length),
    fields:
      name === 'none'
        ? []
        : name === 'classification' || name === 'precedence'
          ? markingFields(text, value, 'text', 'header.pair').filter((f) => f.name === name)
          : [field(name, text, value, name === 'reference' ? 'header.reference' : 'header.pair')],
  };
};

const group: Reader = (text, line) => {
  const fields = readDateTimeGroup(text, line);
  return fields && { seen: 'group', rule: 'header.us-date-time-group', fields };
};

//   > | FM WASHINGTON 021830Z APR 82        > | TO PRIORITY FCO        > | INFO IMMEDIATE PARIS, BONN
//          ^^^^^^^^^^ ^^^^^^^^^^^^^^               ^^^^^^^^ ^^^               ^^^^^^^^^ ^^^^^  ^^^^
const sender =
  /^FM (?<post>[A-Z][A-Z .'/-]*?)(?:[ ]+(?<group>\d{6}Z[ ]?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[ ]?(?:19)?\d\d))?$/d;
const address =
  /^(?<role>TO|INFO)(?<deskby>[ ](?:DESKBY )?\d{6}Z)?(?<precedence>[ ](?:FLASH|EMERGENCY|IMMEDIATE|PRIORITY|ROUTINE))?[ ](?<list>[A-Z][A-Z0-9 ,.'()/-]+)$/d;

const telegramSender: Reader = (text, line) => {
  const match = sender.exec(line.text);
  const post = match && groupSpan(match, 'post', line.inner.start);
  const at = match && groupSpan(match, 'group', line.inner.start);
  if (!post) return undefined;
  return {
    seen: 'sender',
    rule: 'header.us-address',
    label: part(line, 0, 2),
    fields: [
      field('from', text, post, 'header.us-address'),
      ...(at ? [field('sent', text, at, 'header.us-date-time-group')] : []),
    ],
  };
};

const telegramAddress: Reader = (text, line) => {
  const match = address.exec(line.text);
  const list = match && groupSpan(match, 'list', line.inner.start);
  if (!match || !list || line.text.length > 160) return undefined;
  const name = match.groups?.role === 'TO' ? 'to' : 'copy';
  const precedence = groupSpan(match, 'precedence', line.inner.start);
  const fields: HeaderField[] =
    precedence && name === 'to' ? [...markingFields(text, precedence, 'text', 'header.us-address')] : [];
  for (const one of (match.groups?.list ?? '').matchAll(/[^,]+/g)) {
    const lead = one[0].length - one[0].trimStart().length;
    const start = list.start + one.index + lead;
    if (one[0].trim() !== '')
      fields.push(field(name, text, { start, end: start + one[0].trim().length }, 'header.us-address'));
  }
  return {
    seen: 'address',
    rule: 'header.us-address',
    label: part(line, 0, (match.groups?.role ?? '').length),
    fields,
  };
};

//   > | TELNO 1100 OF 2 APRIL        > | YOUR TELNO 652: HARBOUR TALKS
//             ^^^^                       ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^
const ownNumber = /^TELNO (?<number>\d{1,5})(?:[ ]OF[ ][\dA-Z ]{3,24})?$/d;
const otherNumber =
  /^(?<reference>(?:(?:YOUR|MY|OUR|[A-Z]{3,12}) )?TEL(?:NO|EGRAM|S)[S]? \d{1,5}(?: TO [A-Z]{2,12})?)(?:\s?:\s(?<subject>[A-Z].{2,80}))?$/d;

const telegramNumber: Reader = (text, line) => {
  const own = ownNumber.exec(line.text);
  const number = own && groupSpan(own, 'number', line.inner.start);
  if (number)
    return {
      seen: 'telno',
      rule: 'header.number-line',
      fields: [field('telegram-number', text, number, 'header.number-line')],
    };
  const other = otherNumber.exec(line.text);
  const reference = other && groupSpan(other, 'reference', line.inner.start);
  if (!other || !reference) return undefined;
  const subject = groupSpan(other, 'subject', line.inner.start);
  return {
    seen: 'other',
    rule: 'header.reference',
    fields: [
      field('reference', text, reference, 'header.reference'),
      ...(subject ? [field('subject', text, subject, 'header.subject-line')] : []),
    ],
  };
};

//   > | DESPATCH 123        > | Fernschreiben Nr. 923        > | T. N° 123-127. Diffusion réservée.
//                ^^^                          ^^^                    ^^^^^^^
const numbered =
  /^(?<kind>Despatch|Dispatch|Telegram|Cable|Cablegram|Airgram|Letter|Memorandum|Drahtbericht|Drahterlass|Drahterlaß|Fernschreiben|Schriftbericht|Télégramme|Dépêche|T\.)?[ ]?(?:No\.?|Nr\.?|N°|Nº)?[ ]?(?<number>(?:[A-Z]{1,5}-)?\d{1,6}(?:[-/]\d{1,6})?)(?<rest>[., ].*)?$/diu;
const paperNumber: Reader = (text, line) => {
  const match = numbered.exec(line.text);
  const number = match && groupSpan(match, 'number', line.inner.start);
  const { kind = '', rest = '' } = match?.groups ?? {};
  if (!match || !number || (kind === '' && !/^N[o°rº]/iu.test(line.text))) return undefined;
  const after = { start: number.end, end: line.inner.end };
  if (/[\p{L}\p{N}]/u.test(rest) && !isMarkings(text, after)) return undefined;
  const name: FieldName = /^(?:tel|cab|T\.|tél|draht|fern)/iu.test(kind)
    ? 'telegram-number'
    : 'general-number';
  return {
    seen: 'number',
    rule: 'header.number-line',
    fields: [
      field(name, text, number, 'header.number-line'),
      ...markingFields(text, after, 'text', 'header.marking-line'),
    ],
  };
};

//   > | 812. DEA/50069-A-40        > | Copy No. 3
//       ^^^  ^^^^^^^^^^^^^^
const filed = /^(?<number>\d{1,4})\.[ \t]+(?<file>[A-Z]{2,6}[/-][A-Za-z0-9./-]*\d[A-Za-z0-9./-]*)$/d;
//   > | Z B 6-1-12345/70 VS-vertraulich
//       ^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^
const registered = /^(?<number>(?:[A-Z]{1,3} ){0,2}[A-Z]{0,3}[ ]?\d[\d./-]{1,18}\/\d{2,4}) (?=\p{L})/du;
const fileNumber: Reader = (text, line) => {
  const entry = registered.exec(line.text);
  const registry = entry ? groupSpan(entry, 'number', line.inner.start) : undefined;
  const marks = registry && { start: registry.end, end: line.inner.end };
  if (registry && marks && isMarkings(text, marks))
    return {
      seen: 'file',
      rule: 'header.number-line',
      fields: [
        field('general-number', text, registry, 'header.number-line'),
        ...markingFields(text, marks, 'text', 'header.marking-line'),
      ],
    };
  if (/^Cop(?:y|ies) No\.? ?\d{1,4}$/i.test(line.text))
    return { seen: 'other', rule: 'header.number-line', fields: [] };
  const match = filed.exec(line.text);
  const number = match && groupSpan(match, 'number', line.inner.start);
  const file = match && groupSpan(match, 'file', line.inner.start);
  if (!number || !file) return undefined;
  return {
    seen: 'file',
    rule: 'header.archive-reference',
    fields: [
      field('document-number', text, number, 'header.title-line'),
      field('archive-reference', text, file, 'header.archive-reference'),
    ],
  };
};

//   > | Moscou, le 3 mai 1956, 18 h 40.        > | Bonn, den 12. Juni 1970        > | “27” May 1956
const foreign =
  /^(?:\p{Lu}[\p{L} '’-]{1,30}, )(?:le|den|am) \d{1,2}(?:er|\.)? \p{L}{3,10}\.? \d{4}(?:, (?:à )?\d{1,2}[ .:h]{1,3}(?:\d{2})?(?: ?Uhr)?)?\.?$/u;
const quotedDay = /^["“«]\d{1,2}["”»] \p{Lu}\p{Ll}+ \d{4}$/u;
const dateline: Reader = (text, line) => {
  if (foreign.test(line.text) || quotedDay.test(line.text)) {
    const end = line.text.replace(/\.$/, '').length;
    return {
      seen: 'dateline',
      rule: 'header.dateline',
      fields: [field('sent', text, part(line, 0, end), 'header.dateline')],
    };
  }
  if (/^\d{1,2}[.:]\d{2} ?[ap]\.? ?m\.?$/i.test(line.text))
    return { seen: 'other', rule: 'header.dateline', fields: [] };
  const reading = line.text.length <= 80 ? readDateline(text, line.inner) : undefined;
  return reading && !reading.odd
    ? { seen: 'dateline', rule: 'header.dateline', fields: reading.fields }
    : undefined;
};

const name = "\\p{Lu}[\\p{L}.,’'() -]{2,90}?";
//   > | Botschafter Schmidt, Moskau, an das Auswärtige Amt
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^
const german = new RegExp(
  `^(?<from>${name}),? an (?:das|den|die|Herrn) (?<to>\\p{Lu}[\\p{L}.,’ -]{2,90})$`,
  'du',
);
//   > | Ambassador in United States
//   > | to Secretary of State for External Affairs
const upper = new RegExp(`^(?<from>${name}),?$`, 'du');
const lower = /^(?:to|à) (?<to>(?:the )?\p{Lu}[\p{L}.,’'() -]{2,90}?)[.,]?$/du;
const office =
  /\b(?:Ambassador|Minister|Secretary|Under-Secretary|Commissioner|Chargé|Consul|Delegation|Embassy|Legation|Representative|Ambassadeur|Ministre|Ministère|Consulat|Département|Department|Government|Office|Premier|President|Président|Chairman|Director|Head|Governor|Mission|Delegate)\b/u;

const parties: Reader = (text, line, next) => {
  const one = german.exec(line.text);
  const [from, to] = one
    ? [groupSpan(one, 'from', line.inner.start), groupSpan(one, 'to', line.inner.start)]
    : [];
  const rule = 'header.parties';
  if (from && to)
    return { seen: 'parties', rule, fields: [field('from', text, from, rule), field('to', text, to, rule)] };
  const above = upper.exec(line.text);
  const below = next && office.test(line.text) ? lower.exec(next.text) : null;
  const sends = above && groupSpan(above, 'from', line.inner.start);
  const gets = next && below && groupSpan(below, 'to', next.inner.start);
  if (!sends || !gets || !office.test(next.text)) return undefined;
  return {
    seen: 'parties',
    rule,
    fields: [field('from', text, sends, rule), field('to', text, gets, rule)],
    takesNext: true,
  };
};

//   > | FROM THE DIARY OF N. T. FEDOROV
//                         ^^^^^^^^^^^^^
const diary: Reader = (text, line) => {
  const match = /^FROM THE (?:DIARY|JOURNAL) OF:? (?<who>\p{Lu}[\p{L}. '’-]{3,60})$/diu.exec(line.text);
  const who = match ? groupSpan(match, 'who', line.inner.start) : undefined;
  if (!who) return undefined;
  return { seen: 'diary', rule: 'header.parties', fields: [field('from', text, who, 'header.parties')] };
};

const talk =
  /^(?:TELCON|TELEPHONE CONVERSATION|(?:(?:OUTGOING|INCOMING) )?CODE CABLE|(?:RECORD|MEMORANDUM|NOTES?|MINUTES|REPORT|SUMMARY|TRANSCRIPT|PROTOCOL|STENOGRAPHIC RECORD) OF (?:(?:A|THE) )?(?:(?:TELEPHONE|PRIVATE) )?(?:CONVERSATIONS?|MEETINGS?|DISCUSSIONS?|TALKS?|INTERVIEWS?|RECEPTION)\b.{0,150})$/i;
//   > | RECORD OF A MEETING AT THE PALACE ON FRIDAY 20 MARCH 1970 AT 10.30 AM
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const dated =
  /\bon (?<when>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December),? \d{4}(?:,? at \d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?)?)$/di;
const title: Reader = (text, line) => {
  if (!talk.test(line.text) || /[.;:]$/.test(line.text)) return undefined;
  const match = dated.exec(line.text);
  const when = match ? groupSpan(match, 'when', line.inner.start) : undefined;
  return {
    seen: 'title',
    rule: 'header.title',
    fields: [
      field('title', text, line.inner, 'header.title'),
      ...(when ? [field('place-date', text, when, 'header.dateline')] : []),
    ],
  };
};

const readers: readonly Reader[] = [
  transmission,
  marking,
  group,
  telegramSender,
  telegramAddress,
  telegramNumber,
  diary,
  labelled,
  title,
  parties,
  fileNumber,
  paperNumber,
  dateline,
];

/** @param next the line right below, in the same paragraph */
export function readFormLine(text: string, line: Line, next: Line | undefined): FormLine | undefined {
  if (line.text.length > 220) return undefined;
  for (const read of readers) {
    const found = read(text, line, next);
    if (found) return found;
  }
  return undefined;
}
