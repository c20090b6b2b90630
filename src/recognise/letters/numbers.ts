/**
 * Numbers of paragraphs in letters and cablegrams: `2\.`, `(a)`, `(iv)`, `B.`. Levels open and close as the
 * kinds of labels change; a list that begins anew is no fault, a number that was skipped is a question.
 */
import type { OpenQuestion, Span } from '../../document.ts';
import { type PrintedLabel, readLabel } from '../numbering.ts';

type Style = 'dot' | 'point' | 'letter' | 'capital' | 'roman';

interface Label {
  readonly span: Span;
  readonly style: Style;
  readonly value: string;
}

//   > | 2\. The Minister said      a full stop that Markdown has escaped
//       ^^^
const escaped = /^(\d{1,3})\\[.)](?=\s|$)/;
//   > | (iv) the problem of       > | iii. the talks
//       ^^^^                          ^^^^
const roman = /^(?:\(([ivx]{1,6})\)|([ivx]{2,6})[.)])(?=\s)/;
/** Initials and single letters in a signature are no labels: `S. M. B.` */
const initials = /^\p{Lu}\.\s?(?:\p{Lu}\.|\p{Lu}\p{Lu}|\p{Lu}\[|\p{Lu}\p{Ll}+\.?$)/u;

function labelAt(text: string, span: Span): Label | undefined {
  const head = text.slice(span.start, Math.min(span.end, span.start + 12));
  const at = (length: number) => ({ start: span.start, end: span.start + length });
  const dot = escaped.exec(head);
  if (dot) return { span: at(dot[0].length), style: 'dot', value: dot[1] ?? '' };
  const numeral = roman.exec(head);
  if (numeral) return { span: at(numeral[0].length), style: 'roman', value: numeral[1] ?? numeral[2] ?? '' };
  const printed = readLabel(text, span);
  if (!printed || initials.test(text.slice(span.start, Math.min(span.end, span.start + 40))))
    return undefined;
  return { span: printed.span, style: styleOf(printed), value: printed.value };
}

const styleOf = ({ style }: PrintedLabel): Style =>
  style === 'dot'
    ? 'dot'
    : style === 'paren' || style === 'parens'
      ? 'point'
      : style === 'letter-dot'
        ? 'capital'
        : 'letter';

/** Does a line begin with a label? */
export const hasLabel = (text: string, span: Span): boolean => labelAt(text, span) !== undefined;

const romans = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];
const order = (style: Style, value: string): number =>
  style === 'roman'
    ? romans.indexOf(value) + 1
    : /^\d/.test(value)
      ? Number(value)
      : value.charCodeAt(0) - 96;
const printedAs = (style: Style, n: number): string =>
  style === 'roman'
    ? (romans[n - 1] ?? String(n))
    : style === 'dot' || style === 'point'
      ? String(n)
      : String.fromCharCode(96 + n);

interface Level {
  readonly style: Style;
  readonly value: string;
  /** How far the line is set in: the levels of a Markdown list. */
  readonly indent: number;
}

/** Follows the labels of a body from paragraph to paragraph. */
export class BodyNumbers {
  readonly questions: OpenQuestion[] = [];
  private levels: Level[] = [];
  private omitted = false;
  private paragraphs = 0;

  /** The label of the next paragraph, and its number within the levels. */
  next(text: string, span: Span, indent = 0): { readonly label?: Span; readonly n?: string } {
    this.paragraphs++;
    if (
      /\b(?:omitted|excised|expunged|not (?:printed|declassified)|missing|undecipherable|mutilated)\b/i.test(
        text.slice(span.start, Math.min(span.end, span.start + 60)),
      ) &&
      span.end - span.start < 80
    )
      this.omitted = true;
    let label = labelAt(text, span);
    if (!label) return {};
    // A capital with a stop begins a list only as «A.»: else it is an initial.
    if (label.style === 'capital' && label.value !== 'a' && !this.levels.some((l) => l.style === 'capital'))
      return {};
    // `(i)` after `(h)` is a letter; `(v)` or `(x)` where letters run is one too.
    if (label.style === 'roman' && label.value.length === 1) {
      const letters = this.levels.find((l) => l.style === 'letter');
      const numerals = this.levels.some((l) => l.style === 'roman');
      if (letters && !numerals && order('letter', letters.value) + 1 === order('letter', label.value))
        label = { ...label, style: 'letter' };
    }
    const { style, value } = label;
    const at = this.levels.findIndex((l) => l.style === style && (style !== 'dot' || l.indent === indent));
    const before = at >= 0 ? this.levels[at] : undefined;
    const number = order(style, value);
    const expected = before ? order(style, before.value) + 1 : 1;
    // The first paragraph of a cablegram bears no number and counts as the first.
    const unnumbered = !before && style === 'dot' && number === 2 && this.paragraphs > 1;
    if (number !== expected && number !== 1 && !unnumbered && !this.omitted && style === 'dot')
      this.questions.push({
        kind: 'numbering',
        span: label.span,
        rule: 'block.numbered-paragraph',
        question: `after the labels before it, ${JSON.stringify(printedAs(style, expected))} was to be expected, not ${JSON.stringify(value)}`,
        candidates: [],
      });
    this.omitted = false;
    if (at >= 0) this.levels = this.levels.slice(0, at);
    // What is set in less deep stands above.
    else if (style === 'dot') this.levels = this.levels.filter((l) => l.style !== 'dot' || l.indent < indent);
    this.levels.push({ style, value, indent });
    return { label: label.span, n: this.levels.map((l) => l.value).join('.') };
  }

  /** A sub-heading: what follows may begin anew, or go on. */
  section(): void {
    this.levels = this.levels.filter((l) => l.style === 'dot');
  }
}
