/** The same style sheets twice: run by SaxonJS, which is the reference, and compiled to JavaScript. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileStylesheet, loadStylesheet } from './compile/index.js';
import { documentOf } from './runtime/tree.js';

const lib = (path) => import(new URL(`../../lib/${path}`, import.meta.url).href);
const { withDigest } = await lib('transform/digest/index.js');
const { parameters } = await lib('transform/parameters.js');
const { wordMap } = await lib('transform/stylesheet.js');
const { wordsFor } = await lib('transform/words/index.js');
const { parseXml } = await lib('xml/tree.js');
const saxon = createRequire(import.meta.url)('saxon-js');

export const outputs = { edition: 'html text jsonld bibtex ris csl', flow: '' };

const sefs = new Map();
export function sefOf(name) {
  if (!sefs.has(name)) {
    const file = new URL(`../../lib/xslt/${name}.sef.json`, import.meta.url);
    sefs.set(name, JSON.parse(readFileSync(file, 'utf8')));
  }
  return sefs.get(name);
}

const compiled = new Map();
export function compiledOf(name) {
  if (!compiled.has(name))
    compiled.set(
      name,
      loadStylesheet(`${compileStylesheet(sefOf(name))}\n//# sourceURL=${name}.compiled.js`),
    );
  return compiled.get(name);
}

/** What the style sheets get: the TEI with its digest, as `src/transform/index.ts` hands it over. */
export const digested = (tei, file, context) => withDigest(tei, file, context.settings.language);

/** @param alone nothing is said of the files beside it, as where one edition alone is asked for */
export function parametersOf(id, context, wanted, alone = false) {
  const files = alone
    ? []
    : [
        { format: 'html', path: 'index.html', mediaType: 'text/html' },
        { format: 'text', path: `${id}.txt`, mediaType: 'text/plain' },
        { format: 'source', path: 'source.html', mediaType: 'text/html' },
        { format: 'tei', path: `${id}.xml`, mediaType: 'application/tei+xml' },
        { format: 'jsonld', path: `${id}.jsonld`, mediaType: 'application/ld+json' },
      ];
  return { ...parameters(id, files, context), outputs: wanted };
}

/** Results by the name of the format; throws what the sheet throws. */
export function bySaxon(name, xml, given, language) {
  const results = new Map();
  saxon.transform({
    stylesheetInternal: sefOf(name),
    sourceText: xml,
    destination: 'serialized',
    stylesheetParams: { ...given, words: wordMap(language) },
    deliverResultDocument: () => ({
      destination: 'serialized',
      save: (uri, text) => void results.set(uri.split('/').at(-1) ?? uri, text),
    }),
    deliverMessage: () => {},
  });
  return results;
}

const wordMaps = new Map();
const wordsOf = (language) => {
  if (!wordMaps.has(language)) wordMaps.set(language, new Map(Object.entries(wordsFor(language))));
  return wordMaps.get(language);
};

export const rootOf = (xml) => parseXml(xml, 'document').root;
export const treeOf = (xml) => documentOf(rootOf(xml));

export function byCompiled(name, document, given, language) {
  return compiledOf(name).run(document, { ...given, words: wordsOf(language) });
}
