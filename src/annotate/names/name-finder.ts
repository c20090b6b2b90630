/**
 * Finds known names in a text. A single pattern of ten thousand alternatives would try each of them at every
 * letter; here a word leads to the few names that begin with its first two letters, longest first.
 */
import type { Span } from '../../document.ts';

export interface FoundName<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export class NameFinder<T> {
  private readonly byStart = new Map<string, (readonly [name: string, value: T])[]>();

  /** @param names a blank in a name stands for any run of white space, ’ for either apostrophe */
  constructor(names: ReadonlyMap<string, T>) {
    const sorted = [...names].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
    for (const entry of sorted) {
      const start = entry[0].slice(0, 2);
      const list = this.byStart.get(start);
      if (list) list.push(entry);
      else this.byStart.set(start, [entry]);
    }
  }

  /** Names as whole words within the span, none overlapping another, in the order of the text. */
  *find(text: string, span: Span): Generator<FoundName<T>> {
    wordStart.lastIndex = span.start;
    for (let match = wordStart.exec(text); match && match.index < span.end; match = wordStart.exec(text)) {
      const start = match.index;
      for (const [name, value] of this.byStart.get(text.slice(start, start + 2)) ?? []) {
        const end = endOf(text, start, name);
        if (end < 0 || end > span.end || !endsWord(text, end)) continue;
        wordStart.lastIndex = end;
        yield { start, end, value };
        wordStart.lastIndex = end;
        break;
      }
    }
  }
}

/** A word begins after anything but a letter, a digit or a hyphen. */
const wordStart = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]/gu;

/** «Japan’s» ends Japan; «Japan-based» does not, but «Japan-US» does. */
const endsWord = (text: string, at: number): boolean =>
  !/^(?:[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]|-\p{Ll})/u.test(text.slice(at, at + 3));

const isBlank = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x0a || code === 0x09;

/** Where the name ends if it stands at `start`, else -1. */
function endOf(text: string, start: number, name: string): number {
  let at = start;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    const d = text.charCodeAt(at);
    if (c === 0x20) {
      if (!isBlank(d)) return -1;
      while (isBlank(text.charCodeAt(at))) at++;
    } else if (c === d || (c === 0x2019 && d === 0x27)) at++;
    else return -1;
  }
  return at;
}
