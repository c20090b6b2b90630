/**
 * Paragraphs of US telegrams and papers: a label at the head of a line begins one, whether or not a blank line
 * stands before it; a classification in brackets after the label is that paragraph's own.
 */
import type { Block, Found, OpenQuestion, Paragraph, Span } from '../../document.ts';
import type { Line } from '../lines.ts';
import { Numbering, type PrintedLabel } from '../numbering.ts';

export interface ParagraphOptions {
  /** Lines of a typed page: words run on from line to line. Otherwise each line is a paragraph. */
  readonly wrapped: boolean;
  /** Lines that begin a paragraph besides those with a label: a speaker's. */
  readonly begins?: (line: Line) => boolean;
}

//   > | 1. THE MINISTER    > | 2.NO BLANK    > | A. FIRST    > | B) SECOND    > | (2) THEN
//       ^^                     ^^                ^^              ^^               ^^^
const label =
  /^(?:(?<dot>\d{1,2})\.(?!\d)|(?<paren>\d{1,2})\)|\((?<parens>\d{1,2})\)(?=\s)|(?<letterdot>[A-Z])\.(?=\s+[^\s.]{2})|(?<letterparen>[A-Za-z])\)(?=\s)|\((?<letterparens>[A-BD-RTV-Za-bd-z])\)(?=\s))/;

const styles = {
  dot: 'dot',
  paren: 'paren',
  parens: 'parens',
  letterdot: 'letter-dot',
  letterparen: 'letter-paren',
  letterparens: 'letter-parens',
} as const;

/** The label at the head of a line. */
export function labelOf(line: Line): PrintedLabel | undefined {
  const match = label.exec(line.text.slice(0, 12));
  if (!match?.groups) return undefined;
  for (const [group, style] of Object.entries(styles)) {
    const value = match.groups[group];
    if (value === undefined) continue;
    return {
      style,
      value: value.toLowerCase(),
      span: { start: line.inner.start, end: line.inner.start + match[0].length },
    };
  }
  return undefined;
}

/** Portion markings in use, and the categories they abbreviate. */
const portions: Readonly<Record<string, string>> = {
  U: 'unclassified',
  LOU: 'limited-official-use',
  C: 'confidential',
  S: 'secret',
  TS: 'top-secret',
};

//   > | 3. (LOU) THE OFFICE    > | 2. (C/NF) THE OFFICE
//          ^^^^^                      ^^^^^^
const portion = /^\s{0,4}\((U|LOU|C|S|TS)(?:[/-](?:NF|NOFORN))?\)/d;

/** The classification of one paragraph, after its label or at its head. */
function readPortion(text: string, at: number): Found<string> | undefined {
  const match = portion.exec(text.slice(at, at + 20));
  const value = portions[match?.[1] ?? ''];
  const start = match?.[0].indexOf('(');
  if (!match || !value || start === undefined) return undefined;
  return {
    value,
    span: { start: at + start, end: at + match[0].length },
    rule: 'block.portion-marking',
    certainty: 'high',
  };
}

/** Are the lines those of a typed page, cut where it ended, or whole paragraphs each? */
export function isWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter((l) => l.text.length > 120).length;
  const filled = lines.filter((l) => l.text.length > 0).length;
  return filled === 0 || long / filled < 0.15;
}

/** Follows the numbers over several runs of lines. */
export class ParagraphReader {
  readonly questions: OpenQuestion[] = [];
  private readonly text: string;
  private readonly numbering = new Numbering();
  private lastNumber = 0;
  /** Where lines begin with the initial of a name. */
  private readonly initials = new Set<number>();

  constructor(text: string) {
    this.text = text;
  }

  /** A number that another line has used up: that of a marking of the entire text. */
  count(printed: PrintedLabel | undefined): void {
    if (printed?.style === 'dot') this.lastNumber = Number(printed.value);
    this.numbering.next(printed);
  }

  /** Paragraphs of a run of lines, blank ones included. */
  read(lines: readonly Line[], { wrapped, begins }: ParagraphOptions): readonly Block[] {
    const blocks: Block[] = [];
    let run: Line[] = [];
    let before: Line | undefined;
    const close = () => {
      const first = run[0];
      const last = run.at(-1);
      run = [];
      if (first && last) blocks.push(this.paragraph(first, last));
    };
    for (const line of lines) {
      if (line.text === '') {
        close();
        continue;
      }
      if (before && this.isInitial(line, before, run)) this.initials.add(line.inner.start);
      if (!wrapped || this.begins(line) || begins?.(line)) close();
      run.push(line);
      before = line;
    }
    close();
    return blocks;
  }

  private begins(line: Line): boolean {
    return this.labelOf(line) !== undefined || /^-{1,2}\s|^--[A-Z]/.test(line.text);
  }

  private labelOf(line: Line): PrintedLabel | undefined {
    return this.initials.has(line.inner.start) ? undefined : labelOf(line);
  }

  //   > | Their officer was Robert
  //   > | H. Brown of the harbor
  //       ^^
  /** The initial of a name that the line before has begun, and no letter of a list. */
  private isInitial(line: Line, before: Line, run: readonly Line[]): boolean {
    const printed = labelOf(line);
    if (printed?.style !== 'letter-dot' || printed.value === 'a') return false;
    if (!/^[A-Z]\.\s+[A-Z][a-z]/.test(line.text) || !/(?:^|\s)[A-Z][a-z]+$/.test(before.text)) return false;
    const pending = run[0] && this.labelOf(run[0]);
    return pending?.style !== 'letter-dot' && !this.numbering.expects(printed);
  }

  private paragraph(first: Line, last: Line): Paragraph {
    const span = { start: first.inner.start, end: last.inner.end };
    const printed = this.labelOf(first) ?? this.bareNumber(first);
    const { label, n } = this.numbering.next(printed);
    if (printed && /^\d/.test(printed.value) && printed.style === 'dot')
      this.lastNumber = Number(printed.value);
    const marking = readPortion(this.text, label ? label.end : span.start);
    return paragraphBlock(span, label, n, marking && marking.span.end < span.end ? marking : undefined);
  }

  //   > | 3 COMMENT: THE OFFICE
  //       ^
  private bareNumber(line: Line): PrintedLabel | undefined {
    const match = /^(\d{1,2})(?=\s+[A-Z]{2})/.exec(line.text);
    if (!match || Number(match[1]) !== this.lastNumber + 1) return undefined;
    return {
      style: 'dot',
      value: match[1] ?? '',
      span: { start: line.inner.start, end: line.inner.start + match[0].length },
    };
  }

  /** What is odd about the numbers, as questions. */
  findings(): readonly OpenQuestion[] {
    return this.numbering.findings.map((f) => ({
      kind: 'numbering',
      span: f.span,
      rule: 'block.numbered-paragraph',
      question:
        f.problem === 'mixed'
          ? `the label ${JSON.stringify(this.text.slice(f.span.start, f.span.end))} is written otherwise than its predecessor`
          : `after the labels before it, ${JSON.stringify(f.expected)} was to be expected, not ${JSON.stringify(f.found)}`,
      candidates: [],
    }));
  }
}

const paragraphBlock = (span: Span, label?: Span, n?: string, marking?: Found<string>): Paragraph => ({
  kind: 'paragraph',
  layer: 'text',
  span,
  rule: n ? 'block.numbered-paragraph' : 'block.paragraph',
  certainty: 'high',
  ...(label ? { label } : {}),
  ...(n ? { n } : {}),
  ...(marking ? { marking } : {}),
});
