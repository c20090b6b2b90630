/** Who wrote to whom, when and from where, as `correspDesc` has it: for letter indexes and the edition's own graph. */
import { attribute, childElements, textOf, tokens, type XmlElement } from '../../xml/tree.ts';

export interface Correspondence {
  readonly actions: readonly Transmission[];
  /** Languages that the header names, the text's own first. */
  readonly languages: readonly string[];
  readonly holder?: string;
}

export interface Transmission {
  /** sent, received, action, forwarded … */
  readonly type: string;
  /** Has a copy only. */
  readonly copy?: boolean;
  readonly agents: readonly Party[];
  readonly places: readonly Party[];
  /** ISO; the time of day with its offset where the TEI has one. */
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
  /** The date or its zone is the encoder's inference. */
  readonly conjecture?: boolean;
}

export interface Party {
  readonly name: string;
  readonly kind: 'person' | 'office' | 'org' | 'place';
  /** Entry of the edition's register. */
  readonly register?: string;
}

/**
 * In: the elements of a TEI in document order, and those with an id. Out: plain data, nothing where the header has no
 * correspondence.
 */
export function correspondenceOf(
  elements: readonly XmlElement[],
  ids: ReadonlyMap<string, XmlElement>,
): Correspondence {
  const actions = elements.filter((e) => e.name === 'correspAction').map((e) => transmission(e, ids));
  const text = elements.find((e) => e.name === 'text');
  const own = text && (attribute(text, 'xml:lang') ?? (text.parent && attribute(text.parent, 'xml:lang')));
  const named = elements.filter((e) => e.name === 'language').flatMap((e) => attribute(e, 'ident') ?? []);
  const holder = elements.find(
    (e) => ['institution', 'repository'].includes(e.name) && e.parent?.name === 'msIdentifier',
  );
  return {
    actions,
    languages: [...new Set([...(own ? [own] : []), ...named])],
    ...(holder && { holder: words(holder) }),
  };
}

const kinds: Readonly<Record<string, Party['kind']>> = {
  persName: 'person',
  name: 'person',
  rs: 'person',
  roleName: 'office',
  orgName: 'org',
  placeName: 'place',
};

function transmission(action: XmlElement, ids: ReadonlyMap<string, XmlElement>): Transmission {
  const parties = childElements(action).flatMap((e): readonly Party[] => {
    const kind = kinds[e.name];
    return kind === undefined ? [] : [party(e, kind, ids)];
  });
  const date = childElements(action, 'date')[0];
  const value = (name: string): Record<string, string> => {
    const found = date && attribute(date, name);
    return found === undefined ? {} : { [name]: found };
  };
  const conjecture =
    date !== undefined &&
    (attribute(date, 'evidence') === 'conjecture' || tokens(date, 'ana').includes('#r.date.zone-of-place'));
  return {
    type: attribute(action, 'type') ?? 'transmission',
    ...(attribute(action, 'subtype') === 'cc' && { copy: true }),
    agents: parties.filter((p) => p.kind !== 'place'),
    places: parties.filter((p) => p.kind === 'place'),
    ...value('when'),
    ...(date && attribute(date, 'when') === undefined && { ...value('from'), ...value('to') }),
    ...(conjecture && { conjecture }),
  };
}

function party(element: XmlElement, kind: Party['kind'], ids: ReadonlyMap<string, XmlElement>): Party {
  const entity = ids.get(tokens(element, 'ref')[0]?.replace(/^#/, '') ?? '');
  const register =
    entity &&
    tokens(entity, 'sameAs')
      .find((t) => t.startsWith('reg:'))
      ?.slice(4);
  return { name: words(element), kind, ...(register && { register }) };
}

function words(element: XmlElement): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}
