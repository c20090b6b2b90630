/**
 * Where the words of the TEI stand in the plain-text edition.
 *
 *     TEI       Following is a <date>summary</date> of …        words, without white space
 *     edition   ⟦¶1⟧ Following is a summary\nof …               the same, with lines and ⟦marks⟧ of the edition's own
 *
 * The edition breaks lines, sets in and adds marks in ⟦ ⟧, but leaves every character of the words, in their order.
 * So the n-th character that is not white in one is the n-th in the other, and comparing them proves it.
 */

/** A mark of the edition's own: `⟦left blank⟧`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface Alignment {
  /** Place in the edition of each character (UTF-16 unit) of the words. */
  readonly places: Int32Array;
  /** The edition's marks, in order, without numbers of paragraphs and bars between cells. */
  readonly marks: readonly Mark[];
}

const open = '⟦';
const close = '⟧';

/** White space as XPath's normalize-space() has it. A no-break space is a character like others. */
const isWhite = (unit: string): boolean => unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r';

/**
 * In: the words of the TEI without white space, how many marks there must be, the plain-text edition. Out: undefined
 * where they do not agree, as with style sheets of one's own that say other words.
 */
export function align(words: string, marked: number, edition: string): Alignment | undefined {
  const [from, to] = textOfEdition(edition);
  const places = new Int32Array(words.length);
  const marks: Mark[] = [];
  // A source may itself have ⟦: where it does, both readings are possible, and the first that fits is taken.
  const doubts: { at: number; word: number; marks: number }[] = [];
  let at = from;
  let word = 0;
  for (;;) {
    while (at < to && isWhite(edition[at] as string)) at++;
    if (at >= to && word === words.length && marks.length === marked) return { places, marks };
    const unit = at < to ? (edition[at] as string) : '';
    const isMark = unit === open;
    if (isMark && words[word] === open) doubts.push({ at, word, marks: marks.length });
    if (isMark) {
      const end = endOfMark(edition, at, to);
      const content = edition.slice(at + 1, end - 1);
      if (!/^¶|^\|$/.test(content)) marks.push({ start: at, end });
      at = end;
    } else if (unit !== '' && unit === words[word]) {
      places[word++] = at++;
    } else {
      const doubt = doubts.pop();
      if (doubt === undefined) return undefined;
      marks.length = doubt.marks;
      places[doubt.word] = doubt.at;
      at = doubt.at + 1;
      word = doubt.word + 1;
    }
  }
}

/** Between the first and the last line of =. */
function textOfEdition(edition: string): readonly [number, number] {
  const line = '='.repeat(72);
  const first = edition.indexOf(`${line}\n`);
  const last = edition.lastIndexOf(`\n${line}\n`);
  return first < 0 || last <= first ? [0, 0] : [first + line.length + 1, last];
}

/** After the ⟧ that belongs to this ⟦; a mark may hold another, where an editor's note quotes one. */
function endOfMark(edition: string, start: number, to: number): number {
  let depth = 0;
  for (let i = start; i < to; i++) {
    if (edition[i] === open) depth++;
    else if (edition[i] === close && --depth === 0) return i + 1;
  }
  return to;
}
