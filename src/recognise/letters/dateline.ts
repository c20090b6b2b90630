/**
 * The line that says what a document is, its number, where and when it was written. Only a line that is
 * nothing else is read; each part keeps its place.
 */
import type { FieldName, HeaderField, Span } from '../../document.ts';
import { findMarkings } from '../markings.ts';
import { type Kind, kindAt } from './title.ts';

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const year = '(?:[1lI][4-9][\\dlIoO]{2}|20\\d\\d|9\\d\\d(?=,))';
const day = '(?:\\d{1,2}|[1-3lI][\\dlIoO]|II)(?:st|nd|rd|th)?';
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+(?:the\\s+)?)?';
const b = '[\\[\\]]*';
const date =
  `${weekday}(?:${b}${day}${b},?\\s*(?:(?:-|–|and|to)\\s*${day}\\s*)?${b}${month}${b}\\.?,?\\s*${b}${year}${b}` +
  `|${b}${month}${b}\\.?\\s+${b}${day}${b},\\s*${b}${year}|${b}${month}${b},?\\s+${b}${year}${b})`;
/** «n.d.», «undated», a year in brackets, words of the editor in brackets round a date. */
const loose = `(?:(?:n\\.\\s?d\\.|undated|date unknown)(?:,?\\s*\\[[^\\[\\]]{3,60}(?:\\s\\[\\d+\\])?\\])?|(?:week|period) commencing ${date}|\\[(?:c\\.|ca|circa|about|before|after|on or (?:about|before|after)|between|early|mid|late)[^\\[\\]]{3,50}\\]|\\[${year}\\??\\])`;
const digit = '[\\dlIO]';
const half = '\\[?\\??\\s?\\d?[ap][.,]?\\s?[Pp]?\\.?m\\.?\\]?';
const clock = `(?:(?:(?:shortly|just) )?(?:at|circa|c\\.|before|after|about)\\s+)?\\[?(?:${digit}{1,4}(?:[.:,-]\\s?${digit}{2})?\\.?,?\\s?(?:${half}|noon|midnight|hours|hrs)|noon|midnight|\\d{1,2}[.:]\\d{2}\\.?|\\d{4}\\s?(?:hours|hrs|Z)|(?:early |late )?(?:morning|afternoon|evening|night)(?::? (?:before|after|about) \\d{1,2}(?:[.:]\\d\\d)?\\s?[ap]\\.?m\\.?)?)(?:[\\s,]*\\(?(?:G\\.?M\\.?T\\.?|local time)\\)?)?\\]?(?:\\s*(?:-|–|to)\\s*\\d{1,2}(?:[.:]\\d{2})?\\s?[ap]\\.?\\s?m\\.?)?`;
const note = '(?:\\s*\\[\\d{1,3}\\]|(?<=[\\d.])\\s\\d(?!\\d)|(?<=[\\d\\]\\p{Ll}])\\d{1,2}(?!\\d))';

//   > | Cablegram 1337 WASHINGTON, 26 September 1946, 10.14 p.m.
//       ^^^^^^^^^ ^^^^ ^^^^^^^^^^  ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^
const whole = new RegExp(
  `^(?<before>.{0,130}?)(?<when>(?:${date}|${loose})(?<time>(?:\\s*\\[\\d\\])?[\\s,;.—–-]*${clock})?)(?<after>[\\s,.;\\]]*${note}?[\\s,.;]*)(?<late>(?:(?:Circular\\s)?Cablegrams?|Telegrams?)\\s[\\w., ()/&-]{1,40}|Received\\s.{4,60})?(?<marks>(?<=[\\s,.])\\p{Lu}[\\p{Lu}.][\\p{Lu} ,.&()-]{2,70})?$`,
  'diu',
);

export interface Dateline {
  readonly fields: readonly HeaderField[];
  readonly kind: Kind | undefined;
  readonly sent: boolean;
  /** Words of number or kind that fit nothing known. */
  readonly odd: Span | undefined;
}

