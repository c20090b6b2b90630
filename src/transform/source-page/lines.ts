/**
 * The source of a document from its TEI, line by line, with what each run of characters became. Pieces of the page
 * stand in the header with their place (`@source="src:START,END"`, characters after RFC 5147); the text fills the
 * room between them. What an editor added is left out, for it is not of the source.
 */
import { attribute, elementsOf, type XmlElement } from '../../xml/tree.ts';
import { isAdded } from '../digest/elements.ts';

export interface Run {
  readonly text: string;
  /** The innermost element that says what the run is. */
  readonly element: XmlElement;
}

export type Line = readonly Run[];

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly element: XmlElement;
}

export function linesOf(root: XmlElement): readonly Line[] {
  return toLines(sourceOf(root));
}

/** Runs in the order of the source. */
function sourceOf(root: XmlElement): readonly Run[] {
  const text = new Reel(
    root.children.flatMap((c) => (c.type === 'element' && c.name === 'text' ? runsOf(c, isAdded) : [])),
  );
  const runs: Run[] = [];
  let at = 0;
  for (const piece of piecesOf(root)) {
    runs.push(...text.take(piece.start - at), ...runsOf(piece.element, ofPage));
    at = piece.end;
  }
  return [...runs, ...text.take(Number.POSITIVE_INFINITY)];
}

function piecesOf(root: XmlElement): readonly Piece[] {
  const header = root.children.find((c): c is XmlElement => c.type === 'element' && c.name === 'teiHeader');
  if (header === undefined) return [];
  const pieces = [...elementsOf(header)].flatMap((element): Piece[] => {
    const match = /^src:(\d+),(\d+)$/.exec(attribute(element, 'source') ?? '');
    return match ? [{ start: Number(match[1]), end: Number(match[2]), element }] : [];
  });
  return pieces.sort((a, b) => a.start - b.start);
}

/** In a piece of the archive's page a note is the archive's, not the editor's. */
const ofPage: Test = (element) => element.name !== 'note' && isAdded(element);

type Test = (element: XmlElement) => boolean;

function runsOf(element: XmlElement, added: Test): Run[] {
  return element.children.flatMap((child): Run[] => {
    if (child.type === 'text') return [{ text: child.value, element }];
    if (child.type !== 'element' || added(child)) return [];
    return runsOf(child, added);
  });
}

/** Runs of which so many characters are taken at a time. */
class Reel {
  readonly #runs: Run[];

  constructor(runs: readonly Run[]) {
    this.#runs = [...runs].reverse();
  }

  take(count: number): Run[] {
    const taken: Run[] = [];
    let left = count;
    while (left > 0) {
      const run = this.#runs.pop();
      if (run === undefined) break;
      const characters = Array.from(run.text);
      if (characters.length > left) {
        this.#runs.push({ ...run, text: characters.slice(left).join('') });
        taken.push({ ...run, text: characters.slice(0, left).join('') });
        break;
      }
      left -= characters.length;
      taken.push(run);
    }
    return taken;
  }
}

function toLines(runs: readonly Run[]): Line[] {
  const lines: Run[][] = [[]];
  for (const { text, element } of runs) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, element });
    });
  }
  while (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
