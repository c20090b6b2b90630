/** Rows between title and text, one reader for each kind: markings, copies, pairs, receipt, address, those present. */
import { readPair } from '../header-pairs.ts';
import { markingFields } from '../markings.ts';
import { readAttention, readCopies, readReference } from './attention.ts';
import { isBureau } from './bureau.ts';
import { isOffice } from './close.ts';
import { readDateline } from './dateline.ts';
import { type Edited, trimMark } from './edited.ts';
import { readMarkingRow } from './marking-row.ts';
import { partiesIn, surnameOf } from './parties.ts';
import type { Row } from './rows.ts';
import { participantsOfSubject } from './subject.ts';

/** Labels of pairs that letters and memoranda have; others are left to their own readers. */
const pairs: ReadonlySet<string> = new Set(['to', 'from', 'copy', 'subject', 'classification', 'drafter']);

export function markingRow(d: Edited, row: Row): boolean {
  const numbered = d.head.kind === 'telegram' && !d.found.has('telegram-number');
  //   > | SECRET Received 1 June 1946
  //              ^^^^^^^^^^^^^^^^^^^^
  const receipt = /\sReceived\s+(?=\S)/.exec(row.text);
  const after = receipt && { start: row.span.start + receipt.index + receipt[0].length, end: row.span.end };
  const received = after && readDateline(d.text, after) ? after : undefined;
  const span =
    received && receipt ? { start: row.span.start, end: row.span.start + receipt.index } : row.span;
  const marked = readMarkingRow(
    d.text,
    span,
    numbered || d.head.title !== undefined || d.head.dateline !== undefined,
  );
  if (!marked) return false;
  const fields = marked.fields.map((f) =>
    f.name === 'telegram-number' && d.head.kind !== 'telegram' && !/^O\./.test(f.value)
      ? { ...f, name: 'general-number' as const }
      : f,
  );
  for (const [role, span] of [
    ['to', marked.to],
    ['from', marked.from],
  ] as const)
    if (span && !d.found.has(role))
      for (const part of partiesIn(d.text, span))
        fields.push(d.field(role, part, 'header.attention', 'medium'));
  if (received) fields.push(d.field('received', received, 'header.pair'));
  d.line(row, fields, 'header.marking-line');
  return true;
}

export function copiesRow(d: Edited, row: Row, hasDateline: boolean): boolean {
  if (hasDateline) return false;
  const copies = readCopies(d.text, row.span);
  if (!copies) return false;
  d.line(row, copies.fields, 'header.copies', { label: copies.label });
  return true;
}

//   > | Asian Affairs Bureau        below or above the dateline of a paper that names no sender
//       ^^^^^^^^^^^^^^^^^^^^
export function bureauRow(d: Edited, row: Row): boolean {
  if (d.found.has('from') || d.head.title?.reading.correspondence || !isBureau(row.text)) return false;
  d.line(row, [d.field('from', row.span, 'header.office-line', 'medium')], 'header.office-line');
  return true;
}

//   > | No. 594, General Headquarters        > | No. 2 of 40 copies
//           ^^^
export function numberRow(d: Edited, row: Row): boolean {
  if (row.text.length > 160 || /[.:;]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(row.text)) return false;
  if (/^(?:Copy )?No\.? ?\d{1,4} of \d{1,4}(?: copies)?$/i.test(row.text)) {
    d.line(row, [], 'header.number-line');
    return true;
  }
  const match = /^(?:Nos?|Ref|Number|Nr)\.?:? ?(?<number>\d[\d\p{Lu}/.-]{0,14})(?=$|,\s\p{Lu})/du.exec(
    row.text,
  );
  const at = match?.indices?.groups?.number;
  if (!at || d.found.has('general-number') || d.found.has('telegram-number')) return false;
  const span = { start: row.span.start + at[0], end: row.span.start + at[1] };
  d.line(row, [d.field('general-number', span, 'header.number-line', 'medium')], 'header.number-line');
  return true;
}

//   > | To: Mr. Smith
//   > | Vice Minister for Foreign Affairs
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
export function officeRow(d: Edited, row: Row): boolean {
  const { party } = d;
  d.party = undefined;
  if (!party || row.line.span.start !== party.line.span.end + 1 || !isOffice(row.text)) return false;
  d.line(row, [d.field('office', row.span, 'header.pair', 'medium')], 'header.pair');
  return true;
}

