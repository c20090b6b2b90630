/** The line that says what a document is about. */
import type { Span } from '../../document.ts';
import { readArchiveReference } from './archive-reference.ts';
import { readReference } from './attention.ts';
import { isSalutation, isSignature } from './close.ts';
import { type Edited, trimMark } from './edited.ts';
import { readMarkingRow } from './marking-row.ts';
import { hasLabel } from './numbers.ts';
import { isPersonName } from './parties.ts';
import type { Row } from './rows.ts';

/** One short line that is no sentence, before the first paragraph. */
export function subjectRow(d: Edited, row: Row, at: number): boolean {
  const words = row.text;
  const next = d.rows.slice(at + 1).find((r) => r.text !== '');
  if (!next || words.length > 180 || /^[([“"'‘]?\p{Ll}/u.test(words) || hasLabel(d.text, row.span))
    return false;
  // «1．Situation»: a numbered heading is the text's.
  if (/^\d{1,2}\s?[．、）]/u.test(words)) return false;
  if (isSalutation(words) || isSignature(next.text) || readArchiveReference(d.text, next.span)) return false;
  const label = /^(?:Subject|SUBJECT|Subj|SUBJ|Re)\s*[:.]\s*/.exec(words);
  const bare = words.replace(/\s*\[\d+\]$/, '').replace(/(?<=\p{Ll})\d{1,2}$/u, '');
  const capitals = /\p{Lu}{3}/u.test(bare) && bare === bare.toUpperCase();
  const marked = row.level > 0 || row.emphasis === 'strong';
  const title =
    !/[.,;:!?]$|:[-–—]$/.test(bare) &&
    bare.length <= 110 &&
    (marked || row.emphasis !== undefined || titleCase(bare) || capitals);
  const sentenceEnd = /[.!?]\s+\p{Lu}/u.test(bare.replace(/\b(?:No|Nos|Mr|Dr|St|U\.[A-Z]|\p{Lu})\./gu, ''));
  if (!label && (!title || sentenceEnd || /^(?:Begins?|Ends?|Message)$/i.test(bare))) return false;
  const above =
    readMarkingRow(d.text, next.span, true) !== undefined || readReference(d.text, next.span) !== undefined;
  if (isPersonName(bare) && !marked && !capitals && !above && next.text.length < 60) return false;
  if (label) participantsOfSubject(d, { start: row.span.start + label[0].length, end: row.span.end });
  const span = trimMark(d.text, { start: row.span.start + (label?.[0].length ?? 0), end: row.span.end });
  if (span.end <= span.start) return false;
  d.line(
    row,
    [d.field('subject', span, 'header.subject-line', label || marked || capitals ? 'high' : 'medium')],
    'header.subject-line',
    label ? { label: { start: row.span.start, end: row.span.start + label[0].trimEnd().length } } : {},
  );
  return true;
}

/** Names in the subject of a memorandum of conversation are known to those who speak in it. */
export function participantsOfSubject(d: Edited, span: Span): void {
  for (const name of d.text.slice(span.start, span.end).matchAll(/\p{Lu}[\p{L}’'-]+/gu))
    d.present.push(name[0]);
}

/** Most words begin with a capital: a heading, not a sentence. */
function titleCase(words: string): boolean {
  const all = words.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const long = all.filter((w) => w.length > 3);
  if (all.length === 0 || all.length > 14) return false;
  return long.length > 0 && long.filter((w) => /^\p{Lu}/u.test(w)).length >= long.length * 0.75;
}
