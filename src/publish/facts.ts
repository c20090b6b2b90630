/** What the edition's own pages need to know of a document, read from its TEI. Plain data: it is kept between builds. */
import type { EntityKind } from '../document.ts';
import {
  ancestorsOrSelf,
  attribute,
  childElements,
  elementsById,
  elementsOf,
  parseXml,
  textOf,
  tokens,
  type XmlElement,
} from '../xml/tree.ts';
import { type Correspondence, correspondenceOf } from './linked/correspondence.ts';

export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  /** Telegram, memorandum … */
  readonly kind: string;
  readonly number?: string;
  /** ISO; absent where the document says nothing. */
  readonly date?: string;
  readonly senders: readonly string[];
  readonly addressees: readonly string[];
  readonly place?: string;
  readonly abstract?: string;
  readonly markings: readonly { readonly scheme: string; readonly name: string }[];
  readonly events: readonly {
    readonly type: string;
    readonly when: string;
    readonly what: string;
    readonly inferred: boolean;
  }[];
  readonly entities: readonly EntityFacts[];
  readonly correspondence: Correspondence;
  readonly utterances: number;
  readonly paragraphs: number;
  /** `unreviewed` until a person says otherwise (`revisionDesc/@status`). */
  readonly status: string;
}

export interface EntityFacts {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Entry of the edition's register. */
  readonly register?: string;
  readonly mentions: readonly Mention[];
}

export interface Mention {
  /** Anchor in the document's page. */
  readonly anchor: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A document of the edition: its facts, and what only the build knows. */
export interface PublishedDocument extends DocumentFacts {
  /** Open questions of its report. */
  readonly questions?: number;
}

/** Throws when the TEI is not well-formed; what is published has passed that check before. */
export function factsOf(tei: string, id: string): DocumentFacts {
  const { root } = parseXml(tei, `${id}.xml`);
  if (root === undefined) throw new Error('The TEI is not well-formed.');
  return new Reader(root, id).facts();
}

class Reader {
  private readonly ids: ReadonlyMap<string, XmlElement>;
  private readonly elements: readonly XmlElement[];
  private readonly id: string;

  constructor(root: XmlElement, id: string) {
    this.id = id;
    this.ids = elementsById(root);
    this.elements = [...elementsOf(root)];
  }

  facts(): DocumentFacts {
    const actions = this.all('correspAction');
    const sent = actions.find((a) => attribute(a, 'type') === 'sent');
    const received = actions.find((a) => attribute(a, 'type') === 'received');
    const categories = this.all('catRef').flatMap((ref) =>
      tokens(ref, 'target').flatMap((t) => this.target(t) ?? []),
    );
    const kind = categories.find((c) => schemeOf(c) === 'document-type');
    const number = this.all('idno').find((n) => attribute(n, 'type') === 'telegram-number');
    const date = dateOf(sent) ?? dateOf(this.first('creation'));
    const authors = this.all('author').filter((a) => a.parent?.name === 'titleStmt');
    const title = this.all('title').find((t) => t.parent?.name === 'titleStmt');
    const place = sent && childElements(sent, 'placeName')[0];
    const abstract = this.first('abstract');
    const senders = agentsOf(sent);
    const revision = this.first('revisionDesc');
    return {
      id: this.id,
      title: (title && words(title)) || this.id,
      kind: kind ? categoryName(kind) : 'Document',
      ...(number && { number: words(number) }),
      ...(date && { date }),
      senders: senders.length > 0 ? senders : authors.map(words),
      addressees: agentsOf(received),
      ...(place && { place: words(place) }),
      ...(abstract && { abstract: words(abstract) }),
      markings: categories
        .filter((c) => ['classification', 'precedence', 'handling'].includes(schemeOf(c)))
        .map((c) => ({ scheme: schemeOf(c), name: categoryName(c) })),
      events: this.events(actions),
      entities: this.entities(),
      correspondence: correspondenceOf(this.elements, this.ids),
      utterances: this.all('said').length + this.all('sp').length,
      paragraphs: this.inText().filter((e) => e.name === 'p').length,
      status: (revision && attribute(revision, 'status')) ?? 'unreviewed',
    };
  }

  private all(name: string): readonly XmlElement[] {
    return this.elements.filter((e) => e.name === name);
  }

  private first(name: string): XmlElement | undefined {
    return this.elements.find((e) => e.name === name);
  }

  private target(pointer: string): XmlElement | undefined {
    return pointer.startsWith('#') ? this.ids.get(pointer.slice(1)) : undefined;
  }

  private inText(): readonly XmlElement[] {
    const text = this.first('text');
    return text ? [...elementsOf(text)] : [];
  }

