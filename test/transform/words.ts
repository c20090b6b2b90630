/** The words of a TEI and of its editions, to be held against each other. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { attribute, parseXml, type XmlElement } from '../../src/xml/tree.ts';

const editorial = new Set(['corr', 'reg', 'expan', 'supplied', 'ex', 'desc', 'figDesc', 'certainty']);

/** The words of the source in `text`: what an editor added is left out. */
export function sourceWords(tei: string): string {
  const { root, diagnostics } = parseXml(tei, 'test.xml');
  if (root === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  const text = root.children.find((c): c is XmlElement => c.type === 'element' && c.name === 'text');
  if (text === undefined) throw new Error('no text');
  const walk = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (child.type === 'text') return child.value;
        if (child.type !== 'element' || editorial.has(child.name)) return '';
        const own =
          child.name !== 'note' ||
          attribute(child, 'place') ||
          attribute(child, 'source')?.startsWith('src:');
        return own ? walk(child) : '';
      })
      .join('');
  return walk(text);
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

export function attributeOf(node: Element, name: string): string | undefined {
  return node.attrs.find((a) => a.name === name)?.value;
}

export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return found;
}

/** Classes that stand alone on what the edition adds; the source's own elements have others, or others besides. */
const ownClasses = new Set(['added', 'anchor', 'counterpart', 'mark', 'vh', 'who']);

/** The words of the document in a page: its section without what the edition adds (docs/pages.md has the rule). */
export function pageWords(html: string): string {
  const section = elementsOf(html).find((e) => attributeOf(e, 'id') === 'sec-text');
  if (section === undefined) throw new Error('no text on the page');
  const walk = (node: Node): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
    if ('tagName' in node && attributeOf(node, 'data-added') !== undefined) return '';
    if ('tagName' in node && ownClasses.has(attributeOf(node, 'class') ?? '')) return '';
    return 'childNodes' in node ? node.childNodes.map(walk).join('') : '';
  };
  return walk(section);
}

/** The words between the two lines of = of a plain-text edition, without what stands in ⟦ ⟧. */
export function textWords(text: string): string {
  return (text.split(/^={72}$/m)[1] ?? '').replace(/⟦[^⟧]*⟧/g, '');
}

/** Runs of blanks and line ends as one; no-break spaces stay. */
export function normal(words: string): string {
  return words.replace(/[ \t\r\n]+/g, ' ').trim();
}

/** Nothing but the characters that are no white space: for texts whose blanks the layout makes. */
export function bare(words: string): string {
  return words.replace(/[ \t\r\n]+/g, '');
}
