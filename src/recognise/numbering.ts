/**
 * Numbers at the head of paragraphs: `1.`, `(2)`, `3)`, `A.`, `(b)`, `IV.`. The printed label is kept; the
 * number that goes into `@n` is normalised: `1.2` for the second point within paragraph 1.
 */
import type { Span } from '../document.ts';

export type LabelStyle = 'dot' | 'paren' | 'parens' | 'letter-dot' | 'letter-paren' | 'letter-parens';

export interface PrintedLabel {
  readonly span: Span;
  readonly style: LabelStyle;
  /** The number, or the letter in lower case. */
  readonly value: string;
}

//   > | 1. First, Vice Minister Han,   > | (2) Second, I will speak   > | 1) First, concerning   > | B. The talks
//       ^^                                 ^^^                            ^^                         ^^
const label =
  /^(?:(\d{1,3})\.(?!\d)|(\d{1,3})\)|\((\d{1,3})\)|([A-Z])\.(?=\s+\S\S)|([a-zA-Z])\)|\(([a-zA-Z])\))(?=\s)/;

/** The label at the head of a paragraph, if it bears one. */
export function readLabel(text: string, span: Span): PrintedLabel | undefined {
  const match = label.exec(text.slice(span.start, Math.min(span.end, span.start + 12)));
  if (!match) return undefined;
  const groups = match.slice(1);
  const at = groups.findIndex((g) => g !== undefined);
  const styles: readonly LabelStyle[] = [
    'dot',
    'paren',
    'parens',
    'letter-dot',
    'letter-paren',
    'letter-parens',
  ];
  const style = styles[at];
  const value = groups[at];
  if (!style || value === undefined) return undefined;
  return {
    span: { start: span.start, end: span.start + match[0].length },
    style,
    value: value.toLowerCase(),
  };
}

/** One kind of number: the two ways of writing `1)` and `(1)` are one kind, and their mixture is reported. */
const kindOf = (style: LabelStyle): string =>
  style === 'paren' || style === 'parens'
    ? 'point'
    : style === 'letter-paren' || style === 'letter-parens'
      ? 'letter'
      : style;

export interface Numbered {
  readonly label?: Span;
  readonly n?: string;
}

export interface NumberingFinding {
  readonly span: Span;
  readonly problem: 'mixed' | 'gap';
  readonly found: string;
  readonly expected: string;
}

/**
 * Follows the numbering of a run of paragraphs: a label of a new kind opens a level, a label of an outer kind
 * closes the levels within.
 */
export class Numbering {
  readonly findings: NumberingFinding[] = [];
  private readonly levels: { kind: string; style: LabelStyle; value: string }[] = [];

  /** Would this label be the next of a list that is open? */
  expects(printed: PrintedLabel): boolean {
    const open = this.levels.find((l) => l.kind === kindOf(printed.style));
    return open !== undefined && successor(open.value) === printed.value;
  }

  /** Takes the next paragraph's label. */
  next(printed: PrintedLabel | undefined): Numbered {
    if (!printed) return {};
    const kind = kindOf(printed.style);
    const at = this.levels.findIndex((l) => l.kind === kind);
    const open = at >= 0 ? this.levels[at] : undefined;
    if (open) {
      this.levels.length = at;
      if (open.style !== printed.style)
        this.findings.push({
          span: printed.span,
          problem: 'mixed',
          found: printed.style,
          expected: open.style,
        });
    }
    const expected = open ? successor(open.value) : /^\d/.test(printed.value) ? '1' : 'a';
    if (printed.value !== expected)
      this.findings.push({ span: printed.span, problem: 'gap', found: printed.value, expected });
    this.levels.push({ kind, style: printed.style, value: printed.value });
    return { label: printed.span, n: this.levels.map((l) => l.value).join('.') };
  }
}

const successor = (value: string): string =>
  /^\d+$/.test(value) ? String(Number(value) + 1) : String.fromCharCode(value.charCodeAt(0) + 1);