const place =
  /^\[?(?:(?:the|THE|THE HAGUE)\s)?\p{Lu}[\p{L}.'’()-]*(?:,?\s(?:[\p{Lu}(][\p{L}.'’)-]*|of|the|es|de|in|at|on|al))*,?\]?,?$/u;
const capitals = /(?:^|[\s,])(\[?\p{Lu}[\p{Lu}.'’()-]*\p{Lu}\.?(?:,?\s(?:\(?\p{Lu}[\p{Lu}.'’-]*\)?))*\]?)$/u;

/**
 * @param span the line without marks
 * @param role the field a place and date become: `sent` for what is sent, `place-date` for a record
 */
export function readDateline(text: string, span: Span): Dateline | undefined {
  if (span.end - span.start > 260) return undefined;
  const words = text.slice(span.start, span.end);
  if (!/\d{4}|[ln]\.\s?d\.|undated|date unknown|[\dlI][4-9][\dlIoO]{2}/i.test(words)) return undefined;
  const match = whole.exec(words);
  const at = match?.indices?.groups;
  if (!match || !at?.when) return undefined;
  const parts = partsOf(match.groups?.before ?? '');
  if (!parts) return undefined;
  const tail = match.groups?.marks ?? '';
  if (tail !== tail.toUpperCase()) return undefined;

  const fields: HeaderField[] = [];
  const add = (name: FieldName, start: number, end: number, value = words.slice(start, end)) =>
    fields.push({
      name,
      value: value.replace(/\s+/g, ' '),
      span: { start: span.start + start, end: span.start + end },
      layer: 'text',
      rule: 'header.dateline',
      certainty: 'high',
    });
  const number = parts.kind === 'telegram' ? 'telegram-number' : 'general-number';
  for (const n of parts.numbers) add(number, n.start, n.end, n.value);
  add(
    'sent',
    parts.place ? parts.place.start : at.when[0],
    at.when[0] + trimmed(match.groups?.when ?? '').length,
  );
  if (at.marks)
    for (const f of findMarkings(words, at.marks[0], at.marks[1]))
      add(f.marking.scheme, f.span.start, f.span.end, f.marking.id);

  //   > | CANBERRA, 8 April 1946 Cablegrams 161, 112        > | LONDON, 1 May 1938 Received 3 June 1938
  //                              ^^^^^^^^^^^^^^^^^^^                             ^^^^^^^^^^^^^^^^^^^^
  const late = match.groups?.late ?? '';
  const lateStart = at.late?.[0] ?? 0;
  if (/^Received/i.test(late)) {
    const label = /^Received\s+/i.exec(late)?.[0].length ?? 0;
    const value = late.slice(label).trimEnd();
    if (whole.test(value)) add('received', lateStart + label, lateStart + label + value.length);
  } else if (late !== '') {
    const other = partsOf(late);
    for (const n of other?.numbers ?? [])
      add('telegram-number', lateStart + n.start, lateStart + n.end, n.value);
    if (other?.kind && !parts.kind) return { fields, kind: other.kind, sent: true, odd: undefined };
  }
  return {
    fields,
    kind: parts.kind,
    sent: parts.sent,
    odd: parts.odd && { start: span.start + parts.odd.start, end: span.start + parts.odd.end },
  };
}

/** Without the commas and stops after it; the full stop of «p.m.» stays. */
const trimmed = (when: string): string =>
  /[ap]\.?\s?m\.\s*$/i.test(when) ? when.trimEnd() : when.replace(/[\s,;.—–-]+$/, '');

interface Parts {
  readonly kind: Kind | undefined;
  readonly sent: boolean;
  readonly numbers: readonly { start: number; end: number; value: string }[];
  readonly place: Span | undefined;
  readonly odd: Span | undefined;
}