//   > | To: Mr. Smith, Vice Minister
//           ^^^^^^^^^^^^^^^^^^^^^^^^
export function pairRow(d: Edited, row: Row): boolean {
  const pair = readPair(d.text, row.span);
  if (!pair || !pairs.has(pair.name) || (d.found.has(pair.name) && pair.name !== 'copy')) return false;
  if (pair.value.end - pair.value.start > 200) return false;
  const value = trimMark(d.text, pair.value);
  const fields =
    pair.name === 'classification'
      ? markingFields(d.text, value, 'text', 'header.pair')
      : [d.field(pair.name, value, pair.name === 'reference' ? 'header.reference' : 'header.pair')];
  if (pair.name === 'subject') participantsOfSubject(d, value);
  d.line(row, fields, 'header.pair', { label: pair.label });
  d.party = pair.name === 'to' || pair.name === 'from' ? row : undefined;
  return true;
}

//   > | Received 7 February 1945
//                ^^^^^^^^^^^^^^^
export function receivedRow(d: Edited, row: Row): boolean {
  const label =
    /^(?:Received|Rec['’]?d\.?|Dispatched|Despatched)(?:\s(?:in\s\p{Lu}\p{L}+|\([^()]{3,30}\)))?\s*:?,?\s+/u.exec(
      row.text,
    );
  if (!label || row.text.length > 90) return false;
  const value = { start: row.span.start + label[0].length, end: row.span.end };
  if (!readDateline(d.text, value)) return false;
  const name = /^R/.test(label[0]) ? 'received' : 'sent';
  if (d.found.has(name)) return false;
  d.line(row, [d.field(name, value, 'header.pair')], 'header.pair', {
    label: { start: row.span.start, end: row.span.start + label[0].trimEnd().length },
  });
  return true;
}

export function referenceRow(d: Edited, row: Row): boolean {
  const reference = readReference(d.text, row.span);
  if (!reference) return false;
  d.line(row, reference.fields, 'header.reference', reference.label ? { label: reference.label } : {});
  return true;
}

export function attentionRow(d: Edited, row: Row): boolean {
  if (d.head.kind === 'conversation' || d.head.kind === 'minute') return false;
  const address = readAttention(d.text, row.span);
  if (!address) return false;
  const { title } = d.head;
  const named = (role: 'from' | 'to') => title?.reading.fields.filter((f) => f.name === role) ?? [];
  // A post is not a person: «Cablegram to Ottawa», «For Brown from Smith» tell two things.
  const postOnly = title?.reading.kind !== undefined;
  const fields = address.filter((f) => {
    const given = named(f.name as 'from' | 'to');
    if (given.length === 0) return !(f.name === 'from' && d.found.has('from'));
    return f.name === 'to' && postOnly && !given.some((g) => surnameOf(g.value) === surnameOf(f.value));
  });
  const sender = address.find((f) => f.name === 'from');
  if (sender) d.agree(named('from'), sender);
  d.line(row, fields, 'header.attention');
  return true;
}

/** A line that the catalogue gives as title or as author. */
export function catalogueRow(d: Edited, row: Row): boolean {
  const plain = (s: string) =>
    s
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim()
      .toLowerCase();
  const words = plain(row.text);
  if (words.length < 12 || !words.includes(' ') || row.text.length > 300) return false;
  const { title, authors } = d.metadata;
  if (!d.found.has('title') && title && plain(title).includes(words)) {
    d.line(row, [d.field('title', row.span, 'catalogue.column')], 'catalogue.column');
    return true;
  }
  if (!d.found.has('from') && authors?.split(';').some((a) => plain(a).endsWith(words))) {
    d.line(row, [d.field('from', row.span, 'catalogue.column', 'medium')], 'catalogue.column');
    return true;
  }
  return false;
}

export function extractRow(d: Edited, row: Row): boolean {
  if (
    !/^\(?(?:EXTRACTS?|Extracts?|Paraphrase|TRANSLATION|Translation|DRAFT|COPY)\)?\s?\d?(?:\s*\[\d+\])?$/.test(
      row.text,
    )
  )
    return false;
  d.line(row, [], 'header.dateline');
  return true;
}

//   > | PRESENT
//   > | Present: Mr Smith, Sir John Brown
export function presentRow(d: Edited, row: Row): boolean {
  const label =
    /^(?:PRESENT|Present|PARTICIPANTS|Participants|ATTENDANCE|Those present)\s*(?::[-–—]?|(?=$))\s*/.exec(
      row.text,
    );
  if (!label || row.text.length > 1200) return false;
  const value = { start: row.span.start + label[0].length, end: row.span.end };
  const fields =
    value.end > value.start
      ? partiesIn(d.text, value).map((p) => d.field('participants', p, 'header.participants', 'medium'))
      : [];
  for (const f of fields) d.present.push(f.value);
  d.line(row, fields, 'header.participants', {
    label: { start: row.span.start, end: row.span.start + label[0].trimEnd().length },
  });
  return true;
}
