/** The evidence of asserted facts: what is said of what, by which rule, how surely, in which words. */
import { attribute, tokens, type XmlElement } from '../../xml/tree.ts';
import { datedNames, isoValue } from '../digest/dates.ts';
import type { Assertion } from '../digest/evidence.ts';
import { kindOf, responsible } from '../digest/names.ts';
import { ruleInWords, rulesOfAll } from '../digest/write.ts';
import { idOfEntity } from './agents.ts';
import { link, links, type Node, node, object, string, strings } from './members.ts';
import type { Reading } from './reading.ts';

export function evidenceNodes(reading: Reading): readonly Node[] {
  const { digest, naming, categories } = reading;
  const marked = categories.map(idOfEntity);
  return [
    ...rulesOfAll(digest.evidence).map((rule) =>
      object(
        node(`r.${rule}`, 'chancery:Rule'),
        string('schema:name', rule),
        string('schema:description', ruleInWords(rule, naming)),
      ),
    ),
    ...digest.evidence.map((assertion) => assertionNode(assertion, marked, reading)),
  ];
}

function assertionNode(
  { id, element, entity, words, times, rules }: Assertion,
  marked: readonly string[],
  { naming }: Reading,
): Node {
  const own = attribute(element, 'resp') !== '#chancery';
  return object(
    node(id, 'chancery:Assertion'),
    string('chancery:asserts', kindOf(element, naming)),
    link('chancery:identifies', entity),
    datedNames.has(element.name)
      ? string('chancery:value', isoValue(element))
      : links('chancery:value', borne(element, marked)),
    strings('chancery:words', [...words]),
    ['chancery:occurrences', times],
    links(
      'chancery:rule',
      rules.map((rule) => `r.${rule}`),
    ),
    string('chancery:certainty', attribute(element, 'cert') ?? 'unknown'),
    own
      ? string('chancery:responsible', responsible(element, naming))
      : link('prov:wasAttributedTo', 'this.software'),
  );
}

/** The ids of the document's own categories that an analysis names, in the order of the document. */
function borne(element: XmlElement, marked: readonly string[]): readonly string[] {
  const named = tokens(element, 'ana');
  return marked.filter((id) => named.includes(`#${id}`));
}
