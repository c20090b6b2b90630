/**
 * What the archive says of the document in the description of the file: each assertion with its words, rule and
 * certainty. Nothing in the text leads to these, so they stand with the source they were taken from.
 */

import { wordFor } from '../../words/index.ts';
import { attribute, elementsOf, type XmlElement } from '../../xml/tree.ts';
import { entityIds } from '../digest/entities.ts';
import { type Assertion, asserts, Evidence, isOfRecord } from '../digest/evidence.ts';
import { assertedBy, kindOf, type Naming } from '../digest/names.ts';
import { escaped } from '../digest/write.ts';

/** A section of the page; nothing where the archive says nothing. */
export function recordSection(root: XmlElement, naming: Naming): string {
  const evidence = new Evidence(entityIds(root));
  for (const element of elementsOf(root)) if (asserts(element)) evidence.add(element);
  const entries = [...evidence.assertions.values()].filter(isOfRecord);
  if (entries.length === 0) return '';
  return `<section class="back" aria-labelledby="record"><h2 id="record">${naming.words['record-evidence']}</h2><ol class="cards evidence">
${entries.map((entry) => entryOf(entry, naming)).join('\n')}
</ol></section>
`;
}

function entryOf(assertion: Assertion, naming: Naming): string {
  const { element, id, rules } = assertion;
  const { words } = naming;
  const asserted = assertedBy(element, naming);
  const quoted = [...assertion.words].filter((w) => w !== '' && w !== asserted);
  const certainty = attribute(element, 'cert') ?? 'unknown';
  const sure =
    certainty === 'high'
      ? ''
      : `<b class="${escaped(certainty)}">${words.certainty} ${escaped(wordFor(words, `cert.${certainty}`))}</b> `;
  const by = rules.map((rule) => `<a href="#r.${escaped(rule)}">${escaped(rule)}</a>`).join(' ');
  const said = [escaped(asserted), quoted.map((w) => `<q>${escaped(w)}</q>`).join(' · ')].filter(Boolean);
  return `<li id="${id}"><p><b>${escaped(kindOf(element, naming))}</b> ${said.join(' ')}</p> <small>${sure}${by}</small></li>`;
}
