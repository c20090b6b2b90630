/**
 * Numbered paragraphs come in order, and those of one level are labelled in one way. The printed labels stay as
 * they are; @n is the number normalised: 1, 1.1, 1.2, 2.
 */
import {
  attribute,
  childElements,
  closest,
  textOf,
  textsOf,
  type XmlElement,
  type XmlText,
} from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/*
 * A first number may be 1, go on from the division before, or be 3 after two paragraphs that have none: the first ones
 * are often left without. In a division a new count may begin at 1. A number that is due may also stand in the words
 * before, in a heading or within a paragraph: it is printed, and nothing is out of order. Nor is it where the editor of
 * the volume says that matter was left out.
 */
const number = /^\d+(\.\d+)*$/;

/** May `b` follow `a`? 1 → 1.1, 2; 1.2 → 1.2.1, 1.3, 2. */
function follows(a: readonly number[], b: readonly number[]): boolean {
  const last = b.length - 1;
  for (let i = 0; i < last; i++) if (a[i] !== b[i]) return false;
  const same = a[last];
  return same === undefined ? b.length === a.length + 1 && b[last] === 1 : b[last] === same + 1;
}

const goesOn = (a: readonly number[], b: readonly number[]): boolean =>
  b.every((x) => x === 1) || follows(a, b);

/** 4, 7, 6: what is wrong is the 7, not the 6 as well. */
function passesOver(two: readonly number[], before: readonly number[], own: readonly number[]): boolean {
  return !goesOn(two, before) && follows(next(two), own);
}

const next = (n: readonly number[]): readonly number[] => [...n.slice(0, -1), (n.at(-1) ?? 0) + 1];

const numberOf = (p: XmlElement): readonly number[] => numbers(attribute(p, 'n') ?? '');

/** Where the printed label is the number that is due, @n is the slip. */
function labelledFix(p: XmlElement, before: XmlElement | undefined): string | undefined {
  const label = childElements(p, 'label')[0];
  if (!before || !label) return undefined;
  const due = next(numberOf(before));
  return textOf(label).replace(/\D+/g, '') === String(due.at(-1))
    ? `Write n="${due.join('.')}", as the label has it.`
    : undefined;
}

/** `7.`, `(7)`, `7/` or `7A.` at the beginning of a word; `7\.` in what was Markdown. */
const printedNumber = (n: number): RegExp =>
  new RegExp(String.raw`(^|[^\p{L}\p{Nd}.,])\(?${n}[A-Za-z]?\\?[.)/]([^\p{Nd}]|$)`, 'u');

/** `[matter omitted]`, `[Here follows …]`: what an editor of the volume prints for what was left out. */
const leftOut = /\[[^[\]]*(?:omitted|omission|here follow)/i;

/** Texts of the file in order, looked at only where a number is missed. */
class Printed {
  private readonly root: XmlElement;
  private texts: readonly XmlText[] | undefined;

  constructor(root: XmlElement) {
    this.root = root;
  }

  /** From one place to another: is the number before `own` printed, or does an editor say that matter is left out? */
  explain(own: readonly number[], from: number, to: number): boolean {
    const due = (own.at(-1) ?? 0) - 1;
    this.texts ??= [...textsOf(this.root)].filter((text) => closest(text.parent, 'text'));
    let low = 0;
    let high = this.texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.texts[middle]!.offset < from) low = middle + 1;
      else high = middle;
    }
    let words = '';
    for (let i = low; i < this.texts.length && this.texts[i]!.offset < to; i++) words += this.texts[i]!.value;
    return leftOut.test(words) || (due > 0 && printedNumber(due).test(words));
  }
}

