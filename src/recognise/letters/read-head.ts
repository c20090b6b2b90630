/** Title, dateline and the rows about them, in the order in which editors and offices set them. */
import type { Span } from '../../document.ts';
import { readCopies } from './attention.ts';
import { isSalutation } from './close.ts';
import { type Dateline, readDateline } from './dateline.ts';
import type { Edited } from './edited.ts';
import { headRows } from './head.ts';
import {
  attentionRow,
  bureauRow,
  catalogueRow,
  copiesRow,
  extractRow,
  markingRow,
  numberRow,
  officeRow,
  pairRow,
  presentRow,
  receivedRow,
  referenceRow,
} from './head-rows.ts';
import { readMarkingRow } from './marking-row.ts';
import { isParty, partiesIn } from './parties.ts';
import type { Row } from './rows.ts';
import { subjectRow } from './subject.ts';
import type { TitleReading } from './title.ts';

/** @returns the first row of the body */
export function readHead(d: Edited): number {
  const { title, dateline } = d.head;
  let at = 0;
  // Rows of a web page's or an editor's own before the title: none is known, they stay what they are.
  if (title) {
    for (; at < title.row; at++) d.plain(d.rows[at]);
    titleLine(d, title.reading, d.rows[at] as Row);
    at++;
    const stop = dateline?.row ?? at + 2;
    if (title.reading.open) while (at < stop && continueTitle(d, d.rows[at])) at++;
  }
  let subject = false;
  let dated = false;
  for (let seen = 0; at < d.rows.length && seen < headRows; at++, seen++) {
    const row = d.rows[at] as Row;
    if (row.text === '') continue;
    if (!dated && dateline?.row === at) {
      dated = true;
      datelineRow(d, dateline.reading, row, dateline.left);
      continue;
    }
    if (d.head.caption === at) {
      const bare = !title && !d.rows.slice(0, headRows).some((r) => /^subject\s*[:.]/i.test(r.text));
      d.line(row, bare ? [d.field('title', row.span, 'header.title-line')] : [], 'header.title-line');
      continue;
    }
    if (markingRow(d, row) || copiesRow(d, row, dateline?.row === at)) continue;
    if (pairRow(d, row) || officeRow(d, row)) continue;
    if (receivedRow(d, row) || referenceRow(d, row) || attentionRow(d, row)) continue;
    if (title && !dated && dateline && at < dateline.row && continueTitle(d, row)) continue;
    if (!title && catalogueRow(d, row)) {
      subject = true;
      continue;
    }
    if (extractRow(d, row) || numberRow(d, row)) continue;
    if ((dated || dateline) && bureauRow(d, row)) continue;
    if (presentRow(d, row)) continue;
    const between = !title && d.head.markings && dateline && at < dateline.row;
    if (
      (title || dated || between || /^subject\s*[:.]/i.test(row.text)) &&
      !subject &&
      subjectRow(d, row, at)
    ) {
      subject = true;
      continue;
    }
    //   > | here: essential topics and results        the subject goes on
    if (subject && /^here:\s+\S/.test(row.text) && row.text.length < 160) {
      d.line(row, [], 'header.subject-line', {
        label: { start: row.span.start, end: row.span.start + 5 },
      });
      continue;
    }
    if (!dated && dateline && at < dateline.row && row.text.length < 160) {
      d.plain(row);
      continue;
    }
    break;
  }
  return at;
}

function titleLine(d: Edited, reading: TitleReading, row: Row): void {
  const fields = [d.field('title', row.span, 'header.title-line'), ...reading.fields];
  d.line(row, fields, 'header.title-line');
  for (const f of reading.fields) if (f.name === 'participants' || f.name === 'from') d.present.push(f.value);
}

/** A title that breaks off: names on the lines before the dateline are addressees still. */
function continueTitle(d: Edited, row: Row | undefined): boolean {
  if (!row || row.text === '' || row.text.length > 160) return row?.text === '';
  if (readMarkingRow(d.text, row.span, false) || readDateline(d.text, row.span)) return false;
  const parts = partiesIn(d.text, row.span);
  if (!parts.every((p) => isParty(d.text.slice(p.start, p.end)))) return false;
  const { title } = d.head;
  const role =
    title?.reading.open === 'by' && !d.found.has('from')
      ? 'from'
      : title?.reading.kind === 'conversation'
        ? 'participants'
        : title?.reading.correspondence &&
            (title.reading.open === 'to' || (d.found.has('to') && title.reading.open === 'comma'))
          ? 'to'
          : undefined;
  const fields = role ? parts.map((p) => d.field(role, p, 'header.title-line')) : [];
  d.line(row, fields, 'header.title-line');
  return true;
}

function datelineRow(d: Edited, reading: Dateline, row: Row, left: Span | undefined): void {
  const { title } = d.head;
  const greeted = d.rows.slice(0, headRows + 6).some((r) => isSalutation(r.text));
  const sent =
    greeted ||
    reading.sent ||
    left !== undefined ||
    title?.reading.correspondence === true ||
    d.head.kind === 'telegram' ||
    d.head.kind === 'letter';
  const fields = reading.fields.map((f) =>
    f.name === 'sent' && !sent ? { ...f, name: 'place-date' as const } : f,
  );
  const copies = left && readCopies(d.text, left);
  if (copies) fields.push(...copies.fields);
  else if (left && !d.found.has('from')) fields.push(d.field('from', left, 'header.dateline', 'medium'));
  d.line(row, fields, 'header.dateline');
  if (reading.odd)
    d.questions.push({
      kind: 'header',
      span: reading.odd,
      rule: 'header.dateline',
      question: `is ${JSON.stringify(d.text.slice(reading.odd.start, reading.odd.end))} the number?`,
      candidates: [],
    });
}
