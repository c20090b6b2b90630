/**
 * Numbered paragraphs come in order, and those of one level are labelled in one way. The printed labels stay as
 * they are; @n is the number normalised: 1, 1.1, 1.2, 2.
 */
import { attribute, childElements, closest, textOf, type XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/*
 * A first number may be 1, go on from the division before, or be 2 after a paragraph that has none: the first one is
 * often left without. In a division a new count may begin at 1.
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

/** `1.` is `#.`, `(2)` is `(#)`, `a)` is `@)`. */
function style(label: string): string {
  return label
    .trim()
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\p{L}+/gu, '@');
}

function numbers(n: string): readonly number[] {
  return n.split('.').map(Number);
}

export const numbering: Rule = {
  id: 'numbering',
  code: 'numbering.order',
  severity: 'warning',
  says: 'Numbered paragraphs of a division are in order, and siblings are labelled alike.',
  basis: 'TEI att.global/@n; chapter 3.8 (Lists) for label; the numbering of telegrams',
  *check(file) {
    const previous = new Map<XmlElement | undefined, XmlElement>();
    const earlier = new Map<XmlElement | undefined, XmlElement>();
    const unnumbered = new Set<XmlElement | undefined>();
    let last: readonly number[] | undefined;
    const firstLabels = new Map<
      XmlElement | undefined,
      Map<string, { readonly style: string; readonly printed: string }>
    >();
    for (const p of file.named('p')) {
      if (!closest(p, 'text')) continue;
      const n = attribute(p, 'n');
      const div = closest(p, 'div') ?? closest(p, 'body');
      if (n === undefined || !number.test(n)) {
        if (n === undefined) unnumbered.add(div);
        continue;
      }
      const before = previous.get(div);
      const two = earlier.get(div);
      if (before) earlier.set(div, before);
      previous.set(div, p);
      const own = numbers(n);
      const begins = own.every((x) => x === 1);
      const order = before
        ? goesOn(numberOf(before), own) ||
          (two !== undefined && passesOver(numberOf(two), numberOf(before), own))
        : begins || (last !== undefined && follows(last, own)) || (n === '2' && unnumbered.has(div));
      last = own;
      if (!order) {
        yield {
          assert: before ? 'numbering-order' : 'numbering-start',
          element: p,
          attribute: 'n',
          message: before
            ? `Paragraph ${n} follows on ${attribute(before, 'n')}`
            : `The first numbered paragraph has the number ${n}`,
          fix:
            labelledFix(p, before) ??
            'Compare with the original; correct @n where the encoding is wrong, and leave the printed label as it is.',
        };
      }
      const label = childElements(p, 'label')[0];
      if (!label) continue;
      const level = own.slice(0, -1).join('.');
      const printed = textOf(label).trim();
      const labels = firstLabels.get(div) ?? new Map<string, { style: string; printed: string }>();
      firstLabels.set(div, labels);
      const first = labels.get(level);
      if (!first) labels.set(level, { style: style(printed), printed });
      else if (first.style !== style(printed)) {
        yield {
          assert: 'numbering-style',
          element: label,
          code: 'numbering.style',
          severity: 'info',
          message: `The label «${printed}» is of another kind than «${first.printed}» before it`,
          fix: 'Nothing, if it is so in the original: labels stay as printed.',
        };
      }
    }
  },
};
