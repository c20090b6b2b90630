/**
 * Scans of carbon copies read by machine: telegrams as the Department of State distributed them, memoranda and
 * interviews of the time, often behind an archive's identification form.
 */
import type { Dialect, Page, Reading, Recognition } from '../dialect.ts';
import { formLabels } from '../us/cover-form.ts';
import { readForm } from '../us/form-reader.ts';
import { readLabelledLine, readMemorandumFor } from '../us/incoming.ts';
import { ReadingDraft } from '../us/reading.ts';
import { readRunningHeads } from '../us/running-heads.ts';
import { leftover, readMemorandumFoot, readScanBody, readScanFoot } from '../us/scan-body.ts';
import { readScanHead, telegramHead } from '../us/scan-head.ts';
import { isRunning, scanMarkOf } from '../us/scan-marks.ts';

function recognise(page: Page): Recognition {
  const labels = formLabels(page.text, page.lines);
  const head = page.lines.slice(0, 160).filter((l) => l.text !== '');
  const telegram = head.some((l) => telegramHead.test(l.text) && l.text.length < 90);
  const pairs = new Set(head.flatMap((l) => readLabelledLine(page.text, l)?.label ?? []));
  const paged = head.some((l) => /^## Page 1$/.test(l.text));
  const stamped = head.some(
    (l) => scanMarkOf(page.text, l)?.kind === 'furniture' && !isRunning(page.text, l.inner),
  );
  const score =
    (labels >= 4 ? 1 : labels >= 2 ? 0.2 : 0) +
    (telegram ? 0.4 : 0) +
    (['from', 'to', 'no', 'control', 'received'].filter((p) => pairs.has(p as 'from')).length >= 3
      ? 0.25
      : 0) +
    (paged ? 0.15 : 0) +
    (stamped ? 0.15 : 0) +
    (head.some((l) => readMemorandumFor(page.text, l) !== undefined) && stamped ? 0.3 : 0);
  return {
    score: Math.min(1, score),
    why: `${labels} labels of an identification form${telegram ? ', head of a telegram' : ''}${stamped ? ', marks of scanning or release' : ''}`,
  };
}

function read(page: Page): Reading {
  const { text, lines } = page;
  const draft = new ReadingDraft(text);
  const facts = new Set<string>();
  const at = readForm(draft, lines, facts);
  const head = readScanHead(draft, lines, at, facts);
  const foot = head.telegram
    ? readScanFoot(draft, lines, head.end)
    : readMemorandumFoot(draft, lines, head.end, facts);
  draft.add(readScanBody(draft, lines.slice(head.end, foot)));
  for (const line of lines.slice(foot))
    if (!draft.blocks.some((b) => b.span.start === line.inner.start)) leftover(draft, line);
  readRunningHeads(draft, facts);
  return draft.reading();
}

export const ocrTelegram: Dialect = {
  id: 'ocr-telegram',
  name: 'scan of a carbon copy',
  recognise,
  read,
};
