/**
 * Annotations stand off and may overlap; XML nests. Within a span the longer annotation goes outside; one that
 * crosses the end of another is cut there and its parts are chained with @next and @prev.
 */
import type { Span } from '../document.ts';
import { type Pages, within } from './characters.ts';
import { el, type XmlElementNode, type XmlNode } from './node.ts';

/** An annotation ready to become an element around its words. */
export interface Mark {
  readonly span: Span;
  /** Among annotations of the same span the smaller goes outside. */
  readonly rank: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Given when the mark must be cut: the id of part `index`. */
  readonly partId?: (index: number) => string;
}

/** Marks by where they begin, so that a block finds its own without looking at all. */
export class MarkIndex {
  private readonly marks: readonly Mark[];

  constructor(marks: readonly Mark[]) {
    this.marks = [...marks].sort((a, b) => a.span.start - b.span.start);
  }

  within(span: Span): readonly Mark[] {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.marks[middle]?.span.start ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    const found: Mark[] = [];
    for (let i = low; i < this.marks.length; i++) {
      const mark = this.marks[i] as Mark;
      if (mark.span.start > span.end) break;
      if (mark.span.end <= span.end) found.push(mark);
    }
    return found;
  }
}

interface Part extends Mark {
  readonly part?: { readonly chain: Chain; readonly index: number };
}

/** All parts of a mark that was cut; their links are known only when the last one is. */
class Chain {
  readonly ids: string[] = [];
}

/**
 * The words of a span with elements around the marked ones.
 *
 * @param text the whole source text
 * @param marks marks that lie within the span, in any order
 * @param pages numbers of the pages that form feeds begin
 */
export function inline(text: string, span: Span, marks: readonly Mark[], pages?: Pages): readonly XmlNode[] {
  const pending: Part[] = marks
    .filter((m) => m.span.start >= span.start && m.span.end <= span.end)
    .sort(order);
  return build(text, span, pending, pages);
}

const order = (a: Mark, b: Mark): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || a.rank - b.rank;

function build(text: string, span: Span, marks: readonly Part[], pages?: Pages): readonly XmlNode[] {
  const out: XmlNode[] = [];
  const queue = [...marks];
  let at = span.start;
  for (let i = 0; i < queue.length; ) {
    if (partedAtSpeech(queue, i)) continue;
    const mark = queue[i] as Part;
    if (mark.span.start > at) out.push(...within(text, at, mark.span.start, pages));
    // Marks are sorted, so those within stand right behind; only the rest of one that is cut must find its place.
    const inside: Part[] = [];
    const rests: Part[] = [];
    let next = i + 1;
    for (; next < queue.length; next++) {
      const other = queue[next] as Part;
      const same = other.span.start === mark.span.start && other.span.end === mark.span.end;
      if (other.span.start >= mark.span.end && !same) break;
      if (other.span.end <= mark.span.end) inside.push(other);
      else {
        const [first, rest] = cut(other, mark.span.end);
        inside.push(first);
        rests.push(rest);
      }
    }
    // A part that was cut off may be as long as what it held before.
    if (rests.length > 0) inside.sort(order);
    out.push(element(mark, build(text, mark.span, inside, pages)));
    at = mark.span.end;
    if (rests.length > 0) {
      // The rests all begin here, before or with what follows.
      let end = next;
      while (end < queue.length && (queue[end] as Part).span.start === at) end++;
      queue.splice(next, end - next, ...[...rests, ...queue.slice(next, end)].sort(order));
    }
    i = next;
  }
  if (at < span.end) out.push(...within(text, at, span.end, pages));
  return out;
}

/** Elements whose content TEI allows no speech in (macro.phraseSeq): speech goes around their parts instead. */
const holdsNoSpeech = new Set(
  'persName placeName orgName roleName name rs date time idno mentioned soCalled'.split(' '),
);

/**
 * A mark that can hold no speech is cut where one begins or ends in it.
 *
 * @returns whether the mark at `i` was cut; its parts then stand at their places in the queue
 */
function partedAtSpeech(queue: Part[], i: number): boolean {
  const mark = queue[i] as Part;
  if (!holdsNoSpeech.has(mark.name)) return false;
  let at: number | undefined;
  for (let j = i + 1; j < queue.length && at === undefined; j++) {
    const { name, span } = queue[j] as Part;
    if (span.start >= mark.span.end) break;
    if (name !== 'said' || span.end === span.start) continue;
    if (span.start > mark.span.start) at = span.start;
    else if (span.end < mark.span.end) at = span.end;
  }
  if (at === undefined) return false;
  const [first, rest] = cut(mark, at);
  let end = i + 1;
  while (end < queue.length && (queue[end] as Part).span.start <= rest.span.start) end++;
  queue.splice(i, end - i, ...[first, ...queue.slice(i + 1, end), rest].sort(order));
  return true;
}

function cut(mark: Part, at: number): readonly [Part, Part] {
  const chain = mark.part?.chain ?? new Chain();
  const index = mark.part?.index ?? 0;
  for (const i of [index, index + 1]) chain.ids[i] ??= mark.partId?.(i) ?? '';
  return [
    { ...mark, span: { start: mark.span.start, end: at }, part: { chain, index } },
    { ...mark, span: { start: at, end: mark.span.end }, part: { chain, index: index + 1 } },
  ];
}

function element(mark: Part, children: readonly XmlNode[]): XmlElementNode {
  if (!mark.part) return el(mark.name, mark.attributes, children);
  const { chain, index } = mark.part;
  const next = chain.ids[index + 1];
  const prev = chain.ids[index - 1];
  return el(
    mark.name,
    {
      ...mark.attributes,
      'xml:id': chain.ids[index],
      // The ends of what was in parts already keep their neighbours.
      next: next ? `#${next}` : mark.attributes.next,
      prev: prev ? `#${prev}` : mark.attributes.prev,
    },
    children,
  );
}
