/**
 * The numbers of telegrams rise with their dates. A series is what one post sends to one addressee in half a year, for
 * some offices count from January and some from July (fiscal year); airgrams and other kinds that carry a letter before
 * the number (G-504, CA-12) are counted apart. Where most of a series is in order, a number that stands out is told. Series that are in no order at all (several registries, several transmission offices) are left alone.
 *
 *     1384  22 July      1390  25 July      1348  26 July  <- 1398?
 */
import type { Diagnostic, Position } from '../diagnostic.ts';
import { attribute, childElements, textOf, tokens, type XmlElement } from '../xml/tree.ts';
import type { RuleDescription } from './rule.ts';

export const referenceOrder: RuleDescription = {
  id: 'reference-order',
  code: 'numbering.reference',
  severity: 'warning',
  says: 'The telegrams that one post sends to one addressee in half a year are numbered in the order of their dates.',
  basis: 'Numbering of diplomatic telegrams; TEI chapters 2.4.6 (correspDesc) and 11.4 (idno)',
};

/** What a telegram says of its place in a series. */
export interface Telegram {
  readonly series: string;
  readonly position: Position;
  readonly number: number;
  readonly sent: string;
}

/** Fewer telegrams show no order. */
const enough = 5;
/** At least so many of a series are in order where its order is one. */
const inOrder = 0.8;

type Placed = Telegram & { readonly file: string };

/** The telegram that a document is, if it has a number, a day and a sender. */
export function telegramIn(elements: readonly XmlElement[]): Telegram | undefined {
  const idno = elements.find((e) => e.name === 'idno' && attribute(e, 'type') === 'telegram-number');
  const printed = /^(?:No\W*)?(\D{0,4}?)\W*(\d{1,6})$/i.exec(idno ? textOf(idno).replace(/\s+/g, '') : '');
  if (!idno || !printed) return undefined;
  const [, kind = '', number] = printed;
  const actions = elements.filter((e) => e.name === 'correspAction');
  const [from, to] = ['sent', 'received'].map((type) => actions.find((a) => attribute(a, 'type') === type));
  const date = from && childElements(from, 'date')[0];
  const sent = date && attribute(date, 'when')?.slice(0, 10);
  if (!from || sent?.length !== 10) return undefined;
  const ids = new Map(elements.map((e) => [attribute(e, 'xml:id'), e]));
  const sender = party(from, ids);
  if (sender === '') return undefined;
  const half = `${sent.slice(0, 4)} ${sent.slice(5, 7) < '07' ? 1 : 2}`;
  const series = [sender, to ? party(to, ids) : '', kind.toUpperCase(), half].join('|');
  return { series, position: { line: idno.line, column: idno.column }, number: Number(number), sent };
}

export class ReferenceOrder {
  private readonly series = new Map<string, Placed[]>();

  add({ file, telegram }: { readonly file: string; readonly telegram?: Telegram }): void {
    if (!telegram) return;
    const alike = this.series.get(telegram.series) ?? [];
    this.series.set(telegram.series, alike);
    alike.push({ ...telegram, file });
  }

  *findings(): Generator<Diagnostic> {
    for (const telegrams of this.series.values()) {
      if (telegrams.length < enough) continue;
      const ordered = [...telegrams].sort(
        (a, b) => (a.sent < b.sent ? -1 : a.sent > b.sent ? 1 : 0) || a.number - b.number,
      );
      const rising = longestRising(ordered);
      if (rising.size < ordered.length * inOrder) continue;
      for (const [index, telegram] of ordered.entries()) {
        if (rising.has(index)) continue;
        const before = ordered.slice(0, index).findLast((_, i) => rising.has(i));
        const after = ordered.find((_, i) => i > index && rising.has(i));
        const beside = [before, after].filter((t) => t !== undefined);
        yield {
          code: referenceOrder.code,
          rule: referenceOrder.id,
          severity: referenceOrder.severity,
          file: telegram.file,
          position: telegram.position,
          message: `Telegram ${telegram.number} of ${telegram.sent} is out of order: ${beside.map((t) => `${t.number} is of ${t.sent}`).join(', ')}`,
          fix: 'Compare number and date with the original; correct the one that was misread, or leave them if both are printed so.',
        };
      }
    }
  }
}

/** Who sends or receives: the place or the office before the person, for a series outlives its ambassador. */
function party(action: XmlElement, ids: ReadonlyMap<string | undefined, XmlElement>): string {
  for (const name of ['placeName', 'orgName', 'roleName', 'persName']) {
    const found = childElements(action, name)[0];
    if (!found) continue;
    const target = ids.get(tokens(found, 'ref')[0]?.replace(/^#/, ''));
    const entry = target && tokens(target, 'sameAs')[0];
    return entry ?? textOf(found).replace(/\s+/g, ' ').trim().toLowerCase();
  }
  return '';
}

/** Indexes of a longest sequence of numbers that do not fall (patience sorting). */
function longestRising(telegrams: readonly Telegram[]): ReadonlySet<number> {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, { number }] of telegrams.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (telegrams[tops[middle]!]!.number <= number) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  }
  const rising = new Set<number>();
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index]!) rising.add(index);
  return rising;
}
