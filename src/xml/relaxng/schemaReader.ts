/**
 * Reads a schema in the XML syntax into a tree without annotations: RELAX NG 1.0, sections 4.1 (annotations),
 * 4.2 (white space), 4.3 (datatypeLibrary) and the part of 4.5 that concerns xml:base.
 */
import { SaxesParser } from 'saxes';
import { RelaxNgError } from './errors.ts';
import { isWhiteSpace, normalizeWhiteSpace, RELAXNG_NAMESPACE, XML_NAMESPACE } from './names.ts';
import { type Namespaces, NO_NAMESPACES, namespacesInScope } from './namespaces.ts';
import type { SchemaElement } from './schemaElement.ts';
import { isDatatypeLibrary, resolveUri } from './uri.ts';

/** 4.2: white space around the values of these attributes does not count. */
const TRIMMED = new Set(['name', 'type', 'combine']);

/**
 * The root element of a schema, its grammar still to be checked (syntax.ts).
 * @throws RelaxNgError if the text is not well-formed or its root is not of the RELAX NG namespace
 */
export function readSchemaElement(text: string, uri: string): SchemaElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: SchemaElement[] = [];
  let root: SchemaElement | undefined;
  const scopes: Namespaces[] = [NO_NAMESPACES];
  /** How deep we are inside an annotation element. */
  let foreign = 0;
  const fail = (message: string): never => {
    throw new RelaxNgError(message, { uri, line: parser.line, column: parser.column + 1 });
  };

  parser.on('error', (error) => fail(`not well-formed: ${error.message.replace(/^\d+:\d+: /, '')}`));
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    tag.ns = namespacesInScope(tag.ns, scopes.at(-1)!);
    scopes.push(tag.ns);
    if (foreign > 0) {
      foreign++;
      return;
    }
    if (tag.uri !== RELAXNG_NAMESPACE) {
      if (!parent) fail(`the element "${tag.name}" is not in the namespace ${RELAXNG_NAMESPACE}`);
      parent!.annotated = true;
      foreign = 1;
      return;
    }
    const attributes = new Map<string, string>();
    let datatypeLibrary = parent?.datatypeLibrary ?? '';
    let base = parent?.base ?? uri;
    for (const { uri: namespace, local, value } of Object.values(tag.attributes)) {
      if (namespace === RELAXNG_NAMESPACE) fail(`the attribute "${local}" must have no namespace`);
      if (namespace === XML_NAMESPACE && local === 'base') base = resolveUri(base, value);
      if (namespace !== '') continue;
      if (local === 'datatypeLibrary') {
        if (!isDatatypeLibrary(value)) fail(`datatypeLibrary "${value}" is no absolute URI without fragment`);
        datatypeLibrary = value;
      }
      attributes.set(local, TRIMMED.has(local) ? normalizeWhiteSpace(value) : value);
    }
    const element: SchemaElement = {
      name: tag.local,
      attributes,
      children: [],
      text: '',
      datatypeLibrary,
      base,
      prefixes: tag.ns,
      annotated: false,
      uri,
      line: parser.line,
      column: parser.column + 1,
    };
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on('closetag', () => {
    scopes.pop();
    if (foreign > 0) foreign--;
    else open.pop();
  });
  const addText = (value: string): void => {
    const element = open.at(-1);
    if (!element || foreign > 0) return;
    if (element.name === 'value' || element.name === 'param' || element.name === 'name')
      element.text += value;
    else if (!isWhiteSpace(value)) fail(`text is not allowed in the element "${element.name}"`);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return root ?? fail('there is no root element');
}
