/** Salutation, paragraphs, close and signature. */
import { bodyBlocks, speakersOf } from './body.ts';
import { isBureau } from './bureau.ts';
import { isClosing, isNamePrinted, isOffice, isSalutation, isSignature, signedWithOffice } from './close.ts';
import type { Edited } from './edited.ts';
import { isPersonName } from './parties.ts';
import type { Row } from './rows.ts';

export function readBody(d: Edited, from: number, to: number): void {
  const { rows } = d;
  let start = from;
  let end = to;
  const first = rows[start];
  if (first && isSalutation(first.text) && start < end) {
    d.line(first, [d.field('salutation', first.span, 'header.salutation')], 'header.salutation');
    start++;
  }
  const closed = closingRow(d, start, end);
  if (closed >= 0) {
    const below = rows.slice(closed, end);
    bodyOf(d, start, closed);
    belowClosing(d, below);
    return;
  }
  const closing: (() => void)[] = [];
  // From below: office, signature, close; each only in its place.
  const last = (back: number): Row | undefined => rows[end - 1 - back];
  const depth = signatureDepth(d, start, end);
  if (depth >= 0) {
    for (let i = 0; i < depth; i++) {
      const row = last(i);
      if (row && row.text !== '')
        closing.push(() =>
          d.line(row, [d.field('office', row.span, 'header.signature', 'medium')], 'header.signature', {
            position: 'closer',
          }),
        );
    }
    const row = last(depth) as Row;
    closing.push(() => d.signatureLine(row));
    end -= depth + 1;
  }
  for (
    let row = rows[end - 1];
    row && end > start && (row.text === '' || (isClosing(row.text) && closing.length < 6));
    row = rows[end - 1]
  ) {
    const closed = row;
    if (closed.text !== '')
      closing.push(() =>
        d.line(closed, [d.field('closing', closed.span, 'header.closing')], 'header.closing', {
          position: 'closer',
        }),
      );
    end--;
  }
  bodyOf(d, start, end);
  for (const put of closing.reverse()) put();
}

function bodyOf(d: Edited, start: number, end: number): void {
  const inner = d.rows.slice(start, end);
  const body = bodyBlocks(d.text, inner, speakersOf(d.text, inner, d.present));
  d.blocks.push(...body.blocks);
  d.questions.push(...body.questions);
}

/** The complimentary close among the last lines, where only short ones stand below it; else -1. */
function closingRow(d: Edited, start: number, end: number): number {
  for (let i = end - 1; i > start && i >= end - 7; i--) {
    const row = d.rows[i] as Row;
    if (row.text.length > 120) return -1;
    if (isClosing(row.text)) return i;
  }
  return -1;
}

/** Below a close a name need not be in capitals; who is addressed may stand last. */
function belowClosing(d: Edited, rows: readonly Row[]): void {
  rows.forEach((row, i) => {
    if (row.text === '') return;
    const addressee = /^To:?\s+(?=(?:all\s)?\p{Lu})/iu.exec(row.text);
    if (i === 0 || isClosing(row.text))
      d.line(row, [d.field('closing', row.span, 'header.closing')], 'header.closing', {
        position: 'closer',
      });
    else if (addressee && !d.found.has('to')) {
      const span = {
        start: row.span.start + addressee[0].length,
        end: row.span.end - (/[.\s]*$/.exec(row.text)?.[0].length ?? 0),
      };
      d.line(row, [d.field('to', span, 'header.attention')], 'header.attention', {
        position: 'closer',
      });
    } else if (
      !d.found.has('signature') &&
      (isSignature(row.text) || isPersonName(row.text.replace(/\s\.(?=\p{L})/gu, ' ')))
    )
      d.signatureLine(row);
    else
      d.line(
        row,
        isOffice(row.text) ? [d.field('office', row.span, 'header.signature', 'medium')] : [],
        'header.signature',
        {
          position: 'closer',
        },
      );
  });
}

/** How many lines stand below the signature; -1 where there is none. */
function signatureDepth(d: Edited, start: number, end: number): number {
  for (let depth = 0; depth <= 3; depth++) {
    const row = d.rows[end - 1 - depth];
    if (!row || end - 1 - depth < start) return -1;
    if (
      (isSignature(row.text) ||
        signedWithOffice(row.text) !== undefined ||
        isSignedInPrint(d, start, end - 1 - depth)) &&
      row.level === 0
    )
      return depth;
    if (
      row.text !== '' &&
      !isOffice(row.text) &&
      !isBureau(row.text) &&
      !/\b(?:Association|Society|Committee|League|Union|Institute)$/.test(row.text) &&
      !/^\(?(?:Division|Branch|[\p{Lu}][\p{L}]+)\)?$/u.test(row.text)
    )
      return -1;
  }
  return -1;
}

/**
 * A forename and a surname on the last line, blank above it, below a text that has ended: in a submission or a minute
 * whose head names no sender they are who signs.
 */
function isSignedInPrint(d: Edited, start: number, at: number): boolean {
  const { rows } = d;
  const row = rows[at];
  if (!row || d.found.has('from') || !isNamePrinted(row.text) || !isPersonName(row.text)) return false;
  let before = at - 1;
  while (before > start && rows[before]?.text === '') before--;
  const above = rows[before];
  return (
    above !== undefined &&
    above.text.length > 40 &&
    /[.?][’”'"]?(?:\s?\[?\d{1,2}\]?)?$/u.test(above.text) &&
    /\n\s*\n/.test(d.text.slice(above.span.end, row.span.start))
  );
}