/** Kind, number and place before the date; undefined where there is anything else. */
function partsOf(before: string): Parts | undefined {
  let end = before.replace(/[\s,]+$/, '').length;
  let start = 0;
  const kind = kindAt(before);
  if (kind) start = kind.length;
  let found: Span | undefined;
  const rest = before.slice(start, end);
  if (!kind && rest !== '') {
    if (place.test(rest) && rest.length <= 70 && !/\d/.test(rest)) {
      found = { start, end };
      return { kind: undefined, sent: false, numbers: [], place: found, odd: undefined };
    }
  }
  // A note mark may stand after the place or after the number.
  const marked = /\s*\[\d{1,3}\]$/.exec(rest);
  const body = marked ? rest.slice(0, rest.length - marked[0].length) : rest;
  const caps = capitals.exec(body);
  // «MEETING BETWEEN THE PRIME MINISTER AND … ON» is no place.
  if (caps && (kind || /\d/.test(body)) && !/\b(?:BETWEEN|WITH|ON)\b/u.test(caps[1] ?? '')) {
    const words = caps[1] ?? '';
    const from = start + body.length - words.length;
    found = { start: from, end: from + words.replace(/,$/, '').length };
    end = from;
  } else {
    //   > | Cablegram 186 Moscow
    //                     ^^^^^^
    const word = /(?<=\d\]?\s)\[?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\]?$/u.exec(body);
    if (kind && word) found = { start: start + word.index, end: start + word.index + word[0].length };
    end = found ? found.start : start + body.length;
  }
  if (
    !found &&
    kind &&
    !/\b(?:BETWEEN|WITH|ON)\b/u.test(body) &&
    place.test(body.trim()) &&
    !/\d/.test(body) &&
    !/unnumbered/i.test(body)
  ) {
    const lead = body.length - body.trimStart().length;
    if (body.trim() !== '') {
      found = { start: start + lead, end: start + body.trimEnd().length };
      end = start;
    }
  }
  return numbersOf(before, start, end, kind, found);
}

function numbersOf(
  before: string,
  start: number,
  end: number,
  kind: ReturnType<typeof kindAt>,
  place: Span | undefined,
): Parts | undefined {
  const numbers: { start: number; end: number; value: string }[] = [];
  let found = place;
  let odd: Span | undefined;
  // Words in round brackets that describe the copy, and note marks, are no part of the number.
  const blanked = before
    .slice(start, end)
    .replace(
      /\((?:air ?mail|extracts?|paraphrase|draft|unsent|copy|by air|translation|part[s]?[^)]*|personal|revised)[^)]*\)/gi,
      (m) => ' '.repeat(m.length),
    )
    .replace(/(?<=\S)\s+\[\d{1,3}\](?=[\s,]*$|\s)/g, (m) => ' '.repeat(m.length))
    .replace(/\b(?:unnumbered|un-numbered|extracts?|No\.?|Nos\.?)(?![\p{L}\d])/giu, (m) =>
      ' '.repeat(m.length),
    );
  for (const part of blanked.matchAll(/(?:[^,;]|,(?=\S))+/g)) {
    const value = part[0].trim().replace(/^[./](?=\d)/, '');
    if (value === '') continue;
    const from = start + part.index + part[0].indexOf(value);
    const plain = value.replace(/[[\]]/g, '');
    // A place with a nought for an O: `TOKY0`.
    if (/^\p{Lu}{3,}0\p{Lu}*$/u.test(plain) && !found) {
      found = { start: from, end: from + value.length };
      continue;
    }
    if (!/\d/.test(plain) && !/^[A-Z]{1,3}$/.test(plain)) {
      odd = { start: from, end: from + value.length };
      continue;
    }
    if (value.length > 42) return undefined;
    numbers.push({ start: from, end: from + value.length, value: plain.replace(/\s+/g, ' ') });
  }
  if (!kind && numbers.length === 0 && !found && before.trim() !== '') return undefined;
  if (!kind && odd && !(found && numbers.length > 0)) return undefined;
  if (odd && odd.end - odd.start > 40) return undefined;
  return { kind: kind?.kind, sent: kind?.sent ?? false, numbers, place: found, odd };
}