  /** Dispatch, receipt and what else has a date of its own. */
  private events(actions: readonly XmlElement[]): DocumentFacts['events'] {
    const transmissions = actions.flatMap((action) => {
      const date = childElements(action, 'date')[0];
      const when = dateOf(action);
      if (date === undefined || when === undefined) return [];
      const who = [...agentsOf(action), ...childElements(action, 'placeName').map(words)].join(', ');
      return [{ type: attribute(action, 'type') ?? 'event', when, what: who, inferred: inferred(date) }];
    });
    const events = this.all('event').flatMap((event) => {
      const when = attribute(event, 'when') ?? attribute(event, 'from') ?? attribute(event, 'notBefore');
      return when === undefined
        ? []
        : [{ type: 'event', when, what: nameOf(event), inferred: inferred(event) }];
    });
    return [...transmissions, ...events];
  }

  private entities(): readonly EntityFacts[] {
    const mentions = new Map<string, Mention[]>();
    for (const element of this.inText()) {
      const pointer =
        tokens(element, 'ref')[0] ?? (element.name === 'ref' ? tokens(element, 'target')[0] : undefined);
      if (pointer?.startsWith('#') !== true) continue;
      const found = mentionOf(element);
      if (found) mentions.set(pointer.slice(1), [...(mentions.get(pointer.slice(1)) ?? []), found]);
    }
    return this.elements.flatMap((element) => {
      const kind = kindOf(element);
      const id = attribute(element, 'xml:id');
      if (kind === undefined || id === undefined) return [];
      const register = tokens(element, 'sameAs').find((t) => t.startsWith('reg:'));
      return [
        {
          id,
          kind,
          name: nameOf(element),
          ...(register && { register: register.slice(4) }),
          mentions: mentions.get(id) ?? [],
        },
      ];
    });
  }
}

const names = ['persName', 'orgName', 'placeName', 'title', 'label', 'head', 'name'];

/** The first name without a language of its own, or the first of all. */
function nameOf(entity: XmlElement): string {
  const found = childElements(entity).filter((e) => names.includes(e.name));
  const name = found.find((e) => attribute(e, 'xml:lang')?.startsWith('en') !== false) ?? found[0];
  return name ? words(name) : (attribute(entity, 'xml:id') ?? '');
}

function kindOf(element: XmlElement): EntityKind | undefined {
  const listed = ['listPerson', 'listOrg', 'listPlace', 'listEvent', 'listBibl'].includes(
    element.parent?.name ?? '',
  );
  if (!listed) return undefined;
  switch (element.name) {
    case 'person':
    case 'personGrp':
      return 'person';
    case 'org':
      return attribute(element, 'type') === 'office' ? 'office' : 'org';
    case 'place':
      return 'place';
    case 'event':
      return 'event';
    case 'bibl':
    case 'biblStruct':
      return 'document';
    default:
      return undefined;
  }
}

const blocks = ['p', 'ab', 'head', 'seg', 'note', 'item', 'cell', 'l', 'sp', 'div'];

/** The words with some of those around them, as a concordance shows them. */
function mentionOf(element: XmlElement): Mention | undefined {
  let holder: XmlElement | undefined;
  for (const e of ancestorsOrSelf(element)) {
    if (e !== element && blocks.includes(e.name) && attribute(e, 'xml:id') !== undefined) {
      holder = e;
      break;
    }
  }
  const anchor = holder && attribute(holder, 'xml:id');
  if (holder === undefined || anchor === undefined) return undefined;
  const [before, after] = around(holder, element);
  return {
    anchor,
    before: before.replace(/\s+/g, ' ').slice(-60).replace(/^\S* /, ''),
    words: words(element),
    after: after.replace(/\s+/g, ' ').slice(0, 60).replace(/ \S*$/, ''),
  };
}

function around(holder: XmlElement, element: XmlElement): [string, string] {
  let before = '';
  let after = '';
  let passed = false;
  const walk = (node: XmlElement): void => {
    for (const child of node.children) {
      if (child === element) passed = true;
      else if (child.type === 'text') {
        if (passed) after += child.value;
        else before += child.value;
      } else if (child.type === 'element') walk(child);
    }
  };
  walk(holder);
  return [before, after];
}

function words(element: XmlElement): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function agentsOf(action: XmlElement | undefined): readonly string[] {
  if (action === undefined) return [];
  const people = childElements(action).filter((e) => ['persName', 'roleName', 'rs', 'name'].includes(e.name));
  return (people.length > 0 ? people : childElements(action, 'orgName')).map(words);
}

function dateOf(holder: XmlElement | undefined): string | undefined {
  const date = holder && childElements(holder, 'date')[0];
  return date && (attribute(date, 'when') ?? attribute(date, 'from') ?? attribute(date, 'notBefore'));
}

function inferred(element: XmlElement): boolean {
  return (
    attribute(element, 'evidence') === 'conjecture' ||
    tokens(element, 'ana').includes('#r.date.zone-of-place')
  );
}

function schemeOf(category: XmlElement): string {
  for (const e of ancestorsOrSelf(category)) if (e.name === 'taxonomy') return attribute(e, 'xml:id') ?? '';
  return '';
}

function categoryName(category: XmlElement): string {
  const described = childElements(category, 'catDesc');
  const best = described.find((d) => attribute(d, 'xml:lang')?.startsWith('en') !== false) ?? described[0];
  return best ? words(best) : (attribute(category, 'xml:id') ?? '');
}
