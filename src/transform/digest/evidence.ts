/**
 * The assertions of a document, gathered: the same assertion is evidence once, with every place where it holds.
 * Style sheets would need a third of their time for it; here it is one walk over the tree.
 */
import { attribute, closest, type XmlElement } from '../../xml/tree.ts';
import { datedNames, isoValue } from './dates.ts';
import { localId, normal, pointerOf, sourceWords } from './elements.ts';

export interface Assertion {
  /** Its anchor in every edition: the same as long as what is asserted is the same. */
  readonly id: string;
  /** The first element that asserts it. */
  readonly element: XmlElement;
  times: number;
  /** Something on the page leads to it: it holds not only in what the header says of the record. */
  elsewhere: boolean;
  /** Anchors of the text where it holds, and how often there. */
  readonly places: Map<string, number>;
  /** The words it is made about, each once; long ones shortened. */
  readonly words: Set<string>;
  readonly rules: readonly string[];
  /** The document's own person, place … that it is about. */
  readonly entity: string | undefined;
}

/** Does the element assert something by rule or by a named person? */
export function asserts(element: XmlElement): boolean {
  const has = (name: string) => attribute(element, name) !== undefined;
  return has('resp') && (has('ana') || has('cert'));
}

/** What is asserted, by which rule and how surely: the same words are the same assertion. */
function assertedIn(element: XmlElement): string {
  const has = (name: string) => attribute(element, name);
  const what =
    ownEntry(element) ??
    has('ref') ??
    has('when') ??
    (has('who') === undefined ? whatElse(element) : `${has('who')}.${has('direct') ?? ''}`);
  return `${what} ${has('ana') ?? ''} ${has('cert') ?? ''}`;
}

/**
 * A short name for what is asserted, so that the anchor of its evidence is independent of how many others there are
 * and links to it last: a hash after Fowler, Noll and Vo (FNV-1a), in five letters and figures. The page has some
 * hundreds of them, so each is short; two of one name are told apart below.
 */
function shortName(words: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(words)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `e.${(hash % 36 ** 5).toString(36)}`;
}

const entryNames: ReadonlySet<string> = new Set('person org place bibl'.split(' '));

/** An entry of a list is about itself: it is told with its mentions. Of an event the facts at the head tell. */
function ownEntry(element: XmlElement): string | undefined {
  const id = entryNames.has(element.name) ? attribute(element, 'xml:id') : undefined;
  return id === undefined ? undefined : `#${id}`;
}

/** Elements whose assertions the page leads to. */
const onThePage = ['text', 'standOff', 'correspDesc', 'abstract'];

/** For what has neither reference nor date: numbers, markings, gaps, slips; fields of a header are one assertion. */
function whatElse(element: XmlElement): string {
  if (element.name === 'seg') return 'seg';
  if (datedNames.has(element.name)) return isoValue(element);
  const values = ['target', 'type', 'reason', 'direct'].map((name) => attribute(element, name));
  return [element.name, ...values].filter((value) => value !== undefined).join('.');
}

/** `name.titled` of ana="#r.name.titled": every rule that had a part in the assertion. */
export function rulesOf(element: XmlElement): readonly string[] {
  const tokens = attribute(element, 'ana')?.split(/[ \t\r\n]+/) ?? [];
  return tokens.filter((token) => token.startsWith('#r.')).map((token) => token.slice(3));
}

/** The text as a whole, for what stands in no paragraph with an anchor. */
export const textPlace = 'sec-text';

/**
 * The nearest place of the text a reader can be sent to: the paragraph, field or heading that holds the element; for
 * a speech of several paragraphs, the speech. Nothing for what stands in the header.
 */
export function placeOf(element: XmlElement): string | undefined {
  const own = attribute(element, 'xml:id');
  if (element.name === 'said' && own !== undefined && element.children.some(isParagraph)) return own;
  let place: string | undefined;
  for (let e: XmlElement | undefined = element; e; e = e.parent) {
    if (e.name !== 'said') place ??= attribute(e, 'xml:id');
    if (e.name === 'text') return place ?? textPlace;
  }
  return undefined;
}

const isParagraph = (node: XmlElement['children'][number]): boolean =>
  node.type === 'element' && node.name === 'p';

/** Gathers assertions, in the order of their first place. */
export class Evidence {
  /** By what is asserted. */
  readonly assertions = new Map<string, Assertion>();
  readonly #ids = new Set<string>();
  readonly #entities: ReadonlySet<string>;

  constructor(entities: ReadonlySet<string>) {
    this.#entities = entities;
  }

  /** @returns the anchor of the assertion's evidence */
  add(element: XmlElement): string {
    const asserted = assertedIn(element);
    const assertion = this.assertions.get(asserted) ?? this.#begin(asserted, element);
    assertion.times += 1;
    assertion.elsewhere ||= onThePage.some((name) => closest(element, name) !== undefined);
    const place = placeOf(element);
    if (place !== undefined) assertion.places.set(place, (assertion.places.get(place) ?? 0) + 1);
    assertion.words.add(quoted(element));
    return assertion.id;
  }

  #begin(asserted: string, element: XmlElement): Assertion {
    // Two of one name are rare; the second gets another.
    let id = shortName(asserted);
    for (let n = 2; this.#ids.has(id); n++) id = shortName(`${asserted} ${n}`);
    this.#ids.add(id);
    const about = (ownEntry(element) ?? pointerOf(element))?.replace(/^[^#]*#/, '');
    const entity = about !== undefined && this.#entities.has(about) ? about : undefined;
    const assertion: Assertion = {
      id,
      element,
      times: 0,
      elsewhere: false,
      places: new Map(),
      words: new Set(),
      rules: rulesOf(element),
      entity,
    };
    this.assertions.set(asserted, assertion);
    return assertion;
  }
}

/** What the archive says of the document, and nothing in the page leads to: its evidence stands with the source. */
export function isOfRecord({ elsewhere, entity, element }: Assertion): boolean {
  return !elsewhere && entity === undefined && attribute(element, 'type') !== 'furniture';
}

/** The words the assertion is made about; of a speech or a transmission none, for they are no words of theirs. */
function quoted(element: XmlElement): string {
  if (attribute(element, 'who') !== undefined) return '';
  if (['correspAction', 'event', 'setting', 'catRef'].includes(element.name)) return '';
  // Two readings that differ in their blanks alone are one to a reader.
  const characters = Array.from(normal(sourceWords(element).replaceAll('\u00a0', ' ')));
  if (characters.length <= 90) return characters.join('');
  return `${characters
    .slice(0, 80)
    .join('')
    .replace(/[ \t\r\n]+[^ \t\r\n]*$/, '')} …`;
}

/** The document's own entity that a mention points at. */
export function entityOf(element: XmlElement, entities: ReadonlySet<string>): string | undefined {
  const id = localId(pointerOf(element));
  return id !== undefined && entities.has(id) ? id : undefined;
}
