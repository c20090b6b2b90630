/**
 * Schema files as a tree of Schematron elements, text, and elements of other vocabularies kept as they are written:
 * what is passed on to the query language must not lose its prefixes.
 */
import { isElement, parseXml, type XmlElement } from '../tree.ts';
import { type SchemaPlace, SchematronError } from './model.ts';

const schematronNamespaces = [
  'http://purl.oclc.org/dsdl/schematron',
  'http://www.ascc.net/xml/schematron',
] as const;
export const xsltNamespace = 'http://www.w3.org/1999/XSL/Transform';
const rngNamespace = 'http://relaxng.org/ns/structure/1.0';

export interface SchNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SchNode | Foreign | string)[];
  readonly place: SchemaPlace;
}

export interface Foreign {
  readonly uri: string;
  readonly local: string;
  readonly xml: string;
  readonly place: SchemaPlace;
}

/** Gives the text of a file by its address; throws if it may not be read. */
export type Resolver = (uri: string) => string;

export const isNode = (child: SchNode | Foreign | string): child is SchNode =>
  typeof child !== 'string' && 'name' in child;
export const isForeign = (child: SchNode | Foreign | string): child is Foreign =>
  typeof child !== 'string' && 'xml' in child;

/** A file: its root element if that is Schematron; otherwise the Schematron that is embedded in it (annex on RELAX NG). */
export interface SchFile {
  readonly root?: SchNode;
  /** Outermost Schematron elements, in the order of the document. */
  readonly embedded: readonly SchNode[];
  /** Addresses of RELAX NG files that the file includes. */
  readonly included: readonly string[];
  /** Elements by id, for `file.sch#id`. */
  readonly byId: ReadonlyMap<string, SchNode>;
}

export function readFile(xml: string, uri: string): SchFile {
  const { root, diagnostics } = parseXml(xml, uri);
  if (!root) {
    const fault = diagnostics.find((d) => d.severity === 'error');
    throw new SchematronError(fault?.message ?? 'the file is not XML', {
      uri,
      ...(fault?.position ?? { line: 1, column: 1 }),
    });
  }
  const byId = new Map<string, SchNode>();
  const embedded: SchNode[] = [];
  const included: string[] = [];
  const placeOf = (e: XmlElement): SchemaPlace => ({ uri, line: e.line, column: e.column });

  const node = (e: XmlElement, scope: Scope): SchNode => {
    const inner = scopeOf(e, xml, scope);
    const children: (SchNode | Foreign | string)[] = [];
    for (const child of e.children) {
      if (child.type === 'text') children.push(child.value);
      else if (isElement(child)) {
        children.push(isSchematron(child) ? node(child, inner) : foreign(child, inner));
      }
    }
    const attributes = new Map(e.attributes.map((a) => [a.name, a.value]));
    const made: SchNode = { name: e.name, attributes, children, place: placeOf(e) };
    const id = attributes.get('id') ?? attributes.get('xml:id');
    if (id !== undefined && !byId.has(id)) byId.set(id, made);
    return made;
  };
  const foreign = (e: XmlElement, scope: Scope): Foreign => {
    const declared = scopeOf(e, xml, new Map());
    const missing = [...scope].filter(([prefix]) => !declared.has(prefix));
    const declarations = missing.map(([p, u]) => ` ${p === '' ? 'xmlns' : `xmlns:${p}`}="${u}"`).join('');
    const written = xml.slice(e.offset, e.end);
    const nameEnd = /^<[^\s/>]+/.exec(written)?.[0].length ?? 0;
    return {
      uri: e.uri,
      local: e.name,
      xml: oneLine(written.slice(0, nameEnd) + declarations + written.slice(nameEnd)),
      place: placeOf(e),
    };
  };
  const search = (e: XmlElement, scope: Scope): void => {
    if (isSchematron(e)) {
      embedded.push(node(e, scope));
      return;
    }
    if (e.uri === rngNamespace && (e.name === 'include' || e.name === 'externalRef')) {
      const href = e.attributes.find((a) => a.name === 'href')?.value;
      if (href !== undefined) included.push(href);
    }
    const inner = scopeOf(e, xml, scope);
    for (const child of e.children) if (isElement(child)) search(child, inner);
  };

  if (isSchematron(root)) return { root: node(root, new Map()), embedded: [], included: [], byId };
  search(root, new Map());
  return { embedded, included, byId };
}

function isSchematron(e: XmlElement): boolean {
  return (schematronNamespaces as readonly string[]).includes(e.uri);
}

type Scope = ReadonlyMap<string, string>;

/** Namespace declarations as they are written: prefix to URI, references unresolved. */
function scopeOf(e: XmlElement, xml: string, outer: Scope): Scope {
  const tag = xml.slice(e.offset, e.contentOffset);
  if (!tag.includes('xmlns')) return outer;
  const scope = new Map(outer);
  for (const [, prefix = '', double, single] of tag.matchAll(
    /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    scope.set(prefix, (double ?? single ?? '').replaceAll('"', '&quot;'));
  }
  return scope;
}

/** Each construct takes one line of the style sheet, so that its errors can be led back. Line ends in text stay. */
function oneLine(xml: string): string {
  return xml.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, (tag) => tag.replace(/\s*[\r\n]\s*/g, ' '));
}