/** The number that is all of a label but its marks: `10.`, `(2)`, `3/`. */
function numberIn(label: XmlElement): number | undefined {
  const digits = /^\(?([0-9]+)\\?[.)/]?$/.exec(textOf(label).trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** `1.` is `#.`, `(2)` is `(#)`, `a)` is `@)`. */
function style(label: string): string {
  return label
    .trim()
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\p{L}+/gu, '@');
}

function fixOf(between: boolean): string {
  return between
    ? 'Compare with the original: a paragraph between them may have a number that was not recognised; give it @n. If the original counts so, leave it.'
    : 'Compare with the original; correct @n where the encoding is wrong, and leave the printed label as it is.';
}

function numbers(n: string): readonly number[] {
  return n.split('.').map(Number);
}

export const numbering: Rule = {
  id: 'numbering',
  code: 'numbering.order',
  severity: 'warning',
  says: 'Numbered paragraphs of a division are in order, bear the number of their label, and siblings are labelled alike.',
  basis: 'TEI att.global/@n; chapter 3.8 (Lists) for label; the numbering of telegrams',
  *check(file) {
    const previous = new Map<XmlElement | undefined, XmlElement>();
    const earlier = new Map<XmlElement | undefined, XmlElement>();
    const printed = new Printed(file.root);
    let last: XmlElement | undefined;
    /** Paragraphs without a number since the last that has one. */
    let unnumbered = 0;
    const firstLabels = new Map<
      XmlElement | undefined,
      Map<string, { readonly style: string; readonly printed: string }>
    >();
    for (const p of file.named('p')) {
      if (!closest(p, 'text')) continue;
      const n = attribute(p, 'n');
      if (n === undefined || !number.test(n)) {
        if (n === undefined) unnumbered++;
        continue;
      }
      const div = closest(p, 'div') ?? closest(p, 'body');
      const before = previous.get(div);
      const two = earlier.get(div);
      if (before) earlier.set(div, before);
      previous.set(div, p);
      const own = numbers(n);
      const lastNumber = last && numberOf(last);
      const inOrder = before
        ? goesOn(numberOf(before), own) ||
          (two !== undefined && passesOver(numberOf(two), numberOf(before), own))
        : own.every((x) => x === 1) ||
          (lastNumber !== undefined && follows(lastNumber, own)) ||
          (own.length === 1 && unnumbered >= own[0]! - 1 - (lastNumber?.[0] ?? 0));
      const since = before ?? last;
      if (!inOrder && !printed.explain(own, since?.offset ?? 0, p.offset)) {
        const between = unnumbered === 0 ? '' : ` after ${unnumbered} without a number`;
        yield {
          assert: before ? 'numbering-order' : 'numbering-start',
          element: p,
          attribute: 'n',
          message: before
            ? `Paragraph ${n} follows on ${attribute(before, 'n')}${between}`
            : `The first numbered paragraph has the number ${n}`,
          fix: labelledFix(p, before) ?? fixOf(before !== undefined && unnumbered > 0),
        };
      }
      last = p;
      unnumbered = 0;
      const label = childElements(p, 'label')[0];
      if (!label) continue;
      const labelled = numberIn(label);
      if (inOrder && labelled !== undefined && labelled !== own.at(-1)) {
        yield {
          assert: 'numbering-label',
          element: p,
          message: `Paragraph ${n} is labelled «${textOf(label).trim()}»`,
          fix: 'Compare with the original: labels stay as printed; correct the one of the two that is wrong.',
        };
      }
      const level = own.slice(0, -1).join('.');
      const words = textOf(label).trim();
      const labels = firstLabels.get(div) ?? new Map<string, { style: string; printed: string }>();
      firstLabels.set(div, labels);
      const first = labels.get(level);
      if (!first) labels.set(level, { style: style(words), printed: words });
      else if (first.style !== style(words)) {
        yield {
          assert: 'numbering-style',
          element: label,
          code: 'numbering.style',
          severity: 'info',
          message: `The label «${words}» is of another kind than «${first.printed}» before it`,
          fix: 'Nothing, if it is so in the original: labels stay as printed.',
        };
      }
    }
  },
};
