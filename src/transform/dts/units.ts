/** What of a document can be cited: its divisions and paragraphs, and its utterances. */
import { utteranceTree } from '../../linked/dts.ts';
import { attribute, elementsById, elementsOf, textOf, tokens, type XmlElement } from '../../xml/tree.ts';

export interface Unit {
  readonly identifier: string;
  readonly level: number;
  readonly parent: string | null;
  readonly citeType: 'division' | 'paragraph' | 'utterance';
  /** For an utterance: who speaks, by the first name in the document's own lists. */
  readonly speaker?: string;
  readonly element: XmlElement;
}

export interface Tree {
  /** Absent for the first, which is the one meant where none is named. */
  readonly identifier?: string;
  readonly description: string;
  /** Types of units, from the top down; `paragraph` may also stand at the top. */
  readonly citeStructure: readonly object[];
  readonly units: readonly Unit[];
}

/** Trees without a unit are left out. */
export function treesOf(root: XmlElement): readonly Tree[] {
  const text = root.children.find((c): c is XmlElement => c.type === 'element' && c.name === 'text');
  if (text === undefined) return [];
  const trees: Tree[] = [
    {
      description: 'Divisions and paragraphs',
      citeStructure: [structure('division', structure('paragraph')), structure('paragraph')],
      units: passages(text),
    },
    {
      identifier: utteranceTree,
      description: 'What was said, in order',
      citeStructure: [structure('utterance')],
      units: utterances(text, root),
    },
  ];
  return trees.filter((tree, index) => index === 0 || tree.units.length > 0);
}

function structure(citeType: string, ...inner: readonly object[]): object {
  return { '@type': 'CiteStructure', citeType, ...(inner.length > 0 && { citeStructure: inner }) };
}

/** The outermost divisions that have an id, and every paragraph that has one. */
function passages(text: XmlElement): readonly Unit[] {
  const units: Unit[] = [];
  const visit = (element: XmlElement, division: string | null): void => {
    const id = attribute(element, 'xml:id');
    let inside = division;
    if (element.name === 'div' && id !== undefined && division === null) {
      units.push({ identifier: id, level: 1, parent: null, citeType: 'division', element });
      inside = id;
    } else if (element.name === 'p' && id !== undefined) {
      const level = division === null ? 1 : 2;
      units.push({ identifier: id, level, parent: division, citeType: 'paragraph', element });
    }
    for (const child of element.children) if (child.type === 'element') visit(child, inside);
  };
  visit(text, null);
  return units;
}

function utterances(text: XmlElement, root: XmlElement): readonly Unit[] {
  const ids = elementsById(root);
  return [...elementsOf(text)].flatMap((element): readonly Unit[] => {
    const identifier = attribute(element, 'xml:id');
    if (identifier === undefined || !['said', 'sp'].includes(element.name)) return [];
    const who = ids.get(tokens(element, 'who')[0]?.slice(1) ?? '');
    const speaker = who && nameOf(who);
    return [
      { identifier, level: 1, parent: null, citeType: 'utterance', ...(speaker && { speaker }), element },
    ];
  });
}

function nameOf(entity: XmlElement): string | undefined {
  const name = entity.children.find((c): c is XmlElement => c.type === 'element' && /Name$/.test(c.name));
  return name && textOf(name).replace(/\s+/g, ' ').trim();
}

/** The language of an element, by the nearest `xml:lang`. */
export function languageOf(element: XmlElement): string | undefined {
  for (let e: XmlElement | undefined = element; e; e = e.parent) {
    const language = attribute(e, 'xml:lang');
    if (language !== undefined) return language;
  }
  return undefined;
}
