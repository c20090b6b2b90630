/** The assertions of a TEI's text, with the stretch of its words that each is about. */
import { attribute, tokens, type XmlElement } from '../../xml/tree.ts';

export interface Stretch {
  /** Into the words without white space, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Number of the mark that stands for the element in the edition, where it has no words of the source. */
  readonly mark?: number;
}

export interface Assertion {
  readonly element: XmlElement;
  /** One, or those that an assertion of the header rests on. */
  readonly stretches: readonly Stretch[];
}

export interface Words {
  /** The words of `text` without white space, what an editor added left out. */
  readonly words: string;
  /** How many marks of its own the edition must have. */
  readonly marks: number;
  readonly assertions: readonly Assertion[];
}

/** As `f:is-added` of xslt/shared/functions.xsl. */
const addedNames = new Set(
  'corr reg expan supplied ex certainty precision respons index interp desc figDesc'.split(' '),
);

function isAdded(element: XmlElement): boolean {
  if (addedNames.has(element.name)) return true;
  if (element.name !== 'note') return false;
  return (
    attribute(element, 'place') === undefined && attribute(element, 'source')?.startsWith('src:') !== true
  );
}

/** Elements that the plain-text edition answers with a mark of its own, after their words if they have any. */
function isMarked(element: XmlElement): boolean {
  const parent = element.parent?.name;
  switch (element.name) {
    case 'pb':
      return true;
    case 'gap':
      return !(parent === 'seg' && element.parent && attribute(element.parent, 'type') === 'gap');
    case 'sic':
      return parent !== 'choice';
    default:
      return false;
  }
}

const isAssertion = (element: XmlElement): boolean =>
  attribute(element, 'resp') !== undefined &&
  (attribute(element, 'ana') !== undefined || attribute(element, 'cert') !== undefined);

export function assertionsOf(root: XmlElement): Words {
  const pieces: string[] = [];
  const stretches = new Map<XmlElement, Stretch>();
  const asserting: XmlElement[] = [];
  const byId = new Map<string, XmlElement>();
  let length = 0;
  let marks = 0;

  /** Inside what an editor added, the mark stands for the words. */
  const walkAdded = (element: XmlElement, mark: number | undefined): void => {
    if (isAssertion(element)) asserting.push(element);
    stretches.set(element, { start: length, end: length, ...(mark !== undefined && { mark }) });
    for (const child of element.children) if (child.type === 'element') walkAdded(child, mark);
  };
  const walk = (element: XmlElement): void => {
    if (isAdded(element) || element.name === 'gap') {
      walkAdded(element, element.name !== 'gap' || isMarked(element) ? marks++ : undefined);
      return;
    }
    if (isAssertion(element)) asserting.push(element);
    const id = attribute(element, 'xml:id');
    if (id !== undefined) byId.set(id, element);
    const start = length;
    for (const child of element.children) {
      if (child.type === 'element') walk(child);
      else if (child.type === 'text') {
        const bare = child.value.replace(/[ \t\r\n]+/g, '');
        pieces.push(bare);
        length += bare.length;
      }
    }
    const mark = isMarked(element) ? marks++ : undefined;
    stretches.set(element, { start, end: length, ...(mark !== undefined && length === start && { mark }) });
  };

  const heads: XmlElement[] = [];
  for (const part of root.children) {
    if (part.type !== 'element') continue;
    if (part.name === 'text') walk(part);
    else if (part.name === 'teiHeader') heads.push(part);
  }
  const inHeader = heads.flatMap((head) => supported(head, byId, stretches));
  const inText = asserting.map((element) => ({ element, stretches: [whole(element, stretches)] }));
  return { words: pieces.join(''), marks, assertions: [...inHeader, ...inText] };
}

/** Assertions of the header that name the places of the text they rest on: `source="#h.sent #h.from"`. */
function supported(
  head: XmlElement,
  byId: ReadonlyMap<string, XmlElement>,
  stretches: ReadonlyMap<XmlElement, Stretch>,
): Assertion[] {
  const found: Assertion[] = [];
  const visit = (element: XmlElement): void => {
    const places = tokens(element, 'source').flatMap((t) => byId.get(t.replace(/^#/, '')) ?? []);
    if (isAssertion(element) && places.length > 0)
      found.push({ element, stretches: places.map((place) => whole(place, stretches)) });
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(head);
  return found;
}

/** Where an element has neither words nor a mark, the nearest one around it that has. */
function whole(element: XmlElement, stretches: ReadonlyMap<XmlElement, Stretch>): Stretch {
  const own = stretches.get(element);
  if (own && (own.end > own.start || own.mark !== undefined)) return own;
  return element.parent ? whole(element.parent, stretches) : (own ?? { start: 0, end: 0 });
}
