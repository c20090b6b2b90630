/**
 * What an annotation says: motivation and bodies after the W3C's model (3.3.5 and appendix), by the kind of element;
 * rule and certainty in terms of our own, for the model has none.
 */
import { lengthsOf } from '../../xml/lengths.ts';
import { attribute, closest, textOf, tokens, type XmlElement } from '../../xml/tree.ts';

interface Description {
  readonly motivation: string;
  readonly body: readonly object[];
}

export function describe(
  element: XmlElement,
  base: string,
  ids: ReadonlyMap<string, XmlElement>,
): Record<string, unknown> {
  const { motivation, body } = saying(element, base, ids);
  const rules = tokens(element, 'ana').filter((t) => t.startsWith('#r.'));
  const responsible = tokens(element, 'resp');
  const people = responsible.filter((r) => r !== '#chancery');
  return {
    motivation,
    // A person has written or reviewed it: then it is theirs.
    ...(people.length > 0 && { creator: creators(people, base, ids) }),
    ...(responsible.includes('#chancery') && { generator: `${base}#this.software` }),
    body: body.length === 1 ? body[0] : body,
    'chancery:certainty': attribute(element, 'cert') ?? 'unknown',
    ...(rules.length > 0 && { 'chancery:rule': rules.map((rule) => ({ id: base + rule })) }),
  };
}

function creators(
  people: readonly string[],
  base: string,
  ids: ReadonlyMap<string, XmlElement>,
): readonly object[] {
  return people.map((pointer) => {
    const who = ids.get(pointer.slice(1));
    return {
      id: pointer.startsWith('#') ? base + pointer : pointer,
      type: 'Person',
      name: (who && nameIn(who)) ?? pointer.replace(/^#/, ''),
    };
  });
}

function nameIn(statement: XmlElement): string | undefined {
  const named = statement.children.find((c) => c.type === 'element' && /^(?:pers|org)?[nN]ame$/.test(c.name));
  return named?.type === 'element' ? textOf(named).replace(/\s+/g, ' ').trim() : undefined;
}

function saying(element: XmlElement, base: string, ids: ReadonlyMap<string, XmlElement>): Description {
  const { name } = element;
  if (name === 'said' || name === 'sp') {
    const id = attribute(element, 'xml:id');
    const kind =
      name === 'sp'
        ? 'turn to speak'
        : attribute(element, 'direct') === 'false'
          ? 'reported speech'
          : 'direct speech';
    return {
      motivation: 'linking',
      body: [...(id === undefined ? [] : [resource(`${base}#${id}`, 'linking')]), tag(kind)],
    };
  }
  if (name === 'note') return { motivation: 'commenting', body: [text(element, 'commenting')] };
  const value = dateOf(element);
  if (value !== undefined) {
    const described = { type: 'TextualBody', value, format: 'text/plain', purpose: 'describing' };
    return { motivation: 'describing', body: [described, tag(kindOf(element))] };
  }
  const categories = tokens(element, 'ana').filter((t) => isCategory(ids.get(t.slice(1))));
  if (categories.length > 0) {
    const body = categories.map((t) => resource(base + t, 'classifying'));
    return { motivation: 'classifying', body: [...body, tag(kindOf(element))] };
  }
  const entities = ['ref', 'target', 'who']
    .flatMap((key) => tokens(element, key))
    .filter((t) => t.startsWith('#') && ids.has(t.slice(1)));
  if (entities.length > 0) {
    const body = [...new Set(entities)].map((t) => resource(base + t, 'identifying'));
    return { motivation: 'identifying', body: [...body, tag(kindOf(element))] };
  }
  return { motivation: 'tagging', body: [tag(kindOf(element))] };
}

const resource = (source: string, purpose: string): object => ({ type: 'SpecificResource', source, purpose });

const tag = (value: string): object => ({ type: 'TextualBody', value, purpose: 'tagging' });

function text(element: XmlElement, purpose: string): object {
  return {
    type: 'TextualBody',
    value: textOf(element).replace(/\s+/g, ' ').trim(),
    format: 'text/plain',
    purpose,
  };
}

/** ISO 8601, as in the attributes: one value, or start and end. */
function dateOf(element: XmlElement): string | undefined {
  if (!['date', 'time'].includes(element.name)) return undefined;
  const one = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => attribute(element, key)).find((v) => v !== undefined);
  const when = one('when', 'when-iso');
  if (when !== undefined) return when;
  const start = one('from', 'notBefore', 'from-iso', 'notBefore-iso');
  const end = one('to', 'notAfter', 'to-iso', 'notAfter-iso');
  if (start !== undefined || end !== undefined) return `${start ?? '..'}/${end ?? '..'}`;
  return one('dur', 'dur-iso') ?? lengthsOf(element);
}

const kinds: Readonly<Record<string, string>> = {
  persName: 'person',
  placeName: 'place',
  orgName: 'organisation',
  roleName: 'office',
  ref: 'document',
  correspAction: 'transmission',
  soCalled: 'words at a distance',
  mentioned: 'words mentioned',
  sic: 'likely slip',
  q: 'words in quotation marks',
  quote: 'quotation',
  idno: 'number',
};

/** `seg type="classification"` says itself what it is; a name says it by its element. */
function kindOf(element: XmlElement): string {
  const type = attribute(element, 'type');
  if (['rs', 'seg', 'idno', 'ref', 'correspAction'].includes(element.name) && type !== undefined)
    return element.name === 'correspAction' ? `${kinds.correspAction}: ${type}` : type;
  if (element.name === 'date' && type === 'duration') return type;
  return kinds[element.name] ?? element.name;
}

/** A category of the document's own schemes, other than a rule. */
function isCategory(element: XmlElement | undefined): boolean {
  if (element?.name !== 'category') return false;
  const scheme = closest(element, 'taxonomy');
  return scheme !== undefined && attribute(scheme, 'xml:id') !== 'rules';
}
