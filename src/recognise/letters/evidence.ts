/** What on a page tells of an edited document; each thing seen adds to the score. */
import type { Page } from '../dialect.ts';
import { readPair } from '../header-pairs.ts';
import { readArchiveReference } from './archive-reference.ts';
import { isBureau } from './bureau.ts';
import { isClosing, isSalutation, signedWithOffice } from './close.ts';
import { type Head, headOf, headRows } from './head.ts';
import { type Row, rowOf } from './rows.ts';
import { readTitle } from './title.ts';

export interface PageEvidence {
  readonly head: Head;
  readonly seen: readonly string[];
  readonly score: number;
}

export function evidenceOf(page: Page): PageEvidence {
  const head = headOf(page);
  const seen: string[] = [];
  let score = 0;
  const see = (what: string, weight: number) => {
    seen.push(what);
    score += weight;
  };
  if (head.title?.reading.correspondence) see('a title that says who wrote to whom', 0.3);
  else if (head.title?.reading.kind) see('a title that names the kind of document', 0.25);
  else if (head.title) see('a title', 0.1);
  if (head.title?.reading.fields.some((f) => f.name === 'document-number'))
    see('its number in an edition', 0.1);
  if (head.dateline) {
    if (head.dateline.reading.kind) see('a dateline with the kind of document', 0.4);
    else see('a line of place and date', 0.2);
  }
  if (head.front && head.title) see('front matter with a title', 0.1);
  if (head.caption !== undefined) see('a caption that names the kind', 0.25);
  if (head.dateline?.left) see('writer and date in two columns', 0.15);
  if (head.markings) see('a line of markings', 0.15);
  const pairs = new Set(head.rows.map((r) => readPair(page.text, r.span)?.name));
  if (pairs.has('to') && pairs.has('from')) see('lines of sender and addressee', 0.3);
  if (!head.title && head.rows[0] && isTitleOfPaper(page, head.rows[0]))
    see('a title that names the kind', 0.25);
  if (head.rows.slice(0, headRows).some((r) => isBureau(r.text))) see('an office on a line of its own', 0.15);
  const filled = page.lines.filter((l) => l.text !== '');
  const tail = filled.slice(-60);
  if (
    tail.some(
      (l) =>
        l.text.length < 330 && /\[/.test(l.text) && readArchiveReference(page.text, rowOf(page.text, l).span),
    )
  )
    see('an archive reference', 0.25);
  if (filled.slice(0, 24).some((l) => l.text.length < 100 && isSalutation(rowOf(page.text, l).text)))
    see('a salutation', 0.25);
  if (tail.slice(-3).some((l) => signedWithOffice(rowOf(page.text, l).text) !== undefined))
    see('a signature with the office', 0.25);
  if (tail.slice(-24).some((l) => l.text.length < 160 && isClosing(rowOf(page.text, l).text)))
    see('a complimentary close', 0.2);
  return { head, seen, score };
}

/** Does a page open with a line that names the kind of paper, and is no sentence? */
function isTitleOfPaper(page: Page, row: Row): boolean {
  const reading =
    row.text.length < 320 && !/[.:;!?]$/.test(row.text) ? readTitle(page.text, row.span) : undefined;
  return reading?.kind !== undefined;
}
