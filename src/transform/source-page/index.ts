/**
 * `source.html`: the source as it came, every line of it, and beside each line what it became; then the rules that
 * made the assertions of this document. The proof of fidelity, made visible.
 */

import { vocabularyOf, wordFor } from '../../words/index.ts';
import {
  attribute,
  childElements,
  elementsById,
  elementsOf,
  textOf,
  type XmlElement,
} from '../../xml/tree.ts';
import type { Derivable, Derivation } from '../derivation.ts';
import { becomesLink, normal } from '../digest/elements.ts';
import { placeOf, rulesOf } from '../digest/evidence.ts';
import { kindOf, type Naming, placeName } from '../digest/names.ts';
import { escaped } from '../digest/write.ts';
import { type Line, linesOf } from './lines.ts';
import { recordSection } from './record.ts';

export const sourcePage: Derivation = {
  from: [],
  make: (document) => ({
    artifacts: [{ path: `${document.id}/source.html`, mediaType: 'text/html', content: pageOf(document) }],
  }),
};

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

function pageOf({ root, context }: Derivable): string {
  const { settings } = context;
  const naming: Naming = {
    words: vocabularyOf(context).words,
    language: settings.language,
    byId: elementsById(root()),
  };
  const { words } = naming;
  const title = titleOf(root());
  const address = /^https?:\/\/[^\s<>"]+$/i.test(settings.licence.url ?? '')
    ? settings.licence.url
    : undefined;
  const licenceLink = address === undefined ? '' : `<link rel="license" href="${escaped(address)}">`;
  const name = escaped(settings.licence.name);
  const licence =
    address === undefined ? name : `<a rel="license noreferrer" href="${escaped(address)}">${name}</a>`;
  const rules = rulesIn(root()).map(
    ([rule, does]) =>
      `<div id="r.${escaped(rule)}"><dt><code>${escaped(rule)}</code></dt><dd>${escaped(does)}</dd></div>`,
  );
  return `<!DOCTYPE html><html lang="${vocabularyOf(context).language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer"><meta name="generator" content="Chancery ${escaped(context.version)}">${licenceLink}<meta name="robots" content="noindex">
<title>${escaped(`${words['source-view']} · ${title}`)}</title>
<link rel="stylesheet" href="../assets/edition.css"><link rel="icon" href="../assets/icon.svg" type="image/svg+xml"><link rel="up" href="index.html"></head>
<body><a class="skip" href="#lines">${words['skip-to-text']}</a>
<header class="running"><nav aria-label="${escaped(settings.title)}"><a class="edition" href="../index.html">${escaped(settings.title)}</a><ul class="sections"><li><a href="index.html">${words.document}</a></li><li><a href="../documents/index.html">${words.documents}</a></li><li><a href="../register/index.html">${words.register}</a></li><li><a href="../search.html">${words.search}</a></li><li><a href="../about.html">${words.about}</a></li></ul></nav></header>
<main id="main"><header class="masthead"><p class="kicker">${words['source-view']}</p><h1>${escaped(title)}</h1></header>
<section class="source-lines" aria-labelledby="lines-title"><h2 id="lines-title">${words['source-lines']}</h2><p class="intro">${words['source-intro']}</p>
<ol id="lines" class="lines">
${linesOf(root())
  .map((line, i) => lineOf(line, i + 1, naming))
  .join('\n')}
</ol></section>
${recordSection(root(), naming)}<section class="back" aria-labelledby="rules"><h2 id="rules">${words.rules}</h2><dl class="rules">${rules.join('\n')}</dl></section>
</main>
<footer id="sec-about"><h2>${words['about-here']}</h2><dl><div><dt>${words.licence}</dt><dd>${licence}</dd></div><div><dt>${words.rights}</dt><dd>${escaped(settings.rights)}</dd></div><div><dt>${words['made-with']}</dt><dd>Chancery ${escaped(context.version)}</dd></div></dl></footer></body></html>
`;
}

/** A line, and what its parts became, each once. */
function lineOf(line: Line, n: number, naming: Naming): string {
  const became = new Map<string, string>();
  for (const { text, element } of line) {
    if (text.trim() === '') continue;
    const [label, link] = becameOf(element, naming);
    became.set(label, link);
  }
  const text = line.map((run) => run.text).join('');
  const labels = [...became.values()].join(' · ');
  return `<li id="L${n}"><a class="n" href="#L${n}">${n}</a> <code>${escaped(text)}</code>${labels && ` <span class="became">${labels}</span>`}</li>`;
}

/** What a run became: a place of the text, with the way there, or a part of the archive's page. */
function becameOf(element: XmlElement, naming: Naming): readonly [string, string] {
  const place = placeOf(element);
  if (place !== undefined) {
    const name = placeName(place, naming);
    return [place, `<a href="index.html#${escaped(place)}">${escaped(name)}</a>`];
  }
  for (let e: XmlElement | undefined = element; e; e = e.parent) {
    const furniture = attribute(e, 'type') === 'furniture' ? attribute(e, 'subtype') : undefined;
    if (furniture !== undefined) {
      const label = wordFor(naming.words, `furniture.${furniture}`);
      return [label, `<span class="furniture">${escaped(label)}</span>`];
    }
    if (attribute(e, 'resp') !== undefined || becomesLink(e)) {
      const label = kindOf(e, naming);
      return [label, escaped(label)];
    }
  }
  return ['', escaped(naming.words.between)];
}

function titleOf(root: XmlElement): string {
  for (const element of elementsOf(root)) if (element.name === 'title') return normal(textOf(element));
  return '';
}

/** The rules that the document uses, with what the header says they do. */
function rulesIn(root: XmlElement): readonly (readonly [string, string])[] {
  const described = new Map<string, string>();
  const used = new Set<string>();
  for (const element of elementsOf(root)) {
    const id = element.name === 'category' ? attribute(element, 'xml:id') : undefined;
    const description = childElements(element, 'catDesc')[0];
    if (id?.startsWith('r.') && description) described.set(id.slice(2), normal(textOf(description)));
    for (const rule of rulesOf(element)) used.add(rule);
  }
  return [...new Set([...described.keys(), ...used])].map((rule) => [rule, described.get(rule) ?? '']);
}
