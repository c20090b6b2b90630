/** Whom and what a TEI of the edition names: the entities of its own lists, with how often the text points to each. */
import type { EntityKind } from '../document.ts';
import {
  attribute,
  childElements,
  elementsOf,
  parseXml,
  textOf,
  tokens,
  type XmlElement,
} from '../xml/tree.ts';

export interface Mentioned {
  readonly kind: EntityKind;
  /** As the document's own list has it. */
  readonly name: string;
  /** Entry of the register that it is said to be. */
  readonly register?: string;
  /** How often elements of the text point to it. */
  readonly mentions: number;
  /** Spellings in the text, each once, in the order of their first. */
  readonly spellings: readonly string[];
  /** Office that the document gives a person. */
  readonly office?: string;
}

export interface DocumentMentions {
  /** Path of the TEI, for people. */
  readonly file: string;
  /** ISO date of the document, where its header has one. */
  readonly date?: string;
  readonly entities: readonly Mentioned[];
}

const kinds: Readonly<Record<string, { readonly kind: EntityKind; readonly names: readonly string[] }>> = {
  person: { kind: 'person', names: ['persName', 'name'] },
  org: { kind: 'org', names: ['orgName', 'roleName', 'name'] },
  place: { kind: 'place', names: ['placeName', 'name'] },
  bibl: { kind: 'document', names: ['title'] },
  event: { kind: 'event', names: ['label', 'head'] },
};

/** Nothing where the XML is not sound: `validate` tells of that. */
export function mentionsOf(tei: string, file: string): DocumentMentions {
  const { root } = parseXml(tei, file);
  if (!root) return { file, entities: [] };
  const listed = new Map<string, XmlElement>();
  const spellings = new Map<string, Map<string, number>>();
  let date: string | undefined;
  for (const element of elementsOf(root)) {
    const id = attribute(element, 'xml:id');
    if (id !== undefined && kinds[element.name] && isListed(element)) listed.set(id, element);
    if (element.name === 'creation' && date === undefined) date = dateIn(element);
    if (!within(element, 'text')) continue;
    for (const pointer of [...tokens(element, 'ref'), ...tokens(element, 'target')]) {
      if (!pointer.startsWith('#')) continue;
      const words = plain(textOf(element));
      const seen = spellings.get(pointer.slice(1)) ?? new Map<string, number>();
      seen.set(words, (seen.get(words) ?? 0) + 1);
      spellings.set(pointer.slice(1), seen);
    }
  }
  const entities = [...listed].flatMap(([id, element]): readonly Mentioned[] => {
    const { kind, names } = kinds[element.name] as (typeof kinds)[string];
    const name = childElements(element).find((c) => names.includes(c.name));
    if (!name) return [];
    const seen = spellings.get(id) ?? new Map<string, number>();
    const register = tokens(element, 'sameAs').find((t) => t.startsWith('reg:'));
    const office = childElements(element, 'occupation')[0];
    return [
      {
        kind: kind === 'org' && attribute(element, 'type') === 'office' ? 'office' : kind,
        name: plain(textOf(name)),
        ...(register ? { register: register.slice(4) } : {}),
        mentions: [...seen.values()].reduce((a, b) => a + b, 0),
        spellings: [...seen.keys()],
        ...(office ? { office: plain(textOf(office)) } : {}),
      },
    ];
  });
  return { file, ...(date ? { date } : {}), entities };
}

/** In a list of the document: its people and places, not a bibl of the header. */
const isListed = (element: XmlElement): boolean =>
  element.parent?.name.startsWith('list') === true &&
  (within(element, 'standOff') || within(element, 'particDesc') || within(element, 'settingDesc'));

function within(element: XmlElement, name: string): boolean {
  for (let e = element.parent; e; e = e.parent) if (e.name === name) return true;
  return false;
}

function dateIn(creation: XmlElement): string | undefined {
  const date = childElements(creation, 'date')[0];
  return date && (attribute(date, 'when') ?? attribute(date, 'notBefore') ?? attribute(date, 'from'));
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
