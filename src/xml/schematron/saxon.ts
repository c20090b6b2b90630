/**
 * SaxonJS as it is used here. A style sheet runs compiled (SEF, made by the compiler of the xslt3 package), or, where
 * there is none, from its text by `fn:transform`, which compiles it for each document anew.
 */
import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A document of SaxonJS. */
export type SaxonDocument = object;

interface Saxon {
  transform(options: object, execution: 'sync'): { readonly principalResult: unknown };
  getPlatform(): { parseXmlFromString(xml: string): SaxonDocument & { _saxonBaseUri?: string } };
  readonly XPath: {
    evaluate(xpath: string, context: unknown, options: object): unknown;
  };
}

let saxon: Saxon | undefined;

/** It takes about half a second to load: whoever has no Schematron does not load it. */
function loadSaxon(): Saxon {
  saxon ??= createRequire(import.meta.url)('saxon-js') as Saxon;
  return saxon;
}

/** @param uri where the document is: what `doc('other.xml')` is relative to */
export function parseForSaxon(xml: string, uri: string | undefined): SaxonDocument {
  const document = loadSaxon()
    .getPlatform()
    .parseXmlFromString(xml.replace(/^\uFEFF/, ''));
  if (uri !== undefined) document._saxonBaseUri = address(uri);
  return document;
}

/** What the style sheet gives back, as text. */
export function runCompiled(
  sef: object,
  document: SaxonDocument,
  active: readonly number[],
  namespace: string,
): string {
  const { principalResult } = loadSaxon().transform(
    {
      stylesheetInternal: sef,
      sourceNode: document,
      destination: 'serialized',
      stylesheetParams: {
        [`Q{${namespace}}active`]: [...active],
      },
      deliverResultDocument: () => ({ destination: 'serialized', save: () => {} }),
      deliverMessage: () => {},
    },
    'sync',
  );
  return String(principalResult ?? '');
}

const transformation = `transform(map {
  'stylesheet-text': $xslt, 'stylesheet-base-uri': $uri, 'source-node': $document, 'delivery-format': 'serialized',
  'stylesheet-params': map { QName($namespace, 'active'): $active }
})?output`;

export function runText(
  xslt: string,
  uri: string,
  document: SaxonDocument,
  active: readonly number[],
  namespace: string,
): string {
  const params = { xslt, uri: address(uri), document, active: [...active], namespace };
  return String(loadSaxon().XPath.evaluate(transformation, [], { params }) ?? '');
}

/** A path as an address; what is an address already stays. */
function address(uri: string): string {
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(uri)) return uri;
  return isAbsolute(uri) ? pathToFileURL(uri).href : `file:///${encodeURI(uri)}`;
}
