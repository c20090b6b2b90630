/** The digest as XML: what `index.ts` has gathered, in the words of the edition. */

import { wordFor } from '../../words/index.ts';
import { escapeAttribute } from '../../xml/serialise.ts';
import { attribute, childElements, textOf } from '../../xml/tree.ts';
import { datedNames, isoValue } from './dates.ts';
import { localId, normal } from './elements.ts';
import { type Assertion, isOfRecord } from './evidence.ts';
import type { GapsOfReason } from './gaps.ts';
import { assertedBy, kindOf, type Naming, nameOf, placeName, responsible } from './names.ts';

/**
 * @param mentions places of mentions without evidence (an editor's own tags), by entity
 * @param facts of the document as a whole
 */
export function digestXml(
  evidence: readonly Assertion[],
  mentions: ReadonlyMap<string, ReadonlyMap<string, number>>,
  gaps: ReadonlyMap<string, GapsOfReason>,
  facts: Readonly<Record<string, string | undefined>>,
  naming: Naming,
): string {
  const concerning = new Map<string, string[]>([...mentions.keys()].map((id) => [id, []]));
  const written = evidence.map((assertion, at) => {
    const id = `c.${at + 1}`;
    const { entity } = assertion;
    if (entity !== undefined) concerning.set(entity, [...(concerning.get(entity) ?? []), id]);
    return assertionXml(assertion, id, naming);
  });
  const entities = [...concerning].map(([id, refs]) => {
    const about = attributes({ 'xml:id': `c..${id}`, refs: refs.join(' ') || undefined });
    return `<c:entity${about}>${placesXml(mentions.get(id) ?? new Map(), naming)}</c:entity>`;
  });
  const rules = rulesOfAll(evidence).map(
    (rule) => `<c:rule${attributes({ id: rule })}>${escaped(ruleInWords(rule, naming))}</c:rule>`,
  );
  const unseen = [...gaps].map(([reason, { count, places }]) => {
    const label = wordFor(naming.words, ['gap', reason].filter(Boolean).join('.'));
    const about = attributes({ reason, label, passages: counted(naming.words.passages, count) });
    return `<c:gaps${about}>${placesXml(places, naming)}</c:gaps>`;
  });
  return `<c:digest${attributes(facts)}>${unseen.join('')}${written.join('')}${entities.join('')}${rules.join('')}</c:digest>`;
}

function assertionXml(assertion: Assertion, xmlId: string, naming: Naming): string {
  const { element, id, entity, times, places, words, rules } = assertion;
  const certainty = attribute(element, 'cert') ?? 'unknown';
  const seen = [...places.values()].reduce((sum, n) => sum + n, 0);
  const facts = attributes({
    'xml:id': xmlId,
    id,
    kind: kindOf(element, naming),
    asserted: assertedBy(element, naming) || undefined,
    entity,
    furniture: attribute(element, 'type') === 'furniture' ? '' : undefined,
    record: isOfRecord(assertion) ? '' : undefined,
    header: seen < times ? '' : undefined,
    cert: certainty,
    certainty: wordFor(naming.words, `cert.${certainty}`),
    speech: attribute(element, 'who') === undefined ? undefined : '',
    iso: datedNames.has(element.name) ? isoValue(element) : undefined,
    responsible: attribute(element, 'resp') === '#chancery' ? undefined : responsible(element, naming),
    ...anchorOf(element, naming),
  });
  const said = [...words].map((w) => `<c:w>${escaped(w)}</c:w>`).join('');
  const by = rules.map((rule) => `<c:r>${escaped(rule)}</c:r>`).join('');
  return `<c:a${facts}>${placesXml(places, naming)}${said}${by}</c:a>`;
}

/** The event or date that a date was reckoned from. */
function anchorOf(element: Assertion['element'], naming: Naming): Record<string, string | undefined> {
  if (!datedNames.has(element.name)) return {};
  for (const pointer of attribute(element, 'corresp')?.trim().split(/\s+/) ?? []) {
    const anchor = naming.byId.get(localId(pointer) ?? '');
    if (anchor?.name === 'event' || anchor?.name === 'date') {
      return { from: attribute(anchor, 'xml:id'), 'from-name': nameOf(anchor, naming) };
    }
  }
  return {};
}

function placesXml(places: ReadonlyMap<string, number>, naming: Naming): string {
  return [...places]
    .map(([id, n]) => {
      const count = n > 1 ? String(n) : undefined;
      return `<c:at${attributes({ p: id, n: count })}>${escaped(placeName(id, naming))}</c:at>`;
    })
    .join('');
}

/** The rules of all evidence, each once. */
export const rulesOfAll = (evidence: readonly Assertion[]): readonly string[] => [
  ...new Set(evidence.flatMap((assertion) => assertion.rules)),
];

/** What a rule does, from the list of rules in the header. */
export function ruleInWords(rule: string, { byId }: Naming): string {
  const category = byId.get(`r.${rule}`);
  const description = category && childElements(category, 'catDesc')[0];
  return description ? normal(textOf(description)) : '';
}

/** `{n} page|{n} pages`: the form for the number, with the number in it. */
function counted(template: string, n: number): string {
  const [one = '', many = one] = template.split('|');
  return (n === 1 ? one : many).replace('{n}', String(n));
}

/** Text for XML and HTML, in content or in an attribute. */
export const escaped = escapeAttribute;

/** ` name="value"` for each that has one. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  let text = '';
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) text += ` ${name}="${escaped(value)}"`;
  }
  return text;
}
