/** The body of a letter or cablegram: paragraphs with their numbers, sub-headings, turns of speakers. */
import type { Block, OpenQuestion, Paragraph, Span } from '../../document.ts';
import { trimSpan } from '../lines.ts';
import { BodyNumbers } from './numbers.ts';
import type { Row } from './rows.ts';
import { grouped } from './wrapped.ts';

export interface BodyReading {
  readonly blocks: readonly Block[];
  readonly questions: readonly OpenQuestion[];
}

/**
 * Rows as paragraphs; a short row with a heading mark or wholly emphasised is a sub-heading.
 *
 * @param speakers labels that give the floor, as they are printed, without their colon
 */
export function bodyBlocks(
  text: string,
  rows: readonly Row[],
  speakers: ReadonlySet<string> = new Set(),
): BodyReading {
  const blocks: Block[] = [];
  const numbers = new BodyNumbers();
  for (const { first: row, span } of grouped(text, rows)) {
    if (isSubheading(row)) {
      numbers.section();
      blocks.push({
        kind: 'heading',
        layer: 'text',
        span: row.span,
        rule: 'block.section-heading',
        certainty: 'medium',
      });
      continue;
    }
    const { label, n } = numbers.next(text, span, row.line.inner.start - row.line.span.start);
    const speaker = speakers.size > 0 ? speakerAt(text, span, speakers) : undefined;
    const paragraph: Paragraph = {
      kind: 'paragraph',
      layer: 'text',
      span,
      ...(label ? { label } : {}),
      ...(n ? { n } : {}),
      ...(speaker ? { speaker } : {}),
      rule: speaker ? 'block.turn' : n ? 'block.numbered-paragraph' : 'block.paragraph',
      certainty: 'high',
    };
    blocks.push(paragraph);
  }
  return { blocks, questions: numbers.questions };
}

/** A heading mark, or emphasis round a whole short line that is no sentence and no editor's note. */
function isSubheading(row: Row): boolean {
  if (row.text.length > 160 || !/\p{L}/u.test(row.text)) return false;
  if (row.level > 0) return !/[.;]$/.test(row.text) || row.text.length < 60;
  if (/^\[.*\]\d?$/.test(row.text)) return false;
  return row.emphasis !== undefined && !/[.;,]$/.test(row.text) && row.text.length < 120;
}

//   > | MR. SMITH: I should like to begin       > | The Chancellor: We could help there
//       ^^^^^^^^^^                                   ^^^^^^^^^^^^^^^
const turn =
  /^((?:The\s+)?\p{Lu}[\p{L}'’-]*\.?(?:\s(?:(?:of|the|for|von|van|de)\s)*\p{Lu}[\p{L}.'’-]*){0,7}(?:\s\([^()]{1,40}\))?)\s?:(?=\s|$)/u;

/** The label of a turn at the head of a line, without its colon. */
function turnLabel(text: string, span: Span): string | undefined {
  const match = turn.exec(text.slice(span.start, Math.min(span.end, span.start + 90)));
  return match?.[1];
}

function speakerAt(text: string, span: Span, speakers: ReadonlySet<string>): Span | undefined {
  const label = turnLabel(text, span);
  if (label === undefined || !speakers.has(label)) return undefined;
  const colon = text.indexOf(':', span.start + label.length);
  return colon < 0 ? undefined : trimSpan(text, span.start, colon + 1);
}

/** Words that stand before a colon and are no speaker. */
const noSpeaker =
  /^(?:Note|Notes|Begins?|Ends?|Text|Subject|Reference|Ref|Part|Article|Paragraph|Annex|Appendix|Attachment|Conclusions?|Recommendations?|Background|Comment|Summary|Question|Answer|Firstly|Secondly|Thirdly|First|Second|Third|Aim|Object|Present|Participants|Following|Policy|Action|Moreover|However|Thus|Draft|Item|Agenda|Date|Place|Time|Message|Secret|Confidential|Source|See|Copy|Copies|To|From|Sent|Received)\b/i;

/**
 * Those who take turns: labels that come back, or that the list of those present names. One label alone is
 * no conversation.
 */
export function speakersOf(
  text: string,
  rows: readonly Row[],
  present: readonly string[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const label = turnLabel(text, row.span);
    if (label && label.length <= 60 && !noSpeaker.test(label))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const known = (label: string) => {
    const last = /[\p{L}’'-]+$/u.exec(label)?.[0].toLowerCase() ?? label;
    return present.some((p) => p.toLowerCase().includes(last));
  };
  const all = [...counts].filter(([label, count]) => count >= 2 || known(label));
  const turns = all.reduce((sum, [, count]) => sum + count, 0);
  // Two who speak in turn, or many turns: else a colon is only a colon.
  return turns >= 4 && all.length >= 2 ? new Set(all.map(([label]) => label)) : new Set();
}
