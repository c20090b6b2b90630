/**
 * Marks of footnotes in the text: `[1]`, or a number set against the end of a word (`allies.1`, `SAMOS,2`). A
 * number is a mark only if a note of that number is printed below; numbers against words are looked for in the
 * order of the notes, so that a number of the text itself is not taken for one.
 */
import type { NoteBlock, Span } from '../document.ts';
import type { Draft } from './draft.ts';

//   > | of 11th March [1] conveying
//                     ^^^
const bracketed = /\[(\d{1,3})\]/g;
//   > | Brown1 said    > | their allies.12 We    > | (his words),3    > | [omitted]_4    > | your O.JA1533,5
//            ^                        ^^                      ^                    ^                       ^
const glued =
  /(?<=(?:\p{Ll}|\p{Lu}{3}|\p{L}[)\]’'”"]|\d[)\]’'”"])[.,;:!?)\]’'”"»_]{0,3}|\p{Lu}{2}\.?\d{3,8}[.,;:)\]_]{1,3})(\d{1,3})(?![\d\p{L}]|[.,:]\d)/gu;
//   > | ,1     a mark after the stop that ends a number: `in 1971.3` is none, but the number of a telegram has no fractions
const afterNumber = /(?<!\p{Lu}{2}\.?\d{0,7})\d[.,]$/u;

export function annotateNoteMarks(draft: Draft): void {
  // A dialect that knows how its series prints them has found them already.
  if (draft.document.annotations.some((a) => a.kind === 'note-mark')) return;
  const notes = draft.document.blocks.filter(
    (b): b is NoteBlock => b.kind === 'note' && b.n !== undefined && b.layer === 'text',
  );
  const numbers = new Set(notes.map((n) => n.n ?? ''));
  const marked = new Map<string, number>();
  const add = (n: string, span: Span, certainty: 'high' | 'medium') => {
    if (!marked.has(n)) marked.set(n, span.start);
    draft.add({ kind: 'note-mark', n, span, rule: 'text.note-mark', certainty });
  };
  const spans = draft.document.blocks
    .filter(
      (b) =>
        (b.kind === 'paragraph' ||
          b.kind === 'heading' ||
          b.kind === 'header' ||
          b.kind === 'unrecognised') &&
        b.layer === 'text',
    )
    .map((b) => b.span);
  let brackets = 0;
  const lost: { n: string; span: Span }[] = [];
  for (const span of spans) {
    for (const match of draft.slice(span).matchAll(bracketed)) {
      const n = match[1] ?? '';
      const at = { start: span.start + match.index, end: span.start + match.index + match[0].length };
      if (numbers.has(n)) {
        brackets++;
        add(n, at, 'high');
      } else lost.push({ n, span: at });
    }
  }
  if (numbers.size > 0 && brackets < numbers.size / 2) {
    gluedMarks(draft, spans, numbers, add);
    lostMarks(draft, spans, numbers, marked, add);
  }
  // Marks in a row from 1 whose notes the page does not have.
  if (numbers.size === 0 && lost[0]?.n === '1')
    draft.questions.push({
      kind: 'numbering',
      span: lost[0].span,
      rule: 'text.note-mark',
      question: `the text has ${lost.length === 1 ? 'a mark of a note' : `${lost.length} marks of notes`}, and no note is printed`,
      candidates: [],
    });
  for (const note of notes) {
    if (!note.n || marked.has(note.n) || !/^\d/.test(note.n)) continue;
    draft.questions.push({
      kind: 'numbering',
      span: note.label ?? note.span,
      rule: 'text.note-mark',
      question: `where does note ${note.n} belong?`,
      candidates: [],
    });
  }
}

/** Marks against the ends of words: each is the next number, or one that has been before it. */
function gluedMarks(
  draft: Draft,
  spans: readonly Span[],
  numbers: ReadonlySet<string>,
  add: (n: string, span: Span, certainty: 'high' | 'medium') => void,
): void {
  let last = 0;
  for (const span of spans) {
    const words = draft.slice(span);
    for (const match of words.matchAll(glued)) {
      const n = match[1] ?? '';
      const number = Number(n);
      if (!numbers.has(n) || number > last + 2 || number < last) continue;
      if (afterNumber.test(words.slice(Math.max(0, match.index - 14), match.index))) continue;
      const at = { start: span.start + match.index, end: span.start + match.index + n.length };
      add(n, at, number === last + 1 ? 'high' : 'medium');
      last = number;
    }
  }
}

//   > | the talks reported in O.JA70852 suggest that      the telegram is O.JA7085, the note 2
//                             ^^^^^^^^^
const telegram = /(?<![\p{L}\p{N}])(?:[O0]\.\s?)?(?<post>[A-Z]{2})(?<number>\d{3,8})(?![\p{L}\d]|[.,]\d)/gu;
//   > | in September 1975,3 when
//                         ^
const afterYear = /(?<=(?<!\d)(?:1[89]|20)\d\d[.,;:)]{1,2})\d{1,2}(?![\d\p{L}]|[.,:]\d)/gu;

/**
 * Notes that nothing has marked: one place must fit, and one only, between the marks of the notes before and
 * after. Besides the ends of words these are years, and numbers of telegrams: such a number is longer than those of
 * the same post by just the mark, and without it is of their size.
 */
function lostMarks(
  draft: Draft,
  spans: readonly Span[],
  numbers: ReadonlySet<string>,
  marked: ReadonlyMap<string, number>,
  add: (n: string, span: Span, certainty: 'high' | 'medium') => void,
): void {
  const lost = [...numbers].filter((n) => !marked.has(n));
  if (lost.length === 0) return;
  const found = (pattern: RegExp) =>
    spans.flatMap((span) =>
      [...draft.slice(span).matchAll(pattern)].map((m) => ({
        words: m[0],
        groups: m.groups,
        start: span.start + m.index,
        end: span.start + m.index + m[0].length,
      })),
    );
  const cited = found(telegram);
  const alike = (post: string | undefined, digits: string): boolean =>
    cited.some(({ groups }) => {
      const number = groups?.number ?? '';
      return (
        groups?.post === post &&
        number.length === digits.length &&
        Math.abs(Number(number) - Number(digits)) < Number(number) / 5
      );
    });
  const ends = [
    ...found(afterYear),
    ...found(glued).filter((m) => !afterNumber.test(draft.text.slice(Math.max(0, m.start - 14), m.start))),
  ];
  for (const n of lost) {
    const places = [...marked].map(([m, at]) => ({ m: Number(m), at }));
    const after = Math.max(-1, ...places.filter((p) => p.m < Number(n)).map((p) => p.at));
    const before = Math.min(Infinity, ...places.filter((p) => p.m > Number(n)).map((p) => p.at));
    const fit = new Set([
      ...ends.filter((m) => m.words === n).map((m) => m.end),
      ...cited.flatMap(({ groups, end }) => {
        const digits = groups?.number ?? '';
        return digits.endsWith(n) && alike(groups?.post, digits.slice(0, -n.length)) ? [end] : [];
      }),
    ]);
    const [end, ...others] = [...fit].filter((at) => at > after && at < before);
    if (end !== undefined && others.length === 0) add(n, { start: end - n.length, end }, 'medium');
  }
}
