/** What the editions ask of an element of the TEI: whether it stands alone, is an editor's, what its words are. */
import {
  ancestorsOrSelf,
  attribute,
  elementsOf,
  isElement,
  textOf,
  type XmlElement,
} from '../../xml/tree.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

const addedNames = set('corr reg expan supplied ex certainty precision respons index interp desc figDesc');

/**
 * What an editor added to the words of the source: it is shown, and marked as not being of the source. A note of
 * the source says where in the source it stands (`@source`, or a place on its page); any other is the editor's.
 */
export function isAdded(element: XmlElement): boolean {
  if (addedNames.has(element.name)) return true;
  if (element.name !== 'note' || attribute(element, 'place') !== undefined) return false;
  return !(attribute(element, 'source') ?? '').startsWith('src:');
}

const blockNames =
  set(`p ab div div1 div2 div3 div4 head opener closer list item table row sp speaker stage lg l figure
  postscript trailer argument epigraph floatingText body front back group salute signed dateline byline address addrLine
  docTitle titlePage listBibl`);

/** Elements that stand on lines of their own, in every edition. */
export function isBlock(element: XmlElement): boolean {
  if (blockNames.has(element.name)) return true;
  const holds = (...names: string[]) => element.children.some((c) => isElement(c) && names.includes(c.name));
  switch (element.name) {
    case 'fw':
      return !['p', 'seg', 'head'].includes(element.parent?.name ?? '');
    case 'note':
      return (
        ['bottom', 'foot', 'end'].includes(attribute(element, 'place') ?? '') ||
        attribute(element, 'type') === 'source' ||
        holds('p')
      );
    case 'cit':
    case 'said':
    case 'quote':
    case 'q':
    case 'seg':
      return holdsBlock(element);
    default:
      return false;
  }
}

const wholeNames = set(`p ab list lg l sp table head opener closer listBibl floatingText`);

/** A phrase becomes a block by what stands in it, at any depth. */
const holdsBlock = (element: XmlElement): boolean =>
  element.children.some((c) => isElement(c) && (wholeNames.has(c.name) || holdsBlock(c)));

const linkNames =
  set(`persName roleName placeName orgName geogName country settlement region rs name objectName idno term
  mentioned soCalled title ref date time`);

/** Elements whose content becomes a link. */
export const becomesLink = (element: XmlElement): boolean => linkNames.has(element.name);

/** Runs of white space (XML's four characters; a no-break space is none) as one blank, none at the ends. */
export const normal = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');

/** The words of the source in an element: corrections, expansions and the editor's notes left out. */
export function sourceWords(element: XmlElement): string {
  let added = false;
  for (const inner of elementsOf(element)) if (inner !== element && isAdded(inner)) added = true;
  if (!added) return normal(textOf(element));
  for (const around of ancestorsOrSelf(element)) if (isAdded(around)) return '';
  return normal(wordsIn(element));
}

function wordsIn(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text') text += child.value;
    else if (child.type === 'element' && !isAdded(child)) text += wordsIn(child);
  }
  return text;
}

/** What an assertion or mention points at: the first of its pointers, `#sato`. */
export function pointerOf(element: XmlElement): string | undefined {
  const target = element.name === 'note' ? undefined : attribute(element, 'target');
  const value = attribute(element, 'ref') ?? attribute(element, 'who') ?? target;
  return value?.trim().split(/\s+/)[0] || undefined;
}

/** The id a pointer names inside the document. */
export const localId = (pointer: string | undefined): string | undefined =>
  pointer?.startsWith('#') ? pointer.slice(1) : undefined;
