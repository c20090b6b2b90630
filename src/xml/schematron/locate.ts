/** From a path as XPath's `path()` writes it to the place in our tree: SaxonJS knows no lines. */
import { isElement, type XmlElement } from '../tree.ts';

export interface Located {
  readonly element: XmlElement;
  /** Name of the attribute as written, where the path leads to one. */
  readonly attribute?: string;
}

const step =
  /\/(?:(@)?(?:Q\{([^}]*)\})?([^/[\]@{}()]+)(?:\[(\d+)\])?|(?:text|comment|processing-instruction)\([^)]*\)(?:\[\d+\])?)/gy;

/** The element that a path leads to or into; the root for `/`; nothing where the path is of another document. */
export function locate(root: XmlElement, path: string): Located | undefined {
  let element: XmlElement | undefined;
  step.lastIndex = 0;
  while (step.lastIndex < path.length) {
    const match = step.exec(path);
    if (!match) break;
    const [, isAttribute, uri = '', name, position] = match;
    if (name === undefined) break;
    if (isAttribute) {
      const found = (element ?? root).attributes.find((a) => a.local === name && a.uri === uri);
      return { element: element ?? root, ...(found ? { attribute: found.name } : {}) };
    }
    const next = element ? child(element, uri, name, Number(position ?? 1)) : rootNamed(root, uri, name);
    if (!next) return element ? { element } : undefined;
    element = next;
  }
  return { element: element ?? root };
}

function rootNamed(root: XmlElement, uri: string, name: string): XmlElement | undefined {
  return root.uri === uri && root.name === name ? root : undefined;
}

function child(element: XmlElement, uri: string, name: string, position: number): XmlElement | undefined {
  let count = 0;
  for (const c of element.children) {
    if (isElement(c) && c.name === name && c.uri === uri && ++count === position) return c;
  }
  return undefined;
}

/** Local names of the elements, and of the attributes as `@name`: which patterns can have something to do. */
export function namesIn(root: XmlElement): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (element: XmlElement): void => {
    names.add(element.name);
    for (const a of element.attributes) names.add(`@${a.local}`);
    for (const c of element.children) if (isElement(c)) visit(c);
  };
  visit(root);
  return names;
}
