/**
 * The words of a TEI that claim to be the source's: the text, and the pieces of the page in the header.
 *
 * What an editor adds is passed over: a correction, regularisation or expansion beside the original reading,
 * what is supplied, notes without `@source`. So the text stays comparable whatever is tagged or commented.
 */
import { type XmlElement, xmlNamespace } from '../xml/tree.ts';

/** Characters of the TEI, with the place of each run in the file. */
export interface Run {
  readonly text: string;
  /** Innermost element. */
  readonly element: XmlElement;
  /** Place in the TEI file, UTF-16 units, of the run's first character; none for what an element stands for. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export interface Strand {
  /** Where the words stand in the source; undefined: wherever the pieces leave room. */
  readonly source?: { readonly start: number; readonly end: number };
  readonly element: XmlElement;
  readonly runs: readonly Run[];
}

/** Words of the editor, not of the source (TEI chapters 3.5 and 12). */
const editorial = new Set([
  'corr',
  'reg',
  'expan',
  'ex',
  'supplied',
  'certainty',
  'precision',
  'respons',
  'index',
  'interp',
  'interpGrp',
  'spanGrp',
  'alt',
  'desc',
]);
/** Passed over unless they say where in the source they stand. */
const notes = new Set(['note', 'noteGrp', 'ptr', 'witDetail', 'figDesc']);

export const attribute = (element: XmlElement, name: string, uri = ''): string | undefined =>
  element.attributes.find((a) => a.local === name && a.uri === uri)?.value;

export const idOf = (element: XmlElement): string | undefined => attribute(element, 'id', xmlNamespace);

/** `src:10,42` as numbers. */
function sourceRange(element: XmlElement): { start: number; end: number } | undefined {
  const match = /(?:^|\s)src:(\d+),(\d+)(?=\s|$)/.exec(attribute(element, 'source') ?? '');
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined;
}

/** The strands of a TEI: pieces with a place of their own, then the text. */
export function collect(root: XmlElement): {
  readonly pieces: readonly Strand[];
  readonly text: Strand | undefined;
} {
  const pieces: Strand[] = [];
  let text: Strand | undefined;
  const stack: XmlElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop() as XmlElement;
    if (element.name === 'text' && !text) {
      text = { element, runs: runsOf(element, pieces) };
      continue;
    }
    const source = sourceRange(element);
    if (source) {
      pieces.push({ source, element, runs: runsOf(element, pieces) });
      continue;
    }
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child?.type === 'element') stack.push(child);
    }
  }
  return { pieces, text };
}

/** The runs of an element in document order; parts that stand elsewhere in the source become pieces. */
function runsOf(top: XmlElement, pieces: Strand[]): readonly Run[] {
  const runs: Run[] = [];
  // An explicit stack: a document nested a hundred thousand deep must not end the program.
  const stack: { element: XmlElement; next: number }[] = [{ element: top, next: 0 }];
  while (stack.length > 0) {
    const frame = stack[stack.length - 1] as { element: XmlElement; next: number };
    const child = frame.element.children[frame.next++];
    if (!child) {
      stack.pop();
      continue;
    }
    if (child.type === 'text') {
      if (child.value !== '')
        runs.push({
          text: child.value,
          element: frame.element,
          offset: child.offset,
          line: child.line,
          column: child.column,
        });
      continue;
    }
    if (child.type !== 'element' || editorial.has(child.name)) continue;
    if (notes.has(child.name)) {
      const source = sourceRange(child);
      if (source && !inHeader(child)) pieces.push({ source, element: child, runs: runsOf(child, pieces) });
      else if (inHeader(child)) stack.push({ element: child, next: 0 });
      continue;
    }
    const character = characterOf(child);
    if (character) {
      runs.push({
        text: character,
        element: child,
        offset: child.offset,
        line: child.line,
        column: child.column,
      });
      continue;
    }
    if (child.name === 'choice') {
      const original = child.children.find(
        (c): c is XmlElement =>
          c.type === 'element' && ['sic', 'orig', 'abbr', 'unclear', 'seg'].includes(c.name),
      );
      if (original) stack.push({ element: original, next: 0 });
      continue;
    }
    stack.push({ element: child, next: 0 });
  }
  return runs;
}

/** In a piece of the page a note (the abstract) is the page's own. */
function inHeader(element: XmlElement): boolean {
  for (let e: XmlElement | undefined = element; e; e = e.parent) if (e.name === 'teiHeader') return true;
  return false;
}

/** A character that XML cannot hold stands as an empty element: `g` with its code in @n, `pb` or `lb` with it in @rend. */
function characterOf(element: XmlElement): string | undefined {
  if (element.name !== 'g' && element.name !== 'pb' && element.name !== 'lb') return undefined;
  const match = /^U\+([0-9A-F]{4,6})$/.exec(attribute(element, element.name === 'g' ? 'n' : 'rend') ?? '');
  return match ? String.fromCodePoint(Number.parseInt(match[1] ?? '', 16)) : undefined;
}
