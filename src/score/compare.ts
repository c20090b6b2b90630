/**
 * Precision, recall and F1 by kind. *Exact*: same span and same value. *Relaxed*: the spans overlap and the
 * value is the same. A value left open (`?`) is no answer: it costs recall, not precision.
 */
import type { Item, Kind } from './item.ts';

export interface Score {
  readonly kind: Kind;
  readonly expected: number;
  readonly found: number;
  readonly exact: number;
  readonly relaxed: number;
}

export interface Disagreement {
  readonly kind: Kind;
  readonly problem: 'missed' | 'wrong' | 'extra';
  readonly expected?: Item;
  readonly found?: Item;
}

export interface Comparison {
  readonly scores: readonly Score[];
  readonly disagreements: readonly Disagreement[];
}

export function compare(gold: readonly Item[], found: readonly Item[], kinds: readonly Kind[]): Comparison {
  const scores: Score[] = [];
  const disagreements: Disagreement[] = [];
  for (const kind of kinds) {
    const expected = gold.filter((i) => i.kind === kind && i.value !== '?');
    // What the gold leaves open may be answered or not: it is not scored.
    const open = gold.filter((i) => i.kind === kind && i.value === '?');
    const answers = found.filter(
      (i) => i.kind === kind && i.value !== '?' && !open.some((o) => overlaps(o, i)),
    );
    const left = new Set(answers);
    let exact = 0;
    let relaxed = 0;
    // Exact matches first, so that no answer is spent on a neighbour.
    const unmet = expected.filter((e) => {
      const match = [...left].find((a) => a.start === e.start && a.end === e.end && agrees(e, a));
      if (!match) return true;
      left.delete(match);
      exact++;
      relaxed++;
      return false;
    });
    for (const e of unmet) {
      const same = [...left].find((a) => overlaps(a, e) && agrees(e, a));
      if (same) {
        left.delete(same);
        relaxed++;
        continue;
      }
      const other = [...left].find((a) => overlaps(a, e));
      if (other) left.delete(other);
      disagreements.push(
        other
          ? { kind, problem: 'wrong', expected: e, found: other }
          : { kind, problem: 'missed', expected: e },
      );
    }
    for (const a of left) disagreements.push({ kind, problem: 'extra', found: a });
    scores.push({ kind, expected: expected.length, found: answers.length, exact, relaxed });
  }
  return { scores, disagreements };
}

/**
 * The same value. A zone that the gold does not state may have been inferred; a person may be named by the
 * surname or in full.
 */
function agrees(gold: Item, found: Item): boolean {
  if (gold.value === found.value) return true;
  if (gold.kind === 'date' || gold.kind === 'sent') {
    const plain = (v: string) => v.replace(/(T\d\d:\d\d|^\d\d:\d\d):00/g, '$1');
    const unzoned = (v: string) => plain(v).replace(/(T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)/g, '$1');
    return plain(gold.value) === plain(found.value) || plain(gold.value) === unzoned(found.value);
  }
  if (['direct-speech', 'reported-speech', 'sender', 'addressee'].includes(gold.kind)) {
    return found.value.split(' / ').some((name) => {
      const [short, long] = [gold.value, name].sort((a, b) => a.length - b.length) as [string, string];
      return short !== '' && (long === short || ` ${long} `.includes(` ${short} `));
    });
  }
  return false;
}

/** Facts of the header have no span: any two of a kind meet. */
function overlaps(a: Item, b: Item): boolean {
  if (a.start === undefined || b.start === undefined || a.end === undefined || b.end === undefined)
    return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

/** Sums scores of many documents. */
export function total(all: readonly Score[]): readonly Score[] {
  const kinds = [...new Set(all.map((s) => s.kind))];
  return kinds.map((kind) =>
    all
      .filter((s) => s.kind === kind)
      .reduce((a, b) => ({
        kind,
        expected: a.expected + b.expected,
        found: a.found + b.found,
        exact: a.exact + b.exact,
        relaxed: a.relaxed + b.relaxed,
      })),
  );
}

/** From 0 to 1; 1 where nothing was to be found and nothing was. */
export const precision = (hits: number, s: Score): number => (s.found === 0 ? 1 : hits / s.found);
export const recall = (hits: number, s: Score): number => (s.expected === 0 ? 1 : hits / s.expected);
export function f1(hits: number, s: Score): number {
  const p = precision(hits, s);
  const r = recall(hits, s);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
