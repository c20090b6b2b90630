/** The text of a scan: paragraphs, turns, the signature of a telegram, and what the scan has left between them. */
import type { Block } from '../../document.ts';
import type { Line } from '../lines.ts';
import { ParagraphReader } from './paragraphs.ts';
import { field, type ReadingDraft } from './reading.ts';
import { isNoise, scanMarkOf } from './scan-marks.ts';
import { readSignature } from './signature.ts';
import { markTurns } from './turns.ts';

/** The signature of a telegram: a surname in capitals among the last lines. */
export function readScanFoot(draft: ReadingDraft, lines: readonly Line[], from: number): number {
  const { text } = draft;
  let words = 0;
  for (let i = lines.length - 1; i > from && words < 14; i--) {
    const line = lines[i] as Line;
    if (line.text === '' || scanMarkOf(text, line)) continue;
    words++;
    const signature = readSignature(text, line);
    if (
      signature &&
      /^[A-Z]{4,14}$/.test(signature.value) &&
      /[AEIOUY]/.test(signature.value) &&
      endsText(lines, i)
    ) {
      draft.header(line.inner, [{ ...signature, certainty: 'medium' }], 'header.us-signature', {
        closer: true,
        certainty: 'medium',
      });
      return i;
    }
    if (line.text.length > 52) break;
  }
  return lines.length;
}

const forenames =
  /^[^\p{L}]{0,2}(?<name>\p{Lu}[\p{L}.]*(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}'’-]{2,}){1,2})[^\p{L}]{0,2}$/du;
const office =
  /^(?:Acting |Deputy |Assistant |Special |Executive )*(?:Director|Secretary|Assistant|Chief|Counsel|Inspector|Attorney|Commissioner|Administrator|Chairman|General|Colonel|Captain|Under Secretary|Adviser|Advisor)\b.{0,60}$/;

/**
 * Whoever signs a memorandum: forename and surname on a line of their own, the office on the next.
 *
 *     > | RICHARD ROE
 *     > | Deputy Director (Plans)
 */
export function readMemorandumFoot(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  facts: ReadonlySet<string>,
): number {
  const { text } = draft;
  const filled = lines.flatMap((l, i) => (i > from && l.text !== '' && !scanMarkOf(text, l) ? [i] : []));
  const last = filled.slice(-14);
  for (let k = last.length - 2; k > 0; k--) {
    const line = lines[last[k] as number] as Line;
    const below = lines[last[k + 1] as number] as Line;
    const match = forenames.exec(line.text);
    const at = match?.indices?.groups?.name;
    const above = lines[last[k - 1] as number] as Line;
    if (!at || !office.test(below.text) || (above.text.length > 44 && !endsText(lines, last[k] as number)))
      continue;
    const span = { start: line.inner.start + at[0], end: line.inner.start + at[1] };
    const signature = field('signature', text, span, 'header.signature', { certainty: 'medium' });
    const sender = facts.has('from')
      ? []
      : [field('from', text, span, 'header.signature', { certainty: 'medium' })];
    draft.header(line.inner, [signature, ...sender], 'header.signature', {
      closer: true,
      certainty: 'medium',
    });
    draft.header(
      below.inner,
      [field('office', text, below.inner, 'header.signature', { certainty: 'medium' })],
      'header.signature',
      { closer: true, certainty: 'medium' },
    );
    return last[k] as number;
  }
  return lines.length;
}

/** Does the line above end a text: with a stop, or with the downgrading group? */
function endsText(lines: readonly Line[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const { text } = lines[k] as Line;
    if (text !== '') return /[.•:!?"”][\s\W]{0,3}$|^GP|^(?:END|UNQUOTE)\b/.test(text);
  }
  return false;
}

/** Marks of the scan as furniture; anything else as unrecognised. */
export function leftover(draft: ReadingDraft, line: Line): void {
  if (line.text === '') return;
  const mark = scanMarkOf(draft.text, line);
  if (mark?.kind === 'page') draft.pageBreak(line.inner, mark.n);
  else if (mark?.kind === 'furniture') draft.furniture(line.inner, mark.class, mark.rule, 'medium');
  else
    draft.blocks.push({
      kind: 'unrecognised',
      layer: 'text',
      span: line.inner,
      rule: 'block.unrecognised',
      certainty: 'low',
    });
}

/** Paragraphs of the scan; marks between them, stray signs left aside. */
export function readScanBody(draft: ReadingDraft, lines: readonly Line[]): readonly Block[] {
  const { text } = draft;
  const paragraphs = new ParagraphReader(text);
  const spaced = isDoubleSpaced(lines);
  const blocks: Block[] = [];
  let run: Line[] = [];
  const flush = () => {
    for (const block of paragraphs.read(joined(run, spaced), { wrapped: true, begins: isTurn }))
      blocks.push(block);
    run = [];
  };
  for (const line of lines) {
    if (line.text !== '' && (scanMarkOf(text, line) || isNoise(line.text))) {
      flush();
      leftover(draft, line);
    } else run.push(line);
  }
  flush();
  return markTurns(text, blocks);
}

/** Is every line followed by a blank one, as some readers of scans write them? */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  let single = 0;
  let filled = 0;
  lines.forEach((line, i) => {
    if (line.text === '') return;
    filled++;
    if ((lines[i + 1]?.text ?? '') === '' && (lines[i - 1]?.text ?? '') === '') single++;
  });
  return filled >= 8 && single / filled > 0.75;
}

//   > | M: I was.
//       ^^
const isTurn = (line: Line): boolean => /^[A-Z]: \S/.test(line.text);

/** Lines without the blank ones within a paragraph: between lines of a double-spaced page, before a small letter. */
function joined(lines: readonly Line[], spaced: boolean): readonly Line[] {
  const kept: Line[] = [];
  lines.forEach((line, i) => {
    if (line.text === '') {
      const before = kept.at(-1)?.text ?? '';
      const after = lines[i + 1]?.text ?? '';
      const runsOn = before.length > 45 && !/[.:?!]["”’)]?$/.test(before) && after !== '';
      if (runsOn && (spaced || /^\p{Ll}/u.test(after))) return;
    }
    kept.push(line);
  });
  return kept;
}
