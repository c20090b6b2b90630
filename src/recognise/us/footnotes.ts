/** Numbered notes below a text, and the marks in the text that they belong to. */
import type { Certainty, NoteBlock, NoteMark, Span } from '../../document.ts';
import type { Chunk } from '../lines.ts';

//   > | 3 For text, see the Bulletin of May 1.
//       ^
const opening = /^(?<n>\d{1,3}|\*{1,3}|†)(?:\.|\))?\s+\S/;

/** The number at the head of a note, or undefined. */
export const noteNumber = (words: string): string | undefined => opening.exec(words)?.groups?.n;

/** A chunk as a note. */
export function readNote(chunk: Chunk): NoteBlock | undefined {
  const n = noteNumber(chunk.text);
  if (n === undefined) return undefined;
  return {
    kind: 'note',
    layer: 'text',
    span: chunk.span,
    label: { start: chunk.span.start, end: chunk.span.start + n.length },
    n,
    rule: 'block.footnote',
    certainty: 'high',
  };
}

/**
 * Marks of the notes in a text, found in the order of the notes.
 *
 *     > | The talks were postponed.2 On June 3 and 43 the delegations met.
 *                                 ^             ^
 *
 * A number set against a letter or a stop is a mark. Against a digit it is one only if nothing else between its
 * neighbours can be, and the whole would be no day of a month and no year.
 */
export function findNoteMarks(text: string, body: Span, numbers: readonly string[]): readonly NoteMark[] {
  const words = text.slice(body.start, body.end);
  const wanted = [...new Set(numbers.filter((n) => /^\d+$/.test(n)))];
  const clean = candidates(words, wanted);
  const chosen = new Map<string, { at: number; certainty: Certainty }>();
  let after = 0;
  wanted.forEach((n, i) => {
    const own = (clean.get(n) ?? []).filter((at) => at >= after);
    // Not beyond a mark of the next note that stands before all of its own: then this one's is hidden.
    const next = (clean.get(wanted[i + 1] ?? '') ?? []).find((at) => at >= after);
    const at = own[0];
    if (at === undefined) return;
    if (next !== undefined && next < at && (clean.get(wanted[i + 1] ?? '')?.length ?? 0) === 1) return;
    chosen.set(n, { at, certainty: own.length === 1 ? 'high' : 'medium' });
    after = at + n.length;
  });
  wanted.forEach((n, i) => {
    if (chosen.has(n)) return;
    const neighbour = (list: readonly string[]) =>
      chosen.get(list.find((other) => chosen.has(other)) ?? '')?.at;
    const low = neighbour(wanted.slice(0, i).reverse()) ?? 0;
    const high = neighbour(wanted.slice(i + 1)) ?? words.length;
    if (high - low > farthest) return;
    const at = againstDigit(words, low, high, n);
    if (at !== undefined) chosen.set(n, { at, certainty: 'medium' });
  });
  return [...chosen].map(([n, { at, certainty }]) => ({
    kind: 'note-mark',
    n,
    span: { start: body.start + at, end: body.start + at + n.length },
    rule: 'text.note-mark',
    certainty,
  }));
}

/** Marks of neighbouring notes stand no farther apart than this, or the place of a hidden one cannot be known. */
const farthest = 40_000;

/** Places where a number of a note stands against a word, by number. One pass over the text. */
function candidates(words: string, wanted: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const numbers = new Set(wanted);
  const found = new Map<string, number[]>();
  const pattern = /(?<=[\p{Ll}\p{M}]|\p{Lu}{2}|[.,;:!?”’"'ʼ)\]])(\d{1,3})(?![\d\p{L}]|[.,:/-]\d)/gu;
  for (const match of words.matchAll(pattern)) {
    const n = match[1] ?? '';
    const before = words.slice(Math.max(0, match.index - 16), match.index);
    // «No.5», «p.12», «B-52», «19:30», «(2)», «3,000» are no marks.
    if (
      !numbers.has(n) ||
      /(?:\b(?:No|Nos|pp?|vol|Art|Sec|para)\.|\d[.,:]|[:.]\d{1,2}|\bp\.?)$/i.test(before)
    ) {
      // «1959:1» and «12:2» look alike, «January 25.2» and «25.2»: only after a year, a day, a long number.
      if (!numbers.has(n)) continue;
      const sentence = /^\d{1,3}(?:\s+[\p{Lu}“"(]|\s*$)/u.test(words.slice(match.index, match.index + 8));
      const dated = /\b(?:1[6-9]|20)\d\d[.,:;]$|\b[A-Z][a-z]{2,8}\.? \d{1,2}[.,;]$|\b\d{3,5}\.$/.test(before);
      if (!dated || !(sentence || /\b(?:1[6-9]|20)\d\d[.,:;]$/.test(before))) continue;
    }
    const list = found.get(n);
    if (list) list.push(match.index);
    else found.set(n, [match.index]);
  }
  return found;
}

//   > | April 31        > | June 3 and 43        > | in 19615
//              ^                       ^                    ^
function againstDigit(words: string, low: number, high: number, n: string): number | undefined {
  const found: number[] = [];
  const pattern = new RegExp(`(?<!\\d)(\\d{1,4})${n}(?![\\d\\p{L}])`, 'gu');
  for (const match of words.slice(low, high).matchAll(pattern)) {
    const stem = match[1] ?? '';
    const whole = Number(`${stem}${n}`);
    const before = words.slice(Math.max(0, low + match.index - 40), low + match.index);
    const day =
      /(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:,| and| or| to|-|–))* $|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}[-–]$/.test(
        before,
      );
    const year = /^(?:1[789]|20)\d\d$/.test(stem) && `${stem}${n}`.length > 4;
    if (year || (day && Number(stem) <= 31 && (whole > 31 || impossible(before, whole))))
      found.push(low + match.index + stem.length);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** A thirty-first of a month of thirty days. */
const impossible = (before: string, day: number): boolean =>
  day === 31 && /(?:April|June|September|November) $/.test(before);
