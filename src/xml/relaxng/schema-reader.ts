/**
 * Reads a schema in the XML syntax into a tree without annotations: RELAX NG 1.0, sections 4.1 (annotations),
 * 4.2 (white space), 4.3 (datatypeLibrary) and the part of 4.5 that concerns xml:base.
 */
import { RelaxNgError } from './errors.ts';
import { isWhiteSpace, normalizeWhiteSpace, RELAXNG_NAMESPACE, XML_NAMESPACE } from './names.ts';
import type { SchemaElement } from './schema-element.ts';
import { isDatatypeLibrary, resolveUri } from './uri.ts';
import { readXmlEvents } from './xml-events.ts';

/** 4.2: white space around the values of these attributes does not count. */
const TRIMMED = new Set(['name', 'type', 'combine']);

/**
 * The root element of a schema, its grammar still to be checked (syntax.ts).
 * @throws RelaxNgError if the text is not well-formed or its root is not of the RELAX NG namespace
 */
export function readSchemaElement(text: string, uri: string): SchemaElement {
  const open: SchemaElement[] = [];
  let root: SchemaElement | undefined;
  /** How deep we are inside an annotation element. */
  let foreign = 0;
  const fail = (message: string, line: number, column: number): never => {
    throw new RelaxNgError(message, { uri, line, column });
  };
  readXmlEvents(
    text,
    {
      startElement(namespace, name, given, line, column, resolvePrefix) {
        const parent = open.at(-1);
        if (foreign > 0) {
          foreign++;
          return;
        }
        if (namespace !== RELAXNG_NAMESPACE) {
          if (!parent)
            fail(`the element "${name}" is not in the namespace ${RELAXNG_NAMESPACE}`, line, column);
          parent!.annotated = true;
          foreign = 1;
          return;
        }
        const attributes = new Map<string, string>();
        let datatypeLibrary = parent?.datatypeLibrary ?? '';
        let base = parent?.base ?? uri;
        for (const { uri: attributeUri, local, value } of given) {
          if (attributeUri === RELAXNG_NAMESPACE)
            fail(`the attribute "${local}" must have no namespace`, line, column);
          if (attributeUri === XML_NAMESPACE && local === 'base') base = resolveUri(base, value);
          if (attributeUri !== '') continue;
          if (local === 'datatypeLibrary') {
            if (!isDatatypeLibrary(value))
              fail(`datatypeLibrary "${value}" is no absolute URI without fragment`, line, column);
            datatypeLibrary = value;
          }
          attributes.set(local, TRIMMED.has(local) ? normalizeWhiteSpace(value) : value);
        }
        const element: SchemaElement = {
          name,
          attributes,
          children: [],
          text: '',
          datatypeLibrary,
          base,
          resolvePrefix,
          annotated: false,
          uri,
          line,
          column,
        };
        if (parent) parent.children.push(element);
        else root = element;
        open.push(element);
      },
      text(value, line, column) {
        const element = open.at(-1);
        if (!element || foreign > 0) return;
        if (element.name === 'value' || element.name === 'param' || element.name === 'name')
          element.text += value;
        else if (!isWhiteSpace(value))
          fail(`text is not allowed in the element "${element.name}"`, line, column);
      },
      endElement() {
        if (foreign > 0) foreign--;
        else open.pop();
      },
    },
    (message, line, column) => fail(`not well-formed: ${message}`, line, column),
  );
  return root ?? fail('there is no root element', 1, 1);
}
