/**
 * A light tree of an XML file that remembers where everything stands: for the checks, the audit and whoever
 * reads TEI. Text is kept character by character; nothing is trimmed, merged or expanded.
 */
import type { Diagnostic, Position } from '../diagnostic.ts';
import { type ScannedAttribute, type ScannedStart, type ScannedText, scanXml } from './scan.ts';

export const teiNamespace = 'http://www.tei-c.org/ns/1.0';
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

export type XmlAttribute = ScannedAttribute;

export interface XmlElement extends Position {
  readonly type: 'element';
  /** Local name. */
  readonly name: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlNode[];
  /** Absent for the root. */
  readonly parent: XmlElement | undefined;
  /** Place of `<` in the text, in UTF-16 code units. */
  readonly offset: number;
  /** Place after the start tag. */
  readonly contentOffset: number;
  /** Place after the end tag. */
  end: number;
}

export interface XmlText extends Position {
  readonly type: 'text';
  /** References resolved, line ends as U+000A. */
  readonly value: string;
  readonly parent: XmlElement;
  readonly offset: number;
  /** Differs from `offset + value.length` where references, CDATA or CR stand in the text as written. */
  readonly end: number;
}

export interface XmlComment extends Position {
  readonly type: 'comment';
  readonly value: string;
  readonly parent: XmlElement;
  readonly offset: number;
  readonly end: number;
}

export interface XmlInstruction extends Position {
  readonly type: 'instruction';
  readonly target: string;
  readonly value: string;
  readonly parent: XmlElement;
  readonly offset: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction;

/** Listens while the tree is built: a grammar checked in the same pass. */
export interface XmlListener {
  startElement?(start: ScannedStart): void;
  text?(text: ScannedText): void;
  endElement?(name: string, uri: string, place: Position): void;
}

export interface ParsedXml {
  /** Absent if the XML is not sound; then the diagnostics say why. */
  readonly root?: XmlElement;
  readonly diagnostics: readonly Diagnostic[];
}

let latest: { readonly xml: string; readonly parsed: ParsedXml } | undefined;

/**
 * XML text to its tree. Comments and instructions outside the root are not kept.
 *
 * The tree of the text that was read last is kept, if nothing was found in it: audit, style sheets, facts and
 * others ask for the same document one after the other. Nobody changes a tree.
 */
export function parseXml(xml: string, file: string, listener?: XmlListener): ParsedXml {
  if (listener === undefined && latest?.xml === xml) return latest.parsed;
  const parsed = readTree(xml, file, listener);
  if (parsed.diagnostics.length === 0) latest = { xml, parsed };
  return parsed;
}

function readTree(xml: string, file: string, listener: XmlListener | undefined): ParsedXml {
  let root: XmlElement | undefined;
  let current: XmlElement | undefined;
  const diagnostics = scanXml(xml, file, {
    startElement(start) {
      // Spelt out, for an object made by spreading is slower to make and to read.
      const element: XmlElement = {
        type: 'element',
        name: start.name,
        prefix: start.prefix,
        uri: start.uri,
        attributes: start.attributes,
        children: [],
        parent: current,
        line: start.line,
        column: start.column,
        offset: start.offset,
        contentOffset: start.contentOffset,
        end: start.contentOffset,
      };
      if (current) current.children.push(element);
      else root ??= element;
      current = element;
      listener?.startElement?.(start);
    },
    text(text) {
      if (!current) return;
      const { value, line, column, offset, end } = text;
      current.children.push({ type: 'text', value, parent: current, line, column, offset, end });
      listener?.text?.(text);
    },
    comment(comment) {
      current?.children.push({ type: 'comment', ...comment, parent: current });
    },
    instruction(target, body) {
      current?.children.push({ type: 'instruction', target, ...body, parent: current });
    },
    endElement(name, uri, place) {
      if (current) current.end = place.end;
      listener?.endElement?.(name, uri, place);
      current = current?.parent;
    },
  });
  if (root === undefined || diagnostics.some((d) => d.severity === 'error')) return { diagnostics };
  return { root, diagnostics };
}

// ---------------------------------------------------------------- finding one's way

/** Value of an attribute by its name as written: `who`, `xml:id`. */
export function attribute(element: XmlElement, name: string): string | undefined {
  for (const a of element.attributes) if (a.name === name) return a.value;
  return undefined;
}

/** The white-space separated values of an attribute: pointers, categories. */
export function tokens(element: XmlElement, name: string): readonly string[] {
  const value = attribute(element, name)?.trim();
  return value ? value.split(/\s+/) : [];
}

export function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'element';
}

/** Child elements, all or those of a name. */
export function childElements(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (c): c is XmlElement => isElement(c) && (name === undefined || c.name === name),
  );
}

/** The element itself and all inside it, in document order. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  // A stack of one's own: generators inside one another cost a step for each level of nesting.
  const due: XmlElement[] = [element];
  for (let next = due.pop(); next; next = due.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i]!;
      if (isElement(child)) due.push(child);
    }
  }
}

/** All text nodes inside, in document order. */
export function* textsOf(element: XmlElement): Generator<XmlText> {
  const due: XmlNode[] = [element];
  for (let next = due.pop(); next; next = due.pop()) {
    if (next.type === 'text') yield next;
    else if (next.type === 'element')
      for (let i = next.children.length - 1; i >= 0; i--) due.push(next.children[i]!);
  }
}

/** The text inside, white space as it is. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const piece of textsOf(element)) text += piece.value;
  return text;
}

/** The element and those around it, the innermost first. */
export function* ancestorsOrSelf(element: XmlElement): Generator<XmlElement> {
  for (let e: XmlElement | undefined = element; e; e = e.parent) yield e;
}

/** The nearest element of a name, from here outwards. */
export function closest(element: XmlElement, name: string): XmlElement | undefined {
  for (const e of ancestorsOrSelf(element)) if (e.name === name) return e;
  return undefined;
}

/** `/TEI/text/body/div[1]/p[3]`: numbered where siblings share the name. */
export function elementPath(element: XmlElement): string {
  const parent = element.parent;
  if (!parent) return `/${written(element)}`;
  const alike = childElements(parent).filter((c) => c.name === element.name && c.uri === element.uri);
  const index = alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
  return `${elementPath(parent)}/${written(element)}${index}`;
}

function written(element: XmlElement): string {
  return element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
}

/** Elements by `xml:id`; of two with one id the first. */
export function elementsById(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const ids = new Map<string, XmlElement>();
  for (const element of elementsOf(root)) {
    const id = attribute(element, 'xml:id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
  }
  return ids;
}
