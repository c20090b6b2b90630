/**
 * The running words of a TEI that is there already, block by block, with the way back to the file: for what reads
 * a TEI as a text without touching it.
 *
 * Words of a later hand (corrections, supplied words, commentary) are passed over, of a `choice` the original
 * reading is taken. Blocks are parted by a blank line that the file does not have.
 */
import { attribute, type XmlElement, type XmlText } from './tree.ts';

export interface TeiRun {
  readonly start: number;
  readonly node: XmlText;
}

export interface TeiBlock {
  /** Local name of the element the words stand in. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface TeiWords {
  readonly text: string;
  /** In the order of the text. */
  readonly runs: readonly TeiRun[];
  /** Neither overlapping nor empty, in order. */
  readonly blocks: readonly TeiBlock[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that hold words as a paragraph does. */
const blockNames = words(
  'p ab head l item cell note label byline dateline salute signed closer opener trailer speaker stage docTitle titlePart docAuthor docDate docImprint epigraph argument postscript figDesc u list row lg sp div body front back cit argument addrLine table castItem',
);
const passedOver = words(
  'corr reg expan ex supplied certainty precision respons index interp interpGrp spanGrp alt desc teiHeader fw gap figDesc egXML formula binaryObject rdg',
);
const originals = words('sic orig abbr unclear seg');

/** @param root a TEI; of several texts the outermost are read, one after the other */
export function wordsOf(root: XmlElement): TeiWords {
  const parts: string[] = [];
  const runs: TeiRun[] = [];
  const blocks: TeiBlock[] = [];
  let length = 0;
  let open: { readonly name: string; readonly start: number; readonly part: number } | undefined;
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const close = () => {
    if (open && length > open.start) {
      const raw = parts.slice(open.part).join('');
      if (raw.trim() !== '') {
        const start = open.start + raw.length - raw.trimStart().length;
        blocks.push({ name: open.name, start, end: start + raw.trim().length });
      }
      put('\n\n');
    }
    open = undefined;
  };
  const visit = (element: XmlElement, block: string | undefined): void => {
    const own = blockNames.has(element.name) ? element.name : block;
    const parted = own !== block || blockNames.has(element.name);
    if (parted) close();
    const original =
      element.name === 'choice'
        ? element.children.find((c) => c.type === 'element' && originals.has(c.name))
        : undefined;
    for (const child of original ? [original] : element.children) {
      if (child.type === 'text') {
        if (own === undefined) continue;
        open ??= { name: own, start: length, part: parts.length };
        runs.push({ start: length, node: child });
        put(child.value);
      } else if (child.type === 'element' && !passedOver.has(child.name)) {
        if (child.name === 'lb' && attribute(child, 'break') !== 'no' && open) put('\n');
        else visit(child, own);
      }
    }
    if (parted) close();
  };
  const texts = (element: XmlElement): void => {
    for (const child of element.children)
      if (child.type === 'element') {
        if (child.name === 'text') visit(child, undefined);
        else if (child.name !== 'teiHeader') texts(child);
      }
  };
  texts(root);
  close();
  return { text: parts.join(''), runs, blocks };
}
