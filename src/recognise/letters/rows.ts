/**
 * Lines of an edited document with their Markdown taken off: the marks of headings, emphasis and lists are the
 * file's, not the document's, and become furniture; the words keep their places.
 */
import type { FurnitureBlock, Span } from '../../document.ts';
import type { Line } from '../lines.ts';
import { trimSpan } from '../lines.ts';

export interface Row {
  readonly line: Line;
  /** The words without marks around them; empty where the line is marks alone. */
  readonly span: Span;
  readonly text: string;
  /** Depth of a Markdown heading, 0 for none. */
  readonly level: number;
  /** The whole line stood between `**`, `_` or `*`. */
  readonly emphasis: 'strong' | 'emphasis' | undefined;
  /** A bullet of a list stood before it. */
  readonly bullet: boolean;
  /** The marks, outside in. */
  readonly marks: readonly Span[];
}

//   > | ## Cablegram 7 LONDON, 3 May 1941       > | _[matter omitted]_        > |   * 4 Document 12.
//       ^^^                                         ^                ^              ^^
export function rowOf(text: string, line: Line): Row {
  let span = line.inner;
  let level = 0;
  let emphasis: Row['emphasis'];
  let bullet = false;
  const marks: Span[] = [];
  const takeLeft = (length: number) => {
    marks.push(trimSpan(text, span.start, span.start + length));
    span = trimSpan(text, span.start + length, span.end);
  };
  const words = () => text.slice(span.start, span.end);
  for (let bullets = /^(?:[*+•][ \t]+|[*+•]$)/.exec(words()); bullets; ) {
    bullet = true;
    takeLeft(bullets[0].length);
    bullets = /^(?:[*+•][ \t]+|[*+•]$)/.exec(words());
  }
  const heading = /^(#{1,6})(?:[ \t]+|$)/.exec(words());
  if (heading) {
    level = (heading[1] ?? '').length;
    takeLeft(heading[0].length);
  }
  const alone = /^(?:[*_]{1,4}|-{3,})$/.exec(words());
  if (alone) {
    takeLeft(alone[0].length);
    return { line, span, text: '', level, emphasis, bullet, marks };
  }
  for (;;) {
    // Emphasis that opens or closes at the end of the line: both, or one that a line break has parted.
    const inner = words();
    const strong = /^\*\*(?!\*)[^*]+\*\*$/.test(inner);
    const soft = /^_[^_]*_$/.test(inner);
    if (strong || soft) {
      const length = strong ? 2 : 1;
      emphasis ??= strong ? 'strong' : 'emphasis';
      const closing = { start: span.end - length, end: span.end };
      span = { start: span.start, end: closing.start };
      takeLeft(length);
      span = trimSpan(text, span.start, span.end);
      marks.push(closing);
      continue;
    }
    if (/^_\s/.test(inner) || /^_[^_]*$/.test(inner)) takeLeft(1);
    else if (/^[^_]*_$/.test(inner)) {
      marks.push({ start: span.end - 1, end: span.end });
      span = trimSpan(text, span.start, span.end - 1);
    } else break;
  }
  return { line, span, text: words(), level, emphasis, bullet, marks };
}

/** The marks of a row as furniture. */
export const markBlocks = (row: Row): readonly FurnitureBlock[] =>
  row.marks
    .filter((m) => m.end > m.start)
    .map((span) => ({
      kind: 'furniture',
      class: 'other',
      span,
      rule: 'block.markup',
      certainty: 'high',
    }));
